package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.run.BackgroundPlanning;
import org.plenish.web.run.PlanInputs;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.PlanStore;
import org.plenish.web.run.PlannedDataset;
import org.plenish.web.run.PlanningProperties;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.run.RunProgress;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.ProductVersion;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnFixturePlan
class StoredRunsTest {

    /** The advisory lock that JdbcAuditTrail takes. */
    private static final long LOCK_OF_THE_LOG = 0x6175646974L;

    private static final Actor PRODUCT = Actor.product("a test");
    private static final Actor ROSA = new Actor("rosa", Set.of(Role.PLANNER), "192.0.2.7");
    private static final RunSettings SETTINGS = new RunSettings(OptimizerSettings.ofMoves(10, 1, 1), 1);

    @Autowired
    PlanningRuns runs;

    @Autowired
    BackgroundPlanning planning;

    @Autowired
    PlanStore store;

    @Autowired
    TransactionTemplate transaction;

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
        long interrupted = runs.start(PRODUCT, "Hand-made", null, SETTINGS, Instant.EPOCH);
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
    void aCancelledRunEndsAtItsNextStepAndTheStoredPlanStays() throws Exception {
        PlanHeader before = currentPlan.find().orElseThrow();
        long interrupted = runs.start(PRODUCT, "Hand-made", null, SETTINGS, Instant.EPOCH);
        BackgroundPlanning endless = new BackgroundPlanning(
                runs,
                store,
                new EndlessSource(),
                Optional::empty,
                (base, scenario) -> base,
                new PlanningProperties(10, 1),
                transaction,
                Clock.systemUTC());
        try {
            endless.planIfNeeded();
            long run = awaitLatest(latest -> latest.id() > interrupted && latest.isRunning())
                    .id();
            runs.requestCancel(ROSA);
            runs.requestCancel(new Actor("otto", Set.of(Role.PLANNER), "192.0.2.8"));

            RunProgress ended = awaitLatest(latest -> !latest.isRunning());
            assertThat(ended.id()).isEqualTo(run);
            assertThat(ended.status()).isEqualTo(RunProgress.Status.CANCELLED);
            assertThat(ended.cancelledBy()).isEqualTo("rosa");
            assertThat(currentPlan.find()).contains(before);
            assertThat(entries(run))
                    .containsExactly("plenish start", "rosa request cancel", "plenish cancel"); // otto came too late
        } finally {
            endless.destroy();
        }
    }

