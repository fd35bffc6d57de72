package org.plenish.engine.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A part of a position. {@code lot} is blank and {@code expiresOn} null where not given. */
public record Lot(String lot, int onHandUnits, @Nullable LocalDate expiresOn) {

    /** Whether its last day lies before {@code day}. */
    public boolean isExpiredOn(LocalDate day) {
        return expiresOn != null && expiresOn.isBefore(day);
    }
}
