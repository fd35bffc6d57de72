package org.plenish.engine.simulate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenish.engine.math.NegativeBinomial;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;

class CountQuantilesTest {

    private static final int DRAWS = 400_000;

    @ParameterizedTest
    @CsvSource({
        "0.05, 0.3",
        "0.7, 1.1",
        "3, 1.7320508",
        "12, 9",
        "40, 6",
        "900, 300",
        "30000, 12000",
        "5.3, 0.6",
        "7.25, 0"
    })
    void drawsWholeUnitsOfTheMeanAndDeviationAskedFor(double mean, double sd) {
        CountQuantiles quantiles = CountQuantiles.ofMoments(mean, sd);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            int units = quantiles.units(Normal.standardQuantile((i + 0.5) / DRAWS));
            assertThat(units).isNotNegative();
            sum += units;
            squares += (double) units * units;
        }
        double drawnMean = sum / DRAWS;
        double drawnSd = Math.sqrt(Math.max(0, squares / DRAWS - drawnMean * drawnMean));
        assertThat(drawnMean).isCloseTo(mean, within(0.002 * mean));
        assertThat(drawnSd)
                .isCloseTo(sd == 0 ? 0.433 : sd, within(0.01 * Math.max(sd, 0.433))); // 7 or 8: √(0.25 · 0.75)
    }

    @Test
    void isTheQuantileOfTheDistribution() {
        NegativeBinomial demand = NegativeBinomial.ofMoments(12, 9);
        CountQuantiles quantiles = CountQuantiles.ofMoments(12, 9);
        CountQuantiles same = CountQuantiles.of(demand);
        for (double probability = 0.0005; probability < 1; probability += 0.001) {
            double z = Normal.standardQuantile(probability);
            assertThat(quantiles.units(z)).isEqualTo((int) demand.quantile(probability));
            assertThat(same.units(z)).isEqualTo((int) demand.quantile(probability));
        }
    }

    @Test
    void moreIsNeverDrawnWhereLessIsExpected() {
        CountQuantiles less = CountQuantiles.ofMoments(10, 5);
        CountQuantiles more = CountQuantiles.ofMoments(12, 6);
        for (double z = -5; z < 5; z += 0.01) {
            assertThat(more.units(z)).isGreaterThanOrEqualTo(less.units(z));
        }
    }

    @Test
    void covarianceWithTheNormalNumberIsThatOfTheDraws() {
        CountQuantiles quantiles = CountQuantiles.of(new Poisson(0.8));
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            double z = Normal.standardQuantile((i + 0.5) / DRAWS);
            sum += z * quantiles.units(z) / DRAWS;
        }
        assertThat(quantiles.covarianceWithZ()).isCloseTo(sum, within(0.002));
    }

    @Test
    void nothingIsAskedForWhereNothingIsExpected() {
        CountQuantiles quantiles = CountQuantiles.ofMoments(0, 0);
        assertThat(quantiles.units(-8)).isZero();
        assertThat(quantiles.units(8)).isZero();
    }
}
