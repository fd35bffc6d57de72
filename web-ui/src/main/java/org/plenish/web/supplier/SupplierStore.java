package org.plenish.web.supplier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.supply.DeliveryRecord;
import org.plenish.engine.plan.supply.SupplierFigures;
import org.plenish.engine.plan.supply.SupplierItem;
import org.plenish.web.run.BulkInsert;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps with each plan what its suppliers mean to it. */
@Component
class SupplierStore implements PlanFollower {

    private static final String FIGURES = """
            run_id,supplier,items,sole_items,locations,annual_value,sole_annual_value,safety_stock_value,day_less_value,\
            half_spread_value,lead_time_sd_days,order_cost,payment_terms_days,container_cost,open_lines,open_value,late_lines,\
            late_value,proposed_now_value,outlook_value,due_lines,otif_lines,received_lines,mean_lead_time_days""";

    private final JdbcTemplate jdbc;
    private final DeliveryQueries deliveries;
    private final Clock clock;

    SupplierStore(JdbcTemplate jdbc, DeliveryQueries deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** An order that is under way, and what it is worth. */
    private record OpenLine(OpenPurchaseOrder order, Money value) {}

    @Override
    public void planStored(long runId, PlannedDataset planned) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, DeliveryRecord> records = deliveries.records(today);
        Map<SupplierId, List<OpenLine>> open = open(planned.dataset());
        List<SupplierFigures> figures = SupplierFigures.of(planned.dataset(), planned.plan());
        jdbc.execute((Connection connection) -> {
            writeFigures(connection, runId, planned, figures, open, records);
            writeItems(connection, runId, figures);
            writeOpenLines(connection, runId, open);
            writeSpend(connection, runId, planned, open);
            return true;
        });
        jdbc.execute("ANALYZE supplier_figure, supplier_item, supplier_open_line, supplier_spend");
    }

    private static Map<SupplierId, List<OpenLine>> open(Dataset dataset) {
        return dataset.openPurchaseOrders().stream()
                .sorted(Comparator.comparing(OpenPurchaseOrder::dueDate)
                        .thenComparing(OpenPurchaseOrder::order)
                        .thenComparing(OpenPurchaseOrder::location))
                .map(order -> new OpenLine(order, value(dataset, order)))
                .collect(Collectors.groupingBy(line -> line.order().supplier(), TreeMap::new, Collectors.toList()));
    }

    /** At its own price, or at what the item costs where it has none. */
    private static Money value(Dataset dataset, OpenPurchaseOrder order) {
        UnitPrice price = order.unitCost();
        return (price == null ? dataset.item(order.location().item()).unitCost() : price).times(order.quantityUnits());
    }

    private static void writeFigures(
            Connection connection,
            long runId,
            PlannedDataset planned,
            List<SupplierFigures> figures,
            Map<SupplierId, List<OpenLine>> open,
            Map<String, DeliveryRecord> records)
            throws SQLException {
        LocalDate planDate = planned.plan().buckets().start();
        DeliveryRecord none = DeliveryRecord.of(List.of(), planDate);
        try (BulkInsert rows = new BulkInsert(connection, "supplier_figure", List.of(FIGURES.split(",")))) {
            for (SupplierFigures of : figures) {
                Supplier supplier = planned.dataset().supplier(of.supplier());
                List<OpenLine> lines = open.getOrDefault(of.supplier(), List.of());
                List<OpenLine> late = lines.stream()
                        .filter(line -> line.order().dueDate().isBefore(planDate))
                        .toList();
                DeliveryRecord record = records.getOrDefault(of.supplier().value(), none);
                rows.row(
                        runId,
                        of.supplier(),
                        of.items().size(),
                        of.soleItems(),
                        of.locations(),
                        of.annualValue(),
                        of.soleAnnualValue(),
                        of.leadTimeStock().safetyStockValue(),
                        of.leadTimeStock().dayLessValue(),
                        of.leadTimeStock().halfSpreadValue(),
                        supplier.leadTimeSdDays(),
                        supplier.orderCost(),
                        supplier.paymentTermsDays(),
                        supplier.containerCost(),
                        lines.size(),
                        sum(lines),
                        late.size(),
                        sum(late),
                        proposed(planned.plan(), of.supplier(), true),
                        proposed(planned.plan(), of.supplier(), false),
                        record.dueLines(),
                        record.onTimeInFullLines(),
                        record.lines(),
                        record.meanDays());
            }
            rows.finish();
        }
    }

