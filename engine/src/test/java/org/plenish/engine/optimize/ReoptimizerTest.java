package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.pricing.BoundParts;
import org.plenish.engine.optimize.pricing.InParallel;

class ReoptimizerTest {

    private static final OptimizerSettings FULL = OptimizerSettings.ofMoves(4_000, 3, 2);
    private static final OptimizerSettings AGAIN = OptimizerSettings.ofMoves(1_500, 3, 2);
    private static final int CHANGED = 17;

    private static ReplenishmentProblem problem(boolean lanes) {
        return SyntheticProblem.of(50, 3, 13, lanes, 5);
    }

    /** What most tests change: solved once for all of them. */
    private static final class Last {

        private static final Solved WITHOUT_LANES = full(problem(false));
        private static final Solved WITH_LANES = full(problem(true));

        private static Solved of(boolean lanes) {
            return lanes ? WITH_LANES : WITHOUT_LANES;
        }
    }

    private static Solved full(ReplenishmentProblem problem) {
        return new PlanOptimizer().solve(problem, FULL, message -> {});
    }

    private static Solved again(OptimizerState last, ReplenishmentProblem changed) {
        return new Reoptimizer().solve(last, changed, AGAIN, message -> {});
    }

    private static ReplenishmentProblem withSku(ReplenishmentProblem problem, UnaryOperator<Sku> change) {
        List<Sku> skus = new ArrayList<>(problem.skus());
        skus.set(CHANGED, change.apply(skus.get(CHANGED)));
        return problem.withSkus(skus);
    }

    private static Sku with(Sku sku, int[][] demand, int[] initial, double backorderFactor) {
        return new Sku(
                sku.id(),
                sku.volumeM3(),
                sku.sources(),
                sku.lineCost(),
                sku.holding(),
                Arrays.stream(sku.backorder())
                        .map(cost -> cost * backorderFactor)
                        .toArray(),
                sku.belowSafetyStock(),
                sku.terminalBacklog(),
                sku.terminalObsolescence(),
                sku.scrapCost(),
                sku.shelfLifePeriods(),
                sku.transferPackUnits(),
                sku.transferableTo(),
                demand,
                sku.safetyStockUnits(),
                initial,
                sku.receiptUnits());
    }

    private static ReplenishmentProblem moreDemand(ReplenishmentProblem problem) {
        return withSku(problem, sku -> {
            int[][] doubled = Arrays.stream(sku.demandUnits())
                    .map(row -> Arrays.stream(row).map(units -> 2 * units).toArray())
                    .toArray(int[][]::new);
            return with(sku, doubled, sku.initialUnits(), 1);
        });
    }

    private static ReplenishmentProblem lessStock(ReplenishmentProblem problem) {
        return withSku(problem, sku -> with(sku, sku.demandUnits(), new int[3], 1));
    }

    private static ReplenishmentProblem dearerShortage(ReplenishmentProblem problem) {
        return withSku(problem, sku -> with(sku, sku.demandUnits(), sku.initialUnits(), 2));
    }

    private static ReplenishmentProblem limits(ReplenishmentProblem problem, double spaceFactor, double cashFactor) {
        return new ReplenishmentProblem(
                problem.periods(),
                problem.warehouses(),
                problem.suppliers(),
                problem.lanes(),
                problem.skus(),
                Arrays.stream(problem.spaceM3())
                        .map(row ->
                                Arrays.stream(row).map(m3 -> m3 * spaceFactor).toArray())
                        .toArray(double[][]::new),
                Arrays.stream(problem.cash()).map(cash -> cash * cashFactor).toArray(),
                true);
    }

    private static ReplenishmentProblem pinned(ReplenishmentProblem problem) {
        Sku sku = problem.skus().get(CHANGED);
        boolean[] canOrder = sku.sources().get(0).canOrder();
        int period = 0;
        while (!canOrder[period]) {
            period++;
        }
        int units = sku.sources().get(0).minOrderQuantityUnits();
        return problem.withPinned(List.of(new OrderLine(CHANGED, 0, 1, period, units)), List.of());
    }

