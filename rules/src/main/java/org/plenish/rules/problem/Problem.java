package org.plenish.rules.problem;

/**
 * One thing that is wrong with a rule book.
 *
 * @param severity whether the book can be used all the same
 * @param file relative to the book's folder
 * @param line from 1; 0 if it concerns the whole file
 * @param column from 1, of a table the cell's; 0 if it concerns the whole line
 * @param text what is wrong, one sentence
 * @param suggestion what to try, one sentence
 */
public record Problem(Severity severity, String file, int line, int column, String text, String suggestion) {

    /** What follows from a problem. */
    public enum Severity {
        /** The book cannot be used. */
        ERROR,
        /** The book works; a person should look at it. */
        WARNING
    }

    /** An error. */
    public Problem(String file, int line, int column, String text, String suggestion) {
        this(Severity.ERROR, file, line, column, text, suggestion);
    }

    public static Problem warning(String file, int line, String text, String suggestion) {
        return new Problem(Severity.WARNING, file, line, 0, text, suggestion);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Such as {@code review.csv line 4, column 3: ...} and the suggestion on a line of its own. */
    @Override
    public String toString() {
        return file + (line > 0 ? " line " + line : "") + (column > 0 ? ", column " + column : "") + ": " + text + "\n"
                + suggestion;
    }
}
