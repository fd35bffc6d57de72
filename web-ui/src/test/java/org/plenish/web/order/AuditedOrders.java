package org.plenish.web.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the audit log says of an order, oldest first. */
record AuditedOrders(JdbcClient jdbc) {

    record Entry(
            String userName,
            String action,
            @Nullable String before,
            @Nullable String after,
            String reason) {}

    List<Entry> of(String order) {
        return jdbc.sql("""
                        SELECT user_name, action, before, after, reason FROM audit_entry
                        WHERE subject_kind = 'order' AND subject = ? ORDER BY number""").param(order).query(Entry.class).list();
    }
}
