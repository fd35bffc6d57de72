package org.plenish.engine.io.generate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What an article costs, takes and weighs, drawn for its category and price. */
final class ItemRules {

    /** Spread of volumes of one category and price: standard deviation of the logarithm. */
    private static final double VOLUME_SIGMA = 0.35;

    private static final int SIGNIFICANT_DIGITS = 3;

    /**
     * What is drawn.
     *
     * @param unitCost currency units
     */
    record Drawn(double unitCost, double unitVolumeM3, double unitWeightKg) {}

    private ItemRules() {}

    static Drawn draw(ProductCategory category, double unitPrice, KeyedRandom random) {
        double margin = random.uniform(category.lowMargin(), category.highMargin());
        double relativePrice = unitPrice / category.medianPrice();
        // Twice the price is not twice the size: a dearer thing is also a better one.
        double litres = category.litres() * StrictMath.sqrt(relativePrice) * random.logNormal(1, VOLUME_SIGMA);
        double volumeM3 = significant(litres / 1_000);
        double weightKg = significant(volumeM3 * category.kgPerM3() * random.uniform(0.7, 1.3));
        return new Drawn(unitPrice * (1 - margin), volumeM3, weightKg);
    }

    private static double significant(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN))
                .doubleValue();
    }
}
