package org.plenish.engine.inventory;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.plenish.engine.math.Distribution;

/**
 * Stages in a row, each supplied by the next, the last from outside without limit; customers wait for what is missing. Each
 * stage keeps an echelon base stock: what it and all stages nearer to the customer have and await.
 *
 * @param stages from the customer on
 * @param stockoutCost p, of a unit a customer waits for, for a unit of time (currency units), above 0
 */
public record SerialSystem(List<Stage> stages, double stockoutCost) {

    /**
     * A stage.
     *
     * @param echelonHoldingCost h, what a unit costs here more than at the stage that supplies it, for a unit of time (currency
     *     units), above 0
     * @param leadTime from the stage that supplies it, 0 or more
     */
    public record Stage(double echelonHoldingCost, double leadTime) {

        /** @throws IllegalArgumentException if a value is outside its range */
        public Stage {
            Arguments.requirePositive(echelonHoldingCost, "echelon holding cost");
            Arguments.requireAtLeastZero(leadTime, "lead time");
        }
    }

    /**
     * How finely the recursion looks at levels and demand that may have any value, and where it cuts distributions off. Demand
     * in whole units is looked at unit by unit.
     *
     * @param levels into how many steps the range of inventory levels is cut, 1 or more
     * @param demands into how many steps demand over a lead time is cut, 1 or more
     * @param lowerTail probability below which demand over a lead time is cut off, inside (0, 1) as all of these
     * @param upperTail probability above which it is cut off
     * @param sumLowerTail as {@code lowerTail} of demand over all lead times, which tells the lowest level
     * @param sumUpperTail as {@code upperTail} of demand over all lead times, which tells the highest level
     */
    public record Grid(
            int levels, int demands, double lowerTail, double upperTail, double sumLowerTail, double sumUpperTail) {

        private static final double FOUR_SIGMA = 3.167124183311998e-05;

        /** A thousand levels by a hundred demands, cut off where four standard deviations from the mean would be. */
        public static final Grid FINE = new Grid(1000, 100, FOUR_SIGMA, FOUR_SIGMA, FOUR_SIGMA, FOUR_SIGMA);

        /** @throws IllegalArgumentException if a value is outside its range */
        public Grid {
            Arguments.requireAtLeastOne(levels, "steps of inventory levels");
            Arguments.requireAtLeastOne(demands, "steps of demand");
            Arguments.requireInside(lowerTail, "lower tail of lead-time demand");
            Arguments.requireInside(upperTail, "upper tail of lead-time demand");
            Arguments.requireInside(sumLowerTail, "lower tail of demand over all lead times");
            Arguments.requireInside(sumUpperTail, "upper tail of demand over all lead times");
        }
    }

    /**
     * The best policy.
     *
     * @param echelonBaseStockUnits by stage, from the customer on
     * @param cost a unit of time, what holding costs in transit included
     */
    public record Optimum(List<Double> echelonBaseStockUnits, double cost) {

        public Optimum {
            echelonBaseStockUnits = List.copyOf(echelonBaseStockUnits);
        }

        Optimum(double[] echelonBaseStockUnits, double cost) {
            this(DoubleStream.of(echelonBaseStockUnits).boxed().toList(), cost);
        }
    }

