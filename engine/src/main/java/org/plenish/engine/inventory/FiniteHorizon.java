package org.plenish.engine.inventory;

import java.util.List;
import java.util.stream.IntStream;
import org.plenish.engine.math.Normal;

/**
 * Periods with an end, each with its own costs and normal demand, orders that come at once and customers who wait: what to do
 * in each is a reorder point and an order-up-to level, found exactly on whole units by dynamic programming.
 *
 * <p>{@code θ_t(x) = min over y ≥ x of K_t·[y > x] + c_t·(y - x) + h_t·E[(y - D)⁺] + p_t·E[(D - y)⁺] + γ_t·E[θ_{t+1}(y - D)]}, after the last
 * period {@code h·x⁺ + p·x⁻}. The costs of a period are those of normal demand; for what follows demand is rounded to whole
 * units, and what lies beyond four standard deviations is left out. Source: Scarf (1960), The optimality of (S, s) policies in
 * the dynamic inventory problem; Snyder & Shen (2019), §4.5. Example (problem 4.30): ten periods with h = 1, p = 25, c = 1, K =
 * 40, demand N(18, 3²), γ = 0.98 from an empty stock cost 519.36; first s = 17 and S = 42.
 *
 * @param periods in their order, one or more
 * @param endHoldingCost of a unit left at the end (currency units), 0 or more
 * @param endStockoutCost of a unit owed at the end (currency units), 0 or more
 */
public record FiniteHorizon(List<Period> periods, double endHoldingCost, double endStockoutCost) {

    private static final double CUT_OFF_SDS = 4;

    /** So many levels of stock take seconds; more are better counted in a larger unit. */
    private static final double MOST_LEVELS = 20_000;

    /**
     * A period.
     *
     * @param fixedCost K, of an order (currency units), 0 or more
     * @param unitCost c (currency units), 0 or more
     * @param costs h and p, of a unit left and of a unit owed at its end
     * @param demand with a mean of 0 or more
     * @param discountFactor γ, what money of the next period is worth in this one, above 0, at most 1
     */
    public record Period(double fixedCost, double unitCost, Newsvendor costs, Normal demand, double discountFactor) {

        /** @throws IllegalArgumentException if a value is outside its range */
        public Period {
            Arguments.requireAtLeastZero(fixedCost, "fixed cost of an order");
            Arguments.requireAtLeastZero(unitCost, "purchase cost of a unit");
            Arguments.requireAtLeastZero(demand.mean(), "mean demand of a period");
            if (!(discountFactor > 0 && discountFactor <= 1)) {
                throw new IllegalArgumentException(
                        "discount factor: " + discountFactor + " must be above 0 and at most 1.");
            }
        }

        private int leastDemand() {
            return (int) Math.rint(demand.mean() - CUT_OFF_SDS * demand.sd());
        }

        private int mostDemand() {
            return (int) Math.rint(demand.mean() + CUT_OFF_SDS * demand.sd());
        }
    }

    /**
     * What to do in each period.
     *
     * @param reorderPoints s, units: order if stock is not above it
     * @param orderUpToLevels S, units
     * @param cost expected, of all periods, worth in the first (currency units)
     */
    public record Policy(int[] reorderPoints, int[] orderUpToLevels, double cost) {

        public Policy {
            reorderPoints = reorderPoints.clone();
            orderUpToLevels = orderUpToLevels.clone();
        }

        @Override
        public int[] reorderPoints() {
            return reorderPoints.clone();
        }

        @Override
        public int[] orderUpToLevels() {
            return orderUpToLevels.clone();
        }
    }

