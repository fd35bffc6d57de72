package org.plenish.engine.optimize;

import org.plenish.engine.optimize.pricing.LimitPrices;

/**
 * What one more unit of a limit would save: the prices of the decomposition, where the plan really reaches the limit.
 * Packs are lumpy, so a limit counts as reached from {@link #REACHED_SHARE} of it on.
 */
final class BindingPrices {

    private static final double REACHED_SHARE = 0.95;

    private BindingPrices() {}

    /** {@code [warehouse][period]}, currency per m³. */
    static double[][] space(ExactProblem index, SharedUse use, LimitPrices prices) {
        double[][] binding = new double[index.warehouses()][index.periods()];
        for (int w = 0; w < binding.length; w++) {
            for (int t = 0; t < index.periods(); t++) {
                boolean reached = use.spaceCubicMillimetres(w, t) >= REACHED_SHARE * index.spaceCubicMillimetres(w, t);
                binding[w][t] = reached ? prices.space()[w][t] : 0;
            }
        }
        return binding;
    }

    /**
     * {@code [period]}, currency per currency unit that becomes available; at least the horizon long. Where cash
     * carries forward it counts for every later limit that is reached.
     */
    static double[] cash(ExactProblem index, SharedUse use, LimitPrices prices) {
        double[] binding = new double[Math.max(index.cashPeriods(), index.periods())];
        for (int p = index.cashPeriods() - 1; p >= 0; p--) {
            boolean reached = use.spentMicros(p) >= REACHED_SHARE * index.cashMicros(p);
            binding[p] = reached ? prices.cashLimit()[p] : 0;
            if (index.cashCarriesForward() && p + 1 < index.cashPeriods()) {
                binding[p] += binding[p + 1];
            }
        }
        return binding;
    }
}
