package org.plenish.engine.forecast.method;

import java.util.Arrays;

/**
 * Least squares from the columns' products, one column after another, so that one pass tells what each shorter model
 * leaves unexplained. It is a Cholesky decomposition of the products, with the values as one column more. A column that
 * the ones before it explain is passed over and gets no coefficient.
 *
 * <p>Source: Golub &amp; Van Loan (2013), Matrix Computations, 4th ed., §4.2 and §5.3.
 */
final class SequentialLeastSquares {

    /** A column of which the earlier ones leave less than this share is explained by them. */
    private static final double COLLINEAR = 1e-9;

    private final double[][] products;
    private final int[] columns;
    private final double[][] factor;
    private final boolean[] used;
    private final double[] projections;
    private final double[] remaining;

    /**
     * @param products symmetric: of each column with each, the values themselves being the last
     * @param columns those to explain the values with, in order
     */
    SequentialLeastSquares(double[][] products, int[] columns) {
        this.products = products;
        this.columns = columns;
        int size = columns.length;
        factor = new double[size][size];
        used = new boolean[size];
        projections = new double[size];
        remaining = new double[size + 1];
        int values = products.length - 1;
        remaining[0] = products[values][values];
        for (int i = 0; i < size; i++) {
            double[] row = products[columns[i]];
            solveInto(factor[i], row, i);
            double left = row[columns[i]];
            double projection = row[values];
            for (int j = 0; j < i; j++) {
                left -= factor[i][j] * factor[i][j];
                projection -= factor[i][j] * projections[j];
            }
            used[i] = left > COLLINEAR * row[columns[i]];
            factor[i][i] = used[i] ? Math.sqrt(left) : 1;
            projections[i] = used[i] ? projection / factor[i][i] : 0;
            remaining[i + 1] = Math.max(0, remaining[i] - projections[i] * projections[i]);
        }
    }

    /** Squares left unexplained by the first {@code count} columns. */
    double squaresLeft(int count) {
        return remaining[count];
    }

    /** How many of the first {@code count} columns got a coefficient. */
    int rank(int count) {
        int rank = 0;
        for (int i = 0; i < count; i++) {
            rank += used[i] ? 1 : 0;
        }
        return rank;
    }

    /** By column of the products, 0 for those that are not among the first {@code count} of the order. */
    double[] coefficients(int count) {
        double[] coefficients = new double[products.length - 1];
        double[] solved = new double[count];
        for (int i = count - 1; i >= 0; i--) {
            if (used[i]) {
                double sum = projections[i];
                for (int j = i + 1; j < count; j++) {
                    sum -= factor[j][i] * solved[j];
                }
                solved[i] = sum / factor[i][i];
                coefficients[columns[i]] = solved[i];
            }
        }
        return coefficients;
    }

    /**
     * Variance of the fit at a point, as a multiple of the errors' variance, that comes from not knowing the coefficients
     * exactly.
     *
     * @param at the point, by column of the products
     */
    double leverage(double[] at, int count) {
        double[] solved = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            if (used[i]) {
                double value = at[columns[i]];
                for (int j = 0; j < i; j++) {
                    value -= factor[i][j] * solved[j];
                }
                solved[i] = value / factor[i][i];
                sum += solved[i] * solved[i];
            }
        }
        return sum;
    }

    private void solveInto(double[] target, double[] row, int count) {
        Arrays.fill(target, 0);
        for (int j = 0; j < count; j++) {
            if (used[j]) {
                double sum = row[columns[j]];
                for (int k = 0; k < j; k++) {
                    sum -= target[k] * factor[j][k];
                }
                target[j] = sum / factor[j][j];
            }
        }
    }
}
