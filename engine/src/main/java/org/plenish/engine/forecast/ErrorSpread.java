package org.plenish.engine.forecast;

/**
 * How wrong a forecast may be: the variance of one bucket's error, and by how much the error of a total grows faster than
 * that of independent buckets.
 *
 * <p>The error of a total of {@code k} buckets has the variance {@code v·k·(1 + c·(k − 1))}: {@code c} is zero if the
 * buckets' errors are independent, one if they are the same. It is measured on the totals of held-out spans and shrunk
 * to {@link #PRIOR_CORRELATION} where few were held out; the form also carries it past the longest span measured.
 *
 * <p>A bucket whose forecast differs from the mean forecast of the held-out spans has a variance that differs by the
 * ratio to the power of {@link #VARIANCE_POWER}. It is never below the forecast itself, the variance of Poisson demand: a
 * lucky fit does not make demand certain.
 *
 * <p>Source: Hyndman, Koehler, Ord &amp; Snyder (2008), Forecasting with Exponential Smoothing, §6.5 (errors of lead-time
 * demand are correlated); Syntetos &amp; Boylan (2006), doi:10.1016/j.ijpe.2005.04.004 (measured over the lead time).
 *
 * @param bucketVariance v (units²)
 * @param correlation c, 0 to 1
 * @param atMeanUnits the forecast that {@code bucketVariance} belongs to
 */
record ErrorSpread(double bucketVariance, double correlation, double atMeanUnits) {

    /** What a smoothed level's own error adds when its α is about 0.05. */
    static final double PRIOR_CORRELATION = 0.05;

    /** Between Poisson (1) and proportional (2) demand: Taylor's power law. */
    static final double VARIANCE_POWER = 1.5;

    /** The prior of variance weighs as much as this many held-out buckets. */
    private static final double PRIOR_BUCKETS = 2;

    /** The prior of correlation weighs as much as this many separate held-out spans. */
    private static final double PRIOR_SPANS = 3;

    /** A forecast far from those that were measured is not extrapolated to without bound. */
    private static final double MAX_MEAN_RATIO = 4;

    /** From held-out errors, blended with {@link #ofHistory}. */
    static ErrorSpread of(Backtest.Result result, double[] demandUnits) {
        double prior = ofHistory(demandUnits).bucketVariance();
        double measured = result.bucketVariance();
        int buckets = result.heldOutBuckets();
        double variance = (buckets * measured + PRIOR_BUCKETS * prior) / (buckets + PRIOR_BUCKETS);
        return new ErrorSpread(variance, correlation(result, buckets), result.meanForecast());
    }

    /**
     * Without held-out errors: the history's variance, with a coefficient of variation of one as a prior that weighs as
     * much as two buckets.
     */
    static ErrorSpread ofHistory(double[] demandUnits) {
        double mean = Histories.mean(demandUnits);
        double squares = 0;
        int known = 0;
        for (double units : demandUnits) {
            if (!Double.isNaN(units)) {
                squares += (units - mean) * (units - mean);
                known++;
            }
        }
        if (known == 0) {
            return new ErrorSpread(0, PRIOR_CORRELATION, 0);
        }
        double variance = (squares + PRIOR_BUCKETS * mean * mean) / (known - 1 + PRIOR_BUCKETS);
        return new ErrorSpread(variance, PRIOR_CORRELATION, mean);
    }

    /** Least squares of {@code totalVariance(k) / (v·k) − 1 = c·(k − 1)} over the span, shrunk to the prior. */
    private static double correlation(Backtest.Result result, int heldOutBuckets) {
        double bucketVariance = result.bucketVariance();
        double xy = 0;
        double xx = 0;
        for (int k = 2; k <= result.span(); k++) {
            double excess = result.totalVariance(k) / (bucketVariance * k) - 1;
            if (Double.isFinite(excess)) {
                xy += (k - 1) * excess;
                xx += (k - 1) * (k - 1);
            }
        }
        if (xx == 0) {
            return PRIOR_CORRELATION;
        }
        double measured = Math.max(0, Math.min(1, xy / xx));
        double spans = (double) heldOutBuckets / result.span();
        return (spans * measured + PRIOR_SPANS * PRIOR_CORRELATION) / (spans + PRIOR_SPANS);
    }

    /** Standard deviation of the error of one bucket that is forecast at {@code meanUnits}. */
    double sdUnits(double meanUnits) {
        double ratio = atMeanUnits > 0 ? meanUnits / atMeanUnits : 1;
        double bounded = Math.max(1 / MAX_MEAN_RATIO, Math.min(MAX_MEAN_RATIO, ratio));
        double scaled = bucketVariance * Math.pow(bounded, VARIANCE_POWER);
        return Math.sqrt(Math.max(scaled, meanUnits));
    }

    /** At {@code i}: standard deviation of the error of the total of buckets {@code 0..i}, from that of each alone. */
    double[] cumulativeSdUnits(double[] sdUnits) {
        double[] cumulative = new double[sdUnits.length];
        double variance = 0;
        for (int i = 0; i < sdUnits.length; i++) {
            variance += sdUnits[i] * sdUnits[i];
            cumulative[i] = Math.sqrt(variance * (1 + correlation * i));
        }
        return cumulative;
    }
}
