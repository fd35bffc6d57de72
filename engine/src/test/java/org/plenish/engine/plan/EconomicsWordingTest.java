package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.CostBreakdown;
import org.plenish.engine.optimize.LineEconomics;
import org.plenish.engine.optimize.LineEconomics.OrderChange;
import org.plenish.engine.optimize.LineEconomics.RunnerUp;
import org.plenish.engine.optimize.LineEconomics.Step;
import org.plenish.engine.optimize.LineEconomics.TransferChange;
import org.plenish.engine.optimize.Obstacle;

class EconomicsWordingTest {

    private static final Step SHORTER = new Step(-12, shortage(14.1), List.of());

    private final EconomicsWording wording = new EconomicsWording(TeaPlan.mapped(), "EUR");

    private static CostBreakdown holding(double amount) {
        return new CostBreakdown(0, 0, 0, amount, 0, 0, 0, 0, 0, 0, 0);
    }

    private static CostBreakdown shortage(double amount) {
        return new CostBreakdown(0, 0, 0, 0, amount, 0, 0, 0, 0, 0, 0);
    }

    private Economics told(Step more, Step less, RunnerUp runnerUp) {
        Step leftOut = new Step(-24, shortage(50), List.of());
        return wording.of(0, 0, "To cover demand until 2026-12-21", new LineEconomics(more, less, leftOut, runnerUp));
    }

    private static RunnerUp buyLater(double cost) {
        return new RunnerUp(shortage(cost), List.of(new OrderChange(0, 0, 1, 48)), List.of(), -1);
    }

    @Test
    void summaryNamesPurposeAndMargin() {
        Economics economics = told(new Step(12, holding(1.8), List.of()), SHORTER, buyLater(12.4));

        assertThat(economics.summary())
                .isEqualTo("To cover demand until 2026-12-21: one pack (12) more would cost 1.80 EUR of holding;"
                        + " one pack less would cost 14.10 EUR of shortage.");
        assertThat(economics.runnerUpText()).isEqualTo("Runner-up: buy 48 from NEAR on 2026-11-30; 12.40 EUR more.");
    }

    @Test
    void aSavingThatALimitForbidsNamesTheLimit() {
        Step more = new Step(
                12,
                shortage(-14.1),
                List.of(new Obstacle.Space(0, 1, 0.4), new Obstacle.Cash(2, 36), new Obstacle.MaximumQuantity(24)));

        assertThat(told(more, SHORTER, buyLater(1)).margin())
                .startsWith("One pack (12) more would save 14.10 EUR of shortage,"
                        + " but space at NORTH is used up in the week of 2026-11-30 (0.40 m³ missing),"
                        + " and cash is used up in the week of 2026-12-07 (36.00 EUR missing),"
                        + " and a line takes at most 24;");
    }

    @Test
    void aSavingThatNothingForbidsIsOwnedUpTo() {
        assertThat(told(new Step(1, holding(-2), List.of()), SHORTER, buyLater(-1_234.5))
                        .margin())
                .startsWith("One unit more would save 2.00 EUR of holding, which the search did not find;");
        assertThat(told(SHORTER, SHORTER, buyLater(-1_234.5)).runnerUpText())
                .endsWith("; 1,234.50 EUR less, which the search did not find.");
    }

    @Test
    void aMinimumIsNamedWhereLessWouldPay() {
        Step less = new Step(
                -12, holding(-3), List.of(new Obstacle.MinimumQuantity(24), new Obstacle.SupplierMinimum(0, 0, 1, 7)));

        assertThat(told(SHORTER, less, buyLater(1)).margin())
                .endsWith("one pack less would save 3.00 EUR of holding, but the minimum order is 24, and the order at"
                        + " NEAR for NORTH in the week of 2026-11-30 would be 7.00 EUR below the supplier's minimum.");
    }

    @Test
    void runnerUpMayBeATransferNothingOrNone() {
        RunnerUp move = new RunnerUp(holding(2), List.of(), List.of(new TransferChange(0, 0, 24)), -1);
        RunnerUp nothing = new RunnerUp(shortage(31.2), List.of(), List.of(), 2);

        assertThat(told(SHORTER, SHORTER, move).runnerUpText())
                .isEqualTo("Runner-up: move 24 from SOUTH on 2026-11-23; 2.00 EUR more.");
        assertThat(told(SHORTER, SHORTER, nothing).runnerUpText())
                .isEqualTo("Runner-up: nothing; 31.20 EUR more, stockout in the week of 2026-12-07.");
        assertThat(told(SHORTER, SHORTER, null).runnerUpText())
                .isEqualTo("No other way was found that keeps the limits.");
    }

    @Test
    void manyChangesAreCutShort() {
        RunnerUp many = new RunnerUp(
                holding(2),
                List.of(
                        new OrderChange(0, 0, 0, 12),
                        new OrderChange(0, 0, 1, -12),
                        new OrderChange(0, 1, 1, 24),
                        new OrderChange(0, 0, 2, 36)),
                List.of(),
                -1);

        assertThat(told(SHORTER, SHORTER, many).runnerUpText())
                .isEqualTo("Runner-up: buy 12 from NEAR on 2026-11-23, buy 12 less from NEAR on 2026-11-30,"
                        + " buy 24 from NEAR for SOUTH on 2026-11-30 and 1 other change; 2.00 EUR more.");
    }
}
