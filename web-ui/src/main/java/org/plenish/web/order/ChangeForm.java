package org.plenish.web.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * A change of an order as a form says it; what its kind does not need is left out.
 *
 * @param line the line's id
 * @param units the new quantity, or what is split off or added
 * @param date the new due date, or the new order date of the whole order
 * @param partner the other supplier
 * @param item to add
 * @param target number of the order to merge with
 * @param targetVersion of that order as the person saw it
 */
public record ChangeForm(
        @Nullable Kind change,
        @Nullable Long line,
        @Nullable Integer units,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate date,

        @Nullable String partner,
        @Nullable String item,
        @Nullable String target,
        @Nullable Integer targetVersion) {

    /** What can be done to an order's lines. */
    public enum Kind {
        QUANTITY,
        DATE,
        SPLIT,
        SUPPLIER,
        PIN,
        UNPIN,
        REMOVE,
        ADD,
        MERGE,
        ORDER_DATE
    }
}
