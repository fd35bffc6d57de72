package org.plenish.engine.simulate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.engine.simulate.sample.Agreement.assertAgrees;

import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.Newsvendor;
import org.plenish.engine.inventory.PeriodicReviewMinMax;
import org.plenish.engine.inventory.PeriodicReviewOrderUpTo;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.NegativeBinomial;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;
import org.plenish.engine.simulate.ShortageMode;
import org.plenish.engine.simulate.sample.PolicySimulation.Costs;
import org.plenish.engine.simulate.sample.PolicySimulation.Length;
import org.plenish.engine.simulate.sample.PolicySimulation.Result;

class PolicySimulationTest {

    private static final Length LONG = new Length(200, 40, 5_000);
    private static final RandomStream STREAM = RandomStream.of(7, "theory");
    private static final Distribution AT_ONCE = new Normal(0, 0);
    private static final Distribution SIX = new Poisson(6);

    @Test
    void baseStockCostsWhatANewsvendorPays() {
        Result result = backordered(OrderRule.orderUpTo(5), SIX, AT_ONCE, new Costs(1, 4, 0));

        assertAgrees(result.cost(), 6.590296024616344, 0.005); // Snyder & Shen (2019), example 4.7, at S = 5
        assertAgrees(result.cost(), new Newsvendor(1, 4).cost(SIX, 5), 0.005);
    }

    @Test
    void baseStockWithALeadTimeCostsTheNewsvendorsOfTheProtectionInterval() {
        Result result = backordered(OrderRule.orderUpTo(22), SIX, new Normal(2, 0), new Costs(1, 4, 0));

        assertAgrees(result.cost(), new Newsvendor(1, 4).cost(new Poisson(18), 22), 0.005); // lead time 2 + 1
        assertThat(Math.abs(result.cost().mean() - new Newsvendor(1, 4).cost(new Poisson(24), 22)))
                .isGreaterThan(4 * result.cost().standardError()); // one bucket more would be seen
    }

    @Test
    void periodicReviewServesTheShareOfDemandThatTheoryTells() {
        NegativeBinomial demand = NegativeBinomial.ofMoments(4, 4); // counts with a variance of 16
        Result result = backordered(OrderRule.orderUpTo(16), demand, new Normal(2, 0), new Costs(1, 4, 0));

        PeriodicReviewOrderUpTo theory =
                new PeriodicReviewOrderUpTo(summed(demand, 2), summed(demand, 3), demand.mean());
        assertAgrees(result.fillRate(), theory.fillRate(16), 0.005);
        assertAgrees(result.cost(), new Newsvendor(1, 4).cost(summed(demand, 3), 16), 0.01);
    }

    @Test
    void cycleServiceIsTheChanceThatAReviewPeriodEndsWithoutShortage() {
        Result result = backordered(OrderRule.orderUpTo(70), new Poisson(50), AT_ONCE, new Costs(1, 4, 0));

        assertAgrees(
                result.cycleService(), new Poisson(50).cumulativeProbability(70), 0.001); // every bucket is a cycle
    }

    @Test
    void minMaxCostsWhatZhengAndFedergruenSay() {
        Result result = backordered(OrderRule.minMax(4, 10), SIX, AT_ONCE, new Costs(1, 4, 5));

        assertAgrees(result.cost(), 8.034111561471644, 0.005); // Snyder & Shen (2019), example 4.7
    }

    @Test
    void minMaxWithALeadTimeCostsWhatTheoryTells() {
        Result result = backordered(OrderRule.minMax(17, 25), SIX, new Normal(2, 0), new Costs(1, 4, 5));

        double exact = new PeriodicReviewMinMax(1, 4, 5).cost(17, 25, SIX, new Poisson(18));
        assertAgrees(result.cost(), exact, 0.005); // 10.027
    }

    @Test
    void minMaxUnderLumpyDemandCostsWhatTheoryTells() {
        Lattice lumpy = Lattice.of(1, new double[] {0.6, 0.1, 0, 0, 0.1, 0, 0, 0, 0, 0, 0, 0, 0.2});
        Result result = backordered(OrderRule.minMax(9, 24), lumpy, new Normal(1, 0), new Costs(1, 9, 20));

        double exact = new PeriodicReviewMinMax(1, 9, 20).cost(9, 24, lumpy, lumpy.sumOf(2, 100));
        assertAgrees(result.cost(), exact, 0.01);
    }

