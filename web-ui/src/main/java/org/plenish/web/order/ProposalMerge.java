package org.plenish.web.order;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenTransfer;
import org.plenish.web.order.life.CountedLines;
import org.plenish.web.order.life.CountedLines.Counted;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes orders of a new plan's proposals. What no person has touched is replaced; what a person has worked on stays, and
 * what the plan would have instead becomes a suggestion: the n-th proposal of an item for a warehouse from a supplier is
 * held against the n-th line that is kept of them, by due date. About what the run had to take as given, see
 * {@link CommittedAdvice}.
 */
@Component
class ProposalMerge implements PlanFollower {

    private static final String FRESH_LINES = """
            CREATE TEMP TABLE fresh_line ON COMMIT DROP AS
            SELECT 'PURCHASE' AS kind, o.number AS plan_number, l.line AS plan_line, o.supplier AS partner, o.warehouse,
                o.order_date, o.containers, l.item, l.quantity_units, l.order_multiple_units, l.unit_cost, l.value,
                l.due_date, l.reason
            FROM purchase_order_line l JOIN purchase_order o USING (run_id, number) WHERE run_id = :run
            UNION ALL
            SELECT 'TRANSFER', o.number, l.line, o.from_warehouse, o.to_warehouse, o.ship_date, 0, l.item,
                l.quantity_units, 1, l.cost / l.quantity_units, l.cost, o.due_date, l.reason
            FROM transfer_order_line l JOIN transfer_order o USING (run_id, number) WHERE run_id = :run""";

    /**
     * What the run took as given is in its plan already. By that, not by what is approved or pinned now: somebody may have
     * approved, pinned or edited it while the run was at work. What was even received in that time is in no order that is
     * kept, but neither did the run know of it: it answers a proposal like a kept line.
     */
    private static final String MATCHES = """
            CREATE TEMP TABLE matched_line ON COMMIT DROP AS
            SELECT k.id AS line_id, k.order_id, k.given, k.arrived, f.plan_number, f.plan_line, f.quantity_units, f.due_date,
                k.quantity_units AS kept_units, k.due_date AS kept_due
            FROM (SELECT l.id, l.order_id, l.pinned OR o.state IN (:committed) AS given,
                    l.received_units >= l.quantity_units AS arrived, o.kind, o.partner, o.warehouse, l.item, l.quantity_units,
                    l.due_date,
                    row_number() OVER (PARTITION BY o.kind, o.partner, o.warehouse, l.item ORDER BY l.due_date, l.id) AS n
                FROM order_line l JOIN orders o ON o.id = l.order_id
                WHERE (o.state IN (:kept) AND l.quantity_units > l.received_units
                    OR l.received_units >= l.quantity_units AND EXISTS (
                        SELECT 1 FROM order_event e JOIN planning_run r ON r.id = :run
                        WHERE e.order_id = o.id AND e.action = 'APPROVE' AND e.at >= r.started_at))
                AND NOT EXISTS (SELECT 1 FROM plan_counted_line c WHERE c.run_id = :run AND c.line_id = l.id)) k
            LEFT JOIN (SELECT *, row_number() OVER (
                    PARTITION BY kind, partner, warehouse, item ORDER BY due_date, plan_number, plan_line) AS n
                FROM fresh_line) f USING (kind, partner, warehouse, item, n)""";

    /** Whether goods that are promised are to be cancelled, the next run can tell, which takes them as given. */
    private static final String SUGGESTIONS = """
            INSERT INTO order_suggestion (order_id, line_id, run_id, kind, quantity_units, due_date)
            SELECT order_id, line_id, :run, 'CANCEL', 0, kept_due FROM matched_line
            WHERE plan_number IS NULL AND NOT given AND NOT arrived
            UNION ALL
            SELECT order_id, line_id, :run, CASE WHEN quantity_units > kept_units THEN 'INCREASE' ELSE 'DECREASE' END,
                quantity_units, kept_due
            FROM matched_line WHERE quantity_units <> kept_units AND NOT arrived
            UNION ALL
            SELECT order_id, line_id, :run, CASE WHEN due_date < kept_due THEN 'ADVANCE' ELSE 'POSTPONE' END,
                kept_units, due_date
            FROM matched_line WHERE due_date <> kept_due AND NOT arrived""";

