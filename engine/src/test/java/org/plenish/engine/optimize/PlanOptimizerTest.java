package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

class PlanOptimizerTest {

    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private static OptimizationResult optimize(ReplenishmentProblem problem, long seed, int threads) {
        return new PlanOptimizer().optimize(problem, OptimizerSettings.ofMoves(1_000, seed, threads), message -> {});
    }

    private static void assertSame(OptimizationResult a, OptimizationResult b) {
        assertThat(a.orders()).isEqualTo(b.orders());
        assertThat(a.transfers()).isEqualTo(b.transfers());
        assertThat(a.scraps()).isEqualTo(b.scraps());
        assertThat(a.cost()).isEqualTo(b.cost());
        assertThat(a.lowerBound()).isEqualTo(b.lowerBound());
        assertThat(a.spacePrice()).isDeepEqualTo(b.spacePrice());
        assertThat(a.cashPrice()).isEqualTo(b.cashPrice());
        assertThat(a.scoreCalculations()).isEqualTo(b.scoreCalculations());
    }

    @Test
    void theSameSeedGivesTheSamePlanForAnyNumberOfThreads() {
        ReplenishmentProblem problem = SyntheticProblem.of(40, 3, 13, true, 2);
        OptimizationResult once = optimize(problem, 9, 1);

        assertSame(optimize(problem, 9, 4), once);
        assertSame(optimize(problem, 9, 1), once);
    }

    @Test
    void partsThatAreSearchedSideBySideGiveTheSamePlanForAnyNumberOfThreads() {
        ReplenishmentProblem problem = SyntheticProblem.of(130, 2, 8, true, 4);
        OptimizationResult once = optimize(problem, 9, 1);

        assertSame(optimize(problem, 9, 3), once);
        assertThat(once.violations()).isEmpty();
        assertThat(once.cost().total()).isLessThan(once.assembledCost());
    }

    @Test
    void aPlanWithTransfersKeepsEveryLimitAndItsBoundIsBelowItsCost() {
        ReplenishmentProblem problem = SyntheticProblem.of(60, 3, 13, true, 8);
        OptimizationResult result = optimize(problem, 1, 2);

        assertThat(result.violations()).isEmpty();
        assertThat(result.orders()).isNotEmpty();
        assertThat(result.transfers()).isNotEmpty();
        assertThat(result.lowerBound())
                .isPositive()
                .isLessThanOrEqualTo(result.cost().total());
        assertThat(result.cutShort()).isFalse();
    }

    @Test
    void theBoundHoldsWhereTheSenderHasTooManyStatesToBeExact() {
        int periods = 9;
        int[][] demand = new int[2][periods];
        Arrays.fill(demand[1], 2_000);
        demand[1][periods - 1] += 5_000;
        int[][] receipts = new int[2][periods];
        Arrays.fill(receipts[1], 2_000);
        Sku sku = new Sku(
                "A",
                0.01,
                List.of(),
                0,
                new double[2],
                new double[] {2, 2},
                new double[2],
                5,
                new double[2],
                UNLIMITED,
                0,
                1,
                new boolean[] {true, true},
                demand,
                new int[2],
                new int[] {5_000, 0},
                receipts);
        ReplenishmentProblem problem = new ReplenishmentProblem(
                periods,
                List.of("W0", "W1"),
                List.of(),
                List.of(new Lane(0, 1, 1, 0.25, 0, UNLIMITED, 0)),
                List.of(sku),
                new double[][] {filled(periods), filled(periods)},
                new double[0],
                true);
        OptimizationResult result = optimize(problem, 1, 1);

        // The 5,000 that lack in the end are moved for 0.25 each.
        assertThat(result.cost().total()).isGreaterThanOrEqualTo(1_250);
        assertThat(result.lowerBound()).isLessThanOrEqualTo(1_250 + 1e-6);
    }

