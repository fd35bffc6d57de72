package org.plenish.web.item.life;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people say about an item at a warehouse; it stays from plan to plan. */
@Service
public class ItemComments {

    private static final int LONGEST = 2_000;
    private static final int MOST_SHOWN = 200;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ItemComments(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The latest threads first. */
    public List<ItemComment.Talk> of(String item, String warehouse) {
        return ItemComment.talks(jdbc.sql("""
                        SELECT id, answers, user_name, at, text FROM (
                            SELECT * FROM item_comment WHERE item = :item AND warehouse = :warehouse
                            ORDER BY id DESC LIMIT :most) latest ORDER BY id""")
                .param("item", item)
                .param("warehouse", warehouse)
                .param("most", MOST_SHOWN)
                .query((row, index) -> new ItemComment(
                        row.getLong("id"),
                        row.getObject("answers", Long.class),
                        row.getString("user_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("text")))
                .list());
    }

    /**
     * @param answers the comment that it answers; null: it begins a thread
     * @throws RefusedException if nothing is said, or too much, or what it answers is not there
     */
    @Transactional
    public void add(Actor actor, String item, String warehouse, String text, @Nullable Long answers) {
        String said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "item.comments.refused.length", said.length(), LONGEST);
        }
        if (!jdbc.sql("SELECT EXISTS (SELECT FROM item_list WHERE item = :item AND warehouse = :warehouse)")
                .param("item", item)
                .param("warehouse", warehouse)
                .query(Boolean.class)
                .single()) {
            throw new RefusedException(HttpStatus.NOT_FOUND, "item.comments.refused.item", item, warehouse);
        }
        jdbc.sql("""
                        INSERT INTO item_comment (item, warehouse, answers, user_name, at, text)
                        VALUES (:item, :warehouse, :answers, :user, :now, :text)""")
                .param("item", item)
                .param("warehouse", warehouse)
                .param("answers", answers == null ? null : beginning(item, warehouse, answers))
                .param("user", actor.userName())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("text", said)
                .update();
        audit.append(new AuditEntry(actor, "item", item + " at " + warehouse, "comment", null, said, ""));
    }

    /** Threads are one level deep: who answers an answer answers its beginning. */
    private long beginning(String item, String warehouse, long answered) {
        return jdbc.sql("""
                        SELECT coalesce(answers, id) FROM item_comment
                        WHERE id = :id AND item = :item AND warehouse = :warehouse""")
                .param("id", answered)
                .param("item", item)
                .param("warehouse", warehouse)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RefusedException(HttpStatus.BAD_REQUEST, "item.comments.refused.answers"));
    }
}
