package org.plenish.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Sentence;

class RuleBookTest {

    private static final String RULE = """
            rule "ABC-010 all are class A"
                @explain("%s")
            %s
            when
                %s
            then
                %s
            end
            """;

    private static String rule(String condition, String consequence) {
        return RULE.formatted("Because.", "", condition, consequence);
    }

    private static RuleBookException refused(String text) {
        RuleBookException refusal =
                catchThrowableOfType(RuleBookException.class, () -> RuleBook.compile(Map.of("my.drl", text)));
        assertThat(refusal).as(text).isNotNull();
        return refusal;
    }

    @Test
    void compilesOnAThreadWhoseClassLoaderSeesNothingOfTheProduct() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader blind = ClassLoader.getPlatformClassLoader();
        thread.setContextClassLoader(blind);
        try {
            assertThat(RuleBook.standard().rules()).isNotEmpty();
            assertThat(thread.getContextClassLoader()).isSameAs(blind);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function void f() { System.exit(1); }",
                "global java.util.List list;",
                "import java.io.File;",
                "import function java.lang.Math.max;",
                "declare Thing name : String end",
                "query all() SkuLocationProfile() end",
                "package my.own;",
                "dialect \"mvel\"",
            })
    void anythingButRulesIsRefused(String text) {
        RuleBookException refusal =
                refused(text + "\n" + rule("SkuLocationProfile()", "conclude.abcClass( AbcClass.A );"));

        assertThat(refusal.problems().get(0).file()).isEqualTo("my.drl");
        assertThat(refusal.problems().get(0).line()).isEqualTo(1);
        assertThat(refusal.problems().get(0).text()).contains("not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"salience 10", "no-loop true", "dialect \"mvel\"", "agenda-group \"x\"", "enabled false"})
    void attributesAreRefused(String attribute) {
        RuleBookException refusal = refused(
                RULE.formatted("Because.", attribute, "SkuLocationProfile()", "conclude.abcClass( AbcClass.A );"));

        assertThat(refusal).hasMessageContaining("is not allowed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval( true )",
                "SkuLocationProfile( item.toString() == \"x\" )",
                "SkuLocationProfile( System.getenv() != null )",
                "SkuLocationProfile( location.item.value().length() > 1 )",
                "String()",
                "java.io.File()",
                "$p : SkuLocationProfile() $s : String() from $p.item",
                "not AbcClass()",
                "SkuLocationProfile() and not StopBuy( value == true )",
                "SkuLocationProfile( \\u0069tem.category == \"x\" )",
                "SkuLocationProfile( new java.io.File(\"x\") != null )",
                "accumulate( SkuLocationProfile(); $n : count() )",
                "forall( SkuLocationProfile() )",
                "SkuLocationProfile( item.unitVolumeM3 = 2 )",
            })
    void conditionsOnAnythingButFactsAreRefused(String condition) {
        refused(rule(condition, "conclude.abcClass( AbcClass.A );"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit( 1 );",
                "conclude.abcClass( AbcClass.A ); System.exit( 1 );",
                "while (true) {}",
                "conclude.abcClass( new Object() );",
                "conclude.abcClass( AbcClass.valueOf( \"A\" ) );",
                "conclude.fromTable( 0 );",
                "conclude.getClass();",
                "insert( AbcClass.A );",
                "modify( $p ) { };",
                "conclude.abcClass( AbcClass.D );",
                "conclude.abcClass( DemandClass.SMOOTH );",
                "conclude.serviceTarget( 1.0 );",
                "conclude.serviceTarget( 0.3 );",
                "conclude.reviewDays( 1.5 );",
                "conclude.colour( 1 );",
                "/* nothing */",
            })
    void consequencesThatDoMoreThanConcludeAreRefused(String consequence) {
        RuleBookException refusal = refused(rule("SkuLocationProfile()", consequence));

        assertThat(refusal.problems().get(0).line()).isBetween(5, 8);
    }

    @Test
    void aRuleMustSayWhy() {
        assertThat(refused("rule \"ABC-010 x\" when SkuLocationProfile() then conclude.abcClass( AbcClass.A ); end"))
                .hasMessageContaining("@explain is missing.");
        assertThat(refused(RULE.formatted(
                        "It is {demand.colour}.", "", "SkuLocationProfile()", "conclude.abcClass( AbcClass.A );")))
                .hasMessageContaining("{demand.colour} in the explanation is not known.");
    }

    @Test
    void aRuleMustHaveAnId() {
        assertThat(refused("rule \"all are A\" @explain(\"x\") when SkuLocationProfile() then"
                        + " conclude.abcClass( AbcClass.A ); end"))
                .hasMessageStartingWith(
                        "my.drl line 1, column 6: rule \"all are A\" must be named by an id and a sentence.");
    }

    @Test
    void anIdMayBeUsedOnce() {
        String rule = rule("SkuLocationProfile()", "conclude.abcClass( AbcClass.A );");

        RuleBookException refusal = catchThrowableOfType(
                RuleBookException.class, () -> RuleBook.compile(Map.of("a.drl", rule, "b.drl", rule)));

        assertThat(refusal).hasMessageContaining("id ABC-010 is taken by a.drl line 1.");
    }

    @Test
    void anUnknownAttributeIsNamedWithItsFile() {
        RuleBookException refusal =
                refused(rule("SkuLocationProfile( demand.colour > 1 )", "conclude.abcClass( AbcClass.A );"));

        assertThat(refusal.problems().get(0).file()).isEqualTo("my.drl");
        assertThat(refusal).hasMessageContaining("colour");
    }

    @Test
    void whatIsNoRuleAtAllIsNamedWithItsLine() {
        RuleBookException refusal = refused("\n\nrule \"ABC-010 x\" wenn SkuLocationProfile() then end");

        assertThat(refusal.problems().get(0).line()).isEqualTo(3);
    }

    @Test
    void allProblemsOfABookAreTold() {
        RuleBookException refusal = catchThrowableOfType(
                RuleBookException.class,
                () -> RuleBook.compile(Map.of(
                        "a.drl",
                        rule("String()", "conclude.abcClass( AbcClass.A );"),
                        "b.csv",
                        "match,first\nrule,colour,then abcClass,explain\n")));

        assertThat(refusal.problems()).extracting(Problem::file).containsExactly("a.drl", "b.csv");
    }

    @Test
    void aTextCellNeverBecomesCode() {
        Map<String, String> files = standardFiles();
        files.put(
                "service-targets.csv",
                files.get("service-targets.csv")
                        .replace("Class A with", "then System.exit(1); end // {item} Class A with"));

        PolicyChoice choice = decideOrdinary(RuleBook.compile(files));

        assertThat(conclusion(choice, "serviceTarget").text())
                .startsWith("then System.exit(1); end // TEA Class A with");
    }

    @Test
    void aQuestionWithoutAnswerIsAnErrorThatNamesIt() {
        Map<String, String> files = standardFiles();
        files.remove("review.csv");
        RuleBook book = RuleBook.compile(files);

        assertThatThrownBy(() -> decideOrdinary(book))
                .isInstanceOf(UndecidedException.class)
                .hasMessage(
                        "TEA at W1: no rule answers reviewDays, but exactly one must. Add a rule for what this one is,"
                                + " or widen the condition of one.");
    }

    @Test
    void twoAnswersAreAnErrorThatNamesBothRulesEvenIfTheyAgree() {
        Map<String, String> files = standardFiles();
        files.put("more.csv", """
                match,single
                rule,demandClass,then reviewDays,explain
                REV-900 smooth demand is looked at weekly,SMOOTH,7,Because.
                """);
        RuleBook book = RuleBook.compile(files);

        assertThatThrownBy(() -> decideOrdinary(book))
                .isInstanceOf(UndecidedException.class)
                .hasMessage(
                        "TEA at W1: reviewDays is answered 2 times, but must be once: 7 by \"REV-040 what is worth an order"
                                + " a week is looked at weekly\" (review.csv line 6) and 7 by \"REV-900 smooth demand is"
                                + " looked at weekly\" (more.csv line 3). Make their conditions exclude each other.");
    }

    @Test
    void rulesInACircleAnswerTwiceAndEnd() {
        Map<String, String> files = standardFiles();
        files.put("circle.csv", "match,single\nrule,stopBuy,then stopBuy,explain\nSTB-900 again,false,true,Because.\n");
        RuleBook book = RuleBook.compile(files);

        assertThatThrownBy(() -> decideOrdinary(book)).hasMessageContaining("stopBuy is answered 2 times");
    }

    @Test
    void everyAnswerCarriesItsProof() {
        PolicyChoice choice = decideOrdinary(RuleBook.compile(standardFiles()));

        Conclusion abc = conclusion(choice, "abcClass");
        assertThat(abc.answer()).isEqualTo("A");
        assertThat(abc.ruleName()).isEqualTo("ABC-010 the first 80 % of annual value is class A");
        assertThat(abc.file()).isEqualTo("classification.drl");
        assertThat(abc.line()).isEqualTo(4);
        assertThat(abc.text())
                .isEqualTo(
                        "TEA sold 520 units in a year, worth 1300: within the first 80 % of all value (0.5 lies above it).");
        assertThat(abc.saw())
                .containsExactly(
                        new Conclusion.Seen("demand.cumulativeValueShare", "0.5"),
                        new Conclusion.Seen("item", "TEA"),
                        new Conclusion.Seen("demand.annualUnits", "520"),
                        new Conclusion.Seen("demand.annualValue", "1300"));
        Conclusion service = conclusion(choice, "serviceTarget");
        assertThat(service.answer()).isEqualTo("0.98");
        assertThat(service.file() + " line " + service.line()).isEqualTo("service-targets.csv line 11");
        assertThat(service.text()).isEqualTo("Class A with smooth demand.");
        assertThat(service.saw())
                .containsExactly(
                        new Conclusion.Seen("override.serviceLevel", "0"),
                        new Conclusion.Seen("demandClass", "smooth"),
                        new Conclusion.Seen("abcClass", "A"));
        assertThat(choice.conclusions())
                .extracting(Conclusion::question)
                .containsExactly(
                        "abcClass",
                        "marginClass",
                        "xyzClass",
                        "demandClass",
                        "lifecycleStage",
                        "obsolescenceStatus",
                        "stopBuy",
                        "lifecycleAction",
                        "provisionRate",
                        "serviceTarget",
                        "safetyStockMethod",
                        "demandDistribution",
                        "seasonalBuildDays",
                        "policyType",
                        "reviewDays",
                        "orderSizing");
    }

    @Test
    void aThresholdIsChangedInAFolderOfOnesOwn(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, String> file : standardFiles().entrySet()) {
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            Files.writeString(folder.resolve(file.getKey()), file.getValue().replace("A,0.98,", "A,0.99,"));
        }
        Files.writeString(folder.resolve("README.md"), "not a rule file");

        PolicyChoice choice = decideOrdinary(RuleBook.load(folder));

        assertThat(choice.serviceTarget()).isEqualTo(0.99);
    }

    @Test
    void anEmptyFolderIsNoRuleBook(@TempDir Path folder) {
        assertThatThrownBy(() -> RuleBook.load(folder)).hasMessageContaining("has no .drl, .csv or .xlsx file.");
    }

    @ParameterizedTest
    @CsvSource({
        "1234.5678, 1235",
        "99.999, 100",
        "12.345, 12.34",
        "0.5, 0.5",
        "0.00012345, 0.00012",
        "0, 0",
        "-3.14159, -3.14"
    })
    void numbersAreRoundedForAPerson(double number, String text) {
        assertThat(Sentence.forPerson(number)).isEqualTo(text);
    }

    private static Conclusion conclusion(PolicyChoice choice, String question) {
        return choice.conclusions().stream()
                .filter(conclusion -> conclusion.question().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private static PolicyChoice decideOrdinary(RuleBook book) {
        return new DroolsPolicyEngine(book, 1)
                .decide(List.of(Profiles.ordinary()))
                .get(0);
    }

    private static Map<String, String> standardFiles() {
        Map<String, String> files = new HashMap<>();
        BookFiles.standard()
                .bytesByName()
                .forEach((name, bytes) -> files.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return files;
    }
}
