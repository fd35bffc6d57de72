package org.plenish.web.rulebook.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.plenish.rules.BookFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts for tests: copies of the standard book. */
final class DraftAtHand {

    private DraftAtHand() {}

    static long create(JdbcClient jdbc, String name) {
        long id = jdbc.sql("""
                        INSERT INTO rule_draft (name, note, based_on, base_fingerprint, fingerprint, author, created_at,
                            changed_at)
                        VALUES (:name, '', 0, repeat('0', 64), repeat('0', 64), 'test-analyst', now(), now())
                        RETURNING id""").param("name", name).query(Long.class).single();
        BookFiles.standard()
                .bytesByName()
                .forEach((file, bytes) -> jdbc.sql(
                                "INSERT INTO rule_draft_file (draft_id, name, content) VALUES (:id, :name, :content)")
                        .param("id", id)
                        .param("name", file)
                        .param("content", new String(bytes, UTF_8))
                        .update());
        return id;
    }
}
