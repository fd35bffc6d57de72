package org.plenish.engine.forecast.method.arima;

import java.util.Arrays;

/**
 * Fits seasonal ARMA models to one differenced series: first by the conditional sum of squares, whose gradient is a
 * recursion, then, from there, by the exact Gaussian likelihood. Both are least squares in the same unknowns, so one
 * Levenberg-Marquardt loop serves both. Mean and error variance are concentrated out; the unknowns are the inverse
 * hyperbolic tangents of partial autocorrelations, one block a polynomial, so that every point is stationary and
 * invertible.
 *
 * <p>The exact errors come from the Kalman filter in Chandrasekhar form, which carries vectors instead of matrices.
 *
 * <p>One object serves one series and one thread: it keeps its work space from model to model.
 *
 * <p>Source: Box, Jenkins &amp; Reinsel (1994), Time Series Analysis, §7.1; Monahan (1984),
 * doi:10.1093/biomet/71.2.403 (partial autocorrelations); Morf, Sidhu &amp; Kailath (1974),
 * doi:10.1109/TAC.1974.1100576 (recursions); Gardner, Harvey &amp; Phillips (1980), doi:10.2307/2346910 (state space);
 * Marquardt (1963), doi:10.1137/0111030.
 */
final class ArmaFitter {

    /** tanh(3.5) = 0.998: nearer to the unit circle the likelihood is flat and the filter slow. */
    private static final double FURTHEST = 3.5;

    /** No step of the optimizer is longer, in any coordinate. */
    private static final double LONGEST_STEP = 1;

    private static final double PROBE = 1e-5;
    private static final int TRIES = 6;

    /** The filter is taken as settled when its variance can still change by this share. */
    private static final double SETTLED = 1e-12;

    private final double[] values;
    private final double[] known;
    private final int n;
    private final int knownCount;
    private final int pad;

    // the series and the errors, with zeros for what went before
    private final double[] series;
    private final double[] errors;
    private final double[] ones;
    private final double[] byAr;
    private final double[] bySeasonalAr;
    private final double[] byMa;
    private final double[] bySeasonalMa;

    // the state of the filter
    private final double[] state;
    private final double[] onesState;
    private final double[] gain;
    private final double[] decay;
    private final double[] denseAr;
    private final double[] denseMa;

    // the order and coefficients at hand
    private ArimaOrder order = ArimaOrder.of(0, 0, 0, false);
    private double[] coefficients = new double[0];
    private int arLags;
    private int maLags;
    private final int[] arLag;
    private final double[] arValue;
    private int arTerms;
    private final int[] maLag;
    private final double[] maValue;
    private int maTerms;
    private double mean;
    private double informationOnMean;
    private double logVarianceShares;

    /**
     * @param values differenced; finite
     * @param known 1 where the errors count, 0 where a value is only a stand-in for a gap
     * @param period buckets in a season
     * @param maxOrder largest p and q
     * @param maxSeasonalOrder largest P and Q
     */
    ArmaFitter(double[] values, double[] known, int period, int maxOrder, int maxSeasonalOrder) {
        this.values = values;
        this.known = known;
        n = values.length;
        int count = 0;
        for (double share : known) {
            count += share > 0 ? 1 : 0;
        }
        knownCount = count;
        pad = maxOrder + maxSeasonalOrder * period;
        series = new double[pad + n];
        System.arraycopy(values, 0, series, pad, n);
        errors = new double[pad + n];
        ones = new double[pad + n];
        byAr = new double[pad + n];
        bySeasonalAr = new double[pad + n];
        byMa = new double[pad + n];
        bySeasonalMa = new double[pad + n];
        int states = pad + 2;
        state = new double[states];
        onesState = new double[states];
        gain = new double[states];
        decay = new double[states];
        denseAr = new double[states];
        denseMa = new double[states];
        int terms = (maxOrder + 1) * (maxSeasonalOrder + 1);
        arLag = new int[terms];
        arValue = new double[terms];
        maLag = new int[terms];
        maValue = new double[terms];
    }

    int knownCount() {
        return knownCount;
    }

