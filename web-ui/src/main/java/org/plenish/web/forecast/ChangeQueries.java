package org.plenish.web.forecast;

import java.util.List;
import java.util.stream.Stream;
import org.plenish.web.export.TableDownload;
import org.plenish.web.shared.LikePattern;
import org.plenish.web.shared.PlanHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists what people have changed of forecasts. */
@Repository
class ChangeQueries {

    private static final int OF_ONE_LEVEL = 50;

    private static final String COLUMNS = """
            SELECT c.*, coalesce(i.description, '') AS description, coalesce(c.to_day < :planDate, false) AS passed,
                c.set_at > (SELECT started_at FROM planning_run WHERE id = :run) AS after_plan
            FROM forecast_change c LEFT JOIN plan_item i ON i.run_id = :run AND i.item = c.item
            """;

    private static final String FILTERED = """
             WHERE (CAST(:q AS text) IS NULL OR c.item ILIKE :q OR c.category ILIKE :q OR c.reason ILIKE :q
                OR c.set_by ILIKE :q OR c.like_item ILIKE :q)
            AND (CAST(:kind AS text) IS NULL OR c.kind = :kind)
            AND CASE :state WHEN 'ENDED' THEN c.ended_at IS NOT NULL
                WHEN 'PASSED' THEN c.ended_at IS NULL AND c.to_day < :planDate
                WHEN 'STANDING' THEN c.ended_at IS NULL AND (c.to_day IS NULL OR c.to_day >= :planDate)
                ELSE true END
            """;

    private static final String ORDER = " ORDER BY c.set_at DESC, c.id DESC";

    private final JdbcClient jdbc;
    private final TableDownload downloads;

    ChangeQueries(JdbcClient jdbc, TableDownload downloads) {
        this.jdbc = jdbc;
        this.downloads = downloads;
    }

    /** The changes of exactly this level that stand and have not passed, the latest first. */
    List<ChangeRow> of(PlanHeader plan, Level level) {
        return jdbc.sql(COLUMNS + """
                         WHERE c.ended_at IS NULL AND (c.to_day IS NULL OR c.to_day >= :planDate)
                        AND c.item = :item AND c.category = :category AND c.warehouse = :warehouse
                        """ + ORDER + " LIMIT :rows")
                .param("run", plan.runId())
                .param("planDate", plan.planDate())
                .param("item", level.item())
                .param("category", level.category())
                .param("warehouse", level.warehouse())
                .param("rows", OF_ONE_LEVEL)
                .query(ChangeRow.class)
                .list();
    }

    ChangeList list(PlanHeader plan, ChangeFilter filter) {
        int total = filtered(jdbc.sql("SELECT count(*) FROM forecast_change c" + FILTERED), plan, filter)
                .query(Integer.class)
                .single();
        int page = Math.min(filter.pageOrFirst(), ChangeList.pages(total));
        List<ChangeRow> rows = filtered(
                        jdbc.sql(COLUMNS + FILTERED + ORDER + " LIMIT :rows OFFSET :offset"), plan, filter)
                .param("run", plan.runId())
                .param("rows", ChangeList.ROWS_A_PAGE)
                .param("offset", (page - 1) * ChangeList.ROWS_A_PAGE)
                .query(ChangeRow.class)
                .list();
        return new ChangeList(rows, total, page);
    }

    /** All pages of {@link #list}. To be closed. */
    Stream<ChangeRow> stream(PlanHeader plan, ChangeFilter filter) {
        return filtered(downloads.sql(COLUMNS + FILTERED + ORDER), plan, filter)
                .param("run", plan.runId())
                .query(ChangeRow.class)
                .stream();
    }

    private static JdbcClient.StatementSpec filtered(
            JdbcClient.StatementSpec statement, PlanHeader plan, ChangeFilter filter) {
        return statement
                .param("planDate", plan.planDate())
                .param("q", LikePattern.containing(filter.q()))
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("state", filter.stateOrDefault().name());
    }
}