    /** An order that nobody has touched keeps its number if the new plan has one for the same partner and warehouse. */
    private static final String PLACES = """
            CREATE TEMP TABLE placed ON COMMIT DROP AS
            SELECT g.*, p.id, coalesce(p.number, next_order_number(g.kind)) AS number
            FROM (SELECT kind, plan_number, partner, warehouse, order_date, containers,
                    row_number() OVER (PARTITION BY kind, partner, warehouse ORDER BY order_date, plan_number) AS n
                FROM fresh_line GROUP BY kind, plan_number, partner, warehouse, order_date, containers) g
            LEFT JOIN (SELECT id, number, kind, partner, warehouse,
                    row_number() OVER (PARTITION BY kind, partner, warehouse ORDER BY order_date, id) AS n
                FROM orders WHERE state = 'PROPOSED') p USING (kind, partner, warehouse, n)
            ORDER BY g.kind, g.plan_number""";

    private static final String LINES = """
            INSERT INTO order_line (order_id, line, item, quantity_units, order_multiple_units, unit_cost, value, due_date,
                reason, plan_run, plan_number, plan_line, proposed_units, proposed_due, runs_out, short_units,
                left_out_cost, runner_up)
            SELECT o.id, row_number() OVER (PARTITION BY o.id ORDER BY f.plan_line), f.item, f.quantity_units,
                f.order_multiple_units, f.unit_cost, f.value, f.due_date, f.reason, :run, f.plan_number, f.plan_line,
                f.quantity_units, f.due_date, s.first_stockout_before,
                coalesce((SELECT -least(min(net::integer), 0)
                    FROM jsonb_array_elements_text(e.body -> 'netBefore') AS net), 0),
                coalesce((e.body #>> '{economics,leftOut,cost}')::numeric, 0), e.body #>> '{economics,runnerUp,text}'
            FROM fresh_line f
            JOIN placed p USING (kind, plan_number)
            JOIN orders o ON o.number = p.number
            LEFT JOIN sku_location s ON s.run_id = :run AND s.item = f.item AND s.warehouse = f.warehouse
            LEFT JOIN explanation e ON e.run_id = :run AND e.number = f.plan_number AND e.line = f.plan_line""";

    private static final String GONE = "state = 'PROPOSED' AND NOT EXISTS (SELECT 1 FROM placed p WHERE p.id = o.id)";

    private static final String TOUCHED = """
            EXISTS (SELECT 1 FROM order_comment c WHERE c.order_id = o.id)
            OR EXISTS (SELECT 1 FROM order_snooze z WHERE z.order_id = o.id)
            OR EXISTS (SELECT 1 FROM order_event e WHERE e.order_id = o.id)""";

