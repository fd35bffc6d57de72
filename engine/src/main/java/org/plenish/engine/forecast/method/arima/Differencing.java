package org.plenish.engine.forecast.method.arima;

/**
 * How often a series has to be differenced until it keeps its level: over a season, where the season is strong; from one
 * bucket to the next, until the test of Kwiatkowski, Phillips, Schmidt and Shin no longer rejects a constant level.
 *
 * <p>Source: Kwiatkowski et al. (1992), doi:10.1016/0304-4076(92)90104-Y, equations 10 and 13 and table 1; Hyndman &amp;
 * Khandakar (2008), doi:10.18637/jss.v027.i03, §3.1; Wang, Smith &amp; Hyndman (2006), doi:10.1007/s10618-005-0039-x.
 */
final class Differencing {

    /** Of the KPSS statistic without trend, at 5 %. */
    private static final double CRITICAL_LEVEL = 0.463;

    /** Above it, Hyndman &amp; Athanasopoulos (2021, §9.1) difference over the season. */
    private static final double STRONG_SEASON = 0.64;

    private Differencing() {}

    /** The change of each value to that {@code lag} buckets earlier; shorter by {@code lag}. */
    static double[] difference(double[] values, int lag) {
        double[] changes = new double[values.length - lag];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = values[i + lag] - values[i];
        }
        return changes;
    }

    /** As many seasonal, then ordinary differences as the order says. */
    static double[] difference(double[] values, ArimaOrder order) {
        double[] changes = values;
        for (int i = 0; i < order.seasonalD(); i++) {
            changes = difference(changes, order.period());
        }
        for (int i = 0; i < order.d(); i++) {
            changes = difference(changes, 1);
        }
        return changes;
    }

    /** 0 or 1 differences over a season of {@code period} buckets. */
    static int seasonalOrder(double[] values, int period) {
        return period > 1 && values.length > 2 * period && SeasonalStrength.of(values, period) > STRONG_SEASON ? 1 : 0;
    }

    /** 0 to {@code most} differences from one bucket to the next. */
    static int ordinaryOrder(double[] values, int most) {
        double[] changes = values;
        int order = 0;
        while (order < most && changes.length > 3 && levelStatistic(changes) > CRITICAL_LEVEL) {
            changes = difference(changes, 1);
            order++;
        }
        return order;
    }

    /**
     * The KPSS statistic of a constant level: squared partial sums by the long-run variance, which counts
     * autocorrelations up to lag {@code 3·√n/13} with Bartlett's weights; 0 for a constant series.
     */
    static double levelStatistic(double[] values) {
        int n = values.length;
        double mean = 0;
        for (double value : values) {
            mean += value / n;
        }
        double partialSum = 0;
        double squaredSums = 0;
        for (double value : values) {
            partialSum += value - mean;
            squaredSums += partialSum * partialSum;
        }
        int lags = (int) (3 * Math.sqrt(n) / 13);
        double variance = 0;
        for (int lag = 0; lag <= lags; lag++) {
            double covariance = 0;
            for (int i = lag; i < n; i++) {
                covariance += (values[i] - mean) * (values[i - lag] - mean);
            }
            variance += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * covariance / n;
        }
        return variance > 0 ? squaredSums / variance / n / n : 0;
    }
}
