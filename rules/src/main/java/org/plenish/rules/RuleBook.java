package org.plenish.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.Results;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.LifecycleAction;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.OrderSizing;
import org.plenish.engine.policy.PolicyType;
import org.plenish.engine.policy.SafetyStockMethod;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.rules.RuleBookException.Problem;

/**
 * A folder of rule files ({@code *.drl}) and decision tables ({@code *.csv}), read, checked and compiled. It takes some
 * seconds; afterwards it is safe to share between threads.
 */
public final class RuleBook {

    static final String PACKAGE = "org.plenish.rulebook";

    /** The book that comes with the product, in {@code src/main/resources/rulebook}. */
    static final List<String> STANDARD_FILES = List.of(
            "classification.drl",
            "forecast-methods.csv",
            "lifecycle-actions.csv",
            "obsolescence.csv",
            "order-sizing.csv",
            "reorder-policy.csv",
            "review.csv",
            "safety-stock.drl",
            "service-override.drl",
            "service-targets.csv",
            "stop-buy.drl");

    private static final Map<String, String> IMPORTS = imports();

    /** What a condition may be about. */
    static final Set<String> FACT_TYPES = factTypes();

    private final KieBase kieBase;
    private final List<DecisionTable> tables;
    private final MethodRules methodRules;
    private final Map<String, CompiledRule> rulesByName;
    private final List<RuleInfo> rules;

    private RuleBook(
            KieBase kieBase, List<DecisionTable> tables, List<MethodTable> methodTables, List<CompiledRule> rules) {
        this.kieBase = kieBase;
        this.tables = List.copyOf(tables);
        this.methodRules = MethodTable.rulesOf(methodTables);
        this.rules = infos(rules, methodTables)
                .sorted(Comparator.comparing(RuleInfo::file).thenComparing(RuleInfo::line))
                .toList();
        Map<String, CompiledRule> byName = new HashMap<>();
        rules.forEach(rule -> byName.put(rule.info().name(), rule));
        this.rulesByName = Map.copyOf(byName);
    }

