package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.ScrapLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;

/** The fixture's units take 0.5 m³ and cost 4 or, from 6 on, 3; orders are worth 15 or more and paid a period later. */
class FeasibilityTest {

    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private static OptimizationResult optimize(ReplenishmentProblem problem) {
        return new PlanOptimizer().optimize(problem, OptimizerSettings.ofMoves(3_000, 1, 1), message -> {});
    }

    private static Sku stocked(int initial, int[] demand) {
        return Fixtures.sku(List.of(Fixtures.source(0, 1, demand.length)), new int[][] {demand}, 0, initial, 0);
    }

    @Test
    void stockThatCannotBeThrownAwayIsOverUntilItIsSold() {
        Sku sku = Fixtures.withoutScrap(stocked(20, new int[] {4, 4, 4, 4}));
        OptimizationResult result = optimize(Fixtures.problem(List.of(sku), 1, 4, false, 6, UNLIMITED));

        // 10, 8, 6 m³ at the peaks against 6.
        assertThat(result.status()).isEqualTo(PlanStatus.PROVEN_INFEASIBLE);
        assertThat(result.violations()).extracting(Violation::unavoidable).containsExactly(4.0, 2.0);
        assertThat(result.violations().get(1).remedy())
                .isEqualTo("Opening stock alone is 2.000 m³ over; 4.000 m³ more in periods 0 to 1, or clearing 8 units"
                        + " of A would lift it.");
    }

    @Test
    void stockThatCanLeaveIsNotProvenToBeInTheWay() {
        Sku sku = Fixtures.sku(List.of(), new int[][] {{0, 0}, {0, 0}}, 0, 20, 0);
        ExactProblem problem = new ExactProblem(Fixtures.problem(List.of(sku), 2, 2, true, 6, UNLIMITED));
        Feasibility feasibility = new Feasibility(problem);

        assertThat(feasibility.unavoidableSpace(0, 0)).isZero(); // the lane leaves here
        assertThat(feasibility.unavoidableSpace(1, 0)).isEqualTo(4_000_000_000L); // and not there
        assertThat(feasibility.unavoidableSpace(1, 1)).isZero(); // scrapped by then
    }

    @Test
    void whatIsOnOrderComesWhateverIsDecided() {
        Sku sku = stocked(0, new int[] {0, 0});
        sku.receiptUnits()[0][1] = 14;
        OptimizationResult result = optimize(Fixtures.problem(List.of(sku), 1, 2, false, 6, UNLIMITED));

        assertThat(result.violations())
                .containsExactly(new Violation(
                        "space",
                        "warehouse W0",
                        1,
                        1,
                        "m³",
                        1,
                        "What is there and on order alone is 1.000 m³ over; 1.000 m³ more in period 1 would lift it."));
    }

    @Test
    void pinnedOrdersOverTheCashAreNamed() {
        Sku sku = stocked(0, new int[] {0, 0, 0});
        ReplenishmentProblem problem = Fixtures.problem(List.of(sku), 1, 3, false, UNLIMITED, 10)
                .withPinned(List.of(new OrderLine(0, 0, 0, 0, 5, true), new OrderLine(0, 0, 0, 1, 5, true)), List.of());
        OptimizationResult result = optimize(problem);

        // 20 are paid in period 1 of 20, 40 by period 2 of 30.
        assertThat(result.status()).isEqualTo(PlanStatus.PROVEN_INFEASIBLE);
        assertThat(result.violations())
                .containsExactly(new Violation(
                        "cash",
                        "",
                        2,
                        10,
                        "currency",
                        10,
                        "Pinned orders commit 10.00 more than the budget until period 2: postpone the order of 20.00"
                                + " from S for W0 in period 1, or add 10.00."));
    }

    @Test
    void aBudgetBelowZeroIsNamed() {
        Sku sku = stocked(4, new int[] {1, 1});
        ReplenishmentProblem whole = Fixtures.problem(List.of(sku), 1, 2, false, UNLIMITED, 0);
        whole.cash()[0] = -7;
        OptimizationResult result = optimize(whole);

        assertThat(result.orders()).isEmpty();
        assertThat(result.violations()).hasSize(3);
        assertThat(result.violations().get(2).remedy())
                .isEqualTo("The budget itself is 7.00 below zero until period 2: add 7.00.");
    }