    /**
     * A model fitted to the series.
     *
     * @param point the unknowns, {@code p + q + P + Q} of them
     * @param coefficients φ, θ, Φ, Θ in this order; moving averages with a plus sign
     * @param mean of the differenced series; 0 without constant
     * @param meanVariance of the mean's own error; 0 without constant
     * @param errorVariance by maximum likelihood
     * @param logLikelihood exact
     */
    @SuppressWarnings("ArrayRecordComponent") // stays within the package
    record Fit(
            ArimaOrder order,
            double[] point,
            double[] coefficients,
            double mean,
            double meanVariance,
            double errorVariance,
            double logLikelihood,
            int knownCount) {

        /** Corrected Akaike criterion; infinite where the series is too short to tell. */
        double aicc() {
            int parameters = order.coefficients() + (order.constant() ? 1 : 0) + 1;
            int free = knownCount - parameters - 1;
            return free <= 0
                    ? Double.POSITIVE_INFINITY
                    : -2 * logLikelihood + 2 * parameters + 2.0 * parameters * (parameters + 1) / free;
        }

        /**
         * The same with a drift that is drawn towards zero, to {@code 1 - 2/t²} of itself by its t statistic and no
         * further than to none: a criterion that pays for one parameter takes it in at {@code t² = 2}, just where this
         * sets in, so that the forecast does not jump as the choice turns. A mean of the series itself stays.
         */
        Fit withCautiousDrift() {
            if (mean == 0 || order.d() + order.seasonalD() == 0) {
                return this;
            }
            double share = Math.max(0, 1 - 2 * meanVariance / (mean * mean));
            return new Fit(
                    order, point, coefficients, share * mean, meanVariance, errorVariance, logLikelihood, knownCount);
        }

        /** Error variance with the parameters counted. */
        double unbiasedErrorVariance() {
            int parameters = order.coefficients() + (order.constant() ? 1 : 0);
            return errorVariance * knownCount / Math.max(1, knownCount - parameters);
        }
    }

    /**
     * @param from the unknowns to start from
     * @param conditionalSteps how many steps at most by the conditional sum of squares
     * @param exactSteps how many by the exact likelihood, after them
     */
    Fit fit(ArimaOrder fitted, double[] from, int conditionalSteps, int exactSteps) {
        order = fitted;
        int k = fitted.coefficients();
        double[] point = from.clone();
        if (k > 0 && conditionalSteps > 0) {
            minimize(point, conditionalSteps, false, 1e-4);
        }
        double[] scaledErrors = new double[n];
        double cost;
        if (k > 0 && exactSteps > 0) {
            minimize(point, exactSteps, true, 1e-9);
        }
        expand(point);
        cost = exactErrors(scaledErrors);
        double likelihood = -0.5 * knownCount * (Math.log(2 * Math.PI) + 1 + Math.log(cost / knownCount));
        double variance = cost / knownCount / Math.exp(logVarianceShares / knownCount);
        double meanVariance = informationOnMean > 0 ? variance / informationOnMean : 0;
        return new Fit(fitted, point, coefficients.clone(), mean, meanVariance, variance, likelihood, knownCount);
    }

    /**
     * What follows the differenced series, by the exact filter at the fitted coefficients.
     *
     * @param fit made by this object
     */
    Next next(Fit fit, int horizonBuckets) {
        order = fit.order();
        expand(fit.point());
        exactErrors(new double[n]);
        int last = Math.max(arLags, maLags + 1);
        double[] expected = new double[horizonBuckets];
        double[] perMean = new double[horizonBuckets];
        for (int h = 0; h < horizonBuckets; h++) {
            perMean[h] = fit.order().constant() ? 1 - onesState[0] : 0;
            expected[h] = state[0] + fit.mean() * perMean[h];
            advance(state, last, state[0]);
            advance(onesState, last, onesState[0]);
        }
        return new Next(expected, perMean);
    }

    /**
     * @param expected values
     * @param perMean by how much each changes with the mean
     */
    @SuppressWarnings("ArrayRecordComponent") // stays within the package
    record Next(double[] expected, double[] perMean) {}

