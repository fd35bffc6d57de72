package org.plenish.web.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.plenish.web.rulebook.RuleDrafts.refused;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Connection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.dataset.DatasetsAtHand;
import org.plenish.web.run.RuleBooks;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A rule book's life: changed by one person, published by another, brought back. */
@OnFixturePlan
class RuleBookLifeTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    RuleBooks books;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftStore store;

    @Autowired
    DraftDesk desk;

    @Autowired
    RuleVersions versions;

    @Autowired
    VersionsInForce versionsInForce;

    @Autowired
    BookChecks checks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private TestLogin.Session analyst;
    private TestLogin.Session planner;
    private RuleDrafts at;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        analyst = TestLogin.as(port, Role.ANALYST);
        planner = TestLogin.as(port, Role.PLANNER);
        at = new RuleDrafts(jdbc, analyst);
    }

    private List<String> actions(String kind, String subject) {
        return jdbc.sql("SELECT action FROM audit_entry WHERE subject_kind = ? AND subject = ? ORDER BY number")
                .params(kind, subject)
                .query(String.class)
                .list();
    }

    @Test
    void aChangeIsCheckedHeldAgainstThePlanAndPublishedByAnotherPerson() throws Exception {
        long dataset = new DatasetsAtHand(jdbc, batches).store("For the impact of a rule");
        long draft = at.begin("More service for class C");
        String before = at.text(draft, "service-targets.csv");
        String after = before.replace("PHASE_OUT|SUPERSEDED", "SUPERSEDED");
        assertThat(after).isNotEqualTo(before);
        refused(at.post(analyst, draft, "submit"), 409, "changes nothing");
        assertThat(at.upload(draft, "service-targets.csv", after.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(302);
        assertThat(at.page(draft)
                        .select("#files tr:has(a:contains(service-targets.csv)) .pill")
                        .text())
                .isEqualTo("Changed");
        assertThat(analyst.get("/rule-book/drafts/" + draft + "/changes")
                        .parse()
                        .select(".diff-added .diff-text")
                        .text())
                .contains("< 0.5,,SUPERSEDED,");
        at.awaitCheck(draft);
        // A test of the book expects SVC-030 to speak of what is phased out.
        assertThat(at.page(draft).select("#tests .findings li")).isNotEmpty();
        refused(at.post(analyst, draft, "submit"), 409, "fail");

        assertThat(at.post(analyst, draft, "reset-file", "name", "service-targets.csv")
                        .statusCode())
                .isEqualTo(302);
        String explained = before.replace("Nothing was demanded in the last year.", "Nobody asked for it for a year.");
        assertThat(explained).isNotEqualTo(before);
        at.change(draft, "service-targets.csv", explained.getBytes(StandardCharsets.UTF_8));
        at.awaitCheck(draft);
        refused(at.post(analyst, draft, "submit"), 409, "has not been worked out");
        assertThat(at.post(planner, draft, "impact", "dataset", String.valueOf(dataset))
                        .statusCode())
                .isEqualTo(302);
        assertThat(at.awaitImpact(draft)).isEqualTo("FINISHED");
        assertThat(at.page(draft).select("#impact .kpi").eachText())
                .anyMatch(text -> text.startsWith("Expected cost ±0"));
        assertThat(at.post(analyst, draft, "submit").statusCode()).isEqualTo(302);

        // Four eyes: its author may not, a buyer may not, another person may.
        refused(at.post(analyst, draft, "publish"), 403, "You have worked on");
        assertThat(at.lastDenied("publish")).contains("You have worked on");
        assertThat(at.post(TestLogin.as(port, Role.BUYER), draft, "publish").statusCode())
                .isEqualTo(403);
        refused(at.post(analyst, draft, "delete-file", "name", "review.csv"), 409, "is not open");
        long other = at.begin("Began before the publication");
        RuleBooks.InForce standing = books.inForce();
        refused(at.post(planner, draft, "publish", "from", "2020-01-01"), 400, "must be from");
        assertThat(books.inForce().fingerprints()).isEqualTo(standing.fingerprints());
        leavesNothingBehindIfItsLastStepFails(draft);
        assertThat(at.post(planner, draft, "publish").statusCode()).isEqualTo(302);

        RuleBooks.InForce now = books.inForce();
        assertThat(now.version()).isEqualTo(standing.version() + 1);
        assertThat(now.name()).isEqualTo("Version " + now.version() + ", More service for class C");
        assertThat(new String(now.files().bytesByName().get("service-targets.csv"), StandardCharsets.UTF_8))
                .isEqualTo(explained);
        assertThat(at.state(draft)).isEqualTo("PUBLISHED");
        assertThat(actions("rule book", String.valueOf(now.version()))).containsExactly("publish");
        assertThat(actions("rule draft", String.valueOf(draft)))
                .startsWith("create")
                .contains("change files", "check", "submit", "submit refused", "publish refused");
        assertThat(analyst.get("/rule-book").parse().select("#version-title").text())
                .isEqualTo(now.name());

        // What began before is told, and brought up.
        assertThat(at.page(other).select("#base").text()).contains("service-targets.csv");
        refused(at.post(analyst, other, "submit"), 409, now.name().replaceFirst(".*, ", ""));
        assertThat(at.post(analyst, other, "bring-up").statusCode()).isEqualTo(302);
        assertThat(at.text(other, "service-targets.csv")).isEqualTo(explained);
        assertThat(at.page(other).select("#base")).isEmpty();

        // What was published stays.
        for (String change : List.of("UPDATE rule_version SET name = 'x'", "DELETE FROM rule_book_file")) {
            assertThat(catchThrowable(() -> jdbc.sql(change).update()))
                    .rootCause()
                    .hasMessageContaining("never changed");
        }

        comesBackToTheVersionBefore(standing, now, dataset);
    }

    /** As a kill there would: the database undoes what was not committed. */
    private void leavesNothingBehindIfItsLastStepFails(long draft) {
        AuditTrail full = entry -> {
            // Seen from within the transaction all is done by now.
            assertThat(at.state(draft)).isEqualTo("PUBLISHED");
            assertThat(books.inForce().version()).isEqualTo(Long.parseLong(entry.subject()));
            throw new IllegalStateException("no room for an entry");
        };
        Publishing broken =
                new Publishing(drafts, store, desk, versions, versionsInForce, checks, full, transaction, clock);
        Actor paul = new Actor("paul", Set.of(Role.PLANNER), "test");
        int version = at.version(draft);
        List<String> files = strings("SELECT DISTINCT fingerprint FROM rule_book_file");
        List<String> published = strings("SELECT id::text FROM rule_version");
        RuleBooks.InForce standing = books.inForce();
        assertThat(catchThrowable(() -> broken.publish(paul, draft, version, null)))
                .hasMessage("no room for an entry");
        assertThat(strings("SELECT DISTINCT fingerprint FROM rule_book_file")).isEqualTo(files);
        assertThat(strings("SELECT id::text FROM rule_version")).isEqualTo(published);
        assertThat(at.state(draft)).isEqualTo("SUBMITTED");
        assertThat(at.version(draft)).isEqualTo(version);
        assertThat(books.inForce().fingerprints()).isEqualTo(standing.fingerprints());
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql + " ORDER BY 1").query(String.class).list();
    }

    /** By the same rules: and scheduled, withdrawn again. */
    private void comesBackToTheVersionBefore(RuleBooks.InForce before, RuleBooks.InForce now, long dataset)
            throws Exception {
        Connection.Response restored = analyst.post("/rule-book/versions/" + before.version() + "/restore", Map.of());
        long back = Long.parseLong(restored.header("Location").replace("/rule-book/drafts/", ""));
        drafts.get(back)
                .files()
                .forEach((name, text) -> assertThat(text.getBytes(StandardCharsets.UTF_8))
                        .as(name)
                        .isEqualTo(before.files().bytesByName().get(name)));
        at.awaitCheck(back);
        at.post(analyst, back, "impact", "dataset", String.valueOf(dataset));
        assertThat(at.awaitImpact(back)).isEqualTo("FINISHED");
        assertThat(at.post(analyst, back, "submit").statusCode()).isEqualTo(302);
        assertThat(at.post(planner, back, "send-back", "reason", "Wait for spring")
                        .statusCode())
                .isEqualTo(302);
        assertThat(at.page(back).text()).contains("test-planner sent it back: Wait for spring");
        assertThat(at.post(analyst, back, "submit").statusCode()).isEqualTo(302);
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        assertThat(at.post(planner, back, "publish", "from", tomorrow.toString())
                        .statusCode())
                .isEqualTo(302);
        assertThat(books.inForce().version()).isEqualTo(now.version());
        assertThat(analyst.get("/rule-book").parse().text()).contains("From " + tomorrow);
        long scheduled = now.version() + 1;
        assertThat(versions.inForce(tomorrow).id()).isEqualTo(scheduled);
        refused(
                planner.post("/rule-book/versions/" + now.version() + "/withdraw", Map.of("reason", "no")),
                409,
                "in force already");
        assertThat(planner.post("/rule-book/versions/" + scheduled + "/withdraw", Map.of("reason", "Too early"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(versions.inForce(tomorrow).id()).isEqualTo(now.version());
        assertThat(actions("rule book", String.valueOf(scheduled))).containsExactly("publish", "withdraw");
        assertThat(planner.get("/rule-book/versions").parse().select("tr:contains(Withdrawn)"))
                .hasSize(1);
    }
}
