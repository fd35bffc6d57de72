package org.plenish.engine.plan.scenario;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.Lot;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenSalesOrder;
import org.plenish.engine.model.OpenTransfer;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;

/**
 * A warehouse is merged into another one on the plan's date: that one gets its stock, its demand with the history by which
 * articles are judged, its customers' orders and all that is on order for it. Moving costs nothing in the plan.
 */
record WarehouseClosed(WarehouseId warehouse, WarehouseId into) implements Change {

    static final ChangeKind KIND = new ChangeKind("warehouse_closed", WarehouseClosed::read);

    private static WarehouseClosed read(ChangeFields fields) {
        WarehouseClosed closed = new WarehouseClosed(fields.warehouse("warehouse"), fields.warehouse("into"));
        if (closed.warehouse.equals(closed.into)) {
            fields.error("into", "must be another warehouse than the one that closes", null);
        }
        return closed;
    }

    @Override
    public Driver driver() {
        return Driver.NETWORK;
    }

    @Override
    public String sentence() {
        return "Warehouse " + warehouse + " is closed; " + into + " takes over its stock, orders and demand.";
    }

    @Override
    public NoReplay noReplay() {
        return NoReplay.WAREHOUSES;
    }

    @Override
    public void applyTo(Draft draft) {
        Warehouse closed = draft.warehouse(warehouse);
        Warehouse other = draft.warehouse(into);
        draft.warehouses.remove(warehouse);
        @Nullable WarehouseId parent = warehouse.equals(other.parent()) ? closed.parent() : other.parent();
        draft.warehouses.put(into, fedBy(other, into.equals(parent) ? null : parent));
        draft.warehouses.replaceAll(
                (id, each) -> warehouse.equals(each.parent()) && !id.equals(into) ? fedBy(each, into) : each);
        draft.lanes.removeIf(lane -> lane.from().equals(warehouse) || lane.to().equals(warehouse));
        moveTerms(draft);
        moveStock(draft);
        moveOrders(draft);
        draft.policyOverrides.removeIf(override -> warehouse.equals(override.warehouse()));
        for (Forecast forecast : List.copyOf(draft.forecasts.values())) {
            if (forecast.location().warehouse().equals(warehouse)) {
                moveDemand(draft, forecast);
            }
        }
    }

    private static Warehouse fedBy(Warehouse warehouse, @Nullable WarehouseId parent) {
        return new Warehouse(
                warehouse.id(),
                warehouse.name(),
                warehouse.capacityM3(),
                warehouse.holdingCostRatePerYear(),
                warehouse.storageClassCapacityM3(),
                parent);
    }

    /** Who delivered to the closed warehouse only delivers to the other, unless that has terms of its own with them. */
    private void moveTerms(Draft draft) {
        List<SupplyOption> before = List.copyOf(draft.supplyOptions);
        Draft.replaceAll(draft.supplyOptions, option -> {
            if (!warehouse.equals(option.warehouse())) {
                return option;
            }
            boolean delivers = before.stream()
                    .anyMatch(each -> each.item().equals(option.item())
                            && each.supplier().equals(option.supplier())
                            && each.delivers(into));
            return delivers ? null : Terms.to(option, into);
        });
    }

    private void moveStock(Draft draft) {
        for (StockPosition position : List.copyOf(draft.stock.values())) {
            SkuLocation from = position.location();
            if (from.warehouse().equals(warehouse)) {
                SkuLocation to = there(from);
                draft.stock.remove(from);
                draft.stock.merge(to, at(to, position), (one, other) -> sum(to, one, other));
            }
        }
        for (SkuLocation from : List.copyOf(draft.sales.keySet())) {
            DailySales sales = draft.sales.get(from);
            if (from.warehouse().equals(warehouse) && sales != null) {
                draft.sales.remove(from);
                draft.sales.merge(there(from), sales, SumOfSales::of);
            }
        }
    }

    private static StockPosition at(SkuLocation location, StockPosition position) {
        return new StockPosition(
                location,
                position.onHandUnits(),
                position.allocatedUnits(),
                position.backorderedUnits(),
                position.lots());
    }

    private static StockPosition sum(SkuLocation location, StockPosition one, StockPosition other) {
        List<Lot> lots = new ArrayList<>(one.lots());
        lots.addAll(other.lots());
        return new StockPosition(
                location,
                Math.addExact(Math.max(0, one.onHandUnits()), Math.max(0, other.onHandUnits())),
                Math.addExact(one.allocatedUnits(), other.allocatedUnits()),
                Math.addExact(one.backorderedUnits(), other.backorderedUnits()),
                lots);
    }

    private void moveOrders(Draft draft) {
        Draft.replaceAll(
                draft.openPurchaseOrders,
                order -> order.location().warehouse().equals(warehouse)
                        ? new OpenPurchaseOrder(
                                order.order(),
                                order.supplier(),
                                there(order.location()),
                                order.quantityUnits(),
                                order.dueDate(),
                                order.orderDate(),
                                order.unitCost())
                        : order);
        Draft.replaceAll(
                draft.openTransfers,
                order -> order.to().equals(warehouse)
                        ? new OpenTransfer(
                                order.order(), order.from(), into, order.item(), order.quantityUnits(), order.dueDate())
                        : order);
        Draft.replaceAll(
                draft.openSalesOrders,
                order -> order.location().warehouse().equals(warehouse)
                        ? new OpenSalesOrder(
                                order.order(), there(order.location()), order.quantityUnits(), order.dueDate())
                        : order);
    }

    private void moveDemand(Draft draft, Forecast forecast) {
        SkuLocation from = forecast.location();
        SkuLocation to = there(from);
        String sentence = draft.said(this);
        draft.forecasts.remove(from);
        draft.forecasts.merge(
                to, Forecasts.at(to, forecast, sentence), (here, moved) -> Forecasts.sum(here, moved, sentence));
        DemandHistory history = draft.histories.remove(from);
        if (history != null) {
            draft.histories.merge(
                    to,
                    new DemandHistory(
                            to, history.buckets(), history.soldUnits(), history.inStockShare(), history.demandUnits()),
                    SumOfSales::of);
        }
    }

    private SkuLocation there(SkuLocation location) {
        return new SkuLocation(location.item(), into);
    }

    static TransferLane between(TransferLane lane, WarehouseId from, WarehouseId to) {
        return new TransferLane(
                from,
                to,
                lane.leadTimeDays(),
                lane.costPerUnit(),
                lane.costPerM3(),
                lane.shipmentCost(),
                lane.shipmentCapacityM3(),
                lane.weekdays());
    }
}
