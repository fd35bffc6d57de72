package org.plenish.engine.forecast.method;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.plenish.engine.math.NelderMead;

/**
 * Seasons as sums of sines and cosines ("dynamic harmonic regression"), for seasons that are long, not of whole buckets,
 * or several at once: a year of 52.18 weeks; a week of 7 and a year of 365.25 days. Besides them a straight line where it
 * helps, and columns that are known ahead, such as holidays and promotions. What the terms leave over is followed by a
 * level that learns or an autoregression, and the terms are fitted to what these cannot expect.
 *
 * <p>The number of sines and cosines, the straight line and the memory of the errors are those of the lowest corrected
 * Akaike criterion; a season of which fewer than two were seen has none.
 *
 * <p>Sources: Hyndman &amp; Athanasopoulos (2021), §7.4, §10.5 and §12.1; Young, Pedregal &amp; Tych (1999),
 * doi:10.1002/(SICI)1099-131X(199911)18:6&lt;369::AID-FOR748&gt;3.0.CO;2-K.
 */
public final class FourierRegression implements ForecastMethod {

    private static final int MIN_KNOWN = 6;
    /** More than that many sines and cosines of a season are noise, or a holiday that wants a column of its own. */
    private static final int MAX_PAIRS = 8;

    /** So many values are wanted for each coefficient at least. */
    private static final int VALUES_PER_TERM = 4;

    private static final List<ErrorMemory> FIRST_GUESSES =
            List.of(ErrorMemory.NONE, new ErrorMemory(1, 0.3), new ErrorMemory(1, 0.9), new ErrorMemory(0.5, 0.5));

    private static final double MAX_ALPHA = 1.2;
    private static final double MAX_PHI = 0.98;
    private static final int MAX_EVALUATIONS = 60;
    private static final double TOLERANCE = 1e-5;

    private final double[] periods;
    private final double[][] regressors;

    /** @param periods buckets of each season, above 2, shortest first; not necessarily whole */
    public FourierRegression(double... periods) {
        this(periods, new double[0][]);
    }

    /**
     * @param periods buckets of each season, above 2, shortest first; may be none
     * @param regressors one row each, by bucket from the history's first to the last that is to be forecast; finite. They
     *     have to reach as far: a shorter one is refused by {@link #forecast}.
     * @throws IllegalArgumentException if a period is not above 2 or a regressor is not finite
     */
    public FourierRegression(double[] periods, double[][] regressors) {
        for (double period : periods) {
            if (!(period > 2 && period < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("period: " + period + " must be above 2 and finite.");
            }
        }
        for (double[] regressor : regressors) {
            for (double value : regressor) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("regressor: " + value + " must be finite.");
                }
            }
        }
        this.periods = periods.clone();
        this.regressors = Arrays.stream(regressors).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public String id() {
        return "fourier";
    }

    @Override
    public String suits() {
        return "long seasons, or several at once, repeat smoothly";
    }

    @Override
    public boolean canForecast(double[] values) {
        return Histories.knownCount(values) >= MIN_KNOWN + regressors.length;
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        for (double[] regressor : regressors) {
            if (regressor.length < values.length + horizonBuckets) {
                throw new IllegalArgumentException("regressor: " + regressor.length + " values must be "
                        + (values.length + horizonBuckets) + " or more, to reach the end of the forecast.");
            }
        }
        StandardSeries standard = StandardSeries.centred(values);
        Terms terms = terms(standard.values(), values.length - standard.values().length);
        FourierFit fit = fit(terms, standard.values());
        return standard.restored(fit.forecast(terms.columns, horizonBuckets));
    }

    /**
     * What each regressor adds to a bucket for which it is 1, in the unit of the values; 0 where that cannot be told from
     * the other terms. Taking it away leaves the history as if it had been 0 throughout.
     *
     * @param values have to satisfy {@link #canForecast}
     */
    public double[] regressorEffects(double[] values) {
        StandardSeries standard = StandardSeries.centred(values);
        Terms terms = terms(standard.values(), values.length - standard.values().length);
        double[] coefficients = fit(terms, standard.values()).coefficients();
        double[] effects = Arrays.copyOfRange(coefficients, 2, 2 + regressors.length);
        Arrays.setAll(effects, i -> effects[i] * standard.scale());
        return effects;
    }

    private static FourierFit fit(Terms terms, double[] values) {
        return fit(terms, values, FourierFit::akaike);
    }

    /**
     * The best fit over all ways the errors may hang together.
     *
     * @param values of about one, the first of them known
     */
    static FourierFit fit(Terms terms, double[] values, ToDoubleFunction<FourierFit> criterion) {
        FourierFit best = select(terms, values, FIRST_GUESSES.get(0), criterion);
        for (ErrorMemory guess : FIRST_GUESSES) {
            best = FourierFit.lower(best, select(terms, values, guess, criterion), criterion);
        }
        double[] residuals = best.residuals(terms.columns);
        best = FourierFit.lower(best, select(terms, values, level(residuals), criterion), criterion);
        return FourierFit.lower(best, select(terms, values, autoregression(residuals), criterion), criterion);
    }

    private static FourierFit select(
            Terms terms, double[] values, ErrorMemory memory, ToDoubleFunction<FourierFit> criterion) {
        return FourierFit.select(terms.terms, terms.columns, values, memory, terms.most, criterion);
    }

    private static ErrorMemory level(double[] residuals) {
        double[] alpha = NelderMead.minimize(
                point -> point[0] <= 0 || point[0] > MAX_ALPHA
                        ? Double.POSITIVE_INFINITY
                        : new ErrorMemory(1, point[0]).squares(residuals),
                new double[] {0.3},
                new double[] {0.3},
                MAX_EVALUATIONS,
                TOLERANCE);
        return new ErrorMemory(1, alpha[0]);
    }

    private static ErrorMemory autoregression(double[] residuals) {
        double[] found = NelderMead.minimize(
                point -> point[0] < 0 || point[0] > MAX_PHI || point[1] <= 0 || point[1] > MAX_ALPHA
                        ? Double.POSITIVE_INFINITY
                        : new ErrorMemory(point[0], point[1]).squares(residuals),
                new double[] {0.8, 0.4},
                new double[] {0.15, 0.2},
                MAX_EVALUATIONS,
                TOLERANCE);
        return new ErrorMemory(found[0], found[1]);
    }

    /** To the whole bucket: 104 weeks are two years. */
    static boolean isSeenTwice(int buckets, double period) {
        return buckets >= Math.floor(2 * period);
    }

    /** @param firstBucket of the regressors that is the first of the values */
    Terms terms(double[] values, int firstBucket) {
        int known = Histories.knownCount(values);
        int[] most = new int[periods.length];
        int room = Math.max(0, known / VALUES_PER_TERM - 2 - regressors.length);
        for (int i = 0; i < periods.length; i++) {
            int pairs = !isSeenTwice(values.length, periods[i])
                    ? 0
                    : Math.min(Math.min(MAX_PAIRS, (int) Math.floor(periods[i] / 2)), room / 2);
            most[i] = pairs;
            room -= 2 * pairs;
        }
        FourierTerms terms = new FourierTerms(periods, most, regressors, firstBucket, values.length);
        return new Terms(terms, terms.columns(values.length), most);
    }

    /** @param columns by term, then bucket */
    @SuppressWarnings("ArrayRecordComponent") // handed from one method to the next
    record Terms(FourierTerms terms, double[][] columns, int[] most) {}
}
