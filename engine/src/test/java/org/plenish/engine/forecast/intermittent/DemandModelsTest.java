package org.plenish.engine.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.Poisson;

class DemandModelsTest {

    private static final double NOT_KNOWN = Double.NaN;
    private static final double[] DEMAND = {0, 0, 6, 0, 3, 0, 0, 0};

    static Stream<DemandModel> models() {
        return Stream.concat(modelsWithoutSeason(), Stream.of(new AveragedNegativeBinomial(4)));
    }

    static Stream<DemandModel> modelsWithoutSeason() {
        return Stream.of(
                new EmpiricalDemand(0.9),
                new CompoundBernoulliDemand(0.9, 1),
                new NegativeBinomialDemand(0.9),
                new CompoundPoissonDemand(0.9),
                new AveragedNegativeBinomial(1));
    }

    @Test
    void empiricalDemandWeighsRecentBuckets() {
        // weights 1/4, 1/2, 1 of 4, 0, 2
        Lattice next = new EmpiricalDemand(0.5).fit(new double[] {4, 0, 2}).bucket(1);
        assertThat(next.mass(4)).isEqualTo(1 / 7.0, offset(1e-12));
        assertThat(next.mass(2)).isEqualTo(4 / 7.0, offset(1e-12));
        assertThat(next.mean()).isEqualTo(12 / 7.0, offset(1e-12)); // (4 × 1/4 + 2 × 1) / (7/4)
    }

    @Test
    void empiricalTotalIsTheSumOfIndependentBuckets() {
        DemandDistribution distribution = new EmpiricalDemand(1).fit(new double[] {0, 0, 0, 2});
        assertThat(distribution.total(2).mass(0)).isEqualTo(9 / 16.0, offset(1e-12));
        assertThat(distribution.total(2).mass(2)).isEqualTo(6 / 16.0, offset(1e-12));
        assertThat(distribution.total(2).mass(4)).isEqualTo(1 / 16.0, offset(1e-12));
        assertThat(distribution.cumulativeQuantile(2, 0.95)).isEqualTo(4); // 15/16 = 0.9375 up to 2
    }

    @Test
    void compoundBernoulliRemembersSizesLongerThanOccurrence() {
        // occurrence weights 1/8, 1/4, 1/2, 1: (1/8 + 1/2) / (15/8) = 1/3; sizes 6 and 2 alike
        Lattice next = new CompoundBernoulliDemand(0.5, 1)
                .fit(new double[] {6, 0, 2, 0})
                .bucket(1);
        assertThat(next.mass(0)).isEqualTo(2 / 3.0, offset(1e-12));
        assertThat(next.mass(6)).isEqualTo(1 / 6.0, offset(1e-12));
        assertThat(next.mean()).isEqualTo(4 / 3.0, offset(1e-12)); // 1/3 × 4
    }

    @Test
    void compoundBernoulliThatForgetsNothingIsEmpiricalDemand() {
        Lattice bernoulli = new CompoundBernoulliDemand(1, 1).fit(DEMAND).bucket(1);
        Lattice empirical = new EmpiricalDemand(1).fit(DEMAND).bucket(1);
        for (int k = 0; k <= 6; k++) {
            assertThat(bernoulli.mass(k)).isEqualTo(empirical.mass(k), offset(1e-12));
        }
    }

    @Test
    void negativeBinomialHasTheHistorysMoments() {
        // mean 9/8; squares 45 − 8 × (9/8)² = 34.875; prior 2 × (9/8)² = 2.53125; by 8 − 1 + 2
        Lattice next = new NegativeBinomialDemand(1).fit(DEMAND).bucket(1);
        assertThat(next.mean()).isEqualTo(1.125, offset(1e-3));
        assertThat(next.sd() * next.sd()).isEqualTo(37.40625 / 9, offset(0.05));
        Lattice total = new NegativeBinomialDemand(1).fit(DEMAND).total(4);
        assertThat(total.mean()).isEqualTo(4.5, offset(2e-3));
        assertThat(total.sd() * total.sd()).isEqualTo(4 * 37.40625 / 9, offset(0.1));
    }

    @Test
    void compoundPoissonHasTheHistorysMoments() {
        Lattice next = new CompoundPoissonDemand(1).fit(DEMAND).bucket(1);
        assertThat(next.mean()).isEqualTo(1.125, offset(1e-3));
        assertThat(next.sd() * next.sd()).isEqualTo(37.40625 / 9, offset(0.05));
    }

    @Test
    void compoundPoissonOfSingleUnitsIsPoisson() {
        double[] masses = CompoundPoissonDemand.masses(2.5, 1, 20);
        Poisson poisson = new Poisson(2.5);
        for (int k = 0; k < 20; k++) {
            double mass = poisson.cumulativeProbability(k) - poisson.cumulativeProbability(k - 1);
            assertThat(masses[k]).isEqualTo(mass, offset(1e-12));
        }
    }

