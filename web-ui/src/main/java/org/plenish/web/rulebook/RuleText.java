package org.plenish.web.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.plenish.rules.RuleInfo;
import org.plenish.rules.table.Sheet;

/**
 * How a rule is written.
 *
 * @param text of a rule of a rule file; empty for a row
 * @param cells of a row of a table that say something; empty for a rule of a rule file
 */
public record RuleText(String text, List<Cell> cells) {

    private static final int MOST_LINES = 200;

    public RuleText {
        cells = List.copyOf(cells);
    }

    /** A column of the table and what stands there. */
    public record Cell(String column, String value) {}

    static RuleText of(RuleInfo rule, String file) {
        return rule.file().endsWith(".csv") ? row(rule, file) : new RuleText(lines(rule, file), List.of());
    }

    private static RuleText row(RuleInfo rule, String file) {
        List<Sheet.Row> rows = Sheet.ofCsv(rule.file(), file, new ArrayList<>()).rows();
        List<Cell> cells = new ArrayList<>();
        rows.stream().filter(row -> row.line() == rule.line()).findFirst().ifPresent(row -> {
            List<String> head = rows.get(1).cells();
            for (int i = 0; i < Math.min(head.size(), row.cells().size()); i++) {
                if (!row.cells().get(i).isEmpty()) {
                    cells.add(new Cell(head.get(i), row.cells().get(i)));
                }
            }
        });
        return new RuleText("", cells);
    }

    private static String lines(RuleInfo rule, String file) {
        String[] lines = file.split("\n", -1);
        StringBuilder text = new StringBuilder();
        int end = Math.min(lines.length, rule.line() - 1 + MOST_LINES);
        for (int i = rule.line() - 1; i < end; i++) {
            text.append(lines[i]).append('\n');
            if (lines[i].strip().equals("end")) {
                break;
            }
        }
        return text.toString();
    }
}