    private static Money sum(List<OpenLine> lines) {
        return lines.stream().map(OpenLine::value).reduce(Money.ZERO, Money::plus);
    }

    private static Money proposed(ReplenishmentPlan plan, SupplierId supplier, boolean now) {
        return plan.purchaseOrders().stream()
                .filter(order -> order.supplier().equals(supplier)
                        && order.isDueForReleaseOn(plan.buckets().start()) == now)
                .map(PurchaseOrder::value)
                .reduce(Money.ZERO, Money::plus);
    }

    private static void writeItems(Connection connection, long runId, List<SupplierFigures> figures)
            throws SQLException {
        try (BulkInsert rows = new BulkInsert(connection, "supplier_item", List.of(("""
                run_id,supplier,rank,item,unit_cost,min_units,multiple_units,lead_time_days,locations,alternatives,\
                annual_value""").split(",")))) {
            for (SupplierFigures of : figures) {
                for (SupplierItem item : of.items()) {
                    rows.row(
                            runId,
                            of.supplier(),
                            item.rank(),
                            item.item(),
                            item.unitCost(),
                            item.minOrderUnits(),
                            item.orderMultipleUnits(),
                            item.leadTimeDays(),
                            item.locations(),
                            item.alternatives(),
                            item.annualValue());
                }
            }
            rows.finish();
        }
    }

    private static void writeOpenLines(Connection connection, long runId, Map<SupplierId, List<OpenLine>> open)
            throws SQLException {
        try (BulkInsert rows = new BulkInsert(
                connection,
                "supplier_open_line",
                List.of("run_id,supplier,rank,number,item,warehouse,quantity_units,order_date,due_date,value"
                        .split(",")))) {
            for (Map.Entry<SupplierId, List<OpenLine>> entry : open.entrySet()) {
                int rank = 0;
                for (OpenLine line : entry.getValue()) {
                    rows.row(
                            runId,
                            entry.getKey(),
                            ++rank,
                            line.order().order(),
                            line.order().location().item(),
                            line.order().location().warehouse(),
                            line.order().quantityUnits(),
                            line.order().orderDate(),
                            line.order().dueDate(),
                            line.value());
                }
            }
            rows.finish();
        }
    }

    private record SpendKey(SupplierId supplier, LocalDate month, String category, String kind) {}

    private static void writeSpend(
            Connection connection, long runId, PlannedDataset planned, Map<SupplierId, List<OpenLine>> open)
            throws SQLException {
        Dataset dataset = planned.dataset();
        Map<SpendKey, Money> spend = new LinkedHashMap<>();
        open.forEach((supplier, lines) -> lines.forEach(line -> spend.merge(
                new SpendKey(
                        supplier,
                        line.order().dueDate().withDayOfMonth(1),
                        dataset.item(line.order().location().item()).category(),
                        "OPEN"),
                line.value(),
                Money::plus)));
        for (PurchaseOrder order : planned.plan().purchaseOrders()) {
            for (PurchaseOrder.Line line : order.lines()) {
                spend.merge(
                        new SpendKey(
                                order.supplier(),
                                line.dueDate().withDayOfMonth(1),
                                dataset.item(line.item()).category(),
                                "PROPOSED"),
                        line.value(),
                        Money::plus);
            }
        }
        try (BulkInsert rows = new BulkInsert(
                connection, "supplier_spend", List.of("run_id,supplier,month,category,kind,value".split(",")))) {
            for (Map.Entry<SpendKey, Money> entry : spend.entrySet()) {
                SpendKey key = entry.getKey();
                rows.row(runId, key.supplier(), key.month(), key.category(), key.kind(), entry.getValue());
            }
            rows.finish();
        }
    }
}
