package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plenish.engine.plan.TeaFixture.MONDAY;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;
import static org.plenish.engine.plan.TeaFixture.WEEKS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.SituationKind;
import org.plenish.engine.policy.SuggestedAction;
import org.plenish.engine.policy.UsualAnswers;

class SituationFinderTest {

    private static final SupplierId NEAR = new SupplierId("NEAR");

    private static List<Situation> find(Dataset dataset, List<SkuLocationPlan> locations, List<PurchaseOrder> orders) {
        return new SituationFinder(dataset, WEEKS).find(locations, orders, List.of(), List.of());
    }

    /** Nothing new is bought or moved: 17 are short in the north from the third week. */
    private static SkuLocationPlan unbought(SkuLocation location) {
        return as(
                location,
                TeaPlan.location(location, 5, ObsolescenceStatus.HEALTHY).withoutProposals());
    }

    private static SkuLocationPlan as(SkuLocation location, InventoryProjection stock) {
        SkuLocationPlan plan = TeaPlan.location(location, 5, ObsolescenceStatus.HEALTHY);
        return new SkuLocationPlan(
                plan.history(),
                plan.forecast(),
                plan.profile(),
                plan.choice(),
                plan.calculation(),
                plan.withoutProposals(),
                stock);
    }

    @Test
    void tellsRulesHowSoonAShortageComesAndWhatCouldHelp() {
        assertThat(find(TeaFixture.dataset(), List.of(unbought(NORTH), unbought(SOUTH)), List.of()))
                .singleElement()
                .satisfies(situation -> {
                    assertThat(situation.profile().kind()).isEqualTo(SituationKind.COMING_SHORTAGE);
                    assertThat(situation.profile().abcClass()).isEqualTo(AbcClass.A);
                    assertThat(situation.profile().extent().daysUntil()).isEqualTo(14);
                    assertThat(situation.profile().extent().lastsDays()).isEqualTo(14); // to the horizon's end
                    assertThat(situation.profile().extent().value()).isEqualTo(59.5); // 17 · 3.50
                    assertThat(situation.profile().extent().shareOfStock()).isEqualTo(17 / 16.0);
                    assertThat(situation.profile().extent().shareOfAnnualDemand())
                            .isCloseTo(0.0327, within(0.0001)); // 17 / 520
                    assertThat(situation.profile().remedies().daysToSpare()).isEqualTo(7); // 14 - 7
                    assertThat(situation.profile().remedies().hasLaterReceipt()).isFalse();
                    assertThat(situation.profile().remedies().spareUnitsElsewhere())
                            .isEqualTo(44); // 60 - 4 · 4
                    assertThat(situation.profile().remedies().spareShare()).isEqualTo(44 / 17.0);
                    assertThat(Advice.sentence(SuggestedAction.TRANSFER_IN, situation))
                            .isEqualTo("Move 17 units here from SOUTH, which can spare them.");
                });
    }

    @Test
    void stockThatIsNeededForSafetyIsNotSpared() {
        int[] none = {0, 0, 0, 0};
        InventoryProjection tight = InventoryProjection.roll(
                SOUTH, WEEKS, 20, none, none, none, new int[] {4, 4, 4, 4}, new int[] {5, 5, 5, 5}); // 4 - 5 at the end
        assertThat(find(TeaFixture.dataset(), List.of(unbought(NORTH), as(SOUTH, tight)), List.of()))
                .singleElement()
                .satisfies(
                        situation -> assertThat(situation.profile().remedies().spareUnitsElsewhere())
                                .isZero());
    }

    @Test
    void countsTheDaysThatAnOrderIsLate() {
        LocalDate due = MONDAY.minusDays(5);
        Dataset late = changed(
                TeaFixture.dataset(),
                List.of(new OpenPurchaseOrder("P-6", NEAR, SOUTH, 12, due, null, null)),
                Money.ZERO);
        assertThat(find(late, List.of(), List.of())).singleElement().satisfies(situation -> {
            assertThat(situation.profile().extent().daysLate()).isEqualTo(5);
            assertThat(situation.profile().extent().daysUntil()).isEqualTo(-5);
            assertThat(situation.profile().stock()).isNull(); // the south is not planned here
            assertThat(situation.message())
                    .isEqualTo("Order P-6 of NEAR is 5 days late; the plan expects its 12 units today.");
            assertThat(Advice.sentence(SuggestedAction.ASK_FOR_DATE, situation))
                    .isEqualTo("Ask NEAR for a date and put it into open_purchase_orders.");
        });
    }