    @Test
    void compoundPoissonMassesFollowFromItsCustomers() {
        // λ = 1, ρ = 0.5; p(1) = e⁻¹ × 0.5; p(2) = e⁻¹ × (one customer of 2: 0.25, or two of 1: 0.5 × 0.25)
        double[] masses = CompoundPoissonDemand.masses(1, 0.5, 3);
        assertThat(masses[1]).isEqualTo(Math.exp(-1) * 0.5, offset(1e-15));
        assertThat(masses[2]).isEqualTo(Math.exp(-1) * 0.375, offset(1e-15));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTotalOfOneIsTheNextBucketAndMeansAddUp(DemandModel model) {
        DemandDistribution distribution = model.fit(DEMAND);
        assertThat(distribution.cumulativeMean(1)).isEqualTo(distribution.mean(1), offset(1e-9));
        assertThat(distribution.cumulativeQuantile(1, 0.9)).isEqualTo(distribution.quantile(1, 0.9));
        double sum = 0;
        for (int step = 1; step <= 6; step++) {
            sum += distribution.mean(step);
        }
        assertThat(distribution.cumulativeMean(6)).isEqualTo(sum, offset(0.01 * sum));
    }

    @ParameterizedTest
    @MethodSource("models")
    void quantilesNeverFallWithProbabilityOrLengthOfTheTotal(DemandModel model) {
        DemandDistribution distribution = model.fit(DEMAND);
        double before = 0;
        for (int steps = 1; steps <= 8; steps++) {
            double median = distribution.cumulativeQuantile(steps, 0.5);
            double high = distribution.cumulativeQuantile(steps, 0.95);
            assertThat(high).isGreaterThanOrEqualTo(Math.max(before, median));
            before = high;
        }
    }

    @ParameterizedTest
    @MethodSource("modelsWithoutSeason")
    void bucketsThatAreNotKnownAreNoZeros(DemandModel model) {
        double[] gaps = {0, NOT_KNOWN, 0, 6, NOT_KNOWN, 0, 3, 0, 0, NOT_KNOWN, 0};
        assertThat(model.fit(gaps).bucket(1).mean())
                .isEqualTo(model.fit(DEMAND).bucket(1).mean());
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingSoldIsNothingExpected(DemandModel model) {
        for (double[] none : List.of(new double[0], new double[] {NOT_KNOWN}, new double[30])) {
            assertThat(model.fit(none).mean(1)).isZero();
            assertThat(model.fit(none).quantile(3, 0.99)).isZero();
            assertThat(model.fit(none).cumulativeQuantile(5, 0.99)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void demandInPacksIsDemandOfOneTimesThePack(DemandModel model) {
        double[] pieces = {0, 1, 0, 2, 1, 0, 3, 0, 1, 1, 0, 2};
        double[] dozens = Arrays.stream(pieces).map(count -> 12 * count).toArray();
        DemandDistribution one = model.fit(pieces);
        DemandDistribution twelve = model.fit(dozens);
        assertThat(twelve.mean(2)).isEqualTo(12 * one.mean(2), offset(1e-9));
        assertThat(twelve.quantile(2, 0.9)).isEqualTo(12 * one.quantile(2, 0.9));
        assertThat(twelve.cumulativeQuantile(7, 0.9)).isEqualTo(12 * one.cumulativeQuantile(7, 0.9));
    }

    @ParameterizedTest
    @MethodSource("models")
    void extremeHistoriesHaveFiniteDistributions(DemandModel model) {
        double[] huge = {1e12, 2e12, 0, 3e12, 1.5e12, 1e12};
        double[] tiny = {1e-9, 0, 0, 2e-9, 1.5e-9, 0};
        double[] spike = {10, 11, 10, 1e6, 12, 10, 11, 10};
        double[] one = {5};
        double[] last = new double[40];
        last[39] = 3;
        double[] constant = {7, 7, 7, 7, 7, 7, 7, 7};
        for (double[] history : List.of(huge, tiny, spike, one, last, constant)) {
            double max = Arrays.stream(history).max().orElseThrow();
            DemandDistribution distribution = model.fit(history);
            for (int step : new int[] {1, 13}) {
                assertThat(distribution.mean(step)).isPositive().isLessThanOrEqualTo(max * 1.01);
                assertThat(distribution.quantile(step, 0.5)).isNotNegative().isLessThanOrEqualTo(max);
                assertThat(distribution.quantile(step, 0.99)).isPositive().isLessThan(100 * max);
                assertThat(distribution.cumulativeQuantile(step, 0.99))
                        .isPositive()
                        .isLessThan(100.0 * step * max);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void stepsStartAtOne(DemandModel model) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.fit(DEMAND).bucket(0))
                .withMessageContaining("step: 0 must be 1 or more");
        assertThatIllegalArgumentException().isThrownBy(() -> model.fit(DEMAND).total(0));
    }

    @Test
    void aRetentionIsAboveZeroAndAtMostOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmpiricalDemand(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new NegativeBinomialDemand(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CompoundPoissonDemand(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new CompoundBernoulliDemand(1, 0));
    }

    @Test
    void idsAreUnique() {
        assertThat(models().map(DemandModel::id).distinct()).hasSize(5);
    }
}
