package org.plenish.rules.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.MethodChoice;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.ForecastMethods;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.DemandDistribution;
import org.plenish.engine.policy.LifecycleAction;
import org.plenish.engine.policy.LifecycleStage;
import org.plenish.engine.policy.MarginClass;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.OrderSizing;
import org.plenish.engine.policy.PolicyType;
import org.plenish.engine.policy.SafetyStockMethod;
import org.plenish.engine.policy.SuggestedAction;
import org.plenish.engine.policy.XyzClass;
import org.plenish.rules.condition.Domain;
import org.plenish.rules.condition.Intervals;

/** What a rule book is asked, in the order in which the answers are shown. Exactly one rule answers each. */
public enum Question {
    ABC_CLASS(Topic.POLICY, "abcClass", AbcClass.class),
    MARGIN_CLASS(Topic.POLICY, "marginClass", MarginClass.class),
    XYZ_CLASS(Topic.POLICY, "xyzClass", XyzClass.class),
    DEMAND_CLASS(Topic.POLICY, "demandClass", DemandClass.class),
    LIFECYCLE_STAGE(Topic.POLICY, "lifecycleStage", LifecycleStage.class),
    OBSOLESCENCE_STATUS(Topic.POLICY, "obsolescenceStatus", ObsolescenceStatus.class),
    STOP_BUY(Topic.POLICY, "stopBuy", Boolean.class),
    LAST_TIME_BUY_DAYS(Topic.POLICY, "lastTimeBuyDays", Integer.class),
    LIFECYCLE_ACTION(Topic.POLICY, "lifecycleAction", LifecycleAction.class),
    PROVISION_RATE(Topic.POLICY, "provisionRate", Double.class),
    SERVICE_TARGET(Topic.POLICY, "serviceTarget", Double.class),
    SAFETY_STOCK_METHOD(Topic.POLICY, "safetyStockMethod", SafetyStockMethod.class),
    DEMAND_DISTRIBUTION(Topic.POLICY, "demandDistribution", DemandDistribution.class),
    SAFETY_STOCK_COVER_DAYS(Topic.POLICY, "safetyStockCoverDays", Integer.class),
    SEASONAL_BUILD_DAYS(Topic.POLICY, "seasonalBuildDays", Integer.class),
    POLICY_TYPE(Topic.POLICY, "policyType", PolicyType.class),
    REVIEW_DAYS(Topic.POLICY, "reviewDays", Integer.class),
    ORDER_SIZING(Topic.POLICY, "orderSizing", OrderSizing.class),
    ORDER_COVER_DAYS(Topic.POLICY, "orderCoverDays", Integer.class),
    FORECAST_METHOD(Topic.FORECAST, "forecastMethod", String.class),
    SEVERITY(Topic.EXCEPTION, "severity", Verdict.class),
    SUGGESTED_ACTION(Topic.EXCEPTION, "suggestedAction", SuggestedAction.class);

    /** How grave a situation is. */
    public enum Verdict {
        CRITICAL,
        WARNING,
        NOTICE,
        /** Nobody needs to look at it. */
        IGNORE
    }

    private final Topic topic;
    private final String word;
    private final Class<?> type;

    Question(Topic topic, String word, Class<?> type) {
        this.topic = topic;
        this.word = word;
        this.type = type;
    }

    /**
     * A question that is asked only after some answers to another.
     *
     * @param answers that make it be asked
     */
    public record OnlyIf(Question question, Set<Object> answers) {}

    /** When it is asked; empty if always. */
    public Optional<OnlyIf> onlyIf() {
        return Optional.ofNullable(
                switch (this) {
                    case LAST_TIME_BUY_DAYS -> new OnlyIf(LIFECYCLE_STAGE, Set.of(LifecycleStage.LAST_TIME_BUY));
                    case DEMAND_DISTRIBUTION ->
                        new OnlyIf(
                                SAFETY_STOCK_METHOD,
                                Set.of(
                                        SafetyStockMethod.CYCLE_SERVICE,
                                        SafetyStockMethod.FILL_RATE,
                                        SafetyStockMethod.READY_RATE,
                                        SafetyStockMethod.SHORTAGE_COST));
                    case SAFETY_STOCK_COVER_DAYS ->
                        new OnlyIf(SAFETY_STOCK_METHOD, Set.of(SafetyStockMethod.DAYS_OF_COVER));
                    case ORDER_COVER_DAYS -> new OnlyIf(ORDER_SIZING, Set.of(OrderSizing.DAYS_OF_COVER));
                    case SUGGESTED_ACTION ->
                        new OnlyIf(SEVERITY, Set.of(Verdict.CRITICAL, Verdict.WARNING, Verdict.NOTICE));
                    default -> (@Nullable OnlyIf) null;
                });
    }

