package org.plenish.web.item.life;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order of the item.
 *
 * @param transfer whether it is moved; otherwise it is bought
 * @param number of the order
 * @param state of the order; null: it stands in the dataset alone, as an open order
 * @param partner the supplier or the sending warehouse
 * @param incoming whether it comes to the warehouse; otherwise it leaves it
 * @param orderDate null: not known
 */
public record ItemOrder(
        boolean transfer,
        String number,
        @Nullable String state,
        String partner,
        String warehouse,
        boolean incoming,
        int units,
        int receivedUnits,
        @Nullable LocalDate orderDate,
        LocalDate due,
        boolean open) {

    /** Where the order has a page; only orders that people have worked on here have. */
    public String path() {
        return (transfer ? "/transfers/" : "/purchase-orders/");
    }

    public boolean isLate(LocalDate day) {
        return open && due.isBefore(day) && receivedUnits < units;
    }
}
