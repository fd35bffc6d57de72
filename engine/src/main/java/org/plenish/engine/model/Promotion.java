package org.plenish.engine.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A period in which an article sells above its usual.
 *
 * @param warehouse null: all
 * @param to last day, inclusive
 * @param upliftFactor 1.4 sells 40 % more; 1 if not given
 */
public record Promotion(
        ItemId item, @Nullable WarehouseId warehouse, LocalDate from, LocalDate to, double upliftFactor) {

    public Promotion {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("promotion of " + item + ": " + to + " must not be before " + from);
        }
        Require.finiteAtLeast(0, upliftFactor, "uplift");
    }
}
