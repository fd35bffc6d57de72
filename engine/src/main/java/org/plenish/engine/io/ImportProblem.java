package org.plenish.engine.io;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, doubtful or worth knowing in the input. All text is made safe to print and to log: control
 * characters are escaped, long values are cut.
 *
 * @param file the file's name inside the folder
 * @param line line of the file, from 1, on which the row starts; 0: the file as a whole
 * @param column the column's name, or in a file without rows the name or path of the value, as in
 *     {@code skus[3].volume}; null: the row or the file as a whole
 * @param value the cell as given, empty for an empty cell; null: no cell is meant
 * @param requirement what has to hold, for example {@code must be 1 or more}
 * @param suggestion what may be the matter and what to do, read after the word "Maybe"; null if nobody knows
 */
public record ImportProblem(
        Severity severity,
        String file,
        long line,
        @Nullable String column,
        @Nullable String value,
        String requirement,
        @Nullable String suggestion) {

    /** An error stops the import; a warning is kept with the run; a notice tells what was left aside. */
    public enum Severity {
        ERROR,
        WARNING,
        NOTICE
    }

    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_TEXT = 400;

    public ImportProblem {
        file = printable(file, LONGEST_VALUE);
        column = column == null ? null : printable(column, LONGEST_VALUE);
        value = value == null ? null : printable(value, LONGEST_VALUE);
        requirement = printable(requirement, LONGEST_TEXT);
        suggestion = suggestion == null ? null : printable(suggestion, LONGEST_TEXT);
    }

    /** {@code items.csv line 14, column moq: -3 must be 1 or more.} and, on a second line, {@code Maybe ...} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(" line ").append(line);
        }
        if (column != null) {
            text.append(line > 0 ? ", column " : " ").append(column);
        }
        text.append(": ");
        if (value != null) {
            text.append(value.isEmpty() ? "(empty)" : value).append(' ');
        }
        text.append(requirement).append('.');
        if (suggestion != null) {
            text.append("\nMaybe ").append(suggestion).append('.');
        }
        return text.toString();
    }

    private static String printable(String text, int longest) {
        StringBuilder safe = new StringBuilder();
        int kept = 0;
        for (int i = 0; i < text.length() && kept < longest; kept++) {
            int character = text.codePointAt(i);
            safe.append(printable(character));
            i += Character.charCount(character);
        }
        if (text.codePointCount(0, text.length()) > longest) {
            safe.append(String.format(Locale.ROOT, "… (%,d characters)", text.length()));
        }
        return safe.toString();
    }

    private static String printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT, // among them the marks that turn the direction of writing
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> String.format(Locale.ROOT, "\\u%04X", character);
            default -> Character.toString(character);
        };
    }
}
