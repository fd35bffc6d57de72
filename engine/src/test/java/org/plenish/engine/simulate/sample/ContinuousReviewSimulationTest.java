package org.plenish.engine.simulate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.engine.simulate.sample.Agreement.assertAgrees;

import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.DiscreteContinuousReview;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;
import org.plenish.engine.simulate.sample.ContinuousReviewSimulation.Result;
import org.plenish.engine.simulate.sample.PolicySimulation.Costs;
import org.plenish.engine.simulate.sample.PolicySimulation.Length;

class ContinuousReviewSimulationTest {

    private static final Length LONG = new Length(1_000, 40, 10_000);
    private static final RandomStream STREAM = RandomStream.of(11, "theory");
    private static final Distribution ONE = new Normal(1, 0);

    @Test
    void reorderPointUnderPoissonDemandCostsWhatTheoryTells() {
        Result result = new ContinuousReviewSimulation(
                        OrderRule.reorderPoint(3, 5), 1.5, ONE, 2, new Costs(20, 150, 100))
                .run(LONG, STREAM);

        assertAgrees(result.cost(), 107.9235806331498, 0.005); // Snyder & Shen (2019), example 5.8
    }

    @Test
    void anotherLeadTimeWouldBeSeen() {
        Result result = new ContinuousReviewSimulation(
                        OrderRule.reorderPoint(3, 5), 1.5, ONE, 2.25, new Costs(20, 150, 100))
                .run(LONG, STREAM);

        assertThat(Math.abs(result.cost().mean() - 107.9235806331498))
                .isGreaterThan(4 * result.cost().standardError());
    }

    @Test
    void whoComesAtARandomMomentIsServedAsOftenAsThereIsStock() {
        Result result = new ContinuousReviewSimulation(OrderRule.reorderPoint(3, 5), 1.5, ONE, 2, new Costs(1, 1, 0))
                .run(LONG, STREAM);

        Poisson leadTimeDemand = new Poisson(3);
        double exact = 1 - (leadTimeDemand.loss(3) - leadTimeDemand.loss(8)) / 5; // SafetyStock.fillRateExact
        assertAgrees(result.fillRate(), exact, 0.005);
    }

    @Test
    void reorderPointUnderCompoundDemandCostsWhatTheoryTells() {
        Lattice sizes = Lattice.of(1, new double[] {0, 0.6, 0.1, 0.3}); // 1.7 units a customer
        Result result = new ContinuousReviewSimulation(OrderRule.reorderPoint(8, 10), 2, sizes, 3, new Costs(2, 18, 0))
                .run(LONG, STREAM);

        double exact = new DiscreteContinuousReview(2, 18, 0, 2 * 1.7, compound(sizes, 2 * 3.0)).cost(8, 10);
        assertAgrees(result.cost(), exact, 0.01);
    }

    /** The sum of a Poisson number of sizes. */
    private static Lattice compound(Lattice sizes, double customers) {
        double[] weights = new double[120];
        Poisson number = new Poisson(customers);
        weights[0] = number.cumulativeProbability(0);
        for (int n = 1; n < 40; n++) {
            double chance = number.cumulativeProbability(n) - number.cumulativeProbability(n - 1);
            Lattice sum = sizes.sumOf(n, weights.length);
            for (int k = 0; k < weights.length; k++) {
                weights[k] += chance * sum.mass(k);
            }
        }
        return Lattice.of(1, weights);
    }
}
