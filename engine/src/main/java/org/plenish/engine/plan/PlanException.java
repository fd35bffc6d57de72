package org.plenish.engine.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.WarehouseId;

/**
 * Something a person should look at.
 *
 * @param item null if it concerns no single article
 * @param warehouse null if it concerns all
 * @param date when it happens or happened
 * @param quantityUnits concerned
 * @param value at stake
 * @param message one sentence, with the numbers
 * @param action what to do about it, one sentence
 */
public record PlanException(
        Severity severity,
        Kind kind,
        @Nullable ItemId item,
        @Nullable WarehouseId warehouse,
        LocalDate date,
        int quantityUnits,
        Money value,
        String message,
        String action) {

    /** How soon it must be looked at. */
    public enum Severity {
        CRITICAL,
        WARNING,
        NOTICE
    }

    /** What it is. */
    public enum Kind {
        STOCKOUT_NOW,
        COMING_SHORTAGE,
        LATE_ORDER,
        EXCESS,
        DEAD_STOCK,
        EXPIRING,
        FORECAST_OUT_OF_CONTROL,
        NEGATIVE_STOCK,
        OVER_SPACE,
        OVER_CASH,
        LIMIT_NOT_KEPT
    }
}