    @Test
    void findsWhatIsNotOrderedBecauseTheSupplierTakesNoSmallOrders() {
        // 14 - 10 leaves 4 of 5: one is missing, a dozen would be ordered
        assertThat(find(withMinimum("100.00"), List.of(unbought(NORTH)), List.of()))
                .filteredOn(situation -> situation.profile().kind() == SituationKind.SUPPLIER_MINIMUM_NOT_REACHED)
                .singleElement()
                .satisfies(situation -> {
                    assertThat(situation.value()).hasToString("76.00"); // 100.00 - 12 · 2.00
                    assertThat(situation.profile().extent().quantityUnits()).isEqualTo(12);
                    assertThat(situation.profile().limit().overShare()).isEqualTo(0.76);
                    assertThat(situation.message())
                            .isEqualTo("NEAR takes orders of 100.00 or more; NORTH needs 12 units of 1 article, worth"
                                    + " 24.00, to keep up safety stock for one lead time, so nothing is ordered now.");
                    assertThat(Advice.sentence(SuggestedAction.COMPLETE_ORDER, situation))
                            .isEqualTo("Add articles of NEAR worth 76.00, or agree on a lower minimum.");
                });
        assertThat(find(withMinimum("24.00"), List.of(unbought(NORTH)), List.of()))
                .extracting(situation -> situation.profile().kind())
                .containsExactly(SituationKind.COMING_SHORTAGE);
    }

    @Test
    void findsTheProposedOrderThatItsSupplierWouldRefuse() {
        assertThat(find(withMinimum("100.00"), List.of(unbought(NORTH)), List.of(order(24))))
                .filteredOn(situation -> situation.profile().kind() == SituationKind.SUPPLIER_MINIMUM_NOT_REACHED)
                .singleElement()
                .satisfies(situation -> {
                    assertThat(situation.value()).hasToString("52.00"); // 100.00 - 24 · 2.00
                    assertThat(situation.message())
                            .isEqualTo("NEAR takes orders of 100.00 or more, but NORTH is to order 24 units of 1"
                                    + " article, worth 48.00.");
                });
        assertThat(find(withMinimum("100.00"), List.of(unbought(NORTH)), List.of(order(60))))
                .extracting(situation -> situation.profile().kind())
                .containsExactly(SituationKind.COMING_SHORTAGE);
    }

    @Test
    void valuesWhatFindsNoRoomAtTheMeanOfWhatLiesThere() {
        LimitUse over = new LimitUse(LimitUse.Kind.SPACE, "NORTH", MONDAY, 0.02, 0.03, 0);
        assertThat(new SituationFinder(TeaFixture.dataset(), WEEKS)
                        .find(
                                List.of(TeaPlan.location(NORTH, 5, ObsolescenceStatus.HEALTHY)),
                                List.of(),
                                List.of(over),
                                List.<Violation>of()))
                .singleElement()
                .satisfies(situation -> {
                    assertThat(situation.value()).hasToString("10.00"); // 0.01 m³ hold 5 of 2.00
                    assertThat(situation.profile().limit().overShare()).isCloseTo(0.5, within(1e-9));
                });
    }

    @Test
    void namesTheStorageClassThatFindsNoRoom() {
        LimitUse over = new LimitUse(LimitUse.Kind.STORAGE_CLASS, "NORTH", "chilled", MONDAY, 1.2, 1.5, 0);
        assertThat(new SituationFinder(TeaFixture.chilled(1.2), WEEKS)
                        .find(List.of(), List.of(), List.of(over), List.<Violation>of()))
                .singleElement()
                .satisfies(situation -> {
                    assertThat(situation.profile().limit().ofStorageClass()).isTrue();
                    assertThat(situation.message())
                            .startsWith("NORTH is 0.3 m³ over its capacity of 1.2 m³ for chilled goods in ");
                });
    }

