package org.plenish.rules.language;

import java.util.List;
import org.plenish.rules.language.Token.Type;

/** Where a parser stands in its tokens. */
final class Tokens {

    /** What was found does not belong there. Caught within the parser, which goes on with the next rule. */
    static final class Unexpected extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Token token;
        private final String suggestion;

        Unexpected(Token token, String message, String suggestion) {
            super(message);
            this.token = token;
            this.suggestion = suggestion;
        }

        Token token() {
            return token;
        }

        String suggestion() {
            return suggestion;
        }
    }

    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekNext() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.type() != Type.END) {
            at++;
        }
        return token;
    }

    boolean isNext(String text) {
        return peek().is(text);
    }

    boolean take(String text) {
        if (isNext(text)) {
            next();
            return true;
        }
        return false;
    }

    /** @throws Unexpected if another token stands there */
    Token expect(String text, String suggestion) {
        if (!isNext(text)) {
            throw unexpected(text + " is expected here, not " + shownNext() + ".", suggestion);
        }
        return next();
    }

    Token expect(Type type, String what, String suggestion) {
        if (peek().type() != type) {
            throw unexpected(what + " is expected here, not " + shownNext() + ".", suggestion);
        }
        return next();
    }

    Unexpected unexpected(String message, String suggestion) {
        Token token = peek();
        return token.type() == Type.BAD
                ? new Unexpected(token, token.text() + " is not allowed.", "Write plain words, numbers and texts.")
                : new Unexpected(token, message, suggestion);
    }

    String shownNext() {
        return peek().shown();
    }

    /** To the next {@code rule "..."} after at least one token, or to the end. */
    void skipToNextRule() {
        next();
        while (peek().type() != Type.END && !(isNext("rule") && peekNext().type() == Type.TEXT)) {
            next();
        }
    }
}
