package org.plenish.engine.inventory;

/**
 * The lot of least cost for demand at a steady rate, alone: {@code K·λ/Q + h·Q/2}. Time is in any unit as long as all three
 * use the same. {@link EconomicOrderQuantity} adds prices, packs and minima.
 *
 * @param fixedCost K, of each order (currency units), 0 or more
 * @param holdingCost h, of a unit for a unit of time (currency units), above 0
 * @param demandRate λ, units a unit of time, 0 or more
 */
public record EconomicLot(double fixedCost, double holdingCost, double demandRate) {

    /** @throws IllegalArgumentException if a value is outside its range */
    public EconomicLot {
        Arguments.requireAtLeastZero(fixedCost, "fixed cost of an order");
        Arguments.requirePositive(holdingCost, "holding cost");
        Arguments.requireAtLeastZero(demandRate, "demand rate");
    }

    /**
     * {@code Q* = √(2·K·λ / h)}. Source: Snyder & Shen (2019), §3.2. Example: K = 8, h = 0.225, λ = 1,300 gives 304.05 at a
     * cost of 68.41 (example 3.1).
     *
     * @return units, not rounded; 0 without demand or fixed cost
     */
    public double units() {
        return Math.sqrt(2 * fixedCost * demandRate / holdingCost);
    }

    /**
     * {@code K·λ/Q + h·Q/2}: ordering and holding for a unit of time, without the goods themselves.
     *
     * @param units Q, above 0
     * @throws IllegalArgumentException if {@code units} is not above 0
     */
    public double cost(double units) {
        Arguments.requirePositive(units, "order quantity");
        return fixedCost * demandRate / units + holdingCost * units / 2;
    }

    /**
     * The same lot where it arrives evenly at a rate instead of at once: stock only grows by what is made above demand, so
     * holding costs {@code h·(1 - λ/μ)}. Source: Snyder & Shen (2019), §3.4 (economic production quantity). Example: K = 8, h =
     * 0.225, λ = 1,300 made at 2,000 gives 513.93 at a cost of 40.47.
     *
     * @param productionRate μ, units a unit of time
     * @throws IllegalArgumentException if the rate is not above the demand rate
     */
    public EconomicLot producedAt(double productionRate) {
        if (!(productionRate > demandRate) || Double.isInfinite(productionRate)) {
            throw new IllegalArgumentException(
                    "production rate: " + productionRate + " must be above the demand rate, " + demandRate + ".");
        }
        return new EconomicLot(fixedCost, holdingCost * (1 - demandRate / productionRate), demandRate);
    }

    /**
     * The same lot where customers wait for what is missing.
     *
     * @param stockoutCost p, of a unit waited for, for a unit of time (currency units), above 0
     * @throws IllegalArgumentException if the cost is not above 0
     */
    public WithBackorders withBackorders(double stockoutCost) {
        return new WithBackorders(this, stockoutCost);
    }

    /**
     * The lot of least cost where a share x of demand may wait: {@code K·λ/Q + h·Q·(1 - x)²/2 + p·Q·x²/2}. Source: Snyder &
     * Shen (2019), §3.5; Zipkin (2000), §3.3. Example: K = 40, h = 40.05, p = 60, λ = 2,080 gives 83.24 with x = 0.4003 at a
     * cost of 1,999.15.
     *
     * @param lot what a lot costs where nobody waits
     * @param stockoutCost p, of a unit waited for, for a unit of time (currency units), above 0
     */
    public record WithBackorders(EconomicLot lot, double stockoutCost) {

        /** @throws IllegalArgumentException if the cost is not above 0 */
        public WithBackorders {
            Arguments.requirePositive(stockoutCost, "stockout cost");
        }

        /** {@code Q* = √(2·K·λ·(h + p) / (h·p))}, units, not rounded. */
        public double units() {
            return lot.units() * Math.sqrt((lot.holdingCost + stockoutCost) / stockoutCost);
        }

        /** {@code x* = h / (h + p)}, share of demand. */
        public double backorderedShare() {
            return lot.holdingCost / (lot.holdingCost + stockoutCost);
        }

        /**
         * Cost for a unit of time.
         *
         * @param units Q, above 0
         * @param backorderedShare x, from 0 to 1
         * @throws IllegalArgumentException if an argument is outside its range
         */
        public double cost(double units, double backorderedShare) {
            Arguments.requirePositive(units, "order quantity");
            if (!(backorderedShare >= 0 && backorderedShare <= 1)) {
                throw new IllegalArgumentException(
                        "share of demand that waits: " + backorderedShare + " must be from 0 to 1.");
            }
            double served = 1 - backorderedShare;
            return lot.fixedCost * lot.demandRate / units
                    + units
                            / 2
                            * (lot.holdingCost * served * served + stockoutCost * backorderedShare * backorderedShare);
        }
    }
}
