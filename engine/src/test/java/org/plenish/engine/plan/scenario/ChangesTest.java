package org.plenish.engine.plan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plenish.engine.plan.TeaFixture.MONDAY;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;
import static org.plenish.engine.plan.TeaFixture.WEEKS;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.Lot;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.DemandForecasts;
import org.plenish.engine.plan.TeaFixture;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.PolicyEngine;
import org.plenish.engine.policy.UsualAnswers;
import org.plenish.engine.policy.WrittenRule;

/** What each kind of change makes of the tea of {@link TeaFixture}: 10 a week in the north, 4 in the south. */
class ChangesTest {

    private static final Selection ALL = new Selection(Set.of(), Set.of(), Set.of());
    private static final WarehouseId NORTHERN = NORTH.warehouse();
    private static final WarehouseId SOUTHERN = SOUTH.warehouse();
    private static final ItemId TEA = NORTH.item();
    private static final SupplierId NEAR = new SupplierId("NEAR");
    private static final Period ALWAYS = new Period(null, null);

    private final Dataset dataset = TeaFixture.dataset();

    @Test
    void everyKindOfChangeIsRegisteredUnderItsOwnName() {
        assertThat(ChangeKinds.all()).extracting(ChangeKind::id).doesNotHaveDuplicates();
        // demand by units is read as a demand
        assertThat(ChangeKinds.all()).hasSize(Change.class.getPermittedSubclasses().length - 1);
    }

    @Test
    void demandScalesMeanAndSpreadInProportionByDaysOfThePeriod() {
        Period halfOfTheSecondWeek = new Period(MONDAY.plusDays(7), MONDAY.plusDays(10)); // 4 of 7 days
        Forecast north = forecast(new DemandChange(ALL, halfOfTheSecondWeek, List.of(1.7)), NORTH);
        assertThat(north.meanUnits()).isEqualTo(Series.of(10, 14, 10, 10)); // 1 + 0.7 · 4/7 = 1.4
        assertThat(north.sdUnits().get(1)).isCloseTo(2.8, within(1e-9));
        // variances of the sums: 4, 9, 16, 25; the second week adds 5 · 1.4²
        assertThat(north.cumulativeSdUnits().get(1)).isCloseTo(Math.sqrt(4 + 5 * 1.96), within(1e-9));
        assertThat(north.cumulativeSdUnits().get(3)).isCloseTo(Math.sqrt(4 + 5 * 1.96 + 7 + 9), within(1e-9));
        assertThat(north.why()).endsWith("What if: Demand of all items from 2026-11-30 to 2026-12-03 × 1.7.");
    }

    @Test
    void demandFollowsAShapeWhereItIsAskedFor() {
        Selection south = new Selection(Set.of(), Set.of("food"), Set.of(SOUTHERN));
        DemandChange shape = new DemandChange(south, new Period(MONDAY.plusDays(7), null), List.of(2.0, 0.5));
        assertThat(forecast(shape, SOUTH).meanUnits()).isEqualTo(Series.of(4, 8, 2, 4));
        assertThat(forecast(shape, NORTH)).isEqualTo(forecasts().forecasts().get(NORTH));
    }

    @Test
    void unitsAreSpreadInProportionToTheForecastAndAddUpToWhatWasAskedFor() {
        Period second = new Period(MONDAY.plusDays(7), MONDAY.plusDays(13));
        ScenarioInput set = apply(new DemandUnits(ALL, second, 21, false));
        assertThat(known(set, NORTH).meanUnits()).isEqualTo(Series.of(10, 15, 10, 10)); // 21 · 10 / 14
        assertThat(known(set, SOUTH).meanUnits()).isEqualTo(Series.of(4, 6, 4, 4)); // 21 · 4 / 14
        assertThat(known(set, NORTH).sdUnits().get(1)).isCloseTo(3, within(1e-9)); // 2 · 1.5
        ScenarioInput added = apply(new DemandUnits(ALL, second, -7, true));
        assertThat(known(added, NORTH).meanUnits()).isEqualTo(Series.of(10, 5, 10, 10)); // 14 − 7 is a half
        assertThat(known(added, SOUTH).meanUnits()).isEqualTo(Series.of(4, 2, 4, 4));
        ScenarioInput odd = apply(new DemandUnits(ALL, second, 100, false));
        assertThat(known(odd, NORTH).meanUnits().get(1)
                        + known(odd, SOUTH).meanUnits().get(1))
                .isCloseTo(100, within(1e-12)); // 71.43 and 28.57
        // 3 of 7 days: 4/7 · 14 + 3/7 · 28 = 20
        Period part = new Period(MONDAY.plusDays(7), MONDAY.plusDays(9));
        ScenarioInput shared = apply(new DemandUnits(ALL, part, 28, false));
        assertThat(known(shared, NORTH).meanUnits().get(1)).isCloseTo(20.0 * 10 / 14, within(1e-9));
        assertThat(known(apply(new DemandUnits(ALL, second, -99, true)), NORTH)
                        .meanUnits()
                        .get(1))
                .isZero();
    }

