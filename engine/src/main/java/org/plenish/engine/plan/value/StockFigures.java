package org.plenish.engine.plan.value;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Stock of a group of SKU-locations: what lies there on the plan's date, and what the plan expects of it. All parts add
 * up; the ratios are computed from the sums, never averaged.
 *
 * @param locations SKU-locations
 * @param onHand on the plan's date; a count below zero counts as zero
 * @param dead of it what the rules call dead or discontinued, and the expired part of what they call expired
 * @param excess of it what the rules call excess
 * @param provision what the rules write down (currency units)
 * @param ages all on hand by the time since it was last sold; every class is a key
 */
public record StockFigures(
        int locations,
        ValueAndSpace onHand,
        ValueAndSpace dead,
        ValueAndSpace excess,
        BigDecimal provision,
        Map<AgeClass, ValueAndSpace> ages,
        Flow flow,
        Margin margin) {

    public static final double DAYS_PER_YEAR = 365;

    public static final StockFigures NONE = new StockFigures(
            0,
            ValueAndSpace.NONE,
            ValueAndSpace.NONE,
            ValueAndSpace.NONE,
            BigDecimal.ZERO,
            Map.of(),
            Flow.NONE,
            Margin.NONE);

    public StockFigures {
        Map<AgeClass, ValueAndSpace> all = new EnumMap<>(AgeClass.class);
        for (AgeClass age : AgeClass.values()) {
            all.put(age, ages.getOrDefault(age, ValueAndSpace.NONE));
        }
        ages = Collections.unmodifiableMap(all);
    }

    public StockFigures plus(StockFigures other) {
        Map<AgeClass, ValueAndSpace> sum = new EnumMap<>(ages);
        other.ages.forEach((age, stock) -> sum.merge(age, stock, ValueAndSpace::plus));
        return new StockFigures(
                locations + other.locations,
                onHand.plus(other.onHand),
                dead.plus(other.dead),
                excess.plus(other.excess),
                provision.add(other.provision),
                sum,
                flow.plus(other.flow),
                margin.plus(other.margin));
    }

    /**
     * Inventory turns: {@code cost of sales · 365 / days / average stock}, both at unit cost. Source: Silver, Pyke & Thomas
     * (2017), §1.2; example: 50 of sales in 91 days from 100 of stock are 50 · 365 / 91 / 100 = 2.01 turns.
     *
     * @param days of the horizon, above 0
     * @return NaN without stock
     */
    public double turnsPerYear(int days) {
        return ratio(flow.costOfSales() * DAYS_PER_YEAR / days, flow.averageValue());
    }

    /** Days that the average stock lasts at the rate of sales; NaN without sales. */
    public double daysOfSupply(int days) {
        return ratio(flow.averageValue() * days, flow.costOfSales());
    }

    /**
     * Gross margin return on inventory investment: {@code gross margin · 365 / days / average stock at cost}, of what has a
     * known selling price. Source: Sweeney (1973), Journal of Retailing 49(1); example: 30 of margin in 91 days from 100 of
     * stock are 30 · 365 / 91 / 100 = 1.20 a year.
     *
     * @param days of the horizon, above 0
     * @return NaN if no price is known or there is no stock
     */
    public double marginReturnPerYear(int days) {
        return margin.locations() == 0
                ? Double.NaN
                : ratio(margin.grossMargin() * DAYS_PER_YEAR / days, margin.averageValue());
    }

    /** Share of the demand served from stock when it is demanded (type 2 service); 1 without demand. */
    public double fillRate() {
        return flow.demandUnits() == 0 ? 1 : (double) (flow.demandUnits() - flow.shortUnits()) / flow.demandUnits();
    }

    /** Share of the buckets with demand in which nothing is short; 1 without demand. */
    public double serviceLevel() {
        return flow.bucketsWithDemand() == 0 ? 1 : (double) flow.bucketsServed() / flow.bucketsWithDemand();
    }

    /** SKU-locations without a known selling price. */
    public int locationsWithoutPrice() {
        return locations - margin.locations();
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }
}