    private void advance(double[] vector, int last, double first) {
        for (int i = 0; i < last; i++) {
            vector[i] = vector[i + 1] + denseAr[i] * first;
        }
    }

    // Levenberg-Marquardt

    private void minimize(double[] point, int steps, boolean exact, double tolerance) {
        int k = point.length;
        double[] base = new double[n];
        double[] trialErrors = new double[n];
        double[][] columns = exact ? new double[k][n] : new double[0][];
        double[][] curvature = new double[k][k];
        double[] slope = new double[k];
        double[] trial = new double[k];
        double damping = 1e-3;
        expand(point);
        double cost = exact ? exactErrors(base) : conditionalErrors(base);
        for (int step = 0; step < steps; step++) {
            if (exact) {
                probeDerivatives(point, base, columns, curvature, slope);
            } else {
                recursiveDerivatives(point, curvature, slope);
            }
            boolean better = false;
            double gained = 0;
            for (int attempt = 0; attempt < TRIES && !better; attempt++) {
                if (!solve(curvature, slope, damping, trial)) {
                    break;
                }
                for (int i = 0; i < k; i++) {
                    double move = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, -trial[i]));
                    trial[i] = Math.max(-FURTHEST, Math.min(FURTHEST, point[i] + move));
                }
                expand(trial);
                double trialCost = exact ? exactErrors(trialErrors) : conditionalErrors(trialErrors);
                better = trialCost < cost;
                if (better) {
                    gained = cost - trialCost;
                    // the worse the parabola foretold the gain, the shorter the next step
                    double surprise = 2 * gained / foretold(curvature, slope, point, trial) - 1;
                    damping = Math.max(1e-7, damping * Math.max(0.1, 1 - surprise * surprise * surprise));
                    cost = trialCost;
                    System.arraycopy(trial, 0, point, 0, k);
                    System.arraycopy(trialErrors, 0, base, 0, n);
                } else {
                    damping *= 10;
                }
            }
            if (!better || gained <= tolerance * cost) {
                break;
            }
        }
    }

    /** Fall of the squared sum from one point to another if errors were linear in the unknowns. */
    private static double foretold(double[][] curvature, double[] slope, double[] from, double[] to) {
        double fall = 0;
        for (int i = 0; i < from.length; i++) {
            double half = slope[i];
            for (int j = 0; j < from.length; j++) {
                half += 0.5 * curvature[i][j] * (to[j] - from[j]);
            }
            fall -= 2 * (to[i] - from[i]) * half;
        }
        return fall;
    }

    /** {@code (A + λ·diag(A))·x = b} by Cholesky's method; false if A is not positive definite even so. */
    static boolean solve(double[][] a, double[] b, double damping, double[] x) {
        int k = b.length;
        double[][] root = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? a[i][i] * (1 + damping) + 1e-300 : a[i][j];
                for (int l = 0; l < j; l++) {
                    sum -= root[i][l] * root[j][l];
                }
                if (i == j) {
                    if (!(sum > 0)) {
                        return false;
                    }
                    root[i][i] = Math.sqrt(sum);
                } else {
                    root[i][j] = sum / root[j][j];
                }
            }
        }
        for (int i = 0; i < k; i++) {
            double sum = b[i];
            for (int j = 0; j < i; j++) {
                sum -= root[i][j] * x[j];
            }
            x[i] = sum / root[i][i];
        }
        for (int i = k - 1; i >= 0; i--) {
            double sum = x[i];
            for (int j = i + 1; j < k; j++) {
                sum -= root[j][i] * x[j];
            }
            x[i] = sum / root[i][i];
        }
        return true;
    }

    private void probeDerivatives(
            double[] point, double[] base, double[][] columns, double[][] curvature, double[] slope) {
        int k = point.length;
        double[] probe = point.clone();
        for (int i = 0; i < k; i++) {
            double move = point[i] > 0 ? -PROBE : PROBE;
            probe[i] = point[i] + move;
            expand(probe);
            double[] column = columns[i];
            exactErrors(column);
            for (int t = 0; t < n; t++) {
                column[t] = (column[t] - base[t]) / move;
            }
            probe[i] = point[i];
        }
        for (int i = 0; i < k; i++) {
            slope[i] = product(columns[i], 0, base, 0, 0);
            for (int j = 0; j <= i; j++) {
                curvature[i][j] = product(columns[i], 0, columns[j], 0, 0);
                curvature[j][i] = curvature[i][j];
            }
        }
    }

    private double product(double[] a, int fromA, double[] b, int fromB, int start) {
        double sum = 0;
        for (int t = start; t < n; t++) {
            sum += a[fromA + t] * b[fromB + t] * known[t];
        }
        return sum;
    }

    // coefficients

    /** The coefficients and both polynomials at a point. */
    private void expand(double[] point) {
        if (coefficients.length != point.length) {
            coefficients = new double[point.length];
        }
        int p = order.p();
        int q = order.q();
        int seasonalP = order.seasonalP();
        Partials.toCoefficients(point, 0, p, 1, coefficients);
        Partials.toCoefficients(point, p, q, -1, coefficients);
        Partials.toCoefficients(point, p + q, seasonalP, 1, coefficients);
        Partials.toCoefficients(point, p + q + seasonalP, order.seasonalQ(), -1, coefficients);
        arTerms = multiply(0, p, p + q, seasonalP, -1, arLag, arValue);
        maTerms = multiply(p, q, p + q + seasonalP, order.seasonalQ(), 1, maLag, maValue);
        arLags = order.autoregressiveLags();
        maLags = order.movingAverageLags();
    }

    /** {@code (1 + s·Σ a_i B^i)(1 + s·Σ b_j B^jm) = 1 + s·Σ c_l B^l}: the lags and values of c. */
    private int multiply(
            int from, int count, int seasonalFrom, int seasonalCount, int sign, int[] lag, double[] value) {
        int terms = 0;
        for (int j = 0; j <= seasonalCount; j++) {
            double seasonal = j == 0 ? 1 : coefficients[seasonalFrom + j - 1];
            for (int i = j == 0 ? 1 : 0; i <= count; i++) {
                lag[terms] = i + j * order.period();
                double ordinary = i == 0 ? 1 : coefficients[from + i - 1];
                value[terms] = seasonal * ordinary * (i > 0 && j > 0 ? sign : 1);
                terms++;
            }
        }
        return terms;
    }

    // conditional sum of squares

    /** The first bucket with an error: those before have no full past. */
    private int conditionalStart() {
        return Math.min(arLags, n / 3);
    }

    /** One-step errors given zeros before the start, the mean concentrated out; their squared sum. */
    private double conditionalErrors(double[] scaledErrors) {
        int start = conditionalStart();
        Arrays.fill(scaledErrors, 0, start, 0);
        Arrays.fill(errors, pad, pad + start, 0);
        for (int t = pad + start; t < pad + n; t++) {
            double error = series[t];
            for (int i = 0; i < arTerms; i++) {
                error -= arValue[i] * series[t - arLag[i]];
            }
            for (int i = 0; i < maTerms; i++) {
                error -= maValue[i] * errors[t - maLag[i]];
            }
            errors[t] = error;
        }
        mean = 0;
        if (order.constant()) {
            Arrays.fill(ones, pad, pad + start, 0);
            double level = 1;
            for (int i = 0; i < arTerms; i++) {
                level -= arValue[i];
            }
            for (int t = pad + start; t < pad + n; t++) {
                double one = level;
                for (int i = 0; i < maTerms; i++) {
                    one -= maValue[i] * ones[t - maLag[i]];
                }
                ones[t] = one;
            }
            double square = product(ones, pad, ones, pad, start);
            mean = square > 0 ? product(ones, pad, errors, pad, start) / square : 0;
        }
        double cost = 0;
        for (int t = start; t < n; t++) {
            if (order.constant()) {
                errors[pad + t] -= mean * ones[pad + t];
            }
            double error = errors[pad + t] * known[t];
            scaledErrors[t] = error;
            cost += error * error;
        }
        return cost;
    }

    /** Slope and curvature of the conditional sum of squares at {@code point}, the one that was evaluated last. */
    private void recursiveDerivatives(double[] point, double[][] curvature, double[] slope) {
        int p = order.p();
        int q = order.q();
        int seasonalP = order.seasonalP();
        int seasonalQ = order.seasonalQ();
        int period = order.period();
        int start = conditionalStart();
        // one filtered series a polynomial: its derivatives by the coefficients are that series at earlier buckets
        for (int t = pad; t < pad + n; t++) {
            double ar = p > 0 ? mean - series[t] : 0;
            double seasonalAr = seasonalP > 0 ? mean - series[t] : 0;
            for (int j = 1; j <= seasonalP && p > 0 && t - j * period >= pad; j++) {
                ar += coefficients[p + q + j - 1] * (series[t - j * period] - mean);
            }
            for (int i = 1; i <= p && seasonalP > 0 && t - i >= pad; i++) {
                seasonalAr += coefficients[i - 1] * (series[t - i] - mean);
            }
            for (int i = 0; i < maTerms; i++) {
                ar -= maValue[i] * byAr[t - maLag[i]];
                seasonalAr -= maValue[i] * bySeasonalAr[t - maLag[i]];
            }
            byAr[t] = ar;
            bySeasonalAr[t] = seasonalAr;
        }
        for (int t = pad; t < pad + n && q > 0; t++) {
            double ma = -errors[t];
            for (int i = 1; i <= q; i++) {
                ma -= coefficients[p + i - 1] * byMa[t - i];
            }
            byMa[t] = ma;
        }
        for (int t = pad; t < pad + n && seasonalQ > 0; t++) {
            double ma = -errors[t];
            for (int j = 1; j <= seasonalQ; j++) {
                ma -= coefficients[p + q + seasonalP + j - 1] * bySeasonalMa[t - j * period];
            }
            bySeasonalMa[t] = ma;
        }
        int k = point.length;
        double[][] column = new double[k][];
        int[] from = new int[k];
        for (int i = 0; i < k; i++) {
            if (i < p) {
                column[i] = byAr;
                from[i] = pad - i - 1;
            } else if (i < p + q) {
                column[i] = byMa;
                from[i] = pad - (i - p) - 1;
            } else if (i < p + q + seasonalP) {
                column[i] = bySeasonalAr;
                from[i] = pad - (i - p - q + 1) * period;
            } else {
                column[i] = bySeasonalMa;
                from[i] = pad - (i - p - q - seasonalP + 1) * period;
            }
        }
        double[] onOnes = new double[k];
        double square = order.constant() ? product(ones, pad, ones, pad, start) : 0;
        for (int i = 0; i < k; i++) {
            if (square > 0) {
                onOnes[i] = product(column[i], from[i], ones, pad, start) / square;
            }
            slope[i] = product(column[i], from[i], errors, pad, start);
            for (int j = 0; j <= i; j++) {
                curvature[i][j] =
                        product(column[i], from[i], column[j], from[j], start) - onOnes[i] * onOnes[j] * square;
                curvature[j][i] = curvature[i][j];
            }
        }
        byPoint(point, curvature, slope);
    }

    /** From derivatives by the coefficients to derivatives by the unknowns. */
    private void byPoint(double[] point, double[][] curvature, double[] slope) {
        int k = point.length;
        double[][] change = new double[k][k];
        double[] probe = point.clone();
        double[] moved = new double[k];
        int p = order.p();
        int q = order.q();
        int seasonalP = order.seasonalP();
        for (int i = 0; i < k; i++) {
            double move = point[i] > 0 ? -PROBE : PROBE;
            probe[i] = point[i] + move;
            Partials.toCoefficients(probe, 0, p, 1, moved);
            Partials.toCoefficients(probe, p, q, -1, moved);
            Partials.toCoefficients(probe, p + q, seasonalP, 1, moved);
            Partials.toCoefficients(probe, p + q + seasonalP, order.seasonalQ(), -1, moved);
            for (int j = 0; j < k; j++) {
                change[j][i] = (moved[j] - coefficients[j]) / move;
            }
            probe[i] = point[i];
        }
        double[][] half = new double[k][k];
        double[] newSlope = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += curvature[i][l] * change[l][j];
                }
                half[i][j] = sum;
                newSlope[i] += change[j][i] * slope[j];
            }
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += change[l][i] * half[l][j];
                }
                curvature[i][j] = sum;
            }
            slope[i] = newSlope[i];
        }
    }

    // exact likelihood

    /**
     * Errors whose squared sum is least where the likelihood is greatest: each by its standard deviation, all times the
     * geometric mean of the deviations, the mean concentrated out. Leaves the state one bucket past the end.
     */
    private double exactErrors(double[] scaledErrors) {
        int last = Math.max(arLags, maLags + 1);
        Arrays.fill(denseAr, 0, last, 0);
        Arrays.fill(denseMa, 0, last, 0);
        for (int i = 0; i < arTerms; i++) {
            denseAr[arLag[i] - 1] += arValue[i];
        }
        for (int i = 0; i < maTerms; i++) {
            denseMa[maLag[i] - 1] += maValue[i];
        }
        double variance = Autocovariances.firstColumn(denseAr, arLags, denseMa, maLag, maValue, maTerms, last, decay);
        // decay holds the covariances of the state with the value; one step on they are the gain
        advance(decay, last, decay[0]);
        System.arraycopy(decay, 0, gain, 0, last);
        Arrays.fill(state, 0, last + 1, 0);
        Arrays.fill(onesState, 0, last + 1, 0);
        boolean constant = order.constant();
        double spread = -1 / variance;
        boolean settled = false;
        double shares = 1;
        double logShares = 0;
        double valueOnOne = 0;
        double oneOnOne = 0;
        for (int t = 0; t < n; t++) {
            double error = values[t] - state[0];
            double oneError = constant ? 1 - onesState[0] : 0;
            double inverse = 1 / variance;
            double scale = settled ? 1 : Math.sqrt(inverse);
            scaledErrors[t] = error * scale * known[t];
            if (constant) {
                ones[pad + t] = oneError * scale * known[t];
                valueOnOne += scaledErrors[t] * ones[pad + t];
                oneOnOne += ones[pad + t] * ones[pad + t];
            }
            double perError = error * inverse;
            double first = state[0];
            for (int i = 0; i < last; i++) {
                state[i] = state[i + 1] + denseAr[i] * first + gain[i] * perError;
            }
            if (constant) {
                double perOne = oneError * inverse;
                double firstOne = onesState[0];
                for (int i = 0; i < last; i++) {
                    onesState[i] = onesState[i + 1] + denseAr[i] * firstOne + gain[i] * perOne;
                }
            }
            if (!settled) {
                if (known[t] > 0) {
                    shares *= variance;
                    if (shares > 1e200) {
                        logShares += Math.log(shares);
                        shares = 1;
                    }
                }
                double firstDecay = decay[0];
                double push = spread * firstDecay;
                double nextVariance = Math.max(1, variance + push * firstDecay);
                double perDecay = firstDecay / nextVariance;
                double largest = 0;
                for (int i = 0; i < last; i++) {
                    double moved = decay[i + 1] + denseAr[i] * firstDecay;
                    gain[i] += moved * push;
                    decay[i] = moved - gain[i] * perDecay;
                    largest = Math.max(largest, Math.abs(decay[i]));
                }
                spread += push * push * inverse;
                variance = nextVariance;
                settled = -spread * largest * largest < SETTLED;
                if (settled) {
                    variance = 1;
                }
            }
        }
        informationOnMean = oneOnOne;
        mean = constant && oneOnOne > 0 ? valueOnOne / oneOnOne : 0;
        logVarianceShares = logShares + Math.log(shares);
        double common = Math.exp(logVarianceShares / (2 * knownCount));
        double cost = 0;
        for (int t = 0; t < n; t++) {
            double error = (constant ? scaledErrors[t] - mean * ones[pad + t] : scaledErrors[t]) * common;
            scaledErrors[t] = error;
            cost += error * error;
        }
        return cost;
    }
}
