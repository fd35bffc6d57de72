package org.plenish.web.shared;

/** What other programs can be told of as it happens. */
public enum OutboundEvent {
    ORDER_APPROVED("order.approved"),
    ORDER_SENT("order.sent"),
    ORDER_CONFIRMED("order.confirmed"),
    ORDER_RECEIVED("order.received"),
    ORDER_CLOSED("order.closed"),
    ORDER_CANCELLED("order.cancelled"),
    DATASET_PUSHED("dataset.pushed");

    private final String id;

    OutboundEvent(String id) {
        this.id = id;
    }

    /** As receivers know it. */
    public String id() {
        return id;
    }
}
