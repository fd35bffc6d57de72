package org.plenish.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.SituationKind;
import org.plenish.engine.policy.SituationProfile;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.rules.BookFiles;
import org.plenish.rules.ParsedBook;
import org.plenish.rules.RuleBook;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;

class RuleTestsTest {

    /** Answers few questions, one of them twice where demand is just so, and another not at all for class B. */
    private static final Map<String, String> RULES =
            Map.of("classes.csv", """
            match,first
            rule,demand.cumulativeValueShare,then abcClass,explain
            ABC-010 much is sold,< 0.8,A,{item} holds {demand.cumulativeValueShare}.
            ABC-020 little is sold,,B,The rest.
            """, "sizing.csv", """
            match,single
            rule,abcClass,then orderSizing,then orderCoverDays,explain
            SIZ-010 A is bought in economic quantities,A,ECONOMIC,,Class {abcClass}.
            SIZ-020 B is bought for a month,B,DAYS_OF_COVER,30,Class {abcClass}.
            """, "review.csv", """
            match,single
            rule,abcClass,demand.daysOnSale,then reviewDays,explain
            REV-010 A is looked at daily,A,,1,Class A.
            REV-020 what is on sale for a year is looked at weekly,A,>= 500,7,On sale for {demand.daysOnSale} days.
            """, "methods.csv", """
            match,single
            rule,demand.historyBuckets,then forecastMethod,explain
            FCM-010 short,< 52,ses,{demand.historyBuckets} buckets only.
            """, "exceptions.csv", """
            match,first
            rule,kind,then severity,then suggestedAction,explain
            EXC-010 a full warehouse is a warning,OVER_SPACE,WARNING,MAKE_SPACE,It is too full.
            EXC-020 nothing else matters,,IGNORE,,Nothing.
            """);

    private static RuleBook book;

    @BeforeAll
    static void compile() {
        book = RuleBook.compile(BookFiles.of(RULES));
    }

    private static RuleTests read(String text, List<Problem> problems) {
        Map<String, String> files = new java.util.TreeMap<>(RULES);
        files.put("tests/my.yaml", text);
        BookFiles bookFiles = BookFiles.of(files);
        return RuleTests.read(bookFiles, ParsedBook.read(bookFiles, Vocabulary.standard()), problems);
    }

    private static RuleTests read(String text) {
        List<Problem> problems = new ArrayList<>();
        RuleTests tests = read(text, problems);
        assertThat(problems).isEmpty();
        return tests;
    }

    private static Problem problem(String text) {
        List<Problem> problems = new ArrayList<>();
        read(text, problems);
        assertThat(problems).as(text).hasSize(1);
        assertThat(problems.get(0).file()).isEqualTo("tests/my.yaml");
        assertThat(problems.get(0).isError()).isTrue();
        return problems.get(0);
    }

    private static List<String> failures(String text) {
        return read(text).run(book).stream()
                .filter(result -> !result.passed())
                .map(TestResult::toString)
                .toList();
    }

    @Test
    void readsBothForms() {
        RuleTests tests = read("""
                rules:
                  ABC-010: { fires: {demand.cumulativeValueShare: 0.7999}, silent: {demand.cumulativeValueShare: 0.80} }
                cases:
                  - name: "much: A"
                    given:
                      item.description: "true"
                      demand.averageDemandIntervalBuckets: .inf
                      demand.coefficientOfVariation: unknown
                    expect: { abcClass: A }
                    silent: ABC-020
                """);

        assertThat(tests.tests())
                .extracting(RuleTest::name)
                .containsExactly("ABC-010 fires", "ABC-010 is silent", "much: A");
        RuleTest last = tests.tests().get(2);
        assertThat(last.line()).isEqualTo(4);
        assertThat(last.topic()).isEqualTo(Topic.POLICY);
        assertThat(last.expect()).containsExactly(Map.entry(Question.ABC_CLASS, AbcClass.A));
        assertThat(last.silent()).containsExactly("ABC-020");
        SkuLocationProfile fact = (SkuLocationProfile) last.fact();
        assertThat(fact.item().description()).isEqualTo("true");
        assertThat(fact.demand().averageDemandIntervalBuckets()).isInfinite();
        assertThat(fact.demand().coefficientOfVariation()).isNaN();
        assertThat(tests.run(book)).allMatch(TestResult::passed);
    }

    @Test
    void testsOtherTopicsWhereAFileSaysSo() {
        assertThat(failures("""
                        about: forecast
                        cases:
                          - { name: short, given: {demand.historyBuckets: 51}, expect: {forecastMethod: ses} }
                        """)).isEmpty();
        RuleTests tests = read("""
                about: exception
                cases:
                  - name: a full warehouse
                    given: { kind: OVER_SPACE, limit.overShare: 0.2, item: none, demand: none }
                    expect: { severity: WARNING, suggestedAction: MAKE_SPACE }
                    fires: [EXC-010]
                """);
        SituationProfile situation = (SituationProfile) tests.tests().get(0).fact();
        assertThat(situation.kind()).isEqualTo(SituationKind.OVER_SPACE);
        assertThat(situation.item()).isNull();
        assertThat(tests.run(book)).allMatch(TestResult::passed);
    }

