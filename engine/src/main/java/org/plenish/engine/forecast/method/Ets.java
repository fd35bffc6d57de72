package org.plenish.engine.forecast.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exponential smoothing in state space form. Error, trend and season may each be additive or multiplicative or missing,
 * the trend damped. Either the form of the least AICc forecasts, or all do, those of a lower AICc with more weight, or
 * one that was asked for, with parameters of maximum likelihood. The first two fit with the priors told in
 * {@link EtsLikelihood}, which forecasts better than the likelihood alone. A season of more than
 * {@value #LONGEST_SEASON} buckets is left out, as are multiplicative forms where not all values are positive.
 *
 * <p>ETS(A,N,N) is {@link SimpleExponentialSmoothing}; ETS(A,Ad,N) {@link DampedHolt} with other bounds; ETS(A,A,A) and
 * ETS(M,A,M) are the methods of Holt and Winters.
 *
 * <p>Source: Hyndman, Koehler, Snyder &amp; Grose (2002), doi:10.1016/S0169-2070(01)00110-8; Hyndman, Koehler, Ord &amp;
 * Snyder (2008), Forecasting with Exponential Smoothing; Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and
 * Practice, 3rd ed., ch. 8; Kolassa (2011), doi:10.1016/j.ijforecast.2010.04.006 (weights).
 */
public final class Ets implements ForecastMethod {

    static final int LONGEST_SEASON = 24;

    /** With fewer, the criterion says nothing of even the simplest form. */
    private static final int MIN_KNOWN = 5;

    private static final int MIN_SEASONS = 2;

    /** The search starts from the best of these. */
    private static final double[] ALPHAS = {0.1, 0.35, 0.7};

    private static final double[] SHARES = {0.02, 0.2};
    private static final double FIRST_PHI = 0.95;
    private static final double LEAST_GAIN = 1e-4;

    /** Steps after which forms that are far behind are given up. */
    private static final int FIRST_STEPS = 3;

    private static final int MOST_STEPS = 40;

    /** How far behind in AICc. */
    private static final double FAR_BEHIND = 20;

    /** In AICc. */
    private static final double ENOUGH = 1e-2;

    private static final double EXACT = 1e-6;

    /** A trend is taken only if its form's AICc is lower by this: less says next to nothing. */
    private static final double TREND_HANDICAP = 2;

    /**
     * A form's weight is {@code exp(−0.15·ΔAICc)}. Akaike's weights have ½ there; with errors that are neither normal
     * nor independent, those are too sure of the best form, and forecast worse.
     */
    private static final double SURENESS = 0.15;

    private enum Use {
        BEST,
        WEIGHTED,
        ONE
    }

    private final int period;
    private final Use use;
    private final @Nullable EtsForm form;

    private Ets(int period, Use use, @Nullable EtsForm form) {
        this.period = period;
        this.use = use;
        this.form = form;
    }

    /** The form of the least AICc. @param period buckets in a season; 1: none */
    public Ets(int period) {
        this(period, Use.BEST, null);
    }

    /** One form, by maximum likelihood without priors. @param period buckets in a season; 1: none */
    public Ets(int period, EtsForm form) {
        this(period, Use.ONE, form);
    }

    /** All forms, weighted by AICc. @param period buckets in a season; 1: none */
    public static Ets weighted(int period) {
        return new Ets(period, Use.WEIGHTED, null);
    }

    @Override
    public String id() {
        return use == Use.WEIGHTED ? "ets_weighted" : "ets";
    }

    @Override
    public String suits() {
        return use == Use.WEIGHTED
                ? "level, trend and season drift, and no one form of smoothing is surely the best"
                : "level, trend and season drift and are smoothed";
    }

    @Override
    public boolean canForecast(double[] values) {
        return !forms(values).isEmpty();
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        if (use != Use.WEIGHTED) {
            return fit(values).predict(horizonBuckets);
        }
        StandardSeries series = StandardSeries.scaled(values);
        List<Candidate> candidates = candidates(values, series);
        double least = candidates.get(0).aicc();
        double[] mean = new double[horizonBuckets];
        double[] sd = new double[horizonBuckets];
        double weights = 0;
        for (Candidate candidate : candidates) {
            double weight = Math.exp(-SURENESS * (candidate.aicc() - least));
            weights += weight;
            Prediction prediction = candidate.fit(1).predict(horizonBuckets);
            for (int i = 0; i < horizonBuckets; i++) {
                double distance = prediction.mean()[i] - mean[i];
                double formSd = prediction.sd()[i];
                mean[i] += distance * weight / weights;
                sd[i] += weight * (formSd * formSd + distance * (prediction.mean()[i] - mean[i]));
            }
        }
        for (int i = 0; i < horizonBuckets; i++) {
            sd[i] = Math.sqrt(sd[i] / weights);
        }
        return series.restored(new Prediction(mean, sd));
    }

    /** The form of the least AICc, one without trend if that is nearly as low, or the one asked for. @param values have to satisfy {@link #canForecast} */
    public EtsFit fit(double[] values) {
        StandardSeries series = StandardSeries.scaled(values);
        return candidates(values, series).stream()
                .min(Comparator.comparingDouble(
                        candidate -> candidate.aicc() + (candidate.form().hasTrend() ? TREND_HANDICAP : 0)))
                .orElseThrow()
                .fit(series.scale());
    }

    /** Least AICc first; without those that are far behind. */
    private List<Candidate> candidates(double[] values, StandardSeries series) {
        List<Candidate> candidates = new ArrayList<>();
        @Nullable EtsStart[] starts = new @Nullable EtsStart[EtsForm.Season.values().length];
        for (EtsForm each : forms(values)) {
            EtsStart start = starts[each.season().ordinal()];
            if (start == null) {
                start = EtsStart.of(series.values(), each.season(), period);
                starts[each.season().ordinal()] = start;
            }
            Candidate candidate =
                    new Candidate(new EtsLikelihood(series.values(), each, period, start, use != Use.ONE), start);
            if (use == Use.ONE && candidate.isImpossible()) {
                candidate.startFlat(EtsStart.flat(series.values(), each.season(), period));
            }
            candidates.add(candidate);
        }
        candidates.forEach(candidate -> candidate.climb(FIRST_STEPS, ENOUGH));
        double least = candidates.stream().mapToDouble(Candidate::aicc).min().orElseThrow();
        candidates.removeIf(candidate -> candidate.aicc() > least + FAR_BEHIND);
        candidates.forEach(candidate -> candidate.climb(MOST_STEPS, use == Use.ONE ? EXACT : ENOUGH));
        candidates.sort(Comparator.comparingDouble(Candidate::aicc));
        return candidates;
    }

    private List<EtsForm> forms(double[] values) {
        int known = Histories.knownCount(values);
        if (known < MIN_KNOWN) {
            return List.of();
        }
        boolean positive = true;
        for (double value : values) {
            positive &= !(value <= 0);
        }
        boolean seasonal = period > 1 && period <= LONGEST_SEASON && known >= MIN_SEASONS * period;
        List<EtsForm> forms = EtsForm.suiting(seasonal, positive);
        forms.removeIf(each -> known < each.parameters(period) + 3 || form != null && !form.equals(each));
        return forms;
    }

    /** A form on its way to its likeliest parameters. */
    private static final class Candidate {

        private final EtsLikelihood likelihood;
        private double[] point = new double[0];
        private double value = Double.POSITIVE_INFINITY;

        Candidate(EtsLikelihood likelihood, EtsStart start) {
            this.likelihood = likelihood;
            for (double alpha : ALPHAS) {
                for (double betaShare : SHARES) {
                    for (double gammaShare : SHARES) {
                        double[] tried = likelihood.start(alpha, betaShare, FIRST_PHI, gammaShare, start);
                        double there = likelihood.at(tried);
                        if (point.length == 0 || there < value) {
                            point = tried;
                            value = there;
                        }
                    }
                }
            }
        }

        /** Whether the starts lead to a forecast that is not positive. */
        boolean isImpossible() {
            return value == Double.POSITIVE_INFINITY;
        }

        void startFlat(EtsStart start) {
            point = likelihood.start(LEAST_GAIN, LEAST_GAIN, FIRST_PHI, LEAST_GAIN, start);
            value = likelihood.at(point);
        }

        void climb(int maxSteps, double tolerance) {
            value = likelihood.climb(point, value, maxSteps, tolerance);
        }

        EtsForm form() {
            return likelihood.form();
        }

        double aicc() {
            return likelihood.aicc(value);
        }

        EtsFit fit(double scale) {
            return likelihood.fit(point, scale);
        }
    }
}
