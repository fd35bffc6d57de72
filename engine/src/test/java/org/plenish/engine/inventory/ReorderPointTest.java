package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReorderPointTest {

    private static final LeadTimeDemand DEMAND = new LeadTimeDemand(28, 58.3, 15);

    @Test
    void reorderPointIsExpectedDemandAndSafetyStock() {
        assertThat(ReorderPoint.units(DEMAND, 24.6)).isEqualTo(83); // 58.3 + 24.6 = 82.9
    }

    @Test
    void orderUpToLevelOfAReviewPeriodIsExpectedDemandAndSafetyStock() {
        assertThat(OrderUpToLevel.periodic(DEMAND, 24.6)).isEqualTo(83);
    }

    @Test
    void orderUpToLevelOfMinMaxIsAnOrderAboveTheReorderPoint() {
        assertThat(OrderUpToLevel.minMax(83, 40)).isEqualTo(123);
        assertThatThrownBy(() -> OrderUpToLevel.minMax(Integer.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aWholeLevelStaysWhatItIsDespiteRounding() {
        LeadTimeDemand demand = new LeadTimeDemand(28, 7.4, 3);

        assertThat(ReorderPoint.units(demand, 18 - 7.4)).isEqualTo(18);
        assertThat(WholeUnits.roundUp(18 + 1e-10)).isEqualTo(18);
        assertThat(WholeUnits.roundUp(18 + 1e-8)).isEqualTo(19);
        assertThat(WholeUnits.roundUp(-0.5)).isZero();
    }

    /** Safety stock in whole levels survives the way through the fraction above the mean. */
    @Test
    void countsLeadToTheLevelOfTheirQuantile() {
        for (double mean = 0.3; mean < 400; mean *= 1.7) {
            LeadTimeDemand demand = new LeadTimeDemand(28, mean, 2 * Math.sqrt(mean));
            double quantile = ProtectionDemand.negativeBinomial(demand).quantile(0.98);

            assertThat(ReorderPoint.units(
                            demand,
                            SafetyStock.cycleService(
                                    ProtectionDemand.negativeBinomial(demand), demand.meanUnits(), 0.98)))
                    .isEqualTo((int) quantile);
        }
    }

    @Test
    void levelsThatAreNoNumbersAreRefused() {
        assertThatThrownBy(() -> ReorderPoint.units(DEMAND, Double.NaN)).hasMessage("quantity: NaN must be finite.");
        assertThatThrownBy(() -> WholeUnits.roundUp(1e12)).isInstanceOf(ArithmeticException.class);
    }
}
