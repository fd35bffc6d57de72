package org.plenish.web.account;

/** Demo accounts were asked for beside real ones, where they would be a back door. */
public final class DemoRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoRefusedException() {
        super("--demo: this database has accounts of its own, and demo accounts would be a back door to it."
                + System.lineSeparator()
                + "Start without --demo, or name another folder with --data DIR.");
    }
}
