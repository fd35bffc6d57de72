package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.LimitEffect.AddedLine;
import org.plenish.engine.optimize.LimitEffect.Raise;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;

/** Holding 0.1, backorder 2, terminal backlog 5, obsolescence 0.2, line 10, header 20, price 4, from 6 units on 3. */
class LimitRelaxationTest {

    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private static OptimizationResult plan(double cashPrice, double spacePrice, OrderLine... orders) {
        return new OptimizationResult(
                List.of(orders),
                List.of(),
                List.of(),
                CostBreakdown.ZERO,
                0,
                0,
                new double[][] {{spacePrice, 0, 0, 0}},
                new double[] {cashPrice, 0, 0, 0},
                List.of(),
                0,
                false);
    }

    private static ReplenishmentProblem problem(double spaceM3, double[] cash) {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, 4)), new int[][] {{4, 2, 2, 2}}, 0, 0, 0);
        ReplenishmentProblem loose = Fixtures.problem(List.of(sku), 1, 4, false, spaceM3, 0);
        return new ReplenishmentProblem(
                4, loose.warehouses(), loose.suppliers(), List.of(), List.of(sku), loose.spaceM3(), cash, true);
    }

    @Test
    void moreCashBuysThePacksThatItWasShortOf() {
        // 18 in all buy 6 at 3, so that stock ends 2, 0, -2, -4
        ReplenishmentProblem problem = problem(UNLIMITED, new double[] {18, 0, 0, 0, 0});
        LimitEffect effect = LimitRelaxation.of(
                        problem, plan(1.5, 0, new OrderLine(0, 0, 0, 0, 6)), List.of(new Raise.Cash(12)), 1)
                .get(0);

        assertThat(effect.estimatedSaving()).isEqualTo(18); // 1.5 · 12
        assertThat(effect.costBefore()).isCloseTo(62.2, within(1e-6)); // 30 + 0.1 · 2 + 2 · 6 + 5 · 4
        assertThat(effect.costAfter()).isCloseTo(31.2, within(1e-6)); // 10 ordered: 30 + 0.1 · (6 + 4 + 2)
        assertThat(effect.added()).containsExactly(new AddedLine(0, 0, 0, 0, 4, 12));
        assertThat(effect.dropped()).isZero();
    }

    @Test
    void moreSpaceLetsALineGrow() {
        // 3 m³ take 6 units
        ReplenishmentProblem problem = problem(3, new double[0]);
        LimitEffect effect = LimitRelaxation.of(
                        problem,
                        plan(0, 4, new OrderLine(0, 0, 0, 0, 6)),
                        List.of(new Raise.Space(0, 2), new Raise.Space(0, 0.5)),
                        1)
                .get(0);

        assertThat(effect.estimatedSaving()).isEqualTo(8); // 4 · 2
        assertThat(effect.costAfter()).isCloseTo(31.2, within(1e-6));
    }

    @Test
    void whatALimitDoesNotHoldBackIsNotItsMerit() {
        ReplenishmentProblem problem = problem(20, new double[] {90, 0, 0, 0, 0});
        // 6 ordered although 10 would be cheaper: a poor plan, not a tight limit
        List<LimitEffect> effects = LimitRelaxation.of(
                problem,
                plan(0, 0, new OrderLine(0, 0, 0, 0, 6)),
                List.of(new Raise.Cash(100), new Raise.Space(0, 10)),
                1);

        assertThat(effects).allSatisfy(effect -> {
            assertThat(effect.saving()).isZero();
            assertThat(effect.added()).isEmpty();
            assertThat(effect.costBefore()).isCloseTo(31.2, within(1e-6));
        });
    }

    @Test
    void moreNeverCostsMoreAndKeepsTheRaisedLimit() {
        for (int seed = 1; seed <= 2; seed++) {
            ReplenishmentProblem loose = SyntheticProblem.of(25, 2, 13, true, seed);
            double[] little =
                    java.util.Arrays.stream(loose.cash()).map(cash -> cash / 3).toArray();
            ReplenishmentProblem problem = new ReplenishmentProblem(
                    loose.periods(),
                    loose.warehouses(),
                    loose.suppliers(),
                    loose.lanes(),
                    loose.skus(),
                    loose.spaceM3(),
                    little,
                    true);
            OptimizationResult result =
                    new PlanOptimizer().optimize(problem, OptimizerSettings.ofMoves(300, seed, 2), message -> {});
            List<Raise> raises = List.of(new Raise.Cash(2_000), new Raise.Space(0, 10), new Raise.Space(1, 10));
            List<LimitEffect> effects = LimitRelaxation.of(problem, result, raises, 2);

            assertThat(effects).isEqualTo(LimitRelaxation.of(problem, result, raises, 1));
            assertThat(effects).extracting(LimitEffect::raise).containsExactlyElementsOf(raises);
            assertThat(effects).allSatisfy(effect -> {
                assertThat(effect.costBefore())
                        .isLessThanOrEqualTo(result.cost().total() + 1e-3);
                assertThat(effect.costAfter()).isLessThanOrEqualTo(effect.costBefore());
                assertThat(effect.saving() > 0).isEqualTo(effect.costAfter() < effect.costBefore());
            });
            assertThat(effects.get(0).saving())
                    .as("cash is short, seed %d", seed)
                    .isPositive();
            assertThat(effects.get(0).added()).isNotEmpty();
        }
    }
}