    @Test
    void tellsWhatCameInsteadAndWhichRuleSaidSo() {
        assertThat(failures("cases:\n- { name: all are B, expect: {abcClass: B} }\n"))
                .containsExactly("tests/my.yaml line 2, \"all are B\": abcClass must be B, but it is A:"
                        + " \"ABC-010 much is sold\" (classes.csv line 3) says: TEA holds 0.5.");
    }

    @Test
    void tellsWhyARuleKeepsSilentOrThatItDoesNot() {
        assertThat(failures("rules:\n  ABC-020: { fires: {}, silent: {demand.cumulativeValueShare: 0.8} }\n"))
                .containsExactly(
                        "tests/my.yaml line 2, \"ABC-020 fires\": \"ABC-020 little is sold\" (classes.csv line 4) must fire,"
                                + " but it is silent: its conditions hold, but a row above it holds too and counts first:"
                                + " \"ABC-010 much is sold\" (classes.csv line 3) says: TEA holds 0.5.",
                        "tests/my.yaml line 2, \"ABC-020 is silent\": ABC-020 must keep silent, but it fires:"
                                + " \"ABC-020 little is sold\" (classes.csv line 4) says: The rest.");
    }

    @Test
    void noAnswerOrTwoFailOnlyATestThatAsks() {
        String given = "given: {demand.cumulativeValueShare: 0.9}";
        assertThat(failures("cases:\n- { name: B, " + given + ", expect: {abcClass: B} }\n"))
                .isEmpty();
        assertThat(failures("cases:\n- { name: B, " + given + ", expect: {reviewDays: 7} }\n"))
                .containsExactly(
                        "tests/my.yaml line 2, \"B\": reviewDays must be 7, but it has no answer: no rule gives one.");
        assertThat(
                        failures(
                                "cases:\n- { name: A, given: {demand.daysOnSale: 500}, expect: {reviewDays: 7}, silent: REV-010 }\n"))
                .singleElement()
                .asString()
                .contains("reviewDays must be 7, but it has 2 answers, 1 and 7: ")
                .contains("\"REV-010 A is looked at daily\" (review.csv line 3) says: Class A.")
                .contains("\"REV-020 what is on sale for a year is looked at weekly\"")
                .contains("REV-010 must keep silent, but it fires");
    }

    @Test
    void anAnswerToAQuestionThatIsNotAskedIsNone() {
        assertThat(failures("cases:\n- { name: A, expect: {orderCoverDays: 30} }\n"))
                .containsExactly(
                        "tests/my.yaml line 2, \"A\": orderCoverDays must be 30, but it is not asked, as orderSizing"
                                + " is ECONOMIC: \"SIZ-010 A is bought in economic quantities\" (sizing.csv line 3) says: Class A.");
    }

