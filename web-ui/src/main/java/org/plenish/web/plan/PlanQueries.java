package org.plenish.web.plan;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.policy.SituationKind;
import org.plenish.web.export.TableDownload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the page of the plan shows. */
@Repository
class PlanQueries {

    private static final int GRAVEST = 8;

    private static final String EXCEPTIONS = """
            SELECT rank, severity, kind, e.item, i.description, e.warehouse, date, quantity_units, value, message,
                action, suggested_action, rule_id, rule_file, rule_line, why
            FROM plan_exception e LEFT JOIN plan_item i USING (run_id, item)
            WHERE run_id = :run AND (:kind::text IS NULL OR kind = :kind) AND rank > :after
            ORDER BY rank""";

    private final JdbcClient jdbc;
    private final TableDownload downloads;

    PlanQueries(JdbcClient jdbc, TableDownload downloads) {
        this.jdbc = jdbc;
        this.downloads = downloads;
    }

    PlanSummary summary(long runId) {
        return jdbc.sql("SELECT * FROM plan WHERE run_id = :run")
                .param("run", runId)
                .query(PlanSummary.class)
                .single();
    }

    /** Empty as long as it is not worked out. */
    Optional<FutureRanges> findFuture(long runId) {
        return jdbc.sql("""
                        SELECT min(low) FILTER (WHERE figure = 'SERVICE_LEVEL') AS lowest_service_level,
                            max(high) FILTER (WHERE figure = 'SERVICE_LEVEL') AS highest_service_level,
                            min(low) FILTER (WHERE figure = 'FILL_RATE') AS lowest_fill_rate,
                            max(high) FILTER (WHERE figure = 'FILL_RATE') AS highest_fill_rate,
                            min(low) FILTER (WHERE figure = 'AVERAGE_STOCK') AS least_stock_value,
                            max(high) FILTER (WHERE figure = 'AVERAGE_STOCK') AS most_stock_value
                        FROM plan_spread WHERE run_id = :run AND conduct = 'AS_PLANNED' AND bucket = -1
                        HAVING count(*) > 0""").param("run", runId).query(FutureRanges.class).optional();
    }

    /** Whether it waits or is at work. */
    boolean isFutureToCome(long runId) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM uncertainty_job
                            WHERE run_id = :run AND status IN ('QUEUED', 'RUNNING'))""").param("run", runId).query(Boolean.class).single();
    }

    /** Cash first. */
    List<RaisedLimit> raisedLimits(long runId) {
        record Row(
                int rank,
                String kind,
                String name,
                String storageClass,
                double amount,
                double estimatedSaving,
                double costBefore,
                double costAfter,
                int addedLines,
                BigDecimal addedValue,
                int droppedLines) {}
        Map<Integer, List<RaisedLimit.Line>> lines =
                jdbc.sql("""
                        SELECT raise_rank, item, coalesce(i.description, '') AS description,
                            coalesce(s.name, l.supplier) AS supplier, coalesce(w.name, l.warehouse) AS warehouse,
                            order_date, quantity_units, value
                        FROM limit_raise_line l
                        LEFT JOIN plan_item i USING (run_id, item)
                        LEFT JOIN plan_supplier s USING (run_id, supplier)
                        LEFT JOIN plan_warehouse w USING (run_id, warehouse)
                        WHERE run_id = :run ORDER BY raise_rank, rank""").param("run", runId).query(RaisedLimit.Line.class).list().stream()
                        .collect(Collectors.groupingBy(RaisedLimit.Line::raiseRank));
        return jdbc.sql("""
                        SELECT rank, kind, coalesce(w.name, r.warehouse) AS name, storage_class, amount, estimated_saving,
                            cost_before, cost_after, added_lines, added_value, dropped_lines
                        FROM limit_raise r LEFT JOIN plan_warehouse w USING (run_id, warehouse)
                        WHERE run_id = :run ORDER BY rank""").param("run", runId).query(Row.class).list().stream()
                .map(row -> new RaisedLimit(
                        row.kind(),
                        row.name(),
                        row.storageClass(),
                        row.amount(),
                        row.estimatedSaving(),
                        row.costBefore(),
                        row.costAfter(),
                        row.addedLines(),
                        row.addedValue(),
                        row.droppedLines(),
                        lines.getOrDefault(row.rank(), List.of())))
                .toList();
    }

    /** Gravest first. */
    List<ExceptionKind> exceptionKinds(long runId) {
        return jdbc.sql("""
                        SELECT kind, severity, exceptions AS count, value FROM exception_sum
                        WHERE run_id = :run ORDER BY first_rank""").param("run", runId).query(ExceptionKind.class).list();
    }

    List<ExceptionLine> gravestExceptions(long runId) {
        return exceptions(runId, null, 0, GRAVEST);
    }

    /** Gravest first, those that come after a rank; of every kind if {@code kind} is null. */
    List<ExceptionLine> exceptions(long runId, @Nullable SituationKind kind, int after, int count) {
        return jdbc.sql(EXCEPTIONS + " LIMIT :count")
                .param("run", runId)
                .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
                .param("after", after)
                .param("count", count)
                .query(ExceptionLine.class)
                .list();
    }

    /** All pages of {@link #exceptions}. To be closed. */
    Stream<ExceptionLine> streamExceptions(long runId, @Nullable SituationKind kind) {
        return downloads
                .sql(EXCEPTIONS)
                .param("run", runId)
                .param("after", 0)
                .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
                .query(ExceptionLine.class)
                .stream();
    }

    List<Violation> violations(long runId) {
        return jdbc.sql(
                        "SELECT kind, place, date, excess, unit, remedy FROM plan_violation WHERE run_id = :run ORDER BY rank")
                .param("run", runId)
                .query(Violation.class)
                .list();
    }
}
