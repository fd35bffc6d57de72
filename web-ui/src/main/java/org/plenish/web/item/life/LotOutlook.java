package org.plenish.web.item.life;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;

/**
 * A lot, and how much of it will be left on its last day if what expires first is sold first at the rate of the forecast.
 *
 * @param lot its number; blank: it has none
 * @param expiresOn its last day; null: it does not expire
 * @param daysLeft from the plan's date to its last day, that day included; negative: expired; null: it does not expire
 * @param leftUnits expected to be unsold then; null: it does not expire
 * @param leftValue of them, at unit cost; null: it does not expire
 */
public record LotOutlook(
        String lot,
        int units,
        @Nullable LocalDate expiresOn,
        @Nullable Long daysLeft,
        @Nullable Double leftUnits,
        @Nullable BigDecimal leftValue) {

    /** A lot as it was counted. */
    public record Counted(String lot, int units, @Nullable LocalDate expiresOn) {}

    public boolean isExpired() {
        return daysLeft != null && daysLeft < 0;
    }

    /** Whether a unit or more of it will be left. */
    public boolean isAtRisk() {
        return leftUnits != null && leftUnits >= 0.5;
    }

    /**
     * What expires first comes first; what does not expire, last.
     *
     * @param future buckets of the plan; after them the last bucket's forecast goes on
     * @param meanUnits expected demand of each
     */
    public static List<LotOutlook> of(
            List<Counted> lots, TimeBuckets future, List<Double> meanUnits, BigDecimal unitCost) {
        List<LotOutlook> outlooks = new ArrayList<>();
        double sold = 0;
        for (Counted lot : lots.stream()
                .sorted(Comparator.comparing(
                                Counted::expiresOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                        .thenComparing(Counted::lot))
                .toList()) {
            LocalDate last = lot.expiresOn();
            if (last == null) {
                outlooks.add(new LotOutlook(lot.lot(), lot.units(), null, null, null, null));
                continue;
            }
            long days = ChronoUnit.DAYS.between(future.start(), last);
            double demand = days < 0 ? 0 : demandUntil(last.plusDays(1), future, meanUnits);
            double taken = Math.min(lot.units(), Math.max(0, demand - sold));
            sold += taken;
            double left = lot.units() - taken;
            outlooks.add(new LotOutlook(
                    lot.lot(), lot.units(), last, days, left, unitCost.multiply(BigDecimal.valueOf(left))));
        }
        return outlooks;
    }

    /** Expected from the plan's date to the day before {@code end}, each bucket's demand spread evenly over its days. */
    static double demandUntil(LocalDate end, TimeBuckets future, List<Double> meanUnits) {
        double units = 0;
        for (int t = 0; t < future.count(); t++) {
            LocalDate next = future.start(t + 1);
            long length = ChronoUnit.DAYS.between(future.start(t), next);
            long within = Math.min(length, ChronoUnit.DAYS.between(future.start(t), end));
            if (within <= 0) {
                return units;
            }
            units += meanUnits.get(t) * within / length;
        }
        int last = future.count() - 1;
        long beyond = ChronoUnit.DAYS.between(future.start(future.count()), end);
        return units + Math.max(0, beyond) * meanUnits.get(last) / future.size().days();
    }
}
