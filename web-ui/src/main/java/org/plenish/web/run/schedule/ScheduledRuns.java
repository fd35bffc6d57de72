package org.plenish.web.run.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.plenish.web.run.BackgroundPlanning;
import org.plenish.web.run.RunAtWorkException;
import org.plenish.web.run.schedule.RunSchedule.Outcome;
import org.plenish.web.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts runs when they are due. A schedule that was due while the application was down, however often, starts one run at
 * the next start and says that it was missed. The time and the run that it started are stored together or not at all, so
 * none is lost and none comes twice.
 */
@Component
public class ScheduledRuns implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledRuns.class);
    private static final int SECONDS_BETWEEN_LOOKS = 15;
    /** Later than this, the application did not look when it was due. */
    private static final Duration PUNCTUAL = Duration.ofMinutes(2);

    private final Schedules schedules;
    private final BackgroundPlanning planning;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "schedules");
        thread.setDaemon(true);
        return thread;
    });

    public ScheduledRuns(
            Schedules schedules,
            BackgroundPlanning planning,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.schedules = schedules;
        this.planning = planning;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void begin() {
        executor.scheduleWithFixedDelay(this::lookSafely, 1, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    /** An executor drops what throws. */
    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException failure) {
            if (!executor.isShutdown()) {
                LOG.warn(
                        "The schedules could not be looked at; they are again in {} s.",
                        SECONDS_BETWEEN_LOOKS,
                        failure);
            }
        }
    }

    /** Starts what is due. */
    public void look() {
        Instant now = clock.instant();
        schedules.all().stream().filter(schedule -> schedule.isDueAt(now)).forEach(schedule -> start(schedule, now));
    }

    private void start(RunSchedule schedule, Instant now) {
        Instant due = schedule.recurrence().latestAtOrBefore(now);
        boolean missed = due.isBefore(now.minus(PUNCTUAL));
        try {
            transaction.executeWithoutResult(status -> {
                planning.start(Actor.product("schedule " + schedule.id()));
                long run = jdbc.sql("SELECT id FROM planning_run WHERE status = 'RUNNING'")
                        .query(Long.class)
                        .single();
                if (!schedules.claim(schedule, due, missed ? Outcome.MISSED : Outcome.STARTED, run)) {
                    status.setRollbackOnly();
                }
            });
            LOG.info("Schedule {} started a run that was due {}{}.", schedule.id(), due, missed ? " and missed" : "");
        } catch (RunAtWorkException atWork) {
            note(schedule, due, Outcome.BUSY);
        } catch (RuntimeException failure) {
            LOG.error("Schedule {} could not start its run.", schedule.id(), failure);
            note(schedule, due, Outcome.FAILED);
        }
    }

    private void note(RunSchedule schedule, Instant due, Outcome outcome) {
        transaction.executeWithoutResult(status -> schedules.claim(schedule, due, outcome, null));
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
