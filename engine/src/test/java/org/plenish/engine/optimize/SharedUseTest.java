package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Zone;

class SharedUseTest {

    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private static ExactProblem oneWarehouse(int initial, double spaceM3, double cash) {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, 3)), new int[][] {{4, 4, 4}}, 0, initial, 0);
        return new ExactProblem(Fixtures.problem(List.of(sku), 1, 3, false, spaceM3, cash));
    }

    private static ItemPlan ordering(ExactProblem problem, OrderEntry... orders) {
        return ItemPlan.empty(problem, 0).withOrders(problem, 0, List.of(orders));
    }

    private static List<Violation> violations(ExactProblem problem, ItemPlan plan) {
        ItemPlan[] plans = {plan};
        return SharedUse.of(problem, plans).violations(plans);
    }

    private static Violation cash(int period, double excess) {
        return new Violation(
                "cash",
                "",
                period,
                excess,
                "currency",
                0,
                String.format(
                        Locale.ROOT,
                        "%.2f more until period %d would lift it. That no plan keeps the limit is not proven.",
                        excess,
                        period));
    }

    @Test
    void space() {
        ExactProblem problem = oneWarehouse(4, 4, UNLIMITED);

        // Peak before demand is served: (4 + 6) * 0.5 = 5 m³ against 4; then (6 + 0) * 0.5 = 3 and 1.
        assertThat(violations(problem, ordering(problem, new OrderEntry(0, 0, 6))))
                .containsExactly(new Violation(
                        "space",
                        "warehouse W0",
                        0,
                        1,
                        "m³",
                        0,
                        "1.000 m³ more in period 0 would lift it. That no plan keeps the limit is not proven."));
    }

    @Test
    void aStorageClassCountsInItsOwnSpaceAndInTheWholeWarehouse() {
        Sku plain = Fixtures.sku(List.of(), new int[][] {{0}}, 0, 6, 0);
        Sku chilled = Fixtures.ofClass("chilled", plain);
        ExactProblem problem = new ExactProblem(Fixtures.withClassZone(
                Fixtures.problem(List.of(plain, chilled), 1, 1, false, 5, UNLIMITED), "chilled", 2));
        ItemPlan[] plans = {ItemPlan.empty(problem, 0), ItemPlan.empty(problem, 1)};

        // 12 * 0.5 = 6 m³ against 5; chilled 6 * 0.5 = 3 m³ against 2.
        assertThat(SharedUse.of(problem, plans).violations(plans))
                .containsExactly(
                        new Violation(
                                "space",
                                "warehouse W0",
                                0,
                                1,
                                "m³",
                                1,
                                "Opening stock alone is 1.000 m³ over; 1.000 m³ more in period 0, or clearing 2 units"
                                        + " of A would lift it."),
                        new Violation(
                                "storage_class",
                                "warehouse W0, chilled",
                                0,
                                1,
                                "m³",
                                1,
                                "Opening stock alone is 1.000 m³ over; 1.000 m³ more in period 0, or clearing 2 units"
                                        + " of A would lift it."));
        assertThat(problem.zonesOf(0, 0)).containsExactly(0);
        assertThat(problem.zonesOf(1, 0)).containsExactly(0, 1);
    }

    @Test
    void theWholeWarehousesAreTheFirstZones() {
        Zone chilled = new Zone(0, "chilled", new double[] {2});
        assertThatThrownBy(() -> new ReplenishmentProblem(
                        1,
                        List.of("W0"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(chilled),
                        new double[1],
                        true,
                        List.of(),
                        List.of()))
                .hasMessage("zone 0 must be the whole of warehouse W0: the first zones are the warehouses.");
    }

    @Test
    void cash() {
        ExactProblem problem = oneWarehouse(0, UNLIMITED, 10);

        // 6 * 3 = 18 paid in period 1, 6 * 3 = 18 in period 2; until then 20 and 30 are available.
        assertThat(violations(problem, ordering(problem, new OrderEntry(0, 0, 6), new OrderEntry(0, 1, 6))))
                .containsExactly(cash(2, 6));
    }

    @Test
    void aCopyForOneOfTwoLeavesHalfOfWhatIsFree() {
        ExactProblem problem = oneWarehouse(4, 8, 10);
        ItemPlan[] plans = {ordering(problem, new OrderEntry(0, 0, 6))};
        SharedUse half = SharedUse.of(problem, plans).leaving(0.5);

        // Peaks of 5, 3 and 1 m³ leave 3, 5 and 7; half of it counts as used.
        assertThat(half.spaceCubicMillimetres(0, 0)).isEqualTo(6_500_000_000L);
        assertThat(half.spaceCubicMillimetres(0, 1)).isEqualTo(5_500_000_000L);
        // Of 10, 20, 30, 40 there is 0, 18, 18, 18 spent. Free: 2 (as 2 is left later), 2, 12, 22.
        assertThat(half.spentMicros(0)).isEqualTo(1_000_000);
        assertThat(half.spentMicros(1)).isEqualTo(19_000_000);
        assertThat(half.spentMicros(2)).isEqualTo(24_000_000);
        assertThat(half.costMicros()).isEqualTo(SharedUse.of(problem, plans).costMicros());
        assertThat(half.excess()).isZero();
    }

    @Test
    void cashThatDoesNotCarryForwardIsLost() {
        ReplenishmentProblem carrying = oneWarehouse(0, UNLIMITED, 10).problem();
        ExactProblem problem = new ExactProblem(new ReplenishmentProblem(
                3,
                carrying.warehouses(),
                carrying.suppliers(),
                carrying.lanes(),
                carrying.skus(),
                carrying.spaceM3(),
                carrying.cash(),
                false));

        // 18 in period 1 against 10.
        assertThat(violations(problem, ordering(problem, new OrderEntry(0, 0, 6))))
                .containsExactly(cash(1, 8));
    }

    @Test
    void minimumOrderValue() {
        ExactProblem problem = oneWarehouse(0, UNLIMITED, UNLIMITED);

        // 2 * 4 = 8 against 15.
        assertThat(violations(problem, ordering(problem, new OrderEntry(0, 0, 2))))
                .containsExactly(new Violation(
                        "min_order_value",
                        "supplier S, warehouse W0",
                        0,
                        7,
                        "currency",
                        0,
                        "Ordering for 7.00 more, or nothing, would lift it."));
    }

    @Test
    void headersCountOncePerGroup() {
        ExactProblem problem = oneWarehouse(0, UNLIMITED, UNLIMITED);
        SharedUse use = SharedUse.of(problem, new ItemPlan[] {ordering(problem, new OrderEntry(0, 0, 6))});
        long alone = ordering(problem, new OrderEntry(0, 0, 6)).costMicros();

        assertThat(use.costMicros() - alone).isEqualTo(20_000_000);
    }

    @Test
    void openingStockLimitsTransfersAndEachStartedTruckCosts() {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 2, 3)), new int[][] {{0, 0, 0}, {1, 1, 1}}, 0, 5, 0);
        ExactProblem problem = new ExactProblem(Fixtures.problem(List.of(sku), 2, 3, true, UNLIMITED, UNLIMITED));
        ItemPlan moved = ItemPlan.empty(problem, 0).withTransfers(problem, List.of(new TransferEntry(0, 0, 7)));
        SharedUse use = SharedUse.of(problem, new ItemPlan[] {moved});

        assertThat(use.trucks(0, 0)).isEqualTo(2); // 7 * 0.5 = 3.5 m³ in trucks of 2 m³
        assertThat(use.costMicros() - moved.costMicros()).isEqualTo(14_000_000); // 2 * 7
        assertThat(violations(problem, moved))
                .containsExactly(new Violation(
                        "transfer",
                        "SKU A",
                        0,
                        2,
                        "units",
                        0,
                        "Moving 2 units less, or later, would lift it.")); // 7 - 5
    }

    @Test
    void eachStartedContainerOfAnOrderCosts() {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, 3)), new int[][] {{0, 0, 0}}, 0, 0, 0);
        ReplenishmentProblem plain = Fixtures.problem(List.of(sku, sku), 1, 3, false, UNLIMITED, UNLIMITED);
        ExactProblem problem =
                new ExactProblem(Fixtures.withSupplier(plain, new ProblemSupplier("S", 20, 0, 0, 2, 30)));
        ItemPlan small = ItemPlan.empty(problem, 0).withOrders(problem, 0, List.of(new OrderEntry(0, 0, 2)));
        ItemPlan large = ItemPlan.empty(problem, 1).withOrders(problem, 0, List.of(new OrderEntry(0, 0, 8)));
        SharedUse use = SharedUse.of(problem, new ItemPlan[] {small, ItemPlan.empty(problem, 1)});

        assertThat(use.containers(0)).isEqualTo(1); // 2 * 0.5 = 1 m³ of 2
        assertThat(use.containers(1)).isZero();
        assertThat(use.costMicros()
                        - small.costMicros()
                        - ItemPlan.empty(problem, 1).costMicros())
                .isEqualTo(50_000_000); // header 20, container 30
        use.replace(ItemPlan.empty(problem, 1), large);
        assertThat(use.containers(0)).isEqualTo(3); // 10 * 0.5 = 5 m³
        assertThat(use.costMicros() - small.costMicros() - large.costMicros()).isEqualTo(110_000_000); // 20 + 3 * 30
        assertThat(PlanCost.of(problem, new ItemPlan[] {small, large}, use).orderHeaders())
                .isEqualTo(110);
        use.replace(large, ItemPlan.empty(problem, 1));
        assertThat(use.containers(0)).isEqualTo(1);
    }

    @Test
    void aCopyKnowsWhatContainersHold() {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 1, 3)), new int[][] {{0, 0, 0}}, 0, 0, 0);
        ReplenishmentProblem plain = Fixtures.problem(List.of(sku, sku), 1, 3, false, UNLIMITED, UNLIMITED);
        ExactProblem problem =
                new ExactProblem(Fixtures.withSupplier(plain, new ProblemSupplier("S", 20, 0, 0, 2, 30)));
        ItemPlan large = ItemPlan.empty(problem, 0).withOrders(problem, 0, List.of(new OrderEntry(0, 0, 8)));
        ItemPlan small = ItemPlan.empty(problem, 1).withOrders(problem, 0, List.of(new OrderEntry(0, 0, 2)));
        SharedUse use = SharedUse.of(problem, new ItemPlan[] {large, ItemPlan.empty(problem, 1)});
        SharedUse copy = use.leaving(1);
        use.replace(ItemPlan.empty(problem, 1), small);
        copy.replace(ItemPlan.empty(problem, 1), small);

        assertThat(copy.containers(0)).isEqualTo(3); // 4 + 1 m³ in containers of 2
        assertThat(copy.costMicros()).isEqualTo(use.costMicros());
    }

    @Test
    void pinnedLinesUseWhatAnyLineWould() {
        Sku sku = Fixtures.sku(List.of(Fixtures.source(0, 2, 3)), new int[][] {{0, 0, 0}, {1, 1, 1}}, 0, 5, 0);
        ExactProblem problem = new ExactProblem(Fixtures.problem(List.of(sku), 2, 3, true, UNLIMITED, 10)
                .withPinned(List.of(new OrderLine(0, 0, 0, 0, 3, true)), List.of(new TransferLine(0, 0, 1, 5, true))));
        ItemPlan nothing = ItemPlan.empty(problem, 0);
        SharedUse use = SharedUse.of(problem, new ItemPlan[] {nothing});

        assertThat(nothing.site(0).closingUnits(0)).isEqualTo(8); // 5 + 3
        assertThat(nothing.site(0).closingUnits(1)).isEqualTo(3); // 8 - 5
        assertThat(nothing.site(1).closingUnits(2)).isEqualTo(7); // 5 - 3 + 5, after a period on the road
        assertThat(use.trucks(0, 1)).isEqualTo(2); // 2.5 m³ in trucks of 2 m³
        // Line 10, premium 3 * (4 - 3), header 20, transfer 5 * 0.5, trucks 2 * 7.
        assertThat(use.costMicros() - nothing.costMicros()).isEqualTo(49_500_000);
        assertThat(use.groupExcess()).isZero(); // 12 against 15, but a person wants it
        assertThat(problem.cashMicros(1)).isEqualTo(8_000_000); // 20 - 3 * 4
        assertThat(problem.mayOrder(problem.sku(0).sources().get(0), 0, 0)).isFalse();
        assertThat(problem.mayOrder(problem.sku(0).sources().get(0), 1, 0)).isTrue();
    }

    @Test
    void whoJoinsAPinnedOrderPaysNoHeaderAndBringsItToTheMinimum() {
        Sku pinned = Fixtures.sku(List.of(Fixtures.source(0, 1, 3)), new int[][] {{0, 0, 0}}, 0, 0, 0);
        ExactProblem problem =
                new ExactProblem(Fixtures.problem(List.of(pinned, pinned), 1, 3, false, UNLIMITED, UNLIMITED)
                        .withPinned(List.of(new OrderLine(0, 0, 0, 0, 1, true)), List.of()));
        ItemPlan alone = ItemPlan.empty(problem, 0);
        ItemPlan joining = ItemPlan.empty(problem, 1).withOrders(problem, 0, List.of(new OrderEntry(0, 0, 2)));
        SharedUse use = SharedUse.of(problem, new ItemPlan[] {alone, ItemPlan.empty(problem, 1)});
        long before = use.costMicros();
        use.replace(ItemPlan.empty(problem, 1), joining);

        assertThat(use.costMicros() - before)
                .isEqualTo(joining.costMicros() - ItemPlan.empty(problem, 1).costMicros());
        assertThat(use.groupExcess()).isEqualTo(3_000); // 15 - 4 - 2 * 4, in thousandths
    }

    @Test
    void pinnedTransfersTakeNoMoreThanIsThere() {
        Sku sku = Fixtures.sku(List.of(), new int[][] {{0, 0}, {0, 0}}, 0, 2, 0);
        ExactProblem problem = new ExactProblem(Fixtures.problem(List.of(sku), 2, 2, true, UNLIMITED, UNLIMITED)
                .withPinned(List.of(), List.of(new TransferLine(0, 0, 0, 5, true))));

        assertThat(violations(problem, ItemPlan.empty(problem, 0)))
                .containsExactly(new Violation(
                        "transfer",
                        "SKU A",
                        0,
                        3,
                        "units",
                        3,
                        "Moving 3 units less, or later, would lift it.")); // 5 - 2
    }

    @Test
    void aPinnedLineIsPlacedWithinTheHorizon() {
        ReplenishmentProblem problem = oneWarehouse(0, UNLIMITED, UNLIMITED).problem();
        assertThatThrownBy(() -> problem.withPinned(List.of(new OrderLine(0, 0, 0, 3, 2, true)), List.of()))
                .hasMessage("period 3 of a pinned line must be 0 to 2.");
    }

    @Test
    void whatTheShelfLifeForbidsIsScrapped() {
        Sku sku = Fixtures.sku(List.of(), new int[][] {{1, 2, 3}}, 0, 10, 1);
        ExactProblem problem = new ExactProblem(Fixtures.problem(List.of(sku), 1, 3, false, UNLIMITED, UNLIMITED));
        SitePlan site = ItemPlan.empty(problem, 0).site(0);

        assertThat(site.scrapUnits(0)).isEqualTo(7); // 10 - 1 = 9, the next period needs 2
        assertThat(site.closingUnits(2)).isEqualTo(-3); // 2 - 2 = 0, then 3 short
    }
}
