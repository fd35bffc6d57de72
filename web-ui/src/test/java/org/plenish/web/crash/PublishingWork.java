package org.plenish.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jsoup.Connection;
import org.plenish.web.TestLogin;
import org.plenish.web.run.FileFingerprints;
import org.plenish.web.run.RuleBooks;
import org.plenish.web.shared.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An analyst changes the rule book and submits it, a planner publishes it, again and again through the product's pages; before
 * that, what was submitted when the product was killed is published.
 *
 * <p>A publication is compiled for seconds and written in milliseconds, which few kills would hit: so each waits at its commit,
 * as if others wrote to the audit log at length.
 */
final class PublishingWork implements CrashWork {

    private static final String ANALYST = "alan";
    private static final String PLANNER = "pia";
    private static final String CHANGED_FILE = "stop-buy.drl";

    /** What every commit that has something for the audit log waits for. */
    private static final long AUDIT_LOCK = 0x6175646974L;

    private static final int LONGEST_COMMIT_MILLIS = 2_000;

    private static final String COMMITTING = "COMMITTING ";

    /** Two browsers at the product. */
    private record People(TestLogin.Session analyst, TestLogin.Session planner, JdbcClient jdbc, RuleBooks books) {

        private static People at(ApplicationContext product) {
            JdbcClient jdbc = product.getBean(JdbcClient.class);
            int port = product.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            TestLogin.createAccounts(jdbc);
            TestLogin.createAccount(jdbc, ANALYST, Set.of(Role.ANALYST));
            TestLogin.createAccount(jdbc, PLANNER, Set.of(Role.PLANNER));
            return new People(
                    TestLogin.logIn(port, ANALYST, TestLogin.PASSWORD),
                    TestLogin.logIn(port, PLANNER, TestLogin.PASSWORD),
                    jdbc,
                    product.getBean(RuleBooks.class));
        }

        private static String post(TestLogin.Session who, String path, Map<String, String> form) {
            Connection.Response answer = who.post(path, form);
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(302);
            return String.valueOf(answer.header("Location"));
        }

        private Map<String, String> seen(long draft) {
            return Map.of("version", value("SELECT version FROM rule_draft WHERE id = ?", draft));
        }

        private String value(String sql, long draft) {
            return jdbc.sql(sql).param(draft).query(String.class).single();
        }

        /** @return the draft */
        private long submit() {
            String standing = books.inForce().fingerprints().fingerprint();
            noteAsChecked(standing);
            String path = post(analyst, "/rule-book/drafts", Map.of("name", "Killed", "note", ""));
            long draft = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
            SortedMap<String, byte[]> files =
                    new TreeMap<>(books.inForce().files().bytesByName());
            String text =
                    value("SELECT content FROM rule_draft_file WHERE draft_id = ? AND name = 'stop-buy.drl'", draft)
                            + "// " + UUID.randomUUID() + "\n";
            files.put(CHANGED_FILE, text.getBytes(StandardCharsets.UTF_8));
            String fingerprint = FileFingerprints.of(files).fingerprint();
            noteAsChecked(fingerprint);
            noteAsHeldAgainst(standing, draft, fingerprint);
            Map<String, String> form = new TreeMap<>(seen(draft));
            form.put("text", text);
            post(analyst, "/rule-book/drafts/" + draft + "/files/" + CHANGED_FILE, form);
            post(analyst, "/rule-book/drafts/" + draft + "/submit", seen(draft));
            return draft;
        }

        /** What a check and an impact would find, which take their time and change nothing that is published. */
        private void noteAsChecked(String fingerprint) {
            jdbc.sql("""
                INSERT INTO rule_check (fingerprint, findings, checked_at)
                VALUES (?, '{"problems": [], "rules": 1, "tests": []}', now()) ON CONFLICT DO NOTHING\
                """).param(fingerprint).update();
        }

        private void noteAsHeldAgainst(String standing, long draft, String fingerprint) {
            jdbc.sql("""
                INSERT INTO rule_impact (draft_id, draft_version, fingerprint, standing_version, standing_name,
                    standing_fingerprint, dataset_name, settings, status, result, queued_by, queued_at)
                VALUES (:draft, 1, :fingerprint, 0, 'In force', :standing, 'Sample', '{}', 'FINISHED', '{}',
                    'test', now())\
                """)
                    .param("draft", draft)
                    .param("fingerprint", fingerprint)
                    .param("standing", standing)
                    .update();
        }

        private void publish(long draft) {
            post(planner, "/rule-book/drafts/" + draft + "/publish", seen(draft));
        }
    }

    /** What the product takes for the rule book is what was published last; what was left submitted can be published. */
    @Override
    public void prepare(ApplicationContext product) {
        People people = People.at(product);
        RuleBooks.InForce standing = people.books().inForce();
        assertThat(people.jdbc()
                        .sql("SELECT coalesce(max(id), 0) FROM rule_version")
                        .query(Long.class)
                        .single())
                .as("the version published last is in force")
                .isEqualTo(standing.version());
        assertThat(people.jdbc()
                        .sql("SELECT count(*) FROM rule_version WHERE id = ? AND fingerprint = ?")
                        .params(standing.version(), standing.fingerprints().fingerprint())
                        .query(Long.class)
                        .single())
                .as("with the files that were published")
                .isEqualTo(standing.version() == 0 ? 0 : 1);
        people.jdbc()
                .sql("SELECT id FROM rule_draft WHERE state = 'SUBMITTED'")
                .query(Long.class)
                .list()
                .forEach(people::publish);
        // A kill while classes are loaded tells nothing.
        people.publish(people.submit());
    }

    @Override
    public void work(ApplicationContext product, Consumer<String> acknowledge) {
        People people = People.at(product);
        TransactionTemplate transaction = product.getBean(TransactionTemplate.class);
        while (true) {
            long draft = people.submit();
            CompletableFuture<Void> others = CompletableFuture.runAsync(
                    () -> transaction.executeWithoutResult(status -> holdUp(people.jdbc(), acknowledge, draft)));
            people.publish(draft);
            acknowledge.accept(
                    "PUBLISH " + draft + " " + people.value("SELECT fingerprint FROM rule_draft WHERE id = ?", draft));
            others.join();
        }
    }

    /** Holds what a commit needs until one waits for it, and some time more. */
    private static void holdUp(JdbcClient jdbc, Consumer<String> acknowledge, long draft) {
        try {
            jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                    .param("lock", AUDIT_LOCK)
                    .query(row -> {});
            while (!jdbc.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)")
                    .query(Boolean.class)
                    .single()) {
                Thread.sleep(5);
            }
            acknowledge.accept(COMMITTING + draft);
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_COMMIT_MILLIS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int mostAwaited() {
        return 3;
    }

    @Override
    public void check(JdbcClient database, List<String> acknowledged) {
        BooksAfterCrash.BROKEN_IF_FOUND.forEach((sentence, sql) -> assertThat(database.sql(sql)
                        .query((row, index) -> row.getString(1))
                        .list())
                .as(sentence)
                .isEmpty());
        assertThat(database.sql(BooksAfterCrash.DONE).query(String.class).set())
                .as("everything acknowledged was done")
                .containsAll(acknowledged.stream()
                        .filter(key -> !key.startsWith(COMMITTING))
                        .toList());
    }
}
