package org.plenish.engine.forecast.method;

import java.util.Arrays;
import org.plenish.engine.math.NelderMead;

/**
 * Exponential smoothing with a season inside a longer one, such as the hours of the day and the hours of the week:
 * {@code y_t = l_{t-1} + d_{t-m} + w_{t-M} + φ·u_{t-1} + e_t}, where {@code u_t} is what level and seasons left of
 * {@code y_t}; level and both seasons learn from u by α, δ and ω. Where all values are above zero, the mean of this and
 * of the same on logarithms.
 *
 * <p>The seasons start from means over the whole history, the long one shrunk by the share of its variance that chance
 * alone would give, so that it fades out where it is not there. The parameters are those of the least {@code e² + λ·u²}:
 * of one bucket ahead and, as the memory φ of the last error fades, of many.
 *
 * <p>Sources: Taylor (2003), doi:10.1057/palgrave.jors.2601589; Taylor (2010), doi:10.1016/j.ejor.2009.10.003 (in error
 * correction form); Efron &amp; Morris (1975), doi:10.1080/01621459.1975.10479864 (how far to shrink means).
 */
public final class DoubleSeasonalSmoothing implements ForecastMethod {

    /** Of the long season: with fewer, it cannot be told from chance. */
    private static final int MIN_SEASONS = 2;

    /** A longer memory would carry an error past the next day. */
    private static final double MAX_PHI = 0.9;

    private static final double MAX_LEARNT = 1.5;

    /** λ: one bucket ahead weighs as much as two far ahead. */
    private static final double FAR_WEIGHT = 0.5;

    /** Level and seasons are taken from each other that often. */
    private static final int PASSES = 3;

    private static final double[] START = {0.1, 0.1, 0.2, 0.7};
    private static final double[] STEP = {0.15, 0.15, 0.2, 0.2};
    private static final int MAX_EVALUATIONS = 150;
    private static final double TOLERANCE = 1e-4;

    private final int shortPeriod;
    private final int longPeriod;

    /**
     * @param shortPeriod buckets of the short season, 2 or more
     * @param longPeriod buckets of the long one, a multiple of the short one
     */
    public DoubleSeasonalSmoothing(int shortPeriod, int longPeriod) {
        if (shortPeriod < 2 || longPeriod <= shortPeriod || longPeriod % shortPeriod != 0) {
            throw new IllegalArgumentException("longPeriod: " + longPeriod + " must be a multiple of shortPeriod, here "
                    + shortPeriod + ", which must be 2 or more.");
        }
        this.shortPeriod = shortPeriod;
        this.longPeriod = longPeriod;
    }

    @Override
    public String id() {
        return "double_seasonal";
    }

    @Override
    public String suits() {
        return "a season inside a longer season repeats";
    }

    /** If every bucket of the long season is known at least once, and most of two of them. */
    @Override
    public boolean canForecast(double[] values) {
        if (values.length < MIN_SEASONS * longPeriod || 2 * Histories.knownCount(values) < MIN_SEASONS * longPeriod) {
            return false;
        }
        boolean[] seen = new boolean[longPeriod];
        for (int i = 0; i < values.length; i++) {
            seen[i % longPeriod] |= !Double.isNaN(values[i]);
        }
        for (boolean bucket : seen) {
            if (!bucket) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        Prediction plain = forecastPlain(values, horizonBuckets);
        return Arrays.stream(values).anyMatch(value -> value <= 0)
                ? plain
                : halfway(plain, forecastLogarithms(values, horizonBuckets));
    }

    private Prediction forecastPlain(double[] values, int horizonBuckets) {
        StandardSeries standard = StandardSeries.centred(values);
        Filter filter = new Filter(standard.values());
        double[] parameters = NelderMead.minimize(filter::loss, START, STEP, MAX_EVALUATIONS, TOLERANCE);
        return standard.restored(filter.forecast(parameters, horizonBuckets));
    }

    /** The median of what the logarithms forecast. */
    private Prediction forecastLogarithms(double[] values, int horizonBuckets) {
        double[] logs = Arrays.stream(values).map(Math::log).toArray();
        double most = Arrays.stream(logs).filter(Double::isFinite).max().orElseThrow();
        Prediction prediction = forecastPlain(logs, horizonBuckets);
        double[] mean = new double[horizonBuckets];
        double[] sd = new double[horizonBuckets];
        for (int i = 0; i < horizonBuckets; i++) {
            // a logarithm that runs away must not run out of numbers
            mean[i] = Math.exp(Math.min(most + 1, prediction.mean()[i]));
            sd[i] = mean[i] * Math.min(1, prediction.sd()[i]);
        }
        return new Prediction(mean, sd);
    }

    private static Prediction halfway(Prediction first, Prediction second) {
        double[] mean = new double[first.horizonBuckets()];
        double[] sd = new double[first.horizonBuckets()];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (first.mean()[i] + second.mean()[i]) / 2;
            sd[i] = (first.sd()[i] + second.sd()[i]) / 2;
        }
        return new Prediction(mean, sd);
    }

    /** Runs through one history again and again, without allocating. */
    private final class Filter {

        private final double[] values;
        private final double[] firstShort;
        private final double[] firstLong;
        private final double[] shortSeason = new double[shortPeriod];
        private final double[] longSeason = new double[longPeriod];
        private double level;
        private double leftOver;
        private double variance;

