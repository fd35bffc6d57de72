package org.plenish.web.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.web.order.life.Finding;

/**
 * What {@link LineChanges} has done to an order, or why it has not.
 *
 * @param detail in a sentence; empty if nothing was done
 * @param target null if there is none
 */
record MadeChange(String detail, @Nullable Target target, List<Finding> findings) {

    MadeChange(String detail, List<Finding> findings) {
        this(detail, null, findings);
    }

    /** A second order that a change gives lines to, with those that it had. */
    record Target(OrderHead order, List<OrderLine> before) {}

    static MadeChange refused(String message) {
        return new MadeChange("", List.of(new Finding(Finding.Weight.REFUSES, message)));
    }
}
