package org.plenish.engine.forecast;

import org.plenish.engine.forecast.method.Histories;

/**
 * How wrong a forecast may be: the variance of the next bucket's error, by how much it grows with each bucket further
 * ahead, and by how much the error of a total grows faster than if the buckets' errors were independent.
 *
 * <p>Bucket {@code j} (0 is the next) has the error variance {@code v·(1 + g·j)}, and the total of the first {@code k}
 * buckets the sum of theirs times {@code 1 + c·(k − 1)}. Both are exact for independent demand around a mean
 * ({@code g = c = 0}) and for the naive forecast of a random walk ({@code g = 1, c = 2/3}). Of a level smoothed by α, whose
 * total has the variance {@code v·k·(1 + α(k − 1) + α²(k − 1)(2k − 1)/6)}, they give the standard deviation to within 6 %
 * for up to 13 buckets and any α ({@code g = α²}); adding variances as if errors were independent would give a third of it
 * at α = 0.3. They are measured on held-out spans and shrunk where few were held out; the form carries them past the
 * longest span measured.
 *
 * <p>A bucket whose forecast differs from the mean forecast of the held-out spans has a variance that differs by the
 * ratio to the power of {@link #VARIANCE_POWER}. It is never below the forecast itself, the variance of Poisson demand: a
 * lucky fit does not make demand certain.
 *
 * <p>Source: Johnston &amp; Harrison (1986), The variance of lead-time demand, Journal of the Operational Research Society
 * 37; Hyndman, Koehler, Ord &amp; Snyder (2008), Forecasting with Exponential Smoothing, ch. 6 (errors of lead-time
 * demand are correlated); Syntetos &amp; Boylan (2006), doi:10.1016/j.ijpe.2005.04.004 (measured over the lead time).
 *
 * @param nextVariance v (units²)
 * @param growth g, 0 to 1
 * @param correlation c, 0 to 1
 * @param atMeanUnits the forecast that {@code nextVariance} belongs to
 */
record ErrorSpread(double nextVariance, double growth, double correlation, double atMeanUnits) {

    /** What a smoothed level's own error adds when its α is about 0.05. */
    static final double PRIOR_CORRELATION = 0.05;

    /** Between Poisson (1) and proportional (2) demand: Taylor's power law. */
    static final double VARIANCE_POWER = 1.5;

    /** The prior of the variance weighs as much as this many held-out buckets. */
    private static final double PRIOR_BUCKETS = 2;

    /** The priors of growth and correlation weigh as much as this many separate held-out spans. */
    private static final double PRIOR_SPANS = 2;

    /** A forecast far from those that were measured is not extrapolated to without bound. */
    private static final double MAX_MEAN_RATIO = 4;

    /** From held-out errors, blended with {@link #ofHistory}. */
    static ErrorSpread of(Backtest.Result result, double[] demandUnits) {
        int buckets = result.heldOutBuckets();
        double spans = (double) buckets / result.span();
        double growth = spans * growth(result) / (spans + PRIOR_SPANS);
        double correlation = (spans * correlation(result) + PRIOR_SPANS * PRIOR_CORRELATION) / (spans + PRIOR_SPANS);
        double prior = ofHistory(demandUnits).nextVariance();
        double mean = (buckets * result.variance() + PRIOR_BUCKETS * prior) / (buckets + PRIOR_BUCKETS);
        return new ErrorSpread(
                mean / (1 + growth * (result.span() - 1) / 2), growth, correlation, result.meanForecast());
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
            return new ErrorSpread(0, 0, PRIOR_CORRELATION, 0);
        }
        double variance = (squares + PRIOR_BUCKETS * mean * mean) / (known - 1 + PRIOR_BUCKETS);
        return new ErrorSpread(variance, 0, PRIOR_CORRELATION, mean);
    }

    /** g from the measured slope, with the mean variance in the middle of the span. */
    private static double growth(Backtest.Result result) {
        double slope = Math.max(0, result.varianceSlope());
        double next = result.variance() - slope * (result.span() - 1) / 2;
        return next > slope ? slope / next : slope > 0 ? 1 : 0;
    }

    /** c of a straight line through the totals' variances by those of independent errors. */
    private static double correlation(Backtest.Result result) {
        double independent = result.variance(0);
        double xy = 0;
        double xx = 0;
        for (int k = 2; k <= result.span(); k++) {
            independent += result.variance(k - 1);
            double excess = result.totalVariance(k) / independent - 1;
            if (Double.isFinite(excess)) {
                xy += (k - 1) * excess;
                xx += (k - 1) * (k - 1);
            }
        }
        return xx == 0 ? PRIOR_CORRELATION : Math.max(0, Math.min(1, xy / xx));
    }

    /** Standard deviation of the error of each bucket that is forecast at {@code meanUnits}. */
    double[] sdUnits(double[] meanUnits) {
        double[] sd = new double[meanUnits.length];
        for (int j = 0; j < sd.length; j++) {
            sd[j] = sdUnits(meanUnits[j], j);
        }
        return sd;
    }

    /** Standard deviation of the error of bucket {@code ahead} (0 is the next), forecast at {@code meanUnits}. */
    double sdUnits(double meanUnits, int ahead) {
        double ratio = atMeanUnits > 0 ? meanUnits / atMeanUnits : 1;
        double bounded = Math.max(1 / MAX_MEAN_RATIO, Math.min(MAX_MEAN_RATIO, ratio));
        double variance = nextVariance * (1 + growth * ahead) * StrictMath.pow(bounded, VARIANCE_POWER);
        return Math.sqrt(Math.max(variance, meanUnits));
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
