package org.plenish.web.item.life;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.web.shared.PlanHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the page of an item tells beyond its plan. */
@Repository
public class ItemLife {

    private static final int MOST_PLANS = 60;
    private static final int MOST_ORDERS = 60;
    private static final int MOST_LOTS = 200;

    private final JdbcClient jdbc;

    ItemLife(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<LotOutlook.Counted> lots(long runId, String item, String warehouse) {
        return jdbc.sql("""
                        SELECT lot, units, expires_on FROM item_lot
                        WHERE run_id = :run AND item = :item AND warehouse = :warehouse
                        ORDER BY expires_on, lot LIMIT :most""")
                .param("run", runId)
                .param("item", item)
                .param("warehouse", warehouse)
                .param("most", MOST_LOTS)
                .query(LotOutlook.Counted.class)
                .list();
    }

    /** Of each plan's date the latest plan that came before this one, latest date first. */
    public List<PastForecasts.Past> pastForecasts(PlanHeader plan, String item, String warehouse) {
        List<PastForecasts.Past> all = jdbc.sql("""
                        SELECT run_id, plan_date, forecast_mean_units FROM (
                            SELECT run_id, plan_date FROM plan WHERE run_id < :run AND bucket = :bucket
                            ORDER BY run_id DESC LIMIT :most) p
                        JOIN sku_location_series s USING (run_id)
                        WHERE item = :item AND warehouse = :warehouse ORDER BY run_id DESC""")
                .param("run", plan.runId())
                .param("bucket", plan.bucket().name())
                .param("most", MOST_PLANS)
                .param("item", item)
                .param("warehouse", warehouse)
                .query((row, index) -> {
                    Double[] means =
                            (Double[]) row.getArray("forecast_mean_units").getArray();
                    return new PastForecasts.Past(
                            row.getLong("run_id"),
                            new TimeBuckets(row.getObject("plan_date", LocalDate.class), plan.bucket(), means.length),
                            List.of(means));
                })
                .list();
        Set<LocalDate> seen = new HashSet<>();
        List<PastForecasts.Past> latest = new ArrayList<>();
        for (PastForecasts.Past past : all) {
            if (seen.add(past.planDate())) {
                latest.add(past);
            }
        }
        return latest;
    }

    /** Open ones first, those that are due first before; then the latest of the others. */
    public List<ItemOrder> orders(long runId, String item, String warehouse) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT o.kind = 'TRANSFER' AS transfer, o.number, o.state, o.partner, o.warehouse,
                                o.warehouse = :warehouse AS incoming, l.quantity_units AS units,
                                l.received_units, o.order_date, l.due_date,
                                o.state NOT IN ('RECEIVED', 'CLOSED', 'REJECTED', 'CANCELLED') AS open
                            FROM order_line l JOIN orders o ON o.id = l.order_id
                            WHERE l.item = :item
                            AND (o.warehouse = :warehouse OR (o.kind = 'TRANSFER' AND o.partner = :warehouse))
                            UNION ALL
                            SELECT s.kind = 'TRANSFER', s.number, NULL, s.partner, s.warehouse, true, s.units, 0,
                                s.order_date, s.due_date, true
                            FROM plan_open_supply s
                            WHERE s.run_id = :run AND s.item = :item AND s.warehouse = :warehouse
                            AND NOT EXISTS (SELECT FROM orders o WHERE o.number = s.number)) all_orders
                        ORDER BY open DESC, CASE WHEN open THEN due_date END, due_date DESC, number LIMIT :most""")
                .param("run", runId)
                .param("item", item)
                .param("warehouse", warehouse)
                .param("most", MOST_ORDERS)
                .query((row, index) -> new ItemOrder(
                        row.getBoolean("transfer"),
                        row.getString("number"),
                        row.getString("state"),
                        row.getString("partner"),
                        row.getString("warehouse"),
                        row.getBoolean("incoming"),
                        row.getInt("units"),
                        row.getInt("received_units"),
                        day(row.getDate("order_date")),
                        row.getDate("due_date").toLocalDate(),
                        row.getBoolean("open")))
                .list();
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
