package org.plenish.engine.forecast.method;

import java.util.Arrays;

/**
 * How likely a series is under one form of exponential smoothing and given parameters, and the parameters that make it
 * most likely: Fisher scoring with Levenberg's and Marquardt's damping over the smoothing constants and the starting
 * states together, from derivatives that are carried along with the states. Ten steps do what takes a simplex search
 * thousands of evaluations.
 *
 * <p>The constants are held in the usual region: α in (0, 1), trend gain β below α, season gain γ below 1 − α. The
 * parameters are α, β/α, φ, γ/(1 − α), the starting level and trend, and the starting seasons of all positions but the
 * last, which makes them sum to nothing (or average to 1).
 *
 * <p>A short history is fitted best by parameters that forecast badly. Where a forecast is what is wanted, the
 * parameters therefore have priors, and the season is not fitted.
 *
 * <p>Source: Hyndman, Koehler, Ord &amp; Snyder (2008), Forecasting with Exponential Smoothing, ch. 5 (the likelihood);
 * Marquardt (1963), doi:10.1137/0111030.
 */
final class EtsLikelihood {

    private static final double LEAST_GAIN = 1e-4;
    private static final double GREATEST_GAIN = 0.9999;
    private static final double LEAST_PHI = 0.8;
    private static final double GREATEST_PHI = 0.98;

    /** With priors, a trend is either damped to be noticed or not at all: nearer to 1, the two would be one form twice. */
    private static final double GREATEST_PHI_WITH_PRIORS = 0.95;

    /** Of a series of size 1, a smaller root mean squared error is rounding. */
    private static final double ROUNDING = 1e-13;

    /** A multiplicative state below this share of the greatest value has gone astray. */
    private static final double LEAST_FACTOR = 1e-8;

    private static final double FIRST_DAMPING = 1e-3;
    private static final double LEAST_DAMPING = 1e-9;
    private static final double GREATEST_DAMPING = 1e4;

    /**
     * The priors are bells: of α, wide around the middle; of β/α, half a bell from 0, because a trend hardly ever turns
     * as fast as its level; of the starting level and trend around {@link EtsStart}'s, in standard deviations of the
     * error, lest they bend to the first few values.
     */
    private static final double TYPICAL_ALPHA = 0.5;

    private static final double ALPHA_SPREAD = 0.4;
    private static final double BETA_SHARE_SPREAD = 0.15;
    private static final double LEVEL_SPREAD = 1;
    private static final double TREND_SPREAD = 0.1;

    /** For the size of the error that those are measured in. */
    private static final double TYPICAL_BETA_SHARE = 0.05;

    private static final double TYPICAL_PHI = 0.9;
    private static final double TYPICAL_GAMMA_SHARE = 0.05;

    private static final int ALPHA = 0;

    private final double[] values;
    private final EtsForm form;
    private final int period;
    private final int known;
    private final boolean relative;
    private final boolean multiplicative;

    private final int counted; // parameters of the form
    private final int parameters; // of them fitted
    private final double[] givenSeason;
    private final int beta; // where in the parameters, or -1
    private final int phi;
    private final int gamma;
    private final int level;
    private final int trend;
    private final int season;

    private final double[] low;
    private final double[] high;

    /** States after the latest run: level, trend, season by position. */
    private double lastLevel;

    private double lastTrend;
    private final double[] lastSeason;
    private double sumOfSquares;
    private double sumOfSquaredResiduals;

    private final double[] levelSlope;
    private final double[] trendSlope;
    private final double[] seasonSlope; // by position, then parameter
    private final double[] slope; // of the forecast
    private final double[] gradient;
    private final double[] logSlope;
    private final double[][] information;
    private final double[][] factor;
    private final double[] step;
    private final boolean[] held;
    private final double[] priorMean;
    private final double[] priorPrecision; // 0: no prior

    /**
     * @param values of about size 1, NaN where not known; not changed or copied
     * @param start where the starting states are searched from
     * @param prior whether the parameters have priors; the season is then the one to start from, not fitted
     */
    EtsLikelihood(double[] values, EtsForm form, int period, EtsStart start, boolean prior) {
        this.values = values;
        this.form = form;
        this.period = form.hasSeason() ? period : 1;
        known = Histories.knownCount(values);
        relative = form.hasMultiplicativeError();
        multiplicative = form.hasMultiplicativeSeason();
        counted = form.parameters(period);
        parameters = prior && form.hasSeason() ? counted - (period - 1) : counted;
        givenSeason = start.season();
        int next = 1;
        beta = form.hasTrend() ? next++ : -1;
        phi = form.isDamped() ? next++ : -1;
        gamma = form.hasSeason() ? next++ : -1;
        level = next++;
        trend = form.hasTrend() ? next++ : -1;
        season = form.hasSeason() && !prior ? next : -1;
        low = new double[parameters];
        high = new double[parameters];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        Arrays.fill(low, 0, level, LEAST_GAIN);
        Arrays.fill(high, 0, level, GREATEST_GAIN);
        if (phi >= 0) {
            low[phi] = LEAST_PHI;
            high[phi] = prior ? GREATEST_PHI_WITH_PRIORS : GREATEST_PHI;
        }
        lastSeason = new double[this.period];
        priorMean = new double[parameters];
        priorPrecision = new double[parameters];
        levelSlope = new double[parameters];
        trendSlope = new double[parameters];
        seasonSlope = new double[parameters * this.period];
        slope = new double[parameters];
        gradient = new double[parameters];
        logSlope = new double[parameters];
        information = new double[parameters][parameters];
        factor = new double[parameters][parameters];
        step = new double[parameters];
        held = new boolean[parameters];
        if (prior) {
            setPriors(start);
        }
    }

