package org.plenish.web.database;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot serve; the message tells a person what is wrong and what to do next. */
public final class DatabaseStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseStartException(String problem, String nextStep) {
        this(problem, nextStep, null);
    }

    DatabaseStartException(String problem, String nextStep, @Nullable Throwable cause) {
        super(problem + System.lineSeparator() + nextStep, cause);
    }
}
