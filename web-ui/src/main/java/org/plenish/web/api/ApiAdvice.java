package org.plenish.web.api;

import org.plenish.web.export.UnapprovedOrderException;
import org.plenish.web.export.UnwritableOrderException;
import org.plenish.web.shared.ReceiptRefusedException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers programs with problems (RFC 9457), not with pages. */
@RestControllerAdvice(basePackageClasses = ApiAdvice.class, annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiAdvice extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail unwritable(UnwritableOrderException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unapproved(UnapprovedOrderException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refused(ReceiptRefusedException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
    }
}
