package org.plenish.engine.simulate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void oneInTwentyIsBelowTheLowEndAndOneAboveTheHigh() {
        Spread spread = Spread.of(7, 1, 3, 5, 9); // sorted 1, 3, 5, 7, 9
        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.low()).isCloseTo(1.4, within(1e-12)); // rank 0.2: 1 + 0.2 · 2
        assertThat(spread.lowerQuartile()).isEqualTo(3); // rank 1
        assertThat(spread.median()).isEqualTo(5);
        assertThat(spread.upperQuartile()).isEqualTo(7); // rank 3
        assertThat(spread.high()).isCloseTo(8.6, within(1e-12));
        assertThat(spread.standardError()).isCloseTo(Math.sqrt(40 / 4.0 / 5), within(1e-12));
    }

    @Test
    void whatNobodySawHasNoSpread() {
        assertThatThrownBy(Spread::of).hasMessageContaining("paths: 0");
    }
}
