package org.plenish.web.item.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one plan had as the policy of an item at a warehouse.
 *
 * @param values by the name of the list's column, as the database writes them
 */
record PolicyValues(long runId, Instant at, Map<String, String> values) {

    /** Columns of {@code sku_location} by the name that the list of items has for them. */
    private static final Map<String, String> COLUMNS = columns();

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("ABC", "abc_class");
        columns.put("DEMAND", "demand_class");
        columns.put("STATUS", "status");
        columns.put("STOP_BUY", "stop_buy");
        columns.put("POLICY", "policy_type");
        columns.put("SERVICE", "service_target");
        columns.put("METHOD_OF_STOCK", "safety_stock_method");
        columns.put("SAFETY_STOCK", "safety_stock_units");
        columns.put("REORDER_POINT", "reorder_point_units");
        columns.put("ORDER_UP_TO", "order_up_to_units");
        columns.put("REVIEW", "review_days");
        columns.put("SUPPLIER", "supplier");
        columns.put("LEAD_TIME", "lead_time_days");
        columns.put("MIN_ORDER", "min_order_units");
        columns.put("MULTIPLE", "order_multiple_units");
        columns.put("METHOD", "forecast_method");
        return columns;
    }

    static String columnList() {
        return String.join(", ", COLUMNS.values());
    }

    static PolicyValues read(ResultSet row) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> column : COLUMNS.entrySet()) {
            Object value = row.getObject(column.getValue());
            values.put(column.getKey(), value == null ? "–" : value.toString());
        }
        return new PolicyValues(
                row.getLong("run_id"), row.getTimestamp("finished_at").toInstant(), values);
    }

    List<ItemChange.Field> changesSince(PolicyValues earlier) {
        List<ItemChange.Field> changes = new ArrayList<>();
        values.forEach((name, value) -> {
            String before = Objects.requireNonNullElse(earlier.values.get(name), "–");
            if (!value.equals(before)) {
                changes.add(new ItemChange.Field(name, before, value));
            }
        });
        return changes;
    }
}
