package org.plenish.web.backtest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.JobCancelledException;

/** Keeps a job's progress where the pages read it; at most a few times a second; ends the job if somebody asked for it. */
final class BacktestProgress implements Replays.Listener {

    private static final Duration LEAST_PAUSE = Duration.ofMillis(250);

    private final BacktestJobs jobs;
    private final long job;
    private final Clock clock;
    private Backtest.@Nullable Stage lastStage;
    private Instant lastWrite = Instant.EPOCH;

    BacktestProgress(BacktestJobs jobs, long job, Clock clock) {
        this.jobs = jobs;
        this.job = job;
        this.clock = clock;
    }

    @Override
    public void at(Backtest.Stage stage, double share, String detail) {
        Instant now = clock.instant();
        if (stage == lastStage && now.isBefore(lastWrite.plus(LEAST_PAUSE))) {
            return;
        }
        lastStage = stage;
        lastWrite = now;
        if (jobs.progress(job, stage, share, detail)) {
            throw new JobCancelledException(name(job));
        }
    }

    /** Of a job, for the log. */
    static String name(long job) {
        return "Backtest " + job;
    }
}
