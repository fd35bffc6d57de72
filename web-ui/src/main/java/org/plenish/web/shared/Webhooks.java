package org.plenish.web.shared;

/** Tells other programs what happens here. */
public interface Webhooks {

    /**
     * Notes an event for all who asked for it, in the transaction of what happens: no event without its change, no change
     * without its event. It is delivered afterwards.
     *
     * @param data serialized to JSON, such as a record with an order's number
     * @throws IllegalStateException outside a transaction
     */
    void publish(OutboundEvent event, Object data);
}
