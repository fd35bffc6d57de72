package org.plenish.web.crash;

import java.util.LinkedHashMap;
import java.util.Map;

/** What must hold of datasets and their imports in the database whenever nothing is at work on them. */
final class DatasetsAfterCrash {

    /** Everything that was done, as {@link ImportWork} tells it; the lines of the sales count the header. */
    static final String DONE = """
            SELECT 'START ' || id FROM import_job
            UNION ALL SELECT 'DISCARD ' || id FROM import_job WHERE state = 'DISCARDED'
            UNION ALL SELECT 'IMPORT ' || j.id || ' ' || d.id || ' ' || c.row_count + 1 || ' ' || c.sha256
                FROM import_job j JOIN dataset d ON d.id = j.dataset_id
                JOIN dataset_file f ON f.dataset_id = d.id AND f.name = 'sales.csv'
                JOIN dataset_content c ON c.id = f.content_id
                WHERE j.state = 'IMPORTED'""";

    /** What is true, and the rows of which it is not. */
    static final Map<String, String> BROKEN_IF_FOUND = brokenIfFound();

    private DatasetsAfterCrash() {}

    private static Map<String, String> brokenIfFound() {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("sales are kept with all their rows, byte for byte", """
                SELECT c.id || ': ' || count(s.line) || ' of ' || c.row_count FROM dataset_content c
                LEFT JOIN sales_row s ON s.content_id = c.id
                WHERE c.name = 'sales.csv'
                GROUP BY c.id HAVING count(s.line) <> c.row_count OR c.content IS NOT NULL OR c.sha256 <> encode(sha256(
                    convert_to('date,item,warehouse,quantity,unit_price,customer,promotion' || chr(10) || string_agg(
                        concat_ws(',', date, item, warehouse, quantity, trim_scale(unit_price), customer, promotion),
                        chr(10) ORDER BY line) || chr(10), 'UTF8')), 'hex')""");
        found.put("other files are kept byte for byte", """
                SELECT id::text FROM dataset_content WHERE content IS NOT NULL
                AND (sha256 <> encode(sha256(content), 'hex') OR byte_count <> length(content))""");
        found.put("notes of stock are kept with all their rows", """
                SELECT c.id::text FROM dataset_content c LEFT JOIN stock_history_row s ON s.content_id = c.id
                WHERE c.name = 'stock_history.csv'
                GROUP BY c.id HAVING count(s.line) <> c.row_count OR c.content IS NOT NULL""");
        found.put("no content is without a dataset", """
                SELECT id::text FROM dataset_content c
                WHERE NOT EXISTS (SELECT FROM dataset_file WHERE content_id = c.id)""");
        found.put("a dataset has exactly the files of its entry in the audit log, with as many rows", """
                SELECT coalesce(a.dataset, f.dataset) || ' ' || coalesce(a.name, f.name) FROM (
                    SELECT subject AS dataset, file.key AS name, file.value::bigint AS row_count FROM audit_entry,
                        jsonb_each_text(after::jsonb -> 'rows') file
                    WHERE subject_kind = 'dataset' AND action = 'import') a
                FULL JOIN (
                    SELECT dataset_id::text AS dataset, f.name, row_count FROM dataset_file f
                    JOIN dataset_content c ON c.id = content_id) f USING (dataset, name)
                WHERE a.row_count IS DISTINCT FROM f.row_count""");
        found.put("a dataset has one entry, and an entry its dataset", """
                SELECT 'entry ' || subject FROM audit_entry WHERE subject_kind = 'dataset' AND action = 'import'
                    AND NOT EXISTS (SELECT FROM dataset WHERE id::text = subject)
                UNION ALL SELECT 'dataset ' || id FROM dataset WHERE 1 <> (SELECT count(*) FROM audit_entry
                    WHERE subject_kind = 'dataset' AND action = 'import' AND subject = id::text)""");
        found.put("a dataset came of an import that is over, and such an import has one", """
                SELECT 'dataset ' || id FROM dataset d WHERE NOT EXISTS (
                    SELECT FROM import_job WHERE dataset_id = d.id AND state = 'IMPORTED')
                UNION ALL SELECT 'import ' || id FROM import_job j WHERE state <> 'IMPORTED' AND dataset_id IS NOT NULL
                    OR state = 'IMPORTED' AND dataset_id IS NULL AND NOT EXISTS (
                        SELECT FROM audit_entry d JOIN audit_entry i ON i.after::jsonb ->> 'dataset' = d.subject
                        WHERE d.subject_kind = 'dataset' AND d.action = 'delete' AND i.subject_kind = 'import'
                        AND i.action = 'import' AND i.subject = j.id::text)""");
        found.put("each step of an import has its entry", """
                SELECT id || ' ' || state FROM import_job j WHERE NOT EXISTS (
                    SELECT FROM audit_entry WHERE subject_kind = 'import' AND subject = j.id::text AND action = 'start')
                OR state = 'IMPORTED' AND 1 <> (
                    SELECT count(*) FROM audit_entry WHERE subject_kind = 'import' AND subject = j.id::text
                    AND action = 'import')
                OR state = 'DISCARDED' AND 1 <> (
                    SELECT count(*) FROM audit_entry WHERE subject_kind = 'import' AND subject = j.id::text
                    AND (action = 'discard' OR action = 'recover' AND after::jsonb ->> 'state' = 'DISCARDED'))
                OR state IN ('CHECKED', 'IMPORTING', 'IMPORTED') AND NOT EXISTS (
                    SELECT FROM audit_entry WHERE subject_kind = 'import' AND subject = j.id::text AND action = 'check')""");
        found.put("an entry of an import has its import", """
                SELECT subject || ' ' || action FROM audit_entry WHERE subject_kind = 'import'
                AND NOT EXISTS (SELECT FROM import_job WHERE id::text = subject)""");
        found.put("an import has the files that were given", """
                SELECT id::text FROM import_job j WHERE NOT EXISTS (SELECT FROM import_upload WHERE job_id = j.id)""");
        found.put(
                "rows are staged only of what was checked and not yet imported, all or, if the database died, none",
                """
                SELECT s.job_id || ' ' || coalesce(state, 'gone') || ' ' || s.rows FROM (
                    SELECT job_id, count(*) AS rows FROM staged_sales GROUP BY job_id) s
                LEFT JOIN import_job j ON j.id = s.job_id
                LEFT JOIN import_file f ON f.job_id = s.job_id AND f.name = 'sales.csv'
                WHERE state IS NULL OR state NOT IN ('CHECKED', 'IMPORTING') OR rows <> row_count""");
        return found;
    }
}
