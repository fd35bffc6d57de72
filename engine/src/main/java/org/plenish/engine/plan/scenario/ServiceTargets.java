package org.plenish.engine.plan.scenario;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.PolicyEngine;
import org.plenish.engine.policy.RuleReference;
import org.plenish.engine.policy.SkuLocationProfile;

/** A rule book whose answer on service is replaced by a scenario's, openly: the conclusion names the scenario's line. */
record ServiceTargets(PolicyEngine ruleBook, List<ServiceTargetChange> changes) implements PolicyEngine {

    private static final String QUESTION = "serviceTarget";

    ServiceTargets {
        changes = List.copyOf(changes);
    }

    /** The rule book itself if nothing of it is replaced. */
    static PolicyEngine over(PolicyEngine ruleBook, List<ServiceTargetChange> changes) {
        return changes.isEmpty() ? ruleBook : new ServiceTargets(ruleBook, changes);
    }

    @Override
    public List<PolicyChoice> decide(List<SkuLocationProfile> profiles) {
        List<PolicyChoice> choices = new ArrayList<>(ruleBook.decide(profiles));
        for (int i = 0; i < choices.size(); i++) {
            for (ServiceTargetChange change : changes) { // the last that holds wins
                if (change.holds(profiles.get(i), choices.get(i).abcClass())) {
                    choices.set(i, replaced(choices.get(i), change));
                }
            }
        }
        return List.copyOf(choices);
    }

    private static PolicyChoice replaced(PolicyChoice choice, ServiceTargetChange change) {
        List<Conclusion> conclusions = new ArrayList<>();
        for (Conclusion conclusion : choice.conclusions()) {
            conclusions.add(
                    conclusion.question().equals(QUESTION)
                            ? new Conclusion(QUESTION, change.target(), new Line(change, conclusion), List.of())
                            : conclusion);
        }
        return new PolicyChoice(
                choice.location(),
                choice.abcClass(),
                choice.marginClass(),
                choice.xyzClass(),
                choice.demandClass(),
                choice.lifecycleStage(),
                choice.obsolescenceStatus(),
                choice.stopBuy(),
                choice.lifecycleAction(),
                choice.provisionRate(),
                choice.lastTimeBuyDays(),
                change.target(),
                choice.safetyStockMethod(),
                choice.demandDistribution(),
                choice.safetyStockCoverDays(),
                choice.seasonalBuildDays(),
                choice.policyType(),
                choice.reviewDays(),
                choice.orderSizing(),
                choice.orderCoverDays(),
                conclusions);
    }

    /** The line of a scenario in the place of a rule. */
    private record Line(ServiceTargetChange change, Conclusion instead) implements RuleReference {

        @Override
        public String id() {
            return "WHAT-IF";
        }

        @Override
        public String name() {
            return "WHAT-IF " + change.sentence();
        }

        @Override
        public String file() {
            int end = change.place().indexOf(" line ");
            return end < 0 ? change.place() : change.place().substring(0, end);
        }

        @Override
        public int line() {
            return change.line();
        }

        @Override
        public List<String> words() {
            return List.of();
        }

        @Override
        public String explain(List<@Nullable Object> values) {
            return "What if: " + change.sentence() + " By " + instead.ruleId() + " it would be " + instead.answer()
                    + ".";
        }

        @Override
        public String valueText(int word, @Nullable Object value) {
            return String.valueOf(value);
        }
    }
}
