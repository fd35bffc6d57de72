package org.plenish.web.run;

/**
 * A line that people have decided and that a plan could not take as given.
 *
 * @param kind {@code PURCHASE} or {@code TRANSFER}
 * @param missing what of it the plan's dataset does not have: {@code ITEM}, {@code WAREHOUSE} or {@code PARTNER}
 */
public record SetAsideLine(
        String kind,
        String number,
        String item,
        String warehouse,
        int quantityUnits,
        String missing,
        String missingName) {

    public String address() {
        return ("PURCHASE".equals(kind) ? "/purchase-orders/" : "/transfers/") + number;
    }
}
