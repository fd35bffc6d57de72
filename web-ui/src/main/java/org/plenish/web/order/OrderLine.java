package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One line of a purchase order. */
public record OrderLine(
        int line,
        String item,
        String description,
        String uom,
        int quantityUnits,
        int orderMultipleUnits,
        BigDecimal unitCost,
        BigDecimal value,
        LocalDate dueDate,
        String reason) {}
