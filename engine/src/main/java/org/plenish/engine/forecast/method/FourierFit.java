package org.plenish.engine.forecast.method;

import java.util.function.ToDoubleFunction;

/**
 * A harmonic regression fitted to one history: which terms, their coefficients, and how the errors hang together. The
 * coefficients are those of the least sum of squared innovations, that is, of generalized least squares.
 *
 * <p>Source: Hyndman &amp; Athanasopoulos (2021), §10.5 (dynamic harmonic regression).
 */
final class FourierFit {

    /** A smaller mean squared error, of values of about one, is rounding. */
    private static final double ROUNDING = 1e-24;

    private final FourierTerms terms;
    private final double[] values;
    private final ErrorMemory memory;
    private final boolean trend;
    private final int[] pairs;
    private final SequentialLeastSquares squares;
    private final int size;

    private FourierFit(
            FourierTerms terms,
            double[] values,
            ErrorMemory memory,
            boolean trend,
            int[] pairs,
            SequentialLeastSquares squares,
            int size) {
        this.terms = terms;
        this.values = values;
        this.memory = memory;
        this.trend = trend;
        this.pairs = pairs;
        this.squares = squares;
        this.size = size;
    }

    /** With exactly these terms. */
    static FourierFit of(
            FourierTerms terms, double[][] columns, double[] values, ErrorMemory memory, boolean trend, int[] pairs) {
        int[] order = terms.order(trend, pairs, 0);
        double[][] products = products(columns, values, memory);
        return new FourierFit(
                terms, values, memory, trend, pairs, new SequentialLeastSquares(products, order), order.length);
    }

    /**
     * With the number of pairs of each season that has the lowest criterion, longest season first, and a straight line
     * where the criterion is lower with it.
     *
     * @param most pairs of each season, at most
     * @param criterion lower is better
     */
    static FourierFit select(
            FourierTerms terms,
            double[][] columns,
            double[] values,
            ErrorMemory memory,
            int[] most,
            ToDoubleFunction<FourierFit> criterion) {
        double[][] products = products(columns, values, memory);
        FourierFit plain = selectPairs(terms, products, values, memory, false, most, criterion);
        FourierFit trended = selectPairs(terms, products, values, memory, true, most, criterion);
        return lower(plain, trended, criterion);
    }

    private static FourierFit selectPairs(
            FourierTerms terms,
            double[][] products,
            double[] values,
            ErrorMemory memory,
            boolean trend,
            int[] most,
            ToDoubleFunction<FourierFit> criterion) {
        int[] order = terms.order(trend, most, 0);
        FourierFit best = new FourierFit(
                terms, values, memory, trend, most, new SequentialLeastSquares(products, order), order.length);
        for (int season = most.length - 1; season >= 0; season--) {
            int[] pairs = best.pairs;
            int[] seasonLast = terms.order(trend, pairs, season);
            SequentialLeastSquares squares = new SequentialLeastSquares(products, seasonLast);
            for (int k = 0; k <= pairs[season]; k++) {
                int[] fewer = pairs.clone();
                fewer[season] = k;
                int size = seasonLast.length - 2 * (pairs[season] - k);
                FourierFit fit = new FourierFit(terms, values, memory, trend, fewer, squares, size);
                best = k == 0 ? fit : lower(best, fit, criterion);
            }
        }
        return best;
    }

    /** The second only if it is better. */
    static FourierFit lower(FourierFit first, FourierFit second, ToDoubleFunction<FourierFit> criterion) {
        return criterion.applyAsDouble(second) < criterion.applyAsDouble(first) ? second : first;
    }

    private static double[][] products(double[][] columns, double[] values, ErrorMemory memory) {
        int size = columns.length + 1;
        double[][] innovations = new double[size][values.length];
        double[] masked = new double[values.length];
        for (int i = 0; i < size; i++) {
            double[] column = i < columns.length ? columns[i] : values;
            for (int t = 0; t < masked.length; t++) {
                masked[t] = Double.isNaN(values[t]) ? Double.NaN : column[t];
            }
            memory.innovations(masked, innovations[i]);
            for (int t = 0; t < masked.length; t++) {
                innovations[i][t] = Double.isNaN(innovations[i][t]) ? 0 : innovations[i][t];
            }
        }
        double[][] products = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                double[] first = innovations[i];
                double[] second = innovations[j];
                for (int t = 0; t < first.length; t++) {
                    sum += first[t] * second[t];
                }
                products[i][j] = sum;
                products[j][i] = sum;
            }
        }
        return products;
    }

    /**
     * Akaike's information criterion, corrected for short series: lower is better. Source: Hurvich &amp; Tsai (1989),
     * doi:10.1093/biomet/76.2.297.
     */
    double akaike() {
        int known = Histories.knownCount(values);
        int parameters = squares.rank(size) + memory.parameters() + 1;
        if (known - parameters - 1 <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        return logLikelihoodTerm(known)
                + 2.0 * parameters
                + 2.0 * parameters * (parameters + 1) / (known - parameters - 1);
    }

    /**
     * Schwarz's criterion, which asks more of a term the longer the series is. Source: Schwarz (1978),
     * doi:10.1214/aos/1176344136.
     */
    double schwarz() {
        int known = Histories.knownCount(values);
        int parameters = squares.rank(size) + memory.parameters() + 1;
        return logLikelihoodTerm(known) + Math.log(known) * parameters;
    }

    private double logLikelihoodTerm(int known) {
        return known * Math.log(Math.max(ROUNDING, squares.squaresLeft(size) / known));
    }

    boolean hasTrend() {
        return trend;
    }

    /** Pairs of each season. */
    int[] pairs() {
        return pairs.clone();
    }

    ErrorMemory memory() {
        return memory;
    }

    double[] coefficients() {
        return squares.coefficients(size);
    }

    /** What the terms leave of the values; NaN where they are. */
    double[] residuals(double[][] columns) {
        double[] residuals = values.clone();
        double[] coefficients = coefficients();
        for (int i = 0; i < columns.length; i++) {
            if (coefficients[i] != 0) {
                for (int t = 0; t < residuals.length; t++) {
                    residuals[t] -= coefficients[i] * columns[i][t];
                }
            }
        }
        return residuals;
    }

    Prediction forecast(double[][] columns, int horizonBuckets) {
        double[] coefficients = coefficients();
        double state = memory.innovations(residuals(columns), new double[values.length]);
        double[] columnStates = new double[columns.length];
        double[] masked = new double[values.length];
        double[] unused = new double[values.length];
        for (int i = 0; i < columns.length; i++) {
            for (int t = 0; t < masked.length; t++) {
                masked[t] = Double.isNaN(values[t]) ? Double.NaN : columns[i][t];
            }
            columnStates[i] = memory.innovations(masked, unused);
        }
        double variance = Math.pow(Histories.errorSd(squares.squaresLeft(size), values, squares.rank(size)), 2);
        double[] mean = new double[horizonBuckets];
        double[] sd = new double[horizonBuckets];
        double[] row = new double[columns.length];
        double growth = 1;
        double kept = 1;
        for (int h = 0; h < horizonBuckets; h++) {
            terms.fillRow(values.length + h, row);
            mean[h] = kept * state;
            for (int i = 0; i < row.length; i++) {
                mean[h] += coefficients[i] * row[i];
                row[i] -= kept * columnStates[i];
            }
            sd[h] = Math.sqrt(variance * (growth + squares.leverage(row, size)));
            growth += memory.alpha() * memory.alpha() * kept * kept;
            kept *= memory.phi();
        }
        return new Prediction(mean, sd);
    }
}
