package org.plenish.web.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.run.UncertaintyProperties;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.plenish.web.uncertainty.UncertaintyJob.Status;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is worked out after a plan, and what becomes of it when the application stops; against PostgreSQL. */
@OnFixturePlan
class UncertaintyJobsTest {

    @LocalServerPort
    int port;

    @Autowired
    UncertaintyJobs jobs;

    @Autowired
    UncertaintyWorker worker;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    private long run;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        UncertaintyAtHand.awaitEnd(jdbc);
        run = currentPlan.find().orElseThrow().runId();
    }

    @Test
    void whatAStopInterruptedIsWorkedOutAgainFromTheSamePlanToTheSameNumbers() throws Exception {
        List<Map<String, Object>> spreads = rows("plan_spread");
        List<Map<String, Object>> risks = rows("stockout_risk");
        List<Map<String, Object>> curves = rows("service_curve");
        leaveAt("RUNNING", 1);

        worker.resume();
        UncertaintyAtHand.awaitEnd(jdbc);

        UncertaintyJob job = jobs.find(run).orElseThrow();
        assertThat(job.status()).isEqualTo(Status.FINISHED);
        assertThat(job.attempts()).isEqualTo(2);
        assertThat(rows("plan_spread")).hasSameSizeAs(spreads).isEqualTo(spreads);
        assertThat(rows("stockout_risk")).isEqualTo(risks);
        assertThat(rows("service_curve").toString())
                .isEqualTo(curves.toString())
                .contains("ART-1002");
    }

    @Test
    void whatWasInterruptedTwiceHasFailedAndSaysSo() throws Exception {
        leaveAt("RUNNING", 2);
        try {
            worker.resume();
            UncertaintyAtHand.awaitEnd(jdbc);
            assertThat(jobs.find(run).orElseThrow().status()).isEqualTo(Status.FAILED);
            assertThat(TestLogin.as(port, Role.PLANNER).get("/what-may-happen").body())
                    .contains("It could not be worked out")
                    .contains("The application stopped twice while this was worked out. Plan again.");
            assertThat(TestLogin.as(port, Role.PLANNER).get("/plan").body())
                    .contains("It was not worked out for this plan.");
        } finally {
            workOutAgain();
        }
    }

    @Test
    void aPlanThatDoesNotComeOutTheSameAgainIsNotSampled() throws Exception {
        double cost = jdbc.sql("SELECT total_cost FROM plan WHERE run_id = ?")
                .param(run)
                .query(Double.class)
                .single();
        jdbc.sql("UPDATE plan SET total_cost = 1 WHERE run_id = ?").param(run).update();
        try {
            leaveAt("QUEUED", 0);
            worker.resume();
            UncertaintyAtHand.awaitEnd(jdbc);
            assertThat(jobs.find(run).orElseThrow().error())
                    .isEqualTo("Planning run " + run + " does not come out the same once more: " + cost
                            + " of cost must be 1.0. Maybe orders, overrides, forecasts or rules have changed since, or it"
                            + " went by the clock."
                            + " Plan again.");
            assertThat(rows("plan_spread")).isEmpty();
        } finally {
            jdbc.sql("UPDATE plan SET total_cost = ? WHERE run_id = ?")
                    .params(cost, run)
                    .update();
            workOutAgain();
        }
    }

    @Test
    void aPlanOfBeforeThereWasThisIsMadeUpForAtTheStart() throws Exception {
        jdbc.sql("DELETE FROM plan_spread").update();
        jdbc.sql("DELETE FROM stockout_risk").update();
        jdbc.sql("DELETE FROM bucket_shortage").update();
        jdbc.sql("DELETE FROM service_curve").update();
        jdbc.sql("DELETE FROM uncertainty_job").update();
        assertThat(TestLogin.as(port, Role.PLANNER).get("/what-may-happen").body())
                .contains("It was not worked out for this plan");
        worker.resume();
        UncertaintyAtHand.awaitEnd(jdbc);
        assertThat(jobs.find(run).orElseThrow().status()).isEqualTo(Status.FINISHED);
    }

    @Test
    void aPageThatIsLookedAtMeanwhileSaysThatItIsToCome() throws Exception {
        jdbc.sql("UPDATE uncertainty_job SET status = 'RUNNING', finished_at = NULL WHERE run_id = ?")
                .param(run)
                .update();
        try {
            TestLogin.Session planner = TestLogin.as(port, Role.PLANNER);
            assertThat(planner.get("/what-may-happen")
                            .parse()
                            .select("#progress")
                            .attr("hx-get"))
                    .isEqualTo("/what-may-happen/progress");
            assertThat(planner.get("/what-may-happen").body()).contains("http-equiv=\"refresh\"");
            assertThat(planner.get("/what-may-happen/progress").hasHeader("HX-Refresh"))
                    .isFalse();
        } finally {
            jobs.finish(run, Instant.now());
        }
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new UncertaintyProperties(-1, 1))
                .hasMessageContaining("plenish.uncertainty.paths: -1 must be 0 to 100000.");
        assertThat(new UncertaintyProperties(0, 1).isOn()).isFalse();
    }

    /** As a stop would leave it: begun so often, and nothing stored. */
    private void leaveAt(String status, int attempts) {
        for (String table : List.of("plan_spread", "stockout_risk", "bucket_shortage", "service_curve")) {
            jdbc.sql("DELETE FROM " + table + " WHERE run_id = ?").param(run).update();
        }
        jdbc.sql(
                        "UPDATE uncertainty_job SET status = ?, attempts = ?, finished_at = NULL, error = NULL WHERE run_id = ?")
                .params(status, attempts, run)
                .update();
    }

    private void workOutAgain() throws InterruptedException {
        leaveAt("QUEUED", 0);
        worker.resume();
        UncertaintyAtHand.awaitEnd(jdbc);
    }

    private List<Map<String, Object>> rows(String table) {
        return jdbc.sql("SELECT t::text FROM " + table + " t WHERE run_id = ? ORDER BY 1")
                .param(run)
                .query()
                .listOfRows();
    }
}
