package org.plenish.engine.inventory;

import org.plenish.engine.math.Distribution;

/**
 * Stock for one period, or a base stock renewed every period: what is left costs, what is short costs, and nothing else
 * depends on the choice. The demand given is that of the protection interval: one period where stock comes at once, lead
 * time + 1 periods of review where it does not.
 *
 * <p>Source: Snyder & Shen (2019), §4.3.2; Silver, Pyke & Thomas (2017), §9.2; Arrow, Harris & Marschak (1951). Example: h =
 * 0.18, p = 0.70, demand N(50, 8²) gives S = 56.60 at a cost of 1.9976.
 *
 * @param holdingCost h, of a unit left at the end of a period (currency units), above 0
 * @param stockoutCost p, of a unit short at the end of a period (currency units), above 0
 */
public record Newsvendor(double holdingCost, double stockoutCost) {

    /** @throws IllegalArgumentException if a cost is not above 0 */
    public Newsvendor {
        Arguments.requirePositive(holdingCost, "holding cost");
        Arguments.requirePositive(stockoutCost, "stockout cost");
    }

    /** {@code p / (p + h)}: how likely the best stock suffices. */
    public double criticalRatio() {
        return stockoutCost / (stockoutCost + holdingCost);
    }

    /** The least S with {@code P(D ≤ S) ≥ p / (p + h)}, units: whole where demand is. */
    public double baseStockUnits(Distribution demand) {
        return demand.quantile(criticalRatio());
    }

    /** {@code h·E[(S - D)⁺] + p·E[(D - S)⁺]}: expected cost of a period with {@code baseStockUnits} S. */
    public double cost(Distribution demand, double baseStockUnits) {
        return holdingCost * demand.complementaryLoss(baseStockUnits) + stockoutCost * demand.loss(baseStockUnits);
    }

    /**
     * One selling season with its prices told: the profit is {@code r·E[min(S, D)] - c·S + (v - h)·E[(S - D)⁺] - p·E[(D -
     * S)⁺]}. With {@code S = D + (S - D)⁺ - (D - S)⁺} this is {@code (r - c)·μ} less a newsvendor's cost with {@code c - v + h}
     * for a unit left and {@code r - c + p} for a unit short. Source: Snyder & Shen (2019), §4.3.2.4. Example: r = 7, c = 2.5,
     * v = 1.5, demand N(50, 10²) gives S = 59.08 and a profit of 210.48.
     *
     * @param revenue r, of a unit sold (currency units), 0 or more
     * @param purchaseCost c, of a unit bought, 0 or more
     * @param salvageValue v, of a unit left; negative where its disposal costs
     * @param holdingCost h, of a unit left, beside its value, 0 or more
     * @param stockoutCost p, of a unit short, beside the lost revenue, 0 or more
     */
    public record Season(
            double revenue, double purchaseCost, double salvageValue, double holdingCost, double stockoutCost) {

        /**
         * @throws IllegalArgumentException if a value is outside its range, or a unit left or a unit short would cost nothing:
         *     then all or none would be best
         */
        public Season {
            Arguments.requireAtLeastZero(revenue, "revenue of a unit");
            Arguments.requireAtLeastZero(purchaseCost, "purchase cost of a unit");
            Arguments.requireFinite(salvageValue, "salvage value of a unit");
            Arguments.requireAtLeastZero(holdingCost, "holding cost");
            Arguments.requireAtLeastZero(stockoutCost, "stockout cost");
            if (!(purchaseCost + holdingCost > salvageValue)) {
                throw new IllegalArgumentException("salvage value of a unit: " + salvageValue
                        + " must be below its purchase and holding cost, " + (purchaseCost + holdingCost) + ".");
            }
            if (!(revenue + stockoutCost > purchaseCost)) {
                throw new IllegalArgumentException("purchase cost of a unit: " + purchaseCost
                        + " must be below its revenue and stockout cost, " + (revenue + stockoutCost) + ".");
            }
        }

        /** The same choice with the cost of a unit left and of a unit short. */
        public Newsvendor newsvendor() {
            return new Newsvendor(purchaseCost - salvageValue + holdingCost, revenue - purchaseCost + stockoutCost);
        }

        /** Units to buy for most profit. */
        public double units(Distribution demand) {
            return newsvendor().baseStockUnits(demand);
        }

        /** Expected profit of buying {@code units} (currency units). */
        public double profit(Distribution demand, double units) {
            return (revenue - purchaseCost) * demand.mean() - newsvendor().cost(demand, units);
        }
    }

