package org.plenish.engine.forecast;

import java.util.Arrays;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.Histories;
import org.plenish.engine.forecast.monitor.ForecastSignals;
import org.plenish.engine.forecast.monitor.ValueAdded;
import org.plenish.engine.math.AccuracyMetrics;

/**
 * Forecasts the known end of a history from several earlier points ("origins"), each time from nothing but what came
 * before, and compares.
 *
 * <p>A held-out span is a quarter of the history, at most {@value #MAX_SPAN} buckets; up to {@value #MAX_ORIGINS} origins
 * are spread evenly over the second half. Histories of fewer than {@value #MIN_KNOWN} known buckets have no origins.
 *
 * <p>The score is what a replenishment suffers from: for each span, half the squared errors of its buckets and half the
 * squared errors of its running totals, those divided by the number of buckets they run over (so that independent errors
 * weigh the same however long the total). Squared, because stock is built on the mean: an absolute error would favour the
 * median, which for intermittent demand is zero.
 *
 * <p>Source: Tashman (2000), doi:10.1016/S0169-2070(00)00065-0 (rolling origins); Kolassa (2020),
 * doi:10.1016/j.ijforecast.2019.02.017 (why not absolute errors).
 */
final class Backtest {

    static final int MAX_SPAN = 13;
    static final int MAX_ORIGINS = 12;
    static final int MIN_KNOWN = 6;

    /** The latest buckets that signals are made from: half a year of weeks. */
    static final int WATCHED = 26;

    /** Two buckets from each origin: half the work, and hardly longer ahead. */
    private static final int WATCH_STEP = 2;

    private final double[] demandUnits;
    private final int span;
    private final int[] origins;

    Backtest(double[] demandUnits) {
        this.demandUnits = demandUnits;
        span = Math.min(MAX_SPAN, Math.max(1, demandUnits.length / 4));
        origins = Histories.knownCount(demandUnits) < MIN_KNOWN
                ? new int[0]
                : Arrays.stream(origins(demandUnits.length, span))
                        .filter(this::somethingIsKnownAfter)
                        .toArray();
    }

    private static int[] origins(int length, int span) {
        int last = length - span;
        int first = (length + 1) / 2;
        int count = Math.min(MAX_ORIGINS, last - first + 1);
        int[] origins = new int[count];
        for (int i = 0; i < count; i++) {
            origins[i] = last - (count == 1 ? 0 : (count - 1 - i) * (last - first) / (count - 1));
        }
        return origins;
    }

    private boolean somethingIsKnownAfter(int origin) {
        return Histories.knownCount(Arrays.copyOfRange(demandUnits, origin, origin + span)) > 0;
    }

    int origins() {
        return origins.length;
    }

    /** Whether {@code method} can forecast from every origin, so that all methods are judged on the same spans. */
    boolean canJudge(ForecastMethod method) {
        return origins.length > 0 && method.canForecast(Arrays.copyOf(demandUnits, origins[0]));
    }

    Result run(ForecastMethod method) {
        double[] errors = new double[origins.length * span];
        double[] forecasts = new double[origins.length * span];
        for (int o = 0; o < origins.length; o++) {
            double[] forecast = nonNegative(method.forecast(Arrays.copyOf(demandUnits, origins[o]), span)
                    .mean());
            for (int i = 0; i < span; i++) {
                forecasts[o * span + i] = forecast[i];
                errors[o * span + i] = forecast[i] - demandUnits[origins[o] + i];
            }
        }
        return new Result(errors, forecasts);
    }

    /**
     * Forecast less demand of the latest buckets, at most half of the history, each forecast one or two buckets before from
     * nothing but what came before; NaN where demand is not known. At most {@value #WATCHED} buckets.
     */
    double[] latestErrors(ForecastMethod method) {
        int count = Math.min(WATCHED, demandUnits.length / 2) / WATCH_STEP * WATCH_STEP;
        double[] latest = new double[count];
        for (int from = demandUnits.length - count; from < demandUnits.length; from += WATCH_STEP) {
            double[] before = Arrays.copyOf(demandUnits, from);
            boolean can = method.canForecast(before);
            double[] forecast =
                    can ? nonNegative(method.forecast(before, WATCH_STEP).mean()) : new double[0];
            for (int i = 0; i < WATCH_STEP; i++) {
                latest[from - demandUnits.length + count + i] = can ? forecast[i] - demandUnits[from + i] : Double.NaN;
            }
        }
        return latest;
    }

    /** Demand is never below zero, whatever a trend says. */
    static double[] nonNegative(double[] units) {
        return Arrays.stream(units).map(value -> Math.max(0, value)).toArray();
    }

