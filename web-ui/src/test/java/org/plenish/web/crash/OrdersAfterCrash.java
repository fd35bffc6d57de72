package org.plenish.web.crash;

import java.util.LinkedHashMap;
import java.util.Map;

/** What must hold of the orders in the database whenever nobody is at work on them. */
final class OrdersAfterCrash {

    static final int DAY_LIMIT_OF_S03 = 150_000;

    /** Everything that was done, as {@link OrderPerson} tells it. */
    static final String DONE = """
            SELECT e.user_name || ' ' || o.number || ' ' || e.version - 1 || ' ' || e.action
            FROM order_event e JOIN orders o ON o.id = e.order_id
            UNION ALL
            SELECT c.user_name || ' ' || o.number || ' ' || c.text || ' COMMENT'
            FROM order_comment c JOIN orders o ON o.id = c.order_id""";

    /** What is true, and the rows of which it is not. */
    static final Map<String, String> BROKEN_IF_FOUND = brokenIfFound();

    private static final String BINDING = "('APPROVED', 'SENT', 'CONFIRMED', 'PARTLY_RECEIVED', 'RECEIVED', 'CLOSED')";

    /** What an order had happen to it; a mail changes none. */
    private static final String STEPS = """
            (SELECT o.number, e.* FROM order_event e JOIN orders o ON o.id = e.order_id
                WHERE e.action NOT IN ('MAIL', 'MAIL_FAILED')) step""";

    /** What the audit log has of it. */
    private static final String ENTRIES = """
            (SELECT number, user_name, subject, upper(action) AS action, (after::jsonb ->> 'version')::integer AS version,
                    after::jsonb ->> 'state' AS state, (after::jsonb ->> 'value')::numeric AS value,
                    (after::jsonb ->> 'lineCount')::integer AS line_count
                FROM audit_entry WHERE subject_kind = 'order' AND upper(action) IN ('EDIT', 'SUBMIT', 'APPROVE', 'REJECT',
                    'SEND', 'CONFIRM', 'RECEIVE', 'CLOSE', 'CANCEL')) entry""";

    private OrdersAfterCrash() {}

    private static Map<String, String> brokenIfFound() {
        Map<String, String> found = new LinkedHashMap<>();
        states(found);
        log(found);
        lines(found);
        approvals(found);
        plans(found);
        return found;
    }

    private static void states(Map<String, String> found) {
        found.put("an order stands where its last step led, in that version", """
                SELECT o.number || ' ' || o.state || ' ' || o.version FROM orders o
                JOIN (SELECT DISTINCT ON (order_id) * FROM\s""" + STEPS + """
                 ORDER BY order_id, version DESC) last ON last.order_id = o.id
                WHERE o.state <> last.state OR o.version <> last.version OR o.changed_by <> last.user_name""");
        found.put(
                "an order that no step was taken with is as a plan proposed it",
                "SELECT number FROM orders o WHERE state <> 'PROPOSED'"
                        + " AND NOT EXISTS (SELECT FROM order_event WHERE order_id = o.id)");
        found.put(
                "each step made the next version, once",
                "SELECT number FROM " + STEPS + " GROUP BY number"
                        + " HAVING count(*) <> max(version) - min(version) + 1 OR count(*) <> count(DISTINCT version)");
        found.put("no form is answered by half", "SELECT id::text FROM order_request WHERE status IS NULL");
    }

    private static void log(Map<String, String> found) {
        found.put(
                "a step that a person took has its entry in the audit log",
                "SELECT number || ' ' || version || ' ' || action FROM (SELECT number, version, action, state, user_name FROM "
                        + STEPS + " WHERE user_name <> 'plenish' EXCEPT ALL"
                        + " SELECT subject, version, action, state, user_name FROM " + ENTRIES + ") missing");
        found.put(
                "an entry in the audit log has its step",
                "SELECT subject || ' ' || version || ' ' || action FROM (SELECT subject, version, action, state, user_name FROM "
                        + ENTRIES + " EXCEPT ALL SELECT number, version, action, state, user_name FROM " + STEPS
                        + ") missing");
        found.put("a comment has its entry, and an entry its comment", """
                SELECT number FROM (
                    SELECT o.number, to_json(c.text)::text FROM order_comment c JOIN orders o ON o.id = c.order_id
                    EXCEPT ALL SELECT subject, after FROM audit_entry WHERE subject_kind = 'order' AND action = 'comment') a
                UNION ALL SELECT subject FROM (
                    SELECT subject, after FROM audit_entry WHERE subject_kind = 'order' AND action = 'comment'
                    EXCEPT ALL SELECT o.number, to_json(c.text)::text FROM order_comment c
                        JOIN orders o ON o.id = c.order_id) b""");
        String steps = "SELECT number, version, CASE state WHEN 'PARTLY_RECEIVED' THEN 'order.received'"
                + " ELSE 'order.' || lower(state) END AS event FROM " + STEPS
                + " WHERE state NOT IN ('PROPOSED', 'EDITED', 'SUBMITTED', 'REJECTED')";
        // Of what a plan takes back, only that on which somebody left something is told.
        String told = steps + " AND user_name <> 'plenish'";
        String noted = "SELECT body::jsonb #>> '{data,number}', (body::jsonb #>> '{data,version}')::integer, event"
                + " FROM webhook_delivery";
        found.put(
                "other programs are told of a step",
                "SELECT number FROM (" + told + " EXCEPT ALL " + noted + ") missing");
        found.put(
                "other programs are told of nothing else",
                "SELECT number FROM (" + noted.replace("'{data,number}'", "'{data,number}' AS number") + " EXCEPT ALL "
                        + steps + ") more");
    }

