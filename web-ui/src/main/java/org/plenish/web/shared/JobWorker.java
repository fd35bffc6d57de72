package org.plenish.web.shared;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Works on the jobs of one kind that wait, one after the other, on a thread of its own beside the planning.
 *
 * @param <J> a job
 */
public abstract class JobWorker<J> implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

    private static final int SECONDS_TO_STOP = 10;

    private final ExecutorService executor;

    /** @param threadName for the log */
    protected JobWorker(String threadName) {
        executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Deals with what the last stop of the application left at work. */
    protected abstract void recover();

    /** Takes the job that waits longest to work. */
    protected abstract Optional<J> begin();

    /** For the log, such as {@code Scenario run 7}. */
    protected abstract String name(J job);

    /**
     * Does the work and stores what it found.
     *
     * @throws JobCancelledException if somebody asked for its end
     */
    protected abstract void work(J job);

    /** Of jobs that nobody can cancel there is none. */
    protected void cancel(J job) {
        throw new IllegalStateException(name(job) + " cannot be cancelled.");
    }

    protected abstract void fail(J job, String error);

    @EventListener(ApplicationReadyEvent.class)
    public void resume() {
        recover();
        executor.execute(this::workOnAll);
    }

    /** Goes to work when the caller's transaction is committed. */
    public void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                executor.execute(JobWorker.this::workOnAll);
            }
        });
    }

    private void workOnAll() {
        while (!executor.isShutdown()) {
            Optional<J> next = begin();
            if (next.isEmpty()) {
                return;
            }
            workOn(next.get());
        }
    }

    private void workOn(J job) {
        try {
            work(job);
            LOG.info("{} is finished.", name(job));
        } catch (JobCancelledException cancelled) {
            LOG.info("{}", cancelled.getMessage());
            cancel(job);
        } catch (RuntimeException | Error failure) {
            if (executor.isShutdown()) {
                LOG.info("{} is interrupted by the stop of the application.", name(job));
                return;
            }
            LOG.error("{} failed.", name(job), failure);
            String message = failure.getMessage();
            fail(job, message == null ? failure.toString() : message);
        }
    }

    /** What is at work now waits again at the next start. It is given time to leave the database alone. */
    @Override
    public void destroy() throws InterruptedException {
        executor.shutdownNow();
        if (!executor.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("A job goes on working while the application stops.");
        }
    }
}
