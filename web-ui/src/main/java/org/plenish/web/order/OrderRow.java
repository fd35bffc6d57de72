package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One purchase order as lists and its own page head show it. */
public record OrderRow(
        String number,
        String supplier,
        String supplierName,
        int leadTimeDays,
        String warehouse,
        String warehouseName,
        LocalDate orderDate,
        LocalDate dueDate,
        boolean actNow,
        int lineCount,
        BigDecimal value) {}
