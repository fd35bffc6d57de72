package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;
import org.plenish.web.order.life.OrderChecks.SharedLimit;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.order.life.StockOutlook;
import org.plenish.web.shared.PlanHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a change is held against, as the current plan was planned with it. */
@Repository
class SupplyTerms {

    private final JdbcClient jdbc;

    SupplyTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param orderWeekdays empty: any */
    record SupplierTerms(Money minimum, @Nullable Double containerM3, Set<DayOfWeek> orderWeekdays) {}

    private record PriceBreakRow(int minUnits, BigDecimal unitCost) {}

    private record Movement(LocalDate dueDate, int units) {}

    /** The terms for the very warehouse before those for all, the preferred first. */
    Optional<SupplyOption> findOption(long runId, String item, String supplier, String warehouse) {
        return jdbc.sql("""
                        SELECT * FROM plan_supply_option
                        WHERE run_id = :run AND item = :item AND supplier = :supplier AND warehouse IN ('', :warehouse)
                        ORDER BY warehouse = '', priority, option LIMIT 1""")
                .param("run", runId)
                .param("item", item)
                .param("supplier", supplier)
                .param("warehouse", warehouse)
                .query((row, index) -> new SupplyOption(
                        new ItemId(item),
                        new SupplierId(supplier),
                        new WarehouseId(warehouse),
                        new UnitPrice(row.getBigDecimal("unit_cost")),
                        row.getInt("min_units"),
                        row.getInt("multiple_units"),
                        row.getInt("max_units"),
                        row.getInt("lead_time_days"),
                        Money.ZERO,
                        row.getInt("priority"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        priceBreaks(runId, row.getInt("option"))))
                .optional();
    }

    private List<PriceBreak> priceBreaks(long runId, int option) {
        return jdbc
                .sql("SELECT min_units, unit_cost FROM plan_price_break WHERE run_id = :run AND option = :option")
                .param("run", runId)
                .param("option", option)
                .query(PriceBreakRow.class)
                .list()
                .stream()
                .map(row -> new PriceBreak(row.minUnits(), new UnitPrice(row.unitCost())))
                .toList();
    }

    /** What moving a unit costs; empty where there is no lane. */
    Optional<UnitPrice> findTransferCost(long runId, String item, String from, String to) {
        return jdbc.sql("""
                        SELECT cost_per_unit + cost_per_m3 * coalesce(unit_volume_m3, 0)::numeric FROM plan_lane n
                        LEFT JOIN plan_item i ON i.run_id = n.run_id AND i.item = :item
                        WHERE n.run_id = :run AND from_warehouse = :from AND to_warehouse = :to""")
                .param("run", runId)
                .param("item", item)
                .param("from", from)
                .param("to", to)
                .query(BigDecimal.class)
                .optional()
                .map(UnitPrice::new);
    }

    SupplierTerms supplier(long runId, String supplier) {
        return jdbc.sql("""
                        SELECT min_order_value, container_volume_m3, order_weekdays FROM plan_supplier
                        WHERE run_id = :run AND supplier = :supplier""")
                .param("run", runId)
                .param("supplier", supplier)
                .query((row, index) -> new SupplierTerms(
                        Money.of(row.getBigDecimal("min_order_value")),
                        row.getObject("container_volume_m3", Double.class),
                        Arrays.stream((Integer[]) row.getArray("order_weekdays").getArray())
                                .map(DayOfWeek::of)
                                .collect(Collectors.toSet())))
                .optional()
                .orElse(new SupplierTerms(Money.ZERO, null, Set.of()));
    }

    /** Who else sells the item. */
    List<Choice> suppliers(long runId, String item, String warehouse) {
        return jdbc.sql("""
                        SELECT DISTINCT supplier AS value, s.name FROM plan_supply_option o
                        JOIN plan_supplier s USING (run_id, supplier)
                        WHERE run_id = :run AND item = :item AND warehouse IN ('', :warehouse) ORDER BY s.name""")
                .param("run", runId)
                .param("item", item)
                .param("warehouse", warehouse)
                .query(Choice.class)
                .list();
    }

    double orderVolumeM3(long runId, long orderId) {
        return jdbc.sql("""
                        SELECT coalesce(sum(quantity_units * unit_volume_m3), 0) FROM order_line l
                        LEFT JOIN plan_item i ON i.run_id = :run AND i.item = l.item WHERE order_id = :order""")
                .param("run", runId)
                .param("order", orderId)
                .query(Double.class)
                .single();
    }

    double unitVolumeM3(long runId, String item) {
        return jdbc.sql("SELECT unit_volume_m3 FROM plan_item WHERE run_id = :run AND item = :item")
                .param("run", runId)
                .param("item", item)
                .query(Double.class)
                .optional()
                .orElse(0.0);
    }

    /** Space of the warehouse in the bucket of the day, for all goods and for the item's storage class. */
    List<SharedLimit> space(PlanHeader plan, String item, String warehouse, LocalDate day) {
        return jdbc.sql("""
                        SELECT 'Space in ' || w.name || CASE storage_class WHEN '' THEN '' ELSE ' for ' || storage_class || ' goods'
                            END AS name, period_start AS bucket, limit_amount AS limit, used_amount AS used, 'm³' AS unit
                        FROM limit_use u JOIN plan_warehouse w USING (run_id, warehouse)
                        WHERE run_id = :run AND kind <> 'CASH' AND warehouse = :warehouse AND period_start = :bucket
                        AND storage_class IN ('', (SELECT i.storage_class FROM plan_item i
                            WHERE i.run_id = :run AND i.item = :item))""")
                .param("run", plan.runId())
                .param("warehouse", warehouse)
                .param("item", item)
                .param("bucket", bucket(plan, day))
                .query(SharedLimit.class)
                .list();
    }

    /** Cash up to and with the bucket of the day. */
    List<SharedLimit> cash(PlanHeader plan, LocalDate day) {
        return jdbc.sql("""
                        SELECT 'Cash' AS name, period_start AS bucket, limit_amount AS limit, used_amount AS used, '' AS unit
                        FROM limit_use WHERE run_id = :run AND kind = 'CASH' AND period_start = :bucket""")
                .param("run", plan.runId())
                .param("bucket", bucket(plan, day))
                .query(SharedLimit.class)
                .list();
    }

    /** Projected stock with all orders as they stand; empty for what is not planned there. */
    Optional<StockOutlook> findOutlook(PlanHeader plan, String item, String warehouse) {
        return jdbc.sql("""
                        SELECT net_before FROM sku_location_series
                        WHERE run_id = :run AND item = :item AND warehouse = :warehouse""")
                .param("run", plan.runId())
                .param("item", item)
                .param("warehouse", warehouse)
                .query((row, index) -> Arrays.stream(
                                (Integer[]) row.getArray("net_before").getArray())
                        .mapToInt(Integer::intValue)
                        .toArray())
                .optional()
                .map(net -> withOrders(plan, new StockOutlook(item, warehouse, plan.buckets(), net)));
    }

    private StockOutlook withOrders(PlanHeader plan, StockOutlook without) {
        StockOutlook outlook = without;
        for (Movement movement : movements(plan.runId(), without.item(), without.warehouse())) {
            outlook = outlook.plus(movement.dueDate(), movement.units());
        }
        return outlook;
    }

    /**
     * Lines that come or leave since the plan was made. What the run counted as on order stands in its projection already,
     * and counts anew only if a person has taken it back since.
     */
    private List<Movement> movements(long runId, String item, String warehouse) {
        return jdbc.sql("""
                        SELECT l.due_date, l.quantity_units - l.received_units AS units
                        FROM order_line l JOIN orders o ON o.id = l.order_id
                        WHERE l.item = :item AND o.warehouse = :warehouse AND o.state IN (:live) AND NOT (
                            o.state IN (:settled) AND EXISTS (
                                SELECT 1 FROM plan_counted_line c WHERE c.run_id = :run AND c.line_id = l.id))
                        UNION ALL
                        SELECT o.order_date, -l.quantity_units FROM order_line l JOIN orders o ON o.id = l.order_id
                        WHERE l.item = :item AND o.kind = 'TRANSFER' AND o.partner = :warehouse AND o.state IN (:live)
                        AND NOT (o.state IN (:settled) AND EXISTS (
                            SELECT 1 FROM plan_counted_line c WHERE c.run_id = :run AND c.line_id = l.id))
                        UNION ALL
                        SELECT c.due_date, -c.quantity_units FROM plan_counted_order c JOIN orders o USING (number)
                        WHERE c.run_id = :run AND c.item = :item AND c.warehouse = :warehouse
                        AND o.state NOT IN (:settled)""")
                .param("run", runId)
                .param("item", item)
                .param("warehouse", warehouse)
                .param("live", OrderState.names(OrderState::isLive))
                .param(
                        "settled",
                        OrderState.names(state ->
                                state.isCommitted() || state == OrderState.RECEIVED || state == OrderState.CLOSED))
                .query(Movement.class)
                .list();
    }

    private static LocalDate bucket(PlanHeader plan, LocalDate day) {
        int index = plan.buckets().indexOf(day);
        return plan.buckets().start(Math.min(plan.bucketCount() - 1, Math.max(0, index)));
    }
}
