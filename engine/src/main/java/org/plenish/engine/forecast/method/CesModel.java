package org.plenish.engine.forecast.method;

import java.util.Arrays;
import org.plenish.engine.math.NelderMead;

/**
 * Complex exponential smoothing with one kind of season, in state space form. A level l and an "information potential" c
 * are smoothed together, as the real and imaginary part of one complex number with the weight {@code α0 + i·α1}: with the
 * one-step error e, {@code l' = l − (1 − α1)·c + (α0 − α1)·e} and {@code c' = l + (1 − α0)·c + (α0 + α1)·e}. With α1 = 1
 * the level is that of simple exponential smoothing with the weight α0 − 1; above 1 it grows, below 1 it fades.
 *
 * <p>A season adds to the level a term for each of its positions: a plain one that moves by β·e (partial), or a second
 * complex pair, smoothed once a season with the weight {@code β0 + i·β1} (full).
 *
 * <p>The errors are linear in the level and potential to start from, so those two come exactly from a regression; a
 * season starts from the indices of classical decomposition. The weights are those of least squared error under normal
 * priors around a plain level, because growth and fading go on and on in a forecast. In a gap there is no error.
 *
 * <p>Source: Svetunkov, Kourentzes &amp; Ord (2022), doi:10.1002/nav.22074.
 */
final class CesModel {

    private enum Season {
        NONE(2),
        PARTIAL(3),
        FULL(4);

        private final int weights;

        Season(int weights) {
            this.weights = weights;
        }
    }

    private static final double START_REAL = 1.3;
    private static final double START_IMAGINARY = 1;
    private static final double START_PARTIAL = 0.1;
    private static final double[] STEP = {0.3, 0.1, 0.2, 0.1};
    private static final int MAX_EVALUATIONS = 150;
    private static final double TOLERANCE = 1e-4;

    /** Standard deviation of the prior of α0 around 1.3, that is of a weight of 0.3 for the newest value. */
    private static final double REAL_PRIOR_SD = 0.5;

    /** Of α1 around 1, where it is above; by the root of the buckets in a year, in which growth adds up. */
    private static final double GROWTH_PRIOR_SD = 0.03;

    /** Of α1 around 1, where it is below: hardly a series fades towards zero for long. */
    private static final double FADING_PRIOR_SD = 0.005;

    /** Of β1 around 1. */
    private static final double SEASON_PRIOR_SD = 0.1;

    /** By how much a forecast may grow with each bucket, at most. */
    private static final double GREATEST_GROWTH = 1.05;

    /** Level, potential, error variance; then the weights, and the season but for its mean. */
    private static final int PARAMETERS_OF_ALL = 3;

    /** Smaller squared errors of values of about 1 are rounding. */
    private static final double LEAST_SQUARED_ERROR = 1e-20;

    /**
     * Of the history from a level of its first value, which saves the digits of one that hardly changes; of one more in
     * the start level; of one more in the start potential.
     */
    private static final int RUNS = 3;

    private final double[] values;
    private final int known;
    private final Season season;
    private final double[] seasonStart;
    private final int period;
    private final double growthPriorSd;

    private final double[] levels = new double[RUNS];
    private final double[] potentials = new double[RUNS];
    private final double[][] seasonLevels;
    private final double[][] seasonPotentials;

    private CesModel(double[] values, Season season, double[] seasonStart, double growthPriorSd) {
        this.values = values;
        this.season = season;
        this.seasonStart = seasonStart;
        this.growthPriorSd = growthPriorSd;
        period = seasonStart.length;
        known = Histories.knownCount(values);
        seasonLevels = new double[RUNS][period];
        seasonPotentials = new double[RUNS][period];
    }

    /**
     * @param values about 1 in size, from a known one on; not changed
     * @param period buckets in a year, though none of its seasons is modelled
     */
    static CesModel withoutSeason(double[] values, int period) {
        return new CesModel(values, Season.NONE, new double[1], GROWTH_PRIOR_SD / Math.sqrt(period));
    }

    /** @param seasonStart additive indices by position */
    static CesModel withPartialSeason(double[] values, double[] seasonStart) {
        return new CesModel(values, Season.PARTIAL, seasonStart, GROWTH_PRIOR_SD / Math.sqrt(seasonStart.length));
    }

    /** @param seasonStart additive indices by position */
    static CesModel withFullSeason(double[] values, double[] seasonStart) {
        return new CesModel(values, Season.FULL, seasonStart, GROWTH_PRIOR_SD / Math.sqrt(seasonStart.length));
    }

    /**
     * Whether the weights of past values die away: the complex weight lies in one circle and outside two others (the
     * paper's equation of the stability region).
     */
    static boolean isStable(double real, double imaginary) {
        return square(real - 1.5) + square(imaginary - 0.5) < 1.5
                && square(real - 0.5) + square(imaginary - 1) > 0.25
                && square(real - 2.5) + square(imaginary) > 1.25;
    }

