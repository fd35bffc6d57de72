package org.plenish.web.shared;

import java.util.List;

/** A file of receipts cannot be booked, and nothing of it is; the message says why in one sentence. */
public final class ReceiptFileRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean known;
    private final transient List<String> problems;

    /**
     * @param known whether the same file was booked before
     * @param problems each with its place in the file
     */
    public ReceiptFileRefusedException(String message, boolean known, List<String> problems) {
        super(message);
        this.known = known;
        this.problems = List.copyOf(problems);
    }

    public boolean isKnown() {
        return known;
    }

    public List<String> problems() {
        return problems;
    }
}
