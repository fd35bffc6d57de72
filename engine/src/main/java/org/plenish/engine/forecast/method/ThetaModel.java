package org.plenish.engine.forecast.method;

import java.util.Arrays;
import org.plenish.engine.math.Minimizers;

/**
 * The state space model of the optimized Theta methods. With a level l, the weight α of the newest value, a straight
 * line {@code a + b·t} through the history (buckets t = 1..n) and {@code ω = 1 − 1/θ}, bucket t is expected at
 * {@code μ_t = l_{t−1} + ω·((1 − α)^{t−1}·a + (1 − (1 − α)^t)/α·b)}, and {@code l_t = l_{t−1} + α·(y_t − l_{t−1})}. The
 * line is the one through the whole history or, if dynamic, through what is known before bucket t. ω = 0 (θ = 1) is
 * simple exponential smoothing, ω = ½ (θ = 2) the standard Theta method.
 *
 * <p>For a given α the errors are linear in the starting level and in ω, so these two come exactly from a regression,
 * and only α has to be searched for. Before the history speaks, ω is taken to be ½ give or take ½ (a normal prior), which
 * keeps short and noisy histories near the standard Theta method. In a gap the expected value stands in for the unknown
 * one.
 *
 * <p>Source: Fiorucci, Pellegrini, Louzada, Petropoulos &amp; Koehler (2016), doi:10.1016/j.ijforecast.2016.02.005.
 */
final class ThetaModel {

    /** α, ω and the starting level. */
    private static final int PARAMETERS = 3;

    /** Points that draw a line. */
    private static final int LINE_POINTS = 2;

    private static final double PRIOR_OMEGA = 0.5;
    private static final double PRIOR_PRECISION = 4; // 1 / ½²

    /** Below this weight the level would hardly follow the history, and the line alone make the forecast. */
    private static final double LEAST_ALPHA = 0.1;

    private static final double GREATEST_ALPHA = 0.99;

    private final double[] values;
    private final boolean dynamic;

    /** The first bucket whose error counts: a dynamic line has no slope before two points. */
    private final int firstJudged;

    /** Of the line that each bucket's expectation uses. */
    private final double[] intercepts;

    private final double[] slopes;
    private final Line wholeLine;

    /** @param values from a known one on; NaN is not known; not changed */
    ThetaModel(double[] values, boolean dynamic) {
        this.values = values;
        this.dynamic = dynamic;
        intercepts = new double[values.length];
        slopes = new double[values.length];
        Line line = new Line();
        int judged = 0;
        for (int i = 0; i < values.length; i++) {
            if (dynamic && line.count < LINE_POINTS) {
                judged = i + 1;
            }
            intercepts[i] = line.intercept();
            slopes[i] = line.slope();
            if (!Double.isNaN(values[i])) {
                line.add(i + 1, values[i]);
            }
        }
        if (!dynamic) {
            Arrays.fill(intercepts, line.intercept());
            Arrays.fill(slopes, line.slope());
        }
        firstJudged = judged;
        wholeLine = line;
    }

    /** The α, starting level and ω of least squared error. */
    Fit fit() {
        return fit(Minimizers.onInterval(alpha -> fit(alpha).squaredError(), LEAST_ALPHA, GREATEST_ALPHA));
    }

    /** The best starting level and ω, in 0..1, for one α in (0, 1]. */
    Fit fit(double alpha) {
        return run(alpha, Double.NaN);
    }

    /** The best starting level for one α and ω. */
    Fit fit(double alpha, double omega) {
        return run(alpha, omega);
    }

    private Fit run(double alpha, double givenOmega) {
        double level = 0; // of a run from zero with ω = 0
        double ofStart = 1; // what is left of the starting level
        double ofLine = 0; // what the level owes to ω, by gaps
        double decay = 1; // (1 − α)^{t−1}
        double ee = 0;
        double es = 0;
        double el = 0;
        double ss = 0;
        double sl = 0;
        double ll = 0;
        for (int i = 0; i < values.length; i++) {
            double line = decay * intercepts[i] + (1 - decay * (1 - alpha)) / alpha * slopes[i];
            double value = values[i];
            if (Double.isNaN(value)) {
                ofLine += alpha * line;
            } else {
                double error = value - level;
                if (i >= firstJudged) {
                    double lineEffect = ofLine + line;
                    ee += error * error;
                    es += error * ofStart;
                    el += error * lineEffect;
                    ss += ofStart * ofStart;
                    sl += ofStart * lineEffect;
                    ll += lineEffect * lineEffect;
                }
                level += alpha * error;
                ofStart *= 1 - alpha;
                ofLine *= 1 - alpha;
            }
            decay *= 1 - alpha;
        }
        double omega = Double.isNaN(givenOmega) ? omega(ee, es, el, ss, sl, ll) : givenOmega;
        double start = ss > 0 ? (es - omega * sl) / ss : 0;
        double squaredError = squaredError(start, omega, ee, es, el, ss, sl, ll);
        return new Fit(alpha, omega, start, level + start * ofStart + omega * ofLine, decay, Math.max(0, squaredError));
    }

