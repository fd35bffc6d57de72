package org.plenish.web.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.order.life.Rescheduling;
import org.plenish.web.order.life.Rescheduling.Advice;
import org.plenish.web.order.life.StockOutlook;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a plan would change about the lines that it had to take as given. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CommittedAdvice {

    private record Line(
            long orderId,
            long lineId,
            String item,
            String warehouse,
            LocalDate dueDate,
            int quantityUnits,
            int openUnits) {}

    private record Place(String item, String warehouse) {}

    private record Projected(StockOutlook outlook, int[] safetyStockUnits) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CommittedAdvice(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void write(long runId, TimeBuckets buckets) {
        Map<Place, Optional<Projected>> projections = new HashMap<>();
        List<Object[]> rows = new ArrayList<>();
        for (Line line : lines(runId)) {
            Place place = new Place(line.item(), line.warehouse());
            projections
                    .computeIfAbsent(place, key -> findProjection(runId, key, buckets))
                    .flatMap(projected -> Rescheduling.advice(
                            projected.outlook(), projected.safetyStockUnits(), line.dueDate(), line.openUnits()))
                    .ifPresent(advice -> {
                        rows.add(row(runId, line, advice));
                        if (advice.kind() == Rescheduling.Kind.CANCEL) {
                            // What is left must do for the lines that come before.
                            projections.computeIfPresent(
                                    place,
                                    (key, projected) -> projected.map(with -> new Projected(
                                            with.outlook().plus(line.dueDate(), -line.openUnits()),
                                            with.safetyStockUnits())));
                        }
                    });
        }
        batches.batchUpdate("""
                INSERT INTO order_suggestion (order_id, line_id, run_id, kind, quantity_units, due_date)
                VALUES (?, ?, ?, ?, ?, ?)""", rows);
    }

    /** The last to come first. Only what this run counted: what was approved since is not in its projection. */
    private List<Line> lines(long runId) {
        return jdbc.sql("""
                        SELECT o.id AS order_id, l.id AS line_id, l.item, o.warehouse, l.due_date, l.quantity_units,
                            l.quantity_units - l.received_units AS open_units
                        FROM order_line l JOIN orders o ON o.id = l.order_id
                        WHERE (state IN (:committed) OR pinned AND state IN ('EDITED', 'SUBMITTED'))
                        AND l.quantity_units > l.received_units
                        AND EXISTS (SELECT 1 FROM plan_counted_line c WHERE c.run_id = :run AND c.line_id = l.id)
                        ORDER BY l.due_date DESC, l.id DESC""")
                .param("run", runId)
                .param("committed", OrderState.names(OrderState::isCommitted))
                .query(Line.class)
                .list();
    }

    private Optional<Projected> findProjection(long runId, Place place, TimeBuckets buckets) {
        return jdbc.sql("""
                        SELECT net_after, safety_stock FROM sku_location_series
                        WHERE run_id = :run AND item = :item AND warehouse = :warehouse""")
                .param("run", runId)
                .param("item", place.item())
                .param("warehouse", place.warehouse())
                .query((row, index) -> new Projected(
                        new StockOutlook(
                                place.item(),
                                place.warehouse(),
                                buckets,
                                units(row.getArray("net_after").getArray())),
                        units(row.getArray("safety_stock").getArray())))
                .optional();
    }

    private static int[] units(Object array) {
        return Arrays.stream((Integer[]) array).mapToInt(Integer::intValue).toArray();
    }

    private static Object[] row(long runId, Line line, Advice advice) {
        int units = advice.kind() == Rescheduling.Kind.CANCEL ? 0 : line.quantityUnits();
        return new Object[] {line.orderId(), line.lineId(), runId, advice.kind().name(), units, advice.date()};
    }
}
