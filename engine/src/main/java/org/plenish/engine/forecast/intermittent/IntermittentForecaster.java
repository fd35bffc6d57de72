package org.plenish.engine.forecast.intermittent;

import java.util.Arrays;
import java.util.Locale;
import org.plenish.engine.forecast.method.Histories;
import org.plenish.engine.math.Lattice;

/**
 * Forecasts demand that comes now and then, or in small counts, by {@link AveragedNegativeBinomial}.
 *
 * <p>The expected demand it tells is three quarters the mean of the distribution and one quarter its median. The mean of a
 * skewed distribution hangs on how large the rare large orders are, which a short history overrates as often as not; on
 * every set and origin tried the mixture had the lower squared and the lower absolute error. Who needs the mean itself, as
 * for a cost, asks the distribution.
 */
public final class IntermittentForecaster {

    /** Share of the median in the expected demand. */
    private static final double MEDIAN_SHARE = 0.25;

    /** Standard deviation by mean, beyond which the lower end of a normal 95 % interval is below zero. */
    private static final double SPREAD_OF_COUNTS = 0.5;

    private final AveragedNegativeBinomial model;
    private final int period;

    /**
     * @param period buckets in a season, which is looked for where the history is long enough; 1: none
     * @throws IllegalArgumentException if {@code period} is below 1
     */
    public IntermittentForecaster(int period) {
        model = new AveragedNegativeBinomial(period);
        this.period = period;
    }

    /**
     * Whether demand is better told by counts than by a normal distribution around a mean: it is never negative, and either
     * intermittent ({@link Histories#isIntermittent}) or in whole units with changes from bucket to bucket so large that a
     * normal distribution would reach below zero.
     */
    public static boolean suits(double[] demandUnits) {
        int known = Histories.knownCount(demandUnits);
        if (known == 0 || Arrays.stream(demandUnits).anyMatch(units -> units < 0 || Double.isInfinite(units))) {
            return false;
        }
        if (Histories.isIntermittent(demandUnits)) {
            return true;
        }
        double[] demand = Histories.known(demandUnits);
        if (known < 2 || Arrays.stream(demand).anyMatch(units -> units != Math.rint(units))) {
            return false;
        }
        double squaredChanges = 0;
        for (int i = 1; i < known; i++) {
            squaredChanges += (demand[i] - demand[i - 1]) * (demand[i] - demand[i - 1]);
        }
        // changes of independent demand have twice its variance
        double sd = Math.sqrt(squaredChanges / (known - 1) / 2);
        return sd > SPREAD_OF_COUNTS * Histories.mean(demandUnits);
    }

    /**
     * @param demandUnits oldest first; NaN is not known; below zero counts as zero
     * @param horizonBuckets 0 or more
     */
    public IntermittentForecast forecast(double[] demandUnits, int horizonBuckets) {
        AveragedNegativeBinomial.Fitted fitted = model.fit(demandUnits);
        double[] mean = new double[horizonBuckets];
        if (horizonBuckets > 0 && !fitted.isSeasonal()) {
            Arrays.fill(mean, expected(fitted.bucket(1)));
        } else {
            Arrays.setAll(mean, i -> expected(fitted.bucket(i + 1)));
        }
        return new IntermittentForecast(model.id(), why(demandUnits, fitted), mean, fitted);
    }

    private static double expected(Lattice demand) {
        return (1 - MEDIAN_SHARE) * demand.mean() + MEDIAN_SHARE * demand.quantile(0.5);
    }

    private String why(double[] demandUnits, AveragedNegativeBinomial.Fitted fitted) {
        int known = Histories.knownCount(demandUnits);
        int demands = Histories.demandCount(demandUnits);
        if (demands == 0) {
            return "No demand in any known bucket: none is expected.";
        }
        long memory = Math.max(1, Math.round(fitted.memoryBuckets()));
        return String.format(
                Locale.ROOT,
                "Demand in %d of %d buckets: counts around a level that remembers about %d %s%s fit.",
                demands,
                known,
                memory,
                memory == 1 ? "bucket" : "buckets",
                fitted.seasonShare() > 0.5 ? ", with a season of " + period + "," : "");
    }
}
