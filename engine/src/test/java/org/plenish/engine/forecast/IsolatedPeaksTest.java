package org.plenish.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IsolatedPeaksTest {

    @Test
    void oneOrderOutOfAllProportionIsCutToTheBound() {
        double[] demand = {20, 20, 20, 20, 20, 20, 20, 20, 20, 1400};

        assertThat(IsolatedPeaks.cut(demand)).isEqualTo(1);

        assertThat(demand[9]).isCloseTo(81.104, within(1e-3)); // 20 · e^(3.5 · 0.4), sizes do not differ
        assertThat(demand[8]).isEqualTo(20);
    }

    @Test
    void aSeasonIsNoPeak() {
        double[] demand = {20, 20, 20, 20, 20, 20, 20, 20, 150, 200, 150, 20};
        assertThat(IsolatedPeaks.cut(demand)).isZero();
    }

    @Test
    void aNewLevelIsNoPeak() {
        double[] demand = {5, 5, 5, 5, 5, 5, 5, 5, 5, 100, 100, 100};
        assertThat(IsolatedPeaks.cut(demand)).isZero();
    }

    @Test
    void sizesThatAlwaysVariedAreUsual() {
        double[] demand = {1, 60, 0, 2, 30, 0, 8, 100, 0, 1, 20, 0, 3, 300};
        assertThat(IsolatedPeaks.cut(demand)).isZero();
    }

    @Test
    void fewSizesTellNothing() {
        double[] demand = {0, 0, 1, 0, 0, 0, 1, 0, 0, 500};
        assertThat(IsolatedPeaks.cut(demand)).isZero();
    }

    @Test
    void whatIsNotKnownIsPassedOver() {
        double[] demand = {20, 20, Double.NaN, 20, 20, 20, 20, 20, 20, Double.NaN, 1400, Double.NaN};
        assertThat(IsolatedPeaks.cut(demand)).isEqualTo(1);
        assertThat(demand[9]).isNaN();
    }
}
