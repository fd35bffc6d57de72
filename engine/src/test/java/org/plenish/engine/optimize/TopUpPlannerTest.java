package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.OrderLevels.Level;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/** Sources of the fixtures: packs of 2, lines of 2 to 10 units, 4 each or 3 from 6 units on, supplier's minimum 15. */
class TopUpPlannerTest {

    private static final double UNLIMITED = Double.POSITIVE_INFINITY;
    private static final int PERIODS = 4;

    private static Sku sku(int[]... demand) {
        return Fixtures.sku(List.of(Fixtures.source(0, demand.length, PERIODS)), demand, 0, 6, 0);
    }

    private static TopUpPlan plan(ReplenishmentProblem problem, int reorderPoint, int orderUpTo) {
        return new TopUpPlanner(new ExactProblem(problem), review -> new Level(reorderPoint, orderUpTo), true).plan();
    }

    private static ReplenishmentProblem problem(Sku sku, double spaceM3, double cash) {
        return Fixtures.problem(List.of(sku), sku.holding().length, PERIODS, sku.holding().length > 1, spaceM3, cash);
    }

    @Test
    void topsUpToTheLevelInPacksWhereThePositionIsAtTheReorderPoint() {
        // Position 6 in period 0; 2 + 9 - 6 = 5 units are rounded to 3 packs.
        TopUpPlan plan = plan(problem(sku(new int[] {1, 1, 1, 1}), UNLIMITED, UNLIMITED), 6, 11);

        assertThat(plan.plans()[0].site(0).orders()).containsExactly(new OrderEntry(0, 0, 6));
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void ordersNothingWhileThePositionIsAboveTheReorderPoint() {
        TopUpPlan plan = plan(problem(sku(new int[] {1, 1, 1, 1}), UNLIMITED, UNLIMITED), 2, 12);

        // 6, 5, 4 and 3 units at the openings.
        assertThat(plan.plans()[0].site(0).orders()).isEmpty();
    }

    @Test
    void aLineIsCutToTheSpaceThatIsLeft() {
        // 6 + 10 units would take 8 m³; 7.2 m³ hold 14.
        TopUpPlan plan = plan(problem(sku(new int[] {2, 2, 2, 2}), 7.2, UNLIMITED), 6, 16);

        assertThat(plan.plans()[0].site(0).orders()).contains(new OrderEntry(0, 0, 8));
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void aLineIsCutToTheCashThatIsLeft() {
        // Paid in period 1, when 2 · 10 are there: 6 units at 3 cost 18, 8 would cost 24.
        TopUpPlan plan = plan(problem(sku(new int[] {2, 2, 2, 2}), UNLIMITED, 10), 6, 16);

        assertThat(plan.plans()[0].site(0).orders()).contains(new OrderEntry(0, 0, 6));
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void anOrderBelowTheSuppliersMinimumWaits() {
        // 2 units are due in period 0, worth 8 of 15; 6 in stock last three periods. In period 1 four are due, worth
        // 16.
        TopUpPlan plan = plan(problem(sku(new int[] {2, 2, 2, 0}), UNLIMITED, UNLIMITED), 6, 8);

        assertThat(plan.plans()[0].site(0).orders()).first().isEqualTo(new OrderEntry(0, 1, 4));
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void anUrgentOrderIsFilledUpToTheSuppliersMinimum() {
        // 2 units are due, worth 8 of 15, and the 6 in stock are gone within the period: 4 units are worth 16.
        TopUpPlan plan = plan(problem(sku(new int[] {8, 0, 0, 0}), UNLIMITED, UNLIMITED), 6, 8);

        assertThat(plan.plans()[0].site(0).orders()).first().isEqualTo(new OrderEntry(0, 0, 4));
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void aPriceBreakIsTakenWhereItSavesMoreThanHolding() {
        // 4 units at 4 or 6 at 3: 6 are saved, two units held three periods or so cost 0.1 each.
        TopUpPlan plan = plan(problem(sku(new int[] {4, 4, 4, 4}), UNLIMITED, UNLIMITED), 6, 10);

        assertThat(plan.plans()[0].site(0).orders()).first().isEqualTo(new OrderEntry(0, 0, 6));
    }

    @Test
    void whatMostlyExpiresIsNotBought() {
        Source large = new Source(
                0,
                new boolean[] {true},
                new int[] {0},
                new boolean[] {true, true, true, true},
                1,
                8,
                10,
                new int[] {0},
                new double[] {4});
        Sku sku = Fixtures.sku(List.of(large), new int[][] {{1, 1, 1, 1}}, 0, 0, 1);
        ExactProblem problem = new ExactProblem(problem(sku, UNLIMITED, UNLIMITED));
        TopUpPlan plan = new TopUpPlanner(problem, new CoverLevels(problem, 3, 0), false).plan();

        // Of 8 units at least, 2 sell in the period of arrival and the next; later there is backlog, and half of them
        // does.
        assertThat(plan.plans()[0].site(0).orders())
                .extracting(OrderEntry::period)
                .containsExactly(2);
    }

    @Test
    void surplusElsewhereIsMovedBeforeBuying() {
        Source slow = new Source(
                0,
                Fixtures.everywhere(2),
                new int[] {1, 1},
                new boolean[] {true, true, true, true},
                2,
                2,
                10,
                new int[] {0},
                new double[] {4});
        Sku sku = Fixtures.sku(List.of(slow), new int[][] {{0, 0, 0, 0}, {3, 3, 3, 3}}, 0, 6, 0);
        ExactProblem problem = new ExactProblem(problem(sku, UNLIMITED, UNLIMITED));
        TopUpPlan plan = new TopUpPlanner(problem, new CoverLevels(problem, 1, 0), true).plan();

        // In period 1 the position is 3 and two periods need 6; the level covers 3 · 3 units.
        assertThat(plan.plans()[0].transfers()).containsExactly(new TransferEntry(0, 1, 6));
        assertThat(plan.plans()[0].site(1).orders()).isEmpty();
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void everyStyleKeepsEveryLimit() {
        ExactProblem problem = new ExactProblem(SyntheticProblem.of(60, 3, 13, true, 4));

        assertThat(TopUpTuning.styles(problem)).hasSize(22).allSatisfy(style -> {
            TopUpPlan plan = new TopUpPlanner(problem, style.levels(), style.rebalances()).plan();
            assertThat(plan.violations()).as(style.name()).isEmpty();
        });
    }

    @Test
    void theBestStyleCostsNoMoreThanAnyOther() {
        ExactProblem problem = new ExactProblem(SyntheticProblem.of(60, 3, 13, true, 4));
        List<TopUpTuning.Style> styles = TopUpTuning.styles(problem);
        double best = TopUpTuning.best(problem, styles).plan().cost().total();

        assertThat(styles)
                .allSatisfy(style -> assertThat(TopUpTuning.best(problem, List.of(style))
                                .plan()
                                .cost()
                                .total())
                        .isGreaterThanOrEqualTo(best));
    }
}
