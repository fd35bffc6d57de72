package org.plenish.engine.forecast.method.arima;

import java.util.Arrays;

/**
 * A seasonal ARIMA model fitted to one series by exact maximum likelihood.
 *
 * <p>Gaps are bridged by a straight line, over the season where there is one; the errors there count for nothing. The
 * series is scaled by its largest value, so that size does not matter.
 *
 * <p>Source: Box, Jenkins &amp; Reinsel (1994), Time Series Analysis, ch. 5 (forecasts and their errors by ψ weights).
 */
public final class ArimaModel {

    /** Changes smaller than this share of the largest value are rounding. */
    private static final double ROUNDING = 1e-11;

    /** Longer seasons are left to other methods: the model has nothing to say but "as a season ago". */
    private static final int LONGEST_PERIOD = 52;

    /** From here on a second seasonal term costs more than it tells. */
    private static final int LONG_PERIOD = 13;

    /**
     * A second difference lets the last slope run on for ever. The test cannot tell that from chance in a short series,
     * nor where seasons sway the slope.
     */
    private static final int TWICE_LENGTH = 50;

    private static final int FINAL_CONDITIONAL_STEPS = 30;
    private static final int FINAL_EXACT_STEPS = 50;

    private final ArmaFitter.Fit fit;
    private final GaplessSeries series;
    private final ArmaFitter fitter;

    private ArimaModel(ArmaFitter.Fit fit, GaplessSeries series, ArmaFitter fitter) {
        this.fit = fit;
        this.series = series;
        this.fitter = fitter;
    }

    /**
     * The model of a given order.
     *
     * @param values oldest first; NaN is not known; more known ones than the order takes
     */
    public static ArimaModel fit(double[] values, ArimaOrder order) {
        GaplessSeries series = GaplessSeries.of(values, order.period());
        int ordinary = Math.max(order.p(), order.q());
        int seasonal = Math.max(order.seasonalP(), order.seasonalQ());
        double[] changes = Differencing.difference(series.values(), order);
        ArmaFitter fitter =
                new ArmaFitter(changes, series.knownFrom(order.lostBuckets()), order.period(), ordinary, seasonal);
        HannanRissanen guesses = new HannanRissanen(
                changes, order.period(), Math.max(order.autoregressiveLags(), order.movingAverageLags()));
        ArmaFitter.Fit fit = isRounding(changes)
                ? straight(order, changes)
                : fitter.fit(order, guesses.start(order), FINAL_CONDITIONAL_STEPS, FINAL_EXACT_STEPS);
        return new ArimaModel(fit, series, fitter);
    }

    /**
     * The model chosen for the series.
     *
     * @param values oldest first; NaN is not known; at least one known
     * @param period buckets in a season; 1: none
     */
    public static ArimaModel choose(double[] values, int period) {
        GaplessSeries series = GaplessSeries.of(values, period);
        int length = series.values().length;
        int season = period <= LONGEST_PERIOD && length > 2 * period ? period : 1;
        int seasonalD = Differencing.seasonalOrder(series.values(), season);
        double[] overSeason = seasonalD > 0 ? Differencing.difference(series.values(), season) : series.values();
        int d = Differencing.ordinaryOrder(overSeason, season == 1 && length >= TWICE_LENGTH ? 2 : 1);
        ArimaOrder plain = new ArimaOrder(0, d, 0, 0, seasonalD, 0, season, d + seasonalD <= 1);
        double[] changes = Differencing.difference(series.values(), plain);
        int maxOrder = Math.min(ArimaSearch.MAX_ORDER, changes.length / 3);
        int maxSeasonal = season == 1
                ? 0
                : Math.min(season < LONG_PERIOD ? ArimaSearch.MAX_SEASONAL_ORDER : 1, changes.length / 3 / season);
        ArmaFitter fitter =
                new ArmaFitter(changes, series.knownFrom(plain.lostBuckets()), season, maxOrder, maxSeasonal);
        HannanRissanen guesses = new HannanRissanen(changes, season, Math.max(maxOrder, maxSeasonal * season));
        ArmaFitter.Fit fit = isRounding(changes)
                ? straight(plain, changes)
                : new ArimaSearch(fitter, guesses, d, seasonalD, season, maxOrder, maxSeasonal).best();
        return new ArimaModel(fit.withCautiousDrift(), series, fitter);
    }

    private static boolean isRounding(double[] changes) {
        double low = Arrays.stream(changes).min().orElse(0);
        double high = Arrays.stream(changes).max().orElse(0);
        return high - low <= ROUNDING;
    }

