package org.plenish.web.forecast;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A change of forecasts as it is kept.
 *
 * @param likeItem whose forecast is taken; blank unless that is its kind
 * @param toDay last day, null: no end
 * @param amount units or percent, as its kind says
 */
public record StandingChange(
        long id,
        ForecastKind kind,
        String item,
        String category,
        String warehouse,
        String likeItem,
        LocalDate fromDay,
        @Nullable LocalDate toDay,
        double amount,
        String reason,
        String setBy,
        OffsetDateTime setAt,
        @Nullable String endedBy,
        @Nullable OffsetDateTime endedAt) {

    public Level level() {
        return new Level(item, category, warehouse);
    }

    /** Whether a plan of that date has it before it. */
    boolean isAheadOf(LocalDate planDate) {
        return toDay == null || !toDay.isBefore(planDate);
    }

    /** As people write it: {@code 500}, {@code +50}, {@code −10%}. */
    public String amountText() {
        return AmountText.of(kind, amount);
    }
}
