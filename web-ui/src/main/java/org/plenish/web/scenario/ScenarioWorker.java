package org.plenish.web.scenario;

import java.time.Clock;
import java.util.Optional;
import org.plenish.web.run.UncertaintyProperties;
import org.plenish.web.shared.JobWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Plans the scenarios that wait beside their base. */
@Component
class ScenarioWorker extends JobWorker<ScenarioRun> {

    private static final Logger LOG = LoggerFactory.getLogger(ScenarioWorker.class);

    private final ScenarioJobs jobs;
    private final ScenarioBases bases;
    private final UncertaintyProperties uncertainty;
    private final Clock clock;

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
        return JobProgress.name(run.id());
    }

    @Override
    protected void work(ScenarioRun run) {
        ScenarioBases.Found found = bases.plan(
                run.datasetId(),
                new ScenarioText(run.content()),
                jobs.settings(run),
                new JobProgress(jobs, run.id(), clock));
        jobs.finish(run.id(), found.result(), clock.instant());
        sample(run.id(), found);
    }

    /** What may happen comes after the result, which is not kept waiting for it and stays if this fails. */
    private void sample(long run, ScenarioBases.Found found) {
        if (!uncertainty.isOn()) {
            return;
        }
        try {
            jobs.addFutures(run, ScenarioFutures.of(found.base(), found.scenario(), uncertainty));
        } catch (RuntimeException failure) {
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
}
