package org.plenish.engine.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class CountHistoryTest {

    @Test
    void whatComesInPacksIsCountedInPacks() {
        CountHistory packs = CountHistory.of(new double[] {0, 12, 0, 6, 18, 6, 0, 24, 6});
        assertThat(packs.unit()).isEqualTo(6);
        assertThat(packs.counts()).containsExactly(0, 2, 0, 1, 3, 1, 0, 4, 1);
    }

    @Test
    void aFewDemandsOfOneSizeAreNoPack() {
        assertThat(CountHistory.of(new double[] {0, 2, 0, 0, 2, 0}).unit()).isEqualTo(1);
    }

    @Test
    void decimalsHaveAUnitOfTheirOwn() {
        CountHistory litres = CountHistory.of(new double[] {0.5, 0, 1.2, 0.3});
        assertThat(litres.unit()).isEqualTo(0.1);
        assertThat(litres.counts()).containsExactly(5, 0, 12, 3);
    }

    @Test
    void withoutAUnitTheMedianDemandIsAHundred() {
        CountHistory measured = CountHistory.of(new double[] {Math.PI, 0, Math.E, 1.4142135});
        assertThat(measured.unit()).isEqualTo(Math.E / 100);
        assertThat(measured.counts()[2]).isEqualTo(100, offset(1e-9));
        assertThat(CountHistory.of(new double[] {1e-9, 0, 2e-9}).counts()).containsExactly(50, 0, 100);
        assertThat(CountHistory.of(new double[] {1e12, 0, 1e12 + 1}).counts()[2])
                .isEqualTo(100, offset(1e-6));
    }

    @Test
    void gapsAreSkippedAndReturnsAreNoDemand() {
        assertThat(CountHistory.of(new double[] {3, Double.NaN, -2, 4}).counts())
                .containsExactly(3, 0, 4);
        assertThat(CountHistory.of(new double[0]).length()).isZero();
    }

    @Test
    void whatIsBeyondBeliefIsCutToAHundredTimesTheMedianDemand() {
        assertThat(CountHistory.of(new double[] {10, 10, 1e6, 10}).counts()).containsExactly(10, 10, 1000, 10);
    }
}
