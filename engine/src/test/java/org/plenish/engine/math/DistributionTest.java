package org.plenish.engine.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loss values: stockpyl's tests, which repeat Snyder & Shen (2019), appendix C. Other values: scipy.stats 1.17. */
class DistributionTest {

    @ParameterizedTest
    @CsvSource({"0.90, 1.2816", "0.95, 1.6449", "0.975, 1.9600", "0.99, 2.3263", "0.5, 0"})
    void standardNormalQuantileIsTheTablesSafetyFactor(double probability, double z) {
        assertThat(Normal.standardQuantile(probability)).isCloseTo(z, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"-1.4, 1.436668142708465", "3.1, 0.0002672490952231408", "1.1, 0.0686", "2.34, 0.0033"})
    void standardNormalLossIsAsPublished(double z, double loss) {
        assertThat(Normal.standardLoss(z)).isCloseTo(loss, within(5e-5));
    }

    @Test
    void normalLossScalesTheStandardOne() {
        assertThat(new Normal(15, 5).loss(10.5)).isCloseTo(5.002155685433356, within(1e-9));
    }

    @Test
    void normalWithoutSpreadIsItsMean() {
        Normal constant = new Normal(7, 0);

        assertThat(constant.quantile(0.99)).isEqualTo(7);
        assertThat(constant.loss(5)).isEqualTo(2);
        assertThat(constant.loss(8)).isZero();
        assertThat(constant.cumulativeProbability(7)).isEqualTo(1);
    }

    @Test
    void gammaLossIsAsPublished() {
        assertThat(new Gamma(2, 3).loss(4)).isCloseTo(2.635971381157268, within(1e-9));
    }

    @Test
    void gammaOfShapeOneIsExponential() {
        Gamma exponential = Gamma.ofMoments(100, 100);

        assertThat(exponential.shape()).isEqualTo(1);
        assertThat(exponential.quantile(0.95)).isCloseTo(299.5732, within(1e-3)); // -100 · ln 0.05
        assertThat(exponential.loss(250)).isCloseTo(8.208499862, within(1e-6)); // 100 · exp(-2.5)
    }

    @Test
    void gammaQuantileIsAsPublished() {
        Gamma gamma = Gamma.ofMoments(20, 10); // shape 4, scale 5

        assertThat(gamma.quantile(0.95)).isCloseTo(38.768282639663624, within(1e-6));
        assertThat(gamma.cumulativeProbability(30)).isCloseTo(0.8487961172233521, within(1e-9));
        assertThat(gamma.loss(30)).isCloseTo(1.1650135230606218, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"7, 5, 2.292600125697305", "47, 50, 1.514546939496945", "20, 18, 2.925027131555298"})
    void poissonLossIsAsPublished(double mean, double x, double loss) {
        assertThat(new Poisson(mean).loss(x)).isCloseTo(loss, within(1e-9));
    }

    @Test
    void poissonQuantileIsTheNewsvendorsBaseStock() {
        assertThat(new Poisson(90).quantile(1.25 / 1.33)).isEqualTo(105); // Snyder & Shen (2019), problem 4.19
        assertThat(new Poisson(18).quantile(270 / 470.0)).isEqualTo(19); // problem 4.8a
    }

    @Test
    void negativeBinomialLossIsAsPublished() {
        assertThat(new NegativeBinomial(3, 0.2).loss(10)).isCloseTo(3.9513699123200023, within(1e-9));
        assertThat(NegativeBinomial.ofMoments(15, 6.123724356957944).loss(10))
                .isCloseTo(5.533809274622726, within(1e-7));
    }

    @Test
    void negativeBinomialWithFractionalSuccessesSumsUp() {
        NegativeBinomial distribution = new NegativeBinomial(2.5, 0.25);

        assertThat(distribution.mean()).isCloseTo(7.5, within(1e-12)); // 2.5 · 0.75 / 0.25
        assertThat(distribution.cumulativeProbability(10)).isCloseTo(0.7592523187018968, within(1e-9));
        assertThat(distribution.loss(10)).isCloseTo(1.2701850780376827, within(1e-9));
        assertThat(distribution.quantile(0.95)).isEqualTo(18); // F(17) = 0.945, F(18) = 0.955
    }

    @Test
    void discreteLossIsLinearBetweenWholeNumbers() {
        Poisson poisson = new Poisson(7);

        assertThat(poisson.loss(5.5)).isCloseTo((poisson.loss(5) + poisson.loss(6)) / 2, within(1e-12));
        assertThat(poisson.loss(-2)).isEqualTo(9);
    }

    @Test
    void negativeBinomialWithTinyExcessOfVarianceIsNearlyPoisson() {
        NegativeBinomial nearly = NegativeBinomial.ofMoments(20, Math.sqrt(20.05));

        assertThat(nearly.quantile(0.95)).isEqualTo(new Poisson(20).quantile(0.95));
    }

    @Test
    void probabilitiesOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new Poisson(3).quantile(1))
                .hasMessage("probability: 1.0 must be above 0 and below 1.");
        assertThatThrownBy(() -> new Gamma(0, 1)).hasMessageContaining("shape of a gamma distribution: 0.0");
        assertThatThrownBy(() -> new Normal(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
