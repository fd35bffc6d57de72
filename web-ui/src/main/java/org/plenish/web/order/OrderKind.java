package org.plenish.web.order;

import java.util.Locale;

/** What an order does. */
public enum OrderKind {
    PURCHASE("/purchase-orders", "purchaseOrders"),
    TRANSFER("/transfers", "transfers");

    private final String path;
    private final String section;

    OrderKind(String path, String section) {
        this.path = path;
        this.section = section;
    }

    /** Where its pages are. */
    public String path() {
        return path;
    }

    /** Its entry in the menu, and the beginning of its texts' keys. */
    public String section() {
        return section;
    }

    /** For programs: {@code purchase}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For a sentence: {@code purchase order}. */
    public String inWords() {
        return this == PURCHASE ? "purchase order" : "transfer";
    }
}
