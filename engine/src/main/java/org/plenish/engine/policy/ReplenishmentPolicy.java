package org.plenish.engine.policy;

/** A policy in numbers: units, whole, 0 or more. */
public sealed interface ReplenishmentPolicy {

    int safetyStockUnits();

    /** s: an order is due when the inventory position is at or below it. */
    int reorderPointUnits();

    /** S: where an order brings the position to. */
    int orderUpToLevelUnits();

    /** Q: the usual order. */
    int orderQuantityUnits();

    int reviewDays();

    /** (s,Q). */
    record ReorderPointOrderQuantity(
            int safetyStockUnits, int reorderPointUnits, int orderQuantityUnits, int reviewDays)
            implements ReplenishmentPolicy {
        @Override
        public int orderUpToLevelUnits() {
            return reorderPointUnits + orderQuantityUnits;
        }
    }

    /** (s,S). */
    record MinMax(int safetyStockUnits, int reorderPointUnits, int orderUpToLevelUnits, int reviewDays)
            implements ReplenishmentPolicy {
        @Override
        public int orderQuantityUnits() {
            return orderUpToLevelUnits - reorderPointUnits;
        }
    }

    /** (R,S). */
    record PeriodicOrderUpTo(int safetyStockUnits, int orderUpToLevelUnits, int orderQuantityUnits, int reviewDays)
            implements ReplenishmentPolicy {
        @Override
        public int reorderPointUnits() {
            return orderUpToLevelUnits;
        }
    }

    /** Nothing is kept. */
    record DoNotStock() implements ReplenishmentPolicy {
        @Override
        public int safetyStockUnits() {
            return 0;
        }

        @Override
        public int reorderPointUnits() {
            return 0;
        }

        @Override
        public int orderUpToLevelUnits() {
            return 0;
        }

        @Override
        public int orderQuantityUnits() {
            return 0;
        }

        @Override
        public int reviewDays() {
            return 0;
        }
    }
}
