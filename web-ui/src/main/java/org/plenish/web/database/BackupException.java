package org.plenish.web.database;

import org.jspecify.annotations.Nullable;

/** A backup cannot be written or restored; the message tells a person what is wrong and what to do next. */
public final class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupException(String problem, String nextStep) {
        this(problem, nextStep, null);
    }

    BackupException(String problem, String nextStep, @Nullable Throwable cause) {
        super(problem + System.lineSeparator() + nextStep, cause);
    }
}
