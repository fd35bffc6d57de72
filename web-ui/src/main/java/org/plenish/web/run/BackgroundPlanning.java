package org.plenish.web.run;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans on a thread of its own, one run at a time. The first start plans the sample; a start after an interruption
 * notes the interrupted run as failed and plans again; any other start shows what is stored.
 */
@Component
public class BackgroundPlanning implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundPlanning.class);

    private final PlanningRuns runs;
    private final PlanStore store;
    private final PlanSource source;
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
            PlanSource source,
            PlanningProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.store = store;
        this.source = source;
        this.settings = properties.settings();
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void planIfNeeded() {
        boolean interrupted = runs.failInterrupted(clock.instant());
        if (interrupted || !runs.hasFinished()) {
            plan(PlanningRuns.PRODUCT);
        }
    }

    /** Plans again; returns at once, and does nothing if a run is at work. */
    public void plan(Actor actor) {
        long run;
        try {
            run = runs.start(actor, source.name(), settings, clock.instant());
        } catch (DuplicateKeyException atWork) {
            LOG.info("A planning run is at work already.");
            return;
        }
        executor.execute(() -> work(run));
    }

    private void work(long run) {
        try {
            RunListener listener = new StoredProgress(runs, run, clock);
            PlannedDataset planned = source.plan(settings, listener);
            transaction.executeWithoutResult(status -> {
                if (runs.lock(run)) {
                    throw new RunCancelledException(run);
                }
                store.store(run, planned);
                runs.finish(run, source.name(), planned.inputs(), clock.instant());
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
