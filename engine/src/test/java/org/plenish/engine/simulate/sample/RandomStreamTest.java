package org.plenish.engine.simulate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RandomStreamTest {

    private static final int DRAWS = 200_000;

    @Test
    void aPlaceHoldsOneNumberWheneverItIsAskedFor() {
        RandomStream stream = RandomStream.of(1, "demand", "TEA", "MAIN");
        double there = stream.path(41).normal(7);
        stream.path(3).normal(7);

        assertThat(RandomStream.of(1, "demand", "TEA", "MAIN").path(41).normal(7))
                .isEqualTo(there);
    }

    @Test
    void seedNamePathAndPlaceEachMakeAnotherNumber() {
        assertThat(new double[] {
                    RandomStream.of(1, "a", "bc").path(0).uniform(0),
                    RandomStream.of(2, "a", "bc").path(0).uniform(0),
                    RandomStream.of(1, "ab", "c").path(0).uniform(0),
                    RandomStream.of(1, "a", "bc").path(1).uniform(0),
                    RandomStream.of(1, "a", "bc").path(0).uniform(1)
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void neighboursAreIndependentAndUniform() {
        RandomStream stream = RandomStream.of(5, "draws");
        int[] cells = new int[16];
        double product = 0;
        double acrossPaths = 0;
        for (int i = 0; i < DRAWS; i++) {
            double uniform = stream.path(i).uniform(0);
            cells[(int) (uniform * 16)]++;
            product += (uniform - 0.5) * (stream.path(i).uniform(1) - 0.5) / DRAWS;
            acrossPaths += (uniform - 0.5) * (stream.path(i + 1).uniform(0) - 0.5) / DRAWS;
        }
        double chiSquare = 0;
        for (int cell : cells) {
            double expected = DRAWS / 16.0;
            chiSquare += (cell - expected) * (cell - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(37.7); // 0.999 quantile with 15 degrees of freedom
        double fourErrors = 4 / 12.0 / Math.sqrt(DRAWS);
        assertThat(product).isCloseTo(0, within(fourErrors));
        assertThat(acrossPaths).isCloseTo(0, within(fourErrors));
    }
}
