package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class CrostonFamilyTest {

    private static final double NOT_KNOWN = Double.NaN;
    private static final double[] DEMAND = {0, 0, 6, 0, 3, 0, 0, 0};

    @Test
    void crostonSmoothsSizeAndIntervalApart() {
        // Croston (1972): start size 4, interval 2, α = 0.5
        // 6 after 3: size 4 + 0.5 × 2 = 5, interval 2 + 0.5 × 1 = 2.5
        // 3 after 2: size 5 − 0.5 × 2 = 4, interval 2.5 − 0.5 × 0.5 = 2.25; 4 / 2.25
        assertThat(Croston.run(DEMAND, 0.5, false, 4, 2).rate()).isEqualTo(4 / 2.25, offset(1e-12));
    }

    @Test
    void crostonCountsSquaredOneStepErrors() {
        // forecasts 2, 2, 2, then 5 / 2.5 = 2: (0 − 2)² + (0 − 2)² + (6 − 2)² + (0 − 2)²
        assertThat(Croston.run(new double[] {0, 0, 6, 0}, 0.5, false, 4, 2).squaredError())
                .isEqualTo(28);
    }

    @Test
    void syntetosBoylanIsCrostonLessHalfAlpha() {
        double croston = Croston.run(DEMAND, 0.2, false, 4, 2).rate();
        assertThat(Croston.run(DEMAND, 0.2, true, 4, 2).rate()).isEqualTo(croston * 0.9, offset(1e-12)); // 1 − 0.2 / 2
    }

    @Test
    void crostonWithoutZerosIsExponentialSmoothingOfDemand() {
        double[] demand = {4, 7, 5, 9, 6};
        assertThat(Croston.run(demand, 0.3, false, 5, 1).rate())
                .isEqualTo(SimpleExponentialSmoothing.level(demand, 0.3, 5), offset(1e-12));
    }

    @Test
    void teunterSyntetosBabaiSinksWhileNothingSells() {
        // Teunter, Syntetos & Babai (2011): α = 0.5 for size, β = 0.1 for probability; start 0.4 and 4
        // probability: 0.36, 0.324, 0.3916, 0.35244, 0.417196, 0.3754764, 0.33792876, 0.304135884; size: 5, then 4
        assertThat(TeunterSyntetosBabai.run(DEMAND, 0.5, 0.1, 0.4, 4).rate()).isEqualTo(1.216543536, offset(1e-12));
    }

    @Test
    void teunterSyntetosBabaiWithoutZerosIsExponentialSmoothingOfDemand() {
        double[] demand = {4, 7, 5, 9, 6};
        assertThat(TeunterSyntetosBabai.run(demand, 0.3, 0.2, 1, 5).rate())
                .isEqualTo(SimpleExponentialSmoothing.level(demand, 0.3, 5), offset(1e-12));
    }

    @Test
    void bucketsThatAreNotKnownAreNoZeros() {
        double[] gaps = {0, NOT_KNOWN, 0, 6, NOT_KNOWN, 0, 3, 0, 0, NOT_KNOWN, 0};
        assertThat(Croston.run(gaps, 0.5, false, 4, 2)).isEqualTo(Croston.run(DEMAND, 0.5, false, 4, 2));
        assertThat(TeunterSyntetosBabai.run(gaps, 0.5, 0.1, 0.4, 4))
                .isEqualTo(TeunterSyntetosBabai.run(DEMAND, 0.5, 0.1, 0.4, 4));
    }

    @Test
    void fittedMethodsFindTheRateOfSteadyIntermittentDemand() {
        double[] everyFourth = new double[48];
        for (int i = 3; i < 48; i += 4) {
            everyFourth[i] = 8;
        }
        assertThat(new Croston().forecast(everyFourth, 2).mean())
                .containsExactly(new double[] {2, 2}, offset(1e-6)); // 8 / 4
        assertThat(new SyntetosBoylan().forecast(everyFourth, 1).mean()[0]).isBetween(1.5, 2.0);
        assertThat(new TeunterSyntetosBabai().forecast(everyFourth, 1).mean()[0])
                .isBetween(1.5, 3.0);
    }

    @Test
    void onlyIntermittentDemandIsForecastWithThem() {
        double[] smooth = {4, 7, 5, 9, 6, 8, 3, 5};
        assertThat(new Croston().canForecast(smooth)).isFalse();
        assertThat(new SyntetosBoylan().canForecast(smooth)).isFalse();
        assertThat(new TeunterSyntetosBabai().canForecast(smooth)).isFalse();
        assertThat(new Croston().canForecast(DEMAND)).isTrue();
    }
}
