package org.plenish.web.item.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.web.run.StoredConclusion;
import org.plenish.web.shared.Figures;

/**
 * A value of the policy and who set it: a rule, a formula that a rule chose, or a person.
 *
 * @param name of its title, {@code items.column.NAME}
 * @param value as the page shows it
 * @param setter who
 * @param rule that concluded it, or chose the formula; null: none is kept
 * @param who the person; blank: the plan's dataset does not say
 * @param at when they set it; null: the dataset does not say
 * @param reason in their words; blank: a rule set it, or none was given
 * @param lastDay on which it holds; null: without end
 * @param pending whether a person has set it after the plan was made, so that the next plan takes it up
 */
public record ValueOrigin(
        String name,
        String value,
        Setter setter,
        @Nullable StoredConclusion rule,
        String who,
        @Nullable Instant at,
        String reason,
        @Nullable LocalDate lastDay,
        boolean pending) {

    /** Who can set a value. */
    public enum Setter {
        RULE,
        FORMULA,
        PERSON
    }

    /**
     * A value that stands in place of the rules'.
     *
     * @param field column of {@code policy_overrides.csv}
     * @param value units; of {@code service_level} a share; of {@code stop_buy} 1
     */
    public record PersonsValue(
            String field,
            double value,
            String reason,
            @Nullable LocalDate lastDay,
            String who,
            Instant at) {}

    /**
     * Where a person's values went before the rules' in the plan.
     *
     * @param fields columns of {@code policy_overrides.csv}
     */
    public record InPlan(
            List<String> fields, String reason, @Nullable LocalDate lastDay) {

        public InPlan {
            fields = List.copyOf(fields);
        }
    }

    /** What a page can tell the origin of: its title's name, its column of overrides, and the question that decides it. */
    private record Kind(String name, String field, String question, Setter setter) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("SERVICE", "service_level", "serviceTarget", Setter.RULE),
            new Kind("SAFETY_STOCK", "safety_stock", "safetyStockMethod", Setter.FORMULA),
            new Kind("REORDER_POINT", "reorder_point", "policyType", Setter.FORMULA),
            new Kind("ORDER_UP_TO", "order_up_to_level", "policyType", Setter.FORMULA),
            new Kind("ORDER_QUANTITY", "min_quantity", "orderSizing", Setter.FORMULA),
            new Kind("STOP_BUY", "stop_buy", "stopBuy", Setter.RULE));

    private static final String MOST = "max_quantity";

    /**
     * @param values as the page shows them, by name
     * @param standing what people have set and not ended
     */
    public static List<ValueOrigin> of(
            Map<String, String> values,
            List<StoredConclusion> conclusions,
            InPlan inPlan,
            List<PersonsValue> standing,
            Figures fmt) {
        List<ValueOrigin> origins = new ArrayList<>();
        for (Kind kind : KINDS) {
            @Nullable
            StoredConclusion rule = conclusions.stream()
                    .filter(conclusion -> conclusion.question().equals(kind.question()))
                    .findFirst()
                    .orElse(null);
            @Nullable
            PersonsValue person = standing.stream()
                    .filter(value -> isOf(kind, value.field()))
                    .findFirst()
                    .orElse(null);
            boolean taken = inPlan.fields().stream().anyMatch(field -> isOf(kind, field));
            String value = values.getOrDefault(kind.name(), "–");
            if (person != null) {
                origins.add(new ValueOrigin(
                        kind.name(),
                        taken ? value : text(person, fmt),
                        Setter.PERSON,
                        rule,
                        person.who(),
                        person.at(),
                        person.reason(),
                        person.lastDay(),
                        !taken));
            } else if (taken) {
                origins.add(new ValueOrigin(
                        kind.name(), value, Setter.PERSON, rule, "", null, inPlan.reason(), inPlan.lastDay(), false));
            } else {
                origins.add(new ValueOrigin(kind.name(), value, kind.setter(), rule, "", null, "", null, false));
            }
        }
        return origins;
    }

    /** As the page shows it. */
    private static String text(PersonsValue person, Figures fmt) {
        return switch (person.field()) {
            case "service_level" -> fmt.percent(person.value());
            case "stop_buy" -> "✓";
            default -> fmt.units(Math.round(person.value()));
        };
    }

    private static boolean isOf(Kind kind, String field) {
        return kind.field().equals(field) || (kind.name().equals("ORDER_QUANTITY") && field.equals(MOST));
    }
}
