package org.plenish.web.backtest;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.JobStatus;

/**
 * A replay of history that somebody has asked for, a job.
 *
 * @param datasetId null: the sample
 * @param datasetName null for the sample
 * @param setup JSON of the {@link Setup}
 * @param bookCheck JSON of the {@link BookFindings}; null: no rule book is changed
 * @param stage null until it is at work
 * @param stageShare of the stage, 0 to 1
 * @param error why it failed; null unless it did
 * @param cancelRequestedBy null if nobody asked for its end
 */
public record Backtest(
        long id,
        String name,
        @Nullable Long datasetId,
        @Nullable String datasetName,
        String setup,
        @Nullable String bookCheck,
        JobStatus status,
        @Nullable Stage stage,
        double stageShare,
        String detail,
        @Nullable String error,
        @Nullable String cancelRequestedBy,
        String queuedBy,
        OffsetDateTime queuedAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt) {

    /** What a job at work is at. */
    enum Stage {
        /** Reads the dataset and compiles the rule books. */
        READ,
        REPLAY
    }

    public boolean isOpen() {
        return status.isOpen();
    }

    public boolean isRunning() {
        return status == JobStatus.RUNNING;
    }

    public boolean isFinished() {
        return status == JobStatus.FINISHED;
    }

    public boolean hasChangedBook() {
        return bookCheck != null;
    }

    public int percent() {
        return (int) Math.round(100 * stageShare);
    }

    /** How long it worked, in seconds; null if it did not or still does. */
    public @Nullable Double tookSeconds() {
        return startedAt == null || finishedAt == null
                ? null
                : Duration.between(startedAt, finishedAt).toMillis() / 1_000.0;
    }
}
