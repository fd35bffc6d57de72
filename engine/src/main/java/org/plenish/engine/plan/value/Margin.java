package org.plenish.engine.plan.value;

/**
 * What is expected to be earned where the selling price is known; what has none is in neither number. Adds up.
 *
 * @param grossMargin of the demand served over the horizon: units times selling price less unit cost (currency units)
 * @param averageValue stock of the same SKU-locations, as {@link Flow#averageValue}
 * @param locations SKU-locations whose price is known
 */
public record Margin(double grossMargin, double averageValue, int locations) {

    public static final Margin NONE = new Margin(0, 0, 0);

    Margin plus(Margin other) {
        return new Margin(
                grossMargin + other.grossMargin, averageValue + other.averageValue, locations + other.locations);
    }
}
