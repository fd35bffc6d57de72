package org.plenish.web.today;

/** By which step an alert is dealt with where it stands; an order's way to the supplier tells of itself. */
public enum Decision {
    /** The supplier is asked to hurry. */
    EXPEDITE,
    /** The supplier is asked to take back what is too much. */
    ASK_TO_CANCEL,
    /** Our order is cut. */
    REDUCE,
    /** Our order is cancelled. */
    CANCEL,
    /** It is sold for less. */
    MARK_DOWN;

    /** Whether it is an answer to the alert. */
    boolean fits(Alert alert) {
        return switch (this) {
            case EXPEDITE -> alert.isToExpedite();
            case ASK_TO_CANCEL, REDUCE, CANCEL -> alert.panel() == Panel.SURPLUS_ORDER;
            case MARK_DOWN -> alert.panel().isTooMuch();
        };
    }

    /** Whether it is only recorded and people do it outside the product; the others are done to orders. */
    public boolean isRecorded() {
        return this == EXPEDITE || this == ASK_TO_CANCEL || this == MARK_DOWN;
    }
}