    private static void assertKeepsItsBound(OptimizationResult result) {
        assertThat(result.violations()).isEmpty();
        assertThat(result.lowerBound())
                .isPositive()
                .isLessThanOrEqualTo(result.cost().total());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aChangeIsSolvedNearlyAsWellAsFromTheStart(boolean lanes) {
        ReplenishmentProblem problem = problem(lanes);
        Solved last = Last.of(lanes);
        // With transfers, runs of so few moves differ by more than a change costs: the last one's luck counts too.
        double lastCost = lanes ? last.result().cost().total() : 0;
        Map<String, ReplenishmentProblem> changes = new TreeMap<>(Map.of(
                "more demand", moreDemand(problem),
                "less cash", limits(problem, 1, 0.99),
                "less space", limits(problem, 0.99, 1)));
        if (!lanes) { // with them, each takes ten times as long
            changes.put("less stock", lessStock(problem));
            changes.put("dearer shortage", dearerShortage(problem));
            changes.put("more cash", limits(problem, 1, 1.01));
        }

        changes.forEach((name, changed) -> {
            OptimizationResult result = again(last.state(), changed).result();
            double fullCost = full(changed).result().cost().total();

            assertKeepsItsBound(result);
            assertThat(result.cost().total()).as(name).isLessThanOrEqualTo(1.005 * Math.max(lastCost, fullCost));
        });
    }

    @Test
    void withoutAChangePlanAndBoundStayAtLeastAsGood() {
        ReplenishmentProblem problem = problem(false);
        Solved last = Last.of(false);
        OptimizationResult result = again(last.state(), problem(false)).result();

        assertThat(result.lowerBound()).isCloseTo(last.result().lowerBound(), within(1e-6 * result.lowerBound()));
        assertThat(result.cost().total())
                .isLessThanOrEqualTo(last.result().cost().total());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theBoundByPartsIsTheBoundComputedAnewAtTheSameMultipliers(boolean lanes) {
        ReplenishmentProblem problem = problem(lanes);
        OptimizerState last = Last.of(lanes).state();

        try (InParallel parallel = new InParallel(2)) {
            for (ReplenishmentProblem changed :
                    List.of(moreDemand(problem), limits(problem, 0.9, 0.8), pinned(problem))) {
                ExactProblem exact = new ExactProblem(changed);
                ProblemChange change = ProblemChange.between(last.problem(), exact);
                BoundParts byParts = last.bound().changed(exact, change.formerSku(), change.unchanged(), parallel);
                BoundParts anew = last.bound().changed(exact, change.formerSku(), new boolean[exact.skus()], parallel);

                assertThat(byParts.lowerBound()).isLessThanOrEqualTo(anew.lowerBound() * (1 + 1e-9));
                // Handover prices are improved a little at each evaluation, and so only for the changed ones by parts.
                assertThat(byParts.lowerBound())
                        .isCloseTo(anew.lowerBound(), within((lanes ? 0.02 : 1e-9) * anew.lowerBound()));
            }
        }
    }

    @Test
    void aLimitThatIsLiftedHasNoPriceAndTheBoundHolds() {
        ReplenishmentProblem problem = problem(false);
        OptimizerState last = Last.of(false).state();
        ReplenishmentProblem rich = limits(problem, 1, Double.POSITIVE_INFINITY);
        OptimizationResult result = again(last, rich).result();

        assertKeepsItsBound(result);
        assertThat(result.cashPrice()).containsOnly(0);
        assertThat(result.lowerBound())
                .isLessThanOrEqualTo(full(rich).result().cost().total());
    }

    @Test
    void aPinnedOrderStandsInTheNextPlan() {
        ReplenishmentProblem problem = problem(false);
        ReplenishmentProblem pinned = pinned(problem);
        OptimizationResult result = again(Last.of(false).state(), pinned).result();

        assertKeepsItsBound(result);
        OrderLine line = pinned.pinnedOrders().get(0);
        assertThat(result.orders())
                .contains(new OrderLine(
                        line.sku(), line.source(), line.warehouse(), line.period(), line.quantityUnits(), true));
    }

    @Test
    void articlesComeAndGo() {
        ReplenishmentProblem problem = problem(true);
        List<Sku> fewer = new ArrayList<>(problem.skus());
        Sku gone = fewer.remove(3);
        Solved without = again(Last.of(true).state(), problem.withSkus(fewer));
        List<Sku> back = new ArrayList<>(fewer);
        back.add(gone);
        Solved with = again(without.state(), problem.withSkus(back));

        assertKeepsItsBound(without.result());
        assertKeepsItsBound(with.result());
        assertThat(with.result().cost().total())
                .isGreaterThan(without.result().cost().total());
    }

    @Test
    void theSameChangeGivesTheSamePlanForAnyNumberOfThreads() {
        ReplenishmentProblem problem = problem(true);
        OptimizerState last = Last.of(true).state();
        ReplenishmentProblem changed = limits(moreDemand(problem), 0.98, 0.97);
        OptimizationResult one = new Reoptimizer()
                .solve(last, changed, OptimizerSettings.ofMoves(500, 3, 1), message -> {})
                .result();
        OptimizationResult four = new Reoptimizer()
                .solve(last, changed, OptimizerSettings.ofMoves(500, 3, 4), message -> {})
                .result();

        assertThat(four.orders()).isEqualTo(one.orders());
        assertThat(four.transfers()).isEqualTo(one.transfers());
        assertThat(four.lowerBound()).isEqualTo(one.lowerBound());
    }

    @Test
    void theBoundHoldsWhereAnArticleChangesItsSupplier() {
        ReplenishmentProblem apart = twoSuppliers(0);
        ReplenishmentProblem together = twoSuppliers(1);
        OptimizationResult result = again(full(apart).state(), together).result();

        assertThat(result.cost().total()).isCloseTo(20, within(1e-6)); // two lines of 10, no header
        assertThat(result.lowerBound()).isLessThanOrEqualTo(20 + 1e-6);
    }

    /** Each of two articles needs 6 units, 42 if they are missing; the first supplier's header costs 25. */
    private static ReplenishmentProblem twoSuppliers(int supplierOfTheFirst) {
        List<Sku> skus = List.of(needing(6, "A", supplierOfTheFirst), needing(6, "B", 1));
        return new ReplenishmentProblem(
                1,
                List.of("W0"),
                List.of(new ProblemSupplier("S0", 25, 0, 0), new ProblemSupplier("S1", 0, 0, 0)),
                List.of(),
                skus,
                new double[][] {{Double.POSITIVE_INFINITY}},
                new double[0],
                true);
    }

    private static Sku needing(int units, String id, int supplier) {
        return Fixtures.named(
                id, Fixtures.sku(List.of(Fixtures.source(supplier, 1, 1)), new int[][] {{units}}, 0, 0, 0));
    }

    @Test
    void theBoundHoldsWhereAPinnedLineOpensAContainerForOthers() {
        ReplenishmentProblem problem = new ReplenishmentProblem(
                1,
                List.of("W0"),
                List.of(new ProblemSupplier("S", 20, 0, 0, 5, 30)),
                List.of(),
                List.of(needing(10, "A", 0), needing(8, "B", 0)),
                new double[][] {{Double.POSITIVE_INFINITY}},
                new double[0],
                true);
        OptimizerState last = full(problem).state();
        OptimizationResult result = again(
                        last, problem.withPinned(List.of(new OrderLine(0, 0, 0, 0, 2, true)), List.of()))
                .result();

        // Of 5 m³ the pinned line takes 1, the other article 4: two lines, a header with its container, a dearer price
        // of 2 units; 8 units are missing at 7.
        assertThat(result.cost().total()).isCloseTo(10 + 10 + 20 + 30 + 2 + 8 * 7, within(1e-6));
        assertThat(result.lowerBound()).isLessThanOrEqualTo(128 + 1e-6);
    }

    @Test
    void otherSuppliersMakeItANewProblem() {
        ReplenishmentProblem problem = SyntheticProblem.of(20, 2, 13, false, 5);
        List<ProblemSupplier> dearer = problem.suppliers().stream()
                .map(supplier -> new ProblemSupplier(
                        supplier.id(),
                        supplier.headerCost() + 5,
                        supplier.minOrderValue(),
                        supplier.payOffsetPeriods()))
                .toList();
        ReplenishmentProblem changed = new ReplenishmentProblem(
                problem.periods(),
                problem.warehouses(),
                dearer,
                problem.lanes(),
                problem.skus(),
                problem.spaceM3(),
                problem.cash(),
                true);
        OptimizerSettings settings = OptimizerSettings.ofMoves(300, 3, 1);
        OptimizerState last =
                new PlanOptimizer().solve(problem, settings, message -> {}).state();

        assertThat(new Reoptimizer()
                        .solve(last, changed, settings, message -> {})
                        .result()
                        .orders())
                .isEqualTo(new PlanOptimizer()
                        .optimize(changed, settings, message -> {})
                        .orders());
    }
}
