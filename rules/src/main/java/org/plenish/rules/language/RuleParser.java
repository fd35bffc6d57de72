package org.plenish.rules.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.condition.Condition;
import org.plenish.rules.condition.Operator;
import org.plenish.rules.condition.PureFunction;
import org.plenish.rules.condition.Term;
import org.plenish.rules.language.Token.Type;
import org.plenish.rules.language.Tokens.Unexpected;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

/** Reads a rule file. Of a rule with a problem nothing is kept, and reading goes on with the next one. */
public final class RuleParser {

    /** How a rule or table row is named: an id and a sentence. */
    public static final Pattern NAME = Pattern.compile("([A-Z]{2,5}-\\d{3}) \\S.*");

    /** The fact that all others are answers about. */
    public static final String PROFILE = "SkuLocationProfile";

    /** Drools' own parser takes twice as long for each. */
    private static final int DEEPEST = 5;

    private static final Map<String, Question> ANSWER_FACTS = answerFacts();
    private static final Map<String, Class<?>> CONSTANTS = constants();

    private final String file;
    private final Vocabulary vocabulary;
    private final List<Problem> problems;
    private final Tokens tokens;

    private final Set<Question> facts = new LinkedHashSet<>();
    private final Map<String, Word> bound = new HashMap<>();
    private int depth;

