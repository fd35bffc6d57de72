package org.plenish.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drools.core.impl.InternalRuleBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.plenish.engine.policy.AbcClass;
import org.plenish.rules.sandbox.SandboxCompiler;
import org.plenish.rules.sandbox.SandboxException;
import org.plenish.rules.sandbox.SandboxException.Refusal;
import org.plenish.rules.sandbox.Surface;

/** What rules may do, which is little, and what is said where they would do more. */
public class SandboxTest {

    /** What the rules of these tests conclude to: the number of the rule that fired. */
    public static final class Fired {

        final Set<Integer> numbers = new TreeSet<>();

        public void fire(int number) {
            numbers.add(number);
        }

        public void hidden() {
            numbers.add(-1);
        }
    }

    private static final Surface SURFACE =
            new Surface(Fired.class, Set.of("fire(I)V"), RuleSurface.ALL.facts(), Set.of(SampleReads.class));

    private static final String HEADER = "package org.plenish.rulebook; "
            + SURFACE.facts().stream()
                    .map(type -> "import " + type.getCanonicalName() + "; ")
                    .sorted()
                    .collect(Collectors.joining())
            + "import org.plenish.rules.SampleReads; "
            + "global org.plenish.rules.SandboxTest.Fired conclude; ";

    private static String rule(int number, String condition) {
        return "rule \"" + number + "\" when " + condition + " then conclude.fire(" + number + "); end\n";
    }

    private static Set<Integer> fired(KieBase rules) {
        KieSession session = rules.newKieSession();
        try {
            Fired fired = new Fired();
            session.setGlobal("conclude", fired);
            session.insert(Profiles.ordinary());
            session.insert(AbcClass.A);
            session.insert(new Conclude.StopBuy(false));
            session.insert(new Conclude.ReviewDays(4));
            session.fireAllRules(1_000);
            return fired.numbers;
        } finally {
            session.dispose();
        }
    }

    private static List<Refusal> refused(Map<String, String> sources) {
        SandboxException refusal =
                catchThrowableOfType(SandboxException.class, () -> SandboxCompiler.compile(sources, SURFACE));
        assertThat(refusal).isNotNull();
        return refusal.refusals();
    }

    /** All that a rule may say: whether it holds for {@link Profiles#ordinary()}. */
    private static Map<String, Boolean> conditions() {
        Map<String, Boolean> conditions = new LinkedHashMap<>();
        conditions.put("SkuLocationProfile()", true);
        conditions.put("$abc : AbcClass( this == AbcClass.A ) SkuLocationProfile( demand.annualUnits > 0.0 )", true);
        conditions.put("AbcClass( this == AbcClass.A || this == AbcClass.B )", true);
        conditions.put("AbcClass( this != AbcClass.A )", false);
        conditions.put("AbcClass( this in ( AbcClass.A, AbcClass.B ) )", true);
        conditions.put("AbcClass( this not in ( AbcClass.A, AbcClass.B ) )", false);
        conditions.put(
                "SkuLocationProfile( item.lifecycle == Lifecycle.NEW || demand.daysOnSale >= 90,"
                        + " SampleReads.number(item.unitCost) > 2.0 )",
                true);
        conditions.put("SkuLocationProfile( SampleReads.number(item.unitCost) == 2.5 )", true);
        conditions.put("SkuLocationProfile( SampleReads.number(item.unitCost) in ( 1.0, 2.0 ) )", false);
        conditions.put("SkuLocationProfile( SampleReads.isLong(item.description) )", true);
        conditions.put("SkuLocationProfile( !SampleReads.isLong(item.description) )", false);
        conditions.put("SkuLocationProfile( item.lifecycle == Lifecycle.ACTIVE )", true);
        conditions.put("SkuLocationProfile( item.lifecycle not in ( Lifecycle.NEW, Lifecycle.ACTIVE ) )", false);
        conditions.put("SkuLocationProfile( item.replacedBy == null )", true);
        conditions.put("SkuLocationProfile( item.replacedBy != null )", false);
        conditions.put("SkuLocationProfile( item.shelfLifeDays != null && item.shelfLifeDays > 3 )", false);
        conditions.put("SkuLocationProfile( item.description == \"Black tea\" )", true);
        conditions.put("SkuLocationProfile( item.description in ( \"a\", \"Black tea\" ) )", true);
        conditions.put("SkuLocationProfile( location.item.value == \"TEA\" )", true);
        conditions.put("SkuLocationProfile( item.description > \"A\" )", true);
        conditions.put("SkuLocationProfile( demand.daysOnSale == 400 )", true);
        conditions.put("SkuLocationProfile( demand.daysOnSale in ( 1, 400 ) )", true);
        conditions.put("SkuLocationProfile( demand.daysOnSale > demand.daysSinceLastSale )", true);
        conditions.put("SkuLocationProfile( demand.annualUnits <= 520, demand.annualUnits >= 520.0 )", true);
        conditions.put("SkuLocationProfile( demand.annualUnits < 520 || demand.annualUnits > 520 )", false);
        conditions.put("SkuLocationProfile( demand.annualUnits > 3 && !(demand.daysOnSale < 5) )", true);
        conditions.put("SkuLocationProfile( stock.onHandUnits - stock.netUnits * 2 > -50 )", true);
        conditions.put("SkuLocationProfile( supply.canBeBought )", true);
        conditions.put("SkuLocationProfile( !supply.canBeBought )", false);
        conditions.put("SkuLocationProfile( supply.canBeBought == true )", true);
        conditions.put("StopBuy( value == false )", true);
        conditions.put("StopBuy( value == true || value == false )", true);
        conditions.put("not SkuLocationProfile( demand.daysOnSale > 1000 )", true);
        conditions.put("exists SkuLocationProfile( demand.daysOnSale > 1000 )", false);
        conditions.put("( AbcClass( this == AbcClass.B ) or StopBuy( value == false ) )", true);
        conditions.put("SkuLocationProfile( $days : demand.daysOnSale ) ReviewDays( value < $days )", true);
        conditions.put("SkuLocationProfile( $days : demand.daysOnSale ) ReviewDays( value == $days )", false);
        conditions.put(
                "SkuLocationProfile( $a : demand.daysOnSale, $b : demand.daysSinceLastSale )"
                        + " ReviewDays( value < $a && value > $b )",
                true);
        return conditions;
    }