    /** The book that comes with the product. */
    public static RuleBook standard() {
        Map<String, String> files = new HashMap<>();
        for (String file : STANDARD_FILES) {
            try (InputStream in = RuleBook.class.getResourceAsStream("/rulebook/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("rulebook/" + file + " must be on the class path, but is not.");
                }
                files.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return compile(files);
    }

    /**
     * Reads all {@code .drl} and {@code .csv} files in and below a folder.
     *
     * @throws RuleBookException with all problems, if there are any
     * @throws UncheckedIOException if a file cannot be read
     */
    public static RuleBook load(Path folder) {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (name.endsWith(".drl") || name.endsWith(".csv")) {
                    files.put(name, Files.readString(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compile(files);
    }

    /** @param filesByName text of each file, in any order */
    static RuleBook compile(Map<String, String> filesByName) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // KIE looks for its own parts there, but a pooled thread's class loader does not see into the packaged jar.
        thread.setContextClassLoader(RuleBook.class.getClassLoader());
        try {
            return readAndBuild(filesByName);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static RuleBook readAndBuild(Map<String, String> filesByName) {
        SortedMap<String, String> files = new TreeMap<>(filesByName);
        List<Problem> problems = new ArrayList<>();
        List<CompiledRule> rules = new ArrayList<>();
        List<DecisionTable> tables = new ArrayList<>();
        List<MethodTable> methodTables = new ArrayList<>();
        Map<String, String> sources = new TreeMap<>();
        int index = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            List<Problem> here = new ArrayList<>();
            if (file.getKey().endsWith(".csv")) {
                TableFile table = TableFile.open(file.getKey(), file.getValue(), here);
                if (table.answers(MethodTable.QUESTION)) {
                    methodTables.add(MethodTable.of(table, here));
                } else {
                    DecisionTable decisions = DecisionTable.of(table, here);
                    rules.addAll(decisions.rules());
                    sources.put("table" + index + ".drl", ruleOf(decisions, tables.size()));
                    tables.add(decisions);
                }
            } else {
                rules.addAll(RuleFile.read(file.getKey(), file.getValue(), here));
                sources.put("rules" + index + ".drl", RuleFile.header(IMPORTS) + file.getValue());
            }
            problems.addAll(here);
            index++;
        }
        problems.addAll(repeatedIds(infos(rules, methodTables).toList()));
        if (files.isEmpty()) {
            problems.add(new Problem(
                    "rule book", 0, "has no .drl and no .csv file.", "Start from a copy of the standard book."));
        }
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return new RuleBook(build(sources, List.copyOf(files.keySet())), tables, methodTables, rules);
    }

    /** Every rule and table row, by file and line. */
    public List<RuleInfo> rules() {
        return rules;
    }

    /** Which forecast method serves which demand; all automatic if no table of the book says anything of it. */
    public MethodRules methodRules() {
        return methodRules;
    }

    KieBase kieBase() {
        return kieBase;
    }

    List<DecisionTable> tables() {
        return tables;
    }

    /** @return null for the rule that stands for a table */
    @org.jspecify.annotations.Nullable
    CompiledRule rule(String name) {
        return rulesByName.get(name);
    }

    /** A table is asked once all answers in its conditions are there. Nothing of its cells is in this text. */
    private static String ruleOf(DecisionTable table, int index) {
        StringBuilder drl = new StringBuilder(RuleFile.header(IMPORTS));
        drl.append("rule \"TABLE ").append(index).append("\" when SkuLocationProfile() ");
        table.neededFactTypes().forEach(type -> drl.append(type).append("() "));
        return drl.append("then conclude.fromTable(")
                .append(index)
                .append("); end")
                .toString();
    }

    private static Stream<RuleInfo> infos(List<CompiledRule> rules, List<MethodTable> methodTables) {
        return Stream.concat(
                rules.stream().map(CompiledRule::info), methodTables.stream().flatMap(table -> table.rules().stream()));
    }

    private static List<Problem> repeatedIds(List<RuleInfo> rules) {
        List<Problem> problems = new ArrayList<>();
        Map<String, RuleInfo> first = new HashMap<>();
        for (RuleInfo rule : rules) {
            RuleInfo other = first.putIfAbsent(rule.id(), rule);
            if (other != null) {
                problems.add(new Problem(
                        rule.file(),
                        rule.line(),
                        "id " + rule.id() + " is taken by " + other.file() + " line " + other.line() + ".",
                        "Give every rule its own id."));
            }
        }
        return problems;
    }

    private static KieBase build(Map<String, String> sources, List<String> files) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem fileSystem = services.newKieFileSystem();
        ReleaseId release = services.newReleaseId("org.plenish", "rulebook", Integer.toHexString(sources.hashCode()));
        fileSystem.generateAndWritePomXML(release);
        sources.forEach(
                (name, text) -> fileSystem.write("src/main/resources/" + PACKAGE.replace('.', '/') + "/" + name, text));
        KieBuilder builder = services.newKieBuilder(fileSystem);
        Results results = builder.buildAll(ExecutableModelProject.class).getResults();
        List<Problem> problems = results.getMessages(Message.Level.ERROR).stream()
                .map(message -> problem(message, files))
                .toList();
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId(), RuleBook.class.getClassLoader())
                .getKieBase();
    }

    private static Problem problem(Message message, List<String> files) {
        String path = String.valueOf(message.getPath());
        String file = path.replaceAll(".*/(?:rules|table)(\\d+)\\.drl", "$1");
        String name = file.matches("\\d+") ? files.get(Integer.parseInt(file)) : "rule book";
        return new Problem(
                name,
                Math.max(0, message.getLine()),
                "does not compile: " + message.getText(),
                "Check the names of attributes against the README.");
    }

    private static Map<String, String> imports() {
        Map<String, String> imports = new TreeMap<>();
        for (Class<?> type : List.of(
                SkuLocationProfile.class,
                AbcClass.class,
                DemandClass.class,
                LifecycleAction.class,
                ObsolescenceStatus.class,
                OrderSizing.class,
                PolicyType.class,
                SafetyStockMethod.class,
                Lifecycle.class,
                Conclude.StopBuy.class,
                Conclude.ServiceTarget.class,
                Conclude.SafetyStockCoverDays.class,
                Conclude.ReviewDays.class,
                Conclude.OrderCoverDays.class)) {
            imports.put(type.getSimpleName(), type.getCanonicalName());
        }
        return Collections.unmodifiableMap(imports);
    }

    private static Set<String> factTypes() {
        Set<String> types = new TreeSet<>();
        types.add("SkuLocationProfile");
        for (Question question : Question.values()) {
            types.add(question.factType());
        }
        return Collections.unmodifiableSet(types);
    }
}
