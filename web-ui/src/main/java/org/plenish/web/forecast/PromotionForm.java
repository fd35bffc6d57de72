package org.plenish.web.forecast;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenish.web.forecast.ForecastStore.NewChange;
import org.plenish.web.shared.PlanHeader;

/** A promotion as typed: of the items of a level, by so many percent. */
public record PromotionForm(Level level, String from, String to, String uplift, String reason) {

    private static final double LARGEST_UPLIFT_PERCENT = 900;

    static PromotionForm of(Map<String, String> sent) {
        return new PromotionForm(
                Level.of(sent.get("item"), sent.get("category"), sent.get("warehouse")),
                sent.getOrDefault("from", "").strip(),
                sent.getOrDefault("to", "").strip(),
                sent.getOrDefault("uplift", "").strip(),
                sent.getOrDefault("reason", "").strip());
    }

    /** @throws org.plenish.web.shared.RefusedException if it cannot be taken */
    NewChange change(PlanHeader plan) {
        if (!level.isItem() && level.category().isEmpty()) {
            throw ForecastForm.refused("forecast.refused.promotion.level");
        }
        LocalDate first = Objects.requireNonNull(day(from, true));
        LocalDate last = Objects.requireNonNull(day(to, true));
        if (last.isBefore(first) || last.isBefore(plan.planDate())) {
            throw ForecastForm.refused("forecast.refused.promotion.days", last, first, plan.planDate());
        }
        String plain = uplift.replace("%", "").replace("+", "").strip();
        if (!plain.matches("[0-9]{1,4}([.][0-9]{1,2})?")
                || Double.parseDouble(plain) <= 0
                || Double.parseDouble(plain) > LARGEST_UPLIFT_PERCENT) {
            throw ForecastForm.refused("forecast.refused.uplift", uplift, (int) LARGEST_UPLIFT_PERCENT);
        }
        return new NewChange(ForecastKind.PROMOTION, level, "", first, last, Double.parseDouble(plain));
    }

    /** @return null only where none is typed and none is required */
    static @Nullable LocalDate day(String typed, boolean required) {
        if (typed.isEmpty() && !required) {
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            throw ForecastForm.refused("forecast.refused.day", typed);
        }
    }
}
