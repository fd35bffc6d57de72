package org.plenish.web.api;

import org.jspecify.annotations.Nullable;
import org.plenish.web.export.UnapprovedOrderException;
import org.plenish.web.export.UnwritableOrderException;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.ArchiveRefusedException;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.DeniedAttempts;
import org.plenish.web.shared.IntakeRefusedException;
import org.plenish.web.shared.ReceiptFileRefusedException;
import org.plenish.web.shared.ReceiptRefusedException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers programs with problems (RFC 9457), not with pages. */
@RestControllerAdvice(basePackageClasses = ApiAdvice.class, annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiAdvice extends ResponseEntityExceptionHandler {

    private final DeniedAttempts denied;

    ApiAdvice(DeniedAttempts denied) {
        this.denied = denied;
    }

    /** What a token may not do is recorded. */
    @Override
    protected @Nullable ResponseEntity<Object> handleErrorResponseException(
            ErrorResponseException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.value() == HttpStatus.FORBIDDEN.value()
                && request instanceof ServletWebRequest web
                && request.getAttribute(ApiTokenFilter.ACTOR, RequestAttributes.SCOPE_REQUEST) instanceof Actor actor) {
            denied.record(new AuditEntry(
                    actor,
                    "page",
                    web.getRequest().getRequestURI(),
                    web.getHttpMethod() == HttpMethod.GET ? "read refused" : "change refused",
                    null,
                    null,
                    String.valueOf(e.getBody().getDetail())));
        }
        return super.handleErrorResponseException(e, headers, status, request);
    }

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

    @ExceptionHandler
    ProblemDetail refused(ReceiptFileRefusedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                e.isKnown() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
        if (!e.problems().isEmpty()) {
            problem.setProperty("problems", e.problems());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(IntakeRefusedException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refused(ArchiveRefusedException e) {
        HttpStatus status = e.isTooLarge() ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(e.getMessage()));
    }
}
