package org.plenish.engine.plan.supply;

/** How many days after the promised day goods came; the bounds are inclusive. */
public enum Punctuality {
    EARLY_OVER_7(-8),
    EARLY(-1),
    ON_THE_DAY(0),
    LATE_3(3),
    LATE_7(7),
    LATE_14(14),
    LATE_OVER_14(Long.MAX_VALUE);

    private final long lastDay;

    Punctuality(long lastDay) {
        this.lastDay = lastDay;
    }

    static Punctuality of(long daysLate) {
        for (Punctuality punctuality : values()) {
            if (daysLate <= punctuality.lastDay) {
                return punctuality;
            }
        }
        return LATE_OVER_14;
    }
}
