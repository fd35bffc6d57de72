package org.plenish.engine.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class MinimizersTest {

    @Test
    void findsTheBottomOfAValley() {
        assertThat(Minimizers.onInterval(x -> (x - 0.37) * (x - 0.37), 0, 1)).isEqualTo(0.37, offset(1e-3));
    }

    @Test
    void findsTheDeeperOfTwoValleys() {
        // valleys at 0.2 and 0.8 of depth 1 and 2
        assertThat(Minimizers.onInterval(
                        x -> -Math.exp(-200 * (x - 0.2) * (x - 0.2)) - 2 * Math.exp(-200 * (x - 0.8) * (x - 0.8)),
                        0,
                        1))
                .isEqualTo(0.8, offset(1e-3));
    }

    @Test
    void findsAMinimumAtABound() {
        assertThat(Minimizers.onInterval(x -> x, 0.1, 1)).isEqualTo(0.1);
        assertThat(Minimizers.onInterval(x -> -x, 0.1, 1)).isEqualTo(1);
    }

    @Test
    void minimizesEveryAxisOfABox() {
        double[] point = Minimizers.inBox(
                p -> (p[0] - 0.3) * (p[0] - 0.3) + 5 * (p[1] - 0.9) * (p[1] - 0.9),
                new double[] {0.5, 0.5},
                new double[] {0, 0},
                new double[] {1, 0.8});
        assertThat(point).containsExactly(new double[] {0.3, 0.8}, offset(1e-3));
    }

    @Test
    void refusesBoundsInTheWrongOrder() {
        assertThatThrownBy(() -> Minimizers.onInterval(x -> x, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lower bound 1.0 must be below upper bound 0.0.");
    }
}