    /** What a method forecast over the held-out spans, and how wrong it was. */
    final class Result {

        private final double[] errors; // origin by origin; NaN where demand is not known
        private final double[] forecasts;

        private Result(double[] errors, double[] forecasts) {
            this.errors = errors;
            this.forecasts = forecasts;
        }

        /** Mean squared error, half of buckets and half of running totals (units², a bucket); see {@link Backtest}. */
        double score() {
            double sum = 0;
            int known = 0;
            for (int o = 0; o < origins.length; o++) {
                double total = 0;
                int inTotal = 0;
                for (int i = 0; i < span; i++) {
                    double error = errors[o * span + i];
                    if (!Double.isNaN(error)) {
                        total += error;
                        inTotal++;
                        sum += error * error / 2 + total * total / inTotal / 2;
                        known++;
                    }
                }
            }
            return known == 0 ? Double.POSITIVE_INFINITY : sum / known;
        }

        /** Held-out buckets, each counted once, whose demand is known. */
        int heldOutBuckets() {
            return Histories.knownCount(Arrays.copyOfRange(demandUnits, origins[0], demandUnits.length));
        }

        /** Mean forecast of the held-out buckets (units). */
        double meanForecast() {
            return Histories.mean(forecasts);
        }

        /** Mean squared error of one bucket (units²); NaN if none is known. */
        double variance() {
            return meanSquare(0, 1);
        }

        /** Mean squared error of the bucket {@code ahead} of its origin, 0 for the next (units²); NaN if none is known. */
        double variance(int ahead) {
            return meanSquare(ahead, span);
        }

        /**
         * By how much the squared error grows with each bucket further ahead (units²), a straight line through what the
         * same buckets had when forecast from nearer and from farther. Comparing different buckets instead would take a
         * spike near the end, which only the far end of a span reaches, for growth.
         */
        double varianceSlope() {
            int[] count = new int[demandUnits.length];
            double[] meanAhead = new double[demandUnits.length];
            for (int o = 0; o < origins.length; o++) {
                for (int i = 0; i < span; i++) {
                    count[origins[o] + i]++;
                    meanAhead[origins[o] + i] += i;
                }
            }
            double xy = 0;
            double xx = 0;
            for (int o = 0; o < origins.length; o++) {
                for (int i = 0; i < span; i++) {
                    double error = errors[o * span + i];
                    if (!Double.isNaN(error)) {
                        int bucket = origins[o] + i;
                        double ahead = i - meanAhead[bucket] / count[bucket];
                        xy += ahead * error * error;
                        xx += ahead * ahead;
                    }
                }
            }
            return xx == 0 ? 0 : xy / xx;
        }

        private double meanSquare(int from, int step) {
            double sum = 0;
            int known = 0;
            for (int i = from; i < errors.length; i += step) {
                if (!Double.isNaN(errors[i])) {
                    sum += errors[i] * errors[i];
                    known++;
                }
            }
            return sum / known;
        }

        /**
         * Mean squared error of the total of the first {@code buckets} buckets of a span (units²), over the spans in
         * which all of them are known; NaN if there are none.
         */
        double totalVariance(int buckets) {
            double sum = 0;
            int known = 0;
            for (int o = 0; o < origins.length; o++) {
                double total = 0;
                for (int i = 0; i < buckets; i++) {
                    total += errors[o * span + i];
                }
                if (!Double.isNaN(total)) {
                    sum += total * total;
                    known++;
                }
            }
            return sum / known;
        }

        int span() {
            return span;
        }

        /**
         * @param naive what repeating the last bucket did on the same spans
         * @param latestErrors {@link #latestErrors} of the method
         */
        ForecastAccuracy accuracy(Result naive, double[] latestErrors) {
            double[] actual = new double[errors.length];
            for (int o = 0; o < origins.length; o++) {
                System.arraycopy(demandUnits, origins[o], actual, o * span, span);
            }
            double rootMeanSquaredError = AccuracyMetrics.rootMeanSquaredError(forecasts, actual);
            return new ForecastAccuracy(
                    origins.length,
                    AccuracyMetrics.meanError(forecasts, actual),
                    AccuracyMetrics.meanAbsoluteError(forecasts, actual),
                    rootMeanSquaredError,
                    AccuracyMetrics.meanAbsoluteScaledError(forecasts, actual, demandUnits, 1),
                    ForecastSignals.of(latestErrors, rootMeanSquaredError),
                    ValueAdded.overNaive(Math.sqrt(naive.variance()), rootMeanSquaredError));
        }
    }
}