    /** By how much an undisturbed level changes with each bucket in the long run: the greatest eigenvalue. */
    static double growth(double real, double imaginary) {
        double half = 1 - real / 2;
        double determinant = 2 - real - imaginary;
        double discriminant = half * half - determinant;
        return discriminant < 0 ? Math.sqrt(determinant) : Math.abs(half) + Math.sqrt(discriminant);
    }

    /** The weights of least squared error, give or take the priors. */
    Fit fit() {
        double[] start = {START_REAL, START_IMAGINARY, START_REAL, START_IMAGINARY};
        if (season == Season.PARTIAL) {
            start[2] = START_PARTIAL;
        }
        return fit(NelderMead.minimize(
                this::penalized,
                Arrays.copyOf(start, season.weights),
                Arrays.copyOf(STEP, season.weights),
                MAX_EVALUATIONS,
                TOLERANCE));
    }

    /** @param weights α0, α1, then none, β, or β0 and β1 */
    Fit fit(double... weights) {
        double squaredError = squaredError(weights);
        return new Fit(
                weights, levels[0], potentials[0], seasonLevels[0].clone(), seasonPotentials[0].clone(), squaredError);
    }

    private double penalized(double[] weights) {
        if (!isAllowed(weights)) {
            return Double.POSITIVE_INFINITY;
        }
        double growth = weights[1] - START_IMAGINARY;
        double penalty = square((weights[0] - START_REAL) / REAL_PRIOR_SD)
                + square(growth / (growth < 0 ? FADING_PRIOR_SD : growthPriorSd));
        if (season == Season.FULL) {
            penalty += square((weights[3] - START_IMAGINARY) / SEASON_PRIOR_SD);
        }
        return squaredError(weights) * Math.exp(penalty / known);
    }

    private boolean isAllowed(double[] weights) {
        return isStable(weights[0], weights[1])
                && growth(weights[0], weights[1]) <= GREATEST_GROWTH
                && switch (season) {
                    case NONE -> true;
                    case PARTIAL -> weights[2] >= 0 && weights[2] <= 1;
                    case FULL -> isStable(weights[2], weights[3]);
                };
    }

    private static double square(double x) {
        return x * x;
    }

    /** Leaves the state after the history, from the best start, in the first run. */
    private double squaredError(double[] weights) {
        Dynamics dynamics = new Dynamics(season, weights);
        start(dynamics);
        double ee = 0;
        double el = 0;
        double ep = 0;
        double ll = 0;
        double lp = 0;
        double pp = 0;
        int position = 0;
        for (double value : values) {
            double error = 0;
            double ofLevel = 0;
            double ofPotential = 0;
            if (!Double.isNaN(value)) {
                error = value - levels[0] - seasonLevels[0][position];
                ofLevel = levels[1] + seasonLevels[1][position];
                ofPotential = levels[2] + seasonLevels[2][position];
                ee += error * error;
                el += error * ofLevel;
                ep += error * ofPotential;
                ll += ofLevel * ofLevel;
                lp += ofLevel * ofPotential;
                pp += ofPotential * ofPotential;
            }
            step(dynamics, 0, position, error);
            step(dynamics, 1, position, -ofLevel);
            step(dynamics, 2, position, -ofPotential);
            position = position + 1 == period ? 0 : position + 1;
        }
        double determinant = ll * pp - lp * lp;
        double potential = determinant > 1e-8 * ll * pp ? (ll * ep - lp * el) / determinant : 0;
        double level = ll > 0 ? (el - lp * potential) / ll : 0;
        addRuns(level, potential);
        double explained = 2 * (level * el + potential * ep)
                - level * level * ll
                - 2 * level * potential * lp
                - potential * potential * pp;
        return Math.max(0, ee - explained);
    }

    private void start(Dynamics dynamics) {
        for (int run = 0; run < RUNS; run++) {
            levels[run] = run == 1 ? 1 : 0;
            potentials[run] = run == 2 ? 1 : 0;
            Arrays.fill(seasonLevels[run], 0);
            Arrays.fill(seasonPotentials[run], 0);
        }
        for (int position = 0; position < period; position++) {
            seasonLevels[0][position] = seasonStart[position];
            seasonPotentials[0][position] = dynamics.steadySeasonPotential * seasonStart[position];
        }
        levels[0] = values[0] - seasonStart[0];
        potentials[0] = dynamics.steadyPotential * levels[0];
    }

