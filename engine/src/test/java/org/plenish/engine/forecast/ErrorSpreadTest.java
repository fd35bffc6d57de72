package org.plenish.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.method.Naive;
import org.plenish.engine.forecast.method.SimpleExponentialSmoothing;

class ErrorSpreadTest {

    @Test
    void addsIndependentErrorsUpByTheirVariance() {
        ErrorSpread spread = new ErrorSpread(9, 0, 0, 5);
        assertThat(spread.cumulativeSdUnits(spread.sdUnits(new double[] {5, 5, 5, 5})))
                .containsExactly(new double[] {3, Math.sqrt(18), Math.sqrt(27), 6}, offset(1e-12)); // √(9 × k)
    }

    @Test
    void isExactForTheNaiveForecastOfARandomWalk() {
        ErrorSpread spread = new ErrorSpread(1, 1, 2 / 3.0, 0);
        double[] sd = spread.sdUnits(new double[4]);
        assertThat(sd).containsExactly(new double[] {1, Math.sqrt(2), Math.sqrt(3), 2}, offset(1e-12));
        // totals of a walk: 1, 1 + 4, 1 + 4 + 9, 1 + 4 + 9 + 16
        assertThat(spread.cumulativeSdUnits(sd))
                .containsExactly(new double[] {1, Math.sqrt(5), Math.sqrt(14), Math.sqrt(30)}, offset(1e-12));
    }

    @Test
    void growsWithTheForecastBetweenPoissonAndProportional() {
        ErrorSpread spread = new ErrorSpread(100, 0, 0, 10);
        assertThat(spread.sdUnits(40, 0)).isEqualTo(Math.sqrt(800), offset(1e-9)); // 100 × 4^1.5
    }

    @Test
    void isNeverBelowPoissonDemand() {
        assertThat(new ErrorSpread(0, 0, 0, 9).sdUnits(9, 0)).isEqualTo(3); // √9
        assertThat(new ErrorSpread(0, 0, 0, 9).sdUnits(0, 0)).isZero();
    }

    @Test
    void givesAYoungHistoryAtLeastACoefficientOfVariationOfOne() {
        // one bucket: (0 + 2 × 64) / (1 − 1 + 2)
        assertThat(ErrorSpread.ofHistory(new double[] {8}).nextVariance()).isEqualTo(64);
        // two: mean 6, squares 4 + 4; (8 + 2 × 36) / (2 − 1 + 2)
        assertThat(ErrorSpread.ofHistory(new double[] {4, 8}).nextVariance()).isEqualTo(80 / 3.0, offset(1e-12));
    }

    @Test
    void measuresNoCorrelationInNoiseAndMuchInARandomWalk() {
        Random random = new Random(1);
        double[] noise = new double[200];
        double[] walk = new double[200];
        walk[0] = 1000;
        for (int i = 0; i < 200; i++) {
            noise[i] = 100 + 10 * random.nextGaussian();
            walk[i] = i == 0 ? 1000 : walk[i - 1] + 10 * random.nextGaussian();
        }
        ErrorSpread ofNoise = ErrorSpread.of(new Backtest(noise).run(new SimpleExponentialSmoothing()), noise);
        ErrorSpread ofWalk = ErrorSpread.of(new Backtest(walk).run(new Naive()), walk);
        assertThat(ofNoise.correlation()).isLessThan(0.1);
        assertThat(Math.sqrt(ofNoise.nextVariance())).isBetween(8.0, 15.0); // 10
        assertThat(ofWalk.correlation()).isGreaterThan(0.3);
        assertThat(ofWalk.growth()).isGreaterThan(0.2);
    }
}
