package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plenish.engine.math.Distribution;

class SafetyStockTest {

    private static LeadTimeDemand demand(double meanUnits, double sdUnits) {
        return new LeadTimeDemand(14, meanUnits, sdUnits);
    }

    @Test
    void normalSafetyStockIsFactorTimesDeviation() {
        assertThat(SafetyStock.normal(demand(100, 20), 0.95)).isCloseTo(32.897, within(1e-3)); // 1.644854 · 20
        assertThat(SafetyStock.normal(demand(100, 20), 0.5)).isCloseTo(0, within(1e-12));
    }

    /** Snyder & Shen (2019), example 4.3: mean 50, sd 8, critical ratio 0.7 / 0.88; S* = 56.604. */
    @Test
    void normalSafetyStockIsTheNewsvendorsStockAboveTheMean() {
        assertThat(50 + SafetyStock.normal(demand(50, 8), 0.7 / 0.88)).isCloseTo(56.60395592743389, within(1e-6));
    }

    /** Snyder & Shen (2019), example 4.3 with a lead time of 4: mean 250, sd 8·√5; S* = 264.767. */
    @Test
    void normalSafetyStockCoversLeadTimeAndReviewPeriod() {
        assertThat(250 + SafetyStock.normal(demand(250, 8 * Math.sqrt(5)), 0.7 / 0.88))
                .isCloseTo(264.7668943741548, within(1e-6));
    }

    @Test
    void gammaSafetyStockOfExponentialDemandIsKnownInClosedForm() {
        assertThat(SafetyStock.gamma(demand(100, 100), 0.95)).isCloseTo(199.573, within(1e-3)); // -100·ln 0.05 - 100
    }

    @Test
    void gammaAsksForMoreThanNormalWhereServiceIsHigh() {
        assertThat(SafetyStock.gamma(demand(100, 80), 0.98)).isGreaterThan(SafetyStock.normal(demand(100, 80), 0.98));
    }

    @Test
    void negativeBinomialSafetyStockReachesTheServiceLevelInWholeUnits() {
        LeadTimeDemand demand = demand(7.5, Math.sqrt(30)); // r = 2.5, p = 0.25

        assertThat(SafetyStock.negativeBinomial(demand, 0.95)).isCloseTo(10.5, within(1e-9)); // 18 - 7.5
    }

    @Test
    void countsWithoutExtraVarianceAreTakenForPoisson() {
        assertThat(SafetyStock.negativeBinomial(demand(18, 3), 270 / 470.0)).isEqualTo(1); // 19 - 18, problem 4.8a
    }

    @Test
    void rareDemandMayNeedNoSafetyStock() {
        assertThat(SafetyStock.negativeBinomial(demand(0.01, 0.1), 0.9)).isZero(); // F(0) = 0.99
        assertThat(SafetyStock.gamma(demand(1, 30), 0.6)).isZero(); // quantile below the mean
    }

    @Test
    void certainDemandNeedsNoSafetyStock() {
        assertThat(SafetyStock.normal(demand(10, 0), 0.99)).isZero();
        assertThat(SafetyStock.gamma(demand(10, 0), 0.99)).isZero();
        assertThat(SafetyStock.negativeBinomial(demand(0, 5), 0.99)).isZero();
    }

    /** Exponential demand with mean 100 loses 100·exp(-s/100) beyond s: every criterion is known in closed form. */
    @Test
    void everyCriterionOfExponentialDemandIsKnownInClosedForm() {
        Distribution demand = ProtectionDemand.gamma(demand(100, 100));

        assertThat(SafetyStock.cycleService(demand, 100, 0.95)).isCloseTo(199.5732, within(1e-4)); // 100·ln 20 - 100
        assertThat(SafetyStock.fillRate(demand, 100, 50, 0.9)).isCloseTo(199.5732, within(1e-4)); // (1 - 0.9)·50 = 5
        double once = 100 * Math.log(20 * (1 - Math.exp(-0.5))) - 100; // 100·exp(-s/100)·(1 - exp(-0.5)) = 5
        assertThat(once).isCloseTo(106.30, within(5e-3));
        assertThat(SafetyStock.fillRateExact(demand, 100, 50, 0.9)).isCloseTo(once, within(1e-6));
        assertThat(SafetyStock.readyRate(demand, 100, 50, 0.9)).isCloseTo(once, within(1e-6));
        assertThat(SafetyStock.shortageCost(demand, 100, 50, 1_000, 2, 2)) // 2·50 / (1,000·2) = 0.05
                .isCloseTo(199.5732, within(1e-4));
    }

    @Test
    void daysOfCoverAreDaysOfExpectedDemand() {
        assertThat(SafetyStock.daysOfCover(demand(42, 9), 28)).isCloseTo(84, within(1e-9)); // 42 / 14 · 28
    }

    @Test
    void serviceLevelsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> SafetyStock.normal(demand(1, 1), 1))
                .hasMessage("cycle service level: 1.0 must be in [0.5, 1).");
        assertThatThrownBy(() -> SafetyStock.gamma(demand(1, 1), 0.49)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SafetyStock.negativeBinomial(demand(1, 1), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spreadOfTheLeadTimeAddsToTheVariance() {
        LeadTimeDemand demand = LeadTimeDemand.withLeadTimeSpread(4, 400, 60, 1);

        assertThat(demand.sdUnits()).isCloseTo(116.619, within(1e-3)); // √(60² + (100 · 1)²)
        assertThat(demand.meanUnits()).isEqualTo(400);
    }

    @Test
    void anIntervalOfNoDaysHasNoSpread() {
        assertThat(LeadTimeDemand.withLeadTimeSpread(0, 0, 0, 3).sdUnits()).isZero();
    }

    @Test
    void everyMethodGivesANumberForTinyAndHugeDemand() {
        for (double mean = 1e-4; mean < 1e7; mean *= 10) {
            for (double variation = 1e-2; variation < 50; variation *= 3) {
                LeadTimeDemand demand = demand(mean, mean * variation);
                for (double level : new double[] {0.5, 0.8, 0.98, 0.9999}) {
                    assertThat(SafetyStock.gamma(demand, level)).isBetween(0.0, 1e12);
                    assertThat(SafetyStock.negativeBinomial(demand, level)).isBetween(0.0, 1e12);
                }
            }
        }
    }
}
