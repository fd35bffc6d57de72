package org.plenish.engine.plan;

import java.time.LocalDate;

/**
 * A shared limit in one bucket and how much of it the plan uses.
 *
 * @param warehouse blank for cash
 * @param storageClass for whose goods the space is; blank for cash and a warehouse's whole space
 * @param limit m³ or currency units; cash: all that has become available up to the end of the bucket
 * @param used in the same unit; cash: all that has been committed up to the end of the bucket
 * @param price what one more unit of it would save, in currency units; 0 where it does not bind
 */
public record LimitUse(
        Kind kind,
        String warehouse,
        String storageClass,
        LocalDate periodStart,
        double limit,
        double used,
        double price) {

    /** Cash, or a warehouse's whole space. */
    public LimitUse(Kind kind, String warehouse, LocalDate periodStart, double limit, double used, double price) {
        this(kind, warehouse, "", periodStart, limit, used, price);
    }

    /** Whether more of it might help: it has a price, or nothing of it is left. */
    boolean binds() {
        return price > 0 || used >= limit;
    }

    /** What is limited. */
    public enum Kind {
        SPACE,
        STORAGE_CLASS,
        CASH
    }
}
