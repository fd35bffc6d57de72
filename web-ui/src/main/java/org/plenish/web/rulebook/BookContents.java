package org.plenish.web.rulebook;

import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whole books by their fingerprint: written once, never changed. */
@Repository
class BookContents {

    private final JdbcClient jdbc;

    BookContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a book unless it is there already.
     *
     * @return its fingerprint
     */
    String put(SortedMap<String, String> files) {
        String fingerprint = Drafts.fingerprint(files);
        files.forEach((name, content) -> jdbc.sql("""
                        INSERT INTO rule_book_file (fingerprint, name, content) VALUES (:fingerprint, :name, :content)
                        ON CONFLICT DO NOTHING""")
                .param("fingerprint", fingerprint)
                .param("name", name)
                .param("content", content)
                .update());
        return fingerprint;
    }

    /** Text by name; empty if no book of this fingerprint was kept. */
    SortedMap<String, String> files(String fingerprint) {
        SortedMap<String, String> files = new TreeMap<>();
        jdbc.sql("SELECT name, content FROM rule_book_file WHERE fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(row -> {
                    files.put(row.getString("name"), row.getString("content"));
                });
        return files;
    }
}
