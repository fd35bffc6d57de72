package org.plenish.rules;

import java.util.List;
import org.plenish.engine.forecast.MethodChoice;
import org.plenish.engine.forecast.SeriesProfile;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.Judgement;
import org.plenish.engine.policy.Severity;
import org.plenish.engine.policy.SituationProfile;
import org.plenish.engine.policy.SuggestedAction;
import org.plenish.rules.table.DecisionTable;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Question.Verdict;
import org.plenish.rules.vocabulary.Topic;

/** Topics that tables alone decide, without rules that build on each other's answers. */
final class TableRules {

    private TableRules() {}

    static MethodChoice chooseMethod(List<DecisionTable> tables, SeriesProfile profile) {
        Deliberation decided = decide(tables, profile);
        Conclusion conclusion = decided.conclusions(Topic.FORECAST).get(0);
        return new MethodChoice(conclusion.answer(), conclusion.ruleId(), conclusion.text());
    }

    static Judgement judge(List<DecisionTable> tables, SituationProfile situation) {
        Deliberation decided = decide(tables, situation);
        List<Conclusion> conclusions = decided.conclusions(Topic.EXCEPTION);
        Verdict verdict = (Verdict) decided.required(Question.SEVERITY);
        return new Judgement(
                verdict == Verdict.IGNORE ? null : Severity.valueOf(verdict.name()),
                (SuggestedAction) decided.ifAsked(Question.SUGGESTED_ACTION),
                conclusions.get(0));
    }

    static Deliberation decide(List<DecisionTable> tables, SeriesProfile profile) {
        return decide(tables, profile, profile.location().toString());
    }

    static Deliberation decide(List<DecisionTable> tables, SituationProfile situation) {
        return decide(tables, situation, name(situation));
    }

    private static String name(SituationProfile situation) {
        return situation.kind()
                + (situation.item() == null ? "" : " of " + situation.item().id())
                + (situation.warehouse() == null
                        ? ""
                        : " at " + situation.warehouse().id());
    }

    private static Deliberation decide(List<DecisionTable> tables, Object fact, String name) {
        Deliberation deliberation = new Deliberation(fact, name);
        for (DecisionTable table : tables) {
            for (BookRule rule : table.speaking(deliberation)) {
                rule.answers().forEach((question, answer) -> deliberation.add(question, answer, rule));
            }
        }
        return deliberation;
    }
}
