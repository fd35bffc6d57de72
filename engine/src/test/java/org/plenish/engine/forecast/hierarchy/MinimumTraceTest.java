package org.plenish.engine.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * On the hierarchy of Hyndman &amp; Athanasopoulos (2021), figure 11.2: all; A of AA, AB, AC and B of BA, BB. Reference
 * values: NumPy, {@code S @ solve(S.T @ inv(W) @ S, S.T @ inv(W) @ y)}.
 */
class MinimumTraceTest {

    private static final List<String> LEAVES = List.of("AA", "AB", "AC", "BA", "BB");
    private static final Hierarchy TREE = Hierarchy.of(LEAVES, List.of(leaf -> "all", leaf -> leaf.charAt(0)));
    private static final double[] BASE = {100, 64, 41, 20, 18, 22, 24, 14};
    private static final double[][] ERRORS = {
        {12, 6, -26, -4, -15, 0, -3, -31},
        {10, 4, -9, 0, -6, 7, -2, -19},
        {8, 3, -14, 0, -8, -4, -2, -10},
        {1, -2, -7, 2, 0, 0, -2, -8},
        {6, 7, -5, -3, -6, 5, 1, -11},
        {3, -1, -8, -1, -5, 2, 0, -8},
        {5, 5, -11, 0, -6, 0, -4, -6},
        {3, 1, -9, 0, -7, -4, 1, -9},
    };
    private static final Offset<Double> TOLERANCE = offset(1e-9);

    @Test
    void numbersSumsFirst() {
        assertThat(TREE.nodes()).isEqualTo(8);
        assertThat(TREE.sums()).isEqualTo(3);
        assertThat(TREE.leavesOf(1)).containsExactly(0, 1, 2);
        assertThat(TREE.leavesOf(7)).containsExactly(4);
        assertThat(TREE.addUp(new double[] {1, 2, 3, 4, 5})).containsExactly(15, 6, 9, 1, 2, 3, 4, 5);
    }

    @Test
    void leavesOutGroupsThatSayNothingNew() {
        Hierarchy hierarchy =
                Hierarchy.of(LEAVES, List.of(leaf -> "all", leaf -> "again", leaf -> leaf, leaf -> leaf.charAt(0)));
        assertThat(hierarchy.sums()).isEqualTo(3);
    }

    @Test
    void ordinaryLeastSquares() {
        assertClose(
                MinimumTrace.ordinaryLeastSquares(TREE, BASE),
                101.241379310345,
                62.068965517241,
                39.172413793103,
                20.689655172414,
                18.689655172414,
                22.689655172414,
                24.586206896552,
                14.586206896552);
    }

    @Test
    void structuralScaling() {
        assertClose(
                MinimumTrace.byStructure(TREE, BASE),
                101,
                61.7,
                39.3,
                20.566666666667,
                18.566666666667,
                22.566666666667,
                24.65,
                14.65);
    }

    @Test
    void varianceScaling() {
        assertClose(
                MinimumTrace.byVariance(TREE, BASE, new double[] {30, 20, 12, 6, 5, 9, 8, 4}),
                100.978260869565,
                61.673913043478,
                39.304347826087,
                20.502173913043,
                18.41847826087,
                22.753260869565,
                24.869565217391,
                14.434782608696);
    }

    @Test
    void shrunkCovariance() {
        ErrorCovariance shrunk = ErrorCovariance.shrunk(ERRORS);
        assertThat(shrunk.shrinkage()).isEqualTo(0.278633602167, TOLERANCE);
        assertThat(shrunk.covariance()[0][1]).isEqualTo(95.851560112111, TOLERANCE);
        assertThat(shrunk.covariance()[3][3]).isEqualTo(15.75, TOLERANCE); // mean square of the fourth row
        assertClose(
                MinimumTrace.byCovariance(TREE, BASE, shrunk.covariance()),
                106.1701739195,
                64.3772220993,
                41.7929518201,
                21.1173320294,
                19.7579397391,
                23.5019503309,
                25.8729903635,
                15.9199614567);
    }

    @Test
    void aWholeCovarianceThatIsDiagonalGivesWhatItsDiagonalGives() {
        double[] variances = {30, 20, 12, 6, 5, 9, 8, 4};
        double[][] diagonal = new double[8][8];
        for (int i = 0; i < 8; i++) {
            diagonal[i][i] = variances[i];
        }
        assertClose(MinimumTrace.byCovariance(TREE, BASE, diagonal), MinimumTrace.byVariance(TREE, BASE, variances));
    }

    @Test
    void baseForecastsThatAddUpStayAsTheyAre() {
        double[] coherent = TREE.addUp(new double[] {3, 0, 7.5, 1e6, 2});
        assertClose(MinimumTrace.ordinaryLeastSquares(TREE, coherent), coherent);
        assertClose(MinimumTrace.byStructure(TREE, coherent), coherent);
        assertClose(
                MinimumTrace.byCovariance(
                        TREE, coherent, ErrorCovariance.shrunk(ERRORS).covariance()),
                coherent);
        assertThat(TREE.addUp(TREE.leafValues(coherent))).containsExactly(coherent); // bottom-up
    }

