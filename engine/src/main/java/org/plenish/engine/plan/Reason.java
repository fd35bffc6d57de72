package org.plenish.engine.plan;

import org.plenish.engine.inventory.InventoryProjection;

/** What stock would do, from the line's arrival on, without the line. */
final class Reason {

    private final InventoryProjection before;
    private final int firstStockout;
    private final int firstBelowSafetyStock;

    Reason(InventoryProjection before, int arrivalPeriod) {
        this.before = before;
        this.firstStockout = first(before.backorderUnits(), arrivalPeriod);
        this.firstBelowSafetyStock = firstBelow(before, arrivalPeriod);
    }

    boolean isNeeded() {
        return firstBelowSafetyStock >= 0;
    }

    /** -1 if there is none from the arrival on. */
    int firstBucketBelowSafetyStock() {
        return firstBelowSafetyStock;
    }

    String text(Wording wording) {
        if (firstStockout >= 0) {
            String shortage = "Without it, " + before.backorderUnits()[firstStockout]
                    + " units are short at the end of " + wording.bucket(firstStockout);
            return firstBelowSafetyStock < firstStockout
                    ? shortage + ", and safety stock is first touched in " + wording.bucket(firstBelowSafetyStock) + "."
                    : shortage + ".";
        }
        if (firstBelowSafetyStock >= 0) {
            return "Without it, stock falls to " + before.closingUnits()[firstBelowSafetyStock] + " at the end of "
                    + wording.bucket(firstBelowSafetyStock) + ", below the safety stock of "
                    + before.safetyStockUnits()[firstBelowSafetyStock] + ".";
        }
        return "Stock would last without it.";
    }

    private static int first(int[] units, int from) {
        for (int t = from; t < units.length; t++) {
            if (units[t] > 0) {
                return t;
            }
        }
        return -1;
    }

    private static int firstBelow(InventoryProjection projection, int from) {
        for (int t = from; t < projection.closingUnits().length; t++) {
            if (projection.closingUnits()[t] < projection.safetyStockUnits()[t]
                    || projection.backorderUnits()[t] > 0) {
                return t;
            }
        }
        return -1;
    }
}