    @Test
    void aPlanWithinItsLimitsIsFeasible() {
        assertThat(optimize(Fixtures.problem(List.of(stocked(4, new int[] {1, 1})), 1, 2, false, 6, 10))
                        .status())
                .isEqualTo(PlanStatus.FEASIBLE);
        assertThat(PlanStatus.of(List.of(new Violation("cash", "", 0, 1, "currency", 0, ""))))
                .isEqualTo(PlanStatus.NOT_FOUND);
    }

    @Test
    void openingStockOverSpaceGivesTheLeastViolation() {
        Random random = new Random(5);
        for (int round = 0; round < 12; round++) {
            assertLeast(problem(random, 1 + random.nextInt(3), UNLIMITED, 0), round);
        }
    }

    @Test
    void obligationsOverCashGiveTheLeastViolation() {
        Random random = new Random(6);
        for (int round = 0; round < 12; round++) {
            assertLeast(problem(random, UNLIMITED, 4 + random.nextInt(4), 5), round);
        }
    }

    @Test
    void bothTogetherGiveTheLeastViolation() {
        Random random = new Random(7);
        for (int round = 0; round < 12; round++) {
            assertLeast(problem(random, 1 + random.nextInt(3), 4 + random.nextInt(4), 5), round);
        }
    }

    private static ReplenishmentProblem problem(Random random, double spaceM3, double cash, int pinnedUnits) {
        List<Sku> skus = List.of(
                stocked(random.nextInt(7), random.ints(3, 0, 5).toArray()),
                stocked(random.nextInt(7), random.ints(3, 0, 5).toArray()));
        ReplenishmentProblem problem = Fixtures.problem(skus, 1, 3, false, spaceM3, cash);
        return pinnedUnits == 0
                ? problem
                : problem.withPinned(List.of(new OrderLine(0, 0, 0, random.nextInt(2), pinnedUnits, true)), List.of());
    }

    private static void assertLeast(ReplenishmentProblem problem, int round) {
        ExactProblem exact = new ExactProblem(problem);
        long least = Long.MAX_VALUE;
        List<ItemPlan> second = plans(exact, 1);
        for (ItemPlan a : plans(exact, 0)) {
            SharedUse use = new SharedUse(exact);
            use.add(a);
            for (ItemPlan b : second) {
                use.add(b);
                least = Math.min(least, use.excess());
                use.remove(b);
            }
        }
        OptimizationResult result = optimize(problem);
        assertThat(excess(exact, result)).as("round %d", round).isEqualTo(least);
        assertThat(result.violations().isEmpty()).isEqualTo(least == 0);
        assertThat(result.violations())
                .allSatisfy(violation ->
                        assertThat(violation.unavoidable()).isLessThanOrEqualTo(violation.excess() + 1e-9));
    }

    private static long excess(ExactProblem exact, OptimizationResult result) {
        ItemPlan[] plans = new ItemPlan[exact.skus()];
        for (int sku = 0; sku < plans.length; sku++) {
            int article = sku;
            int[] scraps = new int[exact.periods()];
            for (ScrapLine line : result.scraps()) {
                scraps[line.period()] += line.sku() == article ? line.quantityUnits() : 0;
            }
            plans[sku] = ItemPlan.empty(exact, sku)
                    .withOrders(
                            exact,
                            0,
                            result.orders().stream()
                                    .filter(line -> line.sku() == article && !line.pinned())
                                    .map(line -> new OrderEntry(line.source(), line.period(), line.quantityUnits()))
                                    .toList(),
                            scraps);
        }
        assertThat(result.transfers()).filteredOn(TransferLine::pinned).isEmpty();
        return SharedUse.of(exact, plans).excess();
    }

    /** Orders of nothing or 6 units in the first period; 0 to 11 units, all there can be, scrapped after each but the last. */
    private static List<ItemPlan> plans(ExactProblem exact, int sku) {
        List<ItemPlan> plans = new ArrayList<>();
        for (int code = 0; code < 2 * 144; code++) {
            boolean ordering =
                    code % 2 == 1 && exact.mayOrder(exact.sku(sku).sources().get(0), 0, 0);
            int[] scraps = {code / 2 % 12, code / 24, 0};
            plans.add(ItemPlan.empty(exact, sku)
                    .withOrders(exact, 0, ordering ? List.of(new OrderEntry(0, 0, 6)) : List.of(), scraps));
        }
        return plans;
    }
}
