package org.plenish.web.run.compare;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.web.run.compare.FigureChange.Figure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the runs that have a plan, so that two of them can be compared. */
@Repository
class ComparedRuns {

    private static final int OFFERED = 50;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ComparedRuns(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A run that can be chosen. */
    public record Choice(long id, String source, LocalDate planDate) {

        public String value() {
            return String.valueOf(id);
        }

        public String name() {
            return id + " · " + source + " · " + planDate;
        }
    }

    /** The latest first. */
    List<Choice> choices() {
        return jdbc.sql("""
                        SELECT r.id, r.source, p.plan_date FROM plan p JOIN planning_run r ON r.id = p.run_id
                        ORDER BY p.run_id DESC LIMIT :rows""").param("rows", OFFERED).query(Choice.class).list();
    }

    /** The plan before a run's. */
    Optional<Long> findBefore(long run) {
        return jdbc.sql("SELECT run_id FROM plan WHERE run_id < :run ORDER BY run_id DESC LIMIT 1")
                .param("run", run)
                .query(Long.class)
                .optional();
    }

    Optional<ComparedRun> find(long run) {
        return jdbc.sql("""
                        SELECT p.*, r.id, r.source, r.rulebook, r.product_version, r.settings::text AS settings,
                            r.dataset_files::text AS dataset_files, r.rulebook_files::text AS rulebook_files
                        FROM plan p JOIN planning_run r ON r.id = p.run_id WHERE p.run_id = :run""").param("run", run).query((row, index) -> run(row)).optional();
    }

    /** What people changed between the starts of two runs, in either order. */
    List<InputChange> decisions(long a, long b) {
        return jdbc.sql("""
                        WITH run_times AS (
                            SELECT a.started_at AS at_a, b.started_at AS at_b, least(a.started_at, b.started_at) AS low,
                                greatest(a.started_at, b.started_at) AS high
                            FROM planning_run a, planning_run b WHERE a.id = :a AND b.id = :b
                        ), decided AS (
                            SELECT 'OVERRIDES' AS kind, set_at, ended_at FROM policy_override
                            UNION ALL SELECT 'FORECAST_CHANGES', set_at, ended_at FROM forecast_change
                        )
                        SELECT kind, '' AS name,
                            count(*) FILTER (WHERE set_at <= at_a AND (ended_at IS NULL OR ended_at > at_a))::text AS before,
                            count(*) FILTER (WHERE set_at <= at_b AND (ended_at IS NULL OR ended_at > at_b))::text AS after
                        FROM decided, run_times GROUP BY kind
                        HAVING count(*) FILTER (WHERE set_at > low AND set_at <= high OR ended_at > low AND ended_at <= high) > 0
                        UNION ALL
                        SELECT 'ORDER_LINES', '', before::text, after::text FROM (
                            SELECT (SELECT count(*) FROM plan_counted_line WHERE run_id = :a) AS before,
                                (SELECT count(*) FROM plan_counted_line WHERE run_id = :b) AS after) counted
                        WHERE before <> after""")
                .param("a", a)
                .param("b", b)
                .query(InputChange.class)
                .list();
    }

    private ComparedRun run(ResultSet row) throws SQLException {
        Map<String, BigDecimal> figures = new HashMap<>();
        for (Figure figure : Figure.values()) {
            BigDecimal value = row.getBigDecimal(figure.name().toLowerCase(Locale.ROOT));
            if (value != null) {
                figures.put(figure.name(), value);
            }
        }
        return new ComparedRun(
                row.getLong("id"),
                row.getString("source"),
                row.getObject("plan_date", LocalDate.class),
                row.getString("currency"),
                row.getString("rulebook"),
                row.getString("product_version"),
                flat(row.getString("dataset_files")),
                flat(row.getString("rulebook_files")),
                flat(row.getString("settings")),
                figures);
    }

    /** The leaves of a JSON object by their paths: {@code optimizer.seed}. */
    private Map<String, String> flat(@Nullable String text) {
        Map<String, String> leaves = new TreeMap<>();
        if (text != null) {
            addLeaves(json.readTree(text), "", leaves);
        }
        return leaves;
    }

    private static void addLeaves(JsonNode node, String path, Map<String, String> leaves) {
        if (!node.isObject()) {
            leaves.put(path, node.isValueNode() ? node.asString() : node.toString());
            return;
        }
        node.properties()
                .forEach(field -> addLeaves(
                        field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), leaves));
    }
}
