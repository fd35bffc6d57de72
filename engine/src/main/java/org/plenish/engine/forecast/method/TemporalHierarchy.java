package org.plenish.engine.forecast.method;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A temporal hierarchy: another method forecasts the series not only by bucket but also by spans that divide the season
 * (months: also by 2, 3, 4, 6 and 12), each with its own shorter season, and the forecasts are reconciled: the buckets
 * whose averages over spans differ least from all of them, each span weighing as much as it has buckets (structural
 * scaling). Long spans show the trend without noise, short ones the season.
 *
 * <p>With means of spans instead of totals, the reconciled buckets x solve {@code N·x = r}: r is, for each bucket, the
 * sum of what the levels say of the span that it lies in; N has the sum of 1/span over the levels that put two buckets
 * into one span.
 *
 * <p>Source: Athanasopoulos, Hyndman, Kourentzes &amp; Petropoulos (2017), doi:10.1016/j.ejor.2017.02.046 (THIEF). A level
 * of fewer than 24 spans is left out: with all of them, quarterly series of the M3 competition were forecast worse than by
 * quarters alone.
 */
public final class TemporalHierarchy implements ForecastMethod {

    private static final int MIN_SPANS = 24;

    /** Of the season, shortest first. */
    private final int[] spans;

    /** By span as in {@link #spans}. */
    private final List<ForecastMethod> methods;

    /** N⁻¹ where the first so many levels are used; the first element is of the shortest alone. */
    private final List<double[][]> inverses;

    private final int period;

    /**
     * @param period buckets in a season; 1: none, and then no longer spans
     * @param method by buckets in a season
     */
    public TemporalHierarchy(int period, IntFunction<ForecastMethod> method) {
        this.period = period;
        methods = new ArrayList<>();
        inverses = new ArrayList<>();
        List<Integer> divisors = new ArrayList<>();
        double[][] sums = new double[period][period];
        for (int span = 1; span <= period; span++) {
            if (period % span == 0) {
                divisors.add(span);
                methods.add(method.apply(period / span));
                for (int i = 0; i < period; i++) {
                    for (int j = i - i % span; j < i - i % span + span; j++) {
                        sums[i][j] += 1.0 / span;
                    }
                }
                RealMatrix matrix = new Array2DRowRealMatrix(sums);
                inverses.add(MatrixUtils.inverse(matrix).getData());
            }
        }
        spans = divisors.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String id() {
        return "thief_" + methods.get(0).id();
    }

    @Override
    public String suits() {
        return methods.get(0).suits() + ", seen over several spans of time";
    }

    @Override
    public boolean canForecast(double[] values) {
        return methods.get(0).canForecast(values);
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        int seasons = (horizonBuckets + period - 1) / period;
        double[] sums = new double[seasons * period];
        Prediction byBucket = methods.get(0).forecast(values, sums.length);
        int levels = 0;
        for (int level = 0; level < spans.length; level++) {
            int span = spans[level];
            double[] history = level == 0 ? values : means(values, span);
            ForecastMethod method = methods.get(level);
            if (level > 0 && (history.length < MIN_SPANS || !method.canForecast(history))) {
                break;
            }
            double[] mean = level == 0
                    ? byBucket.mean()
                    : method.forecast(history, sums.length / span).mean();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += mean[i / span];
            }
            levels++;
        }
        double[][] inverse = inverses.get(levels - 1);
        double[] mean = new double[horizonBuckets];
        double[] sd = new double[horizonBuckets];
        for (int i = 0; i < horizonBuckets; i++) {
            double[] row = inverse[i % period];
            for (int j = 0; j < period; j++) {
                mean[i] += row[j] * sums[i - i % period + j];
            }
            sd[i] = byBucket.sd()[i];
        }
        return new Prediction(mean, sd);
    }

    /**
     * Means over spans of so many buckets, the last ending with the history; what does not fill one at the beginning is
     * left off. NaN where less than half is known.
     */
    static double[] means(double[] values, int span) {
        double[] means = new double[values.length / span];
        int start = values.length - means.length * span;
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            int known = 0;
            for (int j = start + i * span; j < start + (i + 1) * span; j++) {
                if (!Double.isNaN(values[j])) {
                    sum += values[j];
                    known++;
                }
            }
            means[i] = 2 * known >= span ? sum / known : Double.NaN;
        }
        return means;
    }
}
