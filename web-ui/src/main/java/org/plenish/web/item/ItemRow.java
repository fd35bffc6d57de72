package org.plenish.web.item;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One SKU-location of the list.
 *
 * @param forecastUnits a bucket
 * @param severity of its gravest exception, null if it has none
 */
public record ItemRow(
        String item,
        String warehouse,
        String description,
        String abcClass,
        String demandClass,
        String status,
        int onHandUnits,
        int onOrderUnits,
        double coverDays,
        double forecastUnits,
        int safetyStockUnits,
        int reorderPointUnits,
        BigDecimal onHandValue,
        int proposedUnits,
        int exceptions,
        @Nullable String severity) {}
