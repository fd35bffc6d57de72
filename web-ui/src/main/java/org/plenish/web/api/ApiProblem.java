package org.plenish.web.api;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why a request is not done, as RFC 9457 has it: what, where, the value, what was expected. */
final class ApiProblem extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    ApiProblem(HttpStatus status, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /** @param problems each in one sentence or two */
    ApiProblem(HttpStatus status, String detail, List<String> problems) {
        this(status, detail);
        getBody().setProperty("problems", problems);
    }
}
