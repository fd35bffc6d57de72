package org.plenish.engine.inventory;

import java.util.Arrays;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Normal;

/**
 * (R,s,S) policies with backorders: at a review with s or less, available and on order, S is ordered up to. A period is the time R
 * between two reviews. Without a lead time, (s,S), what is ordered comes at once; with one, what a period's end costs depends on
 * demand over the protection interval, lead time and period.
 *
 * @param holdingCost h, of a unit left at the end of a period
 * @param stockoutCost p, of a unit backordered at its end
 * @param fixedCost K, of an order
 */
public record PeriodicReviewMinMax(double holdingCost, double stockoutCost, double fixedCost) {

    /** @throws IllegalArgumentException if h or p is not above 0, or K is negative */
    public PeriodicReviewMinMax {
        Arguments.requirePositive(holdingCost, "holding cost");
        Arguments.requirePositive(stockoutCost, "stockout cost");
        Arguments.requireAtLeastZero(fixedCost, "fixed cost");
    }

    /** A least-cost policy for demand in whole units and its cost a period. */
    public record Optimum(int reorderPointUnits, int orderUpToUnits, double cost) {}

    /** A policy, not rounded. */
    public record Levels(double reorderPointUnits, double orderUpToUnits) {}

    /**
     * {@code c(s,S) = (K + Σ m(j)·G(S-j) for j = 0 ... S-s-1) / M(S-s)}, m the renewal density of demand, M its sum, G one
     * period's holding and stockout cost. Source: Zheng & Federgruen (1991), Operations Research 39(4); Snyder & Shen (2019),
     * §4.4.3. Example: h = 1, p = 4, K = 5 and Poisson demand of 6 cost 8.034 at s = 4, S = 10 (their example 4.7).
     *
     * @param demand in a period, on 0, 1, 2, ... and not always 0
     * @return cost a period
     * @throws IllegalArgumentException unless {@code s < S}
     */
    public double cost(int reorderPointUnits, int orderUpToUnits, Distribution demand) {
        return cost(reorderPointUnits, orderUpToUnits, demand, demand);
    }

    /**
     * {@link #cost(int, int, Distribution)} with a lead time: G is that of demand over the protection interval. Source: Zheng &
     * Federgruen (1991), Operations Research 39(4); Zipkin (2000), chapter 9. Example: those costs with a lead time of two
     * periods, Poisson demand of 18 over the protection interval, cost 10.027 at s = 17, S = 25.
     *
     * @param demand in a period, on 0, 1, 2, ... and not always 0
     * @param protectionDemand over lead time and period
     * @return cost a period
     * @throws IllegalArgumentException unless {@code s < S}
     */
    public double cost(int reorderPointUnits, int orderUpToUnits, Distribution demand, Distribution protectionDemand) {
        if (reorderPointUnits >= orderUpToUnits) {
            throw new IllegalArgumentException("reorder point: " + reorderPointUnits
                    + " must be below the order-up-to level, " + orderUpToUnits + ".");
        }
        return cost(reorderPointUnits, orderUpToUnits, protectionDemand, new Renewals(demand));
    }

    /**
     * The policy of least cost by Zheng and Federgruen's search: from the best base-stock level y*, s is lowered until its
     * cost no longer exceeds the policy's, then S is raised as long as {@code G(S)} is no more than the best cost. Source:
     * Zheng & Federgruen (1991), Operations Research 39(4); Snyder & Shen (2019), §4.4.3.
     *
     * @param demand in a period, on 0, 1, 2, ... and not always 0
     */
    public Optimum exact(Distribution demand) {
        return exact(demand, demand);
    }

    /**
     * {@link #exact(Distribution)} with a lead time.
     *
     * @param demand in a period, on 0, 1, 2, ... and not always 0
     * @param protectionDemand over lead time and period
     */
    public Optimum exact(Distribution demand, Distribution protectionDemand) {
        Renewals renewals = new Renewals(demand);
        int best = (int) protectionDemand.quantile(stockoutCost / (holdingCost + stockoutCost));
        int reorderPoint = best - 1;
        while (cost(reorderPoint, best, protectionDemand, renewals) > periodCost(reorderPoint, protectionDemand)) {
            reorderPoint--;
        }
        int orderUpTo = best;
        double least = cost(reorderPoint, orderUpTo, protectionDemand, renewals);
        for (int level = best + 1; periodCost(level, protectionDemand) <= least; level++) {
            if (cost(reorderPoint, level, protectionDemand, renewals) < least) {
                orderUpTo = level;
                while (cost(reorderPoint, level, protectionDemand, renewals)
                        <= periodCost(reorderPoint + 1, protectionDemand)) {
                    reorderPoint++;
                }
                least = cost(reorderPoint, level, protectionDemand, renewals);
            }
        }
        return new Optimum(reorderPoint, orderUpTo, least);
    }

