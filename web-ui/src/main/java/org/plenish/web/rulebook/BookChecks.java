package org.plenish.web.rulebook;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenish.rules.BookFiles;
import org.plenish.rules.cases.CheckedBook;
import org.plenish.rules.problem.Problem;
import org.plenish.web.run.CompiledBooks;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.JobWorker;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks drafts as {@code rules check} and {@code rules test} do, beside the pages, as it takes seconds. What is found is kept
 * by what the book holds, so nothing is checked twice.
 */
@Component
class BookChecks extends JobWorker<BookChecks.Unchecked> {

    private static final Actor PRODUCT = Actor.product("rule checks");
    private static final int AUDITED_ERRORS = 10;

    private final JdbcClient jdbc;
    private final DraftStore drafts;
    private final CompiledBooks compiled;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BookChecks(
            JdbcClient jdbc,
            DraftStore drafts,
            CompiledBooks compiled,
            AuditTrail audit,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        super("rule-checks");
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.compiled = compiled;
        this.audit = audit;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A draft that is at work and of whose files nothing is known. */
    record Unchecked(long draftId, String fingerprint) {}

    /** Empty as long as they are not known. */
    Optional<Findings> find(String fingerprint) {
        return jdbc.sql("SELECT findings::text FROM rule_check WHERE fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Findings.class));
    }

    /** Checks a book now, and keeps it compiled; some seconds. */
    Findings check(BookFiles files) {
        CheckedBook checked = CheckedBook.of(files);
        if (checked.book() != null) {
            compiled.keep(files, checked.book());
        }
        return Findings.of(checked);
    }

    @Override
    protected void recover() {
        // A check that was interrupted has left nothing, so it is found as one that waits.
    }

    @Override
    protected Optional<Unchecked> begin() {
        return jdbc.sql("""
                        SELECT d.id AS draft_id, d.fingerprint FROM rule_draft d
                        WHERE d.state IN ('OPEN', 'SUBMITTED')
                            AND NOT EXISTS (SELECT 1 FROM rule_check c WHERE c.fingerprint = d.fingerprint)
                        ORDER BY d.changed_at DESC, d.id DESC LIMIT 1""").query(Unchecked.class).optional();
    }

    @Override
    protected String name(Unchecked job) {
        return "Check of rule draft " + job.draftId();
    }

    @Override
    protected void work(Unchecked job) {
        Optional<Draft> draft = drafts.find(job.draftId());
        if (draft.isPresent() && draft.get().fingerprint().equals(job.fingerprint())) {
            store(job, check(BookFiles.of(draft.get().files())));
        }
    }

    /** Otherwise it would be tried for ever. */
    @Override
    protected void fail(Unchecked job, String error) {
        Problem problem = new Problem(
                "rule book", 0, 0, "cannot be checked: " + error, "Take back the latest change and try again.");
        store(job, new Findings(List.of(problem), 0, List.of()));
    }

    private void store(Unchecked job, Findings found) {
        Map<String, Object> audited = new LinkedHashMap<>();
        audited.put("fingerprint", job.fingerprint());
        audited.put("errors", found.errors().size());
        audited.put("warnings", found.warnings().size());
        audited.put("testsFailed", found.failed().size());
        audited.put(
                "first",
                found.errors().stream()
                        .limit(AUDITED_ERRORS)
                        .map(Problem::toString)
                        .toList());
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            INSERT INTO rule_check (fingerprint, findings, checked_at)
                            VALUES (:fingerprint, CAST(:findings AS jsonb), :now) ON CONFLICT DO NOTHING""")
                    .param("fingerprint", job.fingerprint())
                    .param("findings", json.writeValueAsString(found).replace("\\u0000", ""))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            audit.append(new AuditEntry(
                    PRODUCT, Drafts.SUBJECT_KIND, String.valueOf(job.draftId()), "check", null, audited, ""));
        });
    }
}
