package org.plenish.web.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.backtest.BacktestResult.Column;
import org.plenish.web.backtest.BacktestResult.Who;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.JobProgress;
import org.plenish.web.shared.JobStatus;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backtests as jobs and as pages; against PostgreSQL. */
@OnBacktests
class BacktestsTest {

    private static final Actor ROSA = new Actor("test-analyst", Set.of(Role.ANALYST), "192.0.2.7");

    @LocalServerPort
    int port;

    @Autowired
    BacktestsAtHand backtests;

    @Autowired
    BacktestJobs jobs;

    @Autowired
    BacktestWorker worker;

    @Autowired
    Replays replays;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    private TestLogin.Session analyst() {
        return TestLogin.as(port, Role.ANALYST);
    }

    @Test
    void anAnalystJudgesAChangedRuleBookBeforeItIsPublished() throws Exception {
        long dataset = backtests.store("Judged");
        long id = backtests.startChanged(analyst(), dataset, "More service for all");
        assertThat(backtests.awaitEnd(id)).isEqualTo("FINISHED");

        BacktestResult result = jobs.result(id);
        assertThat(result.columns())
                .extracting(Column::who)
                .containsExactly(Who.STANDING, Who.CHANGED, Who.MIN_MAX, Who.TWO_WEEKS, Who.HAPPENED);
        Column changed = result.find(Who.CHANGED).orElseThrow();
        assertThat(changed.value("average_stock"))
                .isGreaterThan(result.standing().value("average_stock"));
        assertThat(changed.value("fill_rate"))
                .isGreaterThanOrEqualTo(result.standing().value("fill_rate"));
        for (Column column : result.columns().subList(0, 4)) {
            double parts = List.of("holding", "ordering", "purchase", "shortage", "obsolescence").stream()
                    .mapToDouble(column::value)
                    .sum();
            assertThat(column.value("total_cost")).isCloseTo(parts, within(1e-6));
        }
        // TEA at SOUTH has no stock on 19 days of three weeks; on one day of each some sold all the same.
        assertThat(result.corrections().correctedLocations()).isEqualTo(1);
        assertThat(result.corrections().correctedDays()).isEqualTo(16);
        assertThat(result.corrections().addedUnits()).isPositive();

        Document page = analyst().get("/backtests/" + id).parse();
        assertThat(page.select("#verdict p").first().text())
                .matches("Against the standing rule book, the changed rule book would have cost €[\\d,]+ (more|less)"
                        + " \\(.*\\), served .* of demand.* and kept €[\\d,]+ more stock on average \\(.*\\)\\.");
        assertThat(page.select("#figures thead th").eachText())
                .containsExactly(
                        "Figure", "Standing rule book", "Changed rule book", "Min/max", "Two weeks", "What happened");
        assertThat(page.select("#demand").text()).contains("at 1 of 5 items in their warehouses, for 16 days");
        assertThat(page.select("#fill-table tbody tr")).hasSize(10);
        assertThat(page.select("#book").text())
                .contains("Replaced: service-targets.csv", "tests failed")
                .contains("serviceTarget must be 0.98, but it is 0.999");
        for (String table : List.of("figures", "periods", "lines")) {
            for (String format : List.of("csv", "xlsx")) {
                assertThat(analyst()
                                .get("/backtests/" + id + "/" + table + "." + format)
                                .statusCode())
                        .as(table + "." + format)
                        .isEqualTo(200);
            }
        }
        assertThat(analyst().get("/backtests/" + id + "/figures.csv").body())
                .contains(
                        "policy,class,figure,unit,value,standing,change",
                        "changed,all,total_cost,money,",
                        "min-max,all,fill_rate,share,");
        assertThat(entries(id)).containsExactly("test-analyst start", "plenish begin", "plenish finish");
    }