    @Test
    void everyKindOfConditionThatRulesMayHaveIsCompiledAndMeansWhatItSays() {
        List<String> conditions = List.copyOf(conditions().keySet());
        String rules = IntStream.range(0, conditions.size())
                .mapToObj(number -> rule(number, conditions.get(number)))
                .collect(Collectors.joining("", HEADER, ""));
        Set<Integer> expected = new TreeSet<>();
        List<Boolean> holds = new ArrayList<>(conditions().values());
        for (int number = 0; number < holds.size(); number++) {
            if (holds.get(number)) {
                expected.add(number);
            }
        }

        assertThat(fired(SandboxCompiler.compile(Map.of("rules", rules), SURFACE)))
                .isEqualTo(expected);
    }

    @Test
    void patternsOfTheSameFactEndAtOnce() {
        String twelve = "SkuLocationProfile( demand.annualUnits > 0 ) ".repeat(12);

        assertThat(fired(SandboxCompiler.compile(Map.of("rules", HEADER + rule(1, twelve)), SURFACE)))
                .containsExactly(1);
    }

    @Test
    void aRefusalNamesSourceLineRuleAndWhatWasRefused() {
        String good = HEADER + rule(1, "SkuLocationProfile()");
        String bad =
                HEADER + "\n" + rule(2, "SkuLocationProfile()") + rule(3, "SkuLocationProfile( item.hashCode() > 3 )");

        assertThat(refused(Map.of("good.drl", good, "bad.drl", bad)))
                .containsExactly(new Refusal(
                        "bad.drl", 3, "3", "call org.plenish.engine.model.Item.hashCode()I is not allowed."));
    }

    @Test
    void aRuleThatDoesNotCompileIsFoundAmongAll() {
        String good = HEADER + rule(1, "SkuLocationProfile()") + rule(2, "AbcClass()");
        String bad = HEADER
                + rule(3, "SkuLocationProfile()")
                + rule(4, "SkuLocationProfile( demand.daysOnSale < \"x\" )")
                + rule(5, "SkuLocationProfile()");

        assertThat(refused(Map.of("a.drl", good, "b.drl", bad, "c.drl", HEADER + rule(6, "AbcClass()")))
                        .get(0))
                .isEqualTo(new Refusal(
                        "b.drl", 2, "4", "does not compile: java.lang.NumberFormatException: For input string: \"x\""));
    }

    @Test
    void onlyListedMethodsOfTheGlobalCanBeCalled() {
        assertThat(refused(Map.of("a", HEADER + "rule \"1\" when SkuLocationProfile() then conclude.hidden(); end")))
                .extracting(Refusal::what)
                .containsExactly("call org.plenish.rules.SandboxTest$Fired.hidden()V is not allowed.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7})
    @Timeout(60)
    void nestingWithinTheBoundIsCompiledInSeconds(int depth) {
        String condition =
                "SkuLocationProfile( " + "( ".repeat(depth) + "demand.annualUnits > 1" + " )".repeat(depth) + " )";

        assertThat(fired(SandboxCompiler.compile(Map.of("a", HEADER + rule(1, condition)), SURFACE)))
                .containsExactly(1);
    }

    @Test
    void aConditionTooLongForTheCompilersStackIsRefused() {
        String condition =
                "SkuLocationProfile( demand.annualUnits > 1" + " && demand.annualUnits > 1".repeat(1_500) + " )";

        assertThat(refused(Map.of("a", HEADER + rule(1, condition))).get(0).source())
                .isEqualTo("a");
    }

    @Test
    void sameSourcesGiveRulesOfTheirOwn() {
        Map<String, String> sources = Map.of("a", HEADER + rule(1, "SkuLocationProfile()"));

        KieBase first = SandboxCompiler.compile(sources, SURFACE);
        KieBase second = SandboxCompiler.compile(sources, SURFACE);

        assertThat(second).isNotSameAs(first);
        assertThat(fired(first)).isEqualTo(fired(second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.System",
                "java.lang.Runtime",
                "java.lang.Thread",
                "java.lang.Class",
                "java.io.ObjectInputStream",
                "org.kie.api.KieServices",
                "org.plenish.rules.RuleBook"
            })
    void loadedRulesDoNotSee(String name) {
        KieBase rules = SandboxCompiler.compile(Map.of("a", HEADER + rule(1, "SkuLocationProfile()")), SURFACE);

        assertThatThrownBy(() -> ((InternalRuleBase) rules).getRootClassLoader().loadClass(name))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void aFactMustBeARecordOrAnEnum() {
        assertThatThrownBy(() -> new Surface(Fired.class, Set.of(), Set.of(String.class), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fact java.lang.String must be a record or an enum.");
    }

    @Test
    void nothingIsDeserialized() {
        noClasses()
                .that()
                .resideInAPackage("org.plenish.rules..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.io\\.(ObjectInput|ObjectOutput|Externalizable).*|org\\.kie\\.api\\.marshalling\\..*"
                                + "|org\\.drools\\..*\\.DroolsObject(In|Out)put.*|org\\.drools\\..*[mM]arshall.*")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.plenish.rules"));
    }
}
