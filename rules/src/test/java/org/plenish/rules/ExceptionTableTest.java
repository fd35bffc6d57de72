package org.plenish.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenish.engine.policy.ExceptionRules;
import org.plenish.engine.policy.Judgement;
import org.plenish.engine.policy.Severity;
import org.plenish.engine.policy.SituationProfile;
import org.plenish.engine.policy.SuggestedAction;
import org.plenish.rules.cases.FactBuilder;
import org.plenish.rules.vocabulary.Topic;

class ExceptionTableTest {

    private static final String HEADER =
            "match,single\nrule,kind,extent.value,then severity,then suggestedAction,explain\n";

    private static ExceptionRules rules(String rows) {
        return RuleBook.compile(Map.of("exceptions.csv", HEADER + rows)).exceptionRules();
    }

    private static Judgement judge(ExceptionRules rules, Map<String, Object> changes) {
        FactBuilder situation = new FactBuilder(Topic.EXCEPTION);
        changes.forEach(situation::set);
        return rules.judge(java.util.List.of((SituationProfile) situation.build()))
                .get(0);
    }

    @Test
    void judgesByTheRowThatMatches() {
        ExceptionRules rules = rules("EXC-010 little,,< 100,IGNORE,,Little.\n"
                + "EXC-020 much,,>= 100,CRITICAL,EXPEDITE,{item} at {warehouse}: {extent.value} at stake.\n");
        Judgement much = judge(rules, Map.of());
        assertThat(much.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(much.action()).isEqualTo(SuggestedAction.EXPEDITE);
        assertThat(much.conclusion().ruleId()).isEqualTo("EXC-020");
        assertThat(much.conclusion().line()).isEqualTo(4);
        assertThat(much.conclusion().text()).isEqualTo("TEA at W1: 140 at stake.");

        Judgement little = judge(rules, Map.of("extent.value", 99.0));
        assertThat(little.severity()).isNull();
        assertThat(little.conclusion().answer()).isEqualTo("IGNORE");
    }

    @Test
    void namesTheRowsThatOverlapAndTheSituationThatNoneIsFor() {
        ExceptionRules rules = rules("EXC-010 short,COMING_SHORTAGE,,WARNING,EXPEDITE,Short.\n"
                + "EXC-020 much,COMING_SHORTAGE|EXCESS,>= 1000,CRITICAL,EXPEDITE,Much.\n");
        assertThatThrownBy(() -> judge(rules, Map.of("extent.value", 1000.0)))
                .isInstanceOf(UndecidedException.class)
                .hasMessageContaining("COMING_SHORTAGE of TEA at W1: severity is answered 2 times")
                .hasMessageContaining("WARNING by \"EXC-010 short\" (exceptions.csv line 3)");
        assertThatThrownBy(() -> judge(rules, Map.of("kind", org.plenish.engine.policy.SituationKind.LATE_ORDER)))
                .isInstanceOf(UndecidedException.class)
                .hasMessageStartingWith("LATE_ORDER of TEA at W1: no rule answers severity");
    }

    @Test
    void aRowThatIsAnExceptionButAdvisesNothingIsAnError() {
        ExceptionRules rules = rules("EXC-010 all,,,WARNING,,Because.\n");
        assertThatThrownBy(() -> judge(rules, Map.of()))
                .isInstanceOf(UndecidedException.class)
                .hasMessageContaining("no rule answers suggestedAction");
    }

    @Test
    void aBookThatSaysNothingOfExceptionsUsesTheStandardOnes() {
        RuleBook book = RuleBook.compile(
                Map.of("review.csv", "match,single\nrule,abcClass,then reviewDays,explain\nREV-010 all,,7,Weekly.\n"));
        assertThat(book.rules()).extracting(RuleInfo::id).containsExactly("REV-010");
        assertThat(judge(book.exceptionRules(), Map.of()).conclusion().ruleId()).isEqualTo("EXC-070");
    }
}
