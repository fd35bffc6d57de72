package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One purchase order as lists and its own page head show it.
 *
 * @param containers that its goods fill, started ones in part; 0 where the supplier ships in none
 * @param runsOut start of the first bucket in which one of its items runs out if nothing is bought or moved; null if
 *     none does
 */
public record OrderRow(
        String number,
        String supplier,
        String supplierName,
        int leadTimeDays,
        String warehouse,
        String warehouseName,
        LocalDate orderDate,
        LocalDate dueDate,
        int lineCount,
        BigDecimal value,
        double containers,
        @Nullable LocalDate runsOut) {

    /** Containers that are started, and paid. */
    public int startedContainers() {
        return (int) Math.ceil(containers - 1e-9);
    }
}
