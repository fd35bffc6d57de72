package org.plenish.web.scenario;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Works on what waits, one scenario after the other, on a thread of its own beside the planning. */
@Component
class ScenarioWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ScenarioWorker.class);

    private static final int SECONDS_TO_STOP = 10;

    private final ScenarioJobs jobs;
    private final ScenarioBases bases;
    private final Clock clock;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "scenarios");
        thread.setDaemon(true);
        return thread;
    });

    ScenarioWorker(ScenarioJobs jobs, ScenarioBases bases, Clock clock) {
        this.jobs = jobs;
        this.bases = bases;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void resume() {
        jobs.recover(clock.instant());
        executor.execute(this::workOnAll);
    }

    /** Goes to work when the caller's transaction is committed. */
    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                executor.execute(ScenarioWorker.this::workOnAll);
            }
        });
    }

    private void workOnAll() {
        while (!executor.isShutdown()) {
            Optional<ScenarioRun> next = jobs.begin(clock.instant());
            if (next.isEmpty()) {
                return;
            }
            work(next.get());
        }
    }

    private void work(ScenarioRun run) {
        try {
            ScenarioResult result = bases.plan(
                    run.datasetId(),
                    new ScenarioText(run.content()),
                    jobs.settings(run),
                    new JobProgress(jobs, run.id(), clock));
            jobs.finish(run.id(), result, clock.instant());
            LOG.info("Scenario run {} is finished.", run.id());
        } catch (JobCancelledException cancelled) {
            LOG.info("{}", cancelled.getMessage());
            jobs.cancel(run.id(), clock.instant());
        } catch (RuntimeException | Error failure) {
            if (executor.isShutdown()) {
                LOG.info("Scenario run {} is interrupted by the stop of the application.", run.id());
                return;
            }
            LOG.error("Scenario run {} failed.", run.id(), failure);
            String message = failure.getMessage();
            jobs.fail(run.id(), message == null ? failure.toString() : message, clock.instant());
        }
    }

    /** A run that is at work now waits again at the next start. It is given time to leave the database alone. */
    @Override
    public void destroy() throws InterruptedException {
        executor.shutdownNow();
        if (!executor.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("A scenario run goes on working while the application stops.");
        }
    }
}
