package org.plenish.web.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.run.BackgroundPlanning;
import org.plenish.web.run.PlanningProperties;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.run.RunProgress;
import org.plenish.web.run.RunQueries;
import org.plenish.web.run.RunRecord;
import org.plenish.web.run.ScenarioStamp;
import org.plenish.web.run.UncertaintyProperties;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.JobStatus;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Scenarios beside their base, as jobs, side by side and made the plan; against PostgreSQL. */
@OnScenarios
class ScenarioRunsTest {

    private static final Actor ROSA = new Actor("test-planner", Set.of(Role.PLANNER), "192.0.2.7");

    @LocalServerPort
    int port;

    @Autowired
    ScenariosAtHand scenarios;

    @Autowired
    ScenarioJobs jobs;

    @Autowired
    ScenarioQueries queries;

    @Autowired
    ScenarioWorker worker;

    @Autowired
    ScenarioBases bases;

    @Autowired
    PlanningRuns planningRuns;

    @Autowired
    RunQueries runQueries;

    @Autowired
    BackgroundPlanning planning;

    @Autowired
    PlanningProperties properties;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        awaitPlanning();
    }

    private TestLogin.Session planner() {
        return TestLogin.as(port, Role.PLANNER);
    }

    @Test
    void aScenarioMeetsTheSameFuturesAsItsBase() throws Exception {
        long dataset = scenarios.choose("Same luck");
        long same = scenarios.create(planner(), dataset, "As much cash");
        scenarios.save(planner(), same, cash("As much cash", 1));
        long less = scenarios.create(planner(), dataset, "Hardly any cash");
        scenarios.save(planner(), less, cash("Hardly any cash", 0.1));
        for (long scenario : List.of(same, less)) {
            scenarios.run(planner(), scenario);
            assertThat(scenarios.awaitEnd(scenario)).isEqualTo("FINISHED");
        }
        ScenarioFutures ofSame = awaitFutures(same);
        ScenarioFutures ofLess = awaitFutures(less);
        assertThat(ofSame.scenario()).isEqualTo(ofSame.base()).hasSize(2 * 5);
        assertThat(ofLess.base()).isEqualTo(ofSame.base());
        assertThat(ofLess.scenario()).isNotEqualTo(ofLess.base());

        Document page = planner()
                .get("/scenarios/compare?scenario=" + same + "&scenario=" + less)
                .parse();
        assertThat(page.select(".table-futures thead th").eachText())
                .containsExactly("Figure", "Base", "As much cash", "Hardly any cash");
        assertThat(page.select(".table-futures tbody tr")).hasSize(2 * 5);
        assertThat(page.select("section:has(#futures-title)").text()).contains("100 of them by seed 1");
    }

    private static String cash(String name, double factor) {
        return "name: " + name + "\nchanges:\n  - change: cash\n    factor: " + factor + "\n";
    }

    private ScenarioFutures awaitFutures(long scenario) throws InterruptedException {
        long run = jobs.findLatest(scenario).orElseThrow().id();
        Instant deadline = Instant.now().plusSeconds(60);
        while (jobs.findFutures(run).isEmpty()) {
            assertThat(Instant.now()).as("they are worked out in time").isBefore(deadline);
            Thread.sleep(50);
        }
        return jobs.findFutures(run).orElseThrow();
    }

    @Test
    void scenariosStandSideBySideAndTheBaseIsPlannedOnce() throws Exception {
        long dataset = scenarios.choose("Side by side");
        long cash = scenarios.createCashCut(planner(), dataset, "Half the cash");
        long both = scenarios.create(planner(), dataset, "More of all");
        scenarios.save(planner(), both, """
                name: More of all
                changes:
                  - change: demand
                    items: TEA
                    factor: 1.5
                  - change: cash
                    factor: 0.8
                """);
        scenarios.run(planner(), cash);
        scenarios.run(planner(), both);
        assertThat(scenarios.awaitEnd(cash)).isEqualTo("FINISHED");
        assertThat(scenarios.awaitEnd(both)).isEqualTo("FINISHED");

        ScenarioResult first = result(cash);
        ScenarioResult second = result(both);
        assertThat(second.baseKey()).isEqualTo(first.baseKey());
        assertThat(second.base()).isEqualTo(first.base());
        assertThat(second.effects())
                .extracting(effect -> effect.driver().name())
                .containsExactly("DEMAND", "LIMITS");
        assertThat(second.together()).isNotNull();
        assertThat(Comparison.figure(second.scenario(), "purchases_now"))
                .isNotEqualTo(Comparison.figure(second.base(), "purchases_now"));

        String address = "/scenarios/compare?scenario=" + cash + "&scenario=" + both;
        Document page = planner().get(address).parse();
        assertThat(page.select(".table-compare thead th").eachText())
                .containsExactly("Figure", "Base", "Half the cash", "More of all");
        assertThat(page.select("#stock-table tbody tr")).hasSize(first.buckets());
        assertThat(page.select("#lines tbody tr")).isNotEmpty();
        assertThat(page.text()).doesNotContain("do not all stand beside the same base");
        Connection.Response figures =
                planner().get("/scenarios/compare/figures.csv?scenario=" + cash + "&scenario=" + both);
        assertThat(figures.body())
                .contains(
                        "scenario,measure,unit,value,base,change",
                        "base,cost,currency,",
                        "Half the cash,cost,currency,",
                        "More of all,fill_rate,percent,");
        for (String table : List.of("figures", "drivers", "periods", "lines")) {
            for (String format : List.of("csv", "xlsx")) {
                assertThat(planner()
                                .get("/scenarios/compare/" + table + "." + format + "?scenario=" + both)
                                .statusCode())
                        .as(table + "." + format)
                        .isEqualTo(200);
            }
        }

        assertThat(planner()
                        .get("/scenarios/compare/drivers.csv?scenario=" + both)
                        .body())
                .contains("More of all,demand,", "More of all,limits,", "More of all,together,");

        // What was planned before changes nothing in what comes after.
        long again = scenarios.createCashCut(planner(), dataset, "Half the cash");
        scenarios.run(planner(), again);
        assertThat(scenarios.awaitEnd(again)).isEqualTo("FINISHED");
        assertThat(result(again)).isEqualTo(first);
        assertThat(entries("scenario run", latest(again).id()))
                .containsExactly("test-planner queue", "plenish begin", "plenish finish");
    }

    @Test
    void aScenarioBecomesThePlanAndTheNextRunIsWithoutIt() throws Exception {
        long dataset = scenarios.choose("Promoted");
        long id = scenarios.createCashCut(planner(), dataset, "Half the cash, for good");
        assertThat(planner().get("/scenarios/" + id + "/promote").body()).contains("Run the scenario first");
        assertThat(promote(id, currentPlan.find().orElseThrow().runId()).statusCode())
                .isEqualTo(409);
        scenarios.run(planner(), id);
        assertThat(scenarios.awaitEnd(id)).isEqualTo("FINISHED");

        Document page = planner().get("/scenarios/" + id + "/promote").parse();
        assertThat(page.text()).contains("Expected cost", "Expected fill rate", "Its proposals are replaced");
        long shown = currentPlan.find().orElseThrow().runId();
        assertThat(page.select("input[name=replacing]").val()).isEqualTo(String.valueOf(shown));
        assertThat(promote(id, shown - 1).statusCode()).isEqualTo(409);
        Connection.Response answer = promote(id, shown);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/run");
        RunRecord run = awaitPlanning();
        assertThat(run.status()).as(String.valueOf(run.error())).isEqualTo(RunProgress.Status.FINISHED);
        assertThat(run.source()).isEqualTo("Promoted, what if: Half the cash, for good");
        assertThat(run.datasetId()).isEqualTo(dataset);
        assertThat(currentPlan.find().orElseThrow().datasetName()).isEqualTo(run.source());
        assertThat(queries.get("test-planner", id).state()).isEqualTo(ScenarioState.PROMOTED);
        assertThat(entries("scenario", id)).last().isEqualTo("test-planner promote");
        assertThat(jdbc.sql("""
                        SELECT after::jsonb ->> 'content' FROM audit_entry
                        WHERE subject_kind = 'scenario' AND subject = ? AND action = 'promote'""").param(String.valueOf(id)).query(String.class).single())
                .isEqualTo(queries.get("test-planner", id).content());
        assertThat(planner()
                        .post(
                                "/scenarios/" + id + "/save",
                                Map.of("version", String.valueOf(scenarios.version(id)), "content", "name: x"))
                        .statusCode())
                .isEqualTo(409);

        // The same again is the same plan; an ordinary run is not.
        double cost = run.cost().doubleValue();
        assertThat(promote(id, run.id()).statusCode()).isEqualTo(302);
        assertThat(awaitPlanning().cost().doubleValue()).isEqualTo(cost);
        planning.plan(ROSA);
        RunRecord ordinary = awaitPlanning();
        assertThat(ordinary.source()).isEqualTo("Promoted");
        assertThat(jdbc.sql("SELECT scenario_id FROM planning_run WHERE id = ?")
                        .param(ordinary.id())
                        .query(Long.class)
                        .optional())
                .isEmpty();
    }

    @Test
    void aScenarioOfAnotherDatasetDoesNotBecomeThePlan() throws Exception {
        long other = scenarios.choose("Not planned");
        long id = scenarios.createCashCut(planner(), other, "Elsewhere");
        scenarios.run(planner(), id);
        assertThat(scenarios.awaitEnd(id)).isEqualTo("FINISHED");
        scenarios.choose("Planned instead");
        assertThat(promote(id, currentPlan.find().orElseThrow().runId()).statusCode())
                .isEqualTo(409);
        assertThat(planner().get("/scenarios/" + id + "/promote").body()).contains("another dataset");
        assertThat(queries.get("test-planner", id).state()).isEqualTo(ScenarioState.DRAFT);
    }

    @Test
    void aRunThatAStopInterruptedIsMadeAgainAndFailsTheSecondTime() throws Exception {
        long dataset = scenarios.choose("Interrupted");
        long id = scenarios.createCashCut(planner(), dataset, "Interrupted");
        long run = interrupted(id);
        jobs.recover(Instant.now());
        assertThat(latest(id).status()).isEqualTo(JobStatus.QUEUED);
        worker.resume();
        assertThat(scenarios.awaitEnd(id)).isEqualTo("FINISHED");
        assertThat(latest(id).id()).isEqualTo(run);
        assertThat(latest(id).attempts()).isEqualTo(2);

        long again = scenarios.createCashCut(planner(), dataset, "Interrupted twice");
        long second = interrupted(again);
        jdbc.sql("UPDATE scenario_run SET attempts = 2 WHERE id = ?")
                .param(second)
                .update();
        worker.resume();
        assertThat(scenarios.awaitEnd(again)).isEqualTo("FAILED: " + ScenarioJobs.INTERRUPTED);
        assertThat(planner().get("/scenarios/" + again).body()).contains(ScenarioJobs.INTERRUPTED);
    }

    @Test
    void aStopLeavesItsRunForTheNextStart() throws Exception {
        long dataset = scenarios.choose("Stopped");
        long id = scenarios.createCashCut(planner(), dataset, "Stopped");
        ScenarioWorker stopped = new ScenarioWorker(jobs, bases, new UncertaintyProperties(0, 1), Clock.systemUTC());
        jobs.queue(ROSA, queries.get("test-planner", id), properties.settings(), Instant.now());
        stopped.resume();
        Instant deadline = Instant.now().plusSeconds(60);
        while (latest(id).status() == JobStatus.QUEUED) {
            assertThat(Instant.now()).as("the run begins in time").isBefore(deadline);
            Thread.sleep(2);
        }
        stopped.destroy();
        assertThat(latest(id).status()).isIn(JobStatus.RUNNING, JobStatus.FINISHED);
        worker.resume();
        assertThat(scenarios.awaitEnd(id)).isEqualTo("FINISHED");
    }

    @Test
    void aRunOfAPromotedScenarioThatWasInterruptedIsMadeAgainWithIt() throws Exception {
        long dataset = scenarios.choose("Interrupted plan");
        long id = scenarios.createCashCut(planner(), dataset, "Kept over a stop");
        transaction.executeWithoutResult(status -> {
            long run = planningRuns.start(
                    ROSA,
                    "Interrupted plan",
                    dataset,
                    properties.settings(),
                    Clock.systemUTC().instant());
            planningRuns.note(
                    run, new ScenarioStamp(id, queries.get("test-planner", id).content()));
        });
        planning.planIfNeeded();
        RunRecord run = awaitPlanning();
        assertThat(run.status()).as(String.valueOf(run.error())).isEqualTo(RunProgress.Status.FINISHED);
        assertThat(run.source()).isEqualTo("Interrupted plan, what if: Kept over a stop");
    }

    @Test
    void aRunThatWaitsIsCancelledAtOnceAndOneAtWorkAtItsNextStep() throws Exception {
        long dataset = scenarios.choose("Cancelled");
        long id = scenarios.createCashCut(planner(), dataset, "Cancelled");
        StoredScenario scenario = queries.get("test-planner", id);
        jobs.queue(ROSA, scenario, properties.settings(), Instant.now());
        assertThat(planner().post("/scenarios/" + id + "/run", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(planner().post("/scenarios/" + id + "/cancel", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(latest(id).status()).isEqualTo(JobStatus.CANCELLED);

        long run = interrupted(id); // at work, as far as the database knows
        jobs.requestCancel(ROSA, id, Instant.now());
        assertThat(latest(id).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(jobs.progress(run, Stage.RULES, 0.5, "")).isTrue();
        jobs.cancel(run, Instant.now());
        assertThat(entries("scenario run", run))
                .containsExactly(
                        "test-planner queue", "plenish begin", "test-planner request cancel", "plenish cancel");
    }

    @Test
    void aPageThatWaitsIsToldWhenThereIsMoreToSee() throws Exception {
        long dataset = scenarios.choose("Waiting");
        long id = scenarios.createCashCut(planner(), dataset, "Waiting");
        interrupted(id);
        String page = planner().get("/scenarios/compare?scenario=" + id).body();
        assertThat(page)
                .contains(
                        "hx-get=\"/scenarios/compare/progress?scenario=" + id + "&amp;seen=0\"",
                        "http-equiv=\"refresh\"");
        assertThat(planner()
                        .getPart("/scenarios/compare/progress?scenario=" + id + "&seen=0")
                        .header("HX-Refresh"))
                .isNull();
        worker.resume();
        assertThat(scenarios.awaitEnd(id)).isEqualTo("FINISHED");
        assertThat(planner()
                        .getPart("/scenarios/compare/progress?scenario=" + id + "&seen=0")
                        .header("HX-Refresh"))
                .isEqualTo("true");
    }

    /** A job that is at work though nobody works on it, as a stop of the application leaves it. */
    private long interrupted(long id) {
        long run = jobs.queue(ROSA, queries.get("test-planner", id), properties.settings(), Instant.now());
        assertThat(jobs.begin(Instant.now())).map(ScenarioRun::id).contains(run);
        return run;
    }

    private Connection.Response promote(long id, long replacing) {
        return planner()
                .post(
                        "/scenarios/" + id + "/promote",
                        Map.of(
                                "version",
                                String.valueOf(scenarios.version(id)),
                                "replacing",
                                String.valueOf(replacing)));
    }

    private ScenarioRun latest(long id) {
        return jobs.findLatest(id).orElseThrow();
    }

    private ScenarioResult result(long id) {
        return jobs.result(latest(id).id());
    }

    private RunRecord awaitPlanning() throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(180);
        while (planningRuns.findLatest().orElseThrow().isRunning()) {
            assertThat(Instant.now()).as("the planning ends in time").isBefore(deadline);
            Thread.sleep(50);
        }
        return runQueries.find(planningRuns.findLatest().orElseThrow().id()).orElseThrow();
    }

    private List<String> entries(String kind, long id) {
        return jdbc.sql("""
                        SELECT user_name || ' ' || action FROM audit_entry
                        WHERE subject_kind = :kind AND subject = :id ORDER BY number""")
                .param("kind", kind)
                .param("id", String.valueOf(id))
                .query(String.class)
                .list();
    }
}