    public Topic topic() {
        return topic;
    }

    /** As rules and explanations write it. */
    public String word() {
        return word;
    }

    /** An enum, {@link Double}, {@link Integer}, {@link Boolean} or, of words that are no constants, {@link String}. */
    public Class<?> type() {
        return type;
    }

    /** The fact that a rule file asks for the answer by: {@code AbcClass( this == AbcClass.A )}. */
    public String factType() {
        return type.isEnum() ? type.getSimpleName() : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    public static List<Question> of(Topic topic) {
        return Arrays.stream(values())
                .filter(question -> question.topic == topic)
                .toList();
    }

    public static Optional<Question> find(Topic topic, String word) {
        return of(topic).stream().filter(question -> question.word.equals(word)).findFirst();
    }

    static Optional<Question> ofFact(String factType) {
        return of(Topic.POLICY).stream()
                .filter(question -> question.factType().equals(factType))
                .findFirst();
    }

    public static String words(Topic topic) {
        return of(topic).stream().map(Question::word).collect(Collectors.joining(", "));
    }

    /**
     * An answer from its text.
     *
     * @throws IllegalArgumentException if it is not allowed; the message says what is
     */
    public Object parse(String text) {
        Object answer;
        try {
            answer = parse(type, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(word + ": " + text + " must be " + allowed() + ".", e);
        }
        if (!isAllowed(answer)) {
            throw new IllegalArgumentException(word + ": " + text + " must be " + allowed() + ".");
        }
        return answer;
    }

    private static Object parse(Class<?> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(text))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new);
        }
        if (type == Boolean.class) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException();
            }
            return Boolean.valueOf(text);
        }
        if (type == String.class) {
            return text;
        }
        return type == Integer.class ? (Object) Integer.valueOf(text) : (Object) Double.valueOf(text);
    }

    /** Whether a value of its type is an answer. */
    public boolean isAllowed(Object answer) {
        return switch (this) {
            case SERVICE_TARGET -> (Double) answer >= 0.5 && (Double) answer < 1;
            case PROVISION_RATE -> (Double) answer >= 0 && (Double) answer <= 1;
            case FORECAST_METHOD -> forecastMethods().contains((String) answer);
            default -> type != Integer.class || (Integer) answer >= 0;
        };
    }

    /** All answers that are numbers or yes and no, of which a rule may take one over from a fact. */
    public Domain allowedValues() {
        return switch (this) {
            case SERVICE_TARGET -> Intervals.between(0.5, Math.nextDown(1.0), Intervals.Kind.REAL);
            case PROVISION_RATE -> Intervals.between(0, 1, Intervals.Kind.REAL);
            default ->
                type == Integer.class
                        ? Intervals.atLeast(0, Intervals.Kind.WHOLE)
                        : Word.everything(type, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
        };
    }

    /** For messages: "must be " and this. */
    public String allowed() {
        return switch (this) {
            case SERVICE_TARGET -> "0.5 or more and below 1";
            case PROVISION_RATE -> "from 0 to 1";
            case FORECAST_METHOD -> "one of " + String.join(", ", forecastMethods());
            default -> {
                if (type.isEnum()) {
                    yield "one of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", "));
                }
                yield type == Boolean.class ? "true or false" : "a whole number of 0 or more";
            }
        };
    }

    private static Set<String> forecastMethods() {
        Set<String> allowed = new TreeSet<>();
        // Of a year of months: with a season, so that none is left out.
        ForecastMethods.all(12).stream().map(ForecastMethod::id).forEach(allowed::add);
        allowed.add(MethodChoice.AUTO);
        return allowed;
    }
}