    private void setPriors(EtsStart start) {
        double[] typical = start(TYPICAL_ALPHA, TYPICAL_BETA_SHARE, TYPICAL_PHI, TYPICAL_GAMMA_SHARE, start);
        at(typical);
        double errorSd = Math.sqrt(sumOfSquaredResiduals / known);
        setPrior(ALPHA, TYPICAL_ALPHA, ALPHA_SPREAD);
        setPrior(beta, 0, BETA_SHARE_SPREAD);
        setPrior(level, typical[level], LEVEL_SPREAD * errorSd);
        if (trend >= 0) {
            setPrior(trend, typical[trend], TREND_SPREAD * errorSd);
        }
    }

    private void setPrior(int parameter, double mean, double spread) {
        if (parameter >= 0 && spread > 0) {
            priorMean[parameter] = mean;
            priorPrecision[parameter] = 1 / (spread * spread);
        }
    }

    EtsForm form() {
        return form;
    }

    /** A point to search from. */
    double[] start(double alpha, double betaShare, double phiValue, double gammaShare, EtsStart states) {
        double[] point = new double[parameters];
        point[ALPHA] = alpha;
        point[level] = states.level();
        if (beta >= 0) {
            point[beta] = betaShare;
            point[trend] = states.trend();
        } else {
            point[level] = states.levelWithoutTrend();
        }
        if (phi >= 0) {
            point[phi] = phiValue;
        }
        if (gamma >= 0) {
            point[gamma] = gammaShare;
        }
        if (season >= 0) {
            System.arraycopy(states.season(), 0, point, season, period - 1);
        }
        return point;
    }

    /**
     * −2 log likelihood but for a constant, with the best size of error: {@code n·log Σe² + 2Σ log f}, the second sum
     * for relative errors only; with priors, those of the point too. Infinite where a multiplicative state is not positive.
     */
    double at(double[] point) {
        double alphaValue = point[ALPHA];
        double betaValue = beta < 0 ? 0 : alphaValue * point[beta];
        double phiValue = phi < 0 ? 1 : point[phi];
        double gammaValue = gamma < 0 ? 0 : (1 - alphaValue) * point[gamma];
        setStart(point);
        double l = lastLevel;
        double b = lastTrend;
        double squares = 0;
        double residuals = 0;
        double logs = 0;
        double product = 1;
        int position = 0;
        for (int i = 0; i < values.length; i++) {
            double y = values[i];
            double q = l + phiValue * b;
            double s = lastSeason[position];
            b *= phiValue;
            l = q;
            if (!Double.isNaN(y)) {
                double f = multiplicative ? q * s : q + s;
                double d = y - f;
                double e = d;
                if (relative) {
                    if (!(f > LEAST_FACTOR) || multiplicative && !(s > LEAST_FACTOR)) {
                        return Double.POSITIVE_INFINITY;
                    }
                    e = d / f;
                    product *= f;
                    if (product < 1e-200 || product > 1e200) {
                        logs += Math.log(product);
                        product = 1;
                    }
                }
                squares += e * e;
                residuals += d * d;
                double levelError = multiplicative ? y / s - q : d;
                l += alphaValue * levelError;
                b += betaValue * levelError;
                lastSeason[position] = s + gammaValue * (multiplicative ? y / q - s : d);
            }
            if (++position == period) {
                position = 0;
            }
        }
        lastLevel = l;
        lastTrend = b;
        sumOfSquares = squares;
        sumOfSquaredResiduals = residuals;
        return objective(squares, logs + Math.log(product)) + surprise(point);
    }

