package org.plenish.web.uncertainty;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How far it is worked out what may happen to a plan.
 *
 * @param runId of the plan
 * @param attempts how often it was begun
 * @param paths how many futures are sampled
 * @param error why it failed; null unless it did
 */
public record UncertaintyJob(
        long runId,
        Status status,
        int attempts,
        long seed,
        int paths,
        @Nullable String error,
        OffsetDateTime queuedAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt) {

    /** Where it stands. */
    public enum Status {
        QUEUED,
        RUNNING,
        FINISHED,
        FAILED
    }

    public boolean isOpen() {
        return status == Status.QUEUED || status == Status.RUNNING;
    }

    public boolean isRunning() {
        return status == Status.RUNNING;
    }

    public boolean isFinished() {
        return status == Status.FINISHED;
    }

    /** How long it worked, in seconds; null while it does. */
    public @Nullable Double tookSeconds() {
        return startedAt == null || finishedAt == null
                ? null
                : Duration.between(startedAt, finishedAt).toMillis() / 1_000.0;
    }
}
