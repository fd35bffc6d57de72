package org.plenish.web.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whatever else is asked for under {@code /api}: a program gets a problem, not a page. */
@RestController
class NoSuchResource {

    @RequestMapping("/api/**")
    void nothing(HttpServletRequest request) {
        throw new ApiProblem(
                HttpStatus.NOT_FOUND,
                "There is no " + request.getMethod() + " " + request.getRequestURI()
                        + ". What there is, /api/v1/openapi.json tells.");
    }
}
