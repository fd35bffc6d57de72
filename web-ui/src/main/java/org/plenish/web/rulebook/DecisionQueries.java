package org.plenish.web.rulebook;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.web.run.StoredConclusion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads which rule decided what in a plan. */
@Repository
class DecisionQueries {

    static final int ROWS_A_PAGE = 50;

    private static final TypeReference<List<StoredConclusion>> CONCLUSIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DecisionQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A rule as it was when it decided.
     *
     * @param questions separated by commas
     */
    record PlanRule(String ruleId, String name, String file, int line, String questions, int locations) {}

    /** A SKU-location that a rule decided for. */
    record Place(
            String item,
            String description,
            String warehouse,
            String warehouseName,
            String abcClass,
            String demandClass,
            String status,
            BigDecimal onHandValue,
            double annualValue) {}

    /** What a run was made by: as it was stored, as a run of an earlier version has none. */
    record MadeBy(@Nullable String rulebook, @Nullable String rulebookFingerprint) {}

    /** An item at a warehouse, its answers and what its forecast and exceptions say of rules. */
    record ItemDecisions(
            String description,
            String warehouseName,
            String forecastMethod,
            String forecastWhy,
            List<StoredConclusion> conclusions,
            List<Judged> exceptions) {}

    /** An exception and the rule that judged it. */
    record Judged(
            String kind, String severity, String message, String ruleId, String ruleFile, int ruleLine, String why) {}

    /** How many SKU-locations each rule decided for; empty if nothing was noted of that plan. */
    Map<String, Integer> locations(long runId) {
        Map<String, Integer> locations = new LinkedHashMap<>();
        jdbc.sql("SELECT rule_id, locations FROM plan_rule WHERE run_id = :run")
                .param("run", runId)
                .query(row -> {
                    locations.put(row.getString("rule_id"), row.getInt("locations"));
                });
        return locations;
    }

    Optional<PlanRule> find(long runId, String ruleId) {
        return jdbc.sql("""
                        SELECT rule_id, name, file, line, questions, locations FROM plan_rule
                        WHERE run_id = :run AND rule_id = :rule""")
                .param("run", runId)
                .param("rule", ruleId)
                .query(PlanRule.class)
                .optional();
    }

    /** Of a page; one row of lists is read, and as many places as are shown. */
    List<Place> places(long runId, String ruleId, int page) {
        int first = (page - 1) * ROWS_A_PAGE;
        int within = first % RuleDecisions.LOCATIONS_A_CHUNK;
        return jdbc.sql("""
                        SELECT l.item, i.description, l.warehouse, w.name AS warehouse_name, s.abc_class, s.demand_class,
                            s.status, s.on_hand_value, s.annual_value
                        FROM (SELECT run_id, items[FIRST\\:LAST] AS items, warehouses[FIRST\\:LAST] AS warehouses
                              FROM plan_rule_locations
                              WHERE run_id = :run AND rule_id = :rule AND chunk = :chunk) c
                        CROSS JOIN LATERAL unnest(c.items, c.warehouses) WITH ORDINALITY AS l(item, warehouse, place)
                        JOIN plan_item i ON i.run_id = c.run_id AND i.item = l.item
                        JOIN plan_warehouse w ON w.run_id = c.run_id AND w.warehouse = l.warehouse
                        JOIN sku_location s ON s.run_id = c.run_id AND s.item = l.item AND s.warehouse = l.warehouse
                        ORDER BY l.place""".replace("FIRST", String.valueOf(within + 1))
                        .replace("LAST", String.valueOf(within + ROWS_A_PAGE)))
                .param("run", runId)
                .param("rule", ruleId)
                .param("chunk", first / RuleDecisions.LOCATIONS_A_CHUNK)
                .query(Place.class)
                .list();
    }

    MadeBy madeBy(long runId) {
        return jdbc.sql("SELECT rulebook, rulebook_fingerprint FROM planning_run WHERE id = :run")
                .param("run", runId)
                .query(MadeBy.class)
                .single();
    }

    Optional<ItemDecisions> ofItem(long runId, String item, String warehouse) {
        return jdbc.sql("""
                        SELECT i.description, w.name AS warehouse_name, s.forecast_method, s.forecast_why,
                            d.conclusions::text AS conclusions
                        FROM sku_location s
                        JOIN sku_location_series d USING (run_id, item, warehouse)
                        JOIN plan_item i USING (run_id, item)
                        JOIN plan_warehouse w USING (run_id, warehouse)
                        WHERE run_id = :run AND item = :item AND warehouse = :warehouse""")
                .param("run", runId)
                .param("item", item)
                .param("warehouse", warehouse)
                .query((row, index) -> new ItemDecisions(
                        row.getString("description"),
                        row.getString("warehouse_name"),
                        row.getString("forecast_method"),
                        row.getString("forecast_why"),
                        json.readValue(row.getString("conclusions"), CONCLUSIONS),
                        exceptions(runId, item, warehouse)))
                .optional();
    }

    private List<Judged> exceptions(long runId, String item, String warehouse) {
        return jdbc.sql("""
                        SELECT kind, severity, message, rule_id, rule_file, rule_line, why FROM plan_exception
                        WHERE run_id = :run AND item = :item AND warehouse = :warehouse ORDER BY rank""")
                .param("run", runId)
                .param("item", item)
                .param("warehouse", warehouse)
                .query(Judged.class)
                .list();
    }
}
