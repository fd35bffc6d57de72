package org.plenish.engine.forecast.method;

/**
 * A form of exponential smoothing fitted to a series, at the series' end.
 *
 * @param alpha how much of an error moves the level
 * @param beta how much moves the trend; 0: no trend
 * @param phi share of the trend that is left after each bucket; 1: all
 * @param gamma how much of an error moves the season; 0: no season
 * @param level at the end
 * @param trend at the end, not yet damped, a bucket; 0: none
 * @param season of the coming buckets in turn, one season long, added or multiplied by; empty: none
 * @param errorSd standard deviation of the one-step error; as a share of the forecast for a multiplicative error
 * @param residualSd standard deviation of the one-step residual in the series' units, whatever the error's form
 * @param logLikelihood of normal errors
 * @param aicc Akaike's criterion for short series: less is better; infinite where the series is too short to tell
 */
@SuppressWarnings("ArrayRecordComponent") // handed from a fit to its only reader
public record EtsFit(
        EtsForm form,
        double alpha,
        double beta,
        double phi,
        double gamma,
        double level,
        double trend,
        double[] season,
        double errorSd,
        double residualSd,
        double logLikelihood,
        double aicc) {

    /** A greater standard deviation, as a share of the greatest mean, says no more than that nothing is known. */
    private static final double GREATEST_SHARE = 1e3;

    /**
     * Mean and standard deviation of the coming buckets. Exact for additive errors and for multiplicative ones without
     * multiplicative season; with it, exact for the first season and near it later.
     *
     * <p>Source: Hyndman, Koehler, Ord &amp; Snyder (2008), ch. 6, table 6.2; Hyndman &amp; Athanasopoulos (2021), §8.7.
     */
    Prediction predict(int horizonBuckets) {
        double[] base = new double[horizonBuckets]; // level and trend
        double[] passedOn = new double[horizonBuckets]; // what an error adds to the base so many buckets later
        double step = trend;
        double value = level;
        double damping = 0;
        double power = 1;
        boolean added = form.season() == EtsForm.Season.ADDITIVE;
        for (int i = 0; i < horizonBuckets; i++) {
            step *= phi;
            value += step;
            base[i] = value + (added ? season[i % season.length] : 0);
            power *= phi;
            damping += power;
            passedOn[i] = alpha + beta * damping + (added && (i + 1) % season.length == 0 ? gamma : 0);
        }
        return form.hasMultiplicativeError() ? relative(base, passedOn) : absolute(base, passedOn);
    }

    private Prediction absolute(double[] base, double[] passedOn) {
        double[] sd = new double[base.length];
        double variance = 1;
        for (int i = 0; i < sd.length; i++) {
            sd[i] = errorSd * Math.sqrt(variance);
            variance += passedOn[i] * passedOn[i];
        }
        return new Prediction(base, sd);
    }

    private Prediction relative(double[] base, double[] passedOn) {
        double errorVariance = errorSd * errorSd;
        double[] variances = new double[base.length]; // of the base, from the errors before
        double[] mean = new double[base.length];
        double[] sd = new double[base.length];
        boolean multiplicativeSeason = form.hasMultiplicativeSeason();
        double greatest = 0;
        for (double value : base) {
            greatest = Math.max(greatest, GREATEST_SHARE * GREATEST_SHARE * value * value);
        }
        double seasonGrowth = 1;
        for (int i = 0; i < base.length; i++) {
            for (int j = 0; j < i; j++) {
                double earlier = base[i - 1 - j];
                double weight = errorVariance * passedOn[j] * passedOn[j];
                variances[i] += weight * (earlier * earlier + variances[i - 1 - j]);
            }
            variances[i] = Math.min(greatest, variances[i]);
            double index = 1;
            if (multiplicativeSeason) {
                index = season[i % season.length];
                if (i > 0 && i % season.length == 0) {
                    seasonGrowth *= 1 + gamma * gamma * errorVariance;
                }
            }
            // θ(1 + σ²)g − μ² with θ = μ² + v, without the difference of near-equals
            double growth = (seasonGrowth - 1) + seasonGrowth * errorVariance;
            double together = 0; // an error a season before moved the base and this season's index
            for (int j = season.length - 1; multiplicativeSeason && j < i; j += season.length) {
                together += 2 * gamma * errorVariance * passedOn[j] * base[i - 1 - j] * base[i];
            }
            double variance = Math.min(
                    greatest, base[i] * base[i] * growth + variances[i] * (1 + growth) + Math.max(0, together));
            mean[i] = base[i] * index;
            sd[i] = Math.abs(index) * Math.sqrt(variance);
        }
        return new Prediction(mean, sd);
    }
}
