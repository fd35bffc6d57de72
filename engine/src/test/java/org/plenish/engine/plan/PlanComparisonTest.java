package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenish.engine.plan.TeaFixture.MONDAY;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;
import static org.plenish.engine.plan.TeaFixture.WEEKS;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.CostBreakdown;
import org.plenish.engine.plan.PlanComparison.Cause;
import org.plenish.engine.plan.PlanComparison.LimitChange;
import org.plenish.engine.plan.PlanComparison.Mover;
import org.plenish.engine.plan.PlanComparison.Reclassification;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.Severity;
import org.plenish.engine.policy.UsualAnswers;
import org.plenish.engine.policy.WrittenRule;

/**
 * Tea by two rule books. Before, 24 are ordered today for the north, class A, safety stock 5; after, 48 at the lower price,
 * class B, safety stock 8. The south stays as it is.
 */
class PlanComparisonTest {

    private static final Map<String, String> WORDS = Map.of("abcClass", "ABC class");

    @Test
    void tellsWhoIsAnsweredDifferentlyAndByWhichRule() {
        PlanComparison comparison = PlanComparison.of(before(), after());

        assertThat(comparison.reclassifications())
                .containsExactly(new Reclassification("abcClass", "A", "B", List.of(NORTH)));
        assertThat(comparison.movers()).singleElement().satisfies(mover -> {
            assertThat(mover.location()).isEqualTo(NORTH);
            assertThat(mover.causes()).singleElement().satisfies(cause -> {
                assertThat(cause.before())
                        .isNotNull()
                        .extracting(Conclusion::ruleId)
                        .isEqualTo("ABC-010");
                assertThat(cause.after())
                        .isNotNull()
                        .extracting(Conclusion::ruleId)
                        .isEqualTo("ABC-020");
            });
        });
    }

    @Test
    void movesByTheChangesOfAverageStockAndOfPurchases() {
        Mover mover = PlanComparison.of(before(), after()).movers(9).get(0);

        assertThat(mover.stockBefore()).hasToString("15.00"); // (4 + 18 + 8 + 0) / 4 · 2.00
        assertThat(mover.stockAfter()).hasToString("50.00"); // (4 + 42 + 32 + 22) / 4 · 2.00
        assertThat(mover.orderedBefore()).hasToString("48.00"); // 24 · 2.00
        assertThat(mover.orderedAfter()).hasToString("86.40"); // 48 · 1.80
        assertThat(mover.moved()).hasToString("73.40"); // 35.00 + 38.40
        assertThat(PlanComparison.of(after(), before()).movers(9).get(0).moved())
                .hasToString("73.40");
    }

    @Test
    void addsBothPlansUp() {
        PlanComparison comparison = PlanComparison.of(before(), after());

        assertThat(comparison.before().safetyStockUnits()).isEqualTo(5);
        assertThat(comparison.after().safetyStockUnits()).isEqualTo(8);
        assertThat(comparison.after().safetyStockValue()).hasToString("16.00"); // 8 · 2.00
        assertThat(comparison.before().ordersNow()).isEqualTo(new PlanTotals.Orders(1, 1, 24, Money.parse("48.00")));
        assertThat(comparison.before().ordersLater()).isEqualTo(PlanTotals.Orders.NONE);
        assertThat(comparison.before().transfersLater())
                .isEqualTo(new PlanTotals.Orders(1, 1, 20, Money.parse("1.04")));
        assertThat(comparison.before().byStatus()).containsEntry(ObsolescenceStatus.EXCESS, 1);
        assertThat(comparison.before().exceptions()).containsEntry(Severity.WARNING, 1);
        assertThat(comparison.after().exceptions()).containsEntry(Severity.WARNING, 0);
        assertThat(comparison.limits())
                .containsExactly(
                        new LimitChange(LimitUse.Kind.SPACE, "NORTH", "", MONDAY, 0.1, 0.05, 0.1),
                        new LimitChange(LimitUse.Kind.CASH, "", "", MONDAY, 100, 48, 86.4));
    }

