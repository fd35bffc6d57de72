package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.LineEconomics.OrderChange;
import org.plenish.engine.optimize.LineEconomics.RunnerUp;
import org.plenish.engine.optimize.LineEconomics.Step;
import org.plenish.engine.optimize.LineEconomics.TransferChange;
import org.plenish.engine.optimize.MarginalAnalysis.Economics;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/** Holding 0.1, backorder 2, below safety stock 0.5, terminal backlog 5, obsolescence 0.2, line 10, header 20. */
class MarginalAnalysisTest {

    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private static OptimizationResult plan(
            ReplenishmentProblem problem, List<OrderLine> orders, List<TransferLine> transfers) {
        return new OptimizationResult(
                orders,
                transfers,
                List.of(),
                CostBreakdown.ZERO,
                0,
                0,
                new double[problem.warehouses().size()][problem.periods()],
                new double[problem.periods()],
                List.of(),
                0,
                false);
    }

    private static ReplenishmentProblem oneArticle(int[] demand, double spaceM3, double cash) {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, demand.length)), new int[][] {demand}, 0, 0, 0);
        return Fixtures.problem(List.of(sku), 1, demand.length, false, spaceM3, cash);
    }

    private static LineEconomics of(ReplenishmentProblem problem, OrderLine line) {
        return MarginalAnalysis.of(problem, plan(problem, List.of(line), List.of()), 1)
                .find(line)
                .orElseThrow();
    }

    @Test
    void aPackMoreIsHeldAndAPackLessIsShort() {
        ReplenishmentProblem problem = oneArticle(new int[] {4, 2, 2, 0}, UNLIMITED, UNLIMITED);
        LineEconomics line = of(problem, new OrderLine(0, 0, 0, 0, 8)); // ends 4, 2, 0, 0

        assertThat(line.more().units()).isEqualTo(2);
        assertThat(line.more().isPossible()).isTrue();
        assertThat(line.more().change().holding()).isCloseTo(0.8, within(1e-9)); // 2 · 0.1 · 4
        assertThat(line.more().change().obsolescence()).isCloseTo(0.4, within(1e-9)); // 2 · 0.2
        assertThat(line.more().change().total()).isCloseTo(1.2, within(1e-9));
        assertThat(line.less().units()).isEqualTo(-2);
        assertThat(line.less().change().holding()).isCloseTo(-0.4, within(1e-9)); // two weeks
        assertThat(line.less().change().backorder()).isCloseTo(8, within(1e-9)); // 2 · 2 · 2
        assertThat(line.less().change().terminalBacklog()).isCloseTo(10, within(1e-9)); // 2 · 5
        assertThat(line.less().change().total()).isCloseTo(17.6, within(1e-9));
    }

    @Test
    void withoutTheLineItsOrderCostsAreSaved() {
        ReplenishmentProblem problem = oneArticle(new int[] {4, 2, 2, 0}, UNLIMITED, UNLIMITED);
        Step leftOut = of(problem, new OrderLine(0, 0, 0, 0, 8)).leftOut(); // ends -4, -6, -8, -8

        assertThat(leftOut.units()).isEqualTo(-8);
        assertThat(leftOut.change().orderLines()).isEqualTo(-10);
        assertThat(leftOut.change().orderHeaders()).isCloseTo(-20, within(1e-9));
        assertThat(leftOut.change().holding()).isCloseTo(-0.6, within(1e-9)); // (4 + 2) · 0.1
        assertThat(leftOut.change().backorder()).isCloseTo(52, within(1e-9)); // 26 · 2
        assertThat(leftOut.change().total()).isCloseTo(61.4, within(1e-9)); // 52 + 8 · 5 - 30.6
    }

    @Test
    void runnerUpIsTheNextDateWhereWaitingIsCheapest() {
        ReplenishmentProblem problem = oneArticle(new int[] {4, 2, 2, 2}, UNLIMITED, UNLIMITED);
        RunnerUp runnerUp = of(problem, new OrderLine(0, 0, 0, 0, 10)).runnerUp();

        assertThat(runnerUp).isNotNull();
        assertThat(runnerUp.orders()).containsExactly(new OrderChange(0, 0, 1, 10));
        assertThat(runnerUp.change().total()).isCloseTo(7.4, within(1e-9)); // 4 short for a week, 0.6 less held
        assertThat(runnerUp.firstShortPeriod()).isZero();
    }

    @Test
    void runnerUpIsNothingWhereNothingElseCanBeDone() {
        Source source = Fixtures.source(0, 1, 4);
        Source onlyNow = new Source(
                0,
                source.deliversTo(),
                source.leadTimePeriods(),
                new boolean[] {true, false, false, false},
                2,
                2,
                10,
                source.tierFromUnits(),
                source.tierUnitPrice());
        Sku sku = Fixtures.sku(List.of(onlyNow), new int[][] {{4, 2, 2, 0}}, 0, 0, 0);
        RunnerUp runnerUp = of(
                        Fixtures.problem(List.of(sku), 1, 4, false, UNLIMITED, UNLIMITED), new OrderLine(0, 0, 0, 0, 8))
                .runnerUp();

        assertThat(runnerUp).isNotNull();
        assertThat(runnerUp.isNothing()).isTrue();
        assertThat(runnerUp.change().total()).isCloseTo(61.4, within(1e-9));
    }

    @Test
    void limitsThatForbidAPackMoreAreNamedWithWhatIsMissing() {
        // 8 units take 4 m³ on arrival; their 24 are due in period 1, when 2 · 12 have come in
        ReplenishmentProblem problem = oneArticle(new int[] {4, 2, 2, 0}, 4, 12);
        LineEconomics line = of(problem, new OrderLine(0, 0, 0, 0, 8));

        assertThat(line.more().obstacles())
                .containsExactly(new Obstacle.Space(0, 0, 1), new Obstacle.Cash(1, 6)); // 2 · 0.5 and 2 · 3
        assertThat(line.less().isPossible()).isTrue();
    }

    @Test
    void minimumsThatForbidAPackLessAreNamed() {
        Source source = Fixtures.source(0, 1, 4);
        Source fourAtLeast = new Source(
                0,
                source.deliversTo(),
                source.leadTimePeriods(),
                source.canOrder(),
                2,
                4,
                4,
                source.tierFromUnits(),
                source.tierUnitPrice());
        Sku sku = Fixtures.sku(List.of(fourAtLeast), new int[][] {{4, 0, 0, 0}}, 0, 0, 0);
        LineEconomics line =
                of(Fixtures.problem(List.of(sku), 1, 4, false, UNLIMITED, UNLIMITED), new OrderLine(0, 0, 0, 0, 4));

        assertThat(line.less().obstacles())
                .containsExactly(
                        new Obstacle.MinimumQuantity(4), new Obstacle.SupplierMinimum(0, 0, 0, 7)); // 15 - 2 · 4
        assertThat(line.more().obstacles()).containsExactly(new Obstacle.MaximumQuantity(4));
    }

    @Test
    void aTransferIsHeldAgainstBuying() {
        Sku even = Fixtures.sku(List.of(Fixtures.source(0, 2, 4)), new int[][] {{0, 0, 0, 0}, {0, 2, 2, 2}}, 0, 6, 0);
        Sku uneven = Fixtures.withInitial(even, 6, 0);
        ReplenishmentProblem problem = Fixtures.problem(List.of(uneven), 2, 4, true, UNLIMITED, UNLIMITED);
        TransferLine line = new TransferLine(0, 0, 0, 6);
        LineEconomics economics = MarginalAnalysis.of(problem, plan(problem, List.of(), List.of(line)), 1)
                .find(line)
                .orElseThrow();

        assertThat(economics.more().obstacles()).containsExactly(new Obstacle.StockToSend(1));
        assertThat(economics.leftOut().change().transferUnits()).isCloseTo(-3, within(1e-9)); // 6 · (0.3 + 0.4 · 0.5)
        assertThat(economics.leftOut().change().trucks()).isCloseTo(-14, within(1e-9)); // 3 m³ in trucks of 2
        RunnerUp runnerUp = economics.runnerUp();
        assertThat(runnerUp).isNotNull();
        // A week later: 2 are short for a week at 2, and nothing is held there in that week: 4 at 0.1 here or there.
        assertThat(runnerUp.transfers()).containsExactly(new TransferChange(0, 1, 6));
        assertThat(runnerUp.firstShortPeriod()).isEqualTo(1);
    }

    @Test
    void everyChangeIsWhatThePlanCostedFromScratchWouldDiffer() {
        ReplenishmentProblem problem = withoutScrap(SyntheticProblem.of(60, 3, 13, true, 5));
        OptimizationResult result =
                new PlanOptimizer().optimize(problem, OptimizerSettings.ofMoves(500, 1, 2), message -> {});
        Economics economics = MarginalAnalysis.of(problem, result, 2);
        double cost = result.cost().total();

        assertThat(result.violations()).isEmpty();
        assertThat(result.transfers()).isNotEmpty();
        for (OrderLine line : result.orders()) {
            for (Step step : List.of(
                    economics.find(line).orElseThrow().more(),
                    economics.find(line).orElseThrow().leftOut())) {
                OptimizationResult changed = changed(
                        result,
                        List.of(new OrderChange(line.source(), line.warehouse(), line.period(), step.units())),
                        List.of(),
                        line.sku());
                assertThat(cost(problem, changed) - cost)
                        .isCloseTo(step.change().total(), within(1e-3));
            }
            RunnerUp runnerUp = economics.find(line).orElseThrow().runnerUp();
            if (runnerUp != null) {
                List<OrderChange> changes = new ArrayList<>(runnerUp.orders());
                changes.add(new OrderChange(line.source(), line.warehouse(), line.period(), -line.quantityUnits()));
                assertRunnerUp(problem, result, changed(result, changes, runnerUp.transfers(), line.sku()), runnerUp);
            }
        }
        for (TransferLine line : result.transfers()) {
            RunnerUp runnerUp = economics.find(line).orElseThrow().runnerUp();
            if (runnerUp != null) {
                List<TransferChange> changes = new ArrayList<>(runnerUp.transfers());
                changes.add(new TransferChange(line.lane(), line.period(), -line.quantityUnits()));
                assertRunnerUp(problem, result, changed(result, runnerUp.orders(), changes, line.sku()), runnerUp);
            }
        }
    }

    /** It costs what it says and keeps the limits. */
    private static void assertRunnerUp(
            ReplenishmentProblem problem, OptimizationResult result, OptimizationResult changed, RunnerUp runnerUp) {
        ExactProblem index = new ExactProblem(problem);
        ItemPlan[] plans = ResultPlans.of(index, changed);
        assertThat(SharedUse.of(index, plans).violations(plans)).isEmpty();
        assertThat(cost(problem, changed) - result.cost().total())
                .isCloseTo(runnerUp.change().total(), within(1e-3));
    }

    /** What is scrapped anew is not told of a runner-up. */
    private static ReplenishmentProblem withoutScrap(ReplenishmentProblem problem) {
        return new ReplenishmentProblem(
                problem.periods(),
                problem.warehouses(),
                problem.suppliers(),
                problem.lanes(),
                problem.skus().stream().map(Fixtures::withoutScrap).toList(),
                problem.spaceM3(),
                problem.cash(),
                problem.cashCarriesForward());
    }

    private static OptimizationResult changed(
            OptimizationResult result, List<OrderChange> orders, List<TransferChange> transfers, int sku) {
        List<OrderLine> orderLines = new ArrayList<>(result.orders());
        for (OrderChange change : orders) {
            int units = change.units();
            for (OrderLine line : result.orders()) {
                if (line.sku() == sku
                        && line.source() == change.source()
                        && line.warehouse() == change.warehouse()
                        && line.period() == change.period()) {
                    units += line.quantityUnits();
                    orderLines.remove(line);
                }
            }
            if (units > 0) {
                orderLines.add(new OrderLine(sku, change.source(), change.warehouse(), change.period(), units));
            }
        }
        List<TransferLine> transferLines = new ArrayList<>(result.transfers());
        for (TransferChange change : transfers) {
            int units = change.units();
            for (TransferLine line : result.transfers()) {
                if (line.sku() == sku && line.lane() == change.lane() && line.period() == change.period()) {
                    units += line.quantityUnits();
                    transferLines.remove(line);
                }
            }
            if (units > 0) {
                transferLines.add(new TransferLine(sku, change.lane(), change.period(), units));
            }
        }
        return new OptimizationResult(
                orderLines,
                transferLines,
                result.scraps(),
                result.cost(),
                result.lowerBound(),
                result.assembledCost(),
                result.spacePrice(),
                result.cashPrice(),
                List.of(),
                0,
                false);
    }

    private static double cost(ReplenishmentProblem problem, OptimizationResult result) {
        ExactProblem index = new ExactProblem(problem);
        ItemPlan[] plans = ResultPlans.of(index, result);
        return PlanCost.of(index, plans, SharedUse.of(index, plans)).total();
    }

    @Test
    void theSameForAnyNumberOfThreads() {
        ReplenishmentProblem problem = SyntheticProblem.of(80, 3, 13, true, 2);
        OptimizationResult result =
                new PlanOptimizer().optimize(problem, OptimizerSettings.ofMoves(100, 1, 1), message -> {});

        assertThat(MarginalAnalysis.of(problem, result, 3)).isEqualTo(MarginalAnalysis.of(problem, result, 1));
    }

    @Test
    void aPinnedLineIsNotWeighedButCounts() {
        ReplenishmentProblem loose = oneArticle(new int[] {4, 2, 2, 0}, UNLIMITED, UNLIMITED);
        OrderLine pinned = new OrderLine(0, 0, 0, 0, 4, true);
        OrderLine other = new OrderLine(0, 0, 0, 1, 4);
        ReplenishmentProblem problem = loose.withPinned(List.of(pinned), List.of());
        Economics economics = MarginalAnalysis.of(problem, plan(problem, List.of(pinned, other), List.of()), 1);

        assertThat(economics.find(pinned)).isEmpty();
        // With 4 received in period 0 stock ends 0, 2, 0, 0; without the other line 0, -2, -4, -4.
        assertThat(economics.find(other).orElseThrow().leftOut().change().backorder())
                .isCloseTo(20, within(1e-9)); // (2 + 4 + 4) · 2
    }
}
