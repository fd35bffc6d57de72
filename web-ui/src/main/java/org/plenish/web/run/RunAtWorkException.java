package org.plenish.web.run;

/** A run cannot start because another one is at work. */
public final class RunAtWorkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunAtWorkException(Throwable cause) {
        super("A planning run is at work already.", cause);
    }
}
