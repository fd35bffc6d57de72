package org.plenish.engine.io.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.WarehouseId;

/**
 * An invented article and its true demand, which the dataset itself does not tell.
 *
 * @param weeklyUnits mean weekly demand of all warehouses over a year
 * @param orderUnits mean size of one customer order
 * @param seasonStrength exponent of the season profile; 0 has no season
 * @param yearlyGrowth logarithm of the yearly growth factor
 * @param firstDay on sale from
 * @param lastDay null if on sale without end
 * @param fadesFrom when its successor came and it began to lose; null if none did
 * @param shareByWarehouse of its demand, only where it is stocked; adds up to 1
 * @param promotions of the past and the future
 */
record GeneratedArticle(
        Item item,
        ProductCategory category,
        double weeklyUnits,
        double orderUnits,
        double seasonStrength,
        double yearlyGrowth,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate fadesFrom,
        SortedMap<WarehouseId, Double> shareByWarehouse,
        List<Promotion> promotions) {

    private static final double FADED_SHARE = 0.35;

    /** Expected demand of a whole week around {@code day}, before promotions and chance (units, all warehouses). */
    double expectedWeeklyUnits(LocalDate day, LocalDate asOf) {
        if (day.isBefore(firstDay) || (lastDay != null && day.isAfter(lastDay))) {
            return 0;
        }
        double years = (day.toEpochDay() - asOf.toEpochDay()) / 365.0;
        double season = StrictMath.pow(SeasonProfile.of(category).of(day), seasonStrength);
        double faded = fadesFrom != null && !day.isBefore(fadesFrom) ? FADED_SHARE : 1;
        return weeklyUnits * season * StrictMath.exp(yearlyGrowth * years) * faded;
    }

    double promotionFactor(LocalDate day) {
        for (Promotion promotion : promotions) {
            if (!day.isBefore(promotion.from()) && !day.isAfter(promotion.to())) {
                return promotion.upliftFactor();
            }
        }
        return 1;
    }
}
