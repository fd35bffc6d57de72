package org.plenish.engine.forecast.hierarchy;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Moves base forecasts to values that add up so that the variance of their errors, summed over all nodes, is least: for
 * unbiased base forecasts with error covariance W the leaves are {@code (S'W⁻¹S)⁻¹S'W⁻¹·ŷ} (MinT). Base forecasts that add
 * up already stay as they are.
 *
 * <p>W is taken as the identity (OLS), by how many leaves a node adds up (structural scaling), by each node's own error
 * variance (variance scaling), or whole, shrunk ({@link ErrorCovariance}). The first three are diagonal: they are solved by
 * conjugate gradients without ever building a matrix, in a time that grows with the number of leaves times that of
 * groupings. A whole W is solved densely, in a time that grows with the cube of the number of sums.
 *
 * <p>Source: Wickramasuriya, Athanasopoulos &amp; Hyndman (2019), doi:10.1080/01621459.2018.1448825; Hestenes &amp; Stiefel
 * (1952), doi:10.6028/jres.049.044 (conjugate gradients).
 */
public final class MinimumTrace {

    private static final double RELATIVE_RESIDUAL = 1e-12;
    private static final int MAX_ITERATIONS = 2_000;

    private MinimumTrace() {}

    /** With W the identity. */
    public static double[] ordinaryLeastSquares(Hierarchy hierarchy, double[] base) {
        double[] ones = new double[hierarchy.nodes()];
        Arrays.fill(ones, 1);
        return byVariance(hierarchy, base, ones);
    }

    /** With W as if the leaves' errors were equal and independent. */
    public static double[] byStructure(Hierarchy hierarchy, double[] base) {
        return byVariance(hierarchy, base, hierarchy.sizes());
    }

    /**
     * @param base forecast of every node
     * @param variances of the errors of each node's base forecast, above 0: the diagonal of W, up to a factor
     * @return the values of all nodes
     * @throws IllegalArgumentException if a base forecast is not finite or a variance is not above 0
     */
    public static double[] byVariance(Hierarchy hierarchy, double[] base, double[] variances) {
        Hierarchy.require(base, hierarchy.nodes(), "nodes");
        Hierarchy.require(variances, hierarchy.nodes(), "nodes");
        double[] weights = new double[variances.length];
        for (int node = 0; node < weights.length; node++) {
            if (!(variances[node] > 0)) {
                throw new IllegalArgumentException(
                        "the error variance of node " + node + " is " + variances[node] + ", but must be above 0.");
            }
            weights[node] = 1 / variances[node];
        }
        double[] diagonal = hierarchy.spread(weights);
        // From the base forecasts of the leaves on, only their correction is looked for.
        double[] leaves = hierarchy.leafValues(base);
        double[] residual = hierarchy.spread(times(weights, minus(base, hierarchy.addUp(leaves))));
        double[] scaled = divided(residual, diagonal);
        double[] direction = scaled.clone();
        double product = dot(residual, scaled);
        double enough = product * RELATIVE_RESIDUAL * RELATIVE_RESIDUAL;
        for (int i = 0; i < MAX_ITERATIONS && product > enough; i++) {
            double[] image = hierarchy.spread(times(weights, hierarchy.addUp(direction)));
            double step = product / dot(direction, image);
            for (int leaf = 0; leaf < leaves.length; leaf++) {
                leaves[leaf] += step * direction[leaf];
                residual[leaf] -= step * image[leaf];
            }
            scaled = divided(residual, diagonal);
            double next = dot(residual, scaled);
            for (int leaf = 0; leaf < leaves.length; leaf++) {
                direction[leaf] = scaled[leaf] + next / product * direction[leaf];
            }
            product = next;
        }
        return hierarchy.addUp(leaves);
    }

    /**
     * With a whole W: {@code ŷ − W·C'·(C·W·C')⁻¹·C·ŷ}, where each row of C says of one sum that it less its leaves is zero.
     *
     * @param covariance W of the errors of all nodes, positive definite, up to a factor
     * @return the values of all nodes
     */
    public static double[] byCovariance(Hierarchy hierarchy, double[] base, double[][] covariance) {
        Hierarchy.require(base, hierarchy.nodes(), "nodes");
        int sums = hierarchy.sums();
        if (sums == 0) {
            return base.clone();
        }
        int[][] leavesOf = new int[sums][];
        double[] gaps = new double[sums];
        for (int s = 0; s < sums; s++) {
            leavesOf[s] = hierarchy.leavesOf(s);
            gaps[s] = base[s];
            for (int leaf : leavesOf[s]) {
                gaps[s] -= base[sums + leaf];
            }
        }
        double[][] toSums = new double[hierarchy.nodes()][sums]; // W·C'
        for (int node = 0; node < toSums.length; node++) {
            for (int s = 0; s < sums; s++) {
                toSums[node][s] = gap(covariance[node], s, leavesOf[s], sums);
            }
        }
        double[][] ofGaps = new double[sums][sums]; // C·W·C', symmetric but for rounding
        for (int s = 0; s < sums; s++) {
            for (int other = 0; other <= s; other++) {
                double sum = toSums[s][other];
                for (int leaf : leavesOf[s]) {
                    sum -= toSums[sums + leaf][other];
                }
                ofGaps[s][other] = sum;
                ofGaps[other][s] = sum;
            }
        }
        double[] multipliers = new CholeskyDecomposition(new Array2DRowRealMatrix(ofGaps, false))
                .getSolver()
                .solve(new ArrayRealVector(gaps, false))
                .toArray();
        double[] leaves = hierarchy.leafValues(base);
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            leaves[leaf] -= dot(toSums[sums + leaf], multipliers);
        }
        return hierarchy.addUp(leaves);
    }

    /** Leaves below zero are set to zero and all sums made again: for demand, which is never negative. */
    public static double[] nonNegative(Hierarchy hierarchy, double[] values) {
        return hierarchy.addUp(Arrays.stream(hierarchy.leafValues(values))
                .map(value -> Math.max(0, value))
                .toArray());
    }

    private static double gap(double[] row, int sum, int[] leaves, int sums) {
        double gap = row[sum];
        for (int leaf : leaves) {
            gap -= row[sums + leaf];
        }
        return gap;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        Arrays.setAll(difference, i -> a[i] - b[i]);
        return difference;
    }

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length];
        Arrays.setAll(product, i -> a[i] * b[i]);
        return product;
    }

    private static double[] divided(double[] a, double[] b) {
        double[] ratio = new double[a.length];
        Arrays.setAll(ratio, i -> a[i] / b[i]);
        return ratio;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
