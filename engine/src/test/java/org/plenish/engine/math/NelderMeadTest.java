package org.plenish.engine.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class NelderMeadTest {

    private static final ToDoubleFunction<double[]> ROSENBROCK =
            p -> 100 * Math.pow(p[1] - p[0] * p[0], 2) + Math.pow(1 - p[0], 2);

    @Test
    void findsTheBottomOfRosenbrocksValley() {
        // Nelder & Mead (1965) start from (−1.2, 1); the bottom is (1, 1)
        double[] point = NelderMead.minimize(ROSENBROCK, new double[] {-1.2, 1}, new double[] {0.1, 0.1}, 400, 1e-12);
        assertThat(point).containsExactly(new double[] {1, 1}, offset(1e-4));
    }

    @Test
    void findsTheBottomOfPowellsQuarticInFourDimensions() {
        // Powell (1962), the second test of Nelder & Mead: start (3, −1, 0, 1), bottom 0 at the origin
        ToDoubleFunction<double[]> powell = p -> Math.pow(p[0] + 10 * p[1], 2)
                + 5 * Math.pow(p[2] - p[3], 2)
                + Math.pow(p[1] - 2 * p[2], 4)
                + 10 * Math.pow(p[0] - p[3], 4);
        double[] point = NelderMead.minimize(powell, new double[] {3, -1, 0, 1}, new double[] {1, 1, 1, 1}, 600, 1e-14);
        assertThat(powell.applyAsDouble(point)).isLessThan(1e-6);
    }

    @Test
    void staysWhereTheFunctionIsFinite() {
        ToDoubleFunction<double[]> walled = p -> p[0] < 2 ? Double.NaN : p[0] * p[0] + p[1] * p[1];
        double[] point = NelderMead.minimize(walled, new double[] {3, 1}, new double[] {-0.5, 0.5}, 200, 1e-10);
        assertThat(point).containsExactly(new double[] {2, 0}, offset(1e-2));
    }

    @Test
    void keepsToTheStartWhereAllIsEqualOrForbidden() {
        double[] start = {1, 2, 3};
        double[] step = {1, 1, 1};
        assertThat(NelderMead.minimize(p -> 5, start, step, 100, 1e-6)).containsExactly(start);
        assertThat(NelderMead.minimize(p -> Double.NaN, start, step, 100, 1e-6)).containsExactly(start);
    }

    @Test
    void stopsSoonAfterItsEvaluationsAreSpent() {
        int[] evaluations = {0};
        ToDoubleFunction<double[]> counting = p -> {
            evaluations[0]++;
            return ROSENBROCK.applyAsDouble(p);
        };
        NelderMead.minimize(counting, new double[] {-1.2, 1}, new double[] {0.1, 0.1}, 50, 0);
        assertThat(evaluations[0]).isBetween(50, 54);
    }
}
