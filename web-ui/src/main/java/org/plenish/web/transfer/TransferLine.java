package org.plenish.web.transfer;

import java.math.BigDecimal;

/** One line of a transfer. */
public record TransferLine(
        int line, String item, String description, String uom, int quantityUnits, BigDecimal cost, String reason) {}
