package org.plenish.web.forecast;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.plenish.web.forecast.ForecastStore.NewChange;
import org.plenish.web.shared.PlanHeader;

/**
 * An item that is to sell like another, as typed.
 *
 * @param item new, or one that is there and has no history worth the name
 * @param like whose forecast it takes
 * @param share percent of it
 * @param from first day on which it sells
 * @param until last day on which it goes by the other, blank: no end
 * @param warehouse blank: wherever the other is planned
 */
public record LikeForm(
        String item, String like, String share, String from, String until, String warehouse, String reason) {

    private static final int LONGEST_NAME = 60;
    private static final double LARGEST_SHARE_PERCENT = 10_000;

    static LikeForm of(Map<String, String> sent) {
        return new LikeForm(
                sent.getOrDefault("item", "").strip(),
                sent.getOrDefault("like", "").strip(),
                sent.getOrDefault("share", "").strip(),
                sent.getOrDefault("from", "").strip(),
                sent.getOrDefault("until", "").strip(),
                sent.getOrDefault("warehouse", "").strip(),
                sent.getOrDefault("reason", "").strip());
    }

    /** @throws org.plenish.web.shared.RefusedException if it cannot be taken */
    NewChange change(PlanHeader plan, ForecastQueries queries) {
        if (item.isEmpty() || item.length() > LONGEST_NAME || item.chars().anyMatch(Character::isISOControl)) {
            throw ForecastForm.refused("forecast.refused.like.item", item, LONGEST_NAME);
        }
        if (item.equals(like) || !queries.hasItem(plan.runId(), like)) {
            throw ForecastForm.refused("forecast.refused.like.other", like);
        }
        if (!warehouse.isEmpty() && !queries.hasWarehouse(plan.runId(), warehouse)) {
            throw ForecastForm.refused("forecast.refused.warehouse", warehouse);
        }
        String plain = share.replace("%", "").strip();
        if (!plain.matches("[0-9]{1,5}([.][0-9]{1,2})?")
                || Double.parseDouble(plain) < 1
                || Double.parseDouble(plain) > LARGEST_SHARE_PERCENT) {
            throw ForecastForm.refused("forecast.refused.share", share, (int) LARGEST_SHARE_PERCENT);
        }
        LocalDate first = Objects.requireNonNull(PromotionForm.day(from, true));
        LocalDate last = PromotionForm.day(until, false);
        if (last != null && (last.isBefore(first) || last.isBefore(plan.planDate()))) {
            throw ForecastForm.refused("forecast.refused.promotion.days", last, first, plan.planDate());
        }
        return new NewChange(
                ForecastKind.LIKE, new Level(item, "", warehouse), like, first, last, Double.parseDouble(plain));
    }
}
