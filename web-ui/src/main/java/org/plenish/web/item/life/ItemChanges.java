package org.plenish.web.item.life;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads all that has changed about an item at a warehouse, from wherever it is kept: what plans made of its policy, what
 * became of its orders, what people decided and said. Latest first, a page at a time.
 */
@Repository
public class ItemChanges {

    static final int CHANGES_A_PAGE = 25;

    /** Plans that are compared for one page: many of them change nothing. */
    private static final int PLANS_A_PAGE = 40;

    /** Kinds of the audit log's subjects that are named as {@code ITEM at WAREHOUSE}. */
    private static final String[] DECISIONS = {"policy override", "alert"};

    private final JdbcClient jdbc;

    ItemChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param next before which the next page begins; null: there is none
     */
    public record Page(List<ItemChange> changes, @Nullable Instant next) {}

    /** What one place gave: its changes, and, if it has more, the time down to which they are all here. */
    private record Found(List<ItemChange> changes, @Nullable Instant allSince) {

        static Found of(List<ItemChange> changes) {
            return new Found(
                    changes,
                    changes.size() < CHANGES_A_PAGE
                            ? null
                            : changes.get(changes.size() - 1).at());
        }
    }

    Page page(String item, String warehouse, Instant before) {
        List<Found> found = List.of(
                plans(item, warehouse, before),
                Found.of(orders(item, warehouse, before)),
                Found.of(decisions(item, warehouse, before)),
                Found.of(forecasts(item, warehouse, before)),
                Found.of(comments(item, warehouse, before)));
        @Nullable Instant floor = null;
        List<ItemChange> all = new ArrayList<>();
        for (Found one : found) {
            all.addAll(one.changes());
            Instant since = one.allSince();
            if (since != null && (floor == null || since.isAfter(floor))) {
                floor = since;
            }
        }
        all.sort(Comparator.comparing(ItemChange::at).reversed());
        @Nullable Instant oldest = floor;
        List<ItemChange> shown = all.stream()
                .filter(change -> oldest == null || !change.at().isBefore(oldest))
                .limit(CHANGES_A_PAGE)
                .toList();
        boolean more = floor != null || shown.size() < all.size();
        return new Page(
                shown,
                !more
                        ? null
                        : shown.size() == CHANGES_A_PAGE
                                ? shown.get(shown.size() - 1).at()
                                : floor);
    }

    private Found plans(String item, String warehouse, Instant before) {
        List<PolicyValues> plans = jdbc.sql("SELECT run_id, finished_at, " + PolicyValues.columnList() + """
                         FROM (
                            SELECT p.run_id, r.finished_at FROM plan p JOIN planning_run r ON r.id = p.run_id
                            WHERE r.finished_at < :before ORDER BY p.run_id DESC LIMIT :most) p
                        JOIN sku_location s USING (run_id)
                        WHERE item = :item AND warehouse = :warehouse ORDER BY run_id DESC""")
                .param("before", Timestamp.from(before))
                .param("most", PLANS_A_PAGE + 1)
                .param("item", item)
                .param("warehouse", warehouse)
                .query((row, index) -> PolicyValues.read(row))
                .list();
        List<ItemChange> changes = new ArrayList<>();
        for (int i = 0; i + 1 < plans.size(); i++) {
            PolicyValues plan = plans.get(i);
            List<ItemChange.Field> fields = plan.changesSince(plans.get(i + 1));
            if (!fields.isEmpty()) {
                String run = String.valueOf(plan.runId());
                changes.add(new ItemChange(
                        plan.at(), ItemChange.Kind.PLAN, "", run, "plan", "", "", fields, "/runs/" + run));
            }
        }
        boolean more = plans.size() > PLANS_A_PAGE;
        return new Found(changes, more ? plans.get(plans.size() - 2).at() : null);
    }

