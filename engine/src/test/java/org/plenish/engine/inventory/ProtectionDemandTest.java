package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Gamma;
import org.plenish.engine.math.NegativeBinomial;
import org.plenish.engine.math.Poisson;

class ProtectionDemandTest {

    enum Family {
        NORMAL(ProtectionDemand::normal),
        GAMMA(ProtectionDemand::gamma),
        POISSON(ProtectionDemand::poisson),
        NEGATIVE_BINOMIAL(ProtectionDemand::negativeBinomial);

        private final Function<LeadTimeDemand, Distribution> factory;

        Family(Function<LeadTimeDemand, Distribution> factory) {
            this.factory = factory;
        }

        Distribution of(double meanUnits, double sdUnits) {
            return factory.apply(new LeadTimeDemand(14, meanUnits, sdUnits));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFamilyHasTheMomentsItIsGiven(Family family) {
        Distribution demand = family.of(9, family == Family.POISSON ? 3 : 5);

        assertThat(demand.mean()).isCloseTo(9, within(1e-9));
        assertThat(demand.sd()).isCloseTo(family == Family.POISSON ? 3 : 5, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void certainDemandIsItsMean(Family family) {
        Distribution demand = family.of(7.5, 0);

        assertThat(demand.quantile(0.99)).isEqualTo(7.5);
        assertThat(demand.loss(7)).isEqualTo(0.5);
        assertThat(demand.loss(8)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void noDemandIsNone(Family family) {
        Distribution demand = family.of(0, 0);

        assertThat(demand.mean()).isZero();
        assertThat(demand.quantile(0.99)).isZero();
        assertThat(demand.loss(0)).isZero();
    }

    @Test
    void spreadWithoutMeanIsNoDemandOfFamiliesThatAreNeverNegative() {
        for (Family family : new Family[] {Family.GAMMA, Family.POISSON, Family.NEGATIVE_BINOMIAL}) {
            assertThat(family.of(0, 5).quantile(0.99)).isZero();
        }
    }

    @Test
    void momentsGiveTheParameters() {
        assertThat(Family.GAMMA.of(100, 100)).isEqualTo(new Gamma(1, 100)); // (100 / 100)², 100² / 100
        assertThat(Family.NEGATIVE_BINOMIAL.of(7.5, Math.sqrt(30)))
                .isInstanceOfSatisfying(NegativeBinomial.class, demand -> {
                    assertThat(demand.r()).isCloseTo(2.5, within(1e-9)); // 56.25 / 22.5
                    assertThat(demand.successProbability()).isCloseTo(0.25, within(1e-9)); // 7.5 / 30
                });
    }

    @Test
    void countsWithoutExtraVarianceArePoisson() {
        assertThat(Family.NEGATIVE_BINOMIAL.of(18, 3)).isEqualTo(new Poisson(18));
        assertThat(Family.NEGATIVE_BINOMIAL.of(16, 4)).isEqualTo(Family.POISSON.of(16, 4));
    }

    @Test
    void gammaWithHardlyAnySpreadIsNormal() {
        for (double sd : new double[] {1.1, 0.9}) { // either side of where the normal distribution takes over
            double skewness = 2 * sd / 1_000;
            assertThat(Family.GAMMA.of(1_000, sd).quantile(0.95))
                    .isCloseTo(Family.NORMAL.of(1_000, sd).quantile(0.95), within(sd * skewness));
        }
    }

    @Test
    void pastWindowsAreEquallyLikely() {
        Distribution demand = ProtectionDemand.empirical(new double[] {4, 0, 6, 0, 10});

        assertThat(demand.mean()).isEqualTo(4);
        assertThat(demand.quantile(0.8)).isEqualTo(6); // 4 of 5 are at most 6
        assertThat(demand.quantile(0.81)).isEqualTo(10);
        assertThat(demand.loss(4)).isEqualTo(1.6); // (2 + 6) / 5
    }

    @Test
    void pastWindowsMustBeDemand() {
        assertThatThrownBy(() -> ProtectionDemand.empirical(new double[0]))
                .hasMessage("values of an empirical distribution: 0, must be 1 or more.");
        assertThatThrownBy(() -> ProtectionDemand.empirical(new double[] {3, -1}))
                .hasMessage("value of an empirical distribution: -1.0 must be a number of 0 or more.");
        assertThatThrownBy(() -> ProtectionDemand.empirical(new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
