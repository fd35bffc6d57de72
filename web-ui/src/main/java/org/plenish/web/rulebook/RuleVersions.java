package org.plenish.web.rulebook;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.rules.BookFiles;
import org.plenish.web.run.RuleBooks.InForce;
import org.plenish.web.shared.NothingFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Versions of the rule book, one after the other: each is based on the one before it and comes into force no earlier. So the
 * latest whose day has come is in force, and before the first it is the book that comes with the product.
 */
@Repository
class RuleVersions {

    private static final int LISTED = 200;

    private static final String VERSIONS = """
            SELECT v.id, v.name, v.note, v.fingerprint, v.based_on, v.authors, v.published_by, v.published_at,
                v.effective_from, w.withdrawn_by, w.reason AS withdrawn_reason
            FROM rule_version v LEFT JOIN rule_version_withdrawal w ON w.version_id = v.id\s""";

    private final JdbcClient jdbc;
    private final BookContents contents;
    private final SortedMap<String, String> standardFiles;
    private final RuleVersion standard;

    RuleVersions(JdbcClient jdbc, BookContents contents) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.standardFiles = new TreeMap<>();
        BookFiles.standard()
                .bytesByName()
                .forEach((name, bytes) -> standardFiles.put(name, new String(bytes, StandardCharsets.UTF_8)));
        this.standard = new RuleVersion(
                0, InForce.STANDARD, "", Drafts.fingerprint(standardFiles), 0, "", "", null, null, null, null);
    }

    /** The latest first, the standard book last. */
    List<RuleVersion> all() {
        List<RuleVersion> all = new ArrayList<>(jdbc.sql(VERSIONS + "ORDER BY v.id DESC LIMIT :rows")
                .param("rows", LISTED)
                .query(RuleVersion.class)
                .list());
        all.add(standard);
        return all;
    }

    Optional<RuleVersion> find(long id) {
        return id == 0
                ? Optional.of(standard)
                : jdbc.sql(VERSIONS + "WHERE v.id = :id")
                        .param("id", id)
                        .query(RuleVersion.class)
                        .optional();
    }

    /** @throws NothingFoundException if there is none of this number */
    RuleVersion get(long id) {
        return find(id).orElseThrow(() -> new NothingFoundException("The rule book has no version " + id + "."));
    }

    /** By which plans are made on a day. */
    RuleVersion inForce(LocalDate day) {
        return jdbc.sql(VERSIONS + """
                        WHERE w.version_id IS NULL AND v.effective_from <= :day ORDER BY v.id DESC LIMIT 1""")
                .param("day", day)
                .query(RuleVersion.class)
                .optional()
                .orElse(standard);
    }

    /** What the next version is based on, be it in force already or not. */
    RuleVersion latest() {
        return jdbc.sql(VERSIONS + "WHERE w.version_id IS NULL ORDER BY v.id DESC LIMIT 1")
                .query(RuleVersion.class)
                .optional()
                .orElse(standard);
    }

    /** Those whose day has not come, the next first. */
    List<RuleVersion> scheduled(LocalDate today) {
        return jdbc.sql(VERSIONS + "WHERE w.version_id IS NULL AND v.effective_from > :today ORDER BY v.id LIMIT :rows")
                .param("today", today)
                .param("rows", LISTED)
                .query(RuleVersion.class)
                .list();
    }

    /** Text of its files by name. */
    SortedMap<String, String> files(RuleVersion version) {
        return version.isStandard() ? standardFiles : contents.files(version.fingerprint());
    }

    /** Which version a draft has become. */
    Optional<Long> findOfDraft(long draftId) {
        return jdbc.sql("SELECT id FROM rule_version WHERE draft_id = :draft")
                .param("draft", draftId)
                .query(Long.class)
                .optional();
    }

    /** Lets nobody else publish or withdraw until the end of the transaction. */
    void lock() {
        jdbc.sql("LOCK TABLE rule_version IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** @return its number */
    long insert(Draft draft, String publishedBy, LocalDate effectiveFrom, OffsetDateTime now) {
        return jdbc.sql("""
                        INSERT INTO rule_version (id, name, note, fingerprint, based_on, draft_id, authors, published_by,
                            published_at, effective_from)
                        VALUES ((SELECT coalesce(max(id), 0) + 1 FROM rule_version), :name, :note, :fingerprint, :base,
                            :draft, :authors, :by, :now, :from)
                        RETURNING id""")
                .param("name", draft.name())
                .param("note", draft.note())
                .param("fingerprint", contents.put(draft.files()))
                .param("base", draft.basedOn())
                .param("draft", draft.id())
                .param("authors", String.join(", ", draft.authors()))
                .param("by", publishedBy)
                .param("now", now)
                .param("from", effectiveFrom)
                .query(Long.class)
                .single();
    }

    void withdraw(RuleVersion version, String by, String reason, OffsetDateTime now) {
        jdbc.sql("""
                        INSERT INTO rule_version_withdrawal (version_id, withdrawn_by, withdrawn_at, reason)
                        VALUES (:version, :by, :now, :reason)""")
                .param("version", version.id())
                .param("by", by)
                .param("now", now)
                .param("reason", reason)
                .update();
    }
}
