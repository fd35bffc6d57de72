package org.plenish.web.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One transfer as lists and its own page head show it.
 *
 * @param cost of its lines
 * @param runsOut start of the first bucket in which one of its items runs out at its destination if nothing is bought
 *     or moved; null if none does
 */
public record TransferRow(
        String number,
        String fromWarehouse,
        String fromName,
        String toWarehouse,
        String toName,
        LocalDate shipDate,
        LocalDate dueDate,
        int lineCount,
        long quantityUnits,
        BigDecimal cost,
        @Nullable LocalDate runsOut) {}