    @Test
    void whatWasPutBackCanBeTakenAwayAgainAndTheFirstReportStays() throws Exception {
        long dataset = backtests.store("Switched");
        long id = BacktestsAtHand.started(analyst()
                .postFile(
                        "/backtests",
                        Map.of("dataset", String.valueOf(dataset), "from", BacktestsAtHand.FROM.toString()),
                        "files",
                        "",
                        new byte[0]));
        assertThat(backtests.awaitEnd(id)).isEqualTo("FINISHED");
        long added = jobs.result(id).corrections().addedUnits();
        long demand = jobs.result(id).corrections().recordedUnits() + added;

        long recorded =
                BacktestsAtHand.started(analyst().post("/backtests/" + id + "/again", Map.of("corrected", "false")));
        assertThat(backtests.awaitEnd(recorded)).isEqualTo("FINISHED");
        assertThat(jobs.result(recorded).corrections().addedUnits()).isZero();
        assertThat(jobs.result(recorded).standing().value("demand_units")).isEqualTo(demand - added);
        assertThat(analyst().get("/backtests/" + recorded).body())
                .contains("Recorded sales alone:", "Replay with lost sales put back");

        long back = BacktestsAtHand.started(
                analyst().post("/backtests/" + recorded + "/again", Map.of("corrected", "true")));
        assertThat(backtests.awaitEnd(back)).isEqualTo("FINISHED");
        assertThat(jobs.result(back)).isEqualTo(jobs.result(id));
        assertThat(jobs.result(back).columns()).extracting(Column::who).containsExactly(Who.STANDING, Who.HAPPENED);
    }

