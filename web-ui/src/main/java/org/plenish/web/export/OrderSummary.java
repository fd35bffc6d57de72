package org.plenish.web.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** An order without its lines; see {@link OrderDocument}. */
public record OrderSummary(
        String number,
        int revision,
        String status,
        boolean binding,
        LocalDate orderDate,
        LocalDate dueDate,
        String supplier,
        String supplierName,
        String warehouse,
        String currency,
        BigDecimal total,
        int lineCount,
        Instant changedAt) {}
