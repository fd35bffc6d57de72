package org.plenish.engine.forecast.method;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exponential smoothing that does not choose: every combination of a grid of smoothing constants (α, β, φ), of no,
 * additive or multiplicative season, and of plain or logarithmic scale, forecasts, and each forecast weighs as much as
 * its model is likely. A few dozen values cannot tell α = 0.3 from 0.6 or a damped trend from none; averaging over what
 * they cannot tell errs less than betting on the best fit, most of all on short histories, and the disagreement of the
 * models is part of the error they expect.
 *
 * <p>A model is a damped trend (see {@link DampedHolt}, with starting level and trend of least squares) or, as the Theta
 * method, simple exponential smoothing around half the slope of a straight line through the history. Seasonal indices
 * are those of {@link SeasonalIndices}. Where there is no season, or one of 52 weeks, the Theta models and the logarithms
 * are left out: on held-out ends of such series they lost.
 *
 * <p>The weight is {@code exp(τ·(log likelihood − penalty) + log prior)}: Gaussian errors; the small-sample Akaike
 * penalty for the free parameters of the indices; τ below 1, because errors are neither Gaussian nor independent and the
 * full likelihood would be too sure of itself; priors that are wide bells around usual constants.
 *
 * <p>Sources: Hoeting, Madigan, Raftery &amp; Volinsky (1999), doi:10.1214/ss/1009212519 (Bayesian model averaging);
 * Kolassa (2011), doi:10.1016/j.ijforecast.2010.04.006 (Akaike weights of exponential smoothing models);
 * Gr&uuml;nwald &amp; van Ommen (2017), doi:10.1214/17-BA1085 (why to temper the likelihood); Assimakopoulos &amp;
 * Nikolopoulos (2000), doi:10.1016/S0169-2070(00)00066-2 (Theta).
 */
public final class AveragedSmoothing implements ForecastMethod {

    private static final int MIN_KNOWN = 6;

    /** More known values than this tell by themselves how close a trend is to be followed. */
    public static final int LONG_HISTORY_BUCKETS = 50;

    /** Seasons of up to this many buckets are those of quarters and the like. */
    private static final int LONG_BUCKETS = 6;

