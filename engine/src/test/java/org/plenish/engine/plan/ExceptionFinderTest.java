package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.engine.plan.TeaFixture.MONDAY;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;
import static org.plenish.engine.plan.TeaFixture.WEEKS;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.forecast.ForecastAccuracy;
import org.plenish.engine.forecast.monitor.ForecastSignals;
import org.plenish.engine.forecast.monitor.ValueAdded;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.plan.LimitUse.Kind;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.ExceptionRules;
import org.plenish.engine.policy.Judgement;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.Severity;
import org.plenish.engine.policy.SituationKind;
import org.plenish.engine.policy.SuggestedAction;

class ExceptionFinderTest {

    private static List<PlanException> find(List<SkuLocationPlan> locations, List<LimitUse> limits) {
        return find(TeaFixture.dataset(), locations, limits, List.of());
    }

    private static List<PlanException> find(
            Dataset dataset, List<SkuLocationPlan> locations, List<LimitUse> limits, List<Violation> violations) {
        return new ExceptionFinder(dataset, WEEKS, new PlainExceptionRules())
                .find(locations, List.of(), limits, violations);
    }

    @Test
    void isSilentWhenAllIsWell() {
        assertThat(find(List.of(TeaPlan.location(NORTH, 5, ObsolescenceStatus.HEALTHY)), List.of()))
                .isEmpty();
    }

    @Test
    void warnsOfAShortageThatThePlanCannotMend() {
        SkuLocationPlan unbought =
                north(TeaPlan.location(NORTH, 5, ObsolescenceStatus.HEALTHY).withoutProposals());

        assertThat(find(List.of(unbought), List.of())).singleElement().satisfies(exception -> {
            assertThat(exception.kind()).isEqualTo(SituationKind.COMING_SHORTAGE);
            assertThat(exception.severity()).isEqualTo(Severity.WARNING);
            assertThat(exception.date()).isEqualTo(MONDAY.plusWeeks(2));
            assertThat(exception.quantityUnits()).isEqualTo(17);
            assertThat(exception.value()).hasToString("59.50"); // 17 · 3.50
            // P-7 is due before the shortage: it is counted on already
            assertThat(exception.action()).isEqualTo("Ask NEAR for express delivery, or tell customers the new date.");
        });
    }

    @Test
    void leavesOutWhatTheRulesSayDoesNotMatter() {
        Conclusion conclusion = new Conclusion("severity", "IGNORE", PlainExceptionRules.RULE, List.of());
        ExceptionRules indifferent = situations -> situations.stream()
                .map(any -> new Judgement(null, null, conclusion))
                .toList();
        assertThat(new ExceptionFinder(TeaFixture.dataset(), WEEKS, indifferent)
                        .find(
                                List.of(TeaPlan.location(SOUTH, 0, ObsolescenceStatus.EXCESS)),
                                List.of(),
                                List.of(),
                                List.of()))
                .isEmpty();
    }

    @Test
    void namesTheRuleThatJudged() {
        assertThat(find(List.of(TeaPlan.location(SOUTH, 0, ObsolescenceStatus.EXCESS)), List.of()))
                .singleElement()
                .satisfies(exception -> {
                    assertThat(exception.severity()).isEqualTo(Severity.NOTICE);
                    assertThat(exception.suggestedAction()).isEqualTo(SuggestedAction.LET_IT_SELL);
                    assertThat(exception.judgement().ruleId()).isEqualTo("EXC-1");
                });
    }

    @Test
    void valuesExcessAtCost() {
        assertThat(find(List.of(TeaPlan.location(SOUTH, 0, ObsolescenceStatus.EXCESS)), List.of()))
                .singleElement()
                .satisfies(exception -> {
                    assertThat(exception.kind()).isEqualTo(SituationKind.EXCESS);
                    assertThat(exception.value()).hasToString("120.00"); // 60 · 2.00
                });
    }

    @Test
    void namesTheWarehouseThatIsTooFull() {
        LimitUse over = new LimitUse(Kind.SPACE, "NORTH", MONDAY, 0.5, 0.75, 0);
        assertThat(find(List.of(), List.of(over)))
                .singleElement()
                .satisfies(exception -> assertThat(exception.message())
                        .isEqualTo("NORTH is 0.3 m³ over its capacity of 0.5 m³ in the week of 2026-11-23."));
    }

    @Test
    void namesEveryOtherLimitThatIsNotKept() {
        List<PlanException> found = find(
                TeaFixture.dataset(),
                List.of(),
                List.of(),
                List.of(new Violation("transfer", "SKU TEA", 1, 12.5, "units", 0, "Move less.")));
        assertThat(found).singleElement().satisfies(exception -> {
            assertThat(exception.kind()).isEqualTo(SituationKind.LIMIT_NOT_KEPT);
            assertThat(exception.message())
                    .isEqualTo("transfer is not kept: SKU TEA in the week of 2026-11-30, by 12.50 units.");
        });
    }

