package org.plenish.web.dataset.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.plenish.web.dataset.intake.ImportJob.Stage;

/**
 * Keeps a job's progress where the pages read it, at most a few times a second; ends the job if somebody asked for it.
 */
final class ImportProgress {

    private static final Duration LEAST_PAUSE = Duration.ofMillis(300);

    /** Asking the clock for each row would take longer than many rows do. */
    private static final int ROWS_BETWEEN_LOOKS = 2_048;

    private final ImportJobStore store;
    private final long job;
    private final long bytes;
    private final Clock clock;
    private Instant lastWrite = Instant.EPOCH;

    /** @param bytes of the long files, by which the share that is read is judged */
    ImportProgress(ImportJobStore store, long job, long bytes, Clock clock) {
        this.store = store;
        this.job = job;
        this.bytes = Math.max(1, bytes);
        this.clock = clock;
    }

    void read(long bytesSoFar, long rows) {
        if (rows % ROWS_BETWEEN_LOOKS == 0) {
            at(Stage.READ, Math.min(1, bytesSoFar / (double) bytes), rows, false);
        }
    }

    void compare(double share) {
        at(Stage.COMPARE, share, 0, true);
    }

    void stored(double share, long rows) {
        at(Stage.STORE, share, rows, false);
    }

    void begin(Stage stage) {
        at(stage, 0, 0, true);
    }

    private void at(Stage stage, double share, long rows, boolean always) {
        Instant now = clock.instant();
        if (!always && now.isBefore(lastWrite.plus(LEAST_PAUSE))) {
            return;
        }
        lastWrite = now;
        if (store.progress(job, stage, share, rows)) {
            throw new ImportCancelledException(job);
        }
    }
}
