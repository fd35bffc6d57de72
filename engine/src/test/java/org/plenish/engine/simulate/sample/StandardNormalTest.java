package org.plenish.engine.simulate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plenish.engine.math.Normal;

class StandardNormalTest {

    @Test
    void isTheInverseOfTheNormalDistribution() {
        assertThat(StandardNormal.quantile(0.25))
                .isCloseTo(-0.6744897501960817, within(1e-15)); // Wichura's test values
        assertThat(StandardNormal.quantile(0.001)).isCloseTo(-3.090232306167814, within(1e-14));
        assertThat(StandardNormal.quantile(1e-20)).isCloseTo(-9.262340089798409, within(1e-13));
        for (double probability = 1e-6; probability < 1; probability += 1.7e-5) {
            assertThat(StandardNormal.quantile(probability))
                    .isCloseTo(Normal.standardQuantile(probability), within(1e-9));
        }
    }

    @Test
    void bothSidesAreAlike() {
        for (double probability = 0.01; probability < 0.5; probability += 0.01) {
            assertThat(StandardNormal.quantile(1 - probability))
                    .isCloseTo(-StandardNormal.quantile(probability), within(1e-12));
        }
    }
}
