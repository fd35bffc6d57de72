package org.plenish.web.item;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The same article at one of the warehouses; forecast in units a bucket. */
public record Sibling(
        String warehouse,
        String warehouseName,
        String abcClass,
        String status,
        int onHandUnits,
        int onOrderUnits,
        double coverDays,
        double forecastUnits,
        int safetyStockUnits,
        int reorderPointUnits,
        int boughtUnits,
        int movedInUnits,
        int movedOutUnits,
        @Nullable LocalDate firstStockoutAfter) {}
