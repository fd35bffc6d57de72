package org.plenish.web.shared;

/** A receipt cannot be booked; the message says why. */
public final class ReceiptRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReceiptRefusedException(String message) {
        super(message);
    }
}
