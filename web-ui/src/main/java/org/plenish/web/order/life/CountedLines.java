package org.plenish.web.order.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the lines that a run counted as on order. A run knows an order's number and the item, not the line; where an order
 * has the item on several lines, those of the same day and quantity are meant. What of the counted units is left then, as
 * somebody changed a line while the run was at work or another system cut the order into other lines, stands for the rest:
 * pinned lines first, as only these are given before an order is approved, then the soonest.
 */
public final class CountedLines {

    /** What a run counted. */
    public record Counted(String order, String item, LocalDate dueDate, int units) {}

    /** A line as it is now. */
    public record Line(
            long id,
            String order,
            String item,
            LocalDate dueDate,
            int orderedUnits,
            int receivedUnits,
            boolean pinned) {

        private boolean isAs(Counted counted) {
            return dueDate.equals(counted.dueDate())
                    && (counted.units() == orderedUnits || counted.units() == orderedUnits - receivedUnits);
        }
    }

    private record Goods(String order, String item) {}

    private CountedLines() {}

    /** @return ids of those of {@code lines} that were counted */
    public static Set<Long> find(List<Counted> counted, List<Line> lines) {
        Map<Goods, List<Line>> linesOf =
                lines.stream().collect(Collectors.groupingBy(line -> new Goods(line.order(), line.item())));
        Set<Long> found = new HashSet<>();
        counted.stream()
                .collect(Collectors.groupingBy(one -> new Goods(one.order(), one.item())))
                .forEach((goods, rows) -> found.addAll(findOfGoods(rows, linesOf.getOrDefault(goods, List.of()))));
        return found;
    }

    private static Set<Long> findOfGoods(List<Counted> counted, List<Line> lines) {
        Set<Long> found = new HashSet<>();
        List<Line> left = new ArrayList<>(lines);
        long unitsLeft = 0;
        for (Counted row : counted) {
            Line same = left.stream().filter(line -> line.isAs(row)).findFirst().orElse(null);
            if (same == null) {
                unitsLeft += row.units();
            } else {
                left.remove(same);
                found.add(same.id());
            }
        }
        left.sort(Comparator.comparing(Line::pinned)
                .reversed()
                .thenComparing(Line::dueDate)
                .thenComparing(Line::id));
        for (Line line : left) {
            if (unitsLeft > 0) {
                found.add(line.id());
                unitsLeft -= line.orderedUnits() - line.receivedUnits();
            }
        }
        return found;
    }
}