    private RuleParser(String file, String text, Vocabulary vocabulary, List<Problem> problems) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.tokens = new Tokens(Lexer.tokens(text));
    }

    /**
     * @param file as it is to be named in messages
     * @param problems to be added to
     * @return the rules without a problem
     */
    public static List<ParsedRule> parse(String file, String text, Vocabulary vocabulary, List<Problem> problems) {
        return new RuleParser(file, text, vocabulary, problems).file();
    }

    private List<ParsedRule> file() {
        List<ParsedRule> rules = new ArrayList<>();
        while (tokens.peek().type() != Type.END) {
            int before = problems.size();
            try {
                if (tokens.isNext("import")) {
                    importOfKnownType();
                } else {
                    ParsedRule rule = rule();
                    if (problems.size() == before) {
                        rules.add(rule);
                    }
                }
            } catch (Unexpected e) {
                problem(e.token(), String.valueOf(e.getMessage()), e.suggestion());
                tokens.skipToNextRule();
            }
        }
        return rules;
    }

    /** They are known without; a file from a rule editor may name them all the same. */
    private void importOfKnownType() {
        Token start = tokens.next();
        StringBuilder name = new StringBuilder();
        while (tokens.peek().line() == start.line()
                && !tokens.isNext(";")
                && tokens.peek().type() != Type.END) {
            name.append(tokens.next().shown());
        }
        tokens.take(";");
        boolean known = name.toString().equals("org.plenish.engine.policy." + PROFILE)
                || CONSTANTS.values().stream().anyMatch(type -> type.getName().contentEquals(name));
        if (!known) {
            problem(start, "import is not allowed.", "A file holds rules only; all facts are known to it.");
        }
    }

    private ParsedRule rule() {
        Token start = tokens.peek();
        if (!start.is("rule")) {
            throw tokens.unexpected(
                    keyword() + " is not allowed.", "A file holds rules only; all facts are known to it.");
        }
        tokens.next();
        facts.clear();
        bound.clear();
        depth = 0;
        Token name = tokens.expect(Type.TEXT, "the rule's name in quotes", "Such as rule \"ABC-010 much is sold\".");
        Matcher id = NAME.matcher(name.text());
        if (!id.matches()) {
            problem(
                    name,
                    "rule \"" + name.text() + "\" must be named by an id and a sentence.",
                    "Such as \"ABC-010 the first 80 % of annual value is class A\".");
        }
        String explanation = annotations(name);
        if (!tokens.isNext("when")) {
            throw tokens.unexpected(
                    keyword() + " is not allowed.",
                    "Rules have no order and no attributes: make their conditions exclude each other.");
        }
        tokens.next();
        List<Condition> parts = new ArrayList<>();
        while (!tokens.isNext("then")) {
            parts.add(element(false));
            tokens.take(";");
        }
        tokens.next();
        List<ParsedRule.Conclusion> conclusions = conclusions();
        return new ParsedRule(
                id.matches() ? id.group(1) : "",
                name.text(),
                start.line(),
                explanation,
                new Condition.All(parts),
                List.copyOf(facts),
                conclusions);
    }

    /** A word as its writer sees it: {@code no-loop} is one. */
    private String keyword() {
        Token first = tokens.peek();
        if (first.type() != Type.NAME) {
            return first.shown();
        }
        Token next = tokens.peekNext();
        boolean joined =
                next.is("-") && next.column() == first.column() + first.text().length();
        return joined ? first.text() + "-..." : first.text();
    }

    private String annotations(Token name) {
        String explanation = "";
        while (tokens.isNext("@")) {
            tokens.next();
            Token word = tokens.expect(Type.NAME, "explain", "Only @explain is allowed.");
            if (!word.is("explain")) {
                throw new Unexpected(word, "@" + word.text() + " is not allowed.", "Only @explain is.");
            }
            tokens.expect("(", "Such as @explain(\"Class A.\").");
            explanation = tokens.expect(Type.TEXT, "a sentence in quotes", "Such as @explain(\"Class A.\").")
                    .text();
            tokens.expect(")", "An explanation is one text in quotes.");
        }
        if (explanation.isBlank()) {
            problem(name, "@explain is missing.", "Say in a sentence why, with {words} for what it saw.");
        }
        return explanation;
    }

    /** Everything between {@code when} and {@code then}. */
    private Condition element(boolean negated) {
        Condition first = joined("and", () -> single(negated));
        List<Condition> parts = new ArrayList<>(List.of(first));
        while (tokens.take("or")) {
            parts.add(joined("and", () -> single(negated)));
        }
        return parts.size() == 1 ? first : new Condition.Any(parts);
    }

    private Condition single(boolean negated) {
        if (tokens.take("not")) {
            return deeper(() -> single(true)).negated();
        }
        if (tokens.take("exists")) {
            return deeper(() -> single(negated));
        }
        if (tokens.isNext("(")) {
            return inParentheses(() -> element(negated));
        }
        return pattern(negated);
    }

    private Condition pattern(boolean negated) {
        Token type = tokens.peek();
        boolean isFact =
                type.type() == Type.NAME && (type.text().equals(PROFILE) || ANSWER_FACTS.containsKey(type.text()));
        if (!isFact) {
            if (type.type() == Type.NAME && type.text().startsWith("$")) {
                throw tokens.unexpected(
                        "a name for a whole fact is not allowed.",
                        "Name a value instead: " + PROFILE + "( $level : override.serviceLevel ).");
            }
            boolean looksLikeFact = type.type() == Type.NAME
                    && Character.isUpperCase(type.text().charAt(0))
                    && tokens.peekNext().is("(");
            throw tokens.unexpected(
                    looksLikeFact ? type.text() + " is not a fact." : keyword() + " is not allowed in a condition.",
                    "Facts are " + PROFILE + ", " + String.join(", ", ANSWER_FACTS.keySet())
                            + "; they are joined by and, or, not.");
        }
        tokens.next();
        @Nullable Question question = ANSWER_FACTS.get(type.text());
        if (question != null) {
            question.onlyIf().ifPresent(only -> {
                throw new Unexpected(
                        type,
                        question.word() + " is answered only sometimes, so a rule must not wait for it.",
                        "Ask for what it depends on: " + only.question().factType() + "( ... ).");
            });
            if (negated) {
                throw new Unexpected(
                        type,
                        "not " + type.text() + "(...) would depend on the order of rules.",
                        "Ask for the answers it may have instead: " + type.text() + "( this != ... ).");
            }
            facts.add(question);
        }
        tokens.expect("(", "Such as " + type.text() + "( ... ).");
        List<Condition> tests = new ArrayList<>();
        while (!tokens.isNext(")")) {
            tests.add(test(question));
            if (!tokens.isNext(")")) {
                tokens.expect(",", "Tests in a fact are separated by commas.");
            }
        }
        tokens.next();
        Token after = tokens.peek();
        if (after.is("from") || after.is("over") || after.is("@")) {
            throw tokens.unexpected(after.text() + " is not allowed.", "Use the profile's own attributes.");
        }
        return new Condition.All(tests);
    }

    private Condition test(@Nullable Question question) {
        Token name = tokens.peek();
        if (name.type() != Type.NAME || !name.text().startsWith("$")) {
            return either(question);
        }
        tokens.next();
        tokens.expect(":", "A name is given as in $level : override.serviceLevel.");
        Token start = tokens.peek();
        Term term = term(question);
        if (!(term instanceof Term.Named named)) {
            throw new Unexpected(
                    start, "only a word of the vocabulary can be named.", "The rule book's README lists the words.");
        }
        if (bound.putIfAbsent(name.text(), named.word()) != null) {
            throw new Unexpected(name, name.text() + " is named twice.", "Give each value a name of its own.");
        }
        return tokens.isNext(",") || tokens.isNext(")")
                ? new Condition.All(List.of())
                : comparison(start, term, question);
    }

    private Condition either(@Nullable Question question) {
        List<Condition> parts = new ArrayList<>(List.of(joined("&&", () -> simple(question))));
        while (tokens.take("||")) {
            parts.add(joined("&&", () -> simple(question)));
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
    }

    private Condition simple(@Nullable Question question) {
        if (tokens.take("!")) {
            return deeper(() -> simple(question)).negated();
        }
        if (tokens.isNext("(")) {
            return inParentheses(() -> either(question));
        }
        Token start = tokens.peek();
        return comparison(start, term(question), question);
    }

    private Condition comparison(Token start, Term left, @Nullable Question question) {
        boolean not = tokens.isNext("not");
        if (not || tokens.isNext("in")) {
            if (not) {
                tokens.next();
            }
            tokens.expect("in", "Such as not in ( ... ).");
            return checked(start, () -> Comparisons.oneOf(left, values(), not));
        }
        Optional<Operator> operator = Arrays.stream(Operator.values())
                .filter(candidate -> tokens.isNext(candidate.sign()))
                .findFirst();
        if (operator.isPresent()) {
            tokens.next();
            Token second = tokens.peek();
            Term right = term(question);
            return checked(
                    right instanceof Term.Literal ? second : start,
                    () -> Comparisons.compare(left, operator.get(), right));
        }
        if (tokens.isNext(",") || tokens.isNext(")") || tokens.isNext("&&") || tokens.isNext("||")) {
            return checked(start, () -> Comparisons.yes(left));
        }
        throw tokens.unexpected(
                tokens.shownNext() + " is not allowed in a test.",
                "Compare by ==, !=, <, <=, >, >=, in ( ), not in ( ).");
    }

    private List<Object> values() {
        tokens.expect("(", "Such as in ( 1, 2, 3 ).");
        List<Object> values = new ArrayList<>();
        do {
            Token start = tokens.peek();
            Term term = term(null);
            if (!(term instanceof Term.Literal literal)) {
                throw new Unexpected(start, "only fixed values can stand in a list.", "Such as in ( 1, 2, 3 ).");
            }
            values.add(literal.value());
        } while (tokens.take(","));
        tokens.expect(")", "A list ends with a parenthesis.");
        return values;
    }

    private Term term(@Nullable Question question) {
        Token token = tokens.peek();
        if (tokens.take("-")) {
            Token number = tokens.expect(Type.NUMBER, "a number", "A minus sign stands before a number only.");
            return new Term.Literal(-Double.parseDouble(number.text()));
        }
        if (token.type() == Type.NUMBER) {
            return new Term.Literal(Double.parseDouble(tokens.next().text()));
        }
        if (token.type() == Type.TEXT) {
            return new Term.Literal(tokens.next().text());
        }
        if (token.type() != Type.NAME) {
            throw tokens.unexpected(
                    tokens.shownNext() + " is not allowed in a test.", "Compare attributes with values.");
        }
        switch (token.text()) {
            case "true", "false":
                tokens.next();
                return new Term.Literal(Boolean.valueOf(token.text()));
            case "null":
                tokens.next();
                return new Term.Literal(Comparisons.NULL);
            default:
                return named(question);
        }
    }

    private Term named(@Nullable Question question) {
        Token start = tokens.next();
        if (tokens.isNext("(")) {
            return call(start, question);
        }
        StringBuilder path = new StringBuilder(start.text());
        while (tokens.isNext(".")) {
            tokens.next();
            path.append('.')
                    .append(tokens.expect(Type.NAME, "a name", "Such as demand.annualUnits.")
                            .text());
        }
        if (tokens.isNext("(")) {
            throw new Unexpected(
                    start,
                    path + "(...) is not allowed.",
                    "Only these functions may be called: " + PureFunction.all() + ".");
        }
        String written = path.toString();
        int dot = written.indexOf('.');
        if (dot > 0 && CONSTANTS.containsKey(written.substring(0, dot))) {
            return constant(start, written.substring(0, dot), written.substring(dot + 1));
        }
        return question == null ? fact(start, written) : answer(start, written, question);
    }

    private Term call(Token name, @Nullable Question question) {
        PureFunction function = PureFunction.find(name.text())
                .orElseThrow(() -> new Unexpected(
                        name,
                        name.text() + "(...) is not allowed.",
                        "Only these functions may be called: " + PureFunction.all() + "."));
        List<Term> arguments = inParentheses(() -> {
            List<Term> read = new ArrayList<>(List.of(term(question)));
            while (tokens.take(",")) {
                read.add(term(question));
            }
            return read;
        });
        if (arguments.size() != function.arity()) {
            throw new Unexpected(
                    name,
                    name.text() + " takes " + function.arity() + " values, not " + arguments.size() + ".",
                    "Such as " + (function.arity() == 1 ? "abs( demand.trackingSignal )" : "min( 1, 2 )") + ".");
        }
        for (Term argument : arguments) {
            boolean fits = Comparisons.kind(argument)
                    .filter(kind ->
                            function.isNumeric() ? kind.isNumeric() : kind == org.plenish.rules.vocabulary.Kind.TEXT)
                    .isPresent();
            if (!fits) {
                throw new Unexpected(
                        name,
                        name.text() + " takes " + (function.isNumeric() ? "numbers" : "texts") + ", and "
                                + argument.key() + " is none.",
                        "The rule book's README lists the functions.");
            }
        }
        return new Term.Call(function, arguments);
    }

    private static Term constant(Token start, String type, String constant) {
        Class<?> constants = java.util.Objects.requireNonNull(CONSTANTS.get(type));
        return Arrays.stream(constants.getEnumConstants())
                .filter(value -> value.toString().equals(constant))
                .findFirst()
                .map(Term.Literal::new)
                .orElseThrow(() -> new Unexpected(
                        start,
                        type + "." + constant + " is not known.",
                        type + " is one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(constants.getEnumConstants())
                                                .map(Object::toString)
                                                .toList())
                                + "."));
    }

    private Term fact(Token start, String path) {
        Optional<Word> word = vocabulary.find(Topic.POLICY, path);
        if (word.isPresent() && word.get().question() == null) {
            return new Term.Named(word.get());
        }
        if (word.isPresent()) {
            Question asked = java.util.Objects.requireNonNull(word.get().question());
            throw new Unexpected(
                    start,
                    path + " is an answer, not an attribute.",
                    "Ask for it by a fact of its own: " + asked.factType() + "( ... ).");
        }
        List<String> similar = vocabulary.similar(Topic.POLICY, path);
        throw new Unexpected(
                start,
                path + " is not known.",
                similar.isEmpty()
                        ? "The rule book's README lists the words."
                        : "Maybe " + String.join(" or ", similar) + " is meant.");
    }

    private Term answer(Token start, String path, Question question) {
        String own = question.type().isEnum() ? "this" : "value";
        if (!path.equals(own)) {
            throw new Unexpected(
                    start,
                    path + " is not known in " + question.factType() + ".",
                    "Its answer is called " + own + ": " + question.factType() + "( " + own + " == ... ).");
        }
        return new Term.Named(vocabulary.answerTo(question));
    }

    private List<ParsedRule.Conclusion> conclusions() {
        List<ParsedRule.Conclusion> conclusions = new ArrayList<>();
        while (!tokens.isNext("end") || conclusions.isEmpty()) {
            ParsedRule.Conclusion conclusion = conclusion();
            if (conclusions.stream().anyMatch(other -> other.question() == conclusion.question())) {
                problems.add(new Problem(
                        file,
                        conclusion.line(),
                        conclusion.column(),
                        conclusion.question().word() + " is concluded twice.",
                        "A rule gives one answer to a question."));
            }
            conclusions.add(conclusion);
        }
        tokens.next();
        return conclusions;
    }

    private ParsedRule.Conclusion conclusion() {
        Token start = tokens.peek();
        if (!start.is("conclude")) {
            throw tokens.unexpected(
                    "after then there must be conclusions only, not: " + tokens.shownNext() + ".",
                    "Such as conclude.abcClass( AbcClass.A );");
        }
        tokens.next();
        tokens.expect(".", "Such as conclude.abcClass( AbcClass.A );");
        Token word = tokens.expect(Type.NAME, "a question", "Questions are " + Question.words(Topic.POLICY) + ".");
        Question question = Question.find(Topic.POLICY, word.text())
                .orElseThrow(() -> new Unexpected(
                        word,
                        "conclude." + word.text() + " is not known.",
                        "Questions are " + Question.words(Topic.POLICY) + "."));
        tokens.expect("(", "Such as conclude.abcClass( AbcClass.A );");
        Object value = value(question);
        tokens.expect(")", "A question has one answer: a value, or a $name of the condition.");
        tokens.expect(";", "A conclusion ends with a semicolon.");
        return new ParsedRule.Conclusion(question, value, start.line(), start.column());
    }

    private Object value(Question question) {
        Token token = tokens.peek();
        if (token.type() == Type.NAME && token.text().startsWith("$")) {
            tokens.next();
            Word word = bound.get(token.text());
            if (word == null) {
                throw new Unexpected(
                        token,
                        token.text() + " is not named in the condition.",
                        "Such as " + PROFILE + "( " + token.text() + " : override.serviceLevel ).");
            }
            if (!Comparisons.fits(word, question)) {
                throw new Unexpected(
                        token,
                        question.word() + ": " + word.path() + " must be " + question.allowed() + ".",
                        "It is " + word.allowed() + ".");
            }
            return word;
        }
        boolean negative = tokens.take("-");
        Token written = tokens.next();
        String text = (negative ? "-" : "") + written.text();
        if (negative && written.type() != Type.NUMBER) {
            throw new Unexpected(written, "a minus sign stands before a number only.", "Leave it out.");
        }
        if (question.type().isEnum()) {
            String prefix = question.factType();
            if (!written.is(prefix)) {
                throw new Unexpected(
                        written,
                        question.word() + ": " + written.shown() + " must be " + question.allowed() + ".",
                        "Such as " + prefix + "." + question.type().getEnumConstants()[0] + ".");
            }
            tokens.expect(".", "Such as " + prefix + "." + question.type().getEnumConstants()[0] + ".");
            text = tokens.expect(Type.NAME, "an answer", "Answers are " + question.allowed() + ".")
                    .text();
        } else if (written.type() != Type.NUMBER && !written.is("true") && !written.is("false")) {
            throw new Unexpected(
                    written,
                    question.word() + ": " + written.shown() + " must be " + question.allowed() + ".",
                    "After then there are fixed values and $names only.");
        }
        try {
            return question.parse(text);
        } catch (IllegalArgumentException e) {
            problem(written, String.valueOf(e.getMessage()), "Allowed: " + question.allowed() + ".");
            return text;
        }
    }

    private Condition joined(String sign, Supplier<Condition> part) {
        List<Condition> parts = new ArrayList<>(List.of(part.get()));
        while (tokens.take(sign)) {
            parts.add(part.get());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }

    private <T> T inParentheses(Supplier<T> inner) {
        return deeper(() -> {
            tokens.next();
            T result = inner.get();
            tokens.expect(")", "Every parenthesis is closed.");
            return result;
        });
    }

    /** So that no file can exhaust the stack. */
    private <T> T deeper(Supplier<T> inner) {
        if (++depth > DEEPEST) {
            throw tokens.unexpected("more than " + DEEPEST + " levels of parentheses.", "Write several rules.");
        }
        T result = inner.get();
        depth--;
        return result;
    }

    private static Condition checked(Token place, Supplier<Condition> condition) {
        try {
            return condition.get();
        } catch (Unexpected e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Unexpected(
                    place, String.valueOf(e.getMessage()), "The rule book's README lists words and values.");
        }
    }

    private void problem(Token token, String text, String suggestion) {
        problems.add(new Problem(file, token.line(), token.column(), text, suggestion));
    }

    private static Map<String, Question> answerFacts() {
        Map<String, Question> facts = new TreeMap<>();
        Question.of(Topic.POLICY).forEach(question -> facts.put(question.factType(), question));
        return facts;
    }

    /** Types whose constants a rule may name. */
    private static Map<String, Class<?>> constants() {
        Map<String, Class<?>> types = new TreeMap<>();
        Vocabulary.standard().words(Topic.POLICY).stream()
                .map(Word::type)
                .filter(Class::isEnum)
                .forEach(type -> types.put(type.getSimpleName(), type));
        return types;
    }
}
