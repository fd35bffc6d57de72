package org.plenish.web.shared;

/** What was sent cannot be unpacked or is too large; the message says what to do, for a person. */
public final class ArchiveRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;

    ArchiveRefusedException(String message, boolean tooLarge) {
        super(message);
        this.tooLarge = tooLarge;
    }

    public boolean isTooLarge() {
        return tooLarge;
    }
}
