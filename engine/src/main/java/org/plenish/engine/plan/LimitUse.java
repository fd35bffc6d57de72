package org.plenish.engine.plan;

import java.time.LocalDate;

/**
 * A shared limit in one bucket and how much of it the plan uses.
 *
 * @param warehouse blank for cash
 * @param limit m³ or currency units; cash: all that has become available up to the end of the bucket
 * @param used in the same unit; cash: all that has been committed up to the end of the bucket
 * @param price what one more unit of it would save, in currency units; 0 where it does not bind
 */
public record LimitUse(Kind kind, String warehouse, LocalDate periodStart, double limit, double used, double price) {

    /** What is limited. */
    public enum Kind {
        SPACE,
        CASH
    }
}