    @Test
    void coverageNamesRulesThatNoTestSeesOnBothSides() {
        RuleTests tests = read("""
                rules:
                  REV-020: { silent: {} }
                cases:
                  - { name: A, expect: {abcClass: A} }
                  - { name: B, given: {demand.cumulativeValueShare: 0.9}, expect: {abcClass: B, orderSizing: DAYS_OF_COVER} }
                """);

        List<Problem> gaps = RuleTests.coverage(book.content(), tests.run(book));

        assertThat(gaps).noneMatch(Problem::isError);
        assertThat(gaps)
                .extracting(gap -> gap.file() + " " + gap.line() + " " + gap.text())
                .containsExactly(
                        "exceptions.csv 3 no test sees EXC-010 fire, and none sees it keep silent.",
                        "exceptions.csv 4 no test sees EXC-020 fire, and none sees it keep silent.",
                        "methods.csv 3 no test sees FCM-010 fire, and none sees it keep silent.",
                        "review.csv 3 no test sees REV-010 fire, and none sees it keep silent.",
                        "review.csv 4 no test sees REV-020 fire.",
                        "sizing.csv 3 no test sees SIZ-010 fire.",
                        "sizing.csv 4 no test sees SIZ-020 keep silent.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{demand.anualUnits: 1}; 11; demand.anualUnits is not known; Maybe demand.annualUnits",
                "{abcClass: A}; 11; abcClass is an answer that rules give; put abcClass under expect",
                "{demand.annualUnits: many}; 31; demand.annualUnits: many must be a number.; Demand of the last 365 days",
                "{demand.daysOnSale: 1.5}; 30; demand.daysOnSale: 1.5 must be a whole number.; Days since",
                "{item.lifecycle: OLD}; 27; item.lifecycle: OLD must be one of NEW, ACTIVE, PHASE_OUT; Stage in life",
                "{override.stopBuy: yes}; 29; override.stopBuy: yes must be true or false.; A person stopped",
                "{plan.date: 23.11.2026}; 22; plan.date: 23.11.2026 must be a date such as 2026-11-23.; The plan's",
                "{demand.cumulativeValueShare: 2}; 40; 2.0 can never be, it is 0 or more and 1 or less; Share of",
                "{demand.annualUnits: unknown}; 31; demand.annualUnits is always known; Demand",
                "{item.unitPrice: .inf}; 10; a price must be finite; Give a value",
                "{item.shelfLifeDays: 0}; 31; item.shelfLifeDays: 0 can never be; Write unknown",
                "{item: none, demand: none}; 23; demand is not known in tests about policy; Maybe demand.annualUnits or",
                "[demand.annualUnits]; 10; given must be a mapping of words; key: value",
                "{demand.annualUnits: [1]}; 31; demand.annualUnits must be one value.; without brackets",
                "{demand.annualUnits: 1, demand.annualUnits: 2}; 34; demand.annualUnits stands twice.; Leave one out.",
            })
    void tellsWhatIsWrongWithWhatIsGiven(String given, int column, String text, String suggestion) {
        Problem problem = problem("cases:\n- name: my\n  given: " + given + "\n  expect: {abcClass: A}\n");

        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.text()).contains(text);
        assertThat(problem.suggestion()).contains(suggestion);
        assertThat(problem.column()).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "cases: [{name: my, expect: {abcClas: A}}]; abcClas is no question of the topic policy.; Questions are abcClass,",
                "cases: [{name: my, expect: {stock.coverDays: 1}}]; stock.coverDays is no question of the topic policy, but a fact.; Questions",
                "cases: [{name: my, expect: {abcClass: D}}]; abcClass: D is not allowed.; It must be one of A, B, C.",
                "cases: [{name: my, expect: {serviceTarget: 1}}]; serviceTarget: 1 is not allowed.; 0.5 or more and below 1",
                "cases: [{name: my, fires: [ABC-011]}]; the book has no rule ABC-011.; Maybe ABC-010 or ABC-020 is meant.",
                "cases: [{name: my, silent: [FCM-010]}]; FCM-010 is a rule about forecast, but these tests are about policy.; about: forecast",
                "rules: {XYZ-010: {fires: {}}}; the book has no rule XYZ-010.; Write the id",
                "rules: {ABC-010: {}}; ABC-010 has neither fires nor silent.; Say in which situation",
                "rules: {ABC-010: {fire: {}}}; fire has no meaning here.; Allowed are fires, silent.",
                "cases: [{expect: {abcClass: A}}]; the case has no name.; Begin it with",
                "cases: [{name: my}]; `\"my\" expects nothing.`; Add expect",
                "cases: [{name: my, give: {}, expect: {abcClass: A}}]; give has no meaning here.; Allowed are expect, fires, given, name, silent.",
                "cases: {name: my}; cases must be a list.; - name:",
                "about: prices; about: prices is no topic.; Topics are policy, forecast, exception.",
                "about: policy; the file has neither rules nor cases.; or remove the file",
                "case: []; case has no meaning here.; Allowed are about, cases, rules.",
                "[1, 2]; a test file must be a mapping of about, rules and cases.; key: value",
                "`cases: [{name: a, expect: {abcClass: A}}, {name: a, expect: {abcClass: A}}]`; there is another test; Name each",
            })
    void tellsWhatIsWrongWithAFile(String text, String problem, String suggestion) {
        Problem found = problem(text + "\n");

        assertThat(found.line()).isEqualTo(1);
        assertThat(found.text()).contains(problem);
        assertThat(found.suggestion()).contains(suggestion);
    }

    @Test
    void tellsWhereAFileIsNoYaml() {
        Problem problem = problem("cases:\n- name: a: b\n");

        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(10);
        assertThat(problem.text()).startsWith("is not YAML: ");
        assertThat(problem("cases:\n- name: \u0007\n").line()).isEqualTo(2);
        assertThat(problem("").text()).isEqualTo("is empty.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x]\nb: [*a, *a]\n",
                "a: &a x\n",
                "a: !!javax.script.ScriptEngineManager []\n",
                "a: !!java.net.URL x\n",
            })
    void refusesAnchorsAliasesAndTypes(String text) {
        List<Problem> problems = new ArrayList<>();

        RuleTests tests = read(text, problems);

        assertThat(tests.tests()).isEmpty();
        assertThat(problems.get(0).line()).isEqualTo(1);
        assertThat(problems).allMatch(problem -> problem.text().endsWith(" is not allowed in tests."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[", "- ", "? "})
    void refusesDeepNestingAtOnce(String opening) {
        Problem problem = problem("\n" + opening.repeat(500_000));

        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.text()).isEqualTo("more than 20 levels of nesting is not allowed in tests.");
    }

    @Test
    void tellsAsManyProblemsAsAPersonCanMendAtATime() {
        List<Problem> problems = new ArrayList<>();

        read("cases:\n" + "- { name: my }\n".repeat(5_000), problems);

        assertThat(problems).hasSize(200);
    }
}
