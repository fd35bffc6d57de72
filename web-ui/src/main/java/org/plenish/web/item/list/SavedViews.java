package org.plenish.web.item.list;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the views of the list that people save: each their own, and to read those that others share. */
@Service
class SavedViews {

    private static final int LONGEST_NAME = 60;
    private static final int MOST_SHOWN = 100;
    private static final int MOST_OWN = 50;

    /** An encoded query and nothing else: it becomes part of an address. */
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9=&%._~+,!*'()-]{0,2000}");

    private static final String SUBJECT = "item view";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** One's own first, each by name. */
    List<SavedView> of(String userName) {
        return jdbc.sql("""
                        SELECT id, owner, name, query, shared FROM item_view WHERE owner = :user OR shared
                        ORDER BY owner <> :user, lower(name), id LIMIT :most""")
                .param("user", userName)
                .param("most", MOST_SHOWN)
                .query(SavedView.class)
                .list();
    }

    /** A view of the same name and owner is replaced. */
    @Transactional
    public SavedView save(Actor actor, String name, String query, boolean shared) {
        String kept = name.strip();
        if (kept.isEmpty() || kept.length() > LONGEST_NAME) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "items.views.refused.name", kept.length(), LONGEST_NAME);
        }
        if (!QUERY.matcher(query).matches()) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "items.views.refused.query");
        }
        List<SavedView> own = of(actor.userName()).stream()
                .filter(view -> view.isOf(actor.userName()))
                .toList();
        SavedView before = own.stream()
                .filter(view -> view.name().equals(kept))
                .findFirst()
                .orElse(null);
        if (before == null && own.size() >= MOST_OWN) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "items.views.refused.most", MOST_OWN);
        }
        jdbc.sql("""
                        INSERT INTO item_view (owner, name, query, shared, changed_at)
                        VALUES (:owner, :name, :query, :shared, :now)
                        ON CONFLICT (owner, name) DO UPDATE
                        SET query = excluded.query, shared = excluded.shared, changed_at = excluded.changed_at""")
                .param("owner", actor.userName())
                .param("name", kept)
                .param("query", query)
                .param("shared", shared)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.append(new AuditEntry(
                actor,
                SUBJECT,
                actor.userName() + ": " + kept,
                "save",
                before == null ? null : facts(before.query(), before.shared()),
                facts(query, shared),
                ""));
        return new SavedView(0, actor.userName(), kept, query, shared);
    }

    /** @throws RefusedException if it is not there, or another's */
    @Transactional
    public void forget(Actor actor, long id) {
        SavedView view = jdbc.sql("SELECT id, owner, name, query, shared FROM item_view WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(SavedView.class)
                .optional()
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, "items.views.refused.gone"));
        if (!view.isOf(actor.userName())) {
            throw new RefusedException(HttpStatus.FORBIDDEN, "items.views.refused.other", view.owner());
        }
        jdbc.sql("DELETE FROM item_view WHERE id = :id").param("id", id).update();
        audit.append(new AuditEntry(
                actor,
                SUBJECT,
                actor.userName() + ": " + view.name(),
                "forget",
                facts(view.query(), view.shared()),
                null,
                ""));
    }

    private static Map<String, Object> facts(String query, boolean shared) {
        return Map.of("query", query, "shared", shared);
    }
}
