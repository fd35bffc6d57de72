package org.plenish.web.override;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.plan.DemandForecasts;
import org.plenish.engine.plan.PlanningRun;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.PolicyCalculation;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.web.override.LatestPlan.Kept;

/**
 * Plans one article of a plan by itself, at all its warehouses: from the plan's forecasts, judged by the rules from the
 * facts that the plan had, without limits of cash and space, and without what its suppliers ask of a whole order. Takes a
 * moment only.
 */
final class AloneRun {

    private static final RunSettings SETTINGS = new RunSettings(OptimizerSettings.ofMoves(500, 1, 1), 1);

    private final Kept kept;
    private final ItemId item;
    private final SortedMap<SkuLocation, DemandHistory> histories = new TreeMap<>();
    private final SortedMap<SkuLocation, Forecast> forecasts = new TreeMap<>();
    private final Map<SkuLocation, SkuLocationProfile> profiles = new HashMap<>();

    AloneRun(Kept kept, ItemId item) {
        this.kept = kept;
        this.item = item;
        for (WarehouseId warehouse : kept.planned().dataset().warehouses().keySet()) {
            SkuLocation location = new SkuLocation(item, warehouse);
            SkuLocationPlan plan = kept.locations().get(location);
            if (plan != null) {
                histories.put(location, plan.history());
                forecasts.put(location, plan.forecast());
                profiles.put(location, plan.profile());
            }
        }
    }

    ReplenishmentPlan plan(PolicyRework overrides) {
        PlanningRun run = new PlanningRun(
                MethodRules.AUTOMATIC,
                alone -> kept.making()
                        .policies()
                        .decide(alone.stream()
                                .map(profile -> overrides.profile(profiles.getOrDefault(profile.location(), profile)))
                                .toList()),
                kept.making().exceptions(),
                new PlanOptimizer());
        Dataset cut = cut(overrides.dataset());
        DemandForecasts known = run.forecast(cut, kept.planned().plan().buckets(), SETTINGS, RunListener.SILENT)
                .with(histories, forecasts);
        return run.outline(cut, known, SETTINGS, RunListener.SILENT);
    }

    private Dataset cut(Dataset all) {
        Map<WarehouseId, Warehouse> warehouses = new HashMap<>();
        all.warehouses().forEach((id, each) -> warehouses.put(id, unlimited(each)));
        Map<SupplierId, Supplier> suppliers = new HashMap<>();
        all.suppliers().forEach((id, each) -> suppliers.put(id, ofOneItem(each)));
        return new Dataset(
                all.settings(),
                Map.of(item, all.item(item)),
                warehouses,
                suppliers,
                all.supplyOptions().stream()
                        .filter(each -> each.item().equals(item))
                        .map(this::withItsShareOfAnOrder)
                        .toList(),
                all.lanes(),
                stock(all),
                null,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                all.openPurchaseOrders().stream()
                        .filter(each -> each.location().item().equals(item))
                        .toList(),
                all.openTransfers().stream()
                        .filter(each -> each.item().equals(item))
                        .toList(),
                all.openSalesOrders().stream()
                        .filter(each -> each.location().item().equals(item))
                        .toList(),
                CashBudget.UNLIMITED,
                List.of(),
                List.of(),
                List.of(),
                all.policyOverrides().stream()
                        .filter(each -> each.item().equals(item))
                        .toList());
    }

    private SortedMap<SkuLocation, StockPosition> stock(Dataset all) {
        SortedMap<SkuLocation, StockPosition> stock = new TreeMap<>();
        for (WarehouseId warehouse : all.warehouses().keySet()) {
            SkuLocation location = new SkuLocation(item, warehouse);
            StockPosition position = all.stock().get(location);
            if (position != null) {
                stock.put(location, position);
            }
        }
        return stock;
    }

    private static Warehouse unlimited(Warehouse warehouse) {
        return new Warehouse(
                warehouse.id(),
                warehouse.name(),
                null,
                warehouse.holdingCostRatePerYear(),
                Map.of(),
                warehouse.parent());
    }

    private static Supplier ofOneItem(Supplier supplier) {
        return new Supplier(
                supplier.id(),
                supplier.name(),
                supplier.leadTimeDays(),
                supplier.leadTimeSdDays(),
                Money.ZERO,
                Money.ZERO,
                supplier.orderWeekdays(),
                supplier.paymentTermsDays(),
                null,
                null,
                supplier.closures());
    }

    /** What an order costs is shared by what is bought together; alone, the article bears the share that the plan gave it. */
    private SupplyOption withItsShareOfAnOrder(SupplyOption option) {
        return new SupplyOption(
                option.item(),
                option.supplier(),
                option.warehouse(),
                option.unitCost(),
                option.minOrderQuantityUnits(),
                option.orderMultipleUnits(),
                option.maxOrderQuantityUnits(),
                option.leadTimeDays(),
                Money.of(lineCost(option)),
                option.priority(),
                option.validFrom(),
                option.validTo(),
                option.priceBreaks());
    }

    private double lineCost(SupplyOption option) {
        return profiles.keySet().stream()
                .map(location -> known(location).calculation().supply())
                .filter(supply -> option.supplier().equals(supply.supplier()))
                .mapToDouble(PolicyCalculation.Supply::lineOrderCost)
                .max()
                .orElse(option.lineCost().toDouble());
    }

    private SkuLocationPlan known(SkuLocation location) {
        return Objects.requireNonNull(kept.locations().get(location), location::toString);
    }
}
