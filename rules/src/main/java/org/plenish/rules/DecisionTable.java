package org.plenish.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.LifecycleAction;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.OrderSizing;
import org.plenish.engine.policy.PolicyType;
import org.plenish.engine.policy.SafetyStockMethod;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.rules.RuleBookException.Problem;

/** A table whose rows choose policies. Its cells are compared in Java and never become code. */
final class DecisionTable {

    private static final TableFile.Language<Vocabulary.Case, Question> LANGUAGE =
            new TableFile.Language<>(Vocabulary::find, Question::find, Answers::parse, Question.words());

    private final String file;
    private final List<Vocabulary.Word<Vocabulary.Case>> conditions;
    private final List<Row> rows;

    /** One rule. */
    record Row(CompiledRule rule, List<CellCondition> cells, Map<Question, Object> answers) {

        void conclude(Conclude conclude) {
            answers.forEach((question, answer) -> {
                switch (question) {
                    case ABC_CLASS -> conclude.abcClass((AbcClass) answer);
                    case DEMAND_CLASS -> conclude.demandClass((DemandClass) answer);
                    case OBSOLESCENCE_STATUS -> conclude.obsolescenceStatus((ObsolescenceStatus) answer);
                    case STOP_BUY -> conclude.stopBuy((Boolean) answer);
                    case LIFECYCLE_ACTION -> conclude.lifecycleAction((LifecycleAction) answer);
                    case SERVICE_TARGET -> conclude.serviceTarget((Double) answer);
                    case SAFETY_STOCK_METHOD -> conclude.safetyStockMethod((SafetyStockMethod) answer);
                    case SAFETY_STOCK_COVER_DAYS -> conclude.safetyStockCoverDays((Integer) answer);
                    case POLICY_TYPE -> conclude.policyType((PolicyType) answer);
                    case REVIEW_DAYS -> conclude.reviewDays((Integer) answer);
                    case ORDER_SIZING -> conclude.orderSizing((OrderSizing) answer);
                    case ORDER_COVER_DAYS -> conclude.orderCoverDays((Integer) answer);
                }
            });
        }
    }

    private DecisionTable(String file, List<Vocabulary.Word<Vocabulary.Case>> conditions, List<Row> rows) {
        this.file = file;
        this.conditions = conditions;
        this.rows = rows;
    }

    String file() {
        return file;
    }

    List<CompiledRule> rules() {
        return rows.stream().map(Row::rule).toList();
    }

    /** The facts that must be there before the table can be asked: the answers in its condition columns. */
    Set<String> neededFactTypes() {
        Set<String> types = new TreeSet<>();
        for (Vocabulary.Word<Vocabulary.Case> word : conditions) {
            if (word.question() != null) {
                types.add(word.question().factType());
            }
        }
        return types;
    }

    List<Row> matching(SkuLocationProfile profile, Conclude conclude) {
        Vocabulary.Case known = new Vocabulary.Case(profile, conclude);
        return TableFile.matching(conditions, rows, Row::cells, known);
    }

    /** @param problems to be added to; the table is of no use then */
    static DecisionTable of(TableFile file, List<Problem> problems) {
        TableFile.Content<Vocabulary.Case, Question> content = file.read(LANGUAGE, problems);
        return new DecisionTable(
                file.name(),
                content.conditions(),
                content.rows().stream()
                        .map(row ->
                                new Row(new CompiledRule(row.info(), row.explanation()), row.cells(), row.answers()))
                        .toList());
    }
}
