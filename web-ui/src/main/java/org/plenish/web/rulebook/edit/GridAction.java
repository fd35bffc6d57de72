package org.plenish.web.rulebook.edit;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a button of the grid says: {@code add}, {@code addColumn}, {@code removeColumn}, or {@code copy.3}, {@code up.3},
 * {@code down.3}, {@code remove.3} of a row. Anything else changes nothing.
 *
 * @param from first row of the page, where the person stays if no row is meant
 */
record GridAction(String action, int from) {

    /** The table after it, and the row to show. */
    record Done(GridTable table, int row) {}

    Done on(GridTable table, MultiValueMap<String, String> sent) {
        int dot = action.indexOf('.');
        if (dot > 0) {
            return ofRow(table, action.substring(0, dot), number(action.substring(dot + 1)));
        }
        return switch (action) {
            case "add" -> new Done(table.added(), table.rows().size());
            case "addColumn" -> new Done(added(table, sent.getFirst("newColumn")), from);
            case "removeColumn" -> new Done(removed(table, sent.getFirst("oldColumn")), from);
            default -> new Done(table, from);
        };
    }

    private Done ofRow(GridTable table, String verb, int row) {
        if (row < 0 || row >= table.rows().size()) {
            return new Done(table, from);
        }
        Function<GridTable, GridTable> change = switch (verb) {
            case "copy" -> before -> before.copied(row);
            case "up" -> before -> before.moved(row, -1);
            case "down" -> before -> before.moved(row, 1);
            case "remove" -> before -> before.removed(row);
            default -> before -> before;
        };
        GridTable after = change.apply(table);
        int shown = verb.equals("up") ? row - 1 : verb.equals("remove") ? row : row + 1;
        return new Done(after, Math.max(0, Math.min(shown, after.rows().size() - 1)));
    }

    private static GridTable added(GridTable table, @Nullable String column) {
        return column == null || column.isBlank() || table.header().contains(column) ? table : table.withColumn(column);
    }

    private static GridTable removed(GridTable table, @Nullable String column) {
        int index = column == null ? -1 : table.header().indexOf(column);
        boolean needed = GridTable.RULE.equals(column) || GridTable.EXPLAIN.equals(column);
        return index < 0 || needed ? table : table.withoutColumn(index);
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }
}
