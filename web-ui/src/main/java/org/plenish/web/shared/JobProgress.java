package org.plenish.web.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a job's progress where the pages read it, at most a few times a second, and ends the job if somebody asked for it.
 *
 * @param <S> its stages
 */
public final class JobProgress<S> {

    private static final Duration LEAST_PAUSE = Duration.ofMillis(250);

    private final String job;
    private final Store<S> store;
    private final Clock clock;
    private @Nullable S lastStage;
    private Instant lastWrite = Instant.EPOCH;

    /** Keeps it. */
    @FunctionalInterface
    public interface Store<S> {

        /** @return whether somebody has asked for the job's end */
        boolean progress(S stage, double share, String detail);
    }

    /** @param job what it is called in the log */
    public JobProgress(String job, Store<S> store, Clock clock) {
        this.job = job;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Is told how far it has come.
     *
     * @param share of this stage, 0 to 1
     * @throws JobCancelledException if somebody has asked for its end
     */
    public void at(S stage, double share, String detail) {
        Instant now = clock.instant();
        if (stage == lastStage && now.isBefore(lastWrite.plus(LEAST_PAUSE))) {
            return;
        }
        lastStage = stage;
        lastWrite = now;
        if (store.progress(stage, share, detail)) {
            throw new JobCancelledException(job);
        }
    }
}
