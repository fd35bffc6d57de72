package org.plenish.web.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A purchase order as it goes to its supplier, in whatever format. It tells nothing that is the buyer's own business, such
 * as why a line is bought.
 *
 * @param revision from 1; a later one replaces what was sent before
 * @param status as a word, like {@code proposed} or {@code sent}
 * @param binding whether it has been approved; until then every format marks it as a proposal
 * @param shipTo the warehouse that receives the goods
 * @param currency ISO 4217, or any other sign
 */
public record OrderDocument(
        String number,
        int revision,
        String status,
        boolean binding,
        LocalDate orderDate,
        Party buyer,
        Party supplier,
        Party shipTo,
        String currency,
        List<Line> lines) {

    /**
     * One line of it.
     *
     * @param unit in the buyer's words; blank: pieces
     * @param note to the supplier, may be blank
     */
    public record Line(
            int number,
            String item,
            String description,
            int quantityUnits,
            String unit,
            BigDecimal unitPrice,
            BigDecimal amount,
            LocalDate dueDate,
            String note) {}

    /** @throws IllegalArgumentException without a line: nobody can deliver on that */
    public OrderDocument {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("Purchase order " + number + " must have a line, but has none.");
        }
    }

    public BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public LocalDate lastDue() {
        return lines.stream().map(Line::dueDate).max(Comparator.naturalOrder()).orElseThrow();
    }
}
