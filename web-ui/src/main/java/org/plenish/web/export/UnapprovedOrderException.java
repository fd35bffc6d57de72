package org.plenish.web.export;

/** A program would take the file as an order, which it is not; the message is for the person. */
public final class UnapprovedOrderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnapprovedOrderException(OrderDocument order, OrderFormat format) {
        super("Order " + order.number() + " must be approved before it can be had as " + format.name() + ", but is "
                + order.status().replace('_', ' ')
                + ". Have it approved, or take the pdf, which says that it is no order.");
    }
}