    /**
     * One period of several, where what is left is worth the next period's price: {@code c·S + h·E[(S - D)⁺] + p·E[(D - S)⁺] -
     * γ·c₊·(S - μ)}. Source: Snyder & Shen (2019), §4.5.1.2 (myopic policy); Veinott (1965). Example: h = 0.18, p = 0.70, c =
     * 0.30, c₊ = 0.35, γ = 0.98, demand N(50, 8²) gives S = 58.10 at a cost of 16.68.
     *
     * @param costs of a unit left and of a unit short
     * @param purchaseCost c, of a unit now (currency units), 0 or more
     * @param nextPurchaseCost c₊, of a unit in the next period, 0 or more
     * @param discountFactor γ, what money of the next period is worth now, above 0, at most 1
     */
    public record Myopic(Newsvendor costs, double purchaseCost, double nextPurchaseCost, double discountFactor) {

        /** @throws IllegalArgumentException if a value is outside its range */
        public Myopic {
            Arguments.requireAtLeastZero(purchaseCost, "purchase cost of a unit");
            Arguments.requireAtLeastZero(nextPurchaseCost, "purchase cost of a unit in the next period");
            if (!(discountFactor > 0 && discountFactor <= 1)) {
                throw new IllegalArgumentException(
                        "discount factor: " + discountFactor + " must be above 0 and at most 1.");
            }
        }

        /**
         * The least S with {@code P(D ≤ S) ≥ (p - (c - γ·c₊)) / (p + h)}.
         *
         * @throws IllegalArgumentException if prices move so much that none or any number would be best
         */
        public double baseStockUnits(Distribution demand) {
            double ratio = (costs.stockoutCost - (purchaseCost - discountFactor * nextPurchaseCost))
                    / (costs.stockoutCost + costs.holdingCost);
            if (!(ratio > 0 && ratio < 1)) {
                throw new IllegalArgumentException("change of the purchase cost: "
                        + (discountFactor * nextPurchaseCost - purchaseCost)
                        + " must be above less the stockout cost and below the holding cost, "
                        + -costs.stockoutCost + " and " + costs.holdingCost + ".");
            }
            return demand.quantile(ratio);
        }

        /**
         * The level on one side of the best whose expected {@link #cost} is as given: what a period may be left with before a fixed
         * cost is worth it. Source: Veinott (1966), On the optimality of (s, S) inventory policies; Snyder & Shen (2019), §4.5.
         * Example: the costs above at 20 give 44.72 below the best and 86.50 above it.
         *
         * @param belowBest whether the level below the best is meant
         * @throws IllegalArgumentException if no level costs as little, or prices move as in {@link #baseStockUnits}
         */
        public double baseStockUnitsAtCost(Distribution demand, double cost, boolean belowBest) {
            Arguments.requireFinite(cost, "cost of a period");
            double best = baseStockUnits(demand);
            double least = cost(demand, best);
            if (cost < least) {
                throw new IllegalArgumentException(
                        "cost of a period: " + cost + " must be no less than its least, " + least + ".");
            }
            double step = Math.max(1, demand.sd());
            return cost == least
                    ? best
                    : Bisection.rootBeyond(level -> cost(demand, level) - cost, best, belowBest ? -step : step);
        }

        /** Expected cost of the period with {@code baseStockUnits} S, what is left credited (currency units). */
        public double cost(Distribution demand, double baseStockUnits) {
            return purchaseCost * baseStockUnits
                    + costs.cost(demand, baseStockUnits)
                    - discountFactor * nextPurchaseCost * (baseStockUnits - demand.mean());
        }
    }
}
