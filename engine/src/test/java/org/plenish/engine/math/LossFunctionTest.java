package org.plenish.engine.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values: stockpyl's tests, which repeat Snyder & Shen (2019), appendix C. */
class LossFunctionTest {

    private static final double[] DIE = {0, 1, 1, 1, 1, 1, 1};

    private static Stream<Distribution> continuous() {
        return Stream.of(
                new Normal(5, 2),
                new Lognormal(1.5, 0.4),
                new Gamma(0.7, 4),
                new Gamma(9, 0.5),
                new Uniform(-3, 11),
                new Shifted(new Gamma(2, 2), 1.5));
    }

    private static Stream<Distribution> discrete() {
        return Stream.of(
                new Poisson(4.2),
                new NegativeBinomial(2.5, 0.4),
                Lattice.of(1, DIE),
                new Shifted(new NegativeBinomial(1, 0.3), 1),
                new Shifted(Lattice.of(1, DIE), -4));
    }

    @Test
    void standardNormalSecondOrderLossIsAsPublished() {
        assertThat(Normal.standardSecondLoss(-1.4)).isCloseTo(1.46528937027904, within(1e-12));
        assertThat(new Normal(0, 1).complementarySecondLoss(-1.4)).isCloseTo(0.01471062972096, within(1e-12));
    }

    @Test
    void lognormalLossIsAsPublished() {
        Lognormal lognormal = new Lognormal(1, 0.5);

        assertThat(lognormal.loss(2.5)).isCloseTo(0.887025638033385, within(1e-12));
        assertThat(lognormal.complementaryLoss(2.5)).isCloseTo(0.306808789115353, within(1e-12));
    }

    @Test
    void lognormalOfMomentsHasThem() {
        Lognormal lognormal = Lognormal.ofMoments(40, 25);

        assertThat(lognormal.mean()).isCloseTo(40, within(1e-10));
        assertThat(lognormal.sd()).isCloseTo(25, within(1e-10));
        assertThat(lognormal.cumulativeProbability(lognormal.quantile(0.9))).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void gammaSecondOrderLossIsAsPublished() {
        assertThat(new Gamma(1, 5).secondLoss(1)).isCloseTo(20.46826882694954, within(1e-11));
        assertThat(new Gamma(0.5, 1).secondLoss(0.4)).isCloseTo(0.226181566792298, within(1e-12));
    }

    @Test
    void uniformLossIsAsComputedByHand() {
        Uniform uniform = new Uniform(0, 1);

        assertThat(uniform.loss(0.3)).isCloseTo(0.245, within(1e-15)); // 0.7² / 2
        assertThat(uniform.complementaryLoss(0.3)).isCloseTo(0.045, within(1e-15)); // 0.3² / 2
        assertThat(uniform.secondLoss(0.3)).isCloseTo(0.343 / 6, within(1e-15)); // 0.7³ / 6
        assertThat(uniform.loss(2)).isZero();
        assertThat(uniform.loss(-1)).isEqualTo(1.5);
    }

    @Test
    void discreteSecondOrderLossesAreAsPublished() {
        assertThat(new Poisson(7).secondLoss(5)).isCloseTo(4.040829435261403, within(1e-12));
        assertThat(new Poisson(47).complementarySecondLoss(50)).isCloseTo(24.3070204670269, within(1e-10));
        assertThat(new NegativeBinomial(4, 0.2).secondLoss(14)).isCloseTo(30.87780494515895, within(1e-10));
        assertThat(new Shifted(new NegativeBinomial(1, 0.2), 1).secondLoss(5)).isCloseTo(6.5536, within(1e-12));
    }

    @Test
    void lossesOfADieAreAsCounted() {
        Lattice die = Lattice.of(1, DIE);

        assertThat(die.loss(4)).isCloseTo(0.5, within(1e-15)); // (1 + 2) / 6
        assertThat(die.complementaryLoss(4)).isCloseTo(1, within(1e-15)); // (3 + 2 + 1) / 6
        assertThat(die.secondLoss(4)).isCloseTo(1 / 6.0, within(1e-15)); // (1·0 + 2·1) / 6 / 2
        assertThat(die.complementarySecondLoss(4)).isCloseTo(10 / 6.0, within(1e-15)); // (3·4 + 2·3 + 1·2) / 6 / 2
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void theLossIsTheFallOfTheSecondOrderLoss(Distribution distribution) {
        double step = 1e-4;
        for (double x = -2; x < 14; x += 0.7) {
            double fall = distribution.secondLoss(x - step) - distribution.secondLoss(x + step);
            assertThat(fall / (2 * step)).as("at %s", x).isCloseTo(distribution.loss(x), within(1e-7));
            double rise =
                    distribution.complementarySecondLoss(x + step) - distribution.complementarySecondLoss(x - step);
            assertThat(rise / (2 * step)).as("at %s", x).isCloseTo(distribution.complementaryLoss(x), within(1e-7));
        }
    }

    @ParameterizedTest
    @MethodSource("discrete")
    void theDiscreteLossIsTheStepOfTheSecondOrderLoss(Distribution distribution) {
        for (int x = -3; x < 20; x++) {
            assertThat(distribution.secondLoss(x) - distribution.secondLoss(x + 1))
                    .as("at %s", x)
                    .isCloseTo(distribution.loss(x + 1), within(1e-10));
            assertThat(distribution.complementarySecondLoss(x + 1) - distribution.complementarySecondLoss(x))
                    .as("at %s", x)
                    .isCloseTo(distribution.complementaryLoss(x + 1), within(1e-10));
        }
    }

    @Test
    void discreteSecondOrderLossesAreBetweenNoUnits() {
        assertThatThrownBy(() -> new Poisson(3).secondLoss(0.3)).hasMessageContaining("0.3 must be a whole number");
        assertThatThrownBy(() -> Lattice.of(6, DIE).secondLoss(4))
                .hasMessageContaining("multiple of the lattice's unit");
    }
}
