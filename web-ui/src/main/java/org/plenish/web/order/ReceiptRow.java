package org.plenish.web.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of receipts.
 *
 * @param fileLine where it stands
 * @param line of the order; null: the item tells it
 * @param item blank: the line tells it
 * @param reason blank if none is given
 */
record ReceiptRow(
        long fileLine, String order, @Nullable Integer line, String item, int units, LocalDate date, String reason) {}
