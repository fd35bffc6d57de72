package org.plenish.web.export;

import java.time.LocalDate;
import java.util.List;

/** A transfer between two warehouses as other programs get it. */
public record TransferDocument(
        String number,
        String status,
        boolean binding,
        String fromWarehouse,
        String toWarehouse,
        LocalDate shipDate,
        LocalDate dueDate,
        List<Line> lines) {

    /** One line of it. */
    public record Line(int number, String item, int quantityUnits, String unit) {}

    public TransferDocument {
        lines = List.copyOf(lines);
    }
}