    /** Palm's theorem: what is on its way under base stock is Poisson, whatever the lead time's shape. */
    @Test
    void randomLeadTimesOfUnitsLeavePoissonNumbersOnTheirWay() {
        Lattice leadTime = Lattice.of(1, new double[] {0.3, 0.3, 0, 0, 0.4}); // mean 1.9
        Result result = new PolicySimulation(
                        OrderRule.orderUpTo(13),
                        new Poisson(3),
                        leadTime,
                        true,
                        ShortageMode.BACKORDERED,
                        new Costs(1, 4, 0))
                .run(LONG, STREAM);

        assertAgrees(result.cost(), new Newsvendor(1, 4).cost(new Poisson(3 * 2.9), 13), 0.01);
    }

    /** An order that comes at once or a bucket later cannot overtake the one before it. */
    @Test
    void randomLeadTimesOfOrdersMixTheirProtectionIntervals() {
        Lattice leadTime = Lattice.of(1, new double[] {0.3, 0.7});
        Result result = backordered(OrderRule.orderUpTo(16), SIX, leadTime, new Costs(1, 4, 0));

        Newsvendor costs = new Newsvendor(1, 4);
        double exact = 0.3 * costs.cost(SIX, 16) + 0.7 * costs.cost(new Poisson(12), 16);
        assertAgrees(result.cost(), exact, 0.005);
    }

    @Test
    void lostSalesOfABaseStockThatComesAtOnceCostWhatANewsvendorPays() {
        Result result = new PolicySimulation(
                        OrderRule.orderUpTo(7), SIX, AT_ONCE, false, ShortageMode.LOST, new Costs(1, 4, 0))
                .run(LONG, STREAM);

        assertAgrees(result.cost(), new Newsvendor(1, 4).cost(SIX, 7), 0.005);
        assertAgrees(result.fillRate(), 1 - SIX.loss(7) / 6, 0.001);
    }

    /** A position in [r + 1, r + Q] is as likely as every other, however long a bucket is. */
    @Test
    void reorderPointUnderNormalDemandCostsWhatTheoryTells() {
        long scale = 10; // tenths of a unit: demand has almost any value
        Distribution demand = wholeNormal(1300 / 12.0 * scale, 150 * Math.sqrt(1 / 12.0) * scale);
        Costs costs = new Costs(0.225 / scale, 7.5 / scale, 8 * 12); // a bucket is a lead time, twelve are a year
        Result result = backordered(OrderRule.reorderPoint(100 * scale, 250 * scale), demand, AT_ONCE, costs);

        assertAgrees(result.cost(), 87.34647802817499, 0.01); // Snyder & Shen (2019), example 5.1
    }

    @Test
    void twoRulesMeetTheSameDemand() {
        Costs costs = new Costs(1, 4, 0);
        Result lean = backordered(OrderRule.orderUpTo(9), SIX, AT_ONCE, costs);
        Result rich = backordered(OrderRule.orderUpTo(10), SIX, AT_ONCE, costs);

        assertThat(rich.totals().demandUnits()).isEqualTo(lean.totals().demandUnits());
        assertThat(rich.totals().servedUnits()).isGreaterThan(lean.totals().servedUnits());
    }

    private static Result backordered(OrderRule rule, Distribution demand, Distribution leadTime, Costs costs) {
        return new PolicySimulation(rule, demand, leadTime, false, ShortageMode.BACKORDERED, costs).run(LONG, STREAM);
    }

    /** The sum of so many negative binomials of one p is one of as many times r. */
    private static NegativeBinomial summed(NegativeBinomial demand, int times) {
        return new NegativeBinomial(times * demand.r(), demand.successProbability());
    }

    private static Distribution wholeNormal(double mean, double sd) {
        Normal normal = new Normal(mean, sd);
        double[] weights = new double[(int) (mean + 8 * sd)];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = normal.cumulativeProbability(k + 0.5) - (k == 0 ? 0 : normal.cumulativeProbability(k - 0.5));
        }
        return Lattice.of(1, weights);
    }
}