    /** Of the regression of the errors on what they owe to the starting level (s) and to ω (l), and of the prior. */
    private double omega(double ee, double es, double el, double ss, double sl, double ll) {
        double determinant = ss * ll - sl * sl;
        if (!(determinant > 1e-9 * ss * ll)) {
            return PRIOR_OMEGA;
        }
        double omega = (ss * el - sl * es) / determinant;
        double left = squaredError((es - omega * sl) / ss, omega, ee, es, el, ss, sl, ll);
        double errorVariance = Math.max(left, 1e-14 * ee) / Math.max(1, values.length - PARAMETERS);
        double precision = determinant / ss;
        double priorPrecision = PRIOR_PRECISION * errorVariance;
        double weighed = (precision * omega + priorPrecision * PRIOR_OMEGA) / (precision + priorPrecision);
        return Math.min(1, Math.max(0, weighed));
    }

    private static double squaredError(
            double start, double omega, double ee, double es, double el, double ss, double sl, double ll) {
        return ee - 2 * (start * es + omega * el) + start * start * ss + 2 * start * omega * sl + omega * omega * ll;
    }

    /** The expectation of each coming bucket, each taken as known for the next, and the spread of the error. */
    Prediction forecast(Fit fit, int horizonBuckets) {
        double sd = Histories.errorSd(fit.squaredError(), values, PARAMETERS);
        double[] mean = continued(fit, wholeLine.copy(), fit.level(), -1, horizonBuckets);
        double[] variance = new double[horizonBuckets];
        Arrays.fill(variance, 1);
        for (int shocked = 0; shocked < horizonBuckets; shocked++) {
            double[] response = continued(fit, wholeLine.withoutValues(), 0, shocked, horizonBuckets);
            for (int i = shocked + 1; i < horizonBuckets; i++) {
                variance[i] += response[i] * response[i];
            }
        }
        double[] sds = new double[horizonBuckets];
        for (int i = 0; i < horizonBuckets; i++) {
            sds[i] = sd * Math.sqrt(variance[i]);
        }
        return new Prediction(mean, sds);
    }

    /** @param shocked the bucket whose value exceeds its expectation by 1; −1: none */
    private double[] continued(Fit fit, Line line, double startLevel, int shocked, int horizonBuckets) {
        double alpha = fit.alpha();
        double level = startLevel;
        double decay = fit.decay();
        double[] mean = new double[horizonBuckets];
        for (int i = 0; i < horizonBuckets; i++) {
            mean[i] =
                    level + fit.omega() * (decay * line.intercept() + (1 - decay * (1 - alpha)) / alpha * line.slope());
            double value = mean[i] + (i == shocked ? 1 : 0);
            level += alpha * (value - level);
            decay *= 1 - alpha;
            if (dynamic) {
                line.add(values.length + i + 1, value);
            }
        }
        return mean;
    }

    /**
     * @param start level before the first bucket
     * @param level after the last
     * @param decay (1 − α)^n
     * @param squaredError sum over the known buckets; the dynamic model's without the first two
     */
    record Fit(double alpha, double omega, double start, double level, double decay, double squaredError) {}

    /** Least squares line through points added one by one. */
    static final class Line {

        private int count;
        private double meanTime;
        private double meanValue;
        private double timeSquares;
        private double products;

        void add(double time, double value) {
            count++;
            double timeBefore = time - meanTime;
            meanTime += timeBefore / count;
            meanValue += (value - meanValue) / count;
            timeSquares += timeBefore * (time - meanTime);
            products += timeBefore * (value - meanValue);
        }

        /** 0 of fewer than two points. */
        double slope() {
            return timeSquares > 0 ? products / timeSquares : 0;
        }

        /** At time 0; 0 without points. */
        double intercept() {
            return meanValue - slope() * meanTime;
        }

        Line copy() {
            Line copy = withoutValues();
            copy.meanValue = meanValue;
            copy.products = products;
            return copy;
        }

        /** The same times, all values 0. */
        Line withoutValues() {
            Line line = new Line();
            line.count = count;
            line.meanTime = meanTime;
            line.timeSquares = timeSquares;
            return line;
        }
    }
}
