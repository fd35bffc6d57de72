package org.plenish.rules.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.sandbox.SandboxException.Refusal;

/**
 * What is held against a source before Drools compiles it: its size, its nesting, and that it has imports of facts, the
 * one global and rules, and nothing that runs or is declared at compile time. What stands in a rule is not judged here.
 */
final class SourceGate {

    /** Of one source; all of the standard book's have fewer than ten thousand together. */
    static final int MAX_CHARACTERS = 400_000;

    /** Of all sources together. */
    static final int MAX_TOTAL_CHARACTERS = 2_000_000;

    /** Of all sources together. */
    static final int MAX_RULES = 2_000;

    private static final Pattern NAME = Pattern.compile("[^\"\\\\\\p{Cntrl}]{1,500}");

    private static final Set<String> ANNOTATIONS = Set.of("explain");

    private final Surface surface;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, String> heads = new HashMap<>();

    /** A rule, where it stands, and its text. */
    record Rule(String name, String source, int line, String text) {}

    SourceGate(Surface surface) {
        this.surface = surface;
    }

    /** @throws SandboxException with everything found */
    void check(Map<String, String> sources) {
        long characters = 0;
        for (Map.Entry<String, String> source : sources.entrySet()) {
            characters += source.getValue().length();
            if (isWithinBounds(source.getKey(), source.getValue())) {
                structure(source.getKey(), source.getValue());
            }
        }
        if (characters > MAX_TOTAL_CHARACTERS) {
            refuse(
                    "",
                    0,
                    "",
                    "the sources have " + characters + " characters, but " + MAX_TOTAL_CHARACTERS + " is the most.");
        }
        if (rules.size() > MAX_RULES) {
            refuse("", 0, "", "there are " + rules.size() + " rules, but " + MAX_RULES + " is the most.");
        }
        if (!refusals.isEmpty()) {
            throw new SandboxException(refusals);
        }
    }

    Optional<Rule> findRule(String name) {
        return Optional.ofNullable(rules.get(name));
    }

    /** In the order of sources and lines. */
    List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** Sources that have some of the rules only. */
    SortedMap<String, String> only(List<Rule> some) {
        SortedMap<String, String> sources = new TreeMap<>();
        for (Rule rule : some) {
            sources.merge(
                    rule.source(), heads.get(rule.source()) + rule.text(), (text, more) -> text + "\n" + rule.text());
        }
        return sources;
    }

    private boolean isWithinBounds(String source, String text) {
        int escape = text.indexOf("\\u");
        if (escape >= 0) {
            // It is decoded before anything else is, so no reader of the text can tell what it will be.
            refuse(
                    source,
                    1
                            + (int) text.substring(0, escape)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count(),
                    "",
                    "a unicode escape is not allowed.");
            return false;
        }
        Optional<SourceBounds.Excess> excess = SourceBounds.findExcess(text, MAX_CHARACTERS);
        excess.ifPresent(found -> refuse(source, found.line(), "", found.what()));
        return excess.isEmpty();
    }

    private void structure(String source, String text) {
        PackageDescr parsed = parse(source, text);
        if (parsed == null) {
            return;
        }
        if (!parsed.getName().equals(SandboxCompiler.PACKAGE)) {
            refuse(source, 1, "", "package " + parsed.getName() + " is not allowed.");
        }
        for (ImportDescr imported : parsed.getImports()) {
            if (surface.classes().stream()
                    .noneMatch(type -> imported.getTarget().equals(type.getCanonicalName()))) {
                refuse(source, imported.getLine(), "", "import " + imported.getTarget() + " is not allowed.");
            }
        }
        for (GlobalDescr global : parsed.getGlobals()) {
            if (!global.getIdentifier().equals("conclude")
                    || !global.getType().equals(surface.conclude().getCanonicalName())) {
                refuse(source, global.getLine(), "", "global " + global.getIdentifier() + " is not allowed.");
            }
        }
        for (AttributeDescr attribute : parsed.getAttributes()) {
            refuse(source, attribute.getLine(), "", attribute.getName() + " is not allowed.");
        }
        none(source, parsed.getFunctionImports(), "import function");
        none(source, parsed.getAccumulateImports(), "import accumulate");
        none(source, parsed.getFunctions(), "function");
        none(source, parsed.getTypeDeclarations(), "declare");
        none(source, parsed.getEnumDeclarations(), "declare enum");
        none(source, parsed.getEntryPointDeclarations(), "declare entry-point");
        none(source, parsed.getWindowDeclarations(), "declare window");
        if (parsed.getUnit() != null) {
            refuse(source, parsed.getUnit().getLine(), "", "unit is not allowed.");
        }
        int first = parsed.getRules().stream()
                .mapToInt(RuleDescr::getStartCharacter)
                .min()
                .orElse(0);
        heads.put(source, text.substring(0, Math.max(0, first)));
        parsed.getRules().forEach(rule -> rule(source, rule, text));
    }

    private @Nullable PackageDescr parse(String source, String text) {
        DrlParser parser = new DrlParser(DrlParser.DEFAULT_LANGUAGE_LEVEL);
        try {
            PackageDescr parsed = parser.parse(false, text);
            if (parsed != null && !parser.hasErrors()) {
                return parsed;
            }
            for (DroolsError error : parser.getErrors()) {
                refuse(
                        source,
                        error.getLines().length > 0 ? Math.max(0, error.getLines()[0]) : 0,
                        "",
                        "cannot be read: " + error.getMessage());
            }
        } catch (Throwable e) {
            refuse(source, 0, "", "cannot be read: " + e);
        }
        return null;
    }

    private void rule(String source, RuleDescr rule, String text) {
        String name = rule.getName();
        int line = rule.getLine();
        if (!NAME.matcher(name).matches()) {
            // Drools pastes it into a text of the Java that it generates, as it is.
            refuse(source, line, name, "a name with quotes, backslashes or line breaks is not allowed.");
        }
        String own = text.substring(
                Math.max(0, rule.getStartCharacter()), Math.min(text.length(), rule.getEndCharacter() + 1));
        if (rules.putIfAbsent(name, new Rule(name, source, line, own)) != null) {
            refuse(source, line, name, "there is another rule of this name.");
        }
        if (rule.isQuery()) {
            refuse(source, line, name, "query is not allowed.");
        }
        for (String attribute : rule.getAttributes().keySet()) {
            refuse(source, line, name, attribute + " is not allowed.");
        }
        if (rule.getParentName() != null) {
            refuse(source, line, name, "extends is not allowed.");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            refuse(source, line, name, "a named consequence is not allowed.");
        }
        for (String annotation : rule.getAnnotationNames()) {
            if (!ANNOTATIONS.contains(annotation)) {
                refuse(source, line, name, "@" + annotation + " is not allowed.");
            }
        }
    }

    private void none(String source, Collection<? extends BaseDescr> found, String what) {
        found.forEach(each -> refuse(source, Math.max(0, each.getLine()), "", what + " is not allowed."));
    }

    private void refuse(String source, int line, String rule, String what) {
        refusals.add(new Refusal(source, Math.max(0, line), rule, what));
    }
}
