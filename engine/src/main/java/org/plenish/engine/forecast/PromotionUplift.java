package org.plenish.engine.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * By how much promotions lift the demand of a bucket: the mean over its days of the product of the uplifts of the
 * promotions that run on that day.
 */
final class PromotionUplift {

    private final Map<ItemId, List<Promotion>> promotions;

    PromotionUplift(List<Promotion> promotions) {
        this.promotions = promotions.stream().collect(Collectors.groupingBy(Promotion::item));
    }

    boolean concerns(SkuLocation location) {
        return promotions.getOrDefault(location.item(), List.of()).stream()
                .anyMatch(promotion -> concerns(promotion, location));
    }

    private static boolean concerns(Promotion promotion, SkuLocation location) {
        return promotion.item().equals(location.item())
                && (promotion.warehouse() == null || promotion.warehouse().equals(location.warehouse()));
    }

    /** 1 where no promotion runs; aligned with {@code buckets}. */
    double[] factors(SkuLocation location, TimeBuckets buckets) {
        List<Promotion> own = promotions.getOrDefault(location.item(), List.of()).stream()
                .filter(promotion -> concerns(promotion, location))
                .toList();
        double[] factors = new double[buckets.count()];
        for (int i = 0; i < factors.length; i++) {
            int days = buckets.days(i);
            double sum = 0;
            for (int d = 0; d < days; d++) {
                sum += factor(own, buckets.start(i).plusDays(d));
            }
            factors[i] = sum / days;
        }
        return factors;
    }

    private static double factor(List<Promotion> promotions, LocalDate day) {
        double factor = 1;
        for (Promotion promotion : promotions) {
            if (!day.isBefore(promotion.from()) && !day.isAfter(promotion.to())) {
                factor *= promotion.upliftFactor();
            }
        }
        return factor;
    }
}
