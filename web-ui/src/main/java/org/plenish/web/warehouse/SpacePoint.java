package org.plenish.web.warehouse;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Room in one bucket.
 *
 * @param limitM3 null: not limited
 * @param price what one more m³ would save, in currency units; 0: it does not bind
 */
public record SpacePoint(
        LocalDate periodStart,
        double openingM3,
        double receiptsM3,
        double transfersInM3,
        double transfersOutM3,
        double issuedM3,
        double closingM3,
        double peakM3,
        @Nullable Double limitM3,
        double price) {

    /** Of the limit; null: not limited. */
    public @Nullable Double share() {
        return limitM3 == null || limitM3 <= 0 ? null : peakM3 / limitM3;
    }
}
