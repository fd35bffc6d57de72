package org.plenish.engine.forecast.method;

import org.plenish.engine.math.Minimizers;

/**
 * Holt's double exponential smoothing with an additive trend that is damped: level and trend follow
 * {@code l' = l + φb + α·e, b' = φb + α·β·e} with the one-step error {@code e}, and bucket {@code h} is forecast as
 * {@code l + (φ + φ² + … + φ^h)·b}, so that a trend runs out instead of running away. α, β, φ are those of least squared
 * one-step error; for given constants the errors are linear in the starting level and trend, so those are found
 * exactly. Without trend it is {@link SimpleExponentialSmoothing}.
 *
 * <p>Source: Gardner &amp; McKenzie (1985), doi:10.1287/mnsc.31.10.1237; Hyndman &amp; Athanasopoulos (2021), §8.2.
 */
public final class DampedHolt implements ForecastMethod {

    private static final int MIN_KNOWN_BUCKETS = 8;

    /** α, β, φ and the starting level and trend. */
    private static final int PARAMETERS = 5;

    /** φ below 0.8 is hardly a trend, above 0.98 hardly damped. */
    private static final double[] LOW = {0, 0, 0.8};

    private static final double[] HIGH = {1, 0.5, 0.98};
    private static final double[] START = {0.2, 0.1, 0.9};

    @Override
    public String id() {
        return "holt_damped";
    }

    @Override
    public String suits() {
        return "demand has a trend, which the forecast follows for a while";
    }

    /** Not for intermittent demand, where a run of zeros would pass for a trend. */
    @Override
    public boolean canForecast(double[] demandUnits) {
        int known = Histories.knownCount(demandUnits);
        return known >= MIN_KNOWN_BUCKETS && 2 * Histories.demandCount(demandUnits) > known;
    }

    @Override
    public Prediction forecast(double[] demandUnits, int horizonBuckets) {
        double[] constants =
                Minimizers.inBox(c -> fit(demandUnits, c[0], c[1], c[2]).squaredError(), START, LOW, HIGH);
        Fit fit = fit(demandUnits, constants[0], constants[1], constants[2]);
        double sd = Histories.errorSd(fit.squaredError(), demandUnits, PARAMETERS);
        return new Prediction(
                extrapolate(fit.level(), fit.trend(), constants[2], horizonBuckets),
                sds(sd, constants[0], constants[1], constants[2], horizonBuckets));
    }

    static double[] extrapolate(double level, double trend, double phi, int horizonBuckets) {
        double[] forecast = new double[horizonBuckets];
        double value = level;
        double step = trend;
        for (int i = 0; i < horizonBuckets; i++) {
            step *= phi;
            value += step;
            forecast[i] = value;
        }
        return forecast;
    }

    /** What each later error adds to the level, and with the trend it starts: HKOS (2008), table 6.2. */
    static double[] sds(double sd, double alpha, double beta, double phi, int horizonBuckets) {
        double[] sds = new double[horizonBuckets];
        double variance = 1;
        double damping = 0;
        double power = 1;
        for (int i = 0; i < horizonBuckets; i++) {
            sds[i] = sd * Math.sqrt(variance);
            power *= phi;
            damping += power;
            double weight = alpha + alpha * beta * damping;
            variance += weight * weight;
        }
        return sds;
    }

    /** The level and trend after the last bucket, from given ones before the first. A gap only lets the trend run. */
    static Fit run(double[] demandUnits, double alpha, double beta, double phi, double startLevel, double startTrend) {
        double level = startLevel;
        double trend = startTrend;
        double squaredError = 0;
        for (double units : demandUnits) {
            trend *= phi;
            level += trend;
            if (!Double.isNaN(units)) {
                double error = units - level;
                squaredError += error * error;
                level += alpha * error;
                trend += alpha * beta * error;
            }
        }
        return new Fit(level, trend, squaredError);
    }

    /**
     * As {@link #run} from the best starting level and trend. Three runs at once: the history from (0, 0), and what is
     * left of a starting level of one and of a starting trend of one; then a linear regression on two variables.
     */
    static Fit fit(double[] demandUnits, double alpha, double beta, double phi) {
        double gain = alpha * beta;
        double level = 0;
        double trend = 0;
        double levelOfLevel = 1;
        double trendOfLevel = 0;
        double levelOfTrend = 0;
        double trendOfTrend = 1;
        double ee = 0;
        double le = 0;
        double te = 0;
        double ll = 0;
        double lt = 0;
        double tt = 0;
        for (double units : demandUnits) {
            trend *= phi;
            level += trend;
            trendOfLevel *= phi;
            levelOfLevel += trendOfLevel;
            trendOfTrend *= phi;
            levelOfTrend += trendOfTrend;
            if (!Double.isNaN(units)) {
                double error = units - level;
                ee += error * error;
                le += error * levelOfLevel;
                te += error * levelOfTrend;
                ll += levelOfLevel * levelOfLevel;
                lt += levelOfLevel * levelOfTrend;
                tt += levelOfTrend * levelOfTrend;
                level += alpha * error;
                trend += gain * error;
                trendOfLevel -= gain * levelOfLevel;
                levelOfLevel -= alpha * levelOfLevel;
                trendOfTrend -= gain * levelOfTrend;
                levelOfTrend -= alpha * levelOfTrend;
            }
        }
        double determinant = ll * tt - lt * lt;
        double startTrend = determinant > 1e-9 * ll * tt ? (ll * te - lt * le) / determinant : 0;
        double startLevel = (le - lt * startTrend) / ll;
        return new Fit(
                level + startLevel * levelOfLevel + startTrend * levelOfTrend,
                trend + startLevel * trendOfLevel + startTrend * trendOfTrend,
                ee - startLevel * le - startTrend * te);
    }

    /**
     * @param level after the last bucket (units)
     * @param trend after the last bucket, not yet damped (units a bucket)
     * @param squaredError sum over the known buckets
     */
    record Fit(double level, double trend, double squaredError) {}
}
