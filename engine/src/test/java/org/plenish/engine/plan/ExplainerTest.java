package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.engine.plan.TeaFixture.MONDAY;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;
import static org.plenish.engine.plan.TeaFixture.WEEKS;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.optimize.CostBreakdown;
import org.plenish.engine.optimize.MarginalAnalysis;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.ProblemBuilder;
import org.plenish.engine.optimize.ProblemBuilder.Mapped;
import org.plenish.engine.plan.Explainer.Decided;
import org.plenish.engine.plan.Explanation.Step;
import org.plenish.engine.policy.ObsolescenceStatus;

/** The north: 14 on hand, 12 due in the second week, demand 10, 10, 13, 10, safety stock 5. */
class ExplainerTest {

    private final Mapped mapped = new ProblemBuilder(TeaFixture.dataset(), WEEKS).build(TeaFixture.stocks());

    private static OptimizationResult result(List<OrderLine> orders, List<TransferLine> transfers) {
        double[][] spacePrice = {{0, 3.2, 0, 0}, {0, 0, 0, 0}};
        return new OptimizationResult(
                orders,
                transfers,
                List.of(),
                new CostBreakdown(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                0,
                0,
                spacePrice,
                new double[] {0.04, 0, 0, 0},
                List.of(),
                0,
                false);
    }

    private OrderAssembly assemble(OptimizationResult result) {
        return assemble(mapped, result);
    }

    private static OrderAssembly assemble(Mapped mapped, OptimizationResult result) {
        Map<SkuLocation, Decided> decided = Map.of(NORTH, decided(NORTH, 5), SOUTH, decided(SOUTH, 0));
        OrderAssembly assembly = new OrderAssembly(mapped.index(), explainer(mapped, result, decided));
        assembly.assemble(result);
        return assembly;
    }

    private static Explainer explainer(Mapped mapped, OptimizationResult result, Map<SkuLocation, Decided> decided) {
        return new Explainer(
                mapped,
                new PlannedFlows(mapped, result),
                result,
                MarginalAnalysis.of(mapped.problem(), result, 1),
                "EUR",
                decided);
    }

    private static Decided decided(SkuLocation location, int safetyStockUnits) {
        return new Decided(
                TeaFixture.profile(location, 14),
                TeaFixture.history(location),
                TeaFixture.forecast(location, 10, 10, 10, 10),
                TeaFixture.choice(location, ObsolescenceStatus.HEALTHY, false),
                TeaFixture.calculation(location, safetyStockUnits));
    }

    @Test
    void quantityAddsUpFromDemandSafetyStockAndWhatIsThere() {
        // ordered today, arrives in week 1; without it: 4, 6, -7, -17; 24 keeps 5 whole to the last week
        OrderAssembly orders = assemble(result(List.of(new OrderLine(0, 0, 0, 0, 24)), List.of()));

        Explanation explanation = orders.explanations().get(0);
        assertThat(explanation.derivation())
                .containsExactly(
                        new Step(
                                "Expected demand from 2026-11-23 to 2026-12-20",
                                43,
                                MONDAY.plusDays(27)), // 10+10+13+10
                        new Step("Safety stock to keep", 5, MONDAY.plusDays(27)),
                        new Step("Less stock on hand, after what is allocated and owed", -14, MONDAY),
                        new Step("Less orders and transfers already open, due by 2026-12-20", -12, MONDAY.plusDays(27)),
                        new Step("Rounded up to the order multiple of 12", 2, null)); // 43 + 5 - 14 - 12 = 22
        assertThat(explanation.before().backorderUnits()).containsExactly(0, 0, 7, 17);
        assertThat(explanation.after().closingUnits()).containsExactly(4, 30, 17, 7);
    }

    @Test
    void whatHasExpiredIsNamedWhereItIsLeftOut() {
        OptimizationResult result = result(List.of(new OrderLine(0, 0, 0, 0, 24)), List.of());
        Decided usual = decided(NORTH, 5);
        Decided expired = new Decided(
                TeaFixture.profile(NORTH, 14, 3),
                usual.history(),
                usual.forecast(),
                usual.choice(),
                usual.calculation());
        OrderAssembly orders = new OrderAssembly(mapped.index(), explainer(mapped, result, Map.of(NORTH, expired)));
        orders.assemble(result);

        assertThat(orders.explanations().get(0).derivation())
                .extracting(Step::text)
                .contains("Less stock on hand, after what is allocated, owed and expired");
    }

    @Test
    void reasonTellsWhatHappensWithoutTheLine() {
        OrderAssembly orders = assemble(result(List.of(new OrderLine(0, 0, 0, 0, 24)), List.of()));

        assertThat(orders.purchaseOrders().get(0).lines().get(0).reason())
                .isEqualTo("Without it, 7 units are short at the end of the week of 2026-12-07."
                        + " It covers demand until 2026-12-21."
                        // 12 · (0.20 above the price for 48 + 3 weeks at 2.00 · 0.26 · 7 / 365 + 0.04 left at the end)
                        + " One pack (12) more would cost 3.24 EUR, mostly of purchase price;"
                        + " one pack less would cost 19.01 EUR, mostly of shortage.");
    }

    @Test
    void orderIsDatedAndPriced() {
        OrderAssembly orders = assemble(result(List.of(new OrderLine(0, 0, 0, 1, 48)), List.of()));

        assertThat(orders.purchaseOrders()).singleElement().satisfies(order -> {
            assertThat(order.orderDate()).isEqualTo(MONDAY.plusWeeks(1));
            assertThat(order.dueDate()).isEqualTo(MONDAY.plusWeeks(2));
            assertThat(order.value()).hasToString("86.40"); // 48 · 1.80
            assertThat(order.isDueForReleaseOn(MONDAY)).isFalse();
        });
    }

    @Test
    void bindingLimitsAreNamedWithTheirPrice() {
        OrderAssembly orders = assemble(result(List.of(new OrderLine(0, 0, 0, 0, 24)), List.of()));

        assertThat(orders.explanations().get(0).bindingLimits())
                .containsExactly(
                        "Space at NORTH is used up in the week of 2026-11-30: one more m³ would save 3.20.",
                        "Cash is short in the week of 2026-11-23 or after it: one more unit of currency would save 0.04.");
    }

    @Test
    void whatWouldChangeItNamesTimeQuantityAndPrice() {
        OrderAssembly orders = assemble(result(List.of(new OrderLine(0, 0, 0, 0, 24)), List.of()));

        assertThat(orders.explanations().get(0).whatWouldChangeIt())
                .containsExactly(
                        // closing of week 1 without it is 6, above 5; week 2 falls below
                        "It could be released on 2026-11-30 without touching safety stock.",
                        "With 12 less, safety stock would be touched in the week of 2026-12-14.", // -17 + 12 < 5, -7 +
                        // 12 = 5
                        "From 48 on a unit costs 1.80 instead of 2.00: 24 more would reach it.");
    }

    @Test
    void transferTellsWhatTheSenderKeeps() {
        OrderAssembly orders = assemble(result(List.of(), List.of(new TransferLine(0, 0, 0, 20))));

        assertThat(orders.transfers()).singleElement().satisfies(transfer -> {
            assertThat(transfer.dueDate()).isEqualTo(MONDAY.plusDays(2));
            assertThat(transfer.lines().get(0).cost()).hasToString("1.04"); // 20 · (0.05 + 1.00 · 0.002)
            // 60 - 20 - 4 · 4 = 24
            assertThat(transfer.lines().get(0).reason())
                    .contains(" SOUTH can spare it: it keeps at least 24 (safety stock 0). One unit more ");
        });
    }

    @Test
    void stepsOfEveryLineAddUpToItsQuantity() {
        OrderAssembly orders = assemble(result(
                List.of(new OrderLine(0, 0, 0, 0, 12), new OrderLine(0, 0, 0, 1, 12)),
                List.of(new TransferLine(0, 0, 0, 7))));

        assertThat(orders.explanations())
                .hasSize(3)
                .allSatisfy(explanation -> assertThat(explanation.derivation().stream()
                                .mapToDouble(Step::units)
                                .sum())
                        .isEqualTo(explanation.quantityUnits()));
    }

    @Test
    void economicsTellPurposeMarginAndRunnerUp() {
        OrderAssembly orders = assemble(result(List.of(new OrderLine(0, 0, 0, 0, 24)), List.of()));

        Economics economics = orders.explanations().get(0).economics();
        assertThat(economics).isNotNull();
        assertThat(economics.summary())
                .isEqualTo(
                        "To cover demand until 2026-12-21: one pack (12) more would cost 3.24 EUR, mostly of purchase"
                                + " price; one pack less would cost 19.01 EUR, mostly of shortage.");
        // 43 + 5 - 14 - 12 = 22 are missing; moving them saves order, line and the price for less than 48: 5 + 1 + 4.80
        assertThat(economics.runnerUpText())
                .isEqualTo(
                        "Runner-up: move 22 from SOUTH on 2026-11-23; 11.48 EUR less, which the search did not find.");
    }

    @Test
    void anOrderThatComesTooLateIsNotSaidToCoverDemand() {
        // arrives in week 3, which ends at -17 without it; -17 + 12 = -5
        OrderAssembly orders = assemble(result(List.of(new OrderLine(0, 0, 0, 2, 12)), List.of()));

        assertThat(orders.purchaseOrders().get(0).lines().get(0).reason())
                .isEqualTo("Without it, 17 units are short at the end of the week of 2026-12-14."
                        + " With it, 5 units are still short at the end of the week of 2026-12-14."
                        + " One pack (12) more would save 19.25 EUR, mostly of shortage, which the search did not"
                        + " find; without the line it would cost 42.60 EUR, mostly of shortage.");
    }

    @Test
    void aSenderThatRunsShortIsNotSaidToSpareIt() {
        OrderAssembly orders = assemble(result(List.of(), List.of(new TransferLine(0, 0, 0, 58))));

        assertThat(orders.transfers().get(0).lines().get(0).reason())
                // 60 - 58 - 4 · 4
                .contains(" SOUTH sends it although it is up to 14 units short itself later. One unit more ");
    }

    @Test
    void aSmallerOrderIsJudgedWithTheOtherProposals() {
        // 24 today and 12 next week leave 6 + 24 = 30, 29, 19 in weeks 1 to 3: 12 less still leave 5 or more
        OrderAssembly orders =
                assemble(result(List.of(new OrderLine(0, 0, 0, 0, 24), new OrderLine(0, 0, 0, 1, 12)), List.of()));

        assertThat(orders.explanations().get(0).whatWouldChangeIt()).noneMatch(change -> change.startsWith("With 12"));
    }

    @Test
    void anotherReleaseDateIsADayOnWhichTheSupplierTakesOrders() {
        // 24 ordered on Thursday, could be a week later; on no other day, as only Thursdays are
        ProblemBuilder builder = new ProblemBuilder(TeaFixture.dataset(Set.of(DayOfWeek.THURSDAY)), WEEKS);
        OrderAssembly orders =
                assemble(builder.build(TeaFixture.stocks()), result(List.of(new OrderLine(0, 0, 0, 0, 24)), List.of()));

        assertThat(orders.purchaseOrders().get(0).orderDate()).isEqualTo(MONDAY.plusDays(3));
        assertThat(orders.explanations().get(0).whatWouldChangeIt())
                .contains("It could be released on 2026-12-03 without touching safety stock.");
    }

    @Test
    void thePriceBreakNamedIsTheOneReached() {
        SupplyOption near = TeaFixture.near();
        SupplyOption twoBreaks = new SupplyOption(
                near.item(),
                near.supplier(),
                null,
                near.unitCost(),
                12,
                12,
                Integer.MAX_VALUE,
                7,
                near.lineCost(),
                1,
                null,
                null,
                List.of(
                        new PriceBreak(48, UnitPrice.parse("1.80")),
                        new PriceBreak(96, UnitPrice.parse("1.70")),
                        new PriceBreak(480, UnitPrice.parse("1.60"))));

        assertThat(Explainer.orderedAheadBecause(twoBreaks, 120))
                .isEqualTo(" It is bought now at the price for 96 and more, 1.70 instead of 2.00.");
    }
}
