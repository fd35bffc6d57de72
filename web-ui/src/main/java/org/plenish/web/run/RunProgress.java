package org.plenish.web.run;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.RunListener.Stage;

/**
 * How far a run is.
 *
 * @param stageShare of the stage, 0 to 1
 * @param error why it failed; null unless it did
 * @param cancelledBy who asked for its end; null if nobody did
 */
public record RunProgress(
        long id,
        String source,
        Status status,
        Stage stage,
        double stageShare,
        String detail,
        @Nullable String error,
        @Nullable String cancelledBy,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Where a run stands. */
    public enum Status {
        RUNNING,
        FINISHED,
        FAILED,
        CANCELLED
    }

    /** A stage as the progress page shows it: done, at work or to come. */
    public record Step(Stage stage, State state, int percent) {

        /** Whether the stage tells its share; one that does not is only known to be at work. */
        public boolean isMeasured() {
            return percent > 0;
        }

        /** Where a stage stands. */
        public enum State {
            DONE,
            WORKING,
            FAILED,
            WAITING
        }
    }

    public boolean isRunning() {
        return status == Status.RUNNING;
    }

    public boolean isFailed() {
        return status == Status.FAILED;
    }

    public boolean isCancelled() {
        return status == Status.CANCELLED;
    }

    public List<Step> steps() {
        return Arrays.stream(Stage.values()).map(this::step).toList();
    }

    private Step step(Stage of) {
        if (status == Status.FINISHED || of.compareTo(stage) < 0) {
            return new Step(of, Step.State.DONE, 100);
        }
        if (of.compareTo(stage) > 0) {
            return new Step(of, Step.State.WAITING, 0);
        }
        return new Step(of, isRunning() ? Step.State.WORKING : Step.State.FAILED, (int) Math.round(100 * stageShare));
    }
}
