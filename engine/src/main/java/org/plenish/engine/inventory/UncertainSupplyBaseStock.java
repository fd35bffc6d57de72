package org.plenish.engine.inventory;

import org.plenish.engine.math.Distribution;

/**
 * Base-stock levels for the same demand in every period where the supply is what varies.
 *
 * @param holdingCost h, of a unit left at the end of a period
 * @param stockoutCost p, of a unit backordered at the end of a period
 * @param demandUnits d, in each period
 */
public record UncertainSupplyBaseStock(double holdingCost, double stockoutCost, double demandUnits) {

    /** @throws IllegalArgumentException if a value is not above 0 */
    public UncertainSupplyBaseStock {
        Arguments.requirePositive(holdingCost, "holding cost");
        Arguments.requirePositive(stockoutCost, "stockout cost");
        Arguments.requirePositive(demandUnits, "demand a period");
    }

    /**
     * The chances that a supplier goes down and comes up.
     *
     * @param disruption α: a supplier that is up is down in the next period
     * @param recovery β: one that is down is up in the next period
     */
    public record Disruptions(double disruption, double recovery) {

        /** @throws IllegalArgumentException if a probability is not inside (0, 1) */
        public Disruptions {
            Arguments.requireInside(disruption, "disruption probability");
            Arguments.requireInside(recovery, "recovery probability");
        }

        /** {@code P(N > n) = α/(α+β)·(1-β)ⁿ}, N the number of periods the supplier has now been down. */
        double longerThan(int periods) {
            return disruption / (disruption + recovery) * Math.pow(1 - recovery, periods);
        }
    }

    /**
     * {@code S = d·(1 + n)}, n the least number of periods with {@code F(n) ≥ p/(h+p)}, F the distribution of how long the
     * supplier has been down. Source: Tomlin (2006); Snyder & Shen (2019), §9.2.3. Example: h = 0.25, p = 3, d = 2,000, α =
     * 0.04, β = 0.25 gives n = 3 and 8,000 (their example 9.3).
     *
     * @return units
     */
    public double units(Disruptions disruptions) {
        double uncovered = holdingCost / (holdingCost + stockoutCost);
        int periods = 0;
        while (disruptions.longerThan(periods) > uncovered) {
            periods++;
        }
        return demandUnits * (1 + periods);
    }

    /**
     * {@code Σ πₙ·(h·(S-(n+1)d)⁺ + p·((n+1)d-S)⁺)}, summed as {@code h·E[S-(N+1)d] + (h+p)·E[((N+1)d-S)⁺]}: the part
     * beyond S is a geometric series.
     *
     * @return cost a period
     */
    public double cost(double baseStockUnits, Disruptions disruptions) {
        Arguments.requireFinite(baseStockUnits, "base-stock level");
        // E[(N + 1 - x)⁺] = Σ over n ≥ 0 of the part of [n, n+1] above x, times P(N + 1 > n)
        double x = baseStockUnits / demandUnits;
        double meanDown = disruptions.longerThan(0) / disruptions.recovery();
        double shortPeriods;
        if (x <= 1) {
            shortPeriods = 1 + meanDown - x;
        } else {
            int whole = (int) Math.floor(x - 1);
            double beyond = disruptions.longerThan(whole);
            shortPeriods = (whole + 2 - x) * beyond + (1 - disruptions.recovery()) * beyond / disruptions.recovery();
        }
        double shortUnits = demandUnits * shortPeriods;
        return holdingCost * (baseStockUnits - demandUnits * (1 + meanDown))
                + (holdingCost + stockoutCost) * shortUnits;
    }

    /**
     * {@code S = d - F⁻¹(h/(h+p))}, F the distribution of Y, where {@code S + Y} is there after an order up to S. Source:
     * Snyder & Shen (2019), §9.3.2.
     *
     * @return units
     */
    public double unitsForAdditiveYield(Distribution yieldUnits) {
        return demandUnits - yieldUnits.quantile(holdingCost / (holdingCost + stockoutCost));
    }

    /**
     * {@code h·E[(S+Y-d)⁺] + p·E[(d-S-Y)⁺]}. Example: h = 150, p = 1,200, d = 25 and Y uniform between -5 and 0 cost 333.3
     * at the best level, 29.44 (Snyder & Shen 2019, problem 9.5).
     *
     * @return cost a period
     */
    public double costForAdditiveYield(double baseStockUnits, Distribution yieldUnits) {
        Arguments.requireFinite(baseStockUnits, "base-stock level");
        double missing = demandUnits - baseStockUnits;
        double over = yieldUnits.loss(missing);
        double under = over - (yieldUnits.mean() - missing);
        return holdingCost * over + stockoutCost * under;
    }
}
