package org.plenish.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.plenish.rules.RuleBookException.Problem;

/**
 * Reads a {@code .drl} file and holds the first wall: a file has rules and nothing else; a rule has a name, an
 * explanation, conditions on known facts, and conclusions with literal or bound values.
 */
final class RuleFile {

    static final Pattern NAME = Pattern.compile("([A-Z]{2,5}-\\d{3}) \\S.*");

    private static final Pattern CONCLUSION = Pattern.compile(
            "\\s*conclude\\s*\\.\\s*(\\w+)\\s*\\(\\s*([A-Z]\\w*\\.[A-Z_]+|\\d+(?:\\.\\d+)?|true|false|\\$\\w+)\\s*\\)\\s*;");

    private static final Pattern TEXT_LITERAL = Pattern.compile("\"[^\"\\\\]*\"");
    private static final Pattern CALL = Pattern.compile("([\\w$.]+)\\s*\\(");
    private static final Pattern FORBIDDEN_IN_CONDITION =
            Pattern.compile("\\b(new|eval|class|instanceof|from)\\b|[{};`#\\[\\]]|[^=!<>]=[^=]|\\+\\+|--|->|::");
    private static final Set<String> CALLABLE = Set.of("in", "not", "and", "or");

    private final String file;
    private final String text;
    private final List<Problem> problems;

    private RuleFile(String file, String text, List<Problem> problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /**
     * @param file as it is to be named in messages
     * @param problems to be added to
     * @return the rules of a file without problems; what they are worth if there are problems is not said
     */
    static List<CompiledRule> read(String file, String text, List<Problem> problems) {
        return new RuleFile(file, text, problems).read();
    }

    private List<CompiledRule> read() {
        if (text.contains("\\u")) {
            problem(lineOf("\\u"), "a unicode escape is not allowed.", "Write the character itself.");
            return List.of();
        }
        PackageDescr parsed = parse();
        if (parsed == null) {
            return List.of();
        }
        refuse(!parsed.getName().isEmpty(), "package");
        refuse(!parsed.getImports().isEmpty() || !parsed.getFunctionImports().isEmpty(), "import");
        refuse(!parsed.getAccumulateImports().isEmpty(), "import accumulate");
        refuse(!parsed.getGlobals().isEmpty(), "global");
        refuse(!parsed.getFunctions().isEmpty(), "function");
        refuse(
                !parsed.getTypeDeclarations().isEmpty()
                        || !parsed.getEnumDeclarations().isEmpty()
                        || !parsed.getEntryPointDeclarations().isEmpty()
                        || !parsed.getWindowDeclarations().isEmpty(),
                "declare");
        refuse(parsed.getUnit() != null, "unit");
        for (var attribute : parsed.getAttributes()) {
            refuse(true, attribute.getName());
        }
        List<CompiledRule> rules = new ArrayList<>();
        for (RuleDescr rule : parsed.getRules()) {
            if (rule.isQuery()) {
                problem(rule.getLine(), "a query is not allowed.", "A file holds rules only.");
            } else {
                rule(rule).ifPresent(rules::add);
            }
        }
        return rules;
    }

    private @Nullable PackageDescr parse() {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr parsed = parser.parse(false, text);
            if (!parser.hasErrors() && parsed != null) {
                return parsed;
            }
            for (DroolsError error : parser.getErrors()) {
                int line = error.getLines().length > 0 ? error.getLines()[0] : 0;
                problem(line, "cannot be read: " + error.getMessage(), "Compare it with a rule of the standard book.");
            }
        } catch (DroolsParserException | RuntimeException e) {
            problem(0, "cannot be read: " + e.getMessage(), "Compare it with a rule of the standard book.");
        }
        return null;
    }

    private Optional<CompiledRule> rule(RuleDescr rule) {
        int before = problems.size();
        int line = rule.getLine();
        Matcher name = NAME.matcher(rule.getName());
        if (!name.matches()) {
            problem(
                    line,
                    "rule \"" + rule.getName() + "\" must be named by an id and a sentence.",
                    "Such as \"ABC-010 the first 80 % of annual value is class A\".");
        }
        for (String attribute : rule.getAttributes().keySet()) {
            problem(
                    line,
                    attribute + " is not allowed.",
                    "Rules have no order: make their conditions exclude each other.");
        }
        if (rule.getParentName() != null) {
            problem(line, "extends is not allowed.", "Write the conditions out.");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            problem(line, "a named consequence is not allowed.", "Write two rules.");
        }
        for (String annotation : rule.getAnnotationNames()) {
            if (!annotation.equals("explain")) {
                problem(line, "@" + annotation + " is not allowed.", "Only @explain is.");
            }
        }
        condition(rule.getLhs(), false, line);
        consequence(rule);
        Optional<ExplanationTemplate<Vocabulary.Case>> explanation = explanation(rule);
        if (problems.size() > before || explanation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CompiledRule(
                new RuleInfo(name.group(1), rule.getName(), file, line, explanationText(rule)), explanation.get()));
    }

    private Optional<ExplanationTemplate<Vocabulary.Case>> explanation(RuleDescr rule) {
        String written = explanationText(rule);
        if (written.isBlank()) {
            problem(rule.getLine(), "@explain is missing.", "Say in a sentence why, with {words} for what it saw.");
            return Optional.empty();
        }
        try {
            return Optional.of(ExplanationTemplate.parse(written, Vocabulary::find));
        } catch (IllegalArgumentException e) {
            problem(rule.getLine(), e.getMessage(), "The rule book's README lists the words.");
            return Optional.empty();
        }
    }

