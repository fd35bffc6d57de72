package org.plenish.web.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem.Severity;
import org.plenish.engine.io.ImportProblems;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderLife;
import org.plenish.web.shared.Role;

/** Holds rows of a file against the orders that they are of; one row is seen after those before it have been booked. */
final class ReceiptCheck {

    private final String file;
    private final ImportProblems problems;
    private final List<Booking> bookings = new ArrayList<>();

    ReceiptCheck(String file, ImportProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * What came of one order on one day: one step of its life.
     *
     * @param units by the line's id
     * @param reason those of its rows
     */
    record Booking(String order, OrderKind kind, LocalDate date, Map<Long, Integer> units, String reason) {

        Booking {
            units = Map.copyOf(units);
        }

        public int receipts() {
            return units.size();
        }

        public long unitCount() {
            return units.values().stream().mapToLong(Integer::longValue).sum();
        }

        public String address() {
            return kind.path() + "/" + order;
        }
    }

    /** What would be booked of the rows without a problem. */
    List<Booking> bookings() {
        return List.copyOf(bookings);
    }

    /** @param rows of an order that there is none of */
    void unknown(List<ReceiptRow> rows) {
        rows.forEach(row -> error(
                row,
                ReceiptTable.ORDER,
                row.order(),
                "is no order here",
                "it has another number in the source, or an order of another system got into the file"));
    }

    /** @param rows of that order, in the order of the file */
    void order(OrderHead order, List<OrderLine> lines, List<ReceiptRow> rows) {
        if (OrderLife.ask(order.state(), OrderAction.RECEIVE, Set.of(Role.BUYER))
                instanceof OrderLife.Answer.WrongState wrong) {
            rows.forEach(row -> problems.add(
                    Severity.ERROR, file, row.fileLine(), ReceiptTable.ORDER, row.order(), state(wrong), null));
            return;
        }
        TreeMap<LocalDate, List<ReceiptRow>> byDay = new TreeMap<>();
        rows.forEach(row ->
                byDay.computeIfAbsent(row.date(), day -> new ArrayList<>()).add(row));
        Map<Long, Integer> open = new HashMap<>();
        lines.forEach(line -> open.put(line.id(), line.openUnits()));
        byDay.forEach((day, ofDay) -> day(order, lines, open, day, ofDay));
    }

    private static String state(OrderLife.Answer.WrongState wrong) {
        String message = wrong.message();
        return "cannot be booked: " + Character.toLowerCase(message.charAt(0))
                + message.substring(1, message.length() - 1);
    }

    private void day(
            OrderHead order, List<OrderLine> lines, Map<Long, Integer> open, LocalDate day, List<ReceiptRow> rows) {
        if (open.values().stream().allMatch(left -> left <= 0)) {
            rows.forEach(row -> error(
                    row,
                    ReceiptTable.ORDER,
                    row.order(),
                    "has all come by then, as the file has it",
                    "it all came on one day: write that date"));
            return;
        }
        Map<Long, ReceiptRow> first = new HashMap<>();
        Map<Long, Integer> units = new LinkedHashMap<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (ReceiptRow row : rows) {
            OrderLine line = line(lines, row);
            if (line == null) {
                continue;
            }
            ReceiptRow before = first.putIfAbsent(line.id(), row);
            if (before != null) {
                error(
                        row,
                        ReceiptTable.LINE,
                        String.valueOf(line.line()),
                        "is told for that day on line " + before.fileLine() + " already",
                        "the row got into the file twice; if both are true, write one with the sum");
                continue;
            }
            int left = open.getOrDefault(line.id(), 0);
            if (row.units() > left && row.reason().isEmpty()) {
                error(
                        row,
                        ReceiptTable.QUANTITY,
                        String.valueOf(row.units()),
                        "must be " + left + " or less, which is what is open, or have a reason",
                        "more has come than was ordered: say in the column reason why it is taken in");
            }
            units.put(line.id(), row.units());
            open.merge(line.id(), -row.units(), Integer::sum);
            if (!row.reason().isEmpty()) {
                reasons.add(row.reason());
            }
        }
        if (!units.isEmpty()) {
            bookings.add(new Booking(order.number(), order.kind(), day, units, String.join("; ", reasons)));
        }
    }

    private @Nullable OrderLine line(List<OrderLine> lines, ReceiptRow row) {
        List<OrderLine> found = lines.stream()
                .filter(line -> row.line() == null || row.line() == line.line())
                .filter(line -> row.item().isEmpty() || row.item().equals(line.item()))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (!found.isEmpty()) {
            error(
                    row,
                    ReceiptTable.ITEM,
                    row.item(),
                    "stands on several lines of " + row.order() + ": "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .map(line -> String.valueOf(line.line()))
                                            .toList()),
                    "the source knows the line: add the column line");
        } else if (row.line() == null) {
            error(row, ReceiptTable.ITEM, row.item(), "must be an item of " + row.order() + ", but is none", null);
        } else {
            error(
                    row,
                    ReceiptTable.LINE,
                    row.line().toString(),
                    "must be a line of " + row.order() + (row.item().isEmpty() ? "" : " with the item " + row.item())
                            + ", but is none",
                    null);
        }
        return null;
    }

    private void error(ReceiptRow row, String column, String value, String requirement, @Nullable String suggestion) {
        problems.add(Severity.ERROR, file, row.fileLine(), column, value, requirement, suggestion);
    }
}
