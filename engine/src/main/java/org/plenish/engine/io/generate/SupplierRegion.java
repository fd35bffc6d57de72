package org.plenish.engine.io.generate;

import java.util.Set;

/**
 * Where a supplier is, and what comes with it: near ones deliver in days, in small cartons and at a price; far ones by
 * the container, in twelve weeks, cheaply.
 */
enum SupplierRegion {
    LOCAL(3, 7, 0.20, 15, 30, 0.4, 0.8, 100, 200, 30, 20, 1, 2, 0, 5, 1.00),
    NATIONAL_IMPORTER(7, 14, 0.20, 20, 40, 0.5, 1.0, 150, 300, 30, 35, 1, 3, 0, 5, 0.98),
    EUROPE(14, 28, 0.18, 35, 70, 0.8, 1.5, 250, 500, 45, 45, 1, 3, 0, 2, 0.95),
    SOUTH_ASIA(49, 70, 0.15, 60, 110, 1.2, 2.5, 400, 800, 60, 55, 2, 4, 33, 1, 0.88),
    FAR_EAST(63, 84, 0.13, 80, 150, 1.5, 3.0, 500, 1_000, 60, 65, 2, 6, 67, 1, 0.84);

    final int shortestLeadTimeDays;
    final int longestLeadTimeDays;
    final double leadTimeSdShare;
    final double lowOrderCost;
    final double highOrderCost;
    final double lowLineCost;
    final double highLineCost;
    final double lowMinOrderValue;
    final double highMinOrderValue;
    final int paymentTermsDays;
    final double cartonLitres;
    final int fewestMinimumCartons;
    final int mostMinimumCartons;
    final int containerM3;
    final int orderDaysPerWeek;
    final double costFactor;

    SupplierRegion(
            int shortestLeadTimeDays,
            int longestLeadTimeDays,
            double leadTimeSdShare,
            double lowOrderCost,
            double highOrderCost,
            double lowLineCost,
            double highLineCost,
            double lowMinOrderValue,
            double highMinOrderValue,
            int paymentTermsDays,
            double cartonLitres,
            int fewestMinimumCartons,
            int mostMinimumCartons,
            int containerM3,
            int orderDaysPerWeek,
            double costFactor) {
        this.shortestLeadTimeDays = shortestLeadTimeDays;
        this.longestLeadTimeDays = longestLeadTimeDays;
        this.leadTimeSdShare = leadTimeSdShare;
        this.lowOrderCost = lowOrderCost;
        this.highOrderCost = highOrderCost;
        this.lowLineCost = lowLineCost;
        this.highLineCost = highLineCost;
        this.lowMinOrderValue = lowMinOrderValue;
        this.highMinOrderValue = highMinOrderValue;
        this.paymentTermsDays = paymentTermsDays;
        this.cartonLitres = cartonLitres;
        this.fewestMinimumCartons = fewestMinimumCartons;
        this.mostMinimumCartons = mostMinimumCartons;
        this.containerM3 = containerM3;
        this.orderDaysPerWeek = orderDaysPerWeek;
        this.costFactor = costFactor;
    }

    boolean isNear() {
        return this == LOCAL || this == NATIONAL_IMPORTER;
    }

    /** How likely a category is bought here, relative to other regions. */
    double affinity(ProductCategory category) {
        return switch (this) {
            case LOCAL -> FRESH_OR_PRINTED.contains(category) ? 1.5 : 0.3;
            case NATIONAL_IMPORTER -> 0.6;
            case EUROPE -> FRESH_OR_PRINTED.contains(category) || category == ProductCategory.CANDLES ? 1.0 : 0.4;
            case SOUTH_ASIA -> HAND_MADE.contains(category) ? 1.2 : FRESH_OR_PRINTED.contains(category) ? 0.02 : 0.25;
            case FAR_EAST -> FRESH_OR_PRINTED.contains(category) ? 0.02 : 0.8;
        };
    }

    private static final Set<ProductCategory> FRESH_OR_PRINTED = Set.of(
            ProductCategory.FOOD,
            ProductCategory.OILS,
            ProductCategory.STATIONERY,
            ProductCategory.BATH,
            ProductCategory.BAKING);

    private static final Set<ProductCategory> HAND_MADE = Set.of(
            ProductCategory.TEXTILES,
            ProductCategory.JEWELLERY,
            ProductCategory.BAGS,
            ProductCategory.GARDEN,
            ProductCategory.DECORATION);
}
