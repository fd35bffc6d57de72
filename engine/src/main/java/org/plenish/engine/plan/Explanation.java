package org.plenish.engine.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.policy.Conclusion;

/**
 * Why a line is proposed, from forecast to quantity, in numbers that can be checked by hand.
 *
 * @param order number of the order or transfer
 * @param line its line, from 1
 * @param policySteps how the policy's numbers were computed, in sentences
 * @param derivation what the quantity is the sum of
 * @param rules every conclusion of the rule book for this SKU-location
 * @param before projected stock without this line, all else of the plan done
 * @param after projected stock with the whole plan
 * @param bindingLimits in words; empty if no shared limit shaped the line
 * @param whatWouldChangeIt in words
 * @param economics what it is worth; null for a line that a person pinned
 */
public record Explanation(
        String order,
        int line,
        SkuLocation location,
        int quantityUnits,
        ForecastUsed forecast,
        List<Conclusion> rules,
        Parameters parameters,
        List<String> policySteps,
        List<Step> derivation,
        InventoryProjection before,
        InventoryProjection after,
        List<String> bindingLimits,
        List<String> whatWouldChangeIt,
        @Nullable Economics economics) {

    public Explanation {
        rules = List.copyOf(rules);
        policySteps = List.copyOf(policySteps);
        derivation = List.copyOf(derivation);
        bindingLimits = List.copyOf(bindingLimits);
        whatWouldChangeIt = List.copyOf(whatWouldChangeIt);
    }

    /**
     * @param protectionDays lead time and review period
     * @param meanOverProtectionUnits expected demand over them
     * @param sdOverProtectionUnits standard deviation of the forecast's error over them
     */
    public record ForecastUsed(
            String method,
            String why,
            double meanPerBucketUnits,
            double protectionDays,
            double meanOverProtectionUnits,
            double sdOverProtectionUnits) {}

    /** The policy in numbers and the terms of supply that shaped the quantity. */
    public record Parameters(
            double serviceTarget,
            String safetyStockMethod,
            double safetyFactor,
            int safetyStockUnits,
            int reorderPointUnits,
            int orderUpToLevelUnits,
            int orderQuantityUnits,
            int leadTimeDays,
            int reviewDays,
            int orderMultipleUnits,
            int minOrderQuantityUnits,
            @Nullable String supplier,
            @Nullable String fromWarehouse,
            String unitCost) {}

    /**
     * One step of the arithmetic.
     *
     * @param text such as "demand from 2026-12-07 to 2027-01-03"
     * @param units signed as it enters the sum
     */
    public record Step(String text, double units, @Nullable LocalDate date) {}
}
