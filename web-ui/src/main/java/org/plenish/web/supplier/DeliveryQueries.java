package org.plenish.web.supplier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.supply.DeliveryLine;
import org.plenish.engine.plan.supply.DeliveryLine.Receipt;
import org.plenish.engine.plan.supply.DeliveryRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what has come of our purchase orders that were due in the last year. */
@Repository
class DeliveryQueries {

    private static final int YEAR_DAYS = 365;

    private static final String LINES = """
            SELECT o.partner AS supplier, l.id AS line, o.order_date, l.due_date, l.quantity_units AS ordered_units,
                r.received_on, r.units AS received_units
            FROM orders o JOIN order_line l ON l.order_id = o.id LEFT JOIN order_receipt r ON r.line_id = l.id
            WHERE o.kind = 'PURCHASE'
            AND o.state IN ('APPROVED', 'SENT', 'CONFIRMED', 'PARTLY_RECEIVED', 'RECEIVED', 'CLOSED')
            AND l.due_date >= :since""";

    private final JdbcClient jdbc;

    DeliveryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String supplier,
            long line,
            LocalDate orderDate,
            LocalDate dueDate,
            long orderedUnits,
            @Nullable LocalDate receivedOn,
            @Nullable Integer receivedUnits) {}

    /** Of every supplier with such a line. */
    Map<String, DeliveryRecord> records(LocalDate today) {
        try (Stream<Row> rows = jdbc.sql(LINES).param("since", today.minusDays(YEAR_DAYS)).query(Row.class).stream()) {
            Map<String, DeliveryRecord> records = new TreeMap<>();
            lines(rows).forEach((supplier, lines) -> records.put(supplier, DeliveryRecord.of(lines, today)));
            return records;
        }
    }

    DeliveryRecord record(String supplier, LocalDate today) {
        try (Stream<Row> rows = jdbc
                .sql(LINES + " AND o.partner = :supplier")
                .param("since", today.minusDays(YEAR_DAYS))
                .param("supplier", supplier)
                .query(Row.class)
                .stream()) {
            return DeliveryRecord.of(lines(rows).getOrDefault(supplier, List.of()), today);
        }
    }

    private static Map<String, List<DeliveryLine>> lines(Stream<Row> rows) {
        Map<Long, List<Row>> byLine = new LinkedHashMap<>();
        rows.forEach(row ->
                byLine.computeIfAbsent(row.line(), line -> new ArrayList<>(1)).add(row));
        Map<String, List<DeliveryLine>> bySupplier = new TreeMap<>();
        byLine.values().forEach(of -> {
            Row line = of.get(0);
            List<Receipt> receipts = new ArrayList<>();
            for (Row row : of) {
                LocalDate day = row.receivedOn();
                Integer units = row.receivedUnits();
                if (day != null && units != null) {
                    receipts.add(new Receipt(day, units));
                }
            }
            bySupplier
                    .computeIfAbsent(line.supplier(), supplier -> new ArrayList<>())
                    .add(new DeliveryLine(line.orderDate(), line.dueDate(), line.orderedUnits(), receipts));
        });
        return bySupplier;
    }
}
