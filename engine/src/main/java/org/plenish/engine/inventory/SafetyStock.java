package org.plenish.engine.inventory;

import java.util.function.DoublePredicate;
import org.plenish.engine.math.Distribution;

/**
 * Stock above expected demand, by the service it is to give or by what a shortage costs. X is demand over the protection
 * interval ({@link ProtectionDemand}), μ its forecast mean, s the level that replenishment protects. All results are {@code
 * s - μ} in units, 0 or more, not rounded: a level below the mean asks for none. Where X counts whole units, s is whole.
 */
public final class SafetyStock {

    /** Rarer stockouts than this are beyond what the distributions' quantiles can tell from none. */
    private static final double RAREST = 1e-12;

    private static final int MAX_DOUBLINGS = 60;
    private static final double RELATIVE_TOLERANCE = 1e-12;

    private SafetyStock() {}

    /**
     * {@code SS = d · days}, d the mean demand a day. Source: Silver, Pyke & Thomas (2017), §6.7 (equal time supplies, which they
     * advise against: it does not see uncertainty). Example: 42 units over 14 days, 28 days of cover: 84.
     *
     * @param coverDays 0 or more
     * @return units
     */
    public static double daysOfCover(LeadTimeDemand demand, double coverDays) {
        return demand.unitsPerDay() * coverDays;
    }

    /**
     * Type 1, the probability that a replenishment cycle ends without stockout: {@code SS = F⁻¹(level) - μ}. Source: Silver,
     * Pyke & Thomas (2017), §6.7 (P₁). Example: exponential demand with mean 100 at 0.95: {@code F⁻¹ = 100·ln 20 = 299.57},
     * so 199.57.
     *
     * @param protectionDemand X
     * @param meanUnits μ, 0 or more
     * @param level inside (0, 1)
     * @throws IllegalArgumentException if μ or the level is outside its range
     */
    public static double cycleService(Distribution protectionDemand, double meanUnits, double level) {
        Arguments.requireAtLeastZero(meanUnits, "mean demand over the protection interval (units)");
        Arguments.requireInside(level, "cycle service level");
        return Math.max(0, protectionDemand.quantile(level) - meanUnits);
    }

