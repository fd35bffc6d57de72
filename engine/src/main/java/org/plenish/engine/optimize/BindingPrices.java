package org.plenish.engine.optimize;

import java.util.stream.LongStream;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
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

    /** {@code [warehouse][period]}, currency per m³. */
    static double[][] space(ExactProblem index, SharedUse use, LimitPrices prices) {
        double[][] binding = new double[index.warehouses()][index.periods()];
        for (int w = 0; w < binding.length; w++) {
            long smallest = smallestCubicMillimetres(index, w);
            for (int t = 0; t < index.periods(); t++) {
                long limit = index.spaceCubicMillimetres(w, t);
                binding[w][t] = reached(limit, use.spaceCubicMillimetres(w, t), smallest) ? prices.space()[w][t] : 0;
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

    private static boolean reached(long limit, long used, long smallest) {
        if (limit == FixedPoint.UNLIMITED) {
            return false;
        }
        long slack = limit - used;
        return slack <= 0 || (slack < smallest && slack <= MOST_SLACK_SHARE * limit);
    }

    /** What the least line of the median article brings to the warehouse. */
    private static long smallestCubicMillimetres(ExactProblem index, int warehouse) {
        LongStream.Builder volumes = LongStream.builder();
        for (int sku = 0; sku < index.skus(); sku++) {
            for (Source source : index.sku(sku).sources()) {
                if (source.deliversTo()[warehouse]) {
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