    /** @throws IllegalArgumentException if there is no stage or the stockout cost is not above 0 */
    public SerialSystem {
        stages = List.copyOf(stages);
        Arguments.requirePositive(stockoutCost, "stockout cost");
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("serial system of no stages: there must be 1 or more.");
        }
    }

    /**
     * Echelon base stocks near the best, each the mean of two newsvendors: {@code S_j = (F_j⁻¹((p + Σ_{i>j} hᵢ) / (p + Σ_i hᵢ)) +
     * F_j⁻¹((p + Σ_{i>j} hᵢ) / (p + Σ_{i≥j} hᵢ))) / 2}, where F_j is demand over the lead times of stages 1 ... j. The first is a
     * lower, the second an upper bound of the best. Source: Shang & Song (2003), Newsvendor bounds and heuristic for optimal
     * policies in serial supply chains, Management Science 49(5). Example: h = 3, 2, 2 and lead times 1, 1, 2 from the customer
     * on, p = 37.12, demand N(5, 1) a unit of time give 6.49, 12.03 and 22.63 (Snyder & Shen 2019, example 6.1).
     *
     * @param demandOver demand over a time above 0
     * @return units by stage, from the customer on; not rounded, so that whole demand may give halves
     */
    public double[] newsvendorBaseStockUnits(DoubleFunction<Distribution> demandOver) {
        double allHolding =
                stages.stream().mapToDouble(Stage::echelonHoldingCost).sum();
        double upstream = allHolding;
        double time = 0;
        double[] levels = new double[stages.size()];
        for (int j = 0; j < levels.length; j++) {
            double fromHere = upstream;
            upstream = Math.max(0, upstream - stages.get(j).echelonHoldingCost());
            time += stages.get(j).leadTime();
            if (time > 0) {
                Distribution demand = demandOver.apply(time);
                levels[j] = (demand.quantile((stockoutCost + upstream) / (stockoutCost + allHolding))
                                + demand.quantile((stockoutCost + upstream) / (stockoutCost + fromHere)))
                        / 2;
            }
        }
        return levels;
    }

    /**
     * The echelon base stocks of least cost. A unit of echelon inventory costs h of its stage, on hand or in transit further
     * down, a unit that a customer waits for p. Source: Clark & Scarf (1960), Management Science 6(4); the recursion by Chen &
     * Zheng (1994), Lower bounds for multi-echelon stochastic inventory systems, Management Science 40(11); Snyder & Shen
     * (2019), §6.2. Example: h = 3, 2, 2 and lead times 1, 1, 2 from the customer on, p = 37.12, demand N(5, 1) a unit of time
     * give 6.51, 12.01 and 22.70 at a cost of 47.67 (their example 6.1).
     *
     * @param demandOver demand over a time above 0: independent from one moment to the next
     * @return levels on the grid; whole where demand is
     */
    public Optimum optimum(DoubleFunction<Distribution> demandOver, Grid grid) {
        if (leadTimeOfAll() == 0) {
            return new Optimum(new double[stages.size()], 0);
        }
        return new EchelonRecursion(stages, stockoutCost, demandOver, grid, null).solve(null);
    }

    /**
     * What given echelon base stocks cost, as the sum of {@link #expectedHoldingCost} and {@code p} times the units that
     * customers wait for. Source: as of {@link #optimum}.
     *
     * @param echelonBaseStockUnits by stage, from the customer on; a stage with more than the next one is as one with as much
     * @return cost a unit of time
     * @throws IllegalArgumentException if there are not as many finite levels as stages
     */
    public double expectedCost(double[] echelonBaseStockUnits, DoubleFunction<Distribution> demandOver, Grid grid) {
        return expectedCost(echelonBaseStockUnits, stockoutCost, demandOver, grid);
    }

    /**
     * What is held under given echelon base stocks costs: the recursion with a stockout cost of 0. Source: as of {@link
     * #optimum}.
     *
     * @param echelonBaseStockUnits by stage, from the customer on
     * @return cost a unit of time
     * @throws IllegalArgumentException if there are not as many finite levels as stages
     */
    public double expectedHoldingCost(
            double[] echelonBaseStockUnits, DoubleFunction<Distribution> demandOver, Grid grid) {
        return expectedCost(echelonBaseStockUnits, 0, demandOver, grid);
    }

    private double expectedCost(
            double[] given, double costOfStockout, DoubleFunction<Distribution> demandOver, Grid grid) {
        if (given.length != stages.size()) {
            throw new IllegalArgumentException("echelon base stocks: " + given.length + " levels for " + stages.size()
                    + " stages, there must be one each.");
        }
        for (double level : given) {
            Arguments.requireFinite(level, "echelon base stock");
        }
        if (leadTimeOfAll() == 0) {
            return costWithoutLeadTime(given, costOfStockout);
        }
        return new EchelonRecursion(stages, costOfStockout, demandOver, grid, given)
                .solve(given)
                .cost();
    }

    private double leadTimeOfAll() {
        return stages.stream().mapToDouble(Stage::leadTime).sum();
    }

    /** Nothing is ever on its way: each echelon has its base stock, or the next one's where that is less. */
    private double costWithoutLeadTime(double[] given, double costOfStockout) {
        double level = Double.POSITIVE_INFINITY;
        double cost = 0;
        double holding = 0;
        for (int j = given.length - 1; j >= 0; j--) {
            level = Math.min(level, given[j]);
            cost += stages.get(j).echelonHoldingCost() * level;
            holding += stages.get(j).echelonHoldingCost();
        }
        return cost + (costOfStockout + holding) * Math.max(0, -level);
    }
}
