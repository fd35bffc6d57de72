package org.plenish.engine.forecast.intermittent;

/**
 * Mean and variance of counts with recency weights. The variance is drawn a little to the square of the mean, as if the
 * history had two buckets more of a coefficient of variation of one: two equal demands do not make demand certain.
 */
record WeightedMoments(double mean, double variance) {

    private static final double PRIOR_BUCKETS = 2;

    static WeightedMoments of(CountHistory history, double retention) {
        double[] counts = history.counts();
        double[] weights = CountHistory.recencyWeights(counts.length, retention);
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            weight += weights[i];
            sum += weights[i] * counts[i];
        }
        if (weight == 0) {
            return new WeightedMoments(0, 0);
        }
        double mean = sum / weight;
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            squares += weights[i] * (counts[i] - mean) * (counts[i] - mean);
        }
        return new WeightedMoments(mean, (squares + PRIOR_BUCKETS * mean * mean) / (weight - 1 + PRIOR_BUCKETS));
    }
}
