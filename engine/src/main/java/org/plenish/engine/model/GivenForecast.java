package org.plenish.engine.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A forecast from outside that replaces the computed one of its bucket. */
public record GivenForecast(
        SkuLocation location,
        LocalDate periodStart,
        double meanUnits,
        @Nullable Double sdUnits) {

    public GivenForecast {
        Require.finiteAtLeast(0, meanUnits, "mean (units)");
    }
}
