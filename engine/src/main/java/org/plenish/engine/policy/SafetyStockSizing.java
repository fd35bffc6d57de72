package org.plenish.engine.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.plenish.engine.inventory.LeadTimeDemand;
import org.plenish.engine.inventory.ProtectionDemand;
import org.plenish.engine.inventory.SafetyStock;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.Series;

/**
 * Safety stock by what it is to achieve and the shape that demand is taken to have, told in sentences.
 *
 * @param protection demand over lead time and review period
 * @param cycleUnits Q: what one order brings, 1 or more
 * @param holdingCostPerUnitYear currency units, 0 or more
 * @param steps takes the sentences
 */
record SafetyStockSizing(
        SkuLocationProfile profile,
        DemandHistory history,
        PolicyChoice choice,
        LeadTimeDemand protection,
        int cycleUnits,
        double holdingCostPerUnitYear,
        List<String> steps) {

    /** Fewer past intervals say too little about the rare large ones. */
    private static final int LEAST_PAST_INTERVALS = 8;

    /** @param words such as "gamma demand" */
    private record Shape(Distribution distribution, String words) {}

    /** Not rounded, 0 or more. */
    double units() {
        return switch (choice.safetyStockMethod()) {
            case CYCLE_SERVICE -> cycleService();
            case FILL_RATE -> fillRate();
            case READY_RATE -> readyRate();
            case SHORTAGE_COST -> shortageCost();
            case DAYS_OF_COVER -> {
                double units = SafetyStock.daysOfCover(protection, choice.safetyStockCoverDays());
                tell(
                        "Safety stock: %d days · %.3f units a day = %.2f units.",
                        choice.safetyStockCoverDays(), protection.unitsPerDay(), units);
                yield units;
            }
            case NONE -> {
                tell("Safety stock: none is kept.");
                yield 0;
            }
        };
    }

    private double cycleService() {
        double level = choice.serviceTarget();
        Shape shape = shape();
        double units = SafetyStock.cycleService(shape.distribution(), protection.meanUnits(), level);
        if (choice.demandDistribution() == DemandDistribution.NORMAL) {
            double factor = protection.sdUnits() > 0 ? units / protection.sdUnits() : 0;
            tell(
                    "Safety stock for service %.4f, normal: z %.4f · %.2f = %.2f units.",
                    level, factor, protection.sdUnits(), units);
        } else if (units > 0) {
            tell(
                    "Safety stock for service %.4f, %s: quantile %.2f - mean %.2f = %.2f units.",
                    level, shape.words(), protection.meanUnits() + units, protection.meanUnits(), units);
        } else {
            tell(
                    "Safety stock for service %.4f, %s: 0 units, as the quantile is not above the mean %.2f.",
                    level, shape.words(), protection.meanUnits());
        }
        return units;
    }

    private double fillRate() {
        double rate = choice.serviceTarget();
        Shape shape = shape();
        double units = SafetyStock.fillRate(shape.distribution(), protection.meanUnits(), cycleUnits, rate);
        double level = protection.meanUnits() + units;
        tell(
                "Safety stock for fill rate %.4f, %s: a cycle that brings %d may be short of (1 - %.4f) · %d = %.2f units; at"
                        + " level %.2f it is short of %.2f; level %.2f - mean %.2f = %.2f units.",
                rate,
                shape.words(),
                cycleUnits,
                rate,
                cycleUnits,
                (1 - rate) * cycleUnits,
                level,
                shape.distribution().loss(level),
                level,
                protection.meanUnits(),
                units);
        return units;
    }

    private double readyRate() {
        double rate = choice.serviceTarget();
        Shape shape = shape();
        double units = SafetyStock.readyRate(shape.distribution(), protection.meanUnits(), cycleUnits, rate);
        double level = protection.meanUnits() + units;
        double atLevel = shape.distribution().loss(level);
        double afterOrder = shape.distribution().loss(level + cycleUnits);
        tell(
                "Safety stock for ready rate %.4f, %s: with level %.2f and orders of %d nothing is left (%.2f - %.2f) / %d ="
                        + " %.4f of the time, at most 1 - %.4f; level %.2f - mean %.2f = %.2f units.",
                rate,
                shape.words(),
                level,
                cycleUnits,
                atLevel,
                afterOrder,
                cycleUnits,
                (atLevel - afterOrder) / cycleUnits,
                rate,
                level,
                protection.meanUnits(),
                units);
        return units;
    }

    private double shortageCost() {
        double unitsPerYear = profile.demand().forecastUnitsPerDay() * PolicyCalculator.DAYS_PER_YEAR;
        if (unitsPerYear <= 0) {
            tell("Safety stock by the cost of shortages: 0 units, as nothing is expected to sell.");
            return 0;
        }
        if (holdingCostPerUnitYear <= 0) {
            tell(
                    "Holding a unit costs nothing here, so shortages alone would ask for stock without end: the service target"
                            + " is used instead.");
            return cycleService();
        }
        double price = ShortagePrice.ofBucket(
                profile.item(), choice.serviceTarget(), bucketSize().days());
        String source = profile.item().shortageCostPerUnit() != null
                ? "shortage_cost_per_unit of the item"
                : text("as the optimizer prices it, from the margin at service %.4f", choice.serviceTarget());
        Shape shape = shape();
        double units = SafetyStock.shortageCost(
                shape.distribution(), protection.meanUnits(), cycleUnits, unitsPerYear, holdingCostPerUnitYear, price);
        double ratio = holdingCostPerUnitYear * cycleUnits / (unitsPerYear * price);
        String because =
                text("holding %.4f a year · order %d / (%.1f a year", holdingCostPerUnitYear, cycleUnits, unitsPerYear);
        if (units > 0) {
            tell(
                    "Safety stock where a unit short costs %.4f (%s), %s: a cycle may end short with probability %s · %.4f) ="
                            + " %.4f; quantile %.2f - mean %.2f = %.2f units.",
                    price,
                    source,
                    shape.words(),
                    because,
                    price,
                    ratio,
                    protection.meanUnits() + units,
                    protection.meanUnits(),
                    units);
        } else {
            tell(
                    "Safety stock where a unit short costs %.4f (%s), %s: 0 units, as a cycle may end short with probability"
                            + " %s · %.4f) = %.4f, which asks for no more than the mean %.2f.",
                    price, source, shape.words(), because, price, ratio, protection.meanUnits());
        }
        return units;
    }

    private Shape shape() {
        return switch (requireNonNull(choice.demandDistribution())) {
            case NORMAL -> new Shape(ProtectionDemand.normal(protection), "normal demand");
            case GAMMA -> gamma();
            case POISSON -> new Shape(ProtectionDemand.poisson(protection), "Poisson demand");
            case NEGATIVE_BINOMIAL ->
                new Shape(ProtectionDemand.negativeBinomial(protection), "negative binomial demand");
            case EMPIRICAL -> {
                double[] past =
                        pastUnits(history, protection.days() / bucketSize().days());
                if (past.length < LEAST_PAST_INTERVALS) {
                    tell(
                            "Demand is known over %d past intervals of %.0f days, fewer than %d: gamma demand is taken"
                                    + " instead.",
                            past.length, protection.days(), LEAST_PAST_INTERVALS);
                    yield gamma();
                }
                yield new Shape(
                        ProtectionDemand.empirical(past),
                        text("demand as in %d past intervals of %.0f days", past.length, protection.days()));
            }
        };
    }

    private Shape gamma() {
        return new Shape(ProtectionDemand.gamma(protection), "gamma demand");
    }

    /**
     * Demand over every past interval of so many buckets that starts with a bucket and is known throughout, oldest first; a
     * fraction takes its share of the last bucket.
     */
    static double[] pastUnits(DemandHistory history, double spanBuckets) {
        Series demand = history.demandUnits();
        int whole = (int) Math.floor(spanBuckets);
        double rest = spanBuckets - whole;
        int length = rest > 0 ? whole + 1 : whole;
        return IntStream.rangeClosed(0, demand.length() - length)
                .mapToDouble(
                        start -> demand.sum(start, start + whole) + (rest > 0 ? rest * demand.get(start + whole) : 0))
                .filter(units -> !Double.isNaN(units))
                .toArray();
    }

    private BucketSize bucketSize() {
        return history.buckets().size();
    }

    private void tell(String format, Object... values) {
        steps.add(text(format, values));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