    private List<ItemChange> orders(String item, String warehouse, Instant before) {
        return jdbc.sql("""
                        SELECT e.at, e.user_name, e.action, e.reason, e.detail, o.number, o.kind
                        FROM order_event e JOIN orders o ON o.id = e.order_id
                        WHERE e.at < :before AND e.order_id IN (
                            SELECT l.order_id FROM order_line l JOIN orders p ON p.id = l.order_id
                            WHERE l.item = :item
                            AND (p.warehouse = :warehouse OR (p.kind = 'TRANSFER' AND p.partner = :warehouse)))
                        ORDER BY e.at DESC, e.id DESC LIMIT :most""")
                .param("before", Timestamp.from(before))
                .param("item", item)
                .param("warehouse", warehouse)
                .param("most", CHANGES_A_PAGE)
                .query((row, index) -> new ItemChange(
                        row.getTimestamp("at").toInstant(),
                        ItemChange.Kind.ORDER,
                        row.getString("user_name"),
                        row.getString("number"),
                        row.getString("action"),
                        row.getString("detail"),
                        row.getString("reason"),
                        List.of(),
                        (row.getString("kind").equals("TRANSFER") ? "/transfers/" : "/purchase-orders/")
                                + row.getString("number")))
                .list();
    }

    private List<ItemChange> decisions(String item, String warehouse, Instant before) {
        return jdbc.sql("""
                        SELECT at, user_name, subject_kind, action, reason, after FROM audit_entry
                        WHERE subject_kind = ANY (:kinds) AND subject = :subject AND at < :before
                        ORDER BY number DESC LIMIT :most""")
                .param("kinds", DECISIONS)
                .param("subject", item + " at " + warehouse)
                .param("before", Timestamp.from(before))
                .param("most", CHANGES_A_PAGE)
                .query((row, index) -> new ItemChange(
                        row.getTimestamp("at").toInstant(),
                        ItemChange.Kind.DECISION,
                        row.getString("user_name"),
                        "",
                        row.getString("action") + " " + row.getString("subject_kind"),
                        words(row.getString("after")),
                        row.getString("reason"),
                        List.of(),
                        null))
                .list();
    }

    /** What people change of the item's own forecast; of all items or a category it is the forecast's page that tells. */
    private List<ItemChange> forecasts(String item, String warehouse, Instant before) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT set_at AS at, set_by AS who, 'set' AS action, f.* FROM forecast_change f
                            UNION ALL SELECT ended_at, ended_by, 'end', f.* FROM forecast_change f
                            WHERE ended_at IS NOT NULL) f
                        WHERE item = :item AND warehouse IN ('', :warehouse) AND at < :before
                        ORDER BY at DESC, id DESC LIMIT :most""")
                .param("item", item)
                .param("warehouse", warehouse)
                .param("before", Timestamp.from(before))
                .param("most", CHANGES_A_PAGE)
                .query((row, index) -> new ItemChange(
                        row.getTimestamp("at").toInstant(),
                        ItemChange.Kind.DECISION,
                        row.getString("who"),
                        "",
                        row.getString("action") + " forecast change",
                        row.getString("kind").toLowerCase(Locale.ROOT) + " "
                                + new BigDecimal(row.getString("amount"))
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + " from " + row.getString("from_day")
                                + (row.getString("to_day") == null ? "" : " to " + row.getString("to_day")),
                        row.getString("reason"),
                        List.of(),
                        null))
                .list();
    }

    private List<ItemChange> comments(String item, String warehouse, Instant before) {
        return jdbc.sql("""
                        SELECT at, user_name, text FROM item_comment
                        WHERE item = :item AND warehouse = :warehouse AND at < :before ORDER BY id DESC LIMIT :most""")
                .param("item", item)
                .param("warehouse", warehouse)
                .param("before", Timestamp.from(before))
                .param("most", CHANGES_A_PAGE)
                .query((row, index) -> new ItemChange(
                        row.getTimestamp("at").toInstant(),
                        ItemChange.Kind.COMMENT,
                        row.getString("user_name"),
                        "",
                        "comment",
                        row.getString("text"),
                        "",
                        List.of(),
                        null))
                .list();
    }

    /** JSON as a person reads it: {@code {"safety_stock":40}} is "safety stock: 40". */
    static String words(@Nullable String json) {
        return json == null
                ? ""
                : json.replaceAll("[{}\\[\\]\"]", "")
                        .replace("_", " ")
                        .replaceAll(":(?=\\S)", ": ")
                        .replaceAll(",(?=\\S)", ", ")
                        .toLowerCase(Locale.ROOT);
    }
}
