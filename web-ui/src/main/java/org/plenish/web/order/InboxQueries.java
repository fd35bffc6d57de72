package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.TableDownload;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.LikePattern;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Release;
import org.plenish.web.shared.ReleaseGroup;
import org.plenish.web.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the inbox: filtered, sorted, summed up and cut into pages by the database. */
@Repository
class InboxQueries {

    private static final String FOREVER = "DATE '9999-12-31'";

    private static final String FILTERED = """
            WITH fitting AS (
                SELECT o.id, o.kind, o.number, o.partner, o.warehouse, o.order_date, o.state, o.version, o.plan_run,
                    o.containers, l.due_date, l.line_count, l.quantity_units, l.value, l.runs_out, l.short_units,
                    l.left_out_cost AS at_risk, z.until AS snoozed_until
                FROM orders o
                JOIN order_sum l ON l.order_id = o.id
                LEFT JOIN order_snooze z ON z.order_id = o.id AND z.user_name = :user AND z.until > :today
                WHERE o.kind = :kind
                AND o.state IN (:states)
                AND (CAST(:whenFrom AS date) IS NULL OR o.order_date >= :whenFrom)
                AND (CAST(:whenTo AS date) IS NULL OR o.order_date < :whenTo)
                AND (CAST(:partner AS text) IS NULL OR o.partner = :partner)
                AND (CAST(:warehouse AS text) IS NULL OR o.warehouse = :warehouse)
                AND (CAST(:urgency AS text) IS NULL OR l.runs_out IS NOT NULL
                    AND (:urgency = 'RUNS_OUT' OR l.runs_out <= l.due_date))
                AND (:snoozed OR z.until IS NULL)
                AND (NOT :mine
                    OR EXISTS (SELECT 1 FROM order_event e WHERE e.order_id = o.id AND e.user_name = :user)
                    OR :approver AND o.state = 'SUBMITTED' AND NOT EXISTS (
                        SELECT 1 FROM order_contributor c WHERE c.order_id = o.id AND c.user_name = :user))
                AND (CAST(:q AS text) IS NULL OR o.number ILIKE :q OR EXISTS (
                    SELECT 1 FROM order_line f LEFT JOIN plan_item i ON i.run_id = o.plan_run AND i.item = f.item
                    WHERE f.order_id = o.id AND (f.item ILIKE :q OR i.description ILIKE :q)))
            )
            """;

    /** What only the rows of a page need is looked up for these alone. */
    private static final String PAGE = """
            , keyed AS (
                SELECT *, coalesce(runs_out, %1$s) AS row_key,
                    min(coalesce(runs_out, %1$s)) OVER (PARTITION BY partner) AS group_key
                FROM fitting
            ), page AS (
                SELECT * FROM keyed
                WHERE NOT :keyed OR (group_key, partner, row_key, -at_risk, id)
                    > (:afterGroup, :afterPartner, :afterRow, :afterRisk, :afterId)
                ORDER BY group_key, partner, row_key, -at_risk, id LIMIT :rows
            )
            SELECT k.*, coalesce(s.name, f.name, k.partner) AS partner_name, coalesce(w.name, k.warehouse) AS warehouse_name,
                coalesce(s.min_order_value, 0) AS minimum, worst.item_name AS worst_item, worst.reason AS worst_reason,
                worst.runner_up, edit.edited_by, edit.edited_at, edit.edited_detail,
                (SELECT count(*) FROM order_suggestion g WHERE g.order_id = k.id) AS suggestions,
                (SELECT count(*) FROM order_comment c WHERE c.order_id = k.id) AS comments
            FROM page k
            LEFT JOIN plan_supplier s ON k.kind = 'PURCHASE' AND s.run_id = k.plan_run AND s.supplier = k.partner
            LEFT JOIN plan_warehouse f ON k.kind = 'TRANSFER' AND f.run_id = k.plan_run AND f.warehouse = k.partner
            LEFT JOIN plan_warehouse w ON w.run_id = k.plan_run AND w.warehouse = k.warehouse
            JOIN LATERAL (
                SELECT coalesce(i.description, l.item) AS item_name, l.reason, l.runner_up
                FROM order_line l LEFT JOIN plan_item i ON i.run_id = k.plan_run AND i.item = l.item
                WHERE l.order_id = k.id ORDER BY coalesce(l.runs_out, %1$s), l.left_out_cost DESC, l.line LIMIT 1) worst ON true
            LEFT JOIN LATERAL (
                SELECT user_name AS edited_by, at AS edited_at, detail AS edited_detail FROM order_event e
                WHERE e.order_id = k.id AND action = 'EDIT' ORDER BY e.id DESC LIMIT 1) edit ON true
            ORDER BY k.group_key, k.partner, k.row_key, -k.at_risk, k.id""".formatted(FOREVER);

