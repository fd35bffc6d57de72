package org.plenish.web.account;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is an account already, so there is no first-run page any more. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class FirstRunOverException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
