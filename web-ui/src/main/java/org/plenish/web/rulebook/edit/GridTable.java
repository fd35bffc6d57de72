package org.plenish.web.rulebook.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.table.Sheet;

/**
 * A decision table as rows of texts, every row as long as the header. What its cells mean is not its matter: a table with
 * mistakes is a table all the same.
 *
 * @param match {@code single} or {@code first}
 * @param header texts of the columns
 * @param rows below it
 */
record GridTable(String match, List<String> header, List<List<String>> rows) {

    static final String RULE = "rule";
    static final String EXPLAIN = "explain";
    static final String THEN = "then ";
    private static final Set<String> MATCHES = Set.of("single", "first");
    private static final Pattern ID = Pattern.compile("([A-Za-z]+-)(\\d{1,6})\\b.*", Pattern.DOTALL);
    private static final int STEP = 10;

    GridTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Empty if the text is no table that can be shown as a grid: then it is edited as text. */
    static Optional<GridTable> read(String name, String text) {
        List<Problem> problems = new ArrayList<>();
        return of(Sheet.ofCsv(name, text, problems)).filter(table -> problems.isEmpty());
    }

    static Optional<GridTable> of(Sheet sheet) {
        if (sheet.rows().size() < 2) {
            return Optional.empty();
        }
        List<String> first = sheet.rows().get(0).cells().stream()
                .filter(cell -> !cell.isEmpty())
                .toList();
        List<String> header = sheet.rows().get(1).cells();
        List<List<String>> rows =
                sheet.rows().stream().skip(2).map(Sheet.Row::cells).toList();
        boolean regular = first.size() == 2
                && first.get(0).equals("match")
                && MATCHES.contains(first.get(1))
                && header.contains(RULE)
                && rows.stream().allMatch(row -> row.size() == header.size());
        return regular ? Optional.of(new GridTable(first.get(1), header, rows)) : Optional.empty();
    }

    Sheet sheet(String name) {
        List<Sheet.Row> all = new ArrayList<>();
        all.add(new Sheet.Row(1, List.of("match", match)));
        all.add(new Sheet.Row(2, header));
        rows.forEach(row -> all.add(new Sheet.Row(all.size() + 1, row)));
        return new Sheet(name, all);
    }

    String toCsv() {
        return sheet("").toCsv();
    }

    /** Findings of this table's file, each with the row that it is of. */
    List<Finding> placed(List<Finding> findings) {
        List<Integer> lines = lines();
        return findings.stream()
                .map(finding -> finding.atRow(rowAt(lines, finding.line())))
                .toList();
    }

    /** Values that none of those has that a column's word can be. */
    List<StrangeValue> strangers(Map<String, List<String>> seen) {
        List<GridColumn> columns = GridColumn.of(header);
        List<Integer> lines = lines();
        List<StrangeValue> strangers = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                List<String> known = seen.getOrDefault(header.get(column), List.of());
                for (String value : columns.get(column).strangers(rows.get(row).get(column), known)) {
                    strangers.add(
                            new StrangeValue(header.get(column), value, known, row, lines.get(row + 2), column + 1));
                }
            }
        }
        return strangers;
    }

    /** The row that begins in a line of the file; -1: none does. */
    int rowAt(int line) {
        return rowAt(lines(), line);
    }

    private static int rowAt(List<Integer> lines, int line) {
        return Math.max(-1, lines.indexOf(line) - 2);
    }

    /** Where each row of the file begins: a text may fill several lines. */
    private List<Integer> lines() {
        return Sheet.ofCsv("", toCsv(), new ArrayList<>()).rows().stream()
                .map(Sheet.Row::line)
                .toList();
    }

    GridTable withMatch(String other) {
        return new GridTable(MATCHES.contains(other) ? other : match, header, rows);
    }

    GridTable withRow(int row, List<String> cells) {
        List<List<String>> changed = new ArrayList<>(rows);
        changed.set(row, cells);
        return new GridTable(match, header, changed);
    }

    /** A row that asks and answers nothing yet, at the end. */
    GridTable added() {
        List<String> blank = new ArrayList<>(Collections.nCopies(header.size(), ""));
        blank.set(header.indexOf(RULE), freeId(rows.size() - 1) + " new rule");
        return inserted(rows.size(), blank);
    }

    /** The row once more below itself, with an id of its own. */
    GridTable copied(int row) {
        List<String> copy = new ArrayList<>(rows.get(row));
        int rule = header.indexOf(RULE);
        Matcher id = ID.matcher(copy.get(rule));
        String sentence = id.matches() ? copy.get(rule).substring(id.end(2)) : " " + copy.get(rule);
        copy.set(rule, freeId(row) + sentence);
        return inserted(row + 1, copy);
    }

    GridTable removed(int row) {
        List<List<String>> left = new ArrayList<>(rows);
        left.remove(row);
        return new GridTable(match, header, left);
    }

    /** @param by how many rows down; as far as there are rows */
    GridTable moved(int row, int by) {
        int to = Math.max(0, Math.min(rows.size() - 1, row + by));
        List<List<String>> moved = new ArrayList<>(rows);
        moved.add(to, moved.remove(row));
        return new GridTable(match, header, moved);
    }

    /** A condition stands before the answers, an answer before the explanation. */
    GridTable withColumn(String column) {
        int at = column.startsWith(THEN) ? header.indexOf(EXPLAIN) : firstAnswer();
        int place = at < 0 ? header.size() : at;
        return new GridTable(
                match,
                with(header, place, column),
                rows.stream().map(row -> with(row, place, "")).toList());
    }

    GridTable withoutColumn(int column) {
        return new GridTable(
                match,
                without(header, column),
                rows.stream().map(row -> without(row, column)).toList());
    }

    private int firstAnswer() {
        return (int) header.stream()
                .takeWhile(column -> !column.startsWith(THEN) && !column.equals(EXPLAIN))
                .count();
    }

    private GridTable inserted(int at, List<String> row) {
        List<List<String>> more = new ArrayList<>(rows);
        more.add(at, row);
        return new GridTable(match, header, more);
    }

    /** The next after that of the row that no other has: in the tens where there is room. */
    private String freeId(int row) {
        int rule = header.indexOf(RULE);
        Set<String> taken = rows.stream()
                .map(cells -> ID.matcher(cells.get(rule)))
                .filter(Matcher::matches)
                .map(id -> id.group(1) + Integer.parseInt(id.group(2)))
                .collect(Collectors.toSet());
        Matcher last = ID.matcher(row < 0 ? "" : rows.get(row).get(rule));
        String letters = last.matches() ? last.group(1) : "NEW-";
        int number = last.matches() ? Integer.parseInt(last.group(2)) : 0;
        int digits = last.matches() ? last.group(2).length() : 3;
        int next = row == rows.size() - 1 ? (number / STEP + 1) * STEP : number + 1;
        while (taken.contains(letters + next)) {
            next++;
        }
        return letters + String.format("%0" + digits + "d", next);
    }

    private static List<String> with(List<String> cells, int at, String cell) {
        List<String> more = new ArrayList<>(cells);
        more.add(at, cell);
        return more;
    }

    private static List<String> without(List<String> cells, int at) {
        List<String> fewer = new ArrayList<>(cells);
        fewer.remove(at);
        return fewer;
    }
}
