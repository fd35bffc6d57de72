package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;

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

    @Test
    void space() {
        ExactProblem problem = oneWarehouse(4, 4, UNLIMITED);

        // Peak before demand is served: (4 + 6) * 0.5 = 5 m³ against 4; then (6 + 0) * 0.5 = 3 and 1.
        assertThat(violations(problem, ordering(problem, new OrderEntry(0, 0, 6))))
                .containsExactly(new Violation("space", "warehouse W0, period 0", 1));
    }

    @Test
    void cash() {
        ExactProblem problem = oneWarehouse(0, UNLIMITED, 10);

        // 6 * 3 = 18 paid in period 1, 6 * 3 = 18 in period 2; until then 20 and 30 are available.
        assertThat(violations(problem, ordering(problem, new OrderEntry(0, 0, 6), new OrderEntry(0, 1, 6))))
                .containsExactly(new Violation("cash", "period 2", 6));
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
                .containsExactly(new Violation("cash", "period 1", 8));
    }

    @Test
    void minimumOrderValue() {
        ExactProblem problem = oneWarehouse(0, UNLIMITED, UNLIMITED);

        // 2 * 4 = 8 against 15.
        assertThat(violations(problem, ordering(problem, new OrderEntry(0, 0, 2))))
                .containsExactly(new Violation("min_order_value", "supplier S, warehouse W0, period 0", 7));
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
        assertThat(violations(problem, moved)).containsExactly(new Violation("transfer", "SKU A", 2)); // 7 - 5
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
