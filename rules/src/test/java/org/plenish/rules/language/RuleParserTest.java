package org.plenish.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Vocabulary;

class RuleParserTest {

    private final List<Problem> problems = new ArrayList<>();

    private List<ParsedRule> parse(String text) {
        return RuleParser.parse("my.drl", text, Vocabulary.standard(), problems);
    }

    private static String rule(String condition) {
        return "rule \"ABC-010 all\" @explain(\"Because.\")\nwhen\n" + condition
                + "\nthen\n  conclude.abcClass( AbcClass.A );\nend\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SkuLocationProfile()",
                "SkuLocationProfile( demand.annualUnits > 0, item.lifecycle == Lifecycle.NEW || demand.daysOnSale >= 90 )",
                "SkuLocationProfile( !( demand.annualUnits > 3 ) && item.lifecycle != Lifecycle.NEW )",
                "SkuLocationProfile( item.category in ( \"tea\", \"mugs\" ), item.lifecycle not in ( Lifecycle.NEW ) )",
                "SkuLocationProfile( item.replacedBy == null, item.unitPrice != null )",
                "SkuLocationProfile( stock.coverDays < supply.leadTimeDays )",
                "SkuLocationProfile( abs( demand.trackingSignal ) > 4, ratio( stock.owedUnits, stock.onHandUnits ) < 0.1 )",
                "SkuLocationProfile( startsWith( item.description, \"Lamp\" ), !override.stopBuy )",
                "SkuLocationProfile( plan.date >= \"2026-11-01\", plan.month in ( 11, 12 ) )",
                "SkuLocationProfile( 0 < demand.annualUnits, demand.trackingSignal > -4.5 )",
                "not SkuLocationProfile( demand.annualUnits > 0 )",
                "exists SkuLocationProfile( demand.annualUnits > 0 ) AbcClass( this == AbcClass.A )",
                "( AbcClass( this == AbcClass.A ) or StopBuy( value == true ) ) and SkuLocationProfile()",
                "ServiceTarget( value > 0.9 )",
            })
    void theGrammarIsRead(String condition) {
        assertThat(parse(rule(condition))).hasSize(1);
        assertThat(problems).isEmpty();
    }

    @Test
    void importsOfWhatIsKnownAnywayAreNoHarm() {
        assertThat(parse("import org.plenish.engine.policy.SkuLocationProfile;\n"
                        + "import org.plenish.engine.policy.AbcClass;\n" + rule("SkuLocationProfile()")))
                .hasSize(1);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SkuLocationProfile( demand.anualUnits > 0 ); 3; 21; demand.anualUnits is not known.",
                "SkuLocationProfile( stock.onHandUnits < \"abc\" ); 3; 41; stock.onHandUnits cannot be compared with \"abc\": it is a whole number.",
                "SkuLocationProfile( item.lifecycle == Lifecycle.OLD ); 3; 39; Lifecycle.OLD is not known.",
                "SkuLocationProfile( item.lifecycle < Lifecycle.NEW ); 3; 38; item.lifecycle is one of some words: use == or !=, not <.",
                "SkuLocationProfile( item.lifecycle == AbcClass.A ); 3; 39; item.lifecycle cannot be compared with A: it is one of NEW, ACTIVE, PHASE_OUT, DISCONTINUED.",
                "SkuLocationProfile( demand.cumulativeValueShare > 1.5 ); 3; 51; demand.cumulativeValueShare can never be that: it is 0 or more and 1 or less.",
                "SkuLocationProfile( demand.annualUnits != null ); 3; 43; demand.annualUnits is always known, never null.",
                "SkuLocationProfile( plan.date > \"2026-02-30\" ); 3; 33; plan.date is a date, and \"2026-02-30\" is none: write it as \"2026-11-23\".",
                "SkuLocationProfile( abcClass == AbcClass.A ); 3; 21; abcClass is an answer, not an attribute.",
                "AbcClass( value == AbcClass.A ); 3; 11; value is not known in AbcClass.",
                "SkuLocationProfile( item.category == item.lifecycle ); 3; 21; item.category is a text and item.lifecycle is one of some words: they cannot be compared.",
                "SkuLocationProfile( item.category ); 3; 21; item.category must be compared with something.",
                "OrderCoverDays( value > 3 ); 3; 1; orderCoverDays is answered only sometimes, so a rule must not wait for it.",
                "SkuLocationProfile( 1 == 1 ); 3; 26; two fixed values are compared, so the answer is always the same.",
                "SkuLocationProfile( stock.onHandUnits == stock.onHandUnits ); 3; 21; stock.onHandUnits is compared with itself.",
                "SkuLocationProfile( abs( item.category ) > 1 ); 3; 21; abs takes numbers, and item.category is none.",
                "SkuLocationProfile( min( 1 ) > 1 ); 3; 21; min takes 2 values, not 1.",
                "SkuLocationProfile( demand.annualUnits + 1 > 2 ); 3; 40; + is not allowed in a test.",
                "SkuLocationProfile( demand.annualUnits > 0; 4; 1; COMMA is expected here, not then.",
                "$p : SkuLocationProfile(); 3; 1; a name for a whole fact is not allowed.",
                "SkuLocationProfile( item.description matches \"(a+)+\" ); 3; 38; matches is not allowed in a test.",
            })
    void aMistakeIsFoundWhereItStands(String condition, int line, int column, String text) {
        assertThat(parse(rule(condition))).isEmpty();

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).text()).isEqualTo(text.replace("COMMA", ","));
        assertThat(problems.get(0).line()).isEqualTo(line);
        assertThat(problems.get(0).column()).isEqualTo(column);
    }

    @Test
    void aWordNearTheOneWrittenIsOffered() {
        parse(rule("SkuLocationProfile( demand.anualUnits > 0 )"));

        assertThat(problems.get(0).suggestion()).isEqualTo("Maybe demand.annualUnits is meant.");
    }

    @Test
    void readingGoesOnWithTheNextRule() {
        String text =
                rule("String()") + rule("SkuLocationProfile()").replace("ABC-010", "ABC-020") + rule("eval( true )");

        assertThat(parse(text)).extracting(ParsedRule::id).containsExactly("ABC-020");
        assertThat(problems).extracting(Problem::line).containsExactly(3, 15);
    }

    @Test
    void parenthesesEndSomewhere() {
        parse(rule(
                "SkuLocationProfile( " + "(".repeat(100_000) + "demand.annualUnits > 0" + ")".repeat(100_000) + " )"));
        parse(rule("not ".repeat(100_000) + "SkuLocationProfile()"));
        parse(rule("SkuLocationProfile( " + "!".repeat(100_000) + "override.stopBuy )"));

        assertThat(problems).extracting(Problem::text).containsOnly("more than 5 levels of parentheses.");
    }

    @Test
    void anAnswerMayBeTakenOverFromAFact() {
        List<ParsedRule> rules =
                parse("rule \"SVC-010 x\" @explain(\"x\") when SkuLocationProfile( $level : override.serviceLevel )"
                        + " then conclude.serviceTarget( $level ); end");

        assertThat(rules).hasSize(1);
        assertThat(rules.get(0).conclusions().get(0).value())
                .isEqualTo(Vocabulary.standard()
                        .find(org.plenish.rules.vocabulary.Topic.POLICY, "override.serviceLevel")
                        .orElseThrow());
    }
}