        Filter(double[] values) {
            this.values = values;
            double[] detrended = values;
            double[] byShort = new double[0];
            double[] byLong = new double[longPeriod];
            for (int pass = 0; pass < PASSES; pass++) {
                detrended = detrended(byLong);
                byShort = bucketMeans(detrended, shortPeriod);
                byLong = bucketMeans(detrended, longPeriod);
            }
            firstShort = byShort;
            firstLong = byLong;
            double kept = keptOfLongSeason(detrended);
            for (int i = 0; i < longPeriod; i++) {
                firstLong[i] = kept * (firstLong[i] - firstShort[i % shortPeriod]);
            }
        }

        /** What is left of the long season after shrinking, 0 to 1: 1 less the share that chance alone would give. */
        private double keptOfLongSeason(double[] detrended) {
            double within = 0;
            int known = 0;
            for (int i = 0; i < detrended.length; i++) {
                if (!Double.isNaN(detrended[i])) {
                    double error = detrended[i] - firstLong[i % longPeriod];
                    within += error * error;
                    known++;
                }
            }
            double between = 0;
            for (int i = 0; i < longPeriod; i++) {
                double difference = firstLong[i] - firstShort[i % shortPeriod];
                between += difference * difference;
            }
            double seasons = (double) known / longPeriod;
            double byChance = within / Math.max(1, known - longPeriod) / seasons;
            double seen = between / (longPeriod - shortPeriod);
            return seen > 0 ? Math.max(0, 1 - byChance / seen) : 0;
        }

        /**
         * Less the moving level, so that a trend is not taken for season.
         *
         * @param season as far as it is known, so that a gap does not move the level
         */
        private double[] detrended(double[] season) {
            double[] sums = new double[values.length + 1];
            int[] counts = new int[values.length + 1];
            for (int i = 0; i < values.length; i++) {
                boolean known = !Double.isNaN(values[i]);
                sums[i + 1] = sums[i] + (known ? values[i] - season[i % longPeriod] : 0);
                counts[i + 1] = counts[i] + (known ? 1 : 0);
            }
            double[] detrended = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                int from = Math.max(0, Math.min(i - longPeriod / 2, values.length - longPeriod));
                int to = Math.min(values.length, from + longPeriod);
                int known = counts[to] - counts[from];
                detrended[i] = known == 0 ? Double.NaN : values[i] - (sums[to] - sums[from]) / known;
            }
            return detrended;
        }

        double loss(double[] parameters) {
            double alpha = parameters[0];
            double delta = parameters[1];
            double omega = parameters[2];
            double phi = parameters[3];
            if (alpha < 0
                    || delta < 0
                    || omega < 0
                    || phi < 0
                    || alpha > 1
                    || phi > MAX_PHI
                    || alpha + delta + omega > MAX_LEARNT) {
                return Double.POSITIVE_INFINITY;
            }
            restart();
            double near = 0;
            double far = 0;
            int known = 0;
            int inShort = 0;
            int inLong = 0;
            for (double value : values) {
                if (Double.isNaN(value)) {
                    leftOver *= phi;
                } else {
                    double current = value - level - shortSeason[inShort] - longSeason[inLong];
                    double error = current - phi * leftOver;
                    near += error * error;
                    far += current * current;
                    known++;
                    level += alpha * current;
                    shortSeason[inShort] += delta * current;
                    longSeason[inLong] += omega * current;
                    leftOver = current;
                }
                inShort = inShort + 1 == shortPeriod ? 0 : inShort + 1;
                inLong = inLong + 1 == longPeriod ? 0 : inLong + 1;
            }
            variance = near / known;
            return variance + FAR_WEIGHT * far / known;
        }

        private void restart() {
            System.arraycopy(firstShort, 0, shortSeason, 0, shortPeriod);
            System.arraycopy(firstLong, 0, longSeason, 0, longPeriod);
            double sum = 0;
            int known = 0;
            for (int i = 0; i < longPeriod; i++) {
                if (!Double.isNaN(values[i])) {
                    sum += values[i] - shortSeason[i % shortPeriod] - longSeason[i];
                    known++;
                }
            }
            level = known == 0 ? 0 : sum / known;
            leftOver = 0;
        }

        Prediction forecast(double[] parameters, int horizonBuckets) {
            loss(parameters);
            double[] mean = new double[horizonBuckets];
            double[] sd = new double[horizonBuckets];
            double memory = 1;
            double growth = 1;
            for (int i = 0; i < horizonBuckets; i++) {
                int at = values.length + i;
                memory *= parameters[3];
                mean[i] = level + shortSeason[at % shortPeriod] + longSeason[at % longPeriod] + memory * leftOver;
                sd[i] = Math.sqrt(variance * growth);
                double weight = weightOfError(parameters, i + 1);
                growth += weight * weight;
            }
            return new Prediction(mean, sd);
        }

        /** By how much an error moves what is forecast {@code ahead} buckets after it. */
        private double weightOfError(double[] parameters, int ahead) {
            double phi = parameters[3];
            // an error stays in u for a share φ of each bucket, and the level learns from every one
            double remembered = Math.pow(phi, ahead);
            return remembered
                    + parameters[0] * (1 - remembered) / (1 - phi)
                    + (ahead % shortPeriod == 0 ? parameters[1] : 0)
                    + (ahead % longPeriod == 0 ? parameters[2] : 0);
        }
    }

    private static double[] bucketMeans(double[] values, int period) {
        double[] means = new double[period];
        int[] counts = new int[period];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                means[i % period] += values[i];
                counts[i % period]++;
            }
        }
        Arrays.setAll(means, i -> counts[i] == 0 ? 0 : means[i] / counts[i]);
        return means;
    }
}
