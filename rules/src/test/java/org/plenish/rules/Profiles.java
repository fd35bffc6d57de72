package org.plenish.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.plenish.engine.forecast.SeriesProfile;
import org.plenish.engine.model.Criticality;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.rules.cases.FactBuilder;
import org.plenish.rules.vocabulary.Topic;

/** Profiles for tests: one at a time by its attributes, or many by a seed. */
final class Profiles {

    private static final double[] SHARES = {0, 0.5, 0.79999, 0.80, 0.9, 0.95, 0.99, 1};
    private static final double[] INTERVALS = {1, 1.31, 1.32, 5, 52};
    private static final double[] VARIATIONS = {0, 0.48, 0.49, 0.5, 0.99, 1, 3};
    private static final int[] DAYS = {0, 1, 89, 90, 179, 180, 364, 365, 1000, 100_000};
    private static final int[] DAYS_UNTIL_PEAK = {1, 13, 14, 119, 120, 200};
    private static final double[] PEAKS = {1.1, 1.4999, 1.5, 4};
    private static final double[] LEVELS = {0, 0, 0, 0.4, 0.5, 0.97, 1};

    private Profiles() {}

    /** Class A, smooth demand, healthy stock, bought and moved freely. */
    static SkuLocationProfile ordinary() {
        return ordinaryBut(Map.of());
    }

    /** Two years of smooth demand, as known before it is forecast; with other values of some words. */
    static SeriesProfile ordinarySeriesBut(Map<String, Object> changes) {
        FactBuilder facts = new FactBuilder(Topic.FORECAST);
        changes.forEach(facts::set);
        return (SeriesProfile) facts.build();
    }

    /** The ordinary one with other values of some words, such as {@code demand.annualUnits}. */
    static SkuLocationProfile ordinaryBut(Map<String, Object> changes) {
        FactBuilder facts = new FactBuilder(Topic.POLICY);
        changes.forEach(facts::set);
        return (SkuLocationProfile) facts.build();
    }

    static List<SkuLocationProfile> random(long seed, int count) {
        Random random = new Random(seed);
        List<SkuLocationProfile> profiles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            profiles.add(random(random, i));
        }
        return profiles;
    }

    /** Values of all kinds at and beside the rules' bounds, as one article may have them at the same time. */
    private static SkuLocationProfile random(Random random, int index) {
        FactBuilder facts = new FactBuilder(Topic.POLICY)
                .set("item", "I" + index)
                .set("item.lifecycle", oneOf(random, Lifecycle.values()))
                .set("item.criticality", oneOf(random, Criticality.values()))
                .set("override.stopBuy", random.nextInt(10) == 0)
                .set("override.serviceLevel", oneOf(random, LEVELS));
        demand(random, facts);
        forecast(random, facts);
        stock(random, facts);
        supply(random, facts);
        if (random.nextBoolean()) {
            facts.set("item.replacedBy", "NEXT")
                    .set("successor.canBeBought", random.nextBoolean())
                    .set("successor.onHandUnits", random.nextInt(3))
                    .set("successor.onOrderUnits", random.nextInt(2));
        }
        return (SkuLocationProfile) facts.build();
    }

    private static void demand(Random random, FactBuilder facts) {
        boolean sells = random.nextInt(5) > 0;
        double annualUnits = sells ? random.nextInt(5_000) + 1 : 0;
        double interval = sells ? oneOf(random, INTERVALS) : Double.POSITIVE_INFINITY;
        boolean earns = sells && random.nextInt(4) > 0;
        facts.set("demand.annualUnits", annualUnits)
                .set("demand.annualValue", annualUnits * 2.5)
                .set("demand.cumulativeValueShare", sells ? oneOf(random, SHARES) : 1)
                .set("demand.annualMargin", earns ? annualUnits * 1.5 : 0)
                .set("demand.cumulativeMarginShare", earns ? oneOf(random, SHARES) : 1)
                .set("demand.averageDemandIntervalBuckets", interval)
                .set("demand.squaredCoefficientOfVariation", sells ? oneOf(random, VARIATIONS) : 0)
                .set("demand.coefficientOfVariation", sells ? (Object) oneOf(random, VARIATIONS) : null)
                .set("demand.shareOfZeros", 1 - 1 / interval)
                .set("demand.daysSinceLastSale", oneOf(random, DAYS))
                .set("demand.daysOnSale", oneOf(random, DAYS))
                .set("demand.forecastError", random.nextBoolean() ? null : random.nextDouble() * 2)
                .set("demand.trackingSignal", random.nextBoolean() ? null : random.nextGaussian() * 3);
    }

    private static void forecast(Random random, FactBuilder facts) {
        double unitsPerDay = random.nextInt(4) > 0 ? random.nextDouble() * 20 : 0;
        boolean seasonal = unitsPerDay > 0 && random.nextBoolean();
        facts.set("demand.forecastUnitsPerDay", unitsPerDay)
                .set(
                        "demand.seasonalPeakRatio",
                        unitsPerDay == 0 ? null : (Object) (seasonal ? oneOf(random, PEAKS) : 1.0))
                .set("demand.daysUntilPeak", seasonal ? oneOf(random, DAYS_UNTIL_PEAK) : 0);
    }

    private static void stock(Random random, FactBuilder facts) {
        int onHandUnits = random.nextBoolean() ? random.nextInt(1_000) : 0;
        int expiredUnits = random.nextInt(8) == 0 ? random.nextInt(onHandUnits + 1) : 0;
        int owedUnits = random.nextInt(50);
        facts.set("stock.onHandUnits", onHandUnits)
                .set("stock.netUnits", onHandUnits - owedUnits)
                .set("stock.owedUnits", owedUnits)
                .set("stock.onOrderUnits", random.nextInt(100))
                .set("stock.coverDays", Math.min(100_000, oneOf(random, DAYS) + random.nextInt(2) * 0.5))
                .set("stock.onHandValue", onHandUnits * 2.5)
                .set("stock.expiringUnits", random.nextInt(4) == 0 ? random.nextInt(onHandUnits - expiredUnits + 1) : 0)
                .set("stock.expiredUnits", expiredUnits)
                .set("stock.networkCoverDays", oneOf(random, DAYS));
    }

    private static void supply(Random random, FactBuilder facts) {
        boolean canBeBought = random.nextInt(8) > 0;
        facts.set("supply.canBeBought", canBeBought)
                .set("supply.leadTimeDays", canBeBought ? random.nextInt(80) : 0)
                .set("supply.leadTimeSdDays", canBeBought ? random.nextDouble() * 10 : 0.0)
                .set("supply.supplierOrderDaysPerWeek", canBeBought ? 1 + random.nextInt(7) : 0)
                .set("supply.minOrderQuantityUnits", canBeBought ? 1 + random.nextInt(100) : 0)
                .set(
                        "supply.minOrderQuantityCoverDays",
                        canBeBought ? random.nextInt(2) * 1000 + random.nextDouble() * 100 : 0.0)
                .set("supply.supplierMinOrderValue", canBeBought ? random.nextInt(2) * 500 : 0)
                .set("supply.jointOrderCycleDays", canBeBought ? random.nextDouble() * 60 : 0.0)
                .set("supply.daysUntilLastOrder", canBeBought ? oneOf(random, DAYS) : 0)
                .set("supply.canBeTransferredIn", random.nextBoolean())
                .set("supply.canBeTransferredOut", random.nextBoolean());
    }

    private static double oneOf(Random random, double[] values) {
        return values[random.nextInt(values.length)];
    }

    private static int oneOf(Random random, int[] values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> T oneOf(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
