package org.plenish.engine.forecast.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OutliersTest {

    @Test
    void oneOrderOutOfAllProportionIsCutToTheBound() {
        double[] demand = {20, 20, 20, 20, 20, 20, 20, 20, 20, 1400};

        assertThat(cut(demand)).isEqualTo(1);

        assertThat(demand[9]).isCloseTo(47.978, within(1e-3)); // 20 · e^(3.5 · 0.25), sizes do not differ
        assertThat(demand[8]).isEqualTo(20);
    }

    @Test
    void aSeasonIsNoPeak() {
        double[] demand = {20, 20, 20, 20, 20, 20, 20, 20, 150, 200, 150, 20};
        assertThat(cut(demand)).isZero();
    }

    @Test
    void aNewLevelIsNoPeak() {
        double[] demand = {5, 5, 5, 5, 5, 5, 5, 5, 5, 100, 100, 100};
        assertThat(cut(demand)).isZero();
    }

    @Test
    void sizesThatAlwaysVariedAreUsual() {
        double[] demand = {1, 60, 0, 2, 30, 0, 8, 100, 0, 1, 20, 0, 3, 300};
        assertThat(cut(demand)).isZero();
    }

    @Test
    void fewSizesTellNothing() {
        double[] demand = {0, 0, 1, 0, 0, 0, 1, 0, 0, 500};
        assertThat(cut(demand)).isZero();
    }

    @Test
    void whatIsNotKnownIsPassedOver() {
        double[] demand = {20, 20, Double.NaN, 20, 20, 20, 20, 20, 20, Double.NaN, 1400, Double.NaN};
        assertThat(cut(demand)).isEqualTo(1);
        assertThat(demand[9]).isNaN();
    }

    @Test
    void whatIsUsualFollowsTheLevelOfRegularDemand() {
        // four times 10 while it sold 10, but less than what it sells later
        double[] demand = {10, 11, 9, 10, 40, 10, 11, 9, 10, 40, 45, 50, 48, 52, 47, 50, 49, 51, 50, 48};
        assertThat(cut(demand)).isEqualTo(1);
        assertThat(demand[4]).isCloseTo(23.989, within(1e-3)); // 10 · e^(3.5 · 0.25)
    }

    @Test
    void whatComesBackEveryYearIsNoOutlier() {
        double[] demand = new double[104];
        Arrays.fill(demand, 20);
        demand[40] = 200;
        assertThat(cut(demand.clone())).isEqualTo(1);
        demand[92] = 180; // 52 weeks later
        assertThat(cut(demand)).isZero();
    }

    @Test
    void hugeAndTinyValuesAreComparedAlike() {
        double[] huge = {1e12, 1e12, 1e12, 1e12, 1e12, 1e12, 1e12, 1e12, 1e12, 1e14};
        assertThat(cut(huge)).isEqualTo(1);
        double[] tiny = {1e-9, 1e-9, 1e-9, 1e-9, 1e-9, 1e-9, 1e-9, 1e-9, 1e-9, 1e-7};
        assertThat(cut(tiny)).isEqualTo(1);
        assertThat(tiny[9]).isCloseTo(2.399e-9, within(1e-12));
    }

    /** In place, as the forecast sees it. */
    private static int cut(double[] demand) {
        HistoryInWork work = HistoryFixture.inWork(demand);
        double[] season = new double[demand.length];
        Arrays.fill(season, 1);
        Outliers.correct(work, season, 52);
        System.arraycopy(work.units(), 0, demand, 0, demand.length);
        return work.corrected().corrections().size();
    }
}