    @Test
    void aForecastMethodThatDiffersIsACause() {
        ReplenishmentPlan before = before();
        SkuLocationPlan north = before.locations().get(0);
        Forecast forecast = north.forecast();
        Forecast naive = new Forecast(
                forecast.location(),
                forecast.buckets(),
                forecast.meanUnits(),
                forecast.sdUnits(),
                forecast.cumulativeSdUnits(),
                "naive",
                forecast.why(),
                forecast.accuracy());
        SkuLocationPlan otherwise = new SkuLocationPlan(
                north.history(),
                naive,
                north.profile(),
                north.choice(),
                north.calculation(),
                north.withoutProposals(),
                north.withProposals());
        PlanComparison comparison = PlanComparison.of(
                before,
                plan(List.of(otherwise, before.locations().get(1)), order(24, "2.00"), 480, before.exceptions(), 0.05));

        assertThat(comparison.reclassifications())
                .containsExactly(new Reclassification("forecastMethod", "ses", "naive", List.of(NORTH)));
        assertThat(comparison.movers()).isEmpty(); // neither stock nor orders change
    }

    @Test
    void aQuestionThatIsAskedInOnePlanOnlyIsNamed() {
        ReplenishmentPlan before = before();
        SkuLocationPlan silent = location(NORTH, 5, List.of(), 24);
        PlanComparison comparison = PlanComparison.of(
                before,
                plan(List.of(silent, before.locations().get(1)), order(48, "1.80"), 480, before.exceptions(), 0.05));
        assertThat(comparison.movers().get(0).causes())
                .containsExactly(new Cause("abcClass", "A", "-", conclusion("A", "ABC-010", 3), null));
    }

