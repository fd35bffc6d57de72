package org.plenish.web.crash;

import java.util.LinkedHashMap;
import java.util.Map;

/** What must hold of the rule book, its versions and its drafts in the database whenever nobody is at work on them. */
final class BooksAfterCrash {

    /** Everything that was done, as {@link PublishingWork} tells it. */
    static final String DONE = "SELECT 'PUBLISH ' || draft_id || ' ' || fingerprint FROM rule_version";

    /** What is true, and the rows of which it is not. */
    static final Map<String, String> BROKEN_IF_FOUND = brokenIfFound();

    /** Of files with name and content, as sha256sum and then sha256 make it. */
    private static final String FINGERPRINT = """
        encode(sha256(convert_to(string_agg(encode(sha256(convert_to(content, 'UTF8')), 'hex') || '  ' || f.name
            || chr(10), '' ORDER BY f.name COLLATE "C"), 'UTF8')), 'hex')\
        """;

    private static final String PUBLISHED = """
        (SELECT subject, user_name, before::jsonb AS before, after::jsonb AS after FROM audit_entry
            WHERE subject_kind = 'rule book' AND action = 'publish') entry\
        """;

    private BooksAfterCrash() {}

    private static Map<String, String> brokenIfFound() {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("versions follow each other without gaps, each upon the one before", """
            SELECT id::text FROM (SELECT *, row_number() OVER (ORDER BY id) AS place FROM rule_version) v
            WHERE id <> place OR based_on <> id - 1\
            """);
        found.put("one version is in force: the latest, as none begins before the one before it", """
            SELECT id::text FROM (SELECT *, lag(effective_from) OVER (ORDER BY id) AS before FROM rule_version) v
            WHERE effective_from < before OR effective_from > published_at::date\
            """);
        found.put(
                "a version has all files of its book, byte for byte",
                "SELECT v.id::text FROM rule_version v LEFT JOIN rule_book_file f USING (fingerprint)"
                        + " GROUP BY v.id, v.fingerprint HAVING v.fingerprint IS DISTINCT FROM " + FINGERPRINT);
        found.put(
                "a draft is known by what it holds: each of its changes is whole",
                "SELECT d.id::text FROM rule_draft d LEFT JOIN rule_draft_file f ON f.draft_id = d.id"
                        + " GROUP BY d.id, d.fingerprint HAVING d.fingerprint IS DISTINCT FROM " + FINGERPRINT);
        found.put("a draft is published exactly if there is a version of it, with its files", """
            SELECT coalesce(d.id, v.draft_id)::text FROM (SELECT * FROM rule_draft WHERE state = 'PUBLISHED') d
            FULL JOIN rule_version v ON v.draft_id = d.id
            WHERE d.id IS NULL OR v.id IS NULL OR d.fingerprint <> v.fingerprint OR d.based_on <> v.based_on\
            """);
        found.put(
                "a version has one entry, of who published what in the place of what, and an entry its version",
                "SELECT coalesce(v.id::text, subject) FROM rule_version v FULL JOIN " + PUBLISHED + """
                         ON subject = v.id::text LEFT JOIN rule_version last ON last.id = v.id - 1
                        WHERE v.id IS NULL OR user_name IS DISTINCT FROM v.published_by OR after ->> 'fingerprint' <> v.fingerprint
                            OR after ->> 'draft' <> v.draft_id::text OR after ->> 'effectiveFrom' <> v.effective_from::text
                            OR before ->> 'version' <> (v.id - 1)::text
                            OR last.id IS NOT NULL AND before ->> 'fingerprint' <> last.fingerprint
                        UNION ALL SELECT subject FROM\s\
                        """ + PUBLISHED
                        + " GROUP BY subject HAVING count(*) > 1");
        found.put("nobody published what they wrote, and who wrote it is told", """
            SELECT v.id::text FROM rule_version v JOIN rule_draft_author a USING (draft_id)
            GROUP BY v.id, published_by, authors
            HAVING bool_or(user_name = published_by) OR authors <> string_agg(user_name, ', ' ORDER BY user_name)\
            """);
        found.put("a draft was begun once, and submitted once if it is", """
            SELECT d.id || ' ' || state FROM rule_draft d LEFT JOIN audit_entry e
                ON subject_kind = 'rule draft' AND subject = d.id::text
            GROUP BY d.id, state, submitted_by
            HAVING count(*) FILTER (WHERE action = 'create') <> 1
                OR count(*) FILTER (WHERE action = 'submit') <> CASE WHEN state = 'OPEN' THEN 0 ELSE 1 END
                OR (submitted_by IS NULL) <> (state = 'OPEN')\
            """);
        found.put("an entry of a draft has its draft, in a state that it can have led to", """
            SELECT e.number::text FROM audit_entry e LEFT JOIN rule_draft d ON d.id::text = subject
            WHERE subject_kind = 'rule draft' AND (d.id IS NULL OR action = 'submit' AND state = 'OPEN')\
            """);
        return found;
    }
}
