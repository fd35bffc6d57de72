package org.plenish.web.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.plenish.web.TestLogin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts as people begin and change them. */
final class RuleDrafts {

    private final JdbcClient jdbc;
    private final TestLogin.Session person;

    RuleDrafts(JdbcClient jdbc, TestLogin.Session person) {
        this.jdbc = jdbc;
        this.person = person;
    }

    long begin(String name) {
        Connection.Response answer = person.post("/rule-book/drafts", Map.of("name", name, "note", "Tried in a test"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return Long.parseLong(answer.header("Location").replace("/rule-book/drafts/", ""));
    }

    Connection.Response upload(long draft, String fileName, byte[] content) {
        return person.postFile(
                "/rule-book/uploads",
                Map.of("draft", String.valueOf(draft), "version", String.valueOf(version(draft))),
                "files",
                fileName,
                content);
    }

    /** The same, which must succeed. */
    void change(long draft, String fileName, byte[] content) {
        Connection.Response answer = upload(draft, fileName, content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    Connection.Response post(TestLogin.Session who, long draft, String what, String... namesAndValues) {
        Map<String, String> form = new HashMap<>(Map.of("version", String.valueOf(version(draft))));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return who.post("/rule-book/drafts/" + draft + "/" + what, form);
    }

    /** That it was refused, and said why. */
    static void refused(Connection.Response answer, int status, String why) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.parse().select("[role=alert]").text()).contains(why);
    }

    /** Why the last attempt of its kind was refused, as the audit log has it. */
    String lastDenied(String attempt) {
        return jdbc.sql("SELECT reason FROM audit_entry WHERE action = :action ORDER BY number DESC LIMIT 1")
                .param("action", attempt + " refused")
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Its page. */
    Document page(long draft) throws IOException {
        Connection.Response answer = person.get("/rule-book/drafts/" + draft);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.parse();
    }

    int version(long draft) {
        return jdbc.sql("SELECT version FROM rule_draft WHERE id = ?")
                .param(draft)
                .query(Integer.class)
                .single();
    }

    String state(long draft) {
        return jdbc.sql("SELECT state FROM rule_draft WHERE id = ?")
                .param(draft)
                .query(String.class)
                .single();
    }

    String text(long draft, String file) {
        return jdbc.sql("SELECT content FROM rule_draft_file WHERE draft_id = ? AND name = ?")
                .params(draft, file)
                .query(String.class)
                .single();
    }

    void awaitCheck(long draft) throws InterruptedException {
        await("SELECT EXISTS (SELECT 1 FROM rule_draft d JOIN rule_check USING (fingerprint) WHERE d.id = ?)", draft);
    }

    /** @return how it ended, with why if it failed */
    String awaitImpact(long draft) throws InterruptedException {
        await("""
                SELECT NOT EXISTS (SELECT 1 FROM rule_impact
                                   WHERE draft_id = ? AND status IN ('QUEUED', 'RUNNING'))""", draft);
        return jdbc.sql(
                        "SELECT status || coalesce(': ' || error, '') FROM rule_impact WHERE draft_id = ? ORDER BY id DESC LIMIT 1")
                .param(draft)
                .query(String.class)
                .single();
    }

    private void await(String question, long draft) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(180);
        while (!jdbc.sql(question).param(draft).query(Boolean.class).single()) {
            assertThat(Instant.now()).as("done in time").isBefore(deadline);
            Thread.sleep(50);
        }
    }
}
