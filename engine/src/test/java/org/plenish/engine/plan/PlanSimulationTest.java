package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;
import static org.plenish.engine.plan.UncertainTea.dataset;
import static org.plenish.engine.plan.UncertainTea.plan;

import org.junit.jupiter.api.Test;
import org.plenish.engine.simulate.sample.LocationRisk;
import org.plenish.engine.simulate.sample.PlanUncertainty;
import org.plenish.engine.simulate.sample.SimulationSettings;
import org.plenish.engine.simulate.sample.SimulationSettings.Conduct;

class PlanSimulationTest {

    private static final SimulationSettings AS_PLANNED = new SimulationSettings(9, 2_000, 2, Conduct.AS_PLANNED);
    private static final SimulationSettings BY_POLICY = new SimulationSettings(9, 2_000, 2, Conduct.BY_POLICY);

    @Test
    void whatIsCertainHappensAsPlanned() {
        PlanUncertainty found = PlanSimulation.of(dataset(0), plan(0), AS_PLANNED);

        // north: 14 + 20 - 10 = 24; + 24 + 12 - 10 = 50; - 13 ordered = 37; + 36 - 10 = 63
        // south: 60 - 20 - 4 = 36, 32, 28, 24; both at 2.00
        assertThat(found.stockValueByBucket())
                .allSatisfy(spread -> assertThat(spread.low()).isEqualTo(spread.high()));
        assertThat(found.stockValueByBucket())
                .extracting(spread -> spread.mean())
                .containsExactly(120.0, 164.0, 130.0, 174.0);
        assertThat(found.cashByBucket()).extracting(spread -> spread.mean()).containsExactly(48.0, 0.0, 72.0, 0.0);
        assertThat(found.serviceLevel().mean()).isEqualTo(1);
        assertThat(found.cost().ordering().mean()).isEqualTo(12); // two lines at 6
        assertThat(found.cost().holding().mean()).isCloseTo(588 * 0.26 * 7 / 365, within(1e-6));
    }

    @Test
    void demandAndDelaysSpreadWhatIsExpected() {
        PlanUncertainty certain = PlanSimulation.of(dataset(0), plan(0), AS_PLANNED);
        PlanUncertainty found = PlanSimulation.of(dataset(3), plan(8), AS_PLANNED);

        assertThat(found.locations()).extracting(LocationRisk::location).containsExactly(NORTH, SOUTH);
        assertThat(found.fillRate().mean()).isLessThan(certain.fillRate().mean());
        assertThat(found.stockValueByBucket().get(3).high())
                .isGreaterThan(found.stockValueByBucket().get(3).low() + 20);
        assertThat(found.locations().get(0).anyStockoutProbability()).isBetween(0.01, 0.5);
    }

    @Test
    void aPolicyPlacesItsOwnOrdersAfterTheFirstWeek() {
        PlanUncertainty found = PlanSimulation.of(dataset(0), plan(0), BY_POLICY);

        // north: position 24 + 36 - 10 = 50, 40, 27 at the starts of the weeks, reorder point 25: nothing is ordered
        // south: 36, 32, 28 with reorder point 20: nothing either; the plan's second order is not placed
        assertThat(found.cashByBucket()).extracting(spread -> spread.mean()).containsExactly(48.0, 0.0, 0.0, 0.0);
        PlanUncertainty unsure = PlanSimulation.of(dataset(0), plan(8), BY_POLICY);
        assertThat(unsure.cashByBucket().get(3).high()).isPositive();
    }

    @Test
    void aRerunIsIdentical() {
        assertThat(PlanSimulation.of(dataset(3), plan(8), BY_POLICY))
                .isEqualTo(PlanSimulation.of(dataset(3), plan(8), BY_POLICY));
    }

    @Test
    void anArticleAloneMeetsWhatItMeetsInTheWholePlan() {
        PlanUncertainty alone =
                PlanSimulation.of(dataset(3), plan(8), item -> item.category().equals("food"), BY_POLICY);
        assertThat(alone.locations())
                .isEqualTo(PlanSimulation.of(dataset(3), plan(8), BY_POLICY).locations());
        assertThat(PlanSimulation.of(dataset(3), plan(8), item -> false, BY_POLICY)
                        .locations())
                .isEmpty();
    }
}
