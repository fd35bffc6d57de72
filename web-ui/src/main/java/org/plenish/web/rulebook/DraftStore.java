package org.plenish.web.rulebook;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of drafts; decides nothing. */
@Repository
class DraftStore {

    private static final int LISTED = 100;

    private static final String DRAFTS = """
            SELECT id, name, note, based_on, base_fingerprint, author, state, version, fingerprint, created_at,
                changed_at, submitted_by, submitted_at, sent_back_by, sent_back_reason
            FROM rule_draft\s""";

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A draft without its files. */
    record Row(
            long id,
            String name,
            String note,
            long basedOn,
            String baseFingerprint,
            String author,
            DraftState state,
            int version,
            String fingerprint,
            OffsetDateTime createdAt,
            OffsetDateTime changedAt,
            @Nullable String submittedBy,
            @Nullable OffsetDateTime submittedAt,
            @Nullable String sentBackBy,
            @Nullable String sentBackReason) {}

    Optional<Draft> find(long id) {
        return jdbc.sql(DRAFTS + "WHERE id = :id")
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(this::whole);
    }

    /** The same, held until the end of the transaction. */
    Optional<Draft> lock(long id) {
        return jdbc.sql(DRAFTS + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Row.class)
                .optional()
                .map(this::whole);
    }

    /** Open and submitted ones, the latest changed first. */
    List<Row> atWork() {
        return jdbc.sql(DRAFTS + "WHERE state IN ('OPEN', 'SUBMITTED') ORDER BY changed_at DESC, id DESC LIMIT :rows")
                .param("rows", LISTED)
                .query(Row.class)
                .list();
    }

    private Draft whole(Row row) {
        return new Draft(
                row.id(),
                row.name(),
                row.author(),
                row.state(),
                row.version(),
                files(row.id()),
                row.note(),
                row.basedOn(),
                row.baseFingerprint(),
                row.fingerprint(),
                new TreeSet<>(jdbc.sql("SELECT user_name FROM rule_draft_author WHERE draft_id = :id")
                        .param("id", row.id())
                        .query(String.class)
                        .list()),
                row.createdAt(),
                row.changedAt(),
                row.submittedBy(),
                row.submittedAt(),
                row.sentBackBy(),
                row.sentBackReason());
    }

    private SortedMap<String, String> files(long id) {
        SortedMap<String, String> files = new TreeMap<>();
        jdbc.sql("SELECT name, content FROM rule_draft_file WHERE draft_id = :id")
                .param("id", id)
                .query(row -> {
                    files.put(row.getString("name"), row.getString("content"));
                });
        return files;
    }

    long insert(
            String name,
            String note,
            long basedOn,
            String baseFingerprint,
            String fingerprint,
            String author,
            OffsetDateTime now) {
        long id = jdbc.sql("""
                        INSERT INTO rule_draft (name, note, based_on, base_fingerprint, fingerprint, author, created_at,
                            changed_at)
                        VALUES (:name, :note, :base, :baseFingerprint, :fingerprint, :author, :now, :now) RETURNING id""")
                .param("name", name)
                .param("note", note)
                .param("base", basedOn)
                .param("baseFingerprint", baseFingerprint)
                .param("fingerprint", fingerprint)
                .param("author", author)
                .param("now", now)
                .query(Long.class)
                .single();
        addAuthor(id, author);
        return id;
    }

    void addAuthor(long id, String userName) {
        jdbc.sql("INSERT INTO rule_draft_author (draft_id, user_name) VALUES (:id, :user) ON CONFLICT DO NOTHING")
                .param("id", id)
                .param("user", userName)
                .update();
    }

    void putFile(long id, String name, String content) {
        jdbc.sql("""
                        INSERT INTO rule_draft_file (draft_id, name, content) VALUES (:id, :name, :content)
                        ON CONFLICT (draft_id, name) DO UPDATE SET content = excluded.content""")
                .param("id", id)
                .param("name", name)
                .param("content", content)
                .update();
    }

    void removeFile(long id, String name) {
        jdbc.sql("DELETE FROM rule_draft_file WHERE draft_id = :id AND name = :name")
                .param("id", id)
                .param("name", name)
                .update();
    }

    /** Notes a new content; @return the new version. */
    int changed(long id, String fingerprint, OffsetDateTime now) {
        return jdbc.sql("""
                        UPDATE rule_draft SET version = version + 1, fingerprint = :fingerprint, changed_at = :now
                        WHERE id = :id RETURNING version""")
                .param("fingerprint", fingerprint)
                .param("now", now)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void rename(long id, String name, String note, OffsetDateTime now) {
        jdbc.sql("""
                        UPDATE rule_draft SET name = :name, note = :note, version = version + 1, changed_at = :now
                        WHERE id = :id""")
                .param("name", name)
                .param("note", note)
                .param("now", now)
                .param("id", id)
                .update();
    }

    void submit(long id, String by, OffsetDateTime now) {
        jdbc.sql("""
                        UPDATE rule_draft SET state = 'SUBMITTED', version = version + 1, changed_at = :now,
                            submitted_by = :by, submitted_at = :now, sent_back_by = NULL, sent_back_reason = NULL
                        WHERE id = :id""").param("by", by).param("now", now).param("id", id).update();
    }

    void sendBack(long id, String by, String reason, OffsetDateTime now) {
        jdbc.sql("""
                        UPDATE rule_draft SET state = 'OPEN', version = version + 1, changed_at = :now,
                            sent_back_by = :by, sent_back_reason = :reason
                        WHERE id = :id""")
                .param("by", by)
                .param("reason", reason)
                .param("now", now)
                .param("id", id)
                .update();
    }

    void state(long id, DraftState state, OffsetDateTime now) {
        jdbc.sql("UPDATE rule_draft SET state = :state, version = version + 1, changed_at = :now WHERE id = :id")
                .param("state", state.name())
                .param("now", now)
                .param("id", id)
                .update();
    }

    /** What it is based on from now on. */
    void base(long id, long version, String fingerprint) {
        jdbc.sql("UPDATE rule_draft SET based_on = :version, base_fingerprint = :fingerprint WHERE id = :id")
                .param("version", version)
                .param("fingerprint", fingerprint)
                .param("id", id)
                .update();
    }
}
