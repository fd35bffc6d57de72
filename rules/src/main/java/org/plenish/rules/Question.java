package org.plenish.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.LifecycleAction;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.OrderSizing;
import org.plenish.engine.policy.PolicyType;
import org.plenish.engine.policy.SafetyStockMethod;

/** What a rule book is asked about each SKU-location, in the order in which the answers are shown. */
public enum Question {
    ABC_CLASS("abcClass", AbcClass.class),
    DEMAND_CLASS("demandClass", DemandClass.class),
    OBSOLESCENCE_STATUS("obsolescenceStatus", ObsolescenceStatus.class),
    STOP_BUY("stopBuy", Boolean.class),
    LIFECYCLE_ACTION("lifecycleAction", LifecycleAction.class),
    SERVICE_TARGET("serviceTarget", Double.class),
    SAFETY_STOCK_METHOD("safetyStockMethod", SafetyStockMethod.class),
    /** Asked only where the safety-stock method is days of cover. */
    SAFETY_STOCK_COVER_DAYS("safetyStockCoverDays", Integer.class),
    POLICY_TYPE("policyType", PolicyType.class),
    REVIEW_DAYS("reviewDays", Integer.class),
    ORDER_SIZING("orderSizing", OrderSizing.class),
    /** Asked only where order sizing is days of cover. */
    ORDER_COVER_DAYS("orderCoverDays", Integer.class);

    private final String word;
    private final Class<?> type;

    Question(String word, Class<?> type) {
        this.word = word;
        this.type = type;
    }

    /** As rules and explanations write it. */
    public String word() {
        return word;
    }

    /** An enum, {@link Double}, {@link Integer} or {@link Boolean}. */
    public Class<?> type() {
        return type;
    }

    /** The type of the fact that later rules match on. */
    String factType() {
        return type.isEnum() ? type.getSimpleName() : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    static Optional<Question> find(String word) {
        return Arrays.stream(values())
                .filter(question -> question.word.equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Question::word).collect(Collectors.joining(", "));
    }

    /** What is wrong with an answer of the right type; empty if nothing is. */
    Optional<String> problemWith(Object answer) {
        if (this == SERVICE_TARGET && !((Double) answer >= 0.5 && (Double) answer < 1)) {
            return Optional.of(word + ": " + answer + " must be 0.5 or more and below 1.");
        }
        if (type == Integer.class && (Integer) answer < 0) {
            return Optional.of(word + ": " + answer + " must be 0 or more.");
        }
        return Optional.empty();
    }
}
