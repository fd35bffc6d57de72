package org.plenish.engine.io.generate;

import java.util.ArrayList;
import java.util.List;

/** A dataset's README: paragraphs, then a table of what is real and what is made up. Markdown. */
final class DatasetReadme {

    private final StringBuilder text = new StringBuilder();
    private final List<String> rows = new ArrayList<>();

    DatasetReadme(String title) {
        text.append("# ").append(title).append("\n");
    }

    void paragraph(String paragraph) {
        text.append('\n').append(paragraph).append('\n');
    }

    void real(String file, String columns, String rule) {
        row(file, columns, "real", rule);
    }

    void madeUp(String file, String columns, String rule) {
        row(file, columns, "made up", rule);
    }

    private void row(String file, String columns, String origin, String rule) {
        rows.add("| " + file + " | " + columns + " | " + origin + " | " + rule + " |");
    }

    @Override
    public String toString() {
        return text + "\n| file | columns | origin | rule |\n|---|---|---|---|\n" + String.join("\n", rows) + "\n";
    }
}
