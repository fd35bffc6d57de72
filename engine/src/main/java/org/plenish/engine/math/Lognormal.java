package org.plenish.engine.math;

/**
 * The lognormal distribution: its logarithm is normal. Skewed, above 0.
 *
 * @param logMean μ, mean of ln X
 * @param logSd σ, standard deviation of ln X, above 0
 */
public record Lognormal(double logMean, double logSd) implements Distribution {

    /** @throws IllegalArgumentException if a parameter is outside its range */
    public Lognormal {
        if (!Double.isFinite(logMean)) {
            throw new IllegalArgumentException("mean of the logarithm: " + logMean + " must be a number.");
        }
        Probability.requirePositive(logSd, "standard deviation of the logarithm");
    }

    /** By moments: {@code σ² = ln(1 + (sd / mean)²)}, {@code μ = ln(mean) - σ²/2}; both arguments above 0. */
    public static Lognormal ofMoments(double mean, double sd) {
        Probability.requirePositive(mean, "mean of a lognormal distribution");
        Probability.requirePositive(sd, "standard deviation of a lognormal distribution");
        double variance = Math.log1p(sd / mean * (sd / mean));
        return new Lognormal(Math.log(mean) - variance / 2, Math.sqrt(variance));
    }

    /** {@code exp(μ + σ²/2)}. */
    @Override
    public double mean() {
        return moment(1);
    }

    /** {@code mean·√(exp(σ²) - 1)}. */
    @Override
    public double sd() {
        return mean() * Math.sqrt(Math.expm1(logSd * logSd));
    }

    @Override
    public double cumulativeProbability(double x) {
        return x <= 0 ? 0 : Normal.standardCumulative((Math.log(x) - logMean) / logSd);
    }

    @Override
    public double quantile(double probability) {
        return Math.exp(logMean + logSd * Normal.standardQuantile(probability));
    }

    /**
     * {@code E[X]·Φ((μ + σ² - ln x) / σ) - x·Φ((μ - ln x) / σ)}. Source: Snyder & Shen (2019), §C.3. Example: μ = 1, σ = 0.5,
     * x = 2.5 gives 0.8870.
     */
    @Override
    public double loss(double x) {
        return x <= 0 ? mean() - x : momentBeyond(1, x) - x * momentBeyond(0, x);
    }

    /** {@code (E[X²; X > x] - 2·x·E[X; X > x] + x²·P(X > x)) / 2}. */
    @Override
    public double secondLoss(double x) {
        return x <= 0
                ? (moment(2) - 2 * x * mean() + x * x) / 2
                : (momentBeyond(2, x) - 2 * x * momentBeyond(1, x) + x * x * momentBeyond(0, x)) / 2;
    }

    private double moment(int order) {
        return Math.exp(order * logMean + order * order * logSd * logSd / 2);
    }

    /** {@code E[Xⁿ; X > x] = E[Xⁿ]·Φ((μ + n·σ² - ln x) / σ)}. */
    private double momentBeyond(int order, double x) {
        return moment(order) * Normal.standardCumulative((logMean + order * logSd * logSd - Math.log(x)) / logSd);
    }
}
