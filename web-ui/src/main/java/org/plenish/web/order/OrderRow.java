package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One purchase order as lists and its own page head show it.
 *
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
        @Nullable LocalDate runsOut) {}
