package org.plenish.web.rulebook;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.JobStatus;

/**
 * A dataset planned by the rule book in force and by a draft, a job.
 *
 * @param fingerprint of the draft's files when it was asked for
 * @param standingVersion in force then; 0: the standard book
 * @param datasetId null: the sample
 * @param settings JSON of the run settings
 * @param stage null until it is at work
 * @param stageShare of the stage, 0 to 1
 * @param error why it failed; null unless it did
 * @param cancelRequestedBy null if nobody asked for its end
 */
public record Impact(
        long id,
        long draftId,
        int draftVersion,
        String fingerprint,
        long standingVersion,
        String standingName,
        String standingFingerprint,
        @Nullable Long datasetId,
        String datasetName,
        String settings,
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
        /** Reads the dataset, compiles both books and forecasts. */
        READ,
        STANDING,
        DRAFT
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