    private static String explanationText(RuleDescr rule) {
        AnnotationDescr annotation = rule.getAnnotation("explain");
        if (annotation == null || annotation.getSingleValue() == null) {
            return "";
        }
        return AnnotationDescr.unquote(annotation.getSingleValue().toString());
    }

    /** Conditions are patterns of known facts; only the profile may be asked about negatively, as it never changes. */
    private void condition(BaseDescr condition, boolean negated, int ruleLine) {
        int line = condition.getLine() > 0 ? condition.getLine() : ruleLine;
        if (condition instanceof PatternDescr pattern) {
            pattern(pattern, negated, line);
        } else if (condition instanceof AndDescr and) {
            and.getDescrs().forEach(part -> condition(part, negated, line));
        } else if (condition instanceof OrDescr or) {
            or.getDescrs().forEach(part -> condition(part, negated, line));
        } else if (condition instanceof NotDescr not) {
            not.getDescrs().forEach(part -> condition((BaseDescr) part, true, line));
        } else if (condition instanceof ExistsDescr exists) {
            exists.getDescrs().forEach(part -> condition((BaseDescr) part, negated, line));
        } else {
            String kind =
                    condition.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT);
            problem(line, kind + " is not allowed in a condition.", "Use facts, and, or, not, exists.");
        }
    }

    private void pattern(PatternDescr pattern, boolean negated, int line) {
        String type = pattern.getObjectType();
        if (!RuleBook.FACT_TYPES.contains(type)) {
            problem(line, type + " is not a fact.", "Facts are " + String.join(", ", RuleBook.FACT_TYPES) + ".");
        }
        if (negated && !type.equals("SkuLocationProfile")) {
            problem(
                    line,
                    "not " + type + "(...) would depend on the order of rules.",
                    "Ask for the answers it may have instead: " + type + "( this != ... ).");
        }
        if (pattern.getSource() != null || !pattern.getBehaviors().isEmpty() || pattern.isQuery()) {
            problem(line, "from, over and ?query are not allowed.", "Use the profile's own attributes.");
        }
        for (BaseDescr constraint : pattern.getDescrs()) {
            if (constraint instanceof ExprConstraintDescr expression) {
                expression(expression.getExpression(), line);
            } else {
                problem(line, "this condition is not allowed: " + constraint + ".", "Compare attributes with values.");
            }
        }
    }

    private void expression(String expression, int line) {
        String code = TEXT_LITERAL.matcher(expression).replaceAll("\"\"");
        Matcher forbidden = FORBIDDEN_IN_CONDITION.matcher(code);
        if (forbidden.find()) {
            problem(
                    line,
                    "\"" + forbidden.group().strip() + "\" is not allowed in a condition: " + expression + ".",
                    "Compare attributes with values, such as demand.annualUnits > 0.");
        }
        Matcher call = CALL.matcher(code);
        while (call.find()) {
            if (!CALLABLE.contains(call.group(1))) {
                problem(
                        line,
                        call.group(1) + "(...) is not allowed in a condition: " + expression + ".",
                        "Compare attributes with values, such as demand.annualUnits > 0.");
            }
        }
    }

    private void consequence(RuleDescr rule) {
        int line = rule.getConsequenceLine() > 0 ? rule.getConsequenceLine() : rule.getLine();
        String code = String.valueOf(rule.getConsequence());
        Matcher matcher = CONCLUSION.matcher(code);
        int end = 0;
        while (end < code.length() && matcher.region(end, code.length()).lookingAt()) {
            conclusion(matcher.group(1), matcher.group(2), line);
            end = matcher.end();
        }
        if (end == 0 || !code.substring(end).isBlank()) {
            problem(
                    line,
                    "after then there must be conclusions only, not: "
                            + code.substring(end).strip() + ".",
                    "Such as conclude.abcClass( AbcClass.A );");
        }
    }

    private void conclusion(String word, String written, int line) {
        Optional<Question> question = Question.find(word);
        if (question.isEmpty()) {
            problem(line, "conclude." + word + " is not known.", "Questions are " + Question.words() + ".");
            return;
        }
        if (written.startsWith("$")) {
            return;
        }
        String value = written;
        if (question.get().type().isEnum()) {
            String prefix = question.get().factType() + ".";
            if (!written.startsWith(prefix)) {
                problem(
                        line,
                        word + ": " + written + " must be one of " + Answers.allowed(question.get()) + ".",
                        "Such as " + prefix + question.get().type().getEnumConstants()[0] + ".");
                return;
            }
            value = written.substring(prefix.length());
        }
        try {
            Answers.parse(question.get(), value);
        } catch (IllegalArgumentException e) {
            problem(line, e.getMessage(), "Allowed: " + Answers.allowed(question.get()) + ".");
        }
    }

    private void refuse(boolean found, String keyword) {
        if (found) {
            problem(
                    lineOf(keyword),
                    keyword + " is not allowed.",
                    "A file holds rules only; all facts are known to it.");
        }
    }

    private int lineOf(String word) {
        int at = text.indexOf(word);
        return at < 0
                ? 0
                : (int) text.substring(0, at).lines().count() + (at == 0 || text.charAt(at - 1) == '\n' ? 1 : 0);
    }

    private void problem(int line, @Nullable String what, String suggestion) {
        problems.add(new Problem(file, Math.max(0, line), String.valueOf(what), suggestion));
    }

    /** What is put in front of the first line, so that lines stay true. */
    static String header(Map<String, String> importsByType) {
        StringBuilder header = new StringBuilder("package " + RuleBook.PACKAGE + "; ");
        importsByType
                .values()
                .forEach(type -> header.append("import ").append(type).append("; "));
        return header.append("global org.plenish.rules.Conclude conclude; ").toString();
    }
}
