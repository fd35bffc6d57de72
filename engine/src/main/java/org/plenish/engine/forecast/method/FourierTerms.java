package org.plenish.engine.forecast.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a harmonic regression: a level, a straight line, what else is known of each bucket, and for each season
 * the pairs {@code sin(2πkt/m), cos(2πkt/m)}. A season may be of any length above 2 buckets, whole or not.
 *
 * <p>Source: Hyndman &amp; Athanasopoulos (2021), §7.4 and §12.1.
 */
final class FourierTerms {

    static final int LEVEL = 0;
    static final int TREND = 1;

    private final double[] periods;
    private final int[] harmonics;
    private final double[][] regressors;
    private final int firstBucket;
    private final double length;

    /**
     * @param periods buckets of each season, above 2
     * @param harmonics pairs of each; no more than half the buckets of a season are told apart
     * @param regressors one column each, by bucket
     * @param firstBucket of the regressors and the seasons that is the first of the history
     * @param length of the history, to scale the straight line by
     */
    FourierTerms(double[] periods, int[] harmonics, double[][] regressors, int firstBucket, int length) {
        this.periods = periods.clone();
        this.harmonics = harmonics.clone();
        this.regressors = regressors;
        this.firstBucket = firstBucket;
        this.length = length;
    }

    int count() {
        return 2 + regressors.length + 2 * Arrays.stream(harmonics).sum();
    }

    /** Column of a season's first sine; its pairs follow one another. */
    int firstOfSeason(int season) {
        int column = 2 + regressors.length;
        for (int i = 0; i < season; i++) {
            column += 2 * harmonics[i];
        }
        return column;
    }

    /**
     * The columns of a model: level, straight line if asked for, regressors, and the first pairs of each season.
     *
     * @param last the season whose pairs come last
     */
    int[] order(boolean trend, int[] pairs, int last) {
        List<Integer> order = new ArrayList<>();
        order.add(LEVEL);
        if (trend) {
            order.add(TREND);
        }
        for (int i = 0; i < regressors.length; i++) {
            order.add(2 + i);
        }
        for (int step = 1; step <= pairs.length; step++) {
            int season = (last + step) % pairs.length;
            for (int i = 0; i < 2 * pairs[season]; i++) {
                order.add(firstOfSeason(season) + i);
            }
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** @return by column, then bucket of the history */
    double[][] columns(int buckets) {
        double[][] columns = new double[count()][buckets];
        double[] row = new double[count()];
        for (int t = 0; t < buckets; t++) {
            fillRow(t, row);
            for (int i = 0; i < row.length; i++) {
                columns[i][t] = row[i];
            }
        }
        return columns;
    }

    /** The columns' values at a bucket of the history, or after it. */
    void fillRow(int bucket, double[] row) {
        row[LEVEL] = 1;
        row[TREND] = bucket / length;
        int column = 2;
        for (double[] regressor : regressors) {
            row[column++] = regressor[firstBucket + bucket];
        }
        for (int season = 0; season < periods.length; season++) {
            // the first bucket is number 1, as it is where others write of these terms
            double angle = 2 * Math.PI * ((firstBucket + bucket + 1) % periods[season]) / periods[season];
            for (int k = 1; k <= harmonics[season]; k++) {
                row[column++] = Math.sin(k * angle);
                row[column++] = Math.cos(k * angle);
            }
        }
    }
}
