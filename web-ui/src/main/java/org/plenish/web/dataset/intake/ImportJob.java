package org.plenish.web.dataset.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One import from the files' arrival on.
 *
 * @param share of the stage that is done, from 0 to 1
 * @param rows that the stage has done
 * @param changedBy who started what it is doing, or did, last
 * @param cancelRequestedBy null: nobody asked it to stop
 * @param error why its last step did not come to its end; empty: it did
 * @param fingerprint null: not checked, or with errors
 * @param dataset null: not imported, or deleted since
 */
public record ImportJob(
        long id,
        Origin origin,
        String name,
        ImportBase base,
        State state,
        Stage stage,
        double share,
        long rows,
        @Nullable String cancelRequestedBy,
        String error,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String changedBy,
        @Nullable String fingerprint,
        @Nullable LocalDate planDate,
        @Nullable String currency,
        int items,
        int warehouses,
        int suppliers,
        long errors,
        long warnings,
        long notices,
        @Nullable Long dataset) {

    /** How it came in. */
    public enum Origin {
        UPLOAD,
        API
    }

    /** What was done last, or is being done. */
    public enum State {
        MAPPING,
        CHECKING,
        CHECKED,
        IMPORTING,
        IMPORTED,
        DISCARDED
    }

    /** What a job at work is doing. */
    public enum Stage {
        WAIT,
        READ,
        COMPARE,
        STORE
    }

    /** Whether a program sends it, which alone goes on with it. */
    public boolean isPushed() {
        return origin == Origin.API;
    }

    public boolean isWorking() {
        return state == State.CHECKING || state == State.IMPORTING;
    }

    public boolean isOver() {
        return state == State.IMPORTED || state == State.DISCARDED;
    }

    /** Whether its dataset can be imported. */
    public boolean isGood() {
        return state == State.CHECKED && errors == 0;
    }

    public int percent() {
        return (int) Math.floor(100 * share);
    }
}
