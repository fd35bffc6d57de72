package org.plenish.engine.optimize;

import java.util.stream.LongStream;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.ReplenishmentProblem.Zone;
import org.plenish.engine.optimize.pricing.LimitPrices;

/**
 * What one more unit of a limit would save: the prices of the decomposition, where the plan really reaches the limit.
 *
 * <p>Orders are lumpy, so a plan rarely uses a limit to the last. It counts as reached where what is left would not
 * take the smallest order of the median article: a line of its least quantity, for cash brought to its supplier's
 * minimum. It never counts where more than {@link #MOST_SLACK_SHARE} of the limit is left: bulky articles must not give
 * a price to a half-empty warehouse.
 */
final class BindingPrices {

    private static final double MOST_SLACK_SHARE = 0.02;

    private BindingPrices() {}

    /** {@code [zone][period]}, currency per m³. */
    static double[][] space(ExactProblem index, SharedUse use, LimitPrices prices) {
        double[][] binding = new double[index.zones()][index.periods()];
        for (int z = 0; z < binding.length; z++) {
            long smallest = smallestCubicMillimetres(index, z);
            for (int t = 0; t < index.periods(); t++) {
                long limit = index.spaceCubicMillimetres(z, t);
                binding[z][t] = reached(limit, use.spaceCubicMillimetres(z, t), smallest) ? prices.space()[z][t] : 0;
            }
        }
        return binding;
    }

    /**
     * {@code [period]}, currency per currency unit that becomes available; at least the horizon long. Where cash
     * carries forward it counts for every later limit that is reached, and so is 0 after the last of them.
     */
    static double[] cash(ExactProblem index, SharedUse use, LimitPrices prices) {
        double[] binding = new double[Math.max(index.cashPeriods(), index.periods())];
        long smallest = smallestMicros(index);
        for (int p = index.cashPeriods() - 1; p >= 0; p--) {
            binding[p] = reached(index.cashMicros(p), use.spentMicros(p), smallest) ? prices.cashLimit()[p] : 0;
            if (index.cashCarriesForward() && p + 1 < index.cashPeriods()) {
                binding[p] += binding[p + 1];
            }
        }
        return binding;
    }

    /** The prices that a result tells, limit by limit: 0 where a limit is not reached. */
    static LimitPrices of(ExactProblem index, OptimizationResult result) {
        LimitPrices prices = LimitPrices.zero(index);
        for (int z = 0; z < index.zones(); z++) {
            System.arraycopy(result.spacePrice()[z], 0, prices.space()[z], 0, index.periods());
        }
        double[] cash = result.cashPrice();
        for (int p = 0; p < index.cashPeriods(); p++) {
            double later =
                    index.cashCarriesForward() && p + 1 < index.cashPeriods() && p + 1 < cash.length ? cash[p + 1] : 0;
            prices.cashLimit()[p] = p < cash.length ? Math.max(0, cash[p] - later) : 0;
        }
        return prices;
    }

    private static boolean reached(long limit, long used, long smallest) {
        if (limit == FixedPoint.UNLIMITED) {
            return false;
        }
        long slack = limit - used;
        return slack <= 0 || (slack < smallest && slack <= MOST_SLACK_SHARE * limit);
    }

    /** What the least line of the median article brings to the zone. */
    private static long smallestCubicMillimetres(ExactProblem index, int zone) {
        Zone space = index.problem().zones().get(zone);
        LongStream.Builder volumes = LongStream.builder();
        for (int sku = 0; sku < index.skus(); sku++) {
            for (Source source : index.sku(sku).sources()) {
                if (space.holds(index.sku(sku)) && source.deliversTo()[space.warehouse()]) {
                    volumes.add(leastUnits(source) * index.unitCubicMillimetres(sku));
                }
            }
        }
        return median(volumes.build());
    }

    /** What the least order of the median article costs. */
    private static long smallestMicros(ExactProblem index) {
        return median(index.problem().skus().stream()
                .flatMap(sku -> sku.sources().stream())
                .mapToLong(source -> Math.max(
                        index.lineValueMicros(source, leastUnits(source)), index.minOrderMicros(source.supplier()))));
    }

    /** The lower one of two; 0 of none. */
    private static long median(LongStream amounts) {
        long[] sorted = amounts.sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
    }

    private static int leastUnits(Source source) {
        int least = Math.max(1, source.minOrderQuantityUnits());
        return (least + source.packUnits() - 1) / source.packUnits() * source.packUnits();
    }
}