    private static void lines(Map<String, String> found) {
        found.put("an order has the lines and the total of its last entry", """
                SELECT o.number || ' ' || last.value || ' is ' || coalesce(sum(l.value), 0) FROM orders o
                JOIN (SELECT DISTINCT ON (subject) * FROM\s""" + ENTRIES + """
                 ORDER BY subject, number DESC) last ON last.subject = o.number
                LEFT JOIN order_line l ON l.order_id = o.id
                GROUP BY o.number, last.value, last.line_count
                HAVING coalesce(sum(l.value), 0) <> last.value OR count(l.id) <> last.line_count""");
        found.put("a line bought is worth its units", """
                SELECT o.number FROM order_line l JOIN orders o ON o.id = l.order_id
                WHERE kind = 'PURCHASE' AND abs(l.value - quantity_units * unit_cost) > 0.01""");
        found.put(
                "only what is cancelled has no line",
                "SELECT number FROM orders o WHERE state <> 'CANCELLED'"
                        + " AND NOT EXISTS (SELECT FROM order_line WHERE order_id = o.id)");
        found.put("what has come is the sum of what came when", """
                SELECT o.number FROM order_line l JOIN orders o ON o.id = l.order_id
                WHERE received_units <> (SELECT coalesce(sum(units), 0) FROM order_receipt WHERE line_id = l.id)""");
        found.put("an order is received when all has come, and partly when some has", """
                SELECT o.number || ' ' || o.state FROM orders o JOIN order_line l ON l.order_id = o.id
                GROUP BY o.number, o.state
                HAVING CASE o.state WHEN 'RECEIVED' THEN bool_or(received_units < quantity_units)
                    WHEN 'PARTLY_RECEIVED' THEN bool_and(received_units >= quantity_units) OR sum(received_units) = 0
                    WHEN 'CLOSED' THEN sum(received_units) = 0
                    ELSE sum(received_units) > 0 END""");
    }

    private static void approvals(Map<String, String> found) {
        found.put(
                "a step of approval has given its approval, and an approval its step",
                "SELECT number FROM (SELECT order_id, number, user_name FROM " + STEPS
                        + " WHERE action = 'APPROVE') s FULL JOIN (SELECT order_id, approver, count(*) AS given"
                        + " FROM order_approval GROUP BY 1, 2) a ON s.order_id = a.order_id AND user_name = approver"
                        + " GROUP BY number, approver, given HAVING count(number) <> coalesce(given, 0)");
        found.put(
                "who is bound is so by an approval that counts",
                "SELECT number FROM orders o WHERE state IN " + BINDING
                        + " AND NOT EXISTS (SELECT FROM order_approval WHERE order_id = o.id AND NOT void)");
        found.put(
                "above the threshold two have approved", "SELECT number FROM orders o WHERE state IN " + BINDING + """
                 AND (SELECT sum(value) FROM order_line WHERE order_id = o.id) > (
                    SELECT second_approver_above FROM approval_setting)
                AND (SELECT count(DISTINCT approver) FROM order_approval WHERE order_id = o.id AND NOT void) < 2""");
        found.put("what was changed, rejected or not submitted has no approval that counts", """
                SELECT number FROM orders o JOIN order_approval a ON a.order_id = o.id
                WHERE NOT void AND state IN ('PROPOSED', 'EDITED', 'REJECTED')""");
        found.put("an approval that counts is of the order's total", """
                SELECT o.number FROM orders o JOIN order_approval a ON a.order_id = o.id AND NOT void
                WHERE a.value <> (SELECT coalesce(sum(value), 0) FROM order_line WHERE order_id = o.id)""");
        found.put("nobody approved what they had a hand in", """
                SELECT o.number FROM orders o JOIN order_approval a ON a.order_id = o.id AND NOT void
                JOIN order_contributor c ON c.order_id = o.id AND c.user_name = a.approver""");
        found.put(
                "who edited or submitted has had a hand in it",
                "SELECT number FROM " + STEPS + " WHERE action IN ('EDIT', 'SUBMIT') AND NOT EXISTS ("
                        + "SELECT FROM order_contributor c WHERE c.order_id = step.order_id AND c.user_name = step.user_name)");
        found.put("the approvals of a day keep within the supplier's limit", """
                SELECT day || ' ' || sum(value) FROM (
                    SELECT DISTINCT order_id, day, value FROM order_approval WHERE partner = 'S03' AND NOT void) once
                GROUP BY day HAVING sum(value) >\s""" + DAY_LIMIT_OF_S03);
    }

    private static void plans(Map<String, String> found) {
        found.put("what a plan proposes is of the latest one", """
                SELECT o.number FROM orders o JOIN order_line l ON l.order_id = o.id
                WHERE state = 'PROPOSED' AND l.plan_run IS NOT NULL AND l.plan_run <> (SELECT max(run_id) FROM plan)""");
        found.put("what a plan suggests is of the latest one", """
                SELECT id::text FROM order_suggestion WHERE run_id <> (SELECT max(run_id) FROM plan)""");
        found.put("each plan was merged once", """
                SELECT number::text FROM (SELECT 'planning run ' || run_id AS number FROM plan
                EXCEPT ALL SELECT origin FROM audit_entry WHERE action = 'merge proposals') missing
                UNION ALL SELECT origin FROM (SELECT origin FROM audit_entry WHERE action = 'merge proposals'
                EXCEPT ALL SELECT 'planning run ' || run_id FROM plan) more""");
        found.put("what a plan counted as open had been approved or pinned", """
                SELECT run_id || ' ' || c.number FROM plan_counted_order c LEFT JOIN orders o USING (number)
                WHERE o.state IS NULL OR o.state = 'PROPOSED'""");
    }
}
