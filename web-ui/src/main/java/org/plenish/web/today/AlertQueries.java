package org.plenish.web.today;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenish.web.export.TableDownload;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.today.AlertFilter.Show;
import org.plenish.web.today.PanelView.PanelTotal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads what needs a person, with what has been done about it. */
@Repository
class AlertQueries {

    static final int ALERTS_A_PAGE = 50;

    /** What much more is: an alert that was put aside is back before its day. */
    private static final BigDecimal MUCH_MORE = new BigDecimal("1.5");

    /** An order of which the plan did not know yet: one that it counted on leaves the shortage as it is. */
    private static final String ALERTS = """
            SELECT a.panel, a.rank, a.item, coalesce(i.description, a.item) AS description, a.warehouse,
                coalesce(w.name, a.warehouse) AS warehouse_name, a.reference, own.kind AS reference_kind,
                own.state AS reference_state, a.date,
                a.quantity_units, a.value, a.severity, a.message, a.suggested_action, a.action, a.to_do,
                o.number AS order_number, o.kind AS order_kind, o.state AS order_state, o.version AS order_version,
                o.quantity_units AS order_units, t.number AS add_to, m.mark, m.until, m.reason, m.marked_by,
                m.for_user AS marked_for_user, m.decision, m.percent
            FROM today_alert a
            LEFT JOIN plan_item i ON i.run_id = a.run_id AND i.item = a.item
            LEFT JOIN plan_warehouse w ON w.run_id = a.run_id AND w.warehouse = a.warehouse
            LEFT JOIN orders own ON a.reference <> '' AND own.number = a.reference
            LEFT JOIN LATERAL (
                SELECT o.number, o.kind, o.state, o.version, l.quantity_units
                FROM order_line l JOIN orders o ON o.id = l.order_id
                WHERE l.item = a.item AND CASE WHEN a.panel IN ('EXCESS', 'DEAD')
                    THEN o.kind = 'TRANSFER' AND o.partner = a.warehouse ELSE o.warehouse = a.warehouse END
                AND o.state NOT IN ('RECEIVED', 'CLOSED', 'REJECTED', 'CANCELLED')
                AND NOT EXISTS (SELECT 1 FROM plan_counted_line c WHERE c.run_id = a.run_id AND c.line_id = l.id)
                ORDER BY l.due_date, o.id LIMIT 1) o
                ON a.panel IN ('STOCKED_OUT', 'SOON_OUT', 'EXCESS', 'DEAD')
            LEFT JOIN LATERAL (
                SELECT p.number FROM sku_location s
                JOIN orders p ON p.kind = 'PURCHASE' AND p.partner = s.supplier AND p.warehouse = s.warehouse
                WHERE s.run_id = a.run_id AND s.item = a.item AND s.warehouse = a.warehouse
                AND p.state IN ('PROPOSED', 'EDITED') ORDER BY p.order_date, p.id LIMIT 1) t
                ON a.panel IN ('STOCKED_OUT', 'SOON_OUT') AND o.number IS NULL
            LEFT JOIN LATERAL (
                SELECT mark, until, reason, marked_by, for_user, decision, percent FROM alert_mark m
                WHERE m.item = a.item AND m.warehouse = a.warehouse AND m.panel = a.panel AND m.reference = a.reference
                AND m.for_user IN ('', :user) AND m.until > :today AND a.value <= m.value_then * :muchMore
                ORDER BY m.for_user LIMIT 1) m ON true
            WHERE a.run_id = :run""";

    private static final String ENDED = Alert.ENDED.stream().collect(Collectors.joining("', '", "'", "'"));

    private static final String LIST = " AND a.panel = :panel AND (CAST(:warehouse AS text) IS NULL"
            + " OR a.warehouse = :warehouse) AND a.rank > :after";

    private static final String ORDER = " ORDER BY a.panel, a.rank";

    private final JdbcClient jdbc;
    private final TableDownload downloads;
    private final Clock clock;

