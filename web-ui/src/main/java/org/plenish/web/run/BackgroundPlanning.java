package org.plenish.web.run;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.run.PlanningRuns.Interrupted;
import org.plenish.web.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans on a thread of its own, one run at a time: the stored dataset that was chosen, or else the sample. The first
 * start of the application plans; a start after an interruption notes the interrupted run as failed and makes it again;
 * any other start shows what is stored.
 */
@Component
public class BackgroundPlanning implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundPlanning.class);

    private final PlanningRuns runs;
    private final PlanStore store;
    private final PlanSource sample;
    private final ChosenDataset chosen;
    private final ScenarioPlanning scenarios;
    private final RunSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "planning");
        thread.setDaemon(true);
        return thread;
    });

    public BackgroundPlanning(
            PlanningRuns runs,
            PlanStore store,
            PlanSource sample,
            ChosenDataset chosen,
            ScenarioPlanning scenarios,
            PlanningProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.store = store;
        this.sample = sample;
        this.chosen = chosen;
        this.scenarios = scenarios;
        this.settings = properties.settings();
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void planIfNeeded() {
        Optional<Interrupted> interrupted = runs.failInterrupted(clock.instant(), settings);
        if (interrupted.isPresent()) {
            again(interrupted.get());
        } else if (!runs.hasFinished()) {
            plan(PlanningRuns.PRODUCT);
        }
    }

    private void again(Interrupted run) {
        ScenarioStamp scenario = run.scenario();
        if (scenario == null) {
            plan(PlanningRuns.PRODUCT, run.settings());
        } else {
            start(PlanningRuns.PRODUCT, scenarios.source(chosen.find().orElse(sample), scenario), run.settings());
        }
    }

    /** Plans again as the application's settings say; returns at once, and does nothing if a run is at work. */
    public void plan(Actor actor) {
        plan(actor, settings);
    }

    /** The same in another way. */
    public void plan(Actor actor, RunSettings how) {
        try {
            start(actor, how);
        } catch (RunAtWorkException atWork) {
            LOG.info("{}", atWork.getMessage());
        }
    }

    /**
     * Starts a run as the application's settings say, within the caller's transaction: it is recorded with whatever else
     * that changes, or not at all, and goes to work when it is committed.
     *
     * @throws RunAtWorkException if another one is at work
     */
    public void start(Actor actor) {
        start(actor, settings);
    }

    private void start(Actor actor, RunSettings how) {
        transaction.executeWithoutResult(status -> start(actor, chosen.find().orElse(sample), how));
    }

    /**
     * The same of something else than the dataset that was chosen.
     *
     * @throws RunAtWorkException if another one is at work
     */
    public void start(Actor actor, PlanSource source, RunSettings how) {
        transaction.executeWithoutResult(status -> {
            long run;
            try {
                run = runs.start(actor, source.name(), source.datasetId(), how, clock.instant());
            } catch (DuplicateKeyException atWork) {
                throw new RunAtWorkException(atWork);
            }
            ScenarioStamp scenario = source.scenario();
            if (scenario != null) {
                runs.note(run, scenario);
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    executor.execute(() -> work(run, source, how));
                }
            });
        });
    }

    private void work(long run, PlanSource source, RunSettings how) {
        try {
            RunListener listener = new StoredProgress(runs, run, clock);
            PlannedDataset planned = source.plan(how, listener);
            transaction.executeWithoutResult(status -> {
                if (runs.lock(run)) {
                    throw new RunCancelledException(run);
                }
                store.store(run, planned);
                runs.finish(run, planned.inputs(), clock.instant());
            });
            LOG.info("Planning run {} of {} is finished.", run, source.name());
        } catch (RunCancelledException cancelled) {
            LOG.info("{}", cancelled.getMessage());
            runs.cancel(run, clock.instant());
        } catch (RuntimeException | Error failure) {
            LOG.error("Planning run {} of {} failed.", run, source.name(), failure);
            String message = failure.getMessage();
            runs.fail(run, message == null ? failure.toString() : message, clock.instant());
        }
    }

    /** A run that is at work now is noted as interrupted at the next start. */
    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