    @Test
    void withoutSumsNothingIsMoved() {
        Hierarchy flat = Hierarchy.of(LEAVES, List.of());
        double[] base = {1, 2, 3, 4, 5};
        assertClose(MinimumTrace.byStructure(flat, base), base);
        assertThat(MinimumTrace.byCovariance(flat, base, new double[5][5])).containsExactly(base);
    }

    @Test
    void setsWhatFallsBelowZeroToZeroAndAddsUpAgain() {
        assertThat(MinimumTrace.nonNegative(TREE, TREE.addUp(new double[] {3, -1, 2, 0, 4})))
                .containsExactly(9, 5, 4, 3, 0, 2, 0, 4);
    }

    @Test
    void manyCrossedSumsAgree() {
        record Leaf(int item, int warehouse, int category) {}
        List<Leaf> leaves = new ArrayList<>();
        for (int item = 0; item < 2_000; item++) {
            for (int warehouse = 0; warehouse < 5; warehouse++) {
                leaves.add(new Leaf(item, warehouse, item % 40));
            }
        }
        List<Function<Leaf, ?>> groupings = List.of(
                leaf -> "all",
                Leaf::category,
                Leaf::warehouse,
                leaf -> List.of(leaf.category(), leaf.warehouse()),
                Leaf::item);
        Hierarchy hierarchy = Hierarchy.of(leaves, groupings);
        Random random = new Random(2);
        double[] base = new double[hierarchy.nodes()];
        double[] variances = new double[hierarchy.nodes()];
        for (int node = 0; node < base.length; node++) {
            base[node] = hierarchy.leavesOf(node).length * (5 + random.nextGaussian());
            variances[node] = 0.01 + hierarchy.leavesOf(node).length * random.nextDouble();
        }
        double[] reconciled = MinimumTrace.byVariance(hierarchy, base, variances);
        assertThat(reconciled).containsExactly(hierarchy.addUp(hierarchy.leafValues(reconciled)), offset(1e-6));
        // At the least weighted distance, S'W⁻¹(ŷ − S·b) is zero.
        double[] weighted = new double[base.length];
        Arrays.setAll(weighted, node -> (base[node] - reconciled[node]) / variances[node]);
        assertThat(Arrays.stream(hierarchy.spread(weighted))
                        .map(Math::abs)
                        .max()
                        .orElseThrow())
                .isLessThan(1e-6);
    }

    @Test
    void topDownSharesOutTheTotal() {
        double[] historical = TopDown.historicalShares(
                new double[][] {{1, Double.NaN}, {1, 1}, {0, 0}, {3, 1}, {0, 2}}); // totals 1 2 0 4 2 of 9
        assertClose(historical, 1 / 9.0, 2 / 9.0, 0, 4 / 9.0, 2 / 9.0);
        assertClose(TopDown.reconcile(TREE, 90, historical), 90, 30, 60, 10, 20, 0, 40, 20);
        assertClose(TopDown.historicalShares(new double[][] {{0}, {0}}), 0.5, 0.5);
    }

    @Test
    void topDownByForecastsGoesLevelByLevel() {
        int[][] levels = {{0}, {1, 2}, {3, 4, 5, 6, 7}};
        double[] shares = TopDown.forecastShares(TREE, levels, BASE);
        // A 64 of 105, of which AA 20 of 60; B 41 of 105, of which BB 14 of 38
        assertThat(shares[0]).isEqualTo(64 / 105.0 * 20 / 60, TOLERANCE);
        assertThat(shares[4]).isEqualTo(41 / 105.0 * 14 / 38, TOLERANCE);
        assertThat(Arrays.stream(shares).sum()).isEqualTo(1, TOLERANCE);
        assertClose(TopDown.forecastShares(TREE, levels, new double[8]), 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 4.0, 1 / 4.0);
    }

    @Test
    void refusesWhatCannotBeReconciled() {
        assertThatThrownBy(() -> MinimumTrace.byStructure(TREE, new double[3]))
                .hasMessage("3 values were given, but there are 8 nodes.");
        assertThatThrownBy(() -> MinimumTrace.byVariance(TREE, BASE, new double[8]))
                .hasMessage("the error variance of node 0 is 0.0, but must be above 0.");
        assertThatThrownBy(() -> MinimumTrace.byStructure(TREE, TREE.addUp(new double[] {1, 2, Double.NaN, 4, 5})))
                .hasMessageContaining("must be finite");
        assertThatThrownBy(() -> ErrorCovariance.shrunk(new double[][] {{1, 2}, {0, 0}}))
                .hasMessage("the errors of node 1 are all zero, but some must not be.");
    }

    private static void assertClose(double[] values, double... expected) {
        assertThat(values).containsExactly(expected, offset(1e-8));
    }
}