    @Test
    void aRuleBookWithErrorsIsToldByFileLineAndColumnAndNothingIsKept() throws Exception {
        long dataset = backtests.store("Wrong book");
        long before = count();
        byte[] wrong = BacktestsAtHand.standing("service-targets.csv")
                .replace(",A,0.98,", ",A,very much,")
                .getBytes(StandardCharsets.UTF_8);

        Connection.Response answer = analyst()
                .postFile(
                        "/backtests",
                        BacktestsAtHand.form(dataset, "Typed anew never"),
                        "files",
                        "service-targets.csv",
                        wrong);

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = answer.parse();
        assertThat(page.select("[role=alert]").text()).contains("has errors");
        assertThat(page.select("#found").text()).contains("service-targets.csv line 11, column 8:", "very much");
        assertThat(page.select("#new input[name=name]").val()).isEqualTo("Typed anew never");
        assertThat(count()).isEqualTo(before);

        Connection.Response text = analyst()
                .postFile("/backtests", BacktestsAtHand.form(dataset, "x"), "files", "notes.txt", new byte[] {65});
        assertThat(text.statusCode()).isEqualTo(422);
        assertThat(text.body()).contains("“notes.txt” is no file of a rule book");
        Connection.Response day = analyst()
                .postFile(
                        "/backtests",
                        Map.of("dataset", String.valueOf(dataset), "from", "24.11.2025"),
                        "files",
                        "",
                        new byte[0]);
        assertThat(day.statusCode()).isEqualTo(422);
        assertThat(day.body()).contains("must be a day as in 2025-11-24, but is “24.11.2025”");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void whatCannotBeReplayedFailsWithTheReason() throws Exception {
        long dataset = backtests.store("Too late");
        long id = BacktestsAtHand.started(analyst()
                .postFile(
                        "/backtests",
                        Map.of("dataset", String.valueOf(dataset), "from", "2029-01-01"),
                        "files",
                        "",
                        new byte[0]));
        assertThat(backtests.awaitEnd(id))
                .startsWith("FAILED: from: 2029-01-01 must be after the first sale, 2025-11-17");
        assertThat(analyst().get("/backtests/" + id).body()).contains("must be after the first sale");
        assertThat(analyst().get("/backtests/" + id + "/figures.csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCancelledOneEndsAndAStopMakesItWaitAgainOnce() throws Exception {
        long dataset = backtests.store("Interrupted");
        Setup setup = new Setup(BacktestsAtHand.FROM, List.of(), true);
        long waiting = queue(dataset, setup);
        assertThat(analyst().post("/backtests/" + waiting + "/cancel", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(backtests.awaitEnd(waiting)).isEqualTo("CANCELLED");
        assertThat(entries(waiting))
                .containsExactly("test-analyst start", "test-analyst request cancel", "plenish cancel");

        long atWork = queue(dataset, setup);
        assertThat(jobs.begin(Instant.now()).orElseThrow().id()).isEqualTo(atWork);
        assertThat(delete(analyst(), atWork, "not needed").statusCode()).isEqualTo(409);
        jobs.requestCancel(ROSA, atWork, Instant.now());
        JobProgress<Backtest.Stage> progress = new JobProgress<>(
                "Backtest " + atWork,
                (stage, share, detail) -> jobs.progress(atWork, stage, share, detail),
                Clock.systemUTC());
        assertThatThrownBy(() -> replays.replay(dataset, setup, new TreeMap<>(), progress::at))
                .hasMessage("Backtest " + atWork + " was cancelled.");
        BacktestResult late = replays.replay(dataset, setup, new TreeMap<>(), (stage, share, detail) -> {});
        jobs.finish(atWork, late, Instant.now());
        assertThat(jobs.get(atWork).status()).isEqualTo(JobStatus.CANCELLED);

        long twice = interrupted(dataset, setup, 2);
        jobs.recover(Instant.now());
        assertThat(backtests.awaitEnd(twice)).isEqualTo("FAILED: " + BacktestJobs.INTERRUPTED);

        long once = interrupted(dataset, setup, 1);
        jobs.recover(Instant.now());
        assertThat(jobs.get(once).status()).isEqualTo(JobStatus.QUEUED);
        worker.resume();
        assertThat(backtests.awaitEnd(once)).isEqualTo("FINISHED");
        assertThat(jobs.result(once)).isEqualTo(late);
    }

    private long interrupted(long dataset, Setup setup, int attempts) {
        long id = queue(dataset, setup);
        jdbc.sql("""
                        UPDATE backtest SET status = 'RUNNING', attempts = :attempts, started_at = now(),
                            stage = 'REPLAY'
                        WHERE id = :id""").param("attempts", attempts).param("id", id).update();
        return id;
    }

    @Test
    void aDatasetTooOldToBeListedCanStillBeReplayed() throws Exception {
        long old = backtests.store("Too old to be listed");
        jdbc.sql("""
                        INSERT INTO dataset (name, fingerprint, origin, plan_date, currency, items, warehouses, suppliers,
                            created_at, created_by)
                        SELECT 'newer', 'newer ' || n, 'UPLOAD', DATE '2026-11-23', 'EUR', 1, 1, 1, now(), 'test'
                        FROM generate_series(1, 110) n""").update();
        try {
            assertThat(jobs.datasets()).extracting(BacktestJobs.Dataset::id).doesNotContain(old);
            assertThat(jobs.datasetName(old)).isEqualTo("Too old to be listed");
        } finally {
            jdbc.sql("DELETE FROM dataset WHERE name = 'newer'").update();
        }
    }

    @Test
    void everybodyReadsPlannersAndAnalystsStartAndDeleteWithAReason() throws Exception {
        long dataset = backtests.store("Rights");
        long id = queue(dataset, new Setup(BacktestsAtHand.FROM, List.of(), true));
        jobs.requestCancel(ROSA, id, Instant.now());
        for (Role role : Role.values()) {
            Connection.Response list = TestLogin.as(port, role).get("/backtests");
            boolean works = role == Role.PLANNER || role == Role.ANALYST;
            assertThat(list.statusCode()).as(role.name()).isEqualTo(200);
            assertThat(list.parse().select("form#new")).as(role.name()).hasSize(works ? 1 : 0);
            Document page = TestLogin.as(port, role).get("/backtests/" + id).parse();
            assertThat(page.select("form#delete")).as(role.name()).hasSize(works ? 1 : 0);
            if (!works) {
                assertThat(delete(TestLogin.as(port, role), id, "mine").statusCode())
                        .as(role.name())
                        .isEqualTo(403);
                assertThat(TestLogin.as(port, role)
                                .postFile("/backtests", "files", "review.csv", new byte[] {65})
                                .statusCode())
                        .as(role.name())
                        .isEqualTo(403);
            }
        }
        assertThat(delete(analyst(), id, " ").statusCode()).isEqualTo(400);
        assertThat(delete(TestLogin.as(port, Role.PLANNER), id, "Started by mistake.")
                        .statusCode())
                .isEqualTo(302);
        assertThat(analyst().get("/backtests/" + id).statusCode()).isEqualTo(404);
        assertThat(entries(id)).last().isEqualTo("test-planner delete");
    }

    private long queue(long dataset, Setup setup) {
        return jobs.queue(ROSA, "Waits", dataset, setup, null, new TreeMap<>(), Instant.now());
    }

    private static Connection.Response delete(TestLogin.Session person, long id, String reason) {
        return person.post("/backtests/" + id + "/delete", Map.of("reason", reason));
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM backtest").query(Long.class).single();
    }

    private List<String> entries(long id) {
        return jdbc.sql("""
                        SELECT user_name || ' ' || action FROM audit_entry
                        WHERE subject_kind = 'backtest' AND subject = ? ORDER BY number""").param(String.valueOf(id)).query(String.class).list();
    }
}
