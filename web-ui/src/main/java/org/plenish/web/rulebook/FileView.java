package org.plenish.web.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.plenish.rules.table.Sheet;

/**
 * A file of a book to be read: a table as rows of cells, any other text as lines.
 *
 * @param head of a table; empty for a text
 * @param rows of the page that is shown
 * @param pages of all rows or lines
 */
public record FileView(
        String name, boolean table, String match, List<String> head, List<Row> rows, int page, int pages) {

    private static final int ROWS_A_PAGE = 300;

    public FileView {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /**
     * A row of a table, or a line of a text as its only cell.
     *
     * @param line in the file, from 1
     */
    public record Row(int line, List<String> cells) {}

    /** @param page from 1; another one is taken for the nearest there is */
    static FileView of(String name, String text, int page) {
        if (name.endsWith(".csv")) {
            List<Sheet.Row> rows = Sheet.ofCsv(name, text, new ArrayList<>()).rows();
            if (rows.size() > 1) {
                return new FileView(
                        name,
                        true,
                        String.join(" ", rows.get(0).cells()).strip(),
                        rows.get(1).cells(),
                        cut(
                                rows.subList(2, rows.size()).stream()
                                        .map(row -> new Row(row.line(), row.cells()))
                                        .toList(),
                                page),
                        within(page, rows.size() - 2),
                        pages(rows.size() - 2));
            }
        }
        List<Row> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(new Row(lines.size() + 1, List.of(line)));
        }
        return new FileView(
                name, false, "", List.of(), cut(lines, page), within(page, lines.size()), pages(lines.size()));
    }

    /** On which page a line of a text stands. */
    static int pageOf(int line) {
        return Math.max(0, line - 1) / ROWS_A_PAGE + 1;
    }

    private static List<Row> cut(List<Row> rows, int page) {
        int shown = within(page, rows.size());
        return rows.subList((shown - 1) * ROWS_A_PAGE, Math.min(shown * ROWS_A_PAGE, rows.size()));
    }

    private static int pages(int rows) {
        return Math.max(1, (rows + ROWS_A_PAGE - 1) / ROWS_A_PAGE);
    }

    private static int within(int page, int rows) {
        return Math.min(Math.max(1, page), pages(rows));
    }
}
