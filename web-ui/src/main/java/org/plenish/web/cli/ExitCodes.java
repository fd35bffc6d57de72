package org.plenish.web.cli;

/** How a command ends, for scripts. */
final class ExitCodes {

    static final int SUCCESS = 0;
    /** A failure of the product's own or of the machine, such as a full disk. */
    static final int FAILURE = 1;

    static final int BAD_USAGE = 2;
    static final int BAD_INPUT = 3;
    /** The audit log is not as it was written. */
    static final int TAMPERED = 4;

    private ExitCodes() {}
}
