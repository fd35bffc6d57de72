package org.plenish.rules.sandbox;

import java.util.Optional;

/** How large and how deep a source may be, told without parsing it: a parser is what too deep a source brings down. */
public final class SourceBounds {

    /**
     * Parentheses, brackets and braces open at one time, those of the pattern included. Drools' parser of expressions takes
     * twice as long for each: some tenths of a second at this many, a minute at sixteen, hours at twenty-four.
     */
    static final int MAX_NESTING = 8;

    private SourceBounds() {}

    /**
     * What is too much.
     *
     * @param line from 1; 0 if it concerns the whole source
     */
    public record Excess(int line, String what) {}

    /**
     * Finds the first excess in a source of rules. Parentheses in texts and comments do not count. A source whose quotes can
     * be read in two ways may pass; it then fails in the parser, which is caught.
     *
     * @param maxCharacters 1 or more
     */
    public static Optional<Excess> findExcess(String text, int maxCharacters) {
        Optional<Excess> size = findSizeExcess(text, maxCharacters);
        return size.isPresent() ? size : findNestingExcess(text);
    }

    /** Finds what is too much in any text, such as a decision table. */
    public static Optional<Excess> findSizeExcess(String text, int maxCharacters) {
        if (text.length() > maxCharacters) {
            return Optional.of(
                    new Excess(0, "has " + text.length() + " characters, but " + maxCharacters + " is the most."));
        }
        int nul = text.indexOf(0);
        return nul < 0
                ? Optional.empty()
                : Optional.of(new Excess(lineAt(text, nul), "a NUL character is not allowed."));
    }

    private static Optional<Excess> findNestingExcess(String text) {
        int depth = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                i = endOfText(text, i);
            } else if (text.startsWith("//", i)) {
                i = before(text, "\n", i);
            } else if (text.startsWith("/*", i)) {
                i = before(text, "*/", i + 2);
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth = Math.max(0, depth - 1);
            }
            if (depth > MAX_NESTING) {
                return Optional.of(
                        new Excess(lineAt(text, i), "more than " + MAX_NESTING + " parentheses are open at one time."));
            }
            i++;
        }
        return Optional.empty();
    }

    /** Of the text that opens at {@code start}: its closing quote, or the end of its line. */
    private static int endOfText(String text, int start) {
        char quote = text.charAt(start);
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    private static int before(String text, String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at;
    }

    private static int lineAt(String text, int position) {
        return 1
                + (int) text.substring(0, Math.min(position, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
