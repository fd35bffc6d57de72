package org.plenish.web.shared;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What the address names is not part of the plan; the message is shown to the person. */
public final class NothingFoundException extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    public NothingFoundException(String message) {
        super(HttpStatus.NOT_FOUND, message);
    }
}