    @Test
    void namesTheOrderThatCameTooLateToHelp() {
        int[] none = {0, 0, 0, 0};
        InventoryProjection late = InventoryProjection.roll(
                NORTH,
                WEEKS,
                4,
                new int[] {0, 12, 0, 0},
                none,
                none,
                new int[] {10, 6, 0, 0},
                none); // 4 - 10 = -6, -6 + 12 - 6 = 0

        assertThat(find(List.of(north(late)), List.of())).singleElement().satisfies(exception -> {
            assertThat(exception.message())
                    .isEqualTo("Stock will run out: up to 6 units short from the week of 2026-11-23,"
                            + " until 2026-11-30, even with all that is proposed.");
            assertThat(exception.action()).isEqualTo("Ask NEAR to send order P-7 (12 units, due 2026-12-02) sooner.");
        });
    }

    @Test
    void stockRecordedBelowZeroIsNamedThoughItIsPlannedAsZero() {
        Dataset tea = TeaFixture.dataset();
        Dataset miscounted = new Dataset(
                tea.settings(),
                tea.items(),
                tea.warehouses(),
                tea.suppliers(),
                tea.supplyOptions(),
                tea.lanes(),
                new TreeMap<>(Map.of(NORTH, new StockPosition(NORTH, -3, 0, 0, List.of()))),
                tea.firstSale(),
                tea.sales(),
                tea.stockHistory(),
                tea.openPurchaseOrders(),
                tea.openTransfers(),
                tea.openSalesOrders(),
                tea.cashBudget(),
                tea.promotions(),
                tea.billOfMaterials(),
                tea.givenForecasts(),
                tea.policyOverrides());
        SkuLocationPlan north = TeaPlan.location(NORTH, 5, ObsolescenceStatus.HEALTHY);

        assertThat(find(miscounted, List.of(north), List.of(), List.of()))
                .singleElement()
                .satisfies(exception -> {
                    assertThat(exception.kind()).isEqualTo(SituationKind.NEGATIVE_STOCK);
                    assertThat(exception.message()).isEqualTo("Stock is recorded as -3; the plan takes it as 0.");
                });
    }

    @Test
    void tellsThatAForecastIsOutOfControlWithWhatItMayCost() {
        assertThat(find(List.of(erring(new ForecastSignals(26, 1.2, 9.1, 0.61, 6.24, 7, 3))), List.of()))
                .singleElement()
                .satisfies(exception -> {
                    assertThat(exception.kind()).isEqualTo(SituationKind.FORECAST_OUT_OF_CONTROL);
                    assertThat(exception.quantityUnits()).isEqualTo(12); // 3 a week for 4 weeks
                    assertThat(exception.value()).hasToString("24.00"); // 12 · 2.00
                    assertThat(exception.message())
                            .isEqualTo("For 7 weeks the forecast has been too high, by 3.0 units a week on average:"
                                    + " cumulative sum 6.2, beyond ±5 standard deviations; smoothed-error signal"
                                    + " 0.61.");
                });
        assertThat(find(List.of(erring(new ForecastSignals(26, -1.2, -9.1, -0.61, -5.1, 7, -3))), List.of()))
                .singleElement()
                .satisfies(exception -> assertThat(exception.action())
                        .isEqualTo("Ask whether the new demand will last; if so, give a higher forecast in"
                                + " forecast.csv."));
        assertThat(find(List.of(erring(new ForecastSignals(26, 1.2, 9.1, 0.61, 4.9, 7, 3))), List.of()))
                .isEmpty();
    }

    private static SkuLocationPlan erring(ForecastSignals signals) {
        SkuLocationPlan well = TeaPlan.location(NORTH, 5, ObsolescenceStatus.HEALTHY);
        Forecast forecast = well.forecast();
        return new SkuLocationPlan(
                well.history(),
                new Forecast(
                        forecast.location(),
                        forecast.buckets(),
                        forecast.meanUnits(),
                        forecast.sdUnits(),
                        forecast.cumulativeSdUnits(),
                        forecast.method(),
                        forecast.why(),
                        new ForecastAccuracy(6, 0, 1, 1, 1, signals, ValueAdded.UNKNOWN)),
                well.profile(),
                well.choice(),
                well.calculation(),
                well.withoutProposals(),
                well.withProposals());
    }

    @Test
    void messagesHaveTheSameDigitsEverywhere() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            namesTheWarehouseThatIsTooFull();
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static SkuLocationPlan north(InventoryProjection stock) {
        SkuLocationPlan north = TeaPlan.location(NORTH, 5, ObsolescenceStatus.HEALTHY);
        return new SkuLocationPlan(
                north.history(),
                north.forecast(),
                north.profile(),
                north.choice(),
                north.calculation(),
                north.withoutProposals(),
                stock);
    }
}
