package org.plenish.engine.simulate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plenish.engine.simulate.sample.Agreement.assertAgrees;

import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.PeriodicReviewOrderUpTo;
import org.plenish.engine.inventory.PeriodicReviewReorderPoint;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;
import org.plenish.engine.simulate.ShortageMode;
import org.plenish.engine.simulate.sample.PolicySimulation.Costs;
import org.plenish.engine.simulate.sample.PolicySimulation.Length;
import org.plenish.engine.simulate.sample.PolicySimulation.Result;

/** What {@link PeriodicReviewReorderPoint} tells, against simulation and against what it is a case of. */
class ReorderPointStockTest {

    private static final PeriodicReviewReorderPoint REVIEWED =
            new PeriodicReviewReorderPoint(new Poisson(12), new Poisson(18), 6);

    @Test
    void simulatedStockAndServiceAgree() {
        Result result = new PolicySimulation(
                        OrderRule.reorderPoint(18, 10),
                        new Poisson(6),
                        new Normal(2, 0),
                        false,
                        ShortageMode.BACKORDERED,
                        new Costs(1, 0, 0))
                .run(new Length(200, 40, 5_000), RandomStream.of(17, "theory"));

        assertAgrees(result.fillRate(), REVIEWED.fillRate(18, 10), 0.001);
        assertAgrees(result.cost(), REVIEWED.closingUnits(18, 10), 0.005);
        assertThat(result.totals().averageUnits()).isCloseTo(REVIEWED.averageUnits(18, 10), within(0.05));
    }

    @Test
    void theWorkedExampleHolds() {
        assertThat(REVIEWED.fillRate(18, 10)).isCloseTo(0.9363, within(5e-5));
        assertThat(REVIEWED.closingUnits(18, 10)).isCloseTo(5.89, within(5e-3));
    }

    @Test
    void withoutAQuantityItIsAnOrderUpToLevel() {
        PeriodicReviewOrderUpTo level = new PeriodicReviewOrderUpTo(new Poisson(12), new Poisson(18), 6);
        assertThat(REVIEWED.fillRate(22, 0)).isCloseTo(level.fillRate(22), within(1e-12));
    }

    @Test
    void lookedAtAllTheTimeItIsContinuousReview() {
        PeriodicReviewReorderPoint continuous = new PeriodicReviewReorderPoint(new Poisson(3), new Poisson(3), 0);
        Poisson demand = new Poisson(3);
        assertThat(continuous.fillRate(3, 5)).isCloseTo(1 - (demand.loss(3) - demand.loss(8)) / 5, within(1e-12));
        assertThat(continuous.fillRate(4, 0)).isCloseTo(demand.cumulativeProbability(3), within(1e-12));
    }

    @Test
    void normalDemandIsHeldAgainstTheClosedForm() {
        PeriodicReviewReorderPoint normal = new PeriodicReviewReorderPoint(new Normal(20, 8), new Normal(30, 10), 10);
        double z = (45 - 30) / 10.0;
        assertThat(normal.closingUnits(45, 0)).isCloseTo(15 + 10 * Normal.standardLoss(z), within(1e-9));
    }
}