    private final JdbcClient jdbc;
    private final TableDownload downloads;
    private final Clock clock;

    InboxQueries(JdbcClient jdbc, TableDownload downloads, Clock clock) {
        this.jdbc = jdbc;
        this.downloads = downloads;
        this.clock = clock;
    }

    private record GroupTotal(
            String partner,
            int orderCount,
            int lineCount,
            BigDecimal value,
            BigDecimal approvedToday,
            @Nullable BigDecimal dayLimit) {}

    Inbox inbox(PlanHeader plan, Actor actor, OrderKind kind, InboxFilter filter, Release shown) {
        InboxKey after = InboxKey.find(filter.after()).orElse(null);
        List<InboxRow> rows = page(jdbc.sql(FILTERED + PAGE), plan, actor, kind, filter, shown, after)
                .param("rows", Inbox.ORDERS_A_PAGE + 1)
                .query(InboxRow.class)
                .list();
        boolean more = rows.size() > Inbox.ORDERS_A_PAGE;
        List<InboxRow> page = more ? rows.subList(0, Inbox.ORDERS_A_PAGE) : rows;
        Map<String, GroupTotal> totals = totals(plan, actor, kind, filter, shown);
        Map<String, List<InboxRow>> byPartner = page.stream()
                .collect(Collectors.groupingBy(InboxRow::partner, LinkedHashMap::new, Collectors.toList()));
        List<InboxGroup> groups = byPartner.values().stream()
                .map(orders -> group(totals.get(orders.get(0).partner()), orders))
                .toList();
        return new Inbox(
                groups,
                totals.values().stream().mapToInt(GroupTotal::orderCount).sum(),
                totals.values().stream().map(GroupTotal::value).reduce(BigDecimal.ZERO, BigDecimal::add),
                more ? filter.nextAddress(kind, page.get(page.size() - 1).key().token()) : null);
    }

    /** Every order that fits the filter, in the inbox's order; of every release if none is named. To be closed. */
    Stream<InboxRow> stream(PlanHeader plan, Actor actor, OrderKind kind, InboxFilter filter) {
        return page(downloads.sql(FILTERED + PAGE), plan, actor, kind, filter, filter.when(), null)
                .param("rows", Integer.MAX_VALUE)
                .query(InboxRow.class)
                .stream();
    }

    private JdbcClient.StatementSpec page(
            JdbcClient.StatementSpec sql,
            PlanHeader plan,
            Actor actor,
            OrderKind kind,
            InboxFilter filter,
            @Nullable Release shown,
            @Nullable InboxKey after) {
        return filtered(sql, plan, actor, kind, filter, shown)
                .param("keyed", after != null)
                .param("afterGroup", after == null ? plan.planDate() : after.groupRunsOut())
                .param("afterPartner", after == null ? "" : after.partner())
                .param("afterRow", after == null ? plan.planDate() : after.runsOut())
                .param(
                        "afterRisk",
                        after == null ? BigDecimal.ZERO : after.atRisk().negate())
                .param("afterId", after == null ? 0 : after.id());
    }

    private static InboxGroup group(@Nullable GroupTotal total, List<InboxRow> orders) {
        InboxRow first = orders.get(0);
        // An order that came in between the two queries is counted the next time.
        return total == null
                ? new InboxGroup(
                        first.partner(), first.partnerName(), 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, null, orders)
                : new InboxGroup(
                        first.partner(),
                        first.partnerName(),
                        total.orderCount(),
                        total.lineCount(),
                        total.value(),
                        total.approvedToday(),
                        total.dayLimit(),
                        orders);
    }

