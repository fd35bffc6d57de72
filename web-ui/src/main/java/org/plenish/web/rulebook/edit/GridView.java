package org.plenish.web.rulebook.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Some rows of a table as a page shows them.
 *
 * @param offers by column, what its typed cells may be
 * @param from first row, from 0
 * @param page from 1
 */
public record GridView(
        String match,
        List<GridColumn> columns,
        List<List<String>> offers,
        List<Row> rows,
        int from,
        int page,
        int pages,
        int rowsInAll) {

    /** So that a form stays small enough to be sent, and a page to be read. */
    private static final int MOST_CELLS = 400;

    private static final int LEAST_ROWS = 5;

    public GridView {
        columns = List.copyOf(columns);
        offers = offers.stream().map(List::copyOf).toList();
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param index from 0
     * @param messages what is wrong, by the column it is of
     * @param findings of the row as a whole
     */
    public record Row(int index, List<GridColumn.Cell> cells, Map<Integer, String> messages, List<Finding> findings) {

        public Row {
            cells = List.copyOf(cells);
            messages = Map.copyOf(messages);
            findings = List.copyOf(findings);
        }

        public String name() {
            return "row " + (index + 1);
        }
    }

    static int rowsAPage(GridTable table) {
        return Math.max(LEAST_ROWS, MOST_CELLS / table.header().size());
    }

    static int pageOf(GridTable table, int row) {
        return Math.max(0, row) / rowsAPage(table) + 1;
    }

    /**
     * A page of a table.
     *
     * @param findings of this file, each with its row
     * @param seen values of texts by word, as the current plan has them
     */
    static GridView of(GridTable table, int page, List<Finding> findings, Map<String, List<String>> seen) {
        int size = rowsAPage(table);
        int pages = Math.max(1, (table.rows().size() + size - 1) / size);
        int shown = Math.max(1, Math.min(page, pages));
        int from = (shown - 1) * size;
        List<GridColumn> columns = GridColumn.of(table.header());
        List<Row> rows = IntStream.range(
                        from, Math.min(from + size, table.rows().size()))
                .mapToObj(row -> row(row, table.rows().get(row), columns, findings))
                .toList();
        return new GridView(
                table.match(),
                columns,
                offers(table, columns, rows, seen),
                rows,
                from,
                shown,
                pages,
                table.rows().size());
    }

    /** None of a column that has nothing to type. */
    private static List<List<String>> offers(
            GridTable table, List<GridColumn> columns, List<Row> rows, Map<String, List<String>> seen) {
        return IntStream.range(0, columns.size())
                .mapToObj(column ->
                        rows.stream().noneMatch(row -> row.cells().get(column).control() == GridColumn.Control.TEXT)
                                ? List.<String>of()
                                : columns.get(column)
                                        .offers(
                                                seen.getOrDefault(table.header().get(column), List.of()),
                                                table.rows().stream()
                                                        .map(row -> row.get(column))
                                                        .toList()))
                .toList();
    }

    private static Row row(int index, List<String> texts, List<GridColumn> columns, List<Finding> findings) {
        List<GridColumn.Cell> cells = IntStream.range(0, columns.size())
                .mapToObj(column -> columns.get(column).cell(column, texts.get(column)))
                .toList();
        Map<Integer, String> messages = new LinkedHashMap<>();
        List<Finding> ofRow = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.row() == index && finding.isOfCell() && finding.column() <= columns.size()) {
                messages.merge(
                        finding.column() - 1,
                        finding.message() + " " + finding.advice(),
                        (one, other) -> one + " " + other);
            } else if (finding.row() == index) {
                ofRow.add(finding);
            }
        }
        return new Row(index, cells, messages, ofRow);
    }
}
