package org.plenish.engine.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.inventory.LeadTimeDemand;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.WarehouseId;

/**
 * A policy and what it was computed from, so that a person can do the sums again.
 *
 * @param supply where it usually comes from
 * @param protection demand over lead time and review period, as the formulas saw it
 * @param safetyFactor safety stock in standard deviations of {@code protection}, before a person's override: z for the
 *     normal method; 0 where the deviation is 0
 * @param safetyStockUnits as computed, before rounding and override, and without what a last-time buy keeps in addition;
 *     the policy's own includes it
 * @param overridden the fields of {@code policy_overrides.csv} that took effect, in the file's order; empty if none
 * @param steps the arithmetic in sentences, in order
 */
public record PolicyCalculation(
        SkuLocation location,
        ReplenishmentPolicy policy,
        Supply supply,
        LeadTimeDemand protection,
        double safetyFactor,
        double safetyStockUnits,
        List<String> overridden,
        List<String> steps) {

    public PolicyCalculation {
        overridden = List.copyOf(overridden);
        steps = List.copyOf(steps);
    }

    /**
     * The usual source: the preferred supply option; where none delivers, the fastest lane; where there is neither, lead
     * time 0 and no minimum.
     *
     * @param supplier null if it is not bought
     * @param fromWarehouse null if it is bought, or comes from nowhere
     * @param lineOrderCost cost of one order of this article: line cost and its share of the order's (currency units)
     */
    public record Supply(
            @Nullable SupplierId supplier,
            @Nullable WarehouseId fromWarehouse,
            int leadTimeDays,
            double leadTimeSdDays,
            int minOrderQuantityUnits,
            int orderMultipleUnits,
            double lineOrderCost) {}
}
