package org.plenish.rules;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSessionsPool;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.forecast.SeriesProfile;
import org.plenish.engine.policy.ExceptionRules;
import org.plenish.engine.policy.SituationProfile;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.rules.condition.Condition;
import org.plenish.rules.language.DrlWriter;
import org.plenish.rules.language.RuleParser;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.sandbox.SandboxCompiler;
import org.plenish.rules.sandbox.SandboxException;
import org.plenish.rules.table.DecisionTable;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

/**
 * A folder of rule files and decision tables, read, checked and compiled. It takes some seconds; afterwards it is safe to
 * share between threads.
 */
public final class RuleBook {

    private static final Condition ALWAYS = new Condition.All(List.of());

    private final ParsedBook content;
    private final List<DecisionTable> policyTables;
    private final Set<Question> askedFor;
    private final @Nullable KieBase kieBase;
    private final @Nullable KieSessionsPool sessions;

    private RuleBook(ParsedBook content, @Nullable KieBase kieBase) {
        this.content = content;
        this.policyTables = content.tables(Topic.POLICY);
        this.askedFor = Stream.concat(
                        content.rules().stream().flatMap(rule -> rule.rule().questionsAsked()),
                        policyTables.stream().flatMap(table -> table.neededAnswers().stream()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Question.class)));
        this.kieBase = kieBase;
        this.sessions = kieBase == null ? null : kieBase.newKieSessionsPool(1);
    }

    /** The book that comes with the product. */
    public static RuleBook standard() {
        return compile(BookFiles.standard());
    }

    /**
     * Reads all rule files and tables in and below a folder.
     *
     * @throws RuleBookException with all problems, if there are any
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static RuleBook load(Path folder) {
        return compile(BookFiles.in(folder));
    }

    /** @param textByName of each file, in any order */
    static RuleBook compile(Map<String, String> textByName) {
        return compile(BookFiles.of(textByName));
    }

    /** @throws RuleBookException with all problems, if there are any */
    public static RuleBook compile(BookFiles files) {
        return compile(ParsedBook.read(files, Vocabulary.standard()));
    }

    /** @throws RuleBookException with all problems, if there are any */
    public static RuleBook compile(ParsedBook content) {
        if (!content.problems().isEmpty()) {
            throw new RuleBookException(content.problems());
        }
        boolean speaksOfPolicy =
                !content.rules().isEmpty() || !content.tables(Topic.POLICY).isEmpty();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // KIE looks for its own parts there, but a pooled thread's class loader does not see into the packaged jar.
        thread.setContextClassLoader(RuleBook.class.getClassLoader());
        try {
            return new RuleBook(content, speaksOfPolicy ? build(content) : null);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Every rule and table row, by file and line. */
    public List<RuleInfo> rules() {
        return content.all().map(BookRule::info).toList();
    }

    public ParsedBook content() {
        return content;
    }

    /** Which forecast method serves which demand; all automatic if no table of the book says anything of it. */
    public MethodRules methodRules() {
        List<DecisionTable> tables = content.tables(Topic.FORECAST);
        return tables.isEmpty()
                ? MethodRules.AUTOMATIC
                : profiles -> profiles.stream()
                        .map(profile -> TableRules.chooseMethod(tables, profile))
                        .toList();
    }

    /** What a person should look at and what to do; the standard book's if no table of this one says anything of it. */
    public ExceptionRules exceptionRules() {
        List<DecisionTable> tables = tablesOf(Topic.EXCEPTION);
        return situations -> situations.stream()
                .map(situation -> TableRules.judge(tables, situation))
                .toList();
    }

    /**
     * What the rules say of one subject, be it one answer to each question or not.
     *
     * @param fact of the topic's type
     */
    public Decided decide(Topic topic, Record fact) {
        return switch (topic) {
            case POLICY -> new DroolsPolicyEngine(this, 1).deliberate((SkuLocationProfile) fact);
            case FORECAST -> TableRules.decide(content.tables(topic), (SeriesProfile) fact);
            case EXCEPTION -> TableRules.decide(tablesOf(topic), (SituationProfile) fact);
        };
    }

    private List<DecisionTable> tablesOf(Topic topic) {
        List<DecisionTable> own = content.tables(topic);
        return own.isEmpty()
                ? ParsedBook.read(BookFiles.standard(), Vocabulary.standard()).tables(topic)
                : own;
    }

    /** Null where no rule speaks of policy. */
    @Nullable
    KieBase kieBase() {
        return kieBase;
    }

    /**
     * Sessions to be taken and given back by any number of threads; emptied and used again, as a new one for each SKU-location
     * would cost a fifth more time. Null where no rule speaks of policy.
     */
    @Nullable
    KieSessionsPool sessions() {
        return sessions;
    }

    /** Whether some rule needs the answer to a question: the others need not become facts. */
    boolean isAskedFor(Question question) {
        return askedFor.contains(question);
    }

    /** The rules that speak when rule {@code number} fires: itself, or the rows of a table that hold. */
    List<BookRule> speaking(int number, Deliberation subject) {
        return number < content.rules().size()
                ? List.of(content.rules().get(number).rule())
                : policyTables.get(number - content.rules().size()).speaking(subject);
    }

    /**
     * What Drools compiles: each rule from its tree; for each table one rule that asks it as soon as all answers in its
     * conditions are there.
     */
    static String source(ParsedBook content) {
        StringBuilder drl = new StringBuilder("package " + SandboxCompiler.PACKAGE + ";\n");
        imports().values().forEach(type -> drl.append("import ").append(type).append(";\n"));
        drl.append("global ").append(Conclude.class.getName()).append(" conclude;\n");
        int number = 0;
        for (ParsedBook.WrittenRule rule : content.rules()) {
            drl.append(DrlWriter.rule(
                    number++, rule.tree().condition(), rule.tree().facts()));
        }
        for (DecisionTable table : content.tables(Topic.POLICY)) {
            drl.append(DrlWriter.rule(number++, ALWAYS, table.neededAnswers()));
        }
        return drl.toString();
    }

    private static KieBase build(ParsedBook content) {
        try {
            return SandboxCompiler.compile(Map.of("rules.drl", source(content)), RuleSurface.ALL);
        } catch (SandboxException e) {
            throw new RuleBookException(e.refusals().stream()
                    .map(refusal -> problem(refusal, content))
                    .toList());
        }
    }

    /** What was read and written anew compiles, but a book may be too large. */
    private static Problem problem(SandboxException.Refusal refusal, ParsedBook content) {
        Optional<RuleInfo> rule = content.rules().stream()
                .map(written -> written.rule().info())
                .skip(refusal.rule().isEmpty() ? content.rules().size() : Integer.parseInt(refusal.rule()))
                .findFirst();
        return new Problem(
                rule.map(RuleInfo::file).orElse("rule book"),
                rule.map(RuleInfo::line).orElse(0),
                0,
                refusal.what(),
                "Write rules that are alike as rows of a table.");
    }

    private static Map<String, String> imports() {
        Map<String, String> imports = new TreeMap<>();
        imports.put(RuleParser.PROFILE, Topic.POLICY.factType().getName());
        imports.put(Reads.class.getSimpleName(), Reads.class.getName());
        Vocabulary.standard().words(Topic.POLICY).stream()
                .map(Word::type)
                .filter(Class::isEnum)
                .forEach(type -> imports.put(type.getSimpleName(), type.getName()));
        for (Question question : Question.of(Topic.POLICY)) {
            if (!question.type().isEnum()) {
                imports.put(question.factType(), Conclude.class.getCanonicalName() + "." + question.factType());
            }
        }
        return imports;
    }
}
