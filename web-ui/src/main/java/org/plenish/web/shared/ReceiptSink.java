package org.plenish.web.shared;

/** Books receipts of orders. */
public interface ReceiptSink {

    /**
     * Books a receipt, and records it, within the transaction of its caller.
     *
     * @throws ReceiptRefusedException if it cannot be booked
     */
    void book(Receipt receipt, Actor actor);
}
