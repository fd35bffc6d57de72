package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.run.RunProgress;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnFixturePlan
class RunPagesTest {

    private static final Actor ROSA = new Actor("rosa", Set.of(Role.PLANNER), "192.0.2.7");

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    PlanningRuns runs;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @Test
    void aRunAtWorkCanBeCancelledAndACancelledOneMadeAgain() throws Exception {
        long run = runs.start(
                ROSA, "Hand-made", null, new RunSettings(OptimizerSettings.ofMoves(10, 1, 1), 1), Instant.EPOCH);
        assertThat(page().select("form[action=/run/cancel] button").text()).isEqualTo("Cancel this run");
        assertThat(page().select("form[action=/run]")).isEmpty();

        runs.requestCancel(ROSA);
        assertThat(page().select("main form")).isEmpty();
        assertThat(page().text()).contains("rosa has cancelled this run. It stops at its next step.");

        runs.cancel(run, Instant.EPOCH);
        assertThat(page().text()).contains("The run was cancelled", "By rosa.");
        assertThat(page().select("form[action=/run] button").text()).isEqualTo("Plan again");
    }

    @Test
    void aPlannerPlansAgainAndNobodyElseCan() throws Exception {
        long before = currentPlan.find().orElseThrow().runId();
        assertThat(TestLogin.as(port, Role.BUYER).post("/run", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(TestLogin.as(port, Role.BUYER).get("/run").parse().select("main form"))
                .isEmpty();

        assertThat(TestLogin.as(port, Role.PLANNER).post("/run", Map.of()).statusCode())
                .isEqualTo(302);
        Instant deadline = Instant.now().plusSeconds(60);
        while (currentPlan.find().orElseThrow().runId() == before) {
            assertThat(Instant.now()).as("a plan is made in time").isBefore(deadline);
            Thread.sleep(50);
        }
        assertThat(TestLogin.as(port, Role.PLANNER)
                        .post("/run/cancel", Map.of())
                        .statusCode())
                .as("nothing to cancel")
                .isEqualTo(302);
        assertThat(runs.findLatest().orElseThrow().status()).isEqualTo(RunProgress.Status.FINISHED);
    }

    private Document page() throws Exception {
        return TestLogin.as(port, Role.PLANNER).get("/run").parse();
    }
}