    private static double[] filled(int periods) {
        double[] unlimited = new double[periods];
        Arrays.fill(unlimited, UNLIMITED);
        return unlimited;
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void anOrderOfWhatCostsNothingIsDroppedBelowTheSupplierMinimum() {
        Source paid = Fixtures.source(0, 1, 3);
        Source free = new Source(
                0,
                paid.deliversTo(),
                paid.leadTimePeriods(),
                paid.canOrder(),
                2,
                2,
                Integer.MAX_VALUE,
                new int[] {0},
                new double[] {0});
        Sku sku = Fixtures.sku(List.of(free), new int[][] {{4, 0, 0}}, 0, 0, 0);
        ReplenishmentProblem problem = Fixtures.withSupplier(
                Fixtures.problem(List.of(sku), 1, 3, false, UNLIMITED, UNLIMITED), new ProblemSupplier("S", 1, 15, 1));
        OptimizationResult result = optimize(problem, 1, 1);

        assertThat(result.orders()).isEmpty();
        assertThat(result.violations()).isEmpty();
    }

    @Test
    void supplierMinimumsAreKeptWhereCashHardlyReachesThem() {
        for (int seed = 1; seed <= 2; seed++) {
            ReplenishmentProblem loose = SyntheticProblem.of(40, 3, 13, true, seed);
            List<ProblemSupplier> strict = loose.suppliers().stream()
                    .map(supplier -> new ProblemSupplier(
                            supplier.id(), supplier.headerCost(), 400 + 6 * supplier.minOrderValue(), 1))
                    .toList();
            double[] little =
                    java.util.Arrays.stream(loose.cash()).map(cash -> cash / 4).toArray();
            ReplenishmentProblem problem = new ReplenishmentProblem(
                    loose.periods(),
                    loose.warehouses(),
                    strict,
                    loose.lanes(),
                    loose.skus(),
                    loose.spaceM3(),
                    little,
                    true);
            OptimizationResult result =
                    new PlanOptimizer().optimize(problem, OptimizerSettings.ofMoves(1, seed, 2), message -> {});

            assertThat(result.violations()).as("seed %d", seed).isEmpty();
            assertThat(result.orders()).isNotEmpty();
        }
    }

    @Test
    void unlimitedSpaceAndCashHaveNoPrice() {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, 4)), new int[][] {{4, 4, 4, 4}}, 2, 4, 0);
        OptimizationResult result = optimize(Fixtures.problem(List.of(sku), 1, 4, false, UNLIMITED, UNLIMITED), 1, 1);

        assertThat(result.spacePrice()[0]).containsOnly(0);
        assertThat(result.cashPrice()).containsOnly(0);
        assertThat(result.violations()).isEmpty();
    }

    @Test
    void openingStockOverTheSpaceIsNamedAndNotMadeWorse() {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, 2)), new int[][] {{0, 20}}, 0, 20, 0);
        OptimizationResult result = optimize(Fixtures.problem(List.of(sku), 1, 2, false, 6, UNLIMITED), 1, 1);

        // 20 * 0.5 = 10 m³ against 6 in period 0; 8 units scrapped at its end would leave 6 m³.
        assertThat(result.violations().get(0))
                .isEqualTo(new Violation(
                        "space",
                        "warehouse W0",
                        0,
                        4,
                        "m³",
                        4,
                        "Opening stock alone is 4.000 m³ over; 4.000 m³ more in period 0, or clearing 8 units of A"
                                + " would lift it."));
        assertThat(result.status()).isEqualTo(PlanStatus.PROVEN_INFEASIBLE);
        assertThat(result.orders()).isEmpty();
    }

    @Test
    void aProblemWithoutArticlesHasAnEmptyPlan() {
        OptimizationResult result = optimize(Fixtures.problem(List.of(), 1, 2, false, 6, 5), 1, 1);

        assertThat(result.orders()).isEmpty();
        assertThat(result.cost().total()).isZero();
    }

    @Test
    void anArticleWithoutSourceIsLeftAsItIs() {
        Sku sku = Fixtures.sku(List.of(), new int[][] {{1, 1}}, 0, 5, 0);
        OptimizationResult result = optimize(Fixtures.problem(List.of(sku), 1, 2, false, 6, 5), 1, 1);

        assertThat(result.orders()).isEmpty();
        assertThat(result.cost().holding()).isEqualTo(0.1 * 4 + 0.1 * 3);
    }

    @Test
    void surplusElsewhereIsMovedInsteadOfBought() {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 2, 4)), new int[][] {{0, 0, 0, 0}, {0, 2, 2, 2}}, 0, 6, 0);
        Sku uneven = Fixtures.withInitial(sku, 6, 0);
        OptimizationResult result = optimize(Fixtures.problem(List.of(uneven), 2, 4, true, UNLIMITED, UNLIMITED), 1, 1);

        // Moving 6 units costs 6 * 0.5 and two trucks, 17 in all; buying them costs 10 and a header of 20.
        assertThat(result.orders()).isEmpty();
        assertThat(result.transfers().stream()
                        .mapToInt(OptimizationResult.TransferLine::quantityUnits)
                        .sum())
                .isEqualTo(6);
    }

    @Test
    void noPlanOfTinyProblemsCostsLessThanTheBound() {
        Random random = new Random(12);
        for (int round = 0; round < 25; round++) {
            List<Sku> skus = List.of(tiny(random), tiny(random));
            ReplenishmentProblem problem =
                    Fixtures.problem(skus, 2, 3, round % 2 == 0, 4 + random.nextInt(6), 8 + random.nextInt(20));
            ExactProblem exact = new ExactProblem(problem);
            double best = enumerate(exact);

            OptimizationResult result = optimize(problem, round, 1);

            assertThat(result.lowerBound()).isLessThanOrEqualTo(best + 1e-6);
            if (result.violations().isEmpty()) {
                assertThat(result.cost().total()).isGreaterThanOrEqualTo(best - 1e-6);
            }
        }
    }

    @Test
    void noPlanWithinTheSpaceOfAStorageClassCostsLessThanTheBound() {
        Random random = new Random(21);
        int priced = 0;
        for (int round = 0; round < 25; round++) {
            List<Sku> skus = List.of(tiny(random), Fixtures.ofClass("chilled", tiny(random)));
            ReplenishmentProblem problem = Fixtures.withClassZone(
                    Fixtures.problem(skus, 2, 3, round % 2 == 0, 4 + random.nextInt(6), UNLIMITED),
                    "chilled",
                    1.5 + random.nextInt(2));
            double best = enumerate(new ExactProblem(problem));

            OptimizationResult result = optimize(problem, round, 1);

            assertThat(result.lowerBound()).isLessThanOrEqualTo(best + 1e-6);
            if (result.violations().isEmpty()) {
                assertThat(result.cost().total()).isGreaterThanOrEqualTo(best - 1e-6);
            }
            assertThat(result.spacePrice()).hasDimensions(3, 3);
            priced += Arrays.stream(result.spacePrice()[2]).anyMatch(price -> price > 0) ? 1 : 0;
        }
        assertThat(priced).isPositive();
    }

    @Test
    void pinnedLinesStandInThePlanAndItsBoundIsBelowEveryPlanThatHasThem() {
        Random random = new Random(33);
        for (int round = 0; round < 25; round++) {
            List<Sku> skus = List.of(tiny(random), tiny(random));
            // 5 units are no pack, in period 1 its supplier takes no orders.
            OrderLine order = new OrderLine(0, 0, random.nextInt(2), random.nextInt(3), 5, true);
            TransferLine transfer = new TransferLine(1, 0, random.nextInt(2), 1, true);
            ReplenishmentProblem problem = Fixtures.problem(
                            skus, 2, 3, true, 4 + random.nextInt(6), 20 + random.nextInt(20))
                    .withPinned(List.of(order), List.of(transfer));
            double best = enumerate(new ExactProblem(problem));

            OptimizationResult result = optimize(problem, round, 1);

            assertThat(result.orders()).contains(order);
            assertThat(result.transfers()).contains(transfer);
            assertThat(result.orders())
                    .filteredOn(line ->
                            line.sku() == 0 && line.warehouse() == order.warehouse() && line.period() == order.period())
                    .hasSize(1);
            assertThat(result.lowerBound()).isLessThanOrEqualTo(best + 1e-6);
            if (result.violations().isEmpty() && result.scraps().isEmpty()) { // scrapping is not enumerated
                assertThat(result.cost().total()).isGreaterThanOrEqualTo(best - 1e-6);
            }
        }
    }

    @Test
    void noPlanOfTinyProblemsWithContainersCostsLessThanTheBound() {
        Random random = new Random(44);
        for (int round = 0; round < 20; round++) {
            List<Sku> skus = List.of(tiny(random), tiny(random));
            ReplenishmentProblem problem = Fixtures.withSupplier(
                    Fixtures.problem(skus, 2, 3, round % 2 == 0, UNLIMITED, 8 + random.nextInt(20)),
                    new ProblemSupplier("S", random.nextInt(10), 0, 1, 2, 5 + random.nextInt(20)));
            double best = enumerate(new ExactProblem(problem));

            OptimizationResult result = optimize(problem, round, 1);

            assertThat(result.violations()).isEmpty();
            assertThat(result.lowerBound()).isLessThanOrEqualTo(best + 1e-6);
            assertThat(result.cost().total()).isGreaterThanOrEqualTo(best - 1e-6);
        }
    }

    @Test
    void noSecondContainerIsStartedWhereWaitingCostsLess() {
        // 8 units are 4 m³, a container holds 3: the second costs 40, to stay 2 units short 2 * (4 * 2 + 5) = 26.
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, 4)), new int[][] {{8, 0, 0, 0}}, 0, 0, 0);
        ReplenishmentProblem problem = Fixtures.withSupplier(
                Fixtures.problem(List.of(sku), 1, 4, false, UNLIMITED, UNLIMITED),
                new ProblemSupplier("S", 0, 0, 0, 3, 40));
        OptimizationResult result = optimize(problem, 1, 1);

        assertThat(result.orders()).containsExactly(new OrderLine(0, 0, 0, 0, 6));
        assertThat(result.cost().orderHeaders()).isEqualTo(40);
    }

    private static Sku tiny(Random random) {
        Source source = Fixtures.source(0, 2, 3);
        Source small = new Source(
                0,
                source.deliversTo(),
                source.leadTimePeriods(),
                new boolean[] {true, false, true},
                3,
                3,
                6,
                new int[] {0, 6},
                new double[] {4, 3});
        int[][] demand = {random.ints(3, 0, 5).toArray(), random.ints(3, 0, 5).toArray()};
        return Fixtures.sku(List.of(small), demand, random.nextInt(3), random.nextInt(5), 0);
    }

    /** The cheapest of all pairs of plans within the limits; infinite if there is none. */
    private static double enumerate(ExactProblem problem) {
        List<ItemPlan> first = plans(problem, 0);
        List<ItemPlan> second = plans(problem, 1);
        first.sort((a, b) -> Long.compare(a.costMicros(), b.costMicros()));
        second.sort((a, b) -> Long.compare(a.costMicros(), b.costMicros()));
        long best = Long.MAX_VALUE;
        for (ItemPlan a : first) {
            for (ItemPlan b : second) {
                if (a.costMicros() + b.costMicros() >= best) {
                    break;
                }
                SharedUse use = SharedUse.of(problem, new ItemPlan[] {a, b});
                if (use.excess() == 0) {
                    best = Math.min(best, use.costMicros());
                }
            }
        }
        return best == Long.MAX_VALUE ? UNLIMITED : FixedPoint.currency(best);
    }

    /** Order quantities 0, 3 or 6 in periods 0 and 2 at both warehouses; transfers of 0..7 units in periods 0 and 1. */
    private static List<ItemPlan> plans(ExactProblem problem, int sku) {
        List<ItemPlan> plans = new ArrayList<>();
        int most = problem.problem().lanes().isEmpty() ? 1 : 8;
        Source source = problem.sku(sku).sources().get(0);
        for (int code = 0; code < 81; code++) {
            ItemPlan plan = ItemPlan.empty(problem, sku);
            int digits = code;
            for (int w = 0; w < 2; w++) {
                List<OrderEntry> orders = new ArrayList<>();
                for (int t = 0; t <= 2; t += 2) {
                    if (digits % 3 > 0 && problem.mayOrder(source, w, t)) {
                        orders.add(new OrderEntry(0, t, 3 * (digits % 3)));
                    }
                    digits /= 3;
                }
                plan = plan.withOrders(problem, w, orders);
            }
            for (int early = 0; early < most; early++) {
                for (int late = 0; late < most; late++) {
                    List<TransferEntry> transfers = new ArrayList<>();
                    if (early > 0) {
                        transfers.add(new TransferEntry(0, 0, early));
                    }
                    if (late > 0) {
                        transfers.add(new TransferEntry(0, 1, late));
                    }
                    ItemPlan moved = plan.withTransfers(problem, transfers);
                    if (moved.overdrawnUnits() == 0) {
                        plans.add(moved);
                    }
                }
            }
        }
        return plans;
    }
}