    @Test
    void unitsAreSharedInEqualPartsWhereNothingIsForecast() {
        Scenario nothingThenSome = Standing.of(List.of(
                Standing.times(ALL, MONDAY, MONDAY.plusDays(6), 0),
                Standing.units(ALL, MONDAY, MONDAY.plusDays(6), 5)));
        DemandForecasts edited = nothingThenSome.standing().edit(dataset, forecasts());
        Forecast north = Objects.requireNonNull(edited.forecasts().get(NORTH));
        assertThat(north.meanUnits()).isEqualTo(Series.of(2.5, 10, 10, 10)); // 5 / 2
        assertThat(north.sdUnits().get(0)).isCloseTo(Math.sqrt(2.5), within(1e-9)); // as of Poisson demand
        assertThat(north.why())
                .endsWith("Changed by a person: Demand of all items from 2026-11-23 to 2026-11-29 is 5"
                        + " units a bucket.");
        assertThat(edited.forecasts().get(NORTH).cumulativeSdUnits().get(1))
                .isCloseTo(Math.sqrt(2.5 + 5), within(1e-9)); // the second week's own 9 − 4
    }

    @Test
    void whatStandsIsWhatTheSameWhatIfMakes() {
        Selection tea = new Selection(Set.of(TEA), Set.of(), Set.of());
        List<Change> changes = List.of(
                Standing.plus(tea, MONDAY, null, 3),
                Standing.promotion(tea, MONDAY.plusDays(7), MONDAY.plusDays(13), 1.5));
        Scenario scenario = new Scenario("the same", "", changes, false);
        DemandForecasts whatIf = scenario.apply(dataset, forecasts()).forecasts();
        DemandForecasts stands = Standing.of(changes).standing().edit(dataset, forecasts());
        for (SkuLocation location : List.of(NORTH, SOUTH)) {
            Forecast one = Objects.requireNonNull(whatIf.forecasts().get(location));
            Forecast other = Objects.requireNonNull(stands.forecasts().get(location));
            assertThat(other.meanUnits()).isEqualTo(one.meanUnits());
            assertThat(other.cumulativeSdUnits()).isEqualTo(one.cumulativeSdUnits());
        }
        assertThat(Standing.of(List.of()).standing().edit(dataset, forecasts())).isNotNull();
    }

    @Test
    void anItemThatIsThereTakesTheForecastOfAnotherAndKeepsTheRest() {
        ItemId green = new ItemId("GREEN");
        Scenario stands = Standing.of(List.of(Standing.like(green, TEA, 0.5, MONDAY, Set.of())));
        Dataset withGreen = stands.dataset(dataset);
        assertThat(withGreen.item(green).likeItem()).isEqualTo(TEA);
        assertThat(stands.dataset(withGreen)).isEqualTo(withGreen); // no terms twice
        Forecast forecast = Objects.requireNonNull(
                stands.standing().edit(withGreen, forecasts()).forecasts().get(new SkuLocation(green, SOUTHERN)));
        assertThat(forecast.meanUnits()).isEqualTo(Series.of(2, 2, 2, 2)); // half of 4
    }

    @Test
    void historyIsNeverRewritten() {
        ScenarioInput input = apply(new DemandChange(ALL, ALWAYS, List.of(3.0)));
        assertThat(input.forecasts().histories()).isEqualTo(forecasts().histories());
        assertThat(input.dataset()).isEqualTo(dataset);
    }

    @Test
    void promotionTakesAPartOfItsUpliftFromTheDaysAfterIt() {
        Selection tea = new Selection(Set.of(TEA), Set.of(), Set.of());
        PromotionChange promotion = new PromotionChange(tea, MONDAY.plusDays(7), MONDAY.plusDays(13), 1.5, 0.4);
        assertThat(forecast(promotion, NORTH).meanUnits()).isEqualTo(Series.of(10, 15, 8, 10)); // 1 − 0.5 · 0.4
    }

