package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.run.BackgroundPlanning;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.run.RunProgress;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.PlanHeader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnFixturePlan
class StoredRunsTest {

    private static final RunSettings SETTINGS = new RunSettings(OptimizerSettings.ofMoves(10, 1, 1), 1);

    @Autowired
    PlanningRuns runs;

    @Autowired
    BackgroundPlanning planning;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @Test
    void aStartAfterAnInterruptionNotesItAndPlansAgainWhileTheStoredPlanIsShown() throws Exception {
        PlanHeader before = currentPlan.find().orElseThrow();
        long interrupted = runs.start("Hand-made", SETTINGS, Instant.EPOCH);
        runs.progress(interrupted, Stage.OPTIMIZE, 0.4, "at work");
        assertThat(currentPlan.find()).contains(before);
        RunProgress atWork = runs.findLatest().orElseThrow();
        assertThat(atWork.steps())
                .extracting(step -> step.state().name() + " " + step.percent())
                .containsExactly("DONE 100", "DONE 100", "DONE 100", "WORKING 40", "WAITING 0");

        planning.planIfNeeded();

        assertThat(jdbc.sql("SELECT status || ': ' || error FROM planning_run WHERE id = ?")
                        .param(interrupted)
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED: The application stopped while this run was at work.");
        Instant deadline = Instant.now().plusSeconds(60);
        while (currentPlan.find().orElseThrow().runId() == before.runId()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
        assertThat(runs.findLatest().orElseThrow().status()).isEqualTo(RunProgress.Status.FINISHED);
    }

    @Test
    void anOrdinaryStartPlansNothing() {
        long latest = runs.findLatest().orElseThrow().id();
        planning.planIfNeeded();
        assertThat(runs.findLatest().orElseThrow().id()).isEqualTo(latest);
    }

    @Test
    void everyLineOfThePlanIsStoredWithItsExplanation() {
        PlanHeader plan = currentPlan.find().orElseThrow();
        int lines = PlanFixture.planned().plan().explanations().size();
        for (String table : new String[] {"explanation", "purchase_order_line + transfer_order_line"}) {
            int stored = 0;
            for (String part : table.split(" \\+ ")) {
                stored += jdbc.sql("SELECT count(*) FROM " + part + " WHERE run_id = ?")
                        .param(plan.runId())
                        .query(Integer.class)
                        .single();
            }
            assertThat(stored).as(table).isEqualTo(lines);
        }
        assertThat(jdbc.sql("SELECT description FROM plan_item WHERE run_id = ? AND item = 'ART-1001'")
                        .param(plan.runId())
                        .query(String.class)
                        .single())
                .isEqualTo(PlanFixture.HOSTILE_NAME);
    }
}