    /** @throws IllegalArgumentException if there is no period or an end cost is negative */
    public FiniteHorizon {
        periods = List.copyOf(periods);
        Arguments.requireAtLeastZero(endHoldingCost, "holding cost at the end");
        Arguments.requireAtLeastZero(endStockoutCost, "stockout cost at the end");
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("horizon of no periods: there must be 1 or more.");
        }
    }

    /**
     * The best policy.
     *
     * @param initialUnits stock before the first period, negative if units are owed
     * @throws IllegalArgumentException if a unit owed costs less than buying it, so that nothing would ever be ordered, or the
     *     units are too many
     */
    public Policy best(int initialUnits) {
        double most = Math.max(
                initialUnits, periods.stream().mapToInt(Period::mostDemand).sum());
        double least = Math.min(
                initialUnits,
                -periods.stream()
                        .mapToDouble(period -> period.mostDemand() + period.fixedCost / period.costs.stockoutCost())
                        .max()
                        .orElse(0));
        if (most - least > MOST_LEVELS) {
            throw new IllegalArgumentException("stock from " + least + " to " + most + " units: there must be at most "
                    + MOST_LEVELS + " levels. Maybe count in a larger unit.");
        }
        int low = (int) Math.floor(least);
        int levels = (int) most - low + 1;
        int[] reorderPoints = new int[periods.size()];
        int[] orderUpToLevels = new int[periods.size()];
        Future future = x -> endHoldingCost * Math.max(0, x) + endStockoutCost * Math.max(0, -x);
        for (int t = periods.size() - 1; t >= 0; t--) {
            Period period = periods.get(t);
            double[] cost = costFrom(period, low, levels, future);
            int best = 0;
            for (int i = 1; i < levels; i++) {
                best = cost[i] < cost[best] ? i : best;
            }
            int reorder = best;
            while (reorder >= 0 && cost[reorder] < period.fixedCost + cost[best]) {
                reorder--;
            }
            if (best == 0 || reorder < 0) {
                throw new IllegalArgumentException("purchase cost of a unit: " + period.unitCost
                        + " must be below what a unit owed costs; nothing would ever be ordered.");
            }
            reorderPoints[t] = low + reorder;
            orderUpToLevels[t] = low + best;
            double ordered = period.fixedCost + cost[best];
            int reorderPoint = low + reorder;
            future = x -> (x <= reorderPoint ? ordered : cost[x - low]) - period.unitCost * x;
        }
        return new Policy(reorderPoints, orderUpToLevels, future.cost(initialUnits));
    }

    /**
     * Bounds of a period's best policy from that period alone, not rounded: s lies between the first two, S between the last two.
     *
     * @param lowestReorderPoint below S̲, where a period costs K_t more than at S̲
     * @param highestReorderPoint below S̲, where it costs {@code K_t - γ_t·K_{t+1}} more
     * @param lowestOrderUpToLevel S̲, where a period of several costs least
     * @param highestOrderUpToLevel above S̲, where it costs {@code γ_t·K_{t+1}} more
     */
    public record MyopicBounds(
            double lowestReorderPoint,
            double highestReorderPoint,
            double lowestOrderUpToLevel,
            double highestOrderUpToLevel) {}

    /**
     * Bounds of each period's best policy. A period costs {@code (c_t - γ_t·c_{t+1})·y + h_t·E[(y - D)⁺] + p_t·E[(D - y)⁺]} if stock is y
     * after ordering; the last one bears the discounted end costs as well and has nothing to follow. Source: Veinott (1966), On
     * the optimality of (s, S) inventory policies: new conditions and a new proof; Snyder & Shen (2019), §4.5. They hold if
     * costs and demand do not move much from one period to the next.
     *
     * @throws IllegalArgumentException if prices move so much that no level is best for a period alone
     */
    public List<MyopicBounds> myopicBounds() {
        return IntStream.range(0, periods.size()).mapToObj(this::myopicBounds).toList();
    }

    private MyopicBounds myopicBounds(int t) {
        Period period = periods.get(t);
        boolean last = t + 1 == periods.size();
        double discount = period.discountFactor;
        Newsvendor costs = last
                ? new Newsvendor(
                        period.costs.holdingCost() + discount * endHoldingCost,
                        period.costs.stockoutCost() + discount * endStockoutCost)
                : period.costs;
        double nextUnitCost = last ? 0 : periods.get(t + 1).unitCost;
        double nextFixedCost = last ? 0 : discount * periods.get(t + 1).fixedCost;
        Newsvendor.Myopic alone = new Newsvendor.Myopic(costs, period.unitCost, nextUnitCost, discount);
        double best = alone.baseStockUnits(period.demand);
        double least = alone.cost(period.demand, best);
        return new MyopicBounds(
                alone.baseStockUnitsAtCost(period.demand, least + period.fixedCost, true),
                alone.baseStockUnitsAtCost(period.demand, least + Math.max(0, period.fixedCost - nextFixedCost), true),
                best,
                alone.baseStockUnitsAtCost(period.demand, least + nextFixedCost, false));
    }

    /** θ: expected cost from here on with {@code units} before ordering. */
    private interface Future {
        double cost(int units);
    }

    /** At i: what follows from having {@code low + i} after ordering, all units counted as bought now. */
    private static double[] costFrom(Period period, int low, int levels, Future future) {
        int leastDemand = period.leastDemand();
        double[] probability = new double[period.mostDemand() - leastDemand + 1];
        for (int d = 0; d < probability.length; d++) {
            probability[d] = period.demand.cumulativeProbability(leastDemand + d + 0.5)
                    - period.demand.cumulativeProbability(leastDemand + d - 0.5);
        }
        double[] cost = new double[levels];
        for (int i = 0; i < levels; i++) {
            double later = 0;
            for (int d = 0; d < probability.length; d++) {
                // Negative demand cannot lift stock above what the grid ends with.
                int left = Math.min(low + levels - 1, low + i - leastDemand - d);
                later += probability[d] * future.cost(left);
            }
            cost[i] = period.unitCost * (low + i)
                    + period.costs.cost(period.demand, low + i)
                    + period.discountFactor * later;
        }
        return cost;
    }
}
