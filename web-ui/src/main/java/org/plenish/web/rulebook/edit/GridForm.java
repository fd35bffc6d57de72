package org.plenish.web.rulebook.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Cells as a person sends them: {@code c3.5} is the text of column 5 in row 3; of a cell with several values each is a
 * {@code v3.5}, and {@code n3.5} says that all but these are meant.
 */
record GridForm(MultiValueMap<String, String> sent) {

    /** Far beyond any sentence. */
    private static final int LONGEST_CELL = 4_000;

    /**
     * The table with what was sent in the place of what stood there. Rows that the page did not show stay.
     *
     * @param from first row of the page
     * @param count how many rows it showed
     */
    GridTable addTo(GridTable table, int from, int count) {
        List<GridColumn> columns = GridColumn.of(table.header());
        GridTable filled = table.withMatch(value("match", table.match()));
        int end = (int) Math.min(table.rows().size(), (long) from + count);
        for (int row = Math.max(0, from); row < end; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns.size(); column++) {
                cells.add(cell(
                        row, column, columns.get(column), table.rows().get(row).get(column)));
            }
            filled = filled.withRow(row, cells);
        }
        return filled;
    }

    private String cell(int row, int column, GridColumn of, String before) {
        String place = row + "." + column;
        @Nullable String text = sent.getFirst("c" + place);
        if (text != null) {
            return oneLine(text);
        }
        List<String> values = sent.getOrDefault("v" + place, List.of());
        return of.written(before, values, sent.containsKey("n" + place));
    }

    private String value(String name, String otherwise) {
        @Nullable String value = sent.getFirst(name);
        return value == null ? otherwise : value;
    }

    /** Sentences are written in boxes of several lines, but a row is a line of the file. */
    private static String oneLine(String text) {
        String line = text.replaceAll("\\s*\\R\\s*", " ").strip();
        return line.length() > LONGEST_CELL ? line.substring(0, LONGEST_CELL) : line;
    }
}
