package org.plenish.engine.plan;

import static org.plenish.engine.plan.TeaFixture.MONDAY;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;
import static org.plenish.engine.plan.TeaFixture.WEEKS;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.forecast.ForecastAccuracy;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.policy.ObsolescenceStatus;

/** The tea of {@link TeaFixture} with demand and lead times as uncertain as a test asks for. */
final class UncertainTea {

    private UncertainTea() {}

    /** 24 ordered today for the north, 20 moved there today, 36 ordered for it in the third week. */
    static ReplenishmentPlan plan(double sdUnits) {
        ReplenishmentPlan planned = TeaPlan.plan();
        return new ReplenishmentPlan(
                planned.dataset(),
                planned.buckets(),
                7,
                List.of(location(NORTH, 10, sdUnits), location(SOUTH, 4, sdUnits)),
                List.of(order("PO-1", 0, 24), order("PO-2", 14, 36)),
                List.of(new TransferOrder(
                        "TR-1",
                        new WarehouseId("SOUTH"),
                        new WarehouseId("NORTH"),
                        MONDAY,
                        MONDAY.plusDays(2),
                        List.of(new TransferOrder.Line(1, new ItemId("TEA"), 20, Money.ZERO, "")))),
                planned.explanations(),
                planned.exceptions(),
                planned.limits(),
                planned.raises(),
                planned.kpis(),
                planned.cost(),
                planned.lowerBound(),
                planned.violations(),
                0,
                false,
                Map.of());
    }

    private static PurchaseOrder order(String number, int orderDay, int units) {
        return new PurchaseOrder(
                number,
                new SupplierId("NEAR"),
                new WarehouseId("NORTH"),
                MONDAY.plusDays(orderDay),
                List.of(new PurchaseOrder.Line(
                        1, new ItemId("TEA"), units, 12, UnitPrice.parse("2.00"), MONDAY.plusDays(orderDay + 7), "")));
    }

    private static SkuLocationPlan location(SkuLocation location, double meanUnits, double sdUnits) {
        SkuLocationPlan tea = TeaPlan.location(location, location.equals(NORTH) ? 5 : 0, ObsolescenceStatus.HEALTHY);
        Forecast forecast = new Forecast(
                location,
                WEEKS,
                Series.constant(4, meanUnits),
                Series.constant(4, sdUnits),
                Series.of(sdUnits, sdUnits * 1.5, sdUnits * 2, sdUnits * 2.5),
                "ses",
                "It was best.",
                ForecastAccuracy.UNKNOWN);
        return new SkuLocationPlan(
                tea.history(),
                forecast,
                tea.profile(),
                tea.choice(),
                tea.calculation(),
                tea.withoutProposals(),
                tea.withProposals());
    }

    static Dataset dataset(double leadTimeSdDays) {
        Dataset tea = TeaFixture.dataset();
        Supplier near = tea.supplier(new SupplierId("NEAR"));
        return new Dataset(
                tea.settings(),
                tea.items(),
                tea.warehouses(),
                new TreeMap<>(Map.of(
                        near.id(),
                        new Supplier(
                                near.id(),
                                near.name(),
                                near.leadTimeDays(),
                                leadTimeSdDays,
                                near.minOrderValue(),
                                near.orderCost(),
                                near.orderWeekdays(),
                                near.paymentTermsDays(),
                                near.containerVolumeM3()))),
                tea.supplyOptions(),
                tea.lanes(),
                tea.stock(),
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
    }
}
