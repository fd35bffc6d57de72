package org.plenish.engine.plan.space;

import org.plenish.engine.model.WarehouseId;

/**
 * Room that goods of one storage class take at one warehouse in one bucket if everything proposed is done: {@code opening
 * + receipts + transfers in - transfers out - issued = closing}. Backlog takes no room; serving it is issued.
 *
 * @param storageClass blank: goods that need no special storage
 * @param bucket from 0
 * @param peakM3 after what leaves has left and what comes has come, before demand is served: what the limits hold
 */
public record SpaceBucket(
        WarehouseId warehouse,
        String storageClass,
        int bucket,
        double openingM3,
        double receiptsM3,
        double transfersInM3,
        double transfersOutM3,
        double issuedM3,
        double closingM3,
        double peakM3) {}
