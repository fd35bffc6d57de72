package org.plenish.engine.forecast.method;

/**
 * What a method says of the buckets to come.
 *
 * @param mean expected value of each, finite; may be negative where the series is: who forecasts demand clips it at zero
 * @param sd standard deviation of each bucket's error if the method's model were true, finite, 0 or more
 */
@SuppressWarnings("ArrayRecordComponent") // handed from a method to its only caller
public record Prediction(double[] mean, double[] sd) {

    public Prediction {
        if (mean.length != sd.length) {
            throw new IllegalArgumentException("sd has " + sd.length + " values, but must have " + mean.length + ".");
        }
    }

    /**
     * The same mean for every bucket.
     *
     * @param varianceGrowth by how much the variance grows with each bucket further ahead, as a share of {@code sd²}: 0
     *     where the level is taken to stand still, α² for simple exponential smoothing, 1 for a random walk
     */
    static Prediction flat(double mean, double sd, double varianceGrowth, int horizonBuckets) {
        double[] means = new double[horizonBuckets];
        double[] sds = new double[horizonBuckets];
        for (int i = 0; i < horizonBuckets; i++) {
            means[i] = mean;
            sds[i] = sd * Math.sqrt(1 + i * varianceGrowth);
        }
        return new Prediction(means, sds);
    }

    public int horizonBuckets() {
        return mean.length;
    }
}