    @Test
    void aCancelWhileThePlanIsBeingStoredWaitsAndComesTooLate() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        BackgroundPlanning held = new BackgroundPlanning(
                runs,
                store,
                new HeldSource(goOn),
                Optional::empty,
                (base, scenario) -> base,
                new PlanningProperties(10, 1),
                transaction,
                Clock.systemUTC());
        ExecutorService person = Executors.newSingleThreadExecutor();
        try {
            held.plan(ROSA);
            long run = runs.findLatest().orElseThrow().id();
            Future<?> cancel = transaction.execute(status -> {
                // Whoever holds the log, as each does who writes to it, makes the run wait as it ends.
                jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                        .param(LOCK_OF_THE_LOG)
                        .query()
                        .singleRow();
                goOn.countDown();
                awaitWaiting(1);
                Future<?> asked = person.submit(() -> runs.requestCancel(ROSA));
                awaitWaiting(2);
                return asked;
            });
            cancel.get(60, TimeUnit.SECONDS);

            RunProgress ended = awaitLatest(latest -> !latest.isRunning());
            assertThat(ended.status()).as(ended.toString()).isEqualTo(RunProgress.Status.FINISHED);
            assertThat(entries(run)).containsExactly("rosa start", "plenish finish");
        } finally {
            held.destroy();
            person.shutdownNow();
        }
    }

    @Test
    void aCancelAfterTheLastStepStillKeepsThePlanFromBeingStored() throws Exception {
        PlanHeader before = currentPlan.find().orElseThrow();
        CountDownLatch goOn = new CountDownLatch(1);
        BackgroundPlanning held = new BackgroundPlanning(
                runs,
                store,
                new HeldSource(goOn),
                Optional::empty,
                (base, scenario) -> base,
                new PlanningProperties(10, 1),
                transaction,
                Clock.systemUTC());
        try {
            held.plan(ROSA);
            runs.requestCancel(ROSA);
            goOn.countDown();
            assertThat(awaitLatest(latest -> !latest.isRunning()).status()).isEqualTo(RunProgress.Status.CANCELLED);
            assertThat(currentPlan.find()).contains(before);
        } finally {
            held.destroy();
        }
    }

    @Test
    void aFinishedRunTellsItsInputsInItsRecordAndInTheAuditLog() {
        long run = currentPlan.find().orElseThrow().runId();
        PlanInputs inputs = PlanFixture.planned().inputs();
        assertThat(jdbc.sql("""
                        SELECT dataset_fingerprint, dataset_files ->> 'items.csv' AS items, rulebook, rulebook_fingerprint,
                            rulebook_files ->> 'stop-buy.drl' AS rules, product_version
                        FROM planning_run WHERE id = ?""").param(run).query().singleRow())
                .containsEntry("dataset_fingerprint", inputs.dataset().fingerprint())
                .containsEntry("items", inputs.dataset().sha256ByName().get("items.csv"))
                .containsEntry("rulebook", "Hand-made")
                .containsEntry("rulebook_fingerprint", inputs.rules().fingerprint())
                .containsEntry("rules", inputs.rules().sha256ByName().get("stop-buy.drl"))
                .containsEntry("product_version", ProductVersion.read().product());
        assertThat(entries(run)).hasSize(2).last().isEqualTo("plenish finish");
        assertThat(entries(run)).first().asString().endsWith(" start");
        assertThat(jdbc.sql("SELECT after FROM audit_entry WHERE subject_kind = 'dataset' AND subject = 'Hand-made'")
                        .query(String.class)
                        .list())
                .contains("{\"fingerprint\":\"" + inputs.dataset().fingerprint() + "\",\"run\":" + run + "}");
    }

    @Test
    void aFailedRunIsInTheAuditLog() {
        long run = runs.start(PRODUCT, "Hand-made", null, SETTINGS, Instant.EPOCH);
        runs.fail(run, "stock.csv is missing.", Instant.EPOCH);
        assertThat(entries(run)).containsExactly("plenish start", "plenish fail");
        assertThat(jdbc.sql("SELECT after FROM audit_entry ORDER BY number DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"error\":\"stock.csv is missing.\"}");
    }

    @Test
    void aRunThatAPersonAsksForIsRecordedAsTheirs() throws Exception {
        long before = runs.findLatest().orElseThrow().id();
        planning.plan(ROSA);
        long run = awaitLatest(latest -> latest.id() > before && !latest.isRunning())
                .id();
        assertThat(entries(run)).containsExactly("rosa start", "plenish finish");
    }

    private List<String> entries(long run) {
        return jdbc.sql("""
                        SELECT user_name || ' ' || action FROM audit_entry
                        WHERE subject_kind = 'planning run' AND subject = ? ORDER BY number""").param(String.valueOf(run)).query(String.class).list();
    }

    private RunProgress awaitLatest(Predicate<RunProgress> state) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
        RunProgress latest = runs.findLatest().orElseThrow();
        while (!state.test(latest)) {
            assertThat(Instant.now()).as("the run comes along in time").isBefore(deadline);
            Thread.sleep(20);
            latest = runs.findLatest().orElseThrow();
        }
        return latest;
    }

    /** Until so many others wait for a lock. */
    private void awaitWaiting(int sessions) {
        Instant deadline = Instant.now().plusSeconds(60);
        while (jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                        .query(Integer.class)
                        .single()
                < sessions) {
            assertThat(Instant.now()).as(sessions + " wait in time").isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    /** Has its plan when it is told to go on, and then reports no more steps. */
    private record HeldSource(CountDownLatch goOn) implements PlanSource {

        @Override
        public String name() {
            return "Hand-made";
        }

        @Override
        public PlannedDataset plan(RunSettings settings, RunListener listener) {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return PlanFixture.planned();
        }
    }

    /** Reports its progress until the listener ends it. */
    private static final class EndlessSource implements PlanSource {

        @Override
        public String name() {
            return "Endless";
        }

        @Override
        public PlannedDataset plan(RunSettings settings, RunListener listener) {
            while (!Thread.currentThread().isInterrupted()) {
                listener.at(Stage.OPTIMIZE, 0.5, "at work");
            }
            throw new IllegalStateException("interrupted");
        }
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
