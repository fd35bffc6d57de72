package org.plenish.web.api;

/** A token cannot be made or revoked as asked; the message tells the person why. */
final class TokenRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TokenRefusedException(String message) {
        super(message);
    }
}
