package org.plenish.web.scenario;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.web.shared.JobStatus;

/**
 * A run of a scenario beside its base, a job.
 *
 * @param content the scenario as it was when the run was asked for
 * @param datasetId null: the sample
 * @param settings JSON of the run settings
 * @param stage null until it is at work
 * @param stageShare of the stage, 0 to 1
 * @param cutShort whether the clock ended the search; null unless it is finished
 * @param error why it failed; null unless it did
 * @param cancelRequestedBy null if nobody asked for its end
 */
public record ScenarioRun(
        long id,
        long scenarioId,
        int version,
        String content,
        @Nullable Long datasetId,
        String settings,
        JobStatus status,
        int attempts,
        @Nullable Stage stage,
        double stageShare,
        String detail,
        @Nullable Boolean cutShort,
        @Nullable String error,
        @Nullable String cancelRequestedBy,
        String queuedBy,
        OffsetDateTime queuedAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt) {

    public boolean isOpen() {
        return status.isOpen();
    }

    public boolean isRunning() {
        return status == JobStatus.RUNNING;
    }

    public boolean isFinished() {
        return status == JobStatus.FINISHED;
    }

    /** Whether it tells about the scenario as it is now. */
    public boolean isOf(StoredScenario scenario) {
        return content.equals(scenario.content());
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
