package org.plenish.web.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something a person should look at; item and warehouse are null where it concerns no single one. */
public record ExceptionLine(
        String severity,
        String kind,
        @Nullable String item,
        @Nullable String description,
        @Nullable String warehouse,
        LocalDate date,
        int quantityUnits,
        BigDecimal value,
        String message,
        String action) {

    public boolean namesSkuLocation() {
        return item != null && warehouse != null;
    }
}
