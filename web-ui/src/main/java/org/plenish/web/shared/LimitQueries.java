package org.plenish.web.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how much of each shared limit a stored plan uses. */
@Repository
public class LimitQueries {

    private final JdbcClient jdbc;

    LimitQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String kind,
            String name,
            String storageClass,
            LocalDate periodStart,
            double limitAmount,
            double usedAmount,
            double price) {

        String key() {
            return kind + "|" + name + "|" + storageClass;
        }

        LimitSeries.Point point() {
            return new LimitSeries.Point(periodStart, limitAmount, usedAmount, price);
        }
    }

    /** Cash first, then the warehouses by name, then their storage classes. */
    public List<LimitSeries> limits(long runId) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT kind, coalesce(w.name, l.warehouse) AS name, storage_class, period_start, limit_amount,
                            used_amount, price
                        FROM limit_use l LEFT JOIN plan_warehouse w USING (run_id, warehouse)
                        WHERE run_id = :run ORDER BY kind, 2, l.warehouse, storage_class, period_start""")
                .param("run", runId)
                .query(Row.class)
                .list()
                .forEach(row -> groups.computeIfAbsent(row.key(), key -> new ArrayList<>())
                        .add(row));
        return groups.values().stream()
                .map(rows -> new LimitSeries(
                        rows.get(0).kind(),
                        rows.get(0).name(),
                        rows.get(0).storageClass(),
                        rows.stream().map(Row::point).toList()))
                .toList();
    }
}