    @Test
    void aNewItemSellsLikeAnotherFromItsDayOnAndIsBoughtOnItsTerms() {
        ItemId green = new ItemId("GREEN");
        ScenarioInput input = apply(new NewItem(green, TEA, 0.5, MONDAY.plusDays(7), Set.of(NORTHERN)));
        SkuLocation there = new SkuLocation(green, NORTHERN);
        assertThat(known(input, there).meanUnits()).isEqualTo(Series.of(0, 5, 5, 5));
        assertThat(input.forecasts().forecasts()).doesNotContainKey(new SkuLocation(green, SOUTHERN));
        assertThat(input.forecasts().histories().get(there)).isNotNull();
        assertThat(input.dataset().item(green).likeItem()).isEqualTo(TEA);
        assertThat(input.dataset().supplyOptionsByItem().get(green))
                .singleElement()
                .satisfies(option -> assertThat(option.minOrderQuantityUnits()).isEqualTo(12));
    }

    @Test
    void anEndOfLifeStopsBuyingAndDemand() {
        Selection tea = new Selection(Set.of(TEA), Set.of(), Set.of());
        ScenarioInput input = apply(new EndOfLife(tea, MONDAY.plusDays(14)));
        assertThat(known(input, NORTH).meanUnits()).isEqualTo(Series.of(10, 10, 0, 0));
        assertThat(input.dataset().item(TEA).lifecycle()).isEqualTo(Lifecycle.PHASE_OUT);
        assertThat(input.dataset().policyOverrides()).singleElement().satisfies(override -> {
            assertThat(override.stopBuy()).isTrue();
            assertThat(override.reason()).isEqualTo("What if: end of life on 2026-12-07");
        });
    }

    @Test
    void leadTimesChangeForASuppliersTermsAndItsSpread() {
        ScenarioInput input = apply(new LeadTimeChange(Set.of(NEAR), null, null, 2, 3, 1.5, null));
        assertThat(input.dataset().supplier(NEAR).leadTimeDays()).isEqualTo(17); // 7 · 2 + 3
        assertThat(input.dataset().supplier(NEAR).leadTimeSdDays()).isEqualTo(1.5);
        assertThat(input.dataset().supplyOptions())
                .extracting(SupplyOption::leadTimeDays)
                .containsExactly(17);
    }

    @Test
    void leadTimesChangeForLanes() {
        ScenarioInput input = apply(new LeadTimeChange(Set.of(), SOUTHERN, null, 1, 5, 1, null));
        assertThat(input.dataset().lanes())
                .singleElement()
                .satisfies(lane -> assertThat(lane.leadTimeDays()).isEqualTo(7)); // 2 + 5
    }