    /**
     * Type 2, the share of demand that is met from stock: the smallest s whose expected shortage in a cycle, {@code E[(X -
     * s)⁺]}, is at most {@code (1 - β)·Q}. What was short already as the cycle began counts twice, so with small Q it asks
     * for more than {@link #fillRateExact}. Source: Silver, Pyke & Thomas (2017), §6.7 (P₂). Example: exponential demand with
     * mean 100, Q = 50, β = 0.9: {@code 100·exp(-s/100) = 5} at s = 299.57, so 199.57.
     *
     * @param protectionDemand X
     * @param meanUnits μ, 0 or more
     * @param orderQuantityUnits Q, what a cycle brings, above 0: under periodic review the mean demand of a review period
     * @param fillRate β, inside (0, 1)
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double fillRate(
            Distribution protectionDemand, double meanUnits, double orderQuantityUnits, double fillRate) {
        double allowed = allowedUnits(meanUnits, orderQuantityUnits, fillRate, "fill rate");
        return leastAboveMean(protectionDemand, meanUnits, s -> protectionDemand.loss(s) <= allowed);
    }

    /**
     * Type 2 without counting twice what was short before: the smallest s with {@code E[(X - s)⁺] - E[(X - s - Q)⁺] ≤ (1 -
     * β)·Q}. Exact where the position after an order is s + Q and demand comes in units or continuously. Source: Hadley &
     * Whitin (1963), chapter 4; Silver, Pyke & Thomas (2017), §6.7 (P₂, exact); Zipkin (2000), §6.2. Example: exponential demand
     * with mean 100, Q = 50, β = 0.9: {@code 100·exp(-s/100)·(1 - exp(-0.5)) = 5} at s = 206.30, so 106.30.
     *
     * @param protectionDemand X
     * @param meanUnits μ, 0 or more
     * @param orderQuantityUnits Q, above 0
     * @param fillRate β, inside (0, 1)
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double fillRateExact(
            Distribution protectionDemand, double meanUnits, double orderQuantityUnits, double fillRate) {
        double allowed = allowedUnits(meanUnits, orderQuantityUnits, fillRate, "fill rate");
        return leastAboveMean(
                protectionDemand,
                meanUnits,
                s -> protectionDemand.loss(s) - protectionDemand.loss(s + orderQuantityUnits) <= allowed);
    }

    /**
     * The share of time in which there is stock, under continuous review: the smallest s with {@code 1 - (1/Q)·∫ P(X > y) dy
     * ≥ level}, the integral from s to s + Q; of whole units, {@code Σ P(X > y)} for y from s to s + Q - 1. Both are {@code
     * E[(X - s)⁺] - E[(X - s - Q)⁺]}: who arrives at a random moment, as Poisson demand does, sees the share of time, and
     * ready rate and {@link #fillRateExact} are one number. Source: Silver, Pyke & Thomas (2017), §6.7 (P₃); Zipkin (2000),
     * §6.2. Example: exponential demand with mean 100, Q = 50, level 0.9: s = 206.30, so 106.30.
     *
     * @param protectionDemand X
     * @param meanUnits μ, 0 or more
     * @param orderQuantityUnits Q, above 0; whole where X counts whole units
     * @param readyRate inside (0, 1)
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double readyRate(
            Distribution protectionDemand, double meanUnits, double orderQuantityUnits, double readyRate) {
        Arguments.requireInside(readyRate, "ready rate");
        return fillRateExact(protectionDemand, meanUnits, orderQuantityUnits, readyRate);
    }

    /**
     * What a unit short costs against what a unit more holds: the smallest s with {@code P(X > s) ≤ h·Q / (D·B)}. Where that
     * ratio is 1 or more, or s is below the mean, no safety stock is worth its cost. Source: Silver, Pyke & Thomas (2017),
     * §6.7 (B₂, charge for a unit short; theirs is a share of the unit's value). Example: exponential demand with mean 100,
     * Q = 50, D = 1,000, h = 2, B = 2: {@code exp(-s/100) = 0.05} at s = 299.57, so 199.57.
     *
     * @param protectionDemand X
     * @param meanUnits μ, 0 or more
     * @param orderQuantityUnits Q, above 0
     * @param unitsPerYear D, 0 or more; 0 asks for no safety stock
     * @param holdingCostPerUnitYear h, above 0
     * @param shortageCostPerUnit B, 0 or more; 0 asks for no safety stock
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static double shortageCost(
            Distribution protectionDemand,
            double meanUnits,
            double orderQuantityUnits,
            double unitsPerYear,
            double holdingCostPerUnitYear,
            double shortageCostPerUnit) {
        Arguments.requireAtLeastZero(meanUnits, "mean demand over the protection interval (units)");
        Arguments.requirePositive(orderQuantityUnits, "order quantity (units)");
        Arguments.requireAtLeastZero(unitsPerYear, "demand a year (units)");
        Arguments.requirePositive(holdingCostPerUnitYear, "holding cost of a unit for a year");
        Arguments.requireAtLeastZero(shortageCostPerUnit, "cost of a unit short");
        double worth = unitsPerYear * shortageCostPerUnit;
        double holding = holdingCostPerUnitYear * orderQuantityUnits;
        if (holding >= worth) {
            return 0;
        }
        return Math.max(0, protectionDemand.quantile(1 - Math.max(RAREST, holding / worth)) - meanUnits);
    }

    private static double allowedUnits(double meanUnits, double orderQuantityUnits, double share, String name) {
        Arguments.requireAtLeastZero(meanUnits, "mean demand over the protection interval (units)");
        Arguments.requirePositive(orderQuantityUnits, "order quantity (units)");
        Arguments.requireInside(share, name);
        return (1 - share) * orderQuantityUnits;
    }

    /**
     * How far the smallest s that is enough lies above the mean.
     *
     * @param enough false, then true as s grows
     */
    static double leastAboveMean(Distribution demand, double meanUnits, DoublePredicate enough) {
        double spacing = demand.spacing();
        double anchor = spacing > 0 ? demand.quantile(0.5) : meanUnits;
        double start = spacing > 0 ? anchor + spacing * Math.floor((meanUnits - anchor) / spacing) : meanUnits;
        if (enough.test(start)) {
            return 0;
        }
        double near = start;
        double stride = spacing > 0 ? spacing : Math.max(demand.sd(), Math.ulp(meanUnits));
        double far = start + stride;
        for (int i = 0; i < MAX_DOUBLINGS && !enough.test(far); i++) {
            near = far;
            stride *= 2;
            far = start + stride;
        }
        double level = spacing > 0 ? onSpacing(enough, near, far, spacing) : between(enough, near, far);
        return Math.max(0, level - meanUnits);
    }

    private static double onSpacing(DoublePredicate enough, double near, double far, double spacing) {
        long low = 0;
        long high = Math.round((far - near) / spacing);
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (enough.test(near + middle * spacing)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return near + high * spacing;
    }

    private static double between(DoublePredicate enough, double near, double far) {
        double low = near;
        double high = far;
        while (high - low > RELATIVE_TOLERANCE * Math.max(Math.abs(low), Math.abs(high))) {
            double middle = low + (high - low) / 2;
            if (enough.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