    private Map<String, GroupTotal> totals(
            PlanHeader plan, Actor actor, OrderKind kind, InboxFilter filter, Release shown) {
        return filtered(jdbc.sql(FILTERED + """
                        SELECT partner, count(*) AS order_count, sum(line_count) AS line_count, sum(value) AS value,
                            (SELECT coalesce(sum(value), 0) FROM (SELECT DISTINCT order_id, value FROM order_approval a
                                WHERE a.kind = :kind AND a.partner = f.partner AND a.day = :today AND NOT void) t)
                                AS approved_today,
                            (SELECT supplier_day_limit FROM approval_limit
                                WHERE :kind = 'PURCHASE' AND subject = 'SUPPLIER' AND name IN (f.partner, '*')
                                ORDER BY name = '*' LIMIT 1) AS day_limit
                        FROM fitting f GROUP BY partner"""), plan, actor, kind, filter, shown)
                .query(GroupTotal.class)
                .list()
                .stream()
                .collect(Collectors.toMap(GroupTotal::partner, total -> total));
    }

    /** By release, whatever else is filtered. */
    List<ReleaseGroup> releases(PlanHeader plan, OrderKind kind) {
        return ReleaseGroup.all(jdbc.sql("""
                        SELECT CASE WHEN order_date < :soon THEN 'TODAY' WHEN order_date < :outlook THEN 'SOON' ELSE 'OUTLOOK' END
                                AS release,
                            count(*) AS orders, sum(quantity_units) AS units, sum(value) AS value
                        FROM orders o JOIN order_sum l ON l.order_id = o.id
                        WHERE kind = :kind AND state IN (:states) GROUP BY 1""")
                .param("kind", kind.name())
                .param("states", OrderState.names(OrderState::isLive))
                .param("soon", plan.planDate().plusDays(1))
                .param("outlook", plan.outlookStart())
                .query(ReleaseGroup.class)
                .list());
    }

    List<Choice> partners(OrderKind kind) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (partner) partner AS value, coalesce(s.name, w.name, partner) AS name
                        FROM orders o
                        LEFT JOIN plan_supplier s ON o.kind = 'PURCHASE' AND s.run_id = plan_run AND s.supplier = partner
                        LEFT JOIN plan_warehouse w ON o.kind = 'TRANSFER' AND w.run_id = plan_run AND w.warehouse = partner
                        WHERE kind = :kind ORDER BY partner, plan_run DESC""").param("kind", kind.name()).query(Choice.class).list();
    }

    List<Choice> warehouses(long runId) {
        return jdbc.sql("SELECT warehouse AS value, name FROM plan_warehouse WHERE run_id = :run ORDER BY name")
                .param("run", runId)
                .query(Choice.class)
                .list();
    }

    /** What of the first bucket's cash the plan commits; empty where cash is not limited. */
    Optional<CashOfBucket> findCash(PlanHeader plan) {
        return jdbc.sql("""
                        SELECT limit_amount AS available, used_amount AS committed
                        FROM limit_use WHERE run_id = :run AND kind = 'CASH' AND period_start = :start""")
                .param("run", plan.runId())
                .param("start", plan.planDate())
                .query(CashOfBucket.class)
                .optional();
    }

    List<SavedFilter> savedFilters(Actor actor, OrderKind kind) {
        return jdbc.sql("SELECT name, query FROM saved_filter WHERE user_name = :user AND kind = :kind ORDER BY name")
                .param("user", actor.userName())
                .param("kind", kind.name())
                .query(SavedFilter.class)
                .list();
    }

    private JdbcClient.StatementSpec filtered(
            JdbcClient.StatementSpec sql,
            PlanHeader plan,
            Actor actor,
            OrderKind kind,
            InboxFilter filter,
            @Nullable Release shown) {
        LocalDate tomorrow = plan.planDate().plusDays(1);
        LocalDate from = shown == Release.SOON ? tomorrow : shown == Release.OUTLOOK ? plan.outlookStart() : null;
        LocalDate to = shown == Release.TODAY ? tomorrow : shown == Release.SOON ? plan.outlookStart() : null;
        return sql.param("kind", kind.name())
                .param("user", actor.userName())
                .param("approver", actor.is(Role.APPROVER))
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(
                        "states",
                        filter.state() == null
                                ? OrderState.names(OrderState::isLive)
                                : List.of(filter.state().name()))
                .param("whenFrom", from)
                .param("whenTo", to)
                .param("partner", InboxFilter.isBlank(filter.partner()) ? null : filter.partner())
                .param("warehouse", InboxFilter.isBlank(filter.warehouse()) ? null : filter.warehouse())
                .param(
                        "urgency",
                        filter.urgency() == null ? null : filter.urgency().name())
                .param("mine", filter.isMine())
                .param("snoozed", filter.isSnoozed())
                .param("q", LikePattern.containing(filter.q()));
    }
}
