package org.plenish.web.scenario;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.plenish.engine.plan.RunListener;
import org.plenish.web.run.UncertaintyProperties;
import org.plenish.web.shared.JobProgress;
import org.plenish.web.shared.JobWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Plans the scenarios that wait beside their base. */
@Component
class ScenarioWorker extends JobWorker<ScenarioRun> {

    private static final Logger LOG = LoggerFactory.getLogger(ScenarioWorker.class);

    private static final int SECONDS_TO_STOP = 10;

    private final ScenarioJobs jobs;
    private final ScenarioBases bases;
    private final UncertaintyProperties uncertainty;
    private final Clock clock;
    /** Beside the runs: the next scenario does not wait until all is known of the one before. */
    private final ExecutorService sampling = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "scenario-futures");
        thread.setDaemon(true);
        return thread;
    });

    ScenarioWorker(ScenarioJobs jobs, ScenarioBases bases, UncertaintyProperties uncertainty, Clock clock) {
        super("scenarios");
        this.jobs = jobs;
        this.bases = bases;
        this.uncertainty = uncertainty;
        this.clock = clock;
    }

    @Override
    protected void recover() {
        jobs.recover(clock.instant());
    }

    @Override
    protected Optional<ScenarioRun> begin() {
        return jobs.begin(clock.instant());
    }

    @Override
    protected String name(ScenarioRun run) {
        return "Scenario run " + run.id();
    }

    @Override
    protected void work(ScenarioRun run) {
        ScenarioBases.Found found =
                bases.plan(run.datasetId(), new ScenarioText(run.content()), jobs.settings(run), progress(run)::at);
        jobs.finish(run.id(), found.result(), clock.instant());
        if (uncertainty.isOn()) {
            sampling.execute(() -> sample(run.id(), found));
        }
    }

    private JobProgress<RunListener.Stage> progress(ScenarioRun run) {
        return new JobProgress<>(
                name(run), (stage, share, detail) -> jobs.progress(run.id(), stage, share, detail), clock);
    }

    /** What may happen comes after the result, which is not kept waiting for it and stays if this fails. */
    private void sample(long run, ScenarioBases.Found found) {
        try {
            jobs.addFutures(run, ScenarioFutures.of(found.base(), found.scenario(), uncertainty));
        } catch (RuntimeException failure) {
            if (sampling.isShutdown()) {
                LOG.info("Scenario run {}: the stop interrupts what may happen to its plans.", run);
                return;
            }
            LOG.warn("What may happen to the plans of scenario run {} is not worked out.", run, failure);
        }
    }

    @Override
    protected void cancel(ScenarioRun run) {
        jobs.cancel(run.id(), clock.instant());
    }

    @Override
    protected void fail(ScenarioRun run, String error) {
        jobs.fail(run.id(), error, clock.instant());
    }

    @Override
    public void destroy() throws InterruptedException {
        sampling.shutdownNow();
        super.destroy();
        if (!sampling.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("What may happen to a scenario is still worked out while the application stops.");
        }
    }
}