    /**
     * The revised power approximation: {@code D_p = 1.30·μ^0.494·(K/h)^0.506·(1 + σ²/μ²)^0.116}, {@code z =
     * √(D_p·h/(σ·p))}, {@code s = 0.973·μ + σ·(0.183/z + 1.063 - 2.192·z)}, {@code S = s + D_p}. No lead time. Source:
     * Ehrhardt & Mosier (1984), Management Science 30(5); Snyder & Shen (2019), §4.4.4. Example: h = 2, p = 36, K = 60 and
     * demand of 190 ± 48 give (226.6, 324.4) (their problem 4.32).
     *
     * @param demandMean μ, of a period (units), above 0
     * @param demandSd σ (units), above 0
     */
    public Levels powerApproximation(double demandMean, double demandSd) {
        double lot = powerLot(demandMean, demandSd);
        double z = Math.sqrt(lot * holdingCost / (demandSd * stockoutCost));
        double reorderPoint = 0.973 * demandMean + demandSd * (0.183 / z + 1.063 - 2.192 * z);
        return new Levels(reorderPoint, reorderPoint + lot);
    }

    /**
     * {@link #powerApproximation}, but where it orders in nearly every period, {@code D_p ≤ 1.5·μ}, both levels are at most
     * the base-stock level {@code μ + σ·Φ⁻¹(p/(h+p))}. Source: Ehrhardt & Mosier (1984), Management Science 30(5). Example:
     * the example above gives (226.6, 267.8).
     */
    public Levels powerApproximationWithinBaseStock(double demandMean, double demandSd) {
        Levels levels = powerApproximation(demandMean, demandSd);
        if (powerLot(demandMean, demandSd) > 1.5 * demandMean) {
            return levels;
        }
        double most = new Normal(demandMean, demandSd).quantile(stockoutCost / (holdingCost + stockoutCost));
        return new Levels(Math.min(levels.reorderPointUnits, most), Math.min(levels.orderUpToUnits, most));
    }

    private double powerLot(double demandMean, double demandSd) {
        Arguments.requirePositive(demandMean, "mean demand");
        Arguments.requirePositive(demandSd, "standard deviation of demand");
        Arguments.requirePositive(fixedCost, "fixed cost");
        double cv = demandSd / demandMean;
        return 1.30
                * Math.pow(demandMean, 0.494)
                * Math.pow(fixedCost / holdingCost, 0.506)
                * Math.pow(1 + cv * cv, 0.116);
    }

    private double cost(int reorderPointUnits, int orderUpToUnits, Distribution demand, Renewals renewals) {
        double sum = fixedCost;
        double periods = 0;
        for (int j = 0; j < orderUpToUnits - reorderPointUnits; j++) {
            double density = renewals.density(j);
            sum += density * periodCost(orderUpToUnits - j, demand);
            periods += density;
        }
        return sum / periods;
    }

    /** G(y). */
    private double periodCost(int levelUnits, Distribution demand) {
        return ContinuousReview.positionCost(holdingCost, stockoutCost, demand, levelUnits);
    }

    /** m(j): how many periods, on average, start with demand since the last order at exactly j. Extended as asked for. */
    private static final class Renewals {

        private final Distribution demand;
        private double[] mass = new double[0];
        private double[] density = new double[0];
        private int known;

        Renewals(Distribution demand) {
            this.demand = demand;
            if (!(demand.cumulativeProbability(0) < 1)) {
                throw new IllegalArgumentException("demand a period: always 0, must sometimes be more.");
            }
        }

        double density(int units) {
            while (known <= units) {
                extend();
            }
            return density[units];
        }

        /** {@code m(0) = 1/(1-p₀)}, {@code m(j) = Σ p_l·m(j-l) for l = 1 ... j, over (1-p₀)}. */
        private void extend() {
            if (known == mass.length) {
                mass = Arrays.copyOf(mass, Math.max(64, 2 * known));
                density = Arrays.copyOf(density, mass.length);
            }
            mass[known] =
                    demand.cumulativeProbability(known) - (known == 0 ? 0 : demand.cumulativeProbability(known - 1));
            double sum = known == 0 ? 1 : 0;
            for (int l = 1; l <= known; l++) {
                sum += mass[l] * density[known - l];
            }
            density[known] = sum / (1 - mass[0]);
            known++;
        }
    }
}
