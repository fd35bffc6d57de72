package org.plenish.rules.language;

import java.util.ArrayList;
import java.util.List;
import org.plenish.rules.language.Token.Type;

/** Cuts a rule file into tokens; comments and blanks are left out. */
final class Lexer {

    private static final List<String> SIGNS =
            List.of("&&", "||", "==", "!=", "<=", ">=", "->", "::", "++", "--", "+=", "-=", "?.", "!.");

    /** Far beyond any sentence, and short enough to be shown. */
    private static final int LONGEST_TEXT = 2_000;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String text) {
        this.text = text;
    }

    /** Ends with one token of type END. */
    static List<Token> tokens(String text) {
        return new Lexer(text).read();
    }

    private List<Token> read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                at++;
                line++;
                lineStart = at;
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\uFEFF') {
                at++;
            } else if (text.startsWith("//", at)) {
                at = endOfLine();
            } else if (text.startsWith("/*", at)) {
                comment();
            } else if (c == '"' || c == '\'') {
                quoted(c);
            } else if (isDigit(c)) {
                number();
            } else if (isNameStart(c)) {
                name();
            } else {
                sign(c);
            }
        }
        add(Type.END, "", at);
        return tokens;
    }

    private void comment() {
        int start = at;
        int startLine = line;
        int startColumn = column(at);
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            tokens.add(new Token(Type.BAD, "a comment that does not end", startLine, startColumn));
            at = text.length();
            return;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        at = end + 2;
    }

    private void quoted(char quote) {
        int start = at;
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
            if (text.charAt(end) == '\\') {
                add(Type.BAD, "a backslash in a text", end);
                at = endOfLine();
                return;
            }
            if (Character.isISOControl(text.charAt(end)) && text.charAt(end) != '\t') {
                add(Type.BAD, "an invisible control character in a text", end);
                at = endOfLine();
                return;
            }
            end++;
        }
        if (end >= text.length() || text.charAt(end) == '\n') {
            add(Type.BAD, "a text without its closing quote", start);
            at = end;
            return;
        }
        if (end - start > LONGEST_TEXT) {
            add(Type.BAD, "a text of more than " + LONGEST_TEXT + " letters", start);
        } else {
            add(Type.TEXT, text.substring(start + 1, end), start);
        }
        at = end + 1;
    }

    private void number() {
        int start = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || isDecimalPoint() || isNamePart(text.charAt(at)))) {
            at++;
        }
        String written = text.substring(start, at);
        boolean plain = written.matches("\\d{1,15}(\\.\\d{1,15})?");
        add(plain ? Type.NUMBER : Type.BAD, plain ? written : shortened(written), start);
    }

    private boolean isDecimalPoint() {
        return text.charAt(at) == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    private void name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        add(Type.NAME, text.substring(start, at), start);
    }

    private void sign(char c) {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                add(Type.SIGN, sign, at);
                at += sign.length();
                return;
            }
        }
        boolean known = "(){}[],;:.<>!=@+-*/%?|&#^~`$".indexOf(c) >= 0;
        if (known) {
            add(Type.SIGN, String.valueOf(c), at);
        } else {
            add(Type.BAD, c == '\\' ? "a backslash" : String.format("the character U+%04X", (int) c), at);
        }
        at++;
    }

    private void add(Type type, String tokenText, int start) {
        tokens.add(new Token(type, tokenText, line, column(start)));
    }

    private int column(int position) {
        return position - lineStart + 1;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static String shortened(String written) {
        return written.length() > 40 ? written.substring(0, 40) + "..." : written;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c);
    }
}
