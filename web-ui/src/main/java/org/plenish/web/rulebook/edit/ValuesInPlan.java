package org.plenish.web.rulebook.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenish.web.shared.CurrentPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What words that are texts can be, so that nobody needs to know it by heart: the vocabulary cannot list it, the current plan
 * can. Words with too many values to choose from, such as {@code item}, are not among them.
 */
@Component
class ValuesInPlan {

    /** More are no list to pick from, and a part of them would look like all. */
    private static final int MOST = 300;

    private final CurrentPlan currentPlan;
    private final JdbcClient jdbc;

    ValuesInPlan(CurrentPlan currentPlan, JdbcClient jdbc) {
        this.currentPlan = currentPlan;
        this.jdbc = jdbc;
    }

    /** Sorted values by word; no words without a plan. */
    Map<String, List<String>> byWord() {
        return currentPlan.find().map(plan -> byWord(plan.runId())).orElse(Map.of());
    }

    private Map<String, List<String>> byWord(long run) {
        List<String> warehouses = values("SELECT warehouse FROM plan_warehouse WHERE run_id = ?", run);
        List<String> classes =
                values("SELECT storage_class FROM warehouse_class WHERE run_id = ? AND storage_class <> ''", run);
        Map<String, List<String>> values = new HashMap<>();
        values.put("warehouse", warehouses);
        values.put("warehouse.parent", warehouses);
        values.put("warehouse.name", values("SELECT name FROM plan_warehouse WHERE run_id = ? AND name <> ''", run));
        values.put("item.storageClass", classes);
        values.put("limit.ofStorageClass", classes);
        values.put(
                "item.category",
                jdbc.sql("""
                    SELECT value FROM item_facet WHERE kind = 'CATEGORY' ORDER BY value LIMIT :most\
                    """).param("most", MOST + 1).query(String.class).list());
        values.values().removeIf(some -> some.isEmpty() || some.size() > MOST);
        return values;
    }

    private List<String> values(String sql, long run) {
        return jdbc.sql("SELECT DISTINCT value FROM (" + sql + ") of_plan (value) ORDER BY value LIMIT " + (MOST + 1))
                .param(run)
                .query(String.class)
                .list();
    }
}