    private double objective(double squares, double logs) {
        double value = known * Math.log(Math.max(squares, known * ROUNDING * ROUNDING)) + 2 * logs;
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /** −2 log density of the priors but for a constant. */
    private double surprise(double[] point) {
        double sum = 0;
        for (int k = 0; k < parameters; k++) {
            double distance = point[k] - priorMean[k];
            sum += priorPrecision[k] * distance * distance;
        }
        return sum;
    }

    private void setStart(double[] point) {
        lastLevel = point[level];
        lastTrend = trend < 0 ? 0 : point[trend];
        if (season < 0) {
            System.arraycopy(givenSeason, 0, lastSeason, 0, givenSeason.length);
            return;
        }
        double rest = multiplicative ? period : 0;
        for (int j = 0; j < period - 1; j++) {
            lastSeason[j] = point[season + j];
            rest -= point[season + j];
        }
        lastSeason[period - 1] = rest;
    }

    /**
     * From a point to one that is at least as likely, usually the likeliest near it.
     *
     * @param point changed to the result
     * @param value at the point
     * @param tolerance stops when a step is expected to gain less than this
     * @return the value at the result
     */
    double climb(double[] point, double value, int maxSteps, double tolerance) {
        double best = value;
        double damping = FIRST_DAMPING;
        double[] tried = new double[parameters];
        for (int taken = 0; taken < maxSteps && best < Double.POSITIVE_INFINITY; taken++) {
            derive(point);
            holdAtBounds(point);
            boolean improved = false;
            while (!improved && damping <= GREATEST_DAMPING) {
                double gain = solve(damping);
                if (gain < tolerance) {
                    return best;
                }
                for (int k = 0; k < parameters; k++) {
                    tried[k] = Math.max(low[k], Math.min(high[k], point[k] + step[k]));
                }
                double there = at(tried);
                if (there < best) {
                    improved = true;
                    best = there;
                    System.arraycopy(tried, 0, point, 0, parameters);
                    damping = Math.max(LEAST_DAMPING, damping / 8);
                } else {
                    damping *= 8;
                }
            }
            if (!improved) {
                return best;
            }
        }
        return best;
    }

    /** Gradient and information at a point where the likelihood is finite. */
    private void derive(double[] point) {
        double alphaValue = point[ALPHA];
        double betaShare = beta < 0 ? 0 : point[beta];
        double betaValue = alphaValue * betaShare;
        double phiValue = phi < 0 ? 1 : point[phi];
        double gammaShare = gamma < 0 ? 0 : point[gamma];
        double gammaValue = (1 - alphaValue) * gammaShare;
        setStart(point);
        setStartSlopes();
        double l = lastLevel;
        double b = lastTrend;
        double squares = 0;
        int position = 0;
        for (int i = 0; i < values.length; i++) {
            double y = values[i];
            double q = l + phiValue * b;
            double s = lastSeason[position];
            int offset = position * parameters;
            if (!Double.isNaN(y)) {
                double f = multiplicative ? q * s : q + s;
                double levelError = multiplicative ? y / s - q : y - f;
                double seasonError = multiplicative ? y / q - s : y - f;
                double byLevel = multiplicative ? s : 1; // how the forecast changes with the level
                double bySeason = multiplicative ? q : 1;
                double levelErrorBySeason = multiplicative ? -y / (s * s) : -1;
                double seasonErrorByLevel = multiplicative ? -y / (q * q) : -1;
                for (int k = 0; k < parameters; k++) {
                    double dq = levelSlope[k] + phiValue * trendSlope[k];
                    double ds = seasonSlope[offset + k];
                    double da = levelErrorBySeason * ds - dq;
                    double dc = seasonErrorByLevel * dq - ds;
                    slope[k] = byLevel * dq + bySeason * ds;
                    levelSlope[k] = dq + alphaValue * da;
                    trendSlope[k] = phiValue * trendSlope[k] + betaValue * da;
                    seasonSlope[offset + k] = ds + gammaValue * dc;
                }
                levelSlope[ALPHA] += levelError;
                if (beta >= 0) {
                    trendSlope[ALPHA] += betaShare * levelError;
                    trendSlope[beta] += alphaValue * levelError;
                }
                if (phi >= 0) {
                    slope[phi] += byLevel * b;
                    levelSlope[phi] += (1 - alphaValue) * b;
                    trendSlope[phi] += (1 - betaValue) * b;
                    seasonSlope[offset + phi] += gammaValue * seasonErrorByLevel * b;
                }
                if (gamma >= 0) {
                    seasonSlope[offset + ALPHA] -= gammaShare * seasonError;
                    seasonSlope[offset + gamma] += (1 - alphaValue) * seasonError;
                }
                double e = relative ? (y - f) / f : y - f;
                squares += e * e;
                accumulate(e, relative ? 1 / f : 1);
                l = q + alphaValue * levelError;
                b = phiValue * b + betaValue * levelError;
                lastSeason[position] = s + gammaValue * seasonError;
            } else {
                for (int k = 0; k < parameters; k++) {
                    trendSlope[k] *= phiValue;
                    levelSlope[k] += trendSlope[k];
                }
                if (phi >= 0) {
                    trendSlope[phi] += b;
                    levelSlope[phi] += b;
                }
                l = q;
                b *= phiValue;
            }
            if (++position == period) {
                position = 0;
            }
        }
        double precision = known / Math.max(squares, known * ROUNDING * ROUNDING);
        for (int k = 0; k < parameters; k++) {
            gradient[k] = precision * gradient[k] - (relative ? logSlope[k] : 0);
            for (int j = 0; j <= k; j++) {
                information[k][j] *= precision;
            }
            gradient[k] -= priorPrecision[k] * (point[k] - priorMean[k]);
            information[k][k] += priorPrecision[k];
        }
    }

    private void setStartSlopes() {
        Arrays.fill(levelSlope, 0);
        Arrays.fill(trendSlope, 0);
        Arrays.fill(seasonSlope, 0);
        Arrays.fill(gradient, 0);
        Arrays.fill(logSlope, 0);
        for (double[] row : information) {
            Arrays.fill(row, 0);
        }
        levelSlope[level] = 1;
        if (trend >= 0) {
            trendSlope[trend] = 1;
        }
        for (int j = 0; season >= 0 && j < period - 1; j++) {
            seasonSlope[j * parameters + season + j] = 1;
            seasonSlope[(period - 1) * parameters + season + j] = -1;
        }
    }

    /** One bucket's share, where the forecast's slope is known. */
    private void accumulate(double error, double scale) {
        double weight = relative ? error * (1 + error) : error;
        for (int k = 0; k < parameters; k++) {
            double u = slope[k] * scale;
            slope[k] = u;
            gradient[k] += weight * u;
            logSlope[k] += u;
            double[] row = information[k];
            for (int j = 0; j <= k; j++) {
                row[j] += u * slope[j];
            }
        }
    }

    /** A constant at its bound that would leave it stays there. */
    private void holdAtBounds(double[] point) {
        for (int k = 0; k < parameters; k++) {
            held[k] = point[k] <= low[k] && gradient[k] < 0 || point[k] >= high[k] && gradient[k] > 0;
        }
    }

    /** Sets the step; returns by how much the value would fall were it a parabola. */
    private double solve(double damping) {
        double gain = 0;
        for (int k = 0; k < parameters; k++) {
            double[] row = factor[k];
            double right = held[k] ? 0 : gradient[k];
            for (int j = 0; j < k; j++) {
                double sum = held[k] || held[j] ? 0 : information[k][j];
                double[] other = factor[j];
                for (int i = 0; i < j; i++) {
                    sum -= row[i] * other[i];
                }
                row[j] = sum / other[j];
                right -= row[j] * step[j];
            }
            double diagonal = held[k] ? 1 : information[k][k] * (1 + damping) + 1e-12;
            double least = 1e-12 * diagonal;
            for (int i = 0; i < k; i++) {
                diagonal -= row[i] * row[i];
            }
            row[k] = Math.sqrt(Math.max(diagonal, least));
            step[k] = right / row[k];
            gain += step[k] * step[k];
        }
        for (int k = parameters - 1; k >= 0; k--) {
            double sum = step[k];
            for (int j = k + 1; j < parameters; j++) {
                sum -= factor[j][k] * step[j];
            }
            step[k] = sum / factor[k][k];
        }
        return gain;
    }

    /** The fit at a point, of the series times {@code scale}. */
    EtsFit fit(double[] point, double scale) {
        double value = at(point);
        double alphaValue = point[ALPHA];
        double[] coming = new double[form.hasSeason() ? period : 0];
        for (int j = 0; j < coming.length; j++) {
            coming[j] = lastSeason[(values.length + j) % period] * (multiplicative ? 1 : scale);
        }
        double constant = known * (Math.log(2 * Math.PI / known) + 1 + 2 * Math.log(scale));
        int free = Math.max(1, known - counted);
        return new EtsFit(
                form,
                alphaValue,
                beta < 0 ? 0 : alphaValue * point[beta],
                phi < 0 ? 1 : point[phi],
                gamma < 0 ? 0 : (1 - alphaValue) * point[gamma],
                lastLevel * scale,
                lastTrend * scale,
                coming,
                Math.sqrt(sumOfSquares / free) * (relative ? 1 : scale),
                Math.sqrt(sumOfSquaredResiduals / free) * scale,
                -(value - surprise(point) + constant) / 2,
                aicc(value) + constant);
    }

    /** Of a value of {@link #at}; infinite where the series is too short to tell. */
    double aicc(double value) {
        int all = counted + 1; // with the size of the error
        int left = known - all - 1;
        return left <= 0 ? Double.POSITIVE_INFINITY : value + 2.0 * all + 2.0 * all * (all + 1) / left;
    }
}