    @Test
    void plansOfOtherSkuLocationsAreRefused() {
        ReplenishmentPlan before = before();
        ReplenishmentPlan fewer =
                plan(before.locations().subList(0, 1), order(24, "2.00"), 480, before.exceptions(), 0.05);
        assertThatThrownBy(() -> PlanComparison.of(before, fewer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have the same buckets and SKU-locations");
    }

    /** The south holds 36, 32, 28 and 24 once 20 have left: 30 · 2.00 on average, beside the north's 15.00 and 50.00. */
    @Test
    void readsAsATableWithUnitsAndChanges() {
        assertThat(PlanComparisonText.of(
                        PlanComparison.of(before(), after()), question -> WORDS.getOrDefault(question, question)))
                .isEqualTo("""
                        2 SKU-locations, plan of 2026-11-23                before            after   change
                        Expected cost, EUR                                 500.00           470.50   -29.50 (-5.9 %)
                          holding                                            2.50             2.50   =
                          ordering                                         497.50           468.00   -29.50 (-5.9 %)
                        No plan costs less than, EUR                       400.00           400.00   =
                        Expected service level, %                           87.50           100.00   +12.50
                        Expected fill rate, %                               96.43           100.00   +3.57
                        Average stock, EUR                                  75.00           110.00   +35.00 (+46.7 %)
                        Safety stock, units                                     5                8   +3
                        Safety stock, EUR                                   10.00            16.00   +6.00 (+60.0 %)
                        Dead or expired, EUR (SKU-locations)             0.00 (0)         0.00 (0)   =
                        Excess, EUR (SKU-locations)                    120.00 (1)       120.00 (1)   =
                        Provision for obsolescence, EUR                      0.00             0.00   =
                        Exceptions (critical, warning, notice)        1 (0, 1, 0)      0 (0, 0, 0)
                        Orders now (lines)                                  1 (1)            1 (1)
                        Orders now, EUR                                     48.00            86.40   +38.40 (+80.0 %)
                        Orders later (lines)                                0 (0)            0 (0)
                        Orders later, EUR                                    0.00             0.00   =
                        Transfers now (lines, units)                     0 (0, 0)         0 (0, 0)
                        Transfers later (lines, units)                  1 (1, 20)        1 (1, 20)
                        Space at its fullest, NORTH, %                       50.0            100.0   +50.0
                        Cash used up to the bucket of 2026-11-23            48.00            86.40   +38.40 (+80.0 %)

                        Answered differently (SKU-locations)
                               1  ABC class: A -> B, such as TEA at NORTH

                        What moves most (change of average stock + change of purchases), EUR
                          TEA at NORTH: stock 15.00 -> 50.00, purchases 48.00 -> 86.40
                            ABC class: A by ABC-010 (abc.drl:3) -> B by ABC-020 (abc.drl:9)
                        """);
    }

    @Test
    void saysSoIfNothingChanges() {
        assertThat(PlanComparisonText.of(PlanComparison.of(before(), before()), question -> question))
                .contains("Every question is answered as before")
                .contains("No SKU-location's stock or orders change");
    }

    private static ReplenishmentPlan before() {
        List<PlanException> shortage = new ExceptionFinder(TeaFixture.dataset(), WEEKS, new PlainExceptionRules())
                .find(
                        List.of(location(NORTH, 5, List.of(conclusion("A", "ABC-010", 3)), 24)),
                        List.of(),
                        List.of(),
                        List.of());
        return plan(
                List.of(
                        location(NORTH, 5, List.of(conclusion("A", "ABC-010", 3)), 24),
                        TeaPlan.location(SOUTH, 0, ObsolescenceStatus.EXCESS)),
                order(24, "2.00"),
                497.5,
                shortage,
                0.05);
    }

    private static ReplenishmentPlan after() {
        return plan(
                List.of(
                        location(NORTH, 8, List.of(conclusion("B", "ABC-020", 9)), 48),
                        TeaPlan.location(SOUTH, 0, ObsolescenceStatus.EXCESS)),
                order(48, "1.80"),
                468,
                List.of(),
                0.1);
    }

    private static Conclusion conclusion(String answer, String ruleId, int line) {
        return new Conclusion(
                "abcClass",
                answer,
                new WrittenRule(ruleId, ruleId + " class " + answer, "abc.drl", line, List.of(), "By value."),
                List.of());
    }

    /** 14 in stock, {@code ordered} in the second week, 10 sold a week. */
    private static SkuLocationPlan location(
            SkuLocation location, int safetyStockUnits, List<Conclusion> conclusions, int ordered) {
        int[] none = {0, 0, 0, 0};
        SkuLocationPlan plan = TeaPlan.location(location, safetyStockUnits, ObsolescenceStatus.HEALTHY);
        return new SkuLocationPlan(
                plan.history(),
                plan.forecast(),
                plan.profile(),
                UsualAnswers.choice(location, answers -> answers.conclusions = conclusions),
                plan.calculation(),
                plan.withoutProposals(),
                InventoryProjection.roll(
                        location,
                        WEEKS,
                        14,
                        new int[] {0, ordered, 0, 0},
                        none,
                        none,
                        new int[] {10, 10, 10, 10},
                        none));
    }

    private static PurchaseOrder order(int units, String price) {
        return new PurchaseOrder(
                "PO-00001",
                new SupplierId("NEAR"),
                new WarehouseId("NORTH"),
                MONDAY,
                List.of(new PurchaseOrder.Line(
                        1,
                        TeaFixture.tea().id(),
                        units,
                        12,
                        UnitPrice.parse(price),
                        MONDAY.plusDays(7),
                        "It is needed.")));
    }

    private static ReplenishmentPlan plan(
            List<SkuLocationPlan> locations,
            PurchaseOrder order,
            double orderLines,
            List<PlanException> exceptions,
            double usedM3) {
        List<LimitUse> limits = List.of(
                new LimitUse(LimitUse.Kind.SPACE, "NORTH", MONDAY, 0.1, usedM3, 0),
                new LimitUse(LimitUse.Kind.CASH, "", MONDAY, 100, order.value().toDouble(), 0));
        TransferOrder transfer = new TransferOrder(
                "TR-00001",
                new WarehouseId("SOUTH"),
                new WarehouseId("NORTH"),
                MONDAY.plusWeeks(1),
                MONDAY.plusWeeks(1).plusDays(2),
                List.of(new TransferOrder.Line(1, TeaFixture.tea().id(), 20, Money.parse("1.04"), "It is needed.")));
        return new ReplenishmentPlan(
                TeaFixture.dataset().settings(),
                WEEKS,
                7,
                locations,
                List.of(order),
                List.of(transfer),
                List.of(),
                exceptions,
                limits,
                List.of(),
                KpiCalculator.of(WEEKS, locations, List.of(order), limits),
                new CostBreakdown(0, orderLines, 0, 2.5, 0, 0, 0, 0, 0, 0, 0),
                400,
                List.of(),
                1,
                false,
                Map.of());
    }
}
