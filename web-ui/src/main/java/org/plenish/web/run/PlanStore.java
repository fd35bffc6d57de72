package org.plenish.web.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.clean.CorrectedHistory;
import org.plenish.engine.forecast.monitor.ForecastSignals;
import org.plenish.engine.forecast.monitor.ValueAdded;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.optimize.CostBreakdown;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.plan.Explanation;
import org.plenish.engine.plan.Kpis;
import org.plenish.engine.plan.LimitRaise;
import org.plenish.engine.plan.LimitUse;
import org.plenish.engine.plan.PlanException;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.PolicyCalculation;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.engine.policy.SkuLocationProfile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes a whole plan in one transaction; tens of thousands of SKU-locations take seconds. */
@Repository
public class PlanStore {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final List<PlanFollower> followers;

    public PlanStore(DataSource dataSource, JsonMapper json, List<PlanFollower> followers) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.json = json;
        this.followers = List.copyOf(followers);
    }

    @Transactional
    public void store(long runId, PlannedDataset planned) {
        jdbc.execute((Connection connection) -> {
            new Writer(connection, json, runId, planned).write();
            return true;
        });
        // The planner of PostgreSQL would otherwise guess sizes until its own housekeeping comes round.
        jdbc.execute("ANALYZE sku_location, plan_item, purchase_order_line, transfer_order_line, plan_exception");
        followers.forEach(follower -> follower.planStored(runId, planned));
    }

    /** One plan on its way into the tables; master rows first, for the foreign keys. */
    private record Writer(Connection connection, JsonMapper json, long runId, Dataset dataset, ReplenishmentPlan plan) {

        Writer(Connection connection, JsonMapper json, long runId, PlannedDataset planned) {
            this(connection, json, runId, planned.dataset(), planned.plan());
        }

        void write() throws SQLException {
            writePlan();
            writeItems();
            writeWarehouses();
            writeSuppliers();
            writeSupplyOptions();
            writePriceBreaks();
            writeLanes();
            writeSkuLocations();
            writeSeries();
            writePurchaseOrders();
            writePurchaseOrderLines();
            writeTransfers();
            writeTransferLines();
            writeExplanations();
            writeLimits();
            writeLimitRaises();
            writeLimitRaiseLines();
            writeExceptions();
            writeViolations();
        }

        private BulkInsert into(String table, String columns) throws SQLException {
            return new BulkInsert(connection, table, List.of(columns.split("[,\\s]+")));
        }

        private void writePlan() throws SQLException {
            Kpis kpis = plan.kpis();
            CostBreakdown cost = plan.cost();
            try (BulkInsert rows = into("plan", """
                    run_id, dataset_name, plan_date, currency, bucket, bucket_count, seed, service_level, fill_rate, \
                    opening_stock_value, average_stock_value, turns_per_year, days_of_supply, dead_stock_value, \
                    excess_stock_value, obsolescence_provision, space_use_share, cash_use_share, purchase_value_now, purchase_value_outlook, \
                    purchase_premium_cost, order_cost, holding_cost, shortage_cost, below_safety_cost, transfer_cost, \
                    obsolescence_cost, total_cost, lower_bound, gap, score_calculations, cut_short""")) {
                rows.row(
                        runId,
                        plan.dataset().name(),
                        plan.buckets().start(),
                        plan.dataset().currency(),
                        plan.buckets().size(),
                        plan.buckets().count(),
                        plan.seed(),
                        kpis.expectedServiceLevel(),
                        kpis.expectedFillRate(),
                        kpis.openingStockValue(),
                        kpis.averageStockValue(),
                        kpis.turnsPerYear(),
                        kpis.daysOfSupply(),
                        kpis.deadStockValue(),
                        kpis.excessStockValue(),
                        kpis.obsolescenceProvision(),
                        nullIfNaN(kpis.spaceUseShare()),
                        nullIfNaN(kpis.cashUseShare()),
                        kpis.purchaseValueNow(),
                        kpis.purchaseValueOutlook(),
                        cost.purchasePremium(),
                        cost.orderLines() + cost.orderHeaders(),
                        cost.holding(),
                        cost.backorder() + cost.terminalBacklog(),
                        cost.belowSafetyStock(),
                        cost.transferUnits() + cost.trucks(),
                        cost.obsolescence() + cost.scrap(),
                        cost.total(),
                        plan.lowerBound(),
                        plan.gap(),
                        plan.scoreCalculations(),
                        plan.cutShort());
                rows.finish();
            }
        }

        private void writeItems() throws SQLException {
            TreeMap<ItemId, Item> items = new TreeMap<>(dataset.items());
            plan.locations()
                    .forEach(location -> items.put(
                            location.profile().item().id(), location.profile().item()));
            try (BulkInsert rows = into(
                    "plan_item",
                    "run_id, item, description, category, uom, lifecycle, unit_cost, unit_volume_m3, storage_class")) {
                for (Item item : items.values()) {
                    rows.row(
                            runId,
                            item.id(),
                            item.description(),
                            item.category(),
                            item.unitOfMeasure(),
                            item.lifecycle(),
                            item.unitCost(),
                            item.unitVolumeM3(),
                            item.storageClass());
                }
                rows.finish();
            }
        }

        private void writeWarehouses() throws SQLException {
            try (BulkInsert rows = into("plan_warehouse", "run_id, warehouse, name, capacity_m3")) {
                for (Warehouse warehouse : dataset.warehouses().values()) {
                    rows.row(runId, warehouse.id(), warehouse.name(), warehouse.capacityM3());
                }
                rows.finish();
            }
        }

        private void writeSuppliers() throws SQLException {
            try (BulkInsert rows = into(
                    "plan_supplier",
                    "run_id, supplier, name, lead_time_days, min_order_value, container_volume_m3, order_weekdays")) {
                for (Supplier supplier : dataset.suppliers().values()) {
                    rows.row(
                            runId,
                            supplier.id(),
                            supplier.name(),
                            supplier.leadTimeDays(),
                            supplier.minOrderValue(),
                            supplier.containerVolumeM3(),
                            supplier.orderWeekdays().stream()
                                    .mapToInt(DayOfWeek::getValue)
                                    .sorted()
                                    .toArray());
                }
                rows.finish();
            }
        }

        private void writeSupplyOptions() throws SQLException {
            try (BulkInsert rows = into("plan_supply_option", """
                    run_id, option, item, supplier, warehouse, unit_cost, min_units, multiple_units, max_units,
                    lead_time_days, priority, valid_from, valid_to""")) {
                int option = 0;
                for (SupplyOption supply : dataset.supplyOptions()) {
                    option++;
                    rows.row(
                            runId,
                            option,
                            supply.item(),
                            supply.supplier(),
                            supply.warehouse() == null ? "" : supply.warehouse(),
                            supply.unitCost(),
                            supply.minOrderQuantityUnits(),
                            supply.orderMultipleUnits(),
                            supply.maxOrderQuantityUnits(),
                            supply.leadTimeDays(),
                            supply.priority(),
                            supply.validFrom(),
                            supply.validTo());
                }
                rows.finish();
            }
        }

        private void writePriceBreaks() throws SQLException {
            try (BulkInsert rows = into("plan_price_break", "run_id, option, min_units, unit_cost")) {
                int option = 0;
                for (SupplyOption supply : dataset.supplyOptions()) {
                    option++;
                    for (PriceBreak priceBreak : supply.priceBreaks()) {
                        rows.row(runId, option, priceBreak.minQuantityUnits(), priceBreak.unitCost());
                    }
                }
                rows.finish();
            }
        }

        private void writeLanes() throws SQLException {
            try (BulkInsert rows = into(
                    "plan_lane", "run_id, from_warehouse, to_warehouse, lead_time_days, cost_per_unit, cost_per_m3")) {
                for (TransferLane lane : dataset.lanes()) {
                    rows.row(runId, lane.from(), lane.to(), lane.leadTimeDays(), lane.costPerUnit(), lane.costPerM3());
                }
                rows.finish();
            }
        }

        private void writeSkuLocations() throws SQLException {
            Map<SkuLocation, Integer> bought = new HashMap<>();
            Map<SkuLocation, Integer> movedIn = new HashMap<>();
            Map<SkuLocation, Integer> movedOut = new HashMap<>();
            for (PurchaseOrder order : plan.purchaseOrders()) {
                for (PurchaseOrder.Line line : order.lines()) {
                    bought.merge(new SkuLocation(line.item(), order.warehouse()), line.quantityUnits(), Math::addExact);
                }
            }
            for (TransferOrder transfer : plan.transfers()) {
                for (TransferOrder.Line line : transfer.lines()) {
                    movedIn.merge(new SkuLocation(line.item(), transfer.to()), line.quantityUnits(), Math::addExact);
                    movedOut.merge(new SkuLocation(line.item(), transfer.from()), line.quantityUnits(), Math::addExact);
                }
            }
            try (BulkInsert rows = into("sku_location", """
                    run_id, item, warehouse, abc_class, demand_class, status, lifecycle_action, stop_buy, policy_type, \
                    service_target, safety_stock_method, safety_stock_units, reorder_point_units, order_up_to_units, \
                    order_quantity_units, review_days, lead_time_days, min_order_units, order_multiple_units, supplier, \
                    from_warehouse, on_hand_units, net_units, on_order_units, expiring_units, cover_days, on_hand_value, annual_units, annual_value, \
                    demand_interval, demand_variation, days_since_last_sale, forecast_per_day, forecast_method, \
                    forecast_why, forecast_origins, mean_absolute_error, mean_scaled_error, tracking_signal, \
                    naive_error, forecast_error, given_buckets, naive_error_where_given, forecast_error_where_given, \
                    given_error, latest_mean_error, smoothed_error_signal, error_cusum, \
                    first_stockout_before, first_stockout_after, bought_units, moved_in_units, moved_out_units""")) {
                for (SkuLocationPlan location : plan.locations()) {
                    PolicyChoice choice = location.choice();
                    ReplenishmentPolicy policy = location.policy();
                    PolicyCalculation.Supply supply = location.calculation().supply();
                    SkuLocationProfile profile = location.profile();
                    ForecastSignals signals = location.forecast().accuracy().signals();
                    ValueAdded added = location.forecast().accuracy().valueAdded();
                    rows.row(
                            runId,
                            location.location().item(),
                            location.location().warehouse(),
                            choice.abcClass(),
                            choice.demandClass(),
                            choice.obsolescenceStatus(),
                            choice.lifecycleAction(),
                            choice.stopBuy(),
                            choice.policyType(),
                            choice.serviceTarget(),
                            choice.safetyStockMethod(),
                            policy.safetyStockUnits(),
                            policy.reorderPointUnits(),
                            policy.orderUpToLevelUnits(),
                            policy.orderQuantityUnits(),
                            choice.reviewDays(),
                            supply.leadTimeDays(),
                            supply.minOrderQuantityUnits(),
                            supply.orderMultipleUnits(),
                            supply.supplier(),
                            supply.fromWarehouse(),
                            profile.stock().onHandUnits(),
                            profile.stock().netUnits(),
                            profile.stock().onOrderUnits(),
                            profile.stock().expiringUnits(),
                            profile.stock().coverDays(),
                            Money.of(profile.stock().onHandValue()),
                            profile.demand().annualUnits(),
                            profile.demand().annualValue(),
                            profile.demand().averageDemandIntervalBuckets(),
                            profile.demand().squaredCoefficientOfVariation(),
                            profile.demand().daysSinceLastSale(),
                            profile.demand().forecastUnitsPerDay(),
                            location.forecast().method(),
                            location.forecast().why(),
                            location.forecast().accuracy().origins(),
                            location.forecast().accuracy().meanAbsoluteErrorUnits(),
                            location.forecast().accuracy().meanAbsoluteScaledError(),
                            signals.trackingSignal(),
                            added.naiveErrorUnits(),
                            added.forecastErrorUnits(),
                            added.givenBuckets(),
                            added.naiveErrorWhereGivenUnits(),
                            added.forecastErrorWhereGivenUnits(),
                            added.givenErrorUnits(),
                            signals.meanErrorUnits(),
                            signals.smoothedErrorSignal(),
                            signals.cusum(),
                            firstStockout(location.withoutProposals()),
                            firstStockout(location.withProposals()),
                            bought.getOrDefault(location.location(), 0),
                            movedIn.getOrDefault(location.location(), 0),
                            movedOut.getOrDefault(location.location(), 0));
                }
                rows.finish();
            }
        }

        private void writeSeries() throws SQLException {
            try (BulkInsert rows = into("sku_location_series", """
                    run_id, item, warehouse, history_start, sold_units, in_stock_share, demand_units, \
                    forecast_mean_units, forecast_sd_units, planned_demand, safety_stock, \
                    receipts_before, net_before, receipts_after, transfers_in_after, transfers_out_after, net_after, \
                    conclusions, policy_steps, corrections""")) {
                for (SkuLocationPlan location : plan.locations()) {
                    InventoryProjection before = location.withoutProposals();
                    InventoryProjection after = location.withProposals();
                    rows.row(
                            runId,
                            location.location().item(),
                            location.location().warehouse(),
                            location.history().buckets().start(),
                            location.history().soldUnits().toArray(),
                            location.history().inStockShare().toArray(),
                            new CorrectedHistory(
                                            location.location(),
                                            location.history().buckets(),
                                            location.history().soldUnits(),
                                            location.forecast().corrections())
                                    .demandUnits()
                                    .toArray(),
                            location.forecast().meanUnits().toArray(),
                            location.forecast().sdUnits().toArray(),
                            after.demandUnits(),
                            after.safetyStockUnits(),
                            before.receiptUnits(),
                            NetStock.of(before),
                            after.receiptUnits(),
                            after.transferInUnits(),
                            after.transferOutUnits(),
                            NetStock.of(after),
                            json.writeValueAsString(location.choice().conclusions().stream()
                                    .map(StoredConclusion::of)
                                    .toList()),
                            json.writeValueAsString(location.calculation().steps()),
                            json.writeValueAsString(location.forecast().corrections().stream()
                                    .map(HistoryCorrection::of)
                                    .toList()));
                }
                rows.finish();
            }
        }

        private void writePurchaseOrders() throws SQLException {
            try (BulkInsert rows = into(
                    "purchase_order",
                    "run_id, number, supplier, warehouse, order_date, due_date, act_now, line_count, value, containers")) {
                for (PurchaseOrder order : plan.purchaseOrders()) {
                    rows.row(
                            runId,
                            order.number(),
                            order.supplier(),
                            order.warehouse(),
                            order.orderDate(),
                            order.dueDate(),
                            order.isDueForReleaseOn(plan.buckets().start()),
                            order.lines().size(),
                            order.value(),
                            order.containers());
                }
                rows.finish();
            }
        }

        private void writePurchaseOrderLines() throws SQLException {
            try (BulkInsert rows = into("purchase_order_line", """
                    run_id, number, line, item, quantity_units, order_multiple_units, unit_cost, value, due_date, \
                    reason""")) {
                for (PurchaseOrder order : plan.purchaseOrders()) {
                    for (PurchaseOrder.Line line : order.lines()) {
                        rows.row(
                                runId,
                                order.number(),
                                line.line(),
                                line.item(),
                                line.quantityUnits(),
                                line.orderMultipleUnits(),
                                line.unitCost(),
                                line.value(),
                                line.dueDate(),
                                line.reason());
                    }
                }
                rows.finish();
            }
        }

        private void writeTransfers() throws SQLException {
            try (BulkInsert rows = into("transfer_order", """
                    run_id, number, from_warehouse, to_warehouse, ship_date, due_date, act_now, line_count, \
                    quantity_units, cost""")) {
                for (TransferOrder transfer : plan.transfers()) {
                    rows.row(
                            runId,
                            transfer.number(),
                            transfer.from(),
                            transfer.to(),
                            transfer.shipDate(),
                            transfer.dueDate(),
                            transfer.isDueForReleaseOn(plan.buckets().start()),
                            transfer.lines().size(),
                            transfer.lines().stream()
                                    .mapToLong(TransferOrder.Line::quantityUnits)
                                    .sum(),
                            transfer.lines().stream()
                                    .map(TransferOrder.Line::cost)
                                    .reduce(Money.ZERO, Money::plus));
                }
                rows.finish();
            }
        }

        private void writeTransferLines() throws SQLException {
            try (BulkInsert rows =
                    into("transfer_order_line", "run_id, number, line, item, quantity_units, cost, reason")) {
                for (TransferOrder transfer : plan.transfers()) {
                    for (TransferOrder.Line line : transfer.lines()) {
                        rows.row(
                                runId,
                                transfer.number(),
                                line.line(),
                                line.item(),
                                line.quantityUnits(),
                                line.cost(),
                                line.reason());
                    }
                }
                rows.finish();
            }
        }

        private void writeExplanations() throws SQLException {
            try (BulkInsert rows = into("explanation", "run_id, number, line, item, warehouse, body")) {
                for (Explanation explanation : plan.explanations()) {
                    rows.row(
                            runId,
                            explanation.order(),
                            explanation.line(),
                            explanation.location().item(),
                            explanation.location().warehouse(),
                            json.writeValueAsString(LineExplanation.of(explanation)));
                }
                rows.finish();
            }
        }

        private void writeLimits() throws SQLException {
            try (BulkInsert rows = into(
                    "limit_use",
                    "run_id, kind, warehouse, storage_class, period_start, limit_amount, used_amount, price")) {
                for (LimitUse limit : plan.limits()) {
                    rows.row(
                            runId,
                            limit.kind(),
                            limit.warehouse(),
                            limit.storageClass(),
                            limit.periodStart(),
                            limit.limit(),
                            limit.used(),
                            limit.price());
                }
                rows.finish();
            }
        }

        private void writeLimitRaises() throws SQLException {
            try (BulkInsert rows = into("limit_raise", """
                    run_id, rank, kind, warehouse, storage_class, amount, estimated_saving, cost_before, cost_after, added_lines,
                    added_value, dropped_lines""")) {
                int rank = 0;
                for (LimitRaise raise : plan.raises()) {
                    rank++;
                    rows.row(
                            runId,
                            rank,
                            raise.kind(),
                            raise.warehouse(),
                            raise.storageClass(),
                            raise.amount(),
                            raise.estimatedSaving(),
                            raise.costBefore(),
                            raise.costAfter(),
                            raise.addedLines(),
                            raise.addedValue(),
                            raise.droppedLines());
                }
                rows.finish();
            }
        }

        private void writeLimitRaiseLines() throws SQLException {
            try (BulkInsert rows = into("limit_raise_line", """
                    run_id, raise_rank, rank, item, supplier, warehouse, order_date, quantity_units, value""")) {
                int raiseRank = 0;
                for (LimitRaise raise : plan.raises()) {
                    raiseRank++;
                    int rank = 0;
                    for (LimitRaise.Line line : raise.largest()) {
                        rank++;
                        rows.row(
                                runId,
                                raiseRank,
                                rank,
                                line.item(),
                                line.supplier(),
                                line.warehouse(),
                                line.orderDate(),
                                line.units(),
                                line.value());
                    }
                }
                rows.finish();
            }
        }

        private void writeExceptions() throws SQLException {
            try (BulkInsert rows = into("plan_exception", """
                    run_id, rank, severity, kind, item, warehouse, date, quantity_units, value, message, action,
                    suggested_action, rule_id, rule_file, rule_line, why""")) {
                int rank = 0;
                for (PlanException exception : plan.exceptions()) {
                    rank++;
                    rows.row(
                            runId,
                            rank,
                            exception.severity(),
                            exception.kind(),
                            exception.item(),
                            exception.warehouse(),
                            exception.date(),
                            exception.quantityUnits(),
                            exception.value(),
                            exception.message(),
                            exception.action(),
                            exception.suggestedAction(),
                            exception.judgement().ruleId(),
                            exception.judgement().file(),
                            exception.judgement().line(),
                            exception.judgement().text());
                }
                rows.finish();
            }
        }

        private void writeViolations() throws SQLException {
            try (BulkInsert rows = into("plan_violation", "run_id, rank, kind, place, date, excess, unit, remedy")) {
                int rank = 0;
                for (OptimizationResult.Violation violation : plan.violations()) {
                    rank++;
                    rows.row(
                            runId,
                            rank,
                            violation.kind(),
                            violation.where(),
                            plan.buckets().start(violation.period()),
                            violation.excess(),
                            violation.unit(),
                            violation.remedy());
                }
                rows.finish();
            }
        }

        private static @Nullable Double nullIfNaN(double value) {
            return Double.isNaN(value) ? null : value;
        }

        private static @Nullable LocalDate firstStockout(InventoryProjection projection) {
            int bucket = projection.firstStockoutBucket();
            return bucket < 0 ? null : projection.buckets().start(bucket);
        }
    }
}
