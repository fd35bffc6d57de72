package org.plenish.web.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.RunListener;

/** Keeps a run's progress where the pages read it; at most a few times a second; ends the run if somebody asked for it. */
final class StoredProgress implements RunListener {

    private static final Duration LEAST_PAUSE = Duration.ofMillis(250);

    private final PlanningRuns runs;
    private final long run;
    private final Clock clock;
    private Stage lastStage = Stage.IMPORT;
    private @Nullable Stage entered;
    private Instant lastWrite = Instant.EPOCH;

    StoredProgress(PlanningRuns runs, long run, Clock clock) {
        this.runs = runs;
        this.run = run;
        this.clock = clock;
    }

    @Override
    public void at(Stage stage, double share, String detail) {
        Instant now = clock.instant();
        if (stage != entered) {
            entered = stage;
            runs.enter(run, stage, now);
        }
        if (stage == lastStage && now.isBefore(lastWrite.plus(LEAST_PAUSE))) {
            return;
        }
        lastStage = stage;
        lastWrite = now;
        if (runs.progress(run, stage, share, detail)) {
            throw new RunCancelledException(run);
        }
    }
}