    private void step(Dynamics dynamics, int run, int position, double error) {
        double level = levels[run];
        double potential = potentials[run];
        levels[run] = level + dynamics.levelByPotential * potential + dynamics.levelByError * error;
        potentials[run] = level + dynamics.potentialKept * potential + dynamics.potentialByError * error;
        double seasonLevel = seasonLevels[run][position];
        double seasonPotential = seasonPotentials[run][position];
        seasonLevels[run][position] =
                seasonLevel + dynamics.seasonByPotential * seasonPotential + dynamics.seasonByError * error;
        seasonPotentials[run][position] = dynamics.seasonPotentialBySeason * seasonLevel
                + dynamics.seasonPotentialKept * seasonPotential
                + dynamics.seasonPotentialByError * error;
    }

    /** The first run becomes that from so much more level and potential. */
    private void addRuns(double level, double potential) {
        levels[0] += level * levels[1] + potential * levels[2];
        potentials[0] += level * potentials[1] + potential * potentials[2];
        for (int position = 0; position < period; position++) {
            seasonLevels[0][position] += level * seasonLevels[1][position] + potential * seasonLevels[2][position];
            seasonPotentials[0][position] +=
                    level * seasonPotentials[1][position] + potential * seasonPotentials[2][position];
        }
    }

    /** Akaike's criterion, corrected for short series; infinite if there are too few values for the parameters. */
    double correctedInformationCriterion(Fit fit) {
        double parameters = parameters();
        double spare = known - parameters - 1;
        return spare <= 0
                ? Double.POSITIVE_INFINITY
                : known * Math.log(Math.max(fit.squaredError, LEAST_SQUARED_ERROR) / known)
                        + 2 * parameters * (1 + (parameters + 1) / spare);
    }

    private int parameters() {
        return PARAMETERS_OF_ALL + season.weights + period - 1;
    }

    /** The expectation of each coming bucket; the spread from the response of the state to one error. */
    Prediction forecast(Fit fit, int horizonBuckets) {
        Dynamics dynamics = new Dynamics(season, fit.weights);
        levels[0] = fit.level;
        potentials[0] = fit.potential;
        System.arraycopy(fit.seasonLevels, 0, seasonLevels[0], 0, period);
        System.arraycopy(fit.seasonPotentials, 0, seasonPotentials[0], 0, period);
        levels[1] = 0;
        potentials[1] = 0;
        Arrays.fill(seasonLevels[1], 0);
        Arrays.fill(seasonPotentials[1], 0);
        double sd = Histories.errorSd(fit.squaredError, values, parameters());
        double[] mean = new double[horizonBuckets];
        double[] sds = new double[horizonBuckets];
        double variance = 1;
        for (int i = 0; i < horizonBuckets; i++) {
            int position = (values.length + i) % period;
            mean[i] = levels[0] + seasonLevels[0][position];
            variance += square(levels[1] + seasonLevels[1][position]);
            sds[i] = sd * Math.sqrt(variance);
            step(dynamics, 0, position, 0);
            step(dynamics, 1, position, i == 0 ? 1 : 0);
        }
        return new Prediction(mean, sds);
    }

    /**
     * @param weights α0, α1, then none, β, or β0 and β1
     * @param level after the last bucket
     * @param potential after the last bucket
     * @param seasonLevels by position
     * @param seasonPotentials by position
     * @param squaredError sum over the known buckets
     */
    @SuppressWarnings("ArrayRecordComponent") // stays between a model and its caller
    record Fit(
            double[] weights,
            double level,
            double potential,
            double[] seasonLevels,
            double[] seasonPotentials,
            double squaredError) {}

    /** What the next state owes to this one and to the error, for one set of weights. */
    private static final class Dynamics {

        private final double levelByPotential;
        private final double levelByError;
        private final double potentialKept;
        private final double potentialByError;
        private final double seasonByPotential;
        private final double seasonByError;
        private final double seasonPotentialBySeason;
        private final double seasonPotentialKept;
        private final double seasonPotentialByError;

        /** The potential of a plain level that stands still, by the level. */
        private final double steadyPotential;

        /** The potential of a season that repeats itself, by its level. */
        private final double steadySeasonPotential;

        private Dynamics(Season season, double[] weights) {
            levelByPotential = weights[1] - 1;
            levelByError = weights[0] - weights[1];
            potentialKept = 1 - weights[0];
            potentialByError = weights[0] + weights[1];
            steadyPotential = 1 / weights[0];
            boolean full = season == Season.FULL;
            double real = full ? weights[2] : 1;
            double imaginary = full ? weights[3] : 1;
            seasonByPotential = imaginary - 1;
            seasonByError = season == Season.PARTIAL ? weights[2] : real - imaginary;
            seasonPotentialBySeason = full ? 1 : 0;
            seasonPotentialKept = 1 - real;
            seasonPotentialByError = full ? real + imaginary : 0;
            steadySeasonPotential = full ? 1 / real : 0;
        }
    }
}
