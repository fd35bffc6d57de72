package org.plenish.web.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One transfer as lists and its own page head show it; {@code cost} is that of its lines. */
public record TransferRow(
        String number,
        String fromWarehouse,
        String fromName,
        String toWarehouse,
        String toName,
        LocalDate shipDate,
        LocalDate dueDate,
        boolean actNow,
        int lineCount,
        long quantityUnits,
        BigDecimal cost) {}