    private static final String LEFT = """
            concat_ws('; ',
                (SELECT count(*) || CASE count(*) WHEN 1 THEN ' comment' ELSE ' comments' END || ' of '
                    || string_agg(DISTINCT user_name, ', ') FROM order_comment c WHERE c.order_id = o.id
                    HAVING count(*) > 0),
                (SELECT 'snoozed by ' || string_agg(user_name || ' until ' || until, ', ' ORDER BY user_name)
                    FROM order_snooze z WHERE z.order_id = o.id))""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final OrderStore orders;
    private final CommittedAdvice advice;
    private final AuditTrail audit;
    private final Clock clock;

    ProposalMerge(
            JdbcClient jdbc,
            JdbcTemplate batches,
            OrderStore orders,
            CommittedAdvice advice,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.orders = orders;
        this.advice = advice;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param suggested lines of kept orders about which the plan suggests something */
    private record Merged(int proposedLines, int keptLines, int suggestedLines) {}

    /** @param leftOnIt what people left on it, in words */
    private record Gone(String number, String leftOnIt) {}

    @Override
    public void planStored(long runId, PlannedDataset planned) {
        // Whoever edits an order meanwhile is done before, or finds it replaced.
        jdbc.sql("LOCK TABLE orders IN EXCLUSIVE MODE").update();
        storeCounted(runId, planned);
        run(FRESH_LINES, runId);
        jdbc.sql(MATCHES)
                .param("run", runId)
                .param("kept", OrderState.names(OrderState::isKept))
                .param("committed", OrderState.names(OrderState::isCommitted))
                .update();
        jdbc.sql("DELETE FROM order_suggestion").update();
        run(SUGGESTIONS, runId);
        advice.write(runId, planned.plan().buckets());
        jdbc.sql("""
                        DELETE FROM fresh_line f USING matched_line m
                        WHERE f.plan_number = m.plan_number AND f.plan_line = m.plan_line""").update();
        placeOrders(runId, planned.plan().dataset().currency());
        jdbc.sql("DELETE FROM order_line l USING orders o WHERE o.id = l.order_id AND o.state = 'PROPOSED'")
                .update();
        int proposed = run(LINES, runId);
        audit.append(new AuditEntry(
                Actor.product("planning run " + runId),
                "order",
                "all",
                "merge proposals",
                null,
                new Merged(
                        proposed,
                        count("SELECT count(*) FROM matched_line"),
                        count("SELECT count(DISTINCT line_id) FROM order_suggestion")),
                ""));
        for (String table : List.of("fresh_line", "matched_line", "placed")) {
            jdbc.sql("DROP TABLE " + table).update();
        }
        jdbc.sql("ANALYZE orders, order_line").update();
    }

    private void placeOrders(long runId, String currency) {
        jdbc.sql(PLACES).update();
        jdbc.sql("""
                        UPDATE orders o SET order_date = p.order_date, containers = p.containers, plan_run = :run,
                            currency = :currency, version = version + 1, changed_by = 'plenish', changed_at = :now
                        FROM placed p WHERE o.id = p.id""")
                .param("run", runId)
                .param("currency", currency)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        // Gone with what was proposed, unless a person has left something on it.
        jdbc.sql("DELETE FROM orders o WHERE " + GONE + " AND NOT (" + TOUCHED + ")")
                .update();
        jdbc.sql("SELECT number, " + LEFT + " AS left_on_it FROM orders o WHERE " + GONE + " ORDER BY number")
                .query(Gone.class)
                .list()
                .forEach(gone -> cancel(runId, gone));
        jdbc.sql("""
                        INSERT INTO orders (kind, number, partner, warehouse, order_date, state, plan_run, containers,
                            currency, changed_by, changed_at)
                        SELECT kind, number, partner, warehouse, order_date, 'PROPOSED', :run, containers, :currency,
                            'plenish', :now
                        FROM placed WHERE id IS NULL ORDER BY number""")
                .param("run", runId)
                .param("currency", currency)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void cancel(long runId, Gone gone) {
        orders.lock(gone.number())
                .ifPresent(order -> orders.move(
                        Actor.product("planning run " + runId),
                        order,
                        OrderAction.CANCEL,
                        OrderState.CANCELLED,
                        "The latest plan no longer proposes it.",
                        gone.leftOnIt()));
    }

    /** Which of the dataset's open orders are ours: the projection without proposals has their goods already. */
    private void storeCounted(long runId, PlannedDataset planned) {
        Set<String> ours = new HashSet<>(
                jdbc.sql("SELECT number FROM orders").query(String.class).list());
        List<Object[]> rows = new ArrayList<>();
        for (OpenPurchaseOrder order : planned.dataset().openPurchaseOrders()) {
            if (ours.contains(order.order())) {
                rows.add(counted(
                        runId,
                        order.order(),
                        order.location().item().value(),
                        order.location().warehouse().value(),
                        order.dueDate(),
                        order.quantityUnits()));
            }
        }
        for (OpenTransfer transfer : planned.dataset().openTransfers()) {
            if (ours.contains(transfer.order())) {
                rows.add(counted(
                        runId,
                        transfer.order(),
                        transfer.item().value(),
                        transfer.to().value(),
                        transfer.dueDate(),
                        transfer.quantityUnits()));
            }
        }
        batches.batchUpdate("INSERT INTO plan_counted_order VALUES (?, ?, ?, ?, ?, ?)", rows);
        storeCountedLines(runId);
    }

    private void storeCountedLines(long runId) {
        List<Counted> counted =
                jdbc.sql("""
                        SELECT number AS "order", item, due_date, quantity_units AS units FROM plan_counted_order
                        WHERE run_id = :run""").param("run", runId).query(Counted.class).list();
        List<CountedLines.Line> lines =
                jdbc.sql("""
                        SELECT l.id, o.number AS "order", l.item, l.due_date, l.quantity_units AS ordered_units,
                            l.received_units, l.pinned
                        FROM order_line l JOIN orders o ON o.id = l.order_id
                        WHERE o.number IN (SELECT number FROM plan_counted_order WHERE run_id = :run)""").param("run", runId).query(CountedLines.Line.class).list();
        batches.batchUpdate(
                "INSERT INTO plan_counted_line VALUES (?, ?)",
                CountedLines.find(counted, lines).stream()
                        .map(line -> new Object[] {runId, line})
                        .toList());
    }

    private static Object[] counted(
            long runId, String number, String item, String warehouse, LocalDate due, int quantityUnits) {
        return new Object[] {runId, number, item, warehouse, Date.valueOf(due), quantityUnits};
    }

    private int run(String sql, long runId) {
        return jdbc.sql(sql).params(Map.of("run", runId)).update();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
