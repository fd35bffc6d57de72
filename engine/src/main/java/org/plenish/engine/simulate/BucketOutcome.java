package org.plenish.engine.simulate;

/**
 * What one bucket did to stock, in whole units: {@code opening + received - backlogServed - served = closing}.
 *
 * @param bucket which one, 0 the first that the ledger saw
 * @param openingUnits on hand before anything came
 * @param receivedUnits what came, at the bucket's start
 * @param backlogServedUnits what went to customers who had waited since an earlier bucket
 * @param demandUnits what customers asked for in the bucket
 * @param servedUnits of {@code demandUnits}: handed over at once
 * @param shortUnits of {@code demandUnits}: not there; backordered or lost, by the ledger's mode
 * @param closingUnits on hand at the bucket's end
 * @param backorderedUnits owed to customers at the bucket's end, also from earlier buckets; 0 where sales are lost
 */
public record BucketOutcome(
        int bucket,
        long openingUnits,
        long receivedUnits,
        long backlogServedUnits,
        long demandUnits,
        long servedUnits,
        long shortUnits,
        long closingUnits,
        long backorderedUnits) {

    /** On hand after what came and before the bucket's demand. */
    public long availableUnits() {
        return openingUnits + receivedUnits - backlogServedUnits;
    }
}