    @Test
    void aStoppedSupplierAcceptsNoOrdersAndDeliversLate() {
        SupplierStop stop = new SupplierStop(Set.of(NEAR), MONDAY, MONDAY.plusDays(13), true);
        ScenarioInput input = apply(stop);
        assertThat(input.dataset().supplier(NEAR).acceptsOrdersOn(MONDAY)).isFalse();
        assertThat(input.dataset().supplier(NEAR).acceptsOrdersOn(MONDAY.plusDays(13)))
                .isFalse();
        assertThat(input.dataset().supplier(NEAR).acceptsOrdersOn(MONDAY.plusDays(14)))
                .isTrue();
        assertThat(input.dataset().openPurchaseOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.dueDate()).isEqualTo(MONDAY.plusDays(9 + 14)));
        SupplierStop punctual = new SupplierStop(Set.of(NEAR), MONDAY, MONDAY.plusDays(13), false);
        assertThat(apply(punctual).dataset().openPurchaseOrders()).isEqualTo(dataset.openPurchaseOrders());
    }

    @Test
    void aClosedLaneIsGone() {
        assertThat(apply(new LaneClosed(NORTHERN, SOUTHERN, false)).dataset().lanes())
                .hasSize(1);
        assertThat(apply(new LaneClosed(NORTHERN, SOUTHERN, true)).dataset().lanes())
                .isEmpty();
    }

    @Test
    void aServiceTargetReplacesTheRulesAnswerAndSaysSo() {
        PolicyEngine rules = profiles -> profiles.stream()
                .map(profile -> UsualAnswers.choice(profile.location(), answers -> {
                    answers.serviceTarget = 0.95;
                    answers.conclusions = List.of(new Conclusion(
                            "serviceTarget",
                            0.95,
                            new WrittenRule("SVC-010", "SVC-010 as usual", "svc.csv", 3, List.of(), "As usual."),
                            List.of()));
                }))
                .toList();
        ServiceTargetChange change = new ServiceTargetChange(ALL, Set.of(AbcClass.A), 0.99, "raise.yaml line 4", 4);
        PolicyEngine changed = apply(change).policyEngine(rules);
        PolicyChoice choice =
                changed.decide(List.of(TeaFixture.profile(NORTH, 16))).get(0);
        assertThat(choice.serviceTarget()).isEqualTo(0.99);
        assertThat(choice.conclusions()).singleElement().satisfies(conclusion -> {
            assertThat(conclusion.answer()).isEqualTo("0.99");
            assertThat(conclusion.file()).isEqualTo("raise.yaml");
            assertThat(conclusion.line()).isEqualTo(4);
            assertThat(conclusion.text())
                    .isEqualTo("What if: Service target of class A, all items is 99 %. By SVC-010 it would be 0.95.");
        });
        ServiceTargetChange ofOthers = new ServiceTargetChange(ALL, Set.of(AbcClass.C), 0.5, "raise.yaml line 4", 4);
        assertThat(apply(ofOthers)
                        .policyEngine(rules)
                        .decide(List.of(TeaFixture.profile(NORTH, 16)))
                        .get(0)
                        .serviceTarget())
                .isEqualTo(0.95);
    }

    @Test
    void cashChangesByFactorInItsPeriodOrIsSet() {
        Period first = new Period(null, MONDAY.plusDays(6));
        assertThat(apply(new CashChange(first, 0.5, null))
                        .dataset()
                        .cashBudget()
                        .amounts())
                .containsEntry(MONDAY, Money.parse("50.00"))
                .containsEntry(MONDAY.plusWeeks(1), Money.parse("50.00"));
        assertThat(apply(new CashChange(ALWAYS, null, Money.parse("7")))
                        .dataset()
                        .cashBudget()
                        .amounts()
                        .values())
                .containsOnly(Money.parse("7.00"));
    }

    @Test
    void spaceChangesByFactorOrIsSet() {
        assertThat(apply(new SpaceChange(Set.of(), 0.5, null))
                        .dataset()
                        .warehouse(NORTHERN)
                        .capacityM3())
                .isEqualTo(0.25);
        Dataset set = apply(new SpaceChange(Set.of(SOUTHERN), null, 3.0)).dataset();
        assertThat(set.warehouse(SOUTHERN).capacityM3()).isEqualTo(3.0);
        assertThat(set.warehouse(NORTHERN).capacityM3()).isEqualTo(0.5);
    }

    @Test
    void purchaseTermsChangePricesQuantitiesAndTheLeastOrder() {
        Dataset changed = apply(new PurchaseTermsChange(Set.of(NEAR), ALL, 1.1, null, 1.5, 6, Money.parse("80")))
                .dataset();
        assertThat(changed.supplyOptions()).singleElement().satisfies(option -> {
            assertThat(option.unitCost()).isEqualTo(UnitPrice.parse("2.2"));
            assertThat(option.unitCostAt(48)).isEqualTo(UnitPrice.parse("1.98"));
            assertThat(option.minOrderQuantityUnits()).isEqualTo(18);
            assertThat(option.orderMultipleUnits()).isEqualTo(6);
        });
        assertThat(changed.item(TEA).unitCost()).isEqualTo(UnitPrice.parse("2.2"));
        assertThat(changed.supplier(NEAR).minOrderValue()).isEqualTo(Money.parse("80"));
    }

    @Test
    void aSellingPriceChanges() {
        assertThat(apply(new SellingPriceChange(ALL, 2)).dataset().item(TEA).unitPrice())
                .isEqualTo(UnitPrice.parse("7"));
    }

    @Test
    void clearanceTakesWhatExpiresFirst() {
        StockPosition lots = new StockPosition(
                NORTH, 30, 25, 0, List.of(new Lot("L2", 20, null), new Lot("L1", 10, MONDAY.plusDays(5))));
        Dataset changed = new Scenario("", "", List.of(new StockClearance(ALL, 0.5)), false)
                .apply(TeaFixture.dataset(lots), forecasts())
                .dataset();
        assertThat(Objects.requireNonNull(changed.stock().get(NORTH)))
                .isEqualTo(new StockPosition(NORTH, 15, 15, 0, List.of(new Lot("L2", 15, null))));
    }

    @Test
    void anOpenedWarehouseTakesItsShareOfDemandAndTheSameLanes() {
        WarehouseId east = new WarehouseId("EAST");
        ScenarioInput input = apply(new WarehouseOpened(east, NORTHERN, 0.3, 2.0));
        assertThat(known(input, new SkuLocation(TEA, east)).meanUnits().get(0)).isCloseTo(3, within(1e-9));
        assertThat(known(input, NORTH).meanUnits().get(0)).isCloseTo(7, within(1e-9));
        assertThat(input.dataset().warehouse(east).capacityM3()).isEqualTo(2.0);
        assertThat(input.dataset().lanes()).anySatisfy(lane -> {
            assertThat(lane.from()).isEqualTo(SOUTHERN);
            assertThat(lane.to()).isEqualTo(east);
        });
    }

    @Test
    void aClosedWarehouseLeavesStockOrdersAndDemandToTheOther() {
        ScenarioInput input = apply(new WarehouseClosed(NORTHERN, SOUTHERN));
        assertThat(input.forecasts().forecasts()).containsOnlyKeys(SOUTH);
        assertThat(known(input, SOUTH).meanUnits()).isEqualTo(Series.of(14, 14, 14, 14));
        assertThat(known(input, SOUTH).sdUnits().get(0)).isCloseTo(Math.sqrt(8), within(1e-9)); // 2² + 2²
        assertThat(Objects.requireNonNull(input.forecasts().histories().get(SOUTH))
                        .demandUnits())
                .isEqualTo(Series.of(4, 14, 14));
        Dataset merged = input.dataset();
        assertThat(merged.warehouses()).containsOnlyKeys(SOUTHERN);
        assertThat(merged.lanes()).isEmpty();
        assertThat(Objects.requireNonNull(merged.stock().get(SOUTH)).onHandUnits())
                .isEqualTo(76); // 16 + 60
        assertThat(merged.openPurchaseOrders())
                .allSatisfy(order -> assertThat(order.location()).isEqualTo(SOUTH));
        assertThat(merged.openSalesOrders())
                .allSatisfy(order -> assertThat(order.location()).isEqualTo(SOUTH));
    }

    @Test
    void changesAreMadeInTheirOrderAndDriversByThemselves() {
        Scenario scenario = new Scenario(
                "both",
                "",
                List.of(new DemandChange(ALL, ALWAYS, List.of(2.0)), new SpaceChange(Set.of(), 0.5, null)),
                true);
        assertThat(scenario.drivers()).containsExactly(Driver.DEMAND, Driver.LIMITS, Driver.RULES);
        assertThat(scenario.only(Driver.LIMITS).changes())
                .containsExactly(scenario.changes().get(1));
        assertThat(scenario.only(Driver.LIMITS).otherRules()).isFalse();
        assertThat(scenario.only(Driver.RULES).otherRules()).isTrue();
    }

    private Forecast forecast(Change change, SkuLocation location) {
        return known(apply(change), location);
    }

    private static Forecast known(ScenarioInput input, SkuLocation location) {
        return Objects.requireNonNull(input.forecasts().forecasts().get(location));
    }

    private ScenarioInput apply(Change... changes) {
        return new Scenario("what if", "", Arrays.asList(changes), false).apply(dataset, forecasts());
    }

    private static DemandForecasts forecasts() {
        TreeMap<SkuLocation, Forecast> forecasts = new TreeMap<>();
        forecasts.put(NORTH, TeaFixture.forecast(NORTH, 10, 10, 10, 10));
        forecasts.put(SOUTH, TeaFixture.forecast(SOUTH, 4, 4, 4, 4));
        TreeMap<SkuLocation, DemandHistory> histories = new TreeMap<>();
        histories.put(NORTH, history(NORTH, 10, 10));
        histories.put(SOUTH, history(SOUTH, 4, 4, 4));
        return DemandForecasts.of(TeaFixture.dataset(), WEEKS, MethodRules.AUTOMATIC, 1, share -> {})
                .with(histories, forecasts);
    }

    private static DemandHistory history(SkuLocation location, double... weeks) {
        TimeBuckets buckets = TimeBuckets.endingAt(MONDAY, BucketSize.WEEK, weeks.length);
        return new DemandHistory(
                location, buckets, Series.of(weeks), Series.constant(weeks.length, 1), Series.of(weeks));
    }
}
