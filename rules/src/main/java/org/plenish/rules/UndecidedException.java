package org.plenish.rules;

/** A rule book does not answer a question exactly once. The message names the SKU-location, the question and the rules. */
public final class UndecidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndecidedException(String message) {
        super(message);
    }
}
