package org.plenish.engine.simulate;

/**
 * Stock and service over a run of buckets, of one SKU-location or of many.
 *
 * <p>Service is measured as Silver, Pyke & Thomas (2017), §6.5, define it: P₁, the share of replenishment cycles without
 * a stockout; P₂, the share of demand that is served from stock; P₃, the share of time in which there is stock. Example:
 * demand of 8, 8, 4 with 5 on hand and 10 coming at the start of the second bucket, customers waiting: 5, 7 and 0 units
 * are served at once, so P₂ = 12/20; the one cycle that ended, with the receipt, was short, so P₁ = 0.
 *
 * @param buckets how many, those of every SKU-location counted
 * @param bucketsWithDemand those in which anything was asked for
 * @param bucketsServed of {@code bucketsWithDemand}: those in which nothing was short
 * @param bucketsInStock those at whose end there was stock
 * @param cycles replenishment cycles that ended: each ends with the receipt that the next one begins with
 * @param cyclesServed of {@code cycles}: those in which nothing was short
 * @param demandUnits what was asked for
 * @param servedUnits of {@code demandUnits}: handed over in the bucket in which it was asked for
 * @param receivedUnits what came
 * @param closingUnits stock at the end of every bucket, added up
 * @param availableUnits stock of every bucket after what came and before demand, added up
 * @param backorderedUnits what was owed at the end of every bucket, added up
 */
public record LedgerTotals(
        long buckets,
        long bucketsWithDemand,
        long bucketsServed,
        long bucketsInStock,
        long cycles,
        long cyclesServed,
        long demandUnits,
        long servedUnits,
        long receivedUnits,
        long closingUnits,
        long availableUnits,
        long backorderedUnits) {

    /** Of no bucket. */
    public static final LedgerTotals NONE = new LedgerTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together: of two SKU-locations, or of two runs of buckets. */
    public LedgerTotals plus(LedgerTotals other) {
        return new LedgerTotals(
                Math.addExact(buckets, other.buckets),
                Math.addExact(bucketsWithDemand, other.bucketsWithDemand),
                Math.addExact(bucketsServed, other.bucketsServed),
                Math.addExact(bucketsInStock, other.bucketsInStock),
                Math.addExact(cycles, other.cycles),
                Math.addExact(cyclesServed, other.cyclesServed),
                Math.addExact(demandUnits, other.demandUnits),
                Math.addExact(servedUnits, other.servedUnits),
                Math.addExact(receivedUnits, other.receivedUnits),
                Math.addExact(closingUnits, other.closingUnits),
                Math.addExact(availableUnits, other.availableUnits),
                Math.addExact(backorderedUnits, other.backorderedUnits));
    }

    /** What was not there when it was asked for: units backordered or lost, each counted once. */
    public long shortUnits() {
        return demandUnits - servedUnits;
    }

    /** P₁; NaN where no cycle ended. Source: Silver, Pyke & Thomas (2017), §6.5. */
    public double cycleService() {
        return share(cyclesServed, cycles);
    }

    /** P₂; NaN without demand. Source: Silver, Pyke & Thomas (2017), §6.5. */
    public double fillRate() {
        return share(servedUnits, demandUnits);
    }

    /** P₃, seen at the buckets' ends; NaN of no bucket. Source: Silver, Pyke & Thomas (2017), §6.5. */
    public double readyRate() {
        return share(bucketsInStock, buckets);
    }

    /** Share of the buckets with demand in which nothing was short; NaN where none had any. What a plan's service level is. */
    public double bucketService() {
        return share(bucketsServed, bucketsWithDemand);
    }

    /** Stock at a bucket's end, on average (units); NaN of no bucket. What holding cost is charged on. */
    public double averageClosingUnits() {
        return share(closingUnits, buckets);
    }

    /**
     * Stock over time, on average (units), as if demand came evenly within a bucket; NaN of no bucket. What turns divide
     * by.
     */
    public double averageUnits() {
        return (share(availableUnits, buckets) + share(closingUnits, buckets)) / 2;
    }

    /** Owed at a bucket's end, on average (units); NaN of no bucket. */
    public double averageBackorderedUnits() {
        return share(backorderedUnits, buckets);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
