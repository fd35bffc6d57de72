package org.plenish.engine.inventory;

import java.util.Arrays;

/**
 * Lots for demand that is known but not steady, period by period: each order covers whole periods and costs once; what is
 * there at a period's end costs holding.
 *
 * @param orderUnits what is ordered at each period's beginning
 * @param costToGo at t: what period t and all later ones cost from an empty stock on; one more, 0, for the end
 * @param nextOrderPeriod at t: an order in period t covers demand up to the period before this one
 */
public record LotSchedule(double[] orderUnits, double[] costToGo, int[] nextOrderPeriod) {

    public LotSchedule {
        orderUnits = orderUnits.clone();
        costToGo = costToGo.clone();
        nextOrderPeriod = nextOrderPeriod.clone();
    }

    @Override
    public double[] orderUnits() {
        return orderUnits.clone();
    }

    @Override
    public double[] costToGo() {
        return costToGo.clone();
    }

    @Override
    public int[] nextOrderPeriod() {
        return nextOrderPeriod.clone();
    }

    /** What all periods cost together (currency units). */
    public double cost() {
        return costToGo[0];
    }

    /**
     * The lots of least cost, by dynamic programming from the last period back: {@code θ(t) = min over s > t of K_t + Σ
     * (holding of what waits until periods t + 1 ... s - 1) + θ(s)}. A period without demand is passed without an order; of
     * equally good lots the smaller is taken. Source: Wagner & Whitin (1958), Dynamic version of the economic lot size model,
     * Management Science 5(1); Snyder & Shen (2019), §3.7. Example: K = 500, h = 2, demand 90, 120, 80, 70 gives orders of 210
     * and 150 in the first and third period at a cost of 1,380.
     */
    public static LotSchedule wagnerWhitin(PeriodDemand demand) {
        int periods = demand.periods();
        double[] costToGo = new double[periods + 1];
        int[] next = new int[periods];
        for (int t = periods - 1; t >= 0; t--) {
            if (demand.units[t] == 0) {
                costToGo[t] = costToGo[t + 1];
                next[t] = t + 1;
                continue;
            }
            costToGo[t] = Double.POSITIVE_INFINITY;
            double lot = demand.fixedCost[t];
            double carried = 0; // holding of a unit from t to s
            for (int s = t + 1; s <= periods; s++) {
                if (lot + costToGo[s] < costToGo[t]) {
                    costToGo[t] = lot + costToGo[s];
                    next[t] = s;
                }
                if (s < periods) {
                    carried += demand.holdingCost[s - 1];
                    lot += carried * demand.units[s];
                }
            }
        }
        return new LotSchedule(orders(demand, next), costToGo, next);
    }

    /**
     * The Silver–Meal heuristic: an order is stretched period by period as long as cost for a period of cover falls. Not the
     * optimum, but near it, and what it orders now does not change with periods far away. Source: Silver & Meal (1973), A
     * heuristic for selecting lot size quantities for the case of a deterministic time-varying demand rate and discrete
     * opportunities for replenishment, Production and Inventory Management 14(2); Silver, Pyke & Thomas (2017), chapter on
     * lot sizing for time-varying demand. Example: K = 54, h = 0.4, demand 10, 62, 12, 130, 154, 129, 88, 52, 124, 160, 238, 41
     * gives orders of 84, 130, 283, 140, 124, 160 and 279 in periods 1, 4, 5, 7, 9, 10 and 11.
     */
    public static LotSchedule silverMeal(PeriodDemand demand) {
        int periods = demand.periods();
        double[] costToGo = new double[periods + 1];
        int[] next = new int[periods];
        for (int t = periods - 1; t >= 0; t--) {
            if (demand.units[t] == 0) {
                costToGo[t] = costToGo[t + 1];
                next[t] = t + 1;
                continue;
            }
            double lot = demand.fixedCost[t];
            double carried = 0;
            int s = t + 1;
            while (s < periods) {
                double longerCarried = carried + demand.holdingCost[s - 1];
                double longer = lot + longerCarried * demand.units[s];
                if (longer / (s + 1 - t) > lot / (s - t)) {
                    break;
                }
                carried = longerCarried;
                lot = longer;
                s++;
            }
            costToGo[t] = lot + costToGo[s];
            next[t] = s;
        }
        return new LotSchedule(orders(demand, next), costToGo, next);
    }

    private static double[] orders(PeriodDemand demand, int[] next) {
        double[] orders = new double[demand.periods()];
        for (int t = 0; t < orders.length; t = next[t]) {
            for (int covered = t; covered < next[t]; covered++) {
                orders[t] += demand.units[covered];
            }
        }
        return orders;
    }

    /**
     * Demand of periods and what lots for it cost; the arrays are equally long.
     *
     * @param units demand of each period, 0 or more
     * @param fixedCost of an order in each period (currency units), 0 or more
     * @param holdingCost of a unit at each period's end (currency units), 0 or more
     */
    public record PeriodDemand(double[] units, double[] fixedCost, double[] holdingCost) {

        /** @throws IllegalArgumentException if the arrays are not equally long, or a value is negative or not finite */
        public PeriodDemand {
            units = units.clone();
            fixedCost = fixedCost.clone();
            holdingCost = holdingCost.clone();
            if (units.length == 0 || fixedCost.length != units.length || holdingCost.length != units.length) {
                throw new IllegalArgumentException("demand of " + units.length + " periods with " + fixedCost.length
                        + " fixed costs and " + holdingCost.length
                        + " holding costs: there must be as many of all, 1 or more.");
            }
            for (int t = 0; t < units.length; t++) {
                Arguments.requireAtLeastZero(units[t], "demand of a period");
                Arguments.requireAtLeastZero(fixedCost[t], "fixed cost of an order");
                Arguments.requireAtLeastZero(holdingCost[t], "holding cost");
            }
        }

        /** The same costs in every period. */
        public static PeriodDemand ofSteadyCosts(double[] units, double fixedCost, double holdingCost) {
            double[] fixed = new double[units.length];
            double[] holding = new double[units.length];
            Arrays.fill(fixed, fixedCost);
            Arrays.fill(holding, holdingCost);
            return new PeriodDemand(units, fixed, holding);
        }

        @Override
        public double[] units() {
            return units.clone();
        }

        @Override
        public double[] fixedCost() {
            return fixedCost.clone();
        }

        @Override
        public double[] holdingCost() {
            return holdingCost.clone();
        }

        int periods() {
            return units.length;
        }
    }
}
