package org.plenish.web.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is recorded of runs. */
@Repository
public class RunQueries {

    private static final int LINES_SHOWN = 200;

    private static final String RUNS = """
            SELECT r.id, source, dataset_id, status, started_by, cancel_requested_by, started_at, finished_at,
                (settings #>> '{optimizer,moves}')::bigint AS moves,
                (settings #>> '{optimizer,seconds}')::double precision AS seconds,
                coalesce((settings #>> '{optimizer,seed}')::bigint, 0) AS seed,
                error, dataset_fingerprint, rulebook, rulebook_fingerprint, product_version,
                plan_date, currency, total_cost, gap,
                (SELECT count(*) FROM plan_set_aside s WHERE s.run_id = r.id) AS set_aside_lines
            FROM planning_run r LEFT JOIN plan p ON p.run_id = r.id\s""";

    private static final String FILTERED = RUNS + """
            WHERE (CAST(:state AS text) IS NULL OR status = :state)
            AND (CAST(:dataset AS bigint) IS NULL OR dataset_id = :dataset)
            AND (CAST(:before AS bigint) IS NULL OR r.id < :before)
            AND (CAST(:after AS bigint) IS NULL OR r.id > :after)
            ORDER BY r.id\s""";

    private final JdbcClient jdbc;

    public RunQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page, found by the numbers next to it. */
    public RunPage page(RunFilter filter) {
        boolean backwards = filter.after() != null;
        List<RunRecord> runs = new ArrayList<>(jdbc.sql(FILTERED + (backwards ? "ASC" : "DESC") + " LIMIT :rows")
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("dataset", filter.dataset())
                .param("before", filter.before())
                .param("after", filter.after())
                .param("rows", RunPage.RUNS_A_PAGE + 1)
                .query((row, index) -> run(row))
                .list());
        boolean further = runs.size() > RunPage.RUNS_A_PAGE;
        if (further) {
            runs.remove(runs.size() - 1);
        }
        if (backwards) {
            Collections.reverse(runs);
            return new RunPage(runs, further, true);
        }
        return new RunPage(runs, filter.before() != null, further);
    }

    public Optional<RunRecord> find(long id) {
        return jdbc.sql(RUNS + "WHERE r.id = :id")
                .param("id", id)
                .query((row, index) -> run(row))
                .optional();
    }

    /** The first of them, by order. */
    List<SetAsideLine> setAside(long run) {
        return jdbc.sql("""
                        SELECT kind, number, item, warehouse, quantity_units, missing, missing_name
                        FROM plan_set_aside WHERE run_id = :run ORDER BY number, line_id LIMIT :rows""")
                .param("run", run)
                .param("rows", LINES_SHOWN)
                .query(SetAsideLine.class)
                .list();
    }

    private static RunRecord run(ResultSet row) throws SQLException {
        return new RunRecord(
                row.getLong("id"),
                row.getString("source"),
                row.getObject("dataset_id", Long.class),
                RunProgress.Status.valueOf(row.getString("status")),
                row.getString("started_by"),
                row.getString("cancel_requested_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                row.getObject("moves", Long.class),
                row.getObject("seconds", Double.class),
                row.getLong("seed"),
                row.getString("error"),
                row.getString("dataset_fingerprint"),
                row.getString("rulebook"),
                row.getString("rulebook_fingerprint"),
                row.getString("product_version"),
                row.getObject("plan_date", LocalDate.class),
                row.getString("currency"),
                row.getBigDecimal("total_cost"),
                row.getObject("gap", Double.class),
                row.getLong("set_aside_lines"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
