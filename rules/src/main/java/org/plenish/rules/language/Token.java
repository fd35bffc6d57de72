package org.plenish.rules.language;

/**
 * A piece of a rule file.
 *
 * @param text of a quoted text what stands between the quotes
 * @param line from 1
 * @param column from 1
 */
record Token(Type type, String text, int line, int column) {

    enum Type {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        /** Something that no rule can hold; {@code text} says what. */
        BAD,
        END
    }

    boolean is(String expected) {
        return type != Type.TEXT && type != Type.BAD && text.equals(expected);
    }

    /** For messages. */
    String shown() {
        return switch (type) {
            case TEXT -> "\"" + text + "\"";
            case END -> "the end of the file";
            default -> text;
        };
    }
}
