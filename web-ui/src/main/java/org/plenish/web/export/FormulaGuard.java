package org.plenish.web.export;

import java.util.regex.Pattern;

/**
 * Keeps text from being taken for a formula by a program that opens a CSV file. A cell is dangerous if its first
 * character, white space and apostrophes aside, is one of {@code = + - @}, also in their full-width forms, or if a tab,
 * carriage return or line feed comes first. A dangerous text gets one apostrophe in front, which spreadsheets read as
 * "this is text". {@link #undo} takes exactly that apostrophe away again, so nothing is lost:
 * {@code =1+1} becomes {@code '=1+1}, and {@code '=1+1} becomes {@code ''=1+1}.
 *
 * <p>A separator or a quote inside of a text cannot begin a cell of its own, as the writer quotes such texts. Numbers
 * are not texts: {@code -5} stays.
 *
 * <p>Source: OWASP, CSV Injection; ASVS 5.0, 1.2.10.
 */
public final class FormulaGuard {

    private static final Pattern DANGEROUS =
            Pattern.compile("'*+(?:[\\t\\r\\n]|[\\h\\v]*[=+\\-@＝＋－＠]).*", Pattern.DOTALL);

    private FormulaGuard() {}

    public static boolean isDangerous(String text) {
        return DANGEROUS.matcher(text).matches();
    }

    public static String guard(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    /** @return the text that {@link #guard} was given */
    public static String undo(String cell) {
        return cell.startsWith("'") && isDangerous(cell) ? cell.substring(1) : cell;
    }
}
