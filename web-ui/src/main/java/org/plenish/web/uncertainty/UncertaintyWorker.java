package org.plenish.web.uncertainty;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.plenish.web.run.PlanAgain;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.plenish.web.run.UncertaintyProperties;
import org.plenish.web.shared.JobWorker;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Works out what may happen to each plan once the plan is stored and shown. A plan is kept in memory until then; after a stop
 * of the application it is made once more.
 */
@Component
class UncertaintyWorker extends JobWorker<UncertaintyJob> implements PlanFollower {

    private final UncertaintyJobs jobs;
    private final UncertaintyStore store;
    private final PlanAgain again;
    private final UncertaintyProperties settings;
    private final Clock clock;
    private final Map<Long, PlannedDataset> atHand = new ConcurrentHashMap<>();

    UncertaintyWorker(
            UncertaintyJobs jobs,
            UncertaintyStore store,
            PlanAgain again,
            UncertaintyProperties settings,
            Clock clock) {
        super("uncertainty");
        this.jobs = jobs;
        this.store = store;
        this.again = again;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void planStored(long runId, PlannedDataset planned) {
        if (!settings.isOn()) {
            return;
        }
        jobs.queue(runId, settings, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                atHand.clear();
                atHand.put(runId, planned);
            }
        });
        wakeAfterCommit();
    }

    @Override
    protected void recover() {
        jobs.recover(settings, clock.instant());
    }

    @Override
    protected Optional<UncertaintyJob> begin() {
        return jobs.begin(clock.instant());
    }

    @Override
    protected String name(UncertaintyJob job) {
        return "What may happen to the plan of run " + job.runId();
    }

    @Override
    protected void work(UncertaintyJob job) {
        PlannedDataset known = atHand.remove(job.runId());
        PlannedDataset planned = known == null ? again.make(job.runId()) : known;
        store.store(
                job.runId(),
                planned.plan(),
                Uncertainty.of(planned, new UncertaintyProperties(job.paths(), job.seed())),
                clock.instant());
    }

    @Override
    protected void fail(UncertaintyJob job, String error) {
        jobs.fail(job.runId(), error, clock.instant());
    }
}
