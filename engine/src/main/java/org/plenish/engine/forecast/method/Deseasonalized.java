package org.plenish.engine.forecast.method;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Another method on demand from which the season was taken out, and put back into its forecast. The season is the
 * series' own, or that of a pool of like series, which shows it where one series is too thin.
 *
 * <p>Source: Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §5.7 (forecasting with
 * decomposition); Withycombe (1989), International Journal of
 * Forecasting 5 (indices of a product group).
 */
public final class Deseasonalized implements ForecastMethod {

    /** A single series' own season needs more evidence than a pool's. */
    private static final double OWN_PRIOR_SEASONS = 1;

    private static final double POOL_PRIOR_SEASONS = 0.25;

    private final ForecastMethod method;
    private final int period;
    private final double @Nullable [] poolUnits;
    private final int offset;

    private Deseasonalized(ForecastMethod method, int period, double @Nullable [] poolUnits, int offset) {
        this.method = method;
        this.period = period;
        this.poolUnits = poolUnits;
        this.offset = offset;
    }

    /** @param period buckets in a season, 2 or more */
    public static Deseasonalized byItself(ForecastMethod method, int period) {
        return new Deseasonalized(method, period, null, 0);
    }

    /**
     * @param poolUnits demand of the pool; not changed, and read only as far as the history forecast from reaches
     * @param offset bucket of the pool that is the series' first
     */
    public static Deseasonalized byPool(ForecastMethod method, int period, double[] poolUnits, int offset) {
        return new Deseasonalized(method, period, poolUnits, offset);
    }

    @Override
    public String id() {
        return "seasonal_" + method.id();
    }

    @Override
    public String suits() {
        return "it follows the seasons" + (poolUnits == null ? "" : " of its category");
    }

    /** Needs a whole season to look back on; a season cannot be read from one intermittent series. */
    @Override
    public boolean canForecast(double[] demandUnits) {
        return offset + demandUnits.length >= period
                && (poolUnits != null || !Histories.isIntermittent(demandUnits))
                && method.canForecast(demandUnits);
    }

    @Override
    public Prediction forecast(double[] demandUnits, int horizonBuckets) {
        double[] indices = poolUnits == null
                ? SeasonalIndices.of(demandUnits, period, OWN_PRIOR_SEASONS)
                : SeasonalIndices.of(Arrays.copyOf(poolUnits, offset + demandUnits.length), period, POOL_PRIOR_SEASONS);
        double[] level = new double[demandUnits.length];
        for (int i = 0; i < level.length; i++) {
            level[i] = demandUnits[i] / indices[(offset + i) % period];
        }
        Prediction ofLevel = method.forecast(level, horizonBuckets);
        double[] mean = new double[horizonBuckets];
        double[] sd = new double[horizonBuckets];
        for (int i = 0; i < horizonBuckets; i++) {
            double index = indices[(offset + demandUnits.length + i) % period];
            mean[i] = ofLevel.mean()[i] * index;
            sd[i] = ofLevel.sd()[i] * index;
        }
        return new Prediction(mean, sd);
    }
}