    /** What there is to say of changes that are all the same. */
    private static ArmaFitter.Fit straight(ArimaOrder order, double[] changes) {
        double mean = order.constant() ? Arrays.stream(changes).average().orElse(0) : 0;
        ArimaOrder plain = new ArimaOrder(0, order.d(), 0, 0, order.seasonalD(), 0, order.period(), order.constant());
        return new ArmaFitter.Fit(plain, new double[0], new double[0], mean, 0, 0, 0, changes.length);
    }

    public ArimaOrder order() {
        return fit.order();
    }

    /** φ of the p autoregressive terms, θ of the q moving-average terms (with plus signs), then Φ and Θ. */
    public double[] coefficients() {
        return fit.coefficients().clone();
    }

    /** Mean of the differenced series; 0 without constant. */
    public double constant() {
        return fit.mean() * series.scale();
    }

    /** Variance of the one-step errors, each coefficient counted. */
    public double errorVariance() {
        return fit.unbiasedErrorVariance() * series.scale() * series.scale();
    }

    /** Exact log-likelihood of the differenced series. */
    public double logLikelihood() {
        return fit.logLikelihood() - fit.knownCount() * Math.log(series.scale());
    }

    /** Akaike's criterion, corrected for short series; comparable among models with the same differences. */
    public double aicc() {
        return fit.aicc() + 2 * fit.knownCount() * Math.log(series.scale());
    }

    /** Expected value of each of the next buckets. */
    public double[] mean(int horizonBuckets) {
        int steps = horizonBuckets + series.trailingGap();
        double[] mean = undoDifferences(fitter.next(fit, steps).expected(), series.values());
        for (int h = 0; h < steps; h++) {
            mean[h] *= series.scale();
        }
        return Arrays.copyOfRange(mean, series.trailingGap(), steps);
    }

    /** Values from their differences, following on what went before. */
    private double[] undoDifferences(double[] changes, double[] before) {
        double[] back = differencePolynomial(fit.order());
        int length = before.length;
        double[] all = Arrays.copyOf(before, length + changes.length);
        for (int h = 0; h < changes.length; h++) {
            double value = changes[h];
            for (int lag = 1; lag < back.length; lag++) {
                value -= back[lag] * all[length + h - lag];
            }
            all[length + h] = value;
        }
        return Arrays.copyOfRange(all, length, all.length);
    }

    /**
     * Standard deviation of the error of each of the next buckets, from the ψ weights and the error of the mean or drift;
     * the coefficients are taken as known.
     */
    public double[] sd(int horizonBuckets) {
        ArimaOrder o = fit.order();
        int steps = horizonBuckets + series.trailingGap();
        double[] c = fit.coefficients();
        int seasonal = o.p() + o.q();
        double[] ar = times(polynomial(c, 0, o.p(), 1, -1), polynomial(c, seasonal, o.seasonalP(), o.period(), -1));
        double[] ma = times(
                polynomial(c, o.p(), o.q(), 1, 1),
                polynomial(c, seasonal + o.seasonalP(), o.seasonalQ(), o.period(), 1));
        double[] full = times(ar, differencePolynomial(o));
        double[] weights = new double[steps];
        double[] sd = new double[horizonBuckets];
        double[] perMean = undoDifferences(fitter.next(fit, steps).perMean(), new double[series.values().length]);
        double meanVariance = fit.errorVariance() > 0 ? fit.meanVariance() / fit.errorVariance() : 0;
        double errorSd = Math.sqrt(fit.unbiasedErrorVariance()) * series.scale();
        double squares = 0;
        for (int h = 0; h < steps; h++) {
            double weight = h < ma.length ? ma[h] : 0;
            for (int lag = 1; lag <= Math.min(h, full.length - 1); lag++) {
                weight -= full[lag] * weights[h - lag];
            }
            weights[h] = weight;
            squares += weight * weight;
            if (h >= series.trailingGap()) {
                sd[h - series.trailingGap()] = errorSd * Math.sqrt(squares + meanVariance * perMean[h] * perMean[h]);
            }
        }
        return sd;
    }

    private static double[] differencePolynomial(ArimaOrder order) {
        double[] product = {1};
        for (int i = 0; i < order.d(); i++) {
            product = times(product, new double[] {1, -1});
        }
        for (int i = 0; i < order.seasonalD(); i++) {
            double[] season = new double[order.period() + 1];
            season[0] = 1;
            season[order.period()] = -1;
            product = times(product, season);
        }
        return product;
    }

    private static double[] polynomial(double[] coefficients, int from, int count, int step, int sign) {
        double[] polynomial = new double[count * step + 1];
        polynomial[0] = 1;
        for (int i = 0; i < count; i++) {
            polynomial[(i + 1) * step] = sign * coefficients[from + i];
        }
        return polynomial;
    }

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length && a[i] != 0; j++) {
                product[i + j] += a[i] * b[j];
            }
        }
        return product;
    }
}
