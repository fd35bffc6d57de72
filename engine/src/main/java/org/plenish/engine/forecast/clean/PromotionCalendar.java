package org.plenish.engine.forecast.clean;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/** When what is promoted. */
final class PromotionCalendar {

    private final Map<ItemId, List<Promotion>> promotions;

    PromotionCalendar(List<Promotion> promotions) {
        this.promotions = promotions.stream().collect(Collectors.groupingBy(Promotion::item));
    }

    /** Those that concern one SKU-location. */
    List<Promotion> of(SkuLocation location) {
        return promotions.getOrDefault(location.item(), List.of()).stream()
                .filter(promotion ->
                        promotion.warehouse() == null || promotion.warehouse().equals(location.warehouse()))
                .toList();
    }

    /** Whether each bucket is free of promotions; aligned with {@code buckets}. */
    boolean[] free(SkuLocation location, TimeBuckets buckets) {
        return free(of(location), buckets);
    }

    static boolean[] free(List<Promotion> promotions, TimeBuckets buckets) {
        boolean[] free = new boolean[buckets.count()];
        Arrays.fill(free, true);
        for (Promotion promotion : promotions) {
            int first = Math.max(0, buckets.indexOf(promotion.from()));
            int last = Math.min(free.length - 1, buckets.indexOf(promotion.to()));
            for (int i = first; i <= last; i++) {
                free[i] = false;
            }
        }
        return free;
    }
}
