package org.plenish.web.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The key figures of a stored plan; money in currency units, shares 0 to 1. */
public record PlanSummary(
        double serviceLevel,
        double fillRate,
        BigDecimal openingStockValue,
        BigDecimal averageStockValue,
        double turnsPerYear,
        double daysOfSupply,
        BigDecimal deadStockValue,
        BigDecimal excessStockValue,
        BigDecimal obsolescenceProvision,
        @Nullable Double spaceUseShare,
        @Nullable Double cashUseShare,
        double purchasePremiumCost,
        double orderCost,
        double holdingCost,
        double shortageCost,
        double belowSafetyCost,
        double transferCost,
        double obsolescenceCost,
        double totalCost,
        double lowerBound,
        double gap,
        boolean cutShort,
        int skuLocations) {

    private static final double LOOSE_SHARE = 0.2;

    /** What at most could still be saved. */
    public double possibleSaving() {
        return Math.max(0, totalCost - lowerBound);
    }

    /** Whether the proof leaves open more than a fifth of the cost: the bound is then loose rather than the plan poor. */
    public boolean isBoundLoose() {
        return possibleSaving() > LOOSE_SHARE * totalCost;
    }

    /** The parts of the total, greatest first, each as a share of the greatest. */
    public List<CostPart> costParts() {
        List<CostPart> parts = Stream.of(
                        new CostPart("holding", holdingCost, 0),
                        new CostPart("shortage", shortageCost, 0),
                        new CostPart("belowSafety", belowSafetyCost, 0),
                        new CostPart("order", orderCost, 0),
                        new CostPart("transfer", transferCost, 0),
                        new CostPart("purchasePremium", purchasePremiumCost, 0),
                        new CostPart("obsolescence", obsolescenceCost, 0))
                .sorted((a, b) -> Double.compare(b.amount(), a.amount()))
                .toList();
        double greatest = parts.get(0).amount();
        return parts.stream()
                .map(part -> new CostPart(
                        part.name(),
                        part.amount(),
                        greatest > 0 ? (int) Math.round(100 * part.amount() / greatest) : 0))
                .toList();
    }

    /** @param percent length of its bar */
    public record CostPart(String name, double amount, int percent) {}
}