    @Test
    void expiredUnitsAreFoundWhateverTheRulesCallTheStock() {
        SkuLocationPlan healthy = TeaPlan.location(SOUTH, 0, ObsolescenceStatus.HEALTHY);
        SkuLocationPlan expired = new SkuLocationPlan(
                healthy.history(),
                healthy.forecast(),
                TeaFixture.profile(SOUTH, 60, 7),
                UsualAnswers.choice(SOUTH, answers -> answers.provisionRate = 0.5),
                healthy.calculation(),
                healthy.withoutProposals(),
                healthy.withProposals());
        assertThat(find(TeaFixture.dataset(), List.of(expired), List.of()))
                .singleElement()
                .satisfies(situation -> {
                    assertThat(situation.profile().kind()).isEqualTo(SituationKind.EXPIRED);
                    assertThat(situation.value()).hasToString("14.00"); // 7 · 2.00
                    assertThat(situation.message())
                            .isEqualTo("7 of 60 units have expired; the plan does not count on them.");
                    assertThat(Advice.sentence(SuggestedAction.PROVISION, situation))
                            .isEqualTo("Make a provision of 7.00 for it, and go on selling it.");
                });
    }

    @Test
    void findsDecisionsThatHaveRunOutOrGiveNoReason() {
        PolicyOverride runOut = override("", MONDAY.minusDays(3));
        PolicyOverride inForce = override("", MONDAY);
        PolicyOverride explained = override("Promised to a customer.", null);
        SkuLocationPlan north = TeaPlan.location(NORTH, 5, ObsolescenceStatus.HEALTHY);

        assertThat(find(withOverride(runOut), List.of(north), List.of()))
                .singleElement()
                .satisfies(situation -> {
                    assertThat(situation.profile().kind()).isEqualTo(SituationKind.OVERRIDE_EXPIRED);
                    assertThat(situation.profile().extent().daysLate()).isEqualTo(3);
                    assertThat(situation.value()).hasToString("1040.00"); // what the north sells in a year, at cost
                    assertThat(situation.message())
                            .isEqualTo("What was decided for TEA at NORTH held until 2026-11-20 and is not in force"
                                    + " any more.");
                });
        assertThat(find(withOverride(inForce), List.of(north), List.of()))
                .singleElement()
                .satisfies(situation -> {
                    assertThat(situation.profile().kind()).isEqualTo(SituationKind.OVERRIDE_WITHOUT_REASON);
                    assertThat(Advice.sentence(SuggestedAction.GIVE_REASON, situation))
                            .isEqualTo("Put the reason into policy_overrides.");
                });
        assertThat(find(withOverride(explained), List.of(north), List.of())).isEmpty();
    }

    private static PolicyOverride override(String reason, @Nullable LocalDate expiresOn) {
        return new PolicyOverride(
                TeaFixture.tea().id(), NORTH.warehouse(), 9, null, null, null, null, null, false, reason, expiresOn);
    }

    private static PurchaseOrder order(int units) {
        return new PurchaseOrder(
                "PO-1",
                NEAR,
                new WarehouseId("NORTH"),
                MONDAY,
                List.of(new PurchaseOrder.Line(
                        1,
                        TeaFixture.tea().id(),
                        units,
                        12,
                        UnitPrice.parse("2.00"),
                        MONDAY.plusDays(7),
                        "It is needed.")));
    }

    private static Dataset withOverride(PolicyOverride override) {
        return changed(TeaFixture.dataset(), List.of(), Money.ZERO, List.of(override));
    }

    private static Dataset withMinimum(String minimum) {
        return changed(TeaFixture.dataset(), List.of(), Money.parse(minimum));
    }

    private static Dataset changed(Dataset tea, List<OpenPurchaseOrder> openOrders, Money minimum) {
        return changed(tea, openOrders, minimum, List.of());
    }

    private static Dataset changed(
            Dataset tea, List<OpenPurchaseOrder> openOrders, Money minimum, List<PolicyOverride> overrides) {
        return new Dataset(
                tea.settings(),
                tea.items(),
                tea.warehouses(),
                Map.of(NEAR, new Supplier(NEAR, "Near & Co", 7, 1, minimum, Money.parse("5.00"), Set.of(), 30, null)),
                tea.supplyOptions(),
                tea.lanes(),
                tea.stock(),
                tea.firstSale(),
                tea.sales(),
                tea.stockHistory(),
                openOrders,
                tea.openTransfers(),
                tea.openSalesOrders(),
                tea.cashBudget(),
                tea.promotions(),
                tea.billOfMaterials(),
                tea.givenForecasts(),
                overrides);
    }
}