    AlertQueries(JdbcClient jdbc, TableDownload downloads, Clock clock) {
        this.jdbc = jdbc;
        this.downloads = downloads;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The few that are to be done today. */
    Map<Panel, List<Alert>> toDo(PlanHeader plan, String user) {
        return alerts(jdbc.sql(ALERTS + " AND a.to_do" + ORDER), plan, user).query(Alert.class).list().stream()
                .collect(Collectors.groupingBy(Alert::panel));
    }

    /** One page, and one more if there is another page. */
    List<Alert> page(PlanHeader plan, String user, AlertFilter filter) {
        return list(jdbc.sql(ALERTS + LIST + shown(filter) + ORDER + " LIMIT :rows"), plan, user, filter)
                .param("rows", ALERTS_A_PAGE + 1)
                .query(Alert.class)
                .list();
    }

    /** All pages. To be closed. */
    Stream<Alert> stream(PlanHeader plan, String user, AlertFilter filter) {
        return list(downloads.sql(ALERTS + LIST + shown(filter) + ORDER), plan, user, filter)
                .query(Alert.class)
                .stream();
    }

    /** @throws NothingFoundException if another plan has become the current one, so that the place is another alert's */
    Alert require(PlanHeader plan, String user, AlertPlace place) {
        return (place.run() == plan.runId() ? find(plan, user, place.panel(), place.rank()) : Optional.<Alert>empty())
                .orElseThrow(() -> new NothingFoundException(
                        "The plan has changed since the page was shown. Look at it again, and decide anew."));
    }

    private Optional<Alert> find(PlanHeader plan, String user, Panel panel, int rank) {
        return alerts(jdbc.sql(ALERTS + " AND a.panel = :panel AND a.rank = :rank"), plan, user)
                .param("panel", panel.name())
                .param("rank", rank)
                .query(Alert.class)
                .optional();
    }

    Map<Panel, PanelTotal> totals(long runId) {
        return jdbc
                .sql("SELECT run_id, panel, alert_count, value FROM today_panel WHERE run_id = :run")
                .param("run", runId)
                .query(PanelTotal.class)
                .list()
                .stream()
                .collect(Collectors.toMap(PanelTotal::panel, Function.identity()));
    }

    /** The plan before this one that was counted in the same currency. */
    Optional<PlanBefore> findBefore(PlanHeader plan) {
        return jdbc.sql("""
                        SELECT run_id, plan_date FROM plan p
                        WHERE run_id < :run AND currency = :currency
                        AND EXISTS (SELECT 1 FROM today_panel t WHERE t.run_id = p.run_id)
                        ORDER BY run_id DESC LIMIT 1""")
                .param("run", plan.runId())
                .param("currency", plan.currency())
                .query(PlanBefore.class)
                .optional();
    }

    List<String> warehouses(long runId) {
        return jdbc.sql("SELECT warehouse FROM plan_warehouse WHERE run_id = :run ORDER BY warehouse")
                .param("run", runId)
                .query(String.class)
                .list();
    }

    private StatementSpec alerts(StatementSpec sql, PlanHeader plan, String user) {
        return sql.param("run", plan.runId())
                .param("user", user)
                .param("today", today())
                .param("muchMore", MUCH_MORE);
    }

    private StatementSpec list(StatementSpec sql, PlanHeader plan, String user, AlertFilter filter) {
        String warehouse = filter.warehouse();
        return alerts(sql, plan, user)
                .param("panel", filter.panelOrDefault().name())
                .param("warehouse", warehouse == null || warehouse.isBlank() ? null : warehouse, Types.VARCHAR)
                .param("after", filter.after() == null ? 0 : filter.after());
    }

    private static String shown(AlertFilter filter) {
        Show show = filter.showOrDefault();
        return switch (show) {
            case ALL -> "";
            case OPEN ->
                " AND m.mark IS NULL AND (coalesce(o.state, 'PROPOSED') IN ('PROPOSED', 'EDITED')"
                        + " OR a.panel IN ('EXCESS', 'DEAD') AND o.quantity_units < a.quantity_units)"
                        + " AND coalesce(own.state, '') NOT IN (" + ENDED + ")";
            case PUT_ASIDE -> " AND m.mark IS NOT NULL";
        };
    }
}
