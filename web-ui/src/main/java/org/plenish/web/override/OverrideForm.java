package org.plenish.web.override;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;

/**
 * What a person has typed for one SKU-location.
 *
 * @param typed by the fields' columns; blank: left to the rules
 * @param until last day, blank: no end
 * @param renew whether values that stay as they are get the reason and the last day as well
 * @param version of what the person saw; null: only looking
 */
public record OverrideForm(
        String item,
        String warehouse,
        Map<String, String> typed,
        String reason,
        String until,
        boolean renew,
        @Nullable Long version) {

    private static final int LONGEST_REASON = 500;

    public OverrideForm {
        typed = Map.copyOf(typed);
    }

    static OverrideForm of(Map<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        for (OverrideField field : OverrideField.values()) {
            typed.put(field.column(), sent.getOrDefault(field.column(), "").strip());
        }
        String version = sent.getOrDefault("version", "");
        return new OverrideForm(
                sent.getOrDefault("item", "").strip(),
                sent.getOrDefault("warehouse", "").strip(),
                typed,
                sent.getOrDefault("reason", "").strip(),
                sent.getOrDefault("until", "").strip(),
                sent.containsKey("renew"),
                version.matches("[0-9]{1,18}") ? Long.valueOf(version) : null);
    }

    /** As it opens: what stands. */
    static OverrideForm standing(String item, String warehouse, List<StandingOverride> standing, long version) {
        Map<String, String> typed = new HashMap<>();
        for (OverrideField field : OverrideField.values()) {
            typed.put(field.column(), "");
        }
        standing.forEach(one -> typed.put(one.field().column(), one.field().typed(one.value())));
        return new OverrideForm(item, warehouse, typed, "", "", false, version);
    }

    public String typed(OverrideField field) {
        return typed.getOrDefault(field.column(), "");
    }

    /**
     * The values that are to stand.
     *
     * @throws RefusedException if one cannot be taken, or two contradict each other
     */
    Map<OverrideField, Double> values() {
        Map<OverrideField, Double> values = new EnumMap<>(OverrideField.class);
        for (OverrideField field : OverrideField.values()) {
            if (!typed(field).isEmpty()) {
                values.put(field, field.parse(typed(field)));
            }
        }
        requireOrder(values, OverrideField.MIN_QUANTITY, OverrideField.MAX_QUANTITY);
        requireOrder(values, OverrideField.REORDER_POINT, OverrideField.ORDER_UP_TO_LEVEL);
        return values;
    }

    private static void requireOrder(Map<OverrideField, Double> values, OverrideField low, OverrideField high) {
        Double least = values.get(low);
        Double most = values.get(high);
        if (least != null && most != null && least > most) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST,
                    "override.refused.order",
                    least.longValue(),
                    most.longValue(),
                    low.name(),
                    high.name());
        }
    }

    /** @throws RefusedException if there is none, or it is too long */
    String requireReason() {
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "override.refused.reason", LONGEST_REASON);
        }
        return reason;
    }

    /**
     * @param planDate before which it must not lie
     * @throws RefusedException if it is no day, or lies before
     */
    @Nullable
    LocalDate lastDay(LocalDate planDate) {
        if (until.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(until);
            if (!day.isBefore(planDate)) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // told below, like a day that has passed
        }
        throw new RefusedException(HttpStatus.BAD_REQUEST, "override.refused.until", until, planDate);
    }
}
