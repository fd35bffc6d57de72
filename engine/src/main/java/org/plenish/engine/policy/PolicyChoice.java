package org.plenish.engine.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.SkuLocation;

/**
 * What the rule book concluded for one SKU-location: exactly one answer to each question.
 *
 * @param stopBuy nothing more is bought
 * @param provisionRate share of the stock's value to write down, 0 to 1; 0: none
 * @param lastTimeBuyDays until when, in days from the plan's date, demand is to be covered by what can still be bought; 0:
 *     no last-time buy
 * @param serviceTarget what the safety-stock method is to reach, 0.5 to below 1
 * @param demandDistribution null only where the method needs none
 * @param safetyStockCoverDays used where the method is days of cover
 * @param seasonalBuildDays so many days ahead a season's demand already raises levels; 0: none
 * @param reviewDays days between looks at the position
 * @param orderCoverDays used where sizing is days of cover
 * @param conclusions all that was concluded, in the order of the questions
 */
public record PolicyChoice(
        SkuLocation location,
        AbcClass abcClass,
        MarginClass marginClass,
        XyzClass xyzClass,
        DemandClass demandClass,
        LifecycleStage lifecycleStage,
        ObsolescenceStatus obsolescenceStatus,
        boolean stopBuy,
        LifecycleAction lifecycleAction,
        double provisionRate,
        int lastTimeBuyDays,
        double serviceTarget,
        SafetyStockMethod safetyStockMethod,
        @Nullable DemandDistribution demandDistribution,
        int safetyStockCoverDays,
        int seasonalBuildDays,
        PolicyType policyType,
        int reviewDays,
        OrderSizing orderSizing,
        int orderCoverDays,
        List<Conclusion> conclusions) {

    /** @throws IllegalArgumentException if a number is out of its range, or a distribution is needed and missing */
    public PolicyChoice {
        if (!(serviceTarget >= 0.5 && serviceTarget < 1)) {
            throw new IllegalArgumentException("service target: " + serviceTarget + " must be in [0.5, 1).");
        }
        if (!(provisionRate >= 0 && provisionRate <= 1)) {
            throw new IllegalArgumentException("provision rate: " + provisionRate + " must be in [0, 1].");
        }
        requireDays(lastTimeBuyDays, "last-time buy");
        requireDays(safetyStockCoverDays, "safety stock cover");
        requireDays(seasonalBuildDays, "seasonal build");
        requireDays(reviewDays, "review period");
        requireDays(orderCoverDays, "order cover");
        if (demandDistribution == null && safetyStockMethod.needsDistribution()) {
            throw new IllegalArgumentException(
                    "demand distribution: must be chosen where the safety-stock method is " + safetyStockMethod + ".");
        }
        conclusions = List.copyOf(conclusions);
    }

    /** The safety-stock method with the distribution it takes demand for, such as {@code NORMAL_CYCLE_SERVICE}. */
    public String safetyStockName() {
        return demandDistribution == null || !safetyStockMethod.needsDistribution()
                ? safetyStockMethod.name()
                : demandDistribution.name() + "_" + safetyStockMethod.name();
    }

    /** The same answers with another service target. */
    public PolicyChoice withServiceTarget(double target) {
        return new PolicyChoice(
                location,
                abcClass,
                marginClass,
                xyzClass,
                demandClass,
                lifecycleStage,
                obsolescenceStatus,
                stopBuy,
                lifecycleAction,
                provisionRate,
                lastTimeBuyDays,
                target,
                safetyStockMethod,
                demandDistribution,
                safetyStockCoverDays,
                seasonalBuildDays,
                policyType,
                reviewDays,
                orderSizing,
                orderCoverDays,
                conclusions);
    }

    private static void requireDays(int days, String name) {
        if (days < 0) {
            throw new IllegalArgumentException(name + ": " + days + " days must be 0 or more.");
        }
    }
}
