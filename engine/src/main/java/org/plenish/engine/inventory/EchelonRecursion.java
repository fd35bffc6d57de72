package org.plenish.engine.inventory;

import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.inventory.SerialSystem.Grid;
import org.plenish.engine.inventory.SerialSystem.Optimum;
import org.plenish.engine.inventory.SerialSystem.Stage;
import org.plenish.engine.math.Distribution;

/**
 * Chen and Zheng's recursion on a grid. With {@code g̲₀(x) = (p + Σhᵢ)·x⁻}, for j = 1, 2, ... from the customer on: {@code
 * ĝ_j(x) = h_j·x + g̲_{j-1}(x)}, {@code g_j(y) = E[ĝ_j(y - D_j)]}, {@code g̲_j(x) = g_j(min{S_j, x})}; S_j is given or where
 * g_j is least, D_j demand over the lead time of stage j. Beyond the grid ĝ is taken for the line that it approaches.
 */
final class EchelonRecursion {

    private final List<Stage> stages;
    private final double stockoutCost;
    private final DoubleFunction<Distribution> demandOver;
    private final Grid grid;
    private final double meanPerTime;

    /** Distance of two levels, and the echelon inventory levels x from the lowest on. */
    private final double step;

    private final double[] levels;

    /** @param given S_j by stage, so that the grid holds them; null where they are looked for */
    EchelonRecursion(
            List<Stage> stages,
            double stockoutCost,
            DoubleFunction<Distribution> demandOver,
            Grid grid,
            double @Nullable [] given) {
        this.stages = stages;
        this.stockoutCost = stockoutCost;
        this.demandOver = demandOver;
        this.grid = grid;
        double time = stages.stream().mapToDouble(Stage::leadTime).sum();
        Distribution total = demandOver.apply(time);
        meanPerTime = total.mean() / time;
        double most = total.quantile(1 - grid.sumUpperTail());
        double low = lowEnd(total, grid.sumLowerTail()) - most;
        double high = most;
        if (given != null) {
            for (double level : given) {
                low = Math.min(low, level);
                high = Math.max(high, level);
            }
        }
        boolean whole = total.spacing() > 0;
        step = whole ? total.spacing() : (high - low) / grid.levels();
        levels = whole ? multiples(low, high, step) : points(low, step, grid.levels());
    }

    Optimum solve(double @Nullable [] given) {
        double holding = stages.stream().mapToDouble(Stage::echelonHoldingCost).sum();
        double[] downstream = new double[levels.length];
        for (int k = 0; k < levels.length; k++) {
            downstream[k] = (stockoutCost + holding) * Math.max(-levels[k], 0);
        }
        double[] best = new double[stages.size()];
        double cost = 0;
        for (int j = 0; j < best.length; j++) {
            double[] costs = costs(j, downstream, holding);
            int at = given == null ? lowest(costs) : nearest(given[j]);
            best[j] = given == null ? levels[at] : given[j];
            cost = costs[at];
            for (int k = 0; k < levels.length; k++) {
                downstream[k] = costs[Math.min(at, k)];
            }
        }
        return new Optimum(best, cost);
    }

    /** g_j of each level. */
    private double[] costs(int j, double[] downstream, double holding) {
        Masses demand = demandOver(stages.get(j).leadTime());
        double[] costs = new double[levels.length];
        for (int k = 0; k < levels.length; k++) {
            double expected = 0;
            for (int i = 0; i < demand.values.length; i++) {
                double level = levels[k] - demand.values[i];
                double at;
                if (level < levels[0]) {
                    at = costFarBelow(j, nearestBelow(level), holding);
                } else {
                    int nearest = nearest(level);
                    at = stages.get(j).echelonHoldingCost() * levels[nearest] + downstream[nearest];
                }
                expected += demand.masses[i] * at;
            }
            costs[k] = expected;
        }
        return costs;
    }

    /** The line that ĝ_j approaches to the left: everything that is ever short is short at the customer. */
    private double costFarBelow(int j, double level, double holding) {
        double cost = 0;
        double demandAfter = 0;
        for (int i = j; i >= 0; i--) {
            if (i < j) {
                demandAfter += meanPerTime * stages.get(i).leadTime();
            }
            cost += stages.get(i).echelonHoldingCost() * (level - demandAfter);
        }
        return cost - (stockoutCost + holding) * (level - demandAfter);
    }

    /** Demand as it is looked at: values from the lowest on, and how likely each is. */
    private record Masses(double[] values, double[] masses) {}

    /** The lowest and the highest value stand for all beyond them; none is below 0. */
    private Masses demandOver(double leadTime) {
        if (leadTime == 0) {
            return new Masses(new double[] {0}, new double[] {1});
        }
        Distribution demand = demandOver.apply(leadTime);
        boolean whole = demand.spacing() > 0;
        double low = Math.max(0, lowEnd(demand, grid.lowerTail()));
        double high = Math.max(low, demand.quantile(1 - grid.upperTail()));
        double distance = whole ? demand.spacing() : (high - low) / grid.demands();
        double[] values = whole ? multiples(low, high, distance) : points(low, distance, grid.demands());
        double[] masses = new double[values.length];
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            double upTo = i == values.length - 1 ? 1 : demand.cumulativeProbability(values[i] + distance / 2);
            masses[i] = upTo - below;
            below = upTo;
        }
        return new Masses(values, masses);
    }

    /** Where a distribution is cut off below: a discrete one just below its least value. */
    private static double lowEnd(Distribution demand, double tail) {
        return demand.spacing() > 0 ? demand.quantile(Double.MIN_NORMAL) - demand.spacing() : demand.quantile(tail);
    }

    private static double[] points(double low, double step, int steps) {
        double[] points = new double[steps + 1];
        for (int k = 0; k < points.length; k++) {
            points[k] = low + k * step;
        }
        return points;
    }

    private static double[] multiples(double low, double high, double unit) {
        long first = Math.round(low / unit);
        double[] multiples = new double[Math.toIntExact(Math.round(high / unit) - first) + 1];
        for (int k = 0; k < multiples.length; k++) {
            multiples[k] = (first + k) * unit;
        }
        return multiples;
    }

    private static int lowest(double[] costs) {
        int lowest = 0;
        for (int k = 1; k < costs.length; k++) {
            if (costs[k] < costs[lowest]) {
                lowest = k;
            }
        }
        return lowest;
    }

    /** Place of the level that is nearest; of two the higher. */
    private int nearest(double level) {
        int last = levels.length - 1;
        int right = (int) Math.max(0, Math.min(last, Math.ceil((level - levels[0]) / step)));
        while (right > 0 && levels[right - 1] >= level) {
            right--;
        }
        while (right < last && levels[right] < level) {
            right++;
        }
        return right > 0 && Math.abs(level - levels[right - 1]) < Math.abs(level - levels[right]) ? right - 1 : right;
    }

    /** The nearest level of the same grid, were it continued downwards. */
    private double nearestBelow(double level) {
        return levels[0] + step * Math.floor((level - levels[0]) / step + 0.5);
    }
}
