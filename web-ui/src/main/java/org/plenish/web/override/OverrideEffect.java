package org.plenish.web.override;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Money;

/**
 * What other overrides would do to one SKU-location: its policy, and the plan of its article by itself, without the
 * limits and orders that it shares with others.
 *
 * @param points by bucket
 */
public record OverrideEffect(Policy policyBefore, Policy policyAfter, Alone before, Alone after, List<Point> points) {

    public OverrideEffect {
        points = List.copyOf(points);
    }

    /** Levels in units. */
    public record Policy(
            double serviceTarget,
            int safetyStockUnits,
            int reorderPointUnits,
            int orderUpToUnits,
            int orderQuantityUnits,
            boolean stopBuy) {}

    /**
     * The article planned by itself, seen from the warehouse.
     *
     * @param averageStockUnits at the ends of the buckets
     * @param averageStockValue the same at unit cost
     * @param shortBuckets buckets that end with backorders
     * @param firstOrder day of the first purchase order, null: none in the horizon
     * @param firstUnits of it
     * @param boughtUnits of all in the horizon
     */
    public record Alone(
            double averageStockUnits,
            Money averageStockValue,
            int shortBuckets,
            @Nullable LocalDate firstOrder,
            int firstUnits,
            int boughtUnits) {}

    /** Stock at the end of a bucket (units), backorders negative. */
    public record Point(LocalDate start, int before, int after, int safetyBefore, int safetyAfter) {}

    public double stockValueChange() {
        return after.averageStockValue().toDouble() - before.averageStockValue().toDouble();
    }

    public boolean isNothing() {
        return policyBefore.equals(policyAfter) && before.equals(after);
    }
}