    private static final double[] ALPHAS = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};
    private static final double[] BETAS = {0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1};
    private static final double[] PHIS = {0.8, 0.85, 0.9, 0.95, 0.98, 1};

    /** A trend of logarithms grows like compound interest, so it is always damped. */
    private static final double MAX_LOG_PHI = 0.95;

    /** As if half a season without any seasonal difference had been seen too. */
    private static final double PRIOR_SEASONS = 0.5;

    /** Of many short buckets, each is seen too seldom to be believed so soon. */
    private static final double PRIOR_LONG_SEASONS = 1;

    private static final int LONGEST_SHORT_SEASON = 24;

    /** Level, trend, two constants and the scale; the season's indices are means of many buckets, and shrunk. */
    private static final int SMOOTHING_PARAMETERS = 4;

    /** Below this share of all weights, a model is left out. */
    private static final double NEGLIGIBLE_WEIGHT = 1e-6;

    /** A smaller squared error is rounding. */
    private static final double ROUNDING = 1e-24;

    private final int period;

    /** @param period buckets in a season; 1: none */
    public AveragedSmoothing(int period) {
        this.period = period;
    }

    @Override
    public String id() {
        return "averaged_smoothing";
    }

    @Override
    public String suits() {
        return "many ways to weigh recent demand, averaged, err less than the best one";
    }

    @Override
    public boolean canForecast(double[] values) {
        return Histories.knownCount(values) >= MIN_KNOWN;
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        List<Form> forms = forms(values, Prior.of(period, Histories.knownCount(values)));
        double most =
                forms.stream().mapToDouble(form -> form.mostLogWeight).max().orElseThrow();
        Mixture mixture = new Mixture(horizonBuckets);
        forms.forEach(form -> form.addTo(mixture, most));
        return mixture.prediction();
    }

    private boolean isOfShortSeason() {
        return isShortSeason(period);
    }

    private static boolean isShortSeason(int period) {
        return period > 1 && period <= LONGEST_SHORT_SEASON;
    }

    private double priorSeasons() {
        return period > LONGEST_SHORT_SEASON ? PRIOR_LONG_SEASONS : PRIOR_SEASONS;
    }

    private List<Form> forms(double[] values, Prior prior) {
        boolean positive = true;
        for (double value : values) {
            positive &= !(value <= 0);
        }
        boolean seasonal = period > 1 && values.length >= 2 * period;
        List<Form> forms = new ArrayList<>();
        forms.add(new Form(prior, values, false, null, false));
        if (seasonal) {
            forms.add(new Form(prior, values, false, SeasonalIndices.additive(values, period, priorSeasons()), false));
        }
        if (positive && seasonal) {
            forms.add(new Form(prior, values, false, SeasonalIndices.of(values, period, priorSeasons()), true));
        }
        if (positive && isOfShortSeason()) {
            double[] logs = new double[values.length];
            for (int i = 0; i < logs.length; i++) {
                logs[i] = Math.log(values[i]);
            }
            forms.add(new Form(prior, logs, true, null, false));
            if (seasonal) {
                forms.add(new Form(prior, logs, true, SeasonalIndices.additive(logs, period, priorSeasons()), false));
            }
        }
        return forms;
    }

    /**
     * What is known of the constants before a series is seen, from held-out ends of many: the longer the buckets, the more
     * each says.
     *
     * @param alpha centre of a bell of deviation {@code alphaSpread}; β and φ likewise
     * @param temperature τ
     * @param thetaModels how much one Theta model weighs; 0: none
     */
    private record Prior(
            double alpha,
            double alphaSpread,
            double beta,
            double betaSpread,
            double phi,
            double phiSpread,
            double temperature,
            double thetaModels) {

        static final Prior NO_SHORT_SEASON = new Prior(0.9, 0.3, 0.1, 0.2, 0.95, 0.1, 0.75, 0);
        static final Prior LONG_BUCKETS = new Prior(0.6, 0.4, 0.05, 0.1, 0.97, 0.05, 0.5, 20);
        static final Prior SHORT_BUCKETS = new Prior(0.4, 0.4, 0.05, 0.1, 0.97, 0.05, 0.5, 20);

        /** Long histories without season may follow a trend closely, and tell whether they do. */
        static final Prior LONG_HISTORY = new Prior(1, 0.2, 0.2, 0.8, 0.97, 0.1, 0.75, 0);

        static Prior of(int period, int known) {
            if (isShortSeason(period)) {
                return period <= AveragedSmoothing.LONG_BUCKETS ? LONG_BUCKETS : SHORT_BUCKETS;
            }
            return period == 1 && known > LONG_HISTORY_BUCKETS ? LONG_HISTORY : NO_SHORT_SEASON;
        }

        double logOfTrend(double alpha, double beta, double phi) {
            return logOfLevel(alpha) + bell(beta - this.beta, betaSpread) + bell(phi - this.phi, phiSpread);
        }

        double logOfTheta(double alpha) {
            return logOfLevel(alpha) + Math.log(thetaModels);
        }

        private double logOfLevel(double alpha) {
            return bell(alpha - this.alpha, alphaSpread);
        }

        private static double bell(double distance, double spread) {
            return -distance * distance / (2 * spread * spread);
        }
    }

    /** The models of one scale and one kind of season. */
    private final class Form {

        private final Prior prior;
        private final boolean logarithmic;
        private final double @Nullable [] indices;
        private final boolean multiplicative;
        private final int length;
        private final int known;

        private final double[] levels; // without season; NaN is not known
        private final double drift; // half the slope, by bucket
        private final double[] levelsWithoutDrift;

        private final double logWeightOfForm;
        private final double leastSquaredError;

        private final List<Model> models = new ArrayList<>(ALPHAS.length * (BETAS.length * PHIS.length + 1));
        private double mostLogWeight = Double.NEGATIVE_INFINITY;

        /** @param values of the scale */
        Form(Prior prior, double[] values, boolean logarithmic, double @Nullable [] indices, boolean multiplicative) {
            this.prior = prior;
            this.logarithmic = logarithmic;
            this.indices = indices;
            this.multiplicative = multiplicative;
            length = values.length;
            known = Histories.knownCount(values);
            levels = values.clone();
            double logJacobian = 0;
            double squares = 0;
            for (int i = 0; i < length; i++) {
                if (Double.isNaN(values[i])) {
                    continue;
                }
                squares += values[i] * values[i];
                if (logarithmic) {
                    logJacobian -= values[i];
                }
                if (indices != null) {
                    double index = indices[i % period];
                    levels[i] = multiplicative ? values[i] / index : values[i] - index;
                    logJacobian -= multiplicative ? Math.log(index) : 0;
                }
            }
            double parameters = indices == null ? 0 : SeasonalIndices.parameters(length, period, priorSeasons());
            double penalty = parameters * known / Math.max(1, known - parameters - SMOOTHING_PARAMETERS);
            logWeightOfForm = prior.temperature() * (logJacobian - penalty);
            leastSquaredError = Math.max(Double.MIN_NORMAL, ROUNDING * squares);
            drift = slope(levels) / 2;
            levelsWithoutDrift = new double[length];
            for (int i = 0; i < length; i++) {
                levelsWithoutDrift[i] = levels[i] - drift * i;
            }
            fitDampedTrends();
            if (prior.thetaModels() > 0) {
                fitThetas();
            }
        }

        private void fitDampedTrends() {
            for (double alpha : ALPHAS) {
                for (double beta : BETAS) {
                    for (double phi : PHIS) {
                        if (!logarithmic || phi <= MAX_LOG_PHI) {
                            DampedHolt.Fit fit = DampedHolt.fit(levels, alpha, beta, phi);
                            double logPrior = prior.logOfTrend(alpha, beta, phi);
                            add(fit.level(), fit.trend(), alpha, beta, phi, fit.squaredError(), logPrior);
                        }
                    }
                }
            }
        }

        private void fitThetas() {
            for (double alpha : ALPHAS) {
                SimpleExponentialSmoothing.Fit fit = SimpleExponentialSmoothing.fit(levelsWithoutDrift, alpha);
                double logPrior = prior.logOfTheta(alpha);
                // an undamped trend that errors do not move; the level is that of the last bucket
                double level = fit.level() + drift * (length - 1);
                add(level, drift, alpha, 0, 1, fit.squaredError(), logPrior);
            }
        }

        private void add(
                double level,
                double trend,
                double alpha,
                double beta,
                double phi,
                double squaredError,
                double logPrior) {
            double error = Math.max(leastSquaredError, squaredError);
            double logWeight = logWeightOfForm - prior.temperature() * known / 2 * Math.log(error) + logPrior;
            mostLogWeight = Math.max(mostLogWeight, logWeight);
            models.add(new Model(level, trend, alpha, beta, phi, Math.max(0, squaredError), logWeight));
        }

        void addTo(Mixture mixture, double mostOfAll) {
            for (Model model : models) {
                double weight = Math.exp(model.logWeight() - mostOfAll);
                if (weight > NEGLIGIBLE_WEIGHT) {
                    addTo(mixture, model, weight);
                }
            }
        }

        private void addTo(Mixture mixture, Model model, double weight) {
            double errorVariance = model.squaredError() / Math.max(1, known - SMOOTHING_PARAMETERS);
            double variance = errorVariance;
            double level = model.level();
            double trend = model.trend();
            double damping = 0;
            double power = 1;
            for (int i = 0; i < mixture.horizonBuckets(); i++) {
                trend *= model.phi();
                level += trend;
                double mean = level;
                double scale = 1;
                if (indices != null) {
                    double index = indices[(length + i) % period];
                    mean = multiplicative ? level * index : level + index;
                    scale = multiplicative ? index : 1;
                }
                if (logarithmic) {
                    double value = Math.exp(mean);
                    mixture.add(i, weight, value, value * value * Math.expm1(Math.min(variance, MAX_LOG_VARIANCE)));
                } else {
                    mixture.add(i, weight, mean, scale * scale * variance);
                }
                power *= model.phi();
                damping += power;
                double passedOn = model.alpha() * (1 + model.beta() * damping);
                variance += errorVariance * passedOn * passedOn;
            }
        }
    }

    /** A standard deviation of logarithms above 1 says no more than that nothing is known. */
    private static final double MAX_LOG_VARIANCE = 1;

    /** Of the straight line of least squares through what is known, by bucket. */
    static double slope(double[] values) {
        double count = 0;
        double meanIndex = 0;
        double mean = 0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                count++;
                double fromMean = i - meanIndex;
                meanIndex += fromMean / count;
                mean += (values[i] - mean) / count;
                products += fromMean * (values[i] - mean);
                squares += fromMean * (i - meanIndex);
            }
        }
        return squares > 0 ? products / squares : 0;
    }

    private record Model(
            double level, double trend, double alpha, double beta, double phi, double squaredError, double logWeight) {}

    /** Mean and variance of weighted forecasts, with their disagreement. */
    private static final class Mixture {

        private final double[] weights;
        private final double[] means;
        private final double[] squares; // weighted, of distances from the mean so far
        private final double[] variances;

        Mixture(int horizonBuckets) {
            weights = new double[horizonBuckets];
            means = new double[horizonBuckets];
            squares = new double[horizonBuckets];
            variances = new double[horizonBuckets];
        }

        int horizonBuckets() {
            return weights.length;
        }

        /** Welford's update, so that forecasts of 10¹² that differ by 1 keep their difference. */
        void add(int bucket, double weight, double mean, double variance) {
            weights[bucket] += weight;
            double distance = mean - means[bucket];
            means[bucket] += distance * weight / weights[bucket];
            squares[bucket] += weight * distance * (mean - means[bucket]);
            variances[bucket] += weight * variance;
        }

        Prediction prediction() {
            double[] sd = new double[weights.length];
            for (int i = 0; i < sd.length; i++) {
                // forecasts that agree exactly may leave a rounding error below zero
                sd[i] = Math.sqrt(Math.max(0, variances[i] + squares[i]) / weights[i]);
            }
            return new Prediction(means, sd);
        }
    }
}
