package org.plenish.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.LifecycleAction;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.OrderSizing;
import org.plenish.engine.policy.PolicyType;
import org.plenish.engine.policy.SafetyStockMethod;
import org.plenish.engine.policy.SkuLocationProfile;

/**
 * What a rule says {@code conclude} to: one method a question. An answer is kept with the rule that gave it and becomes a
 * fact for other rules.
 */
public final class Conclude {

    private final SkuLocationProfile profile;
    private final List<DecisionTable> tables;
    private final Consumer<Object> facts;
    private final Map<Question, List<Answer>> answers = new EnumMap<>(Question.class);
    private @Nullable CompiledRule current;

    /** An answer and who gave it. */
    record Answer(Object value, CompiledRule rule) {}

    Conclude(SkuLocationProfile profile, List<DecisionTable> tables, Consumer<Object> facts) {
        this.profile = profile;
        this.tables = tables;
        this.facts = facts;
    }

    public void abcClass(AbcClass value) {
        answer(Question.ABC_CLASS, value, value);
    }

    public void demandClass(DemandClass value) {
        answer(Question.DEMAND_CLASS, value, value);
    }

    public void obsolescenceStatus(ObsolescenceStatus value) {
        answer(Question.OBSOLESCENCE_STATUS, value, value);
    }

    public void stopBuy(boolean value) {
        answer(Question.STOP_BUY, value, new StopBuy(value));
    }

    public void lifecycleAction(LifecycleAction value) {
        answer(Question.LIFECYCLE_ACTION, value, value);
    }

    public void serviceTarget(double value) {
        answer(Question.SERVICE_TARGET, value, new ServiceTarget(value));
    }

    public void safetyStockMethod(SafetyStockMethod value) {
        answer(Question.SAFETY_STOCK_METHOD, value, value);
    }

    public void safetyStockCoverDays(int value) {
        answer(Question.SAFETY_STOCK_COVER_DAYS, value, new SafetyStockCoverDays(value));
    }

    public void policyType(PolicyType value) {
        answer(Question.POLICY_TYPE, value, value);
    }

    public void reviewDays(int value) {
        answer(Question.REVIEW_DAYS, value, new ReviewDays(value));
    }

    public void orderSizing(OrderSizing value) {
        answer(Question.ORDER_SIZING, value, value);
    }

    public void orderCoverDays(int value) {
        answer(Question.ORDER_COVER_DAYS, value, new OrderCoverDays(value));
    }

    /** For the rule that stands for a decision table: every row that matches concludes. */
    public void fromTable(int index) {
        for (DecisionTable.Row row : tables.get(index).matching(profile, this)) {
            current = row.rule();
            row.conclude(this);
        }
    }

    void nowFires(@Nullable CompiledRule rule) {
        current = rule;
    }

    List<Answer> answers(Question question) {
        return answers.getOrDefault(question, List.of());
    }

    /** The first answer, null if there is none. */
    @Nullable
    Object answer(Question question) {
        List<Answer> given = answers(question);
        return given.isEmpty() ? null : given.get(0).value();
    }

    private void answer(Question question, Object value, Object fact) {
        if (current == null) {
            throw new IllegalStateException("An answer to " + question.word() + " must come from a rule.");
        }
        List<Answer> given = answers.computeIfAbsent(question, ignored -> new ArrayList<>(1));
        given.add(new Answer(value, current));
        if (given.size() == 1) {
            // A second answer is an error already; without its fact rules cannot conclude in a circle.
            facts.accept(fact);
        }
    }

    /** Answers that are numbers or yes and no, as facts; answers that are words are facts themselves. */
    public record StopBuy(boolean value) {}

    public record ServiceTarget(double value) {}

    public record SafetyStockCoverDays(int value) {}

    public record ReviewDays(int value) {}

    public record OrderCoverDays(int value) {}
}
