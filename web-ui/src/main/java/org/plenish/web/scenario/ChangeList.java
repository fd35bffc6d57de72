package org.plenish.web.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds to the list of changes of a scenario's text and leaves all else of it as a person wrote it. */
final class ChangeList {

    private static final Pattern BEGINS = Pattern.compile("changes:\\s*(#.*)?");
    private static final Pattern EMPTY = Pattern.compile("changes:\\s*(\\[\\s*])?\\s*(#.*)?");
    private static final Pattern NAMED = Pattern.compile("[\"']?changes[\"']?\\s*:.*");
    private static final Pattern DASH = Pattern.compile("( *)- .*");
    private static final String USUAL_INDENT = "  ";

    private ChangeList() {}

    /**
     * A text with one change more.
     *
     * @param firstLine of the new change, from 1
     * @param lastLine of it
     */
    record Added(String content, int firstLine, int lastLine) {}

    /**
     * Adds a change at the end of the list.
     *
     * @param change lines, the first of them without its dash
     * @return empty if the list is written in a way that only a person can add to
     */
    static Optional<Added> add(String content, List<String> change) {
        List<String> lines = new ArrayList<>(List.of(content.stripTrailing().split("\n", -1)));
        int start = indexOf(lines, NAMED);
        if (start < 0) {
            lines.add("changes:");
            return Optional.of(insert(lines, lines.size(), USUAL_INDENT, change));
        }
        if (!EMPTY.matcher(lines.get(start)).matches()) {
            return Optional.empty();
        }
        int end = start + 1;
        for (int i = start + 1; i < lines.size() && belongs(lines.get(i)); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                end = i + 1;
            }
        }
        if (!BEGINS.matcher(lines.get(start)).matches()) {
            lines.set(start, "changes:");
        }
        String indent = lines.subList(start + 1, end).stream()
                .map(DASH::matcher)
                .filter(Matcher::matches)
                .map(dash -> dash.group(1))
                .findFirst()
                .orElse(USUAL_INDENT);
        return Optional.of(insert(lines, end, indent, change));
    }

    private static int indexOf(List<String> lines, Pattern pattern) {
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean belongs(String line) {
        return line.isBlank()
                || line.startsWith(" ")
                || (line.startsWith("-") && !line.startsWith("---"))
                || line.startsWith("#");
    }

    private static Added insert(List<String> lines, int at, String indent, List<String> change) {
        for (int i = 0; i < change.size(); i++) {
            lines.add(at + i, indent + (i == 0 ? "- " : "  ") + change.get(i));
        }
        return new Added(String.join("\n", lines) + "\n", at + 1, at + change.size());
    }
}
