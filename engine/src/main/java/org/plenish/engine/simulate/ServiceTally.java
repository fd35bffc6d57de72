package org.plenish.engine.simulate;

/**
 * Adds outcomes of one SKU-location up, in the order in which they came. What is not to count, such as a warm-up, is not added.
 * Not safe to share between threads.
 */
public final class ServiceTally {

    private long buckets;
    private long bucketsWithDemand;
    private long bucketsServed;
    private long bucketsInStock;
    private long cycles;
    private long cyclesServed;
    private long demandUnits;
    private long servedUnits;
    private long receivedUnits;
    private long closingUnits;
    private long availableUnits;
    private long backorderedUnits;
    private boolean cycleIsShort;

    public void add(BucketOutcome outcome) {
        if (outcome.receivedUnits() > 0) {
            cycles++;
            cyclesServed += cycleIsShort ? 0 : 1;
            cycleIsShort = false;
        }
        cycleIsShort |= outcome.shortUnits() > 0;
        buckets++;
        if (outcome.demandUnits() > 0) {
            bucketsWithDemand++;
            bucketsServed += outcome.shortUnits() == 0 ? 1 : 0;
        }
        bucketsInStock += outcome.closingUnits() > 0 ? 1 : 0;
        demandUnits = Math.addExact(demandUnits, outcome.demandUnits());
        servedUnits = Math.addExact(servedUnits, outcome.servedUnits());
        receivedUnits = Math.addExact(receivedUnits, outcome.receivedUnits());
        closingUnits = Math.addExact(closingUnits, outcome.closingUnits());
        availableUnits = Math.addExact(availableUnits, outcome.availableUnits());
        backorderedUnits = Math.addExact(backorderedUnits, outcome.backorderedUnits());
    }

    /** What has been added so far. The replenishment cycle that is not over yet does not count. */
    public LedgerTotals totals() {
        return new LedgerTotals(
                buckets,
                bucketsWithDemand,
                bucketsServed,
                bucketsInStock,
                cycles,
                cyclesServed,
                demandUnits,
                servedUnits,
                receivedUnits,
                closingUnits,
                availableUnits,
                backorderedUnits);
    }
}
