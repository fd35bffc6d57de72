package org.plenish.engine.simulate.backtest;

/**
 * What happened over some buckets at some SKU-locations. Money is in currency units; stock is valued at unit cost.
 *
 * @param days of each SKU-location, added up
 * @param openingUnits on hand at the start
 * @param receivedUnits what came
 * @param demandUnits what customers asked for
 * @param servedUnits of it, handed over at once
 * @param closingUnits on hand at the end
 * @param stockUnitDays stock at each day's end, added up (units · days)
 * @param stockValueDays the same at unit cost (currency · days)
 * @param costOfSales served units at unit cost
 * @param orders purchase orders: what is ordered of a supplier for a warehouse on a day; a part of SKU-locations has its share by lines
 * @param orderLines lines of them
 * @param orderedUnits units on them
 * @param lostMargin price less cost of what was not served
 * @param cost by its parts
 * @param deadStockValue closing stock of what nobody asked for in the last half year
 */
public record Figures(
        long days,
        long openingUnits,
        long receivedUnits,
        long demandUnits,
        long servedUnits,
        long closingUnits,
        double stockUnitDays,
        double stockValueDays,
        double costOfSales,
        double orders,
        long orderLines,
        long orderedUnits,
        double lostMargin,
        Cost cost,
        double deadStockValue) {

    /** Nothing. */
    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Cost.NONE, 0);

    private static final double DAYS_PER_YEAR = 365;

    /**
     * Parts of the total cost, currency units.
     *
     * @param holding stock at each day's end: unit cost · yearly rate / 365
     * @param order purchase orders, their containers and their lines
     * @param purchase paid above the cheapest price of the terms' quantity discounts
     * @param shortage units lost at {@link org.plenish.engine.policy.ShortagePrice#ofLostUnit}
     * @param obsolescence what stock left at the end is expected to lose of its cost
     */
    public record Cost(double holding, double order, double purchase, double shortage, double obsolescence) {

        /** Nothing. */
        public static final Cost NONE = new Cost(0, 0, 0, 0, 0);

        public Cost plus(Cost other) {
            return new Cost(
                    holding + other.holding,
                    order + other.order,
                    purchase + other.purchase,
                    shortage + other.shortage,
                    obsolescence + other.obsolescence);
        }

        public double total() {
            return holding + order + purchase + shortage + obsolescence;
        }
    }

    /** Of other SKU-locations, or of other buckets. */
    public Figures plus(Figures other) {
        return new Figures(
                days + other.days,
                openingUnits + other.openingUnits,
                receivedUnits + other.receivedUnits,
                demandUnits + other.demandUnits,
                servedUnits + other.servedUnits,
                closingUnits + other.closingUnits,
                stockUnitDays + other.stockUnitDays,
                stockValueDays + other.stockValueDays,
                costOfSales + other.costOfSales,
                orders + other.orders,
                orderLines + other.orderLines,
                orderedUnits + other.orderedUnits,
                lostMargin + other.lostMargin,
                cost.plus(other.cost),
                deadStockValue + other.deadStockValue);
    }

    /** What was asked for and not there. */
    public long lostUnits() {
        return demandUnits - servedUnits;
    }

    /** P₂: share of demand served from stock; NaN without demand. Source: Silver, Pyke & Thomas (2017), §6.5. */
    public double fillRate() {
        return demandUnits == 0 ? Double.NaN : (double) servedUnits / demandUnits;
    }

    /**
     * On hand at a day's end, of all SKU-locations together.
     *
     * @param calendarDays that the figures span
     */
    public double averageStockUnits(long calendarDays) {
        return stockUnitDays / calendarDays;
    }

    /**
     * The same at unit cost.
     *
     * @param calendarDays that the figures span
     */
    public double averageStockValue(long calendarDays) {
        return stockValueDays / calendarDays;
    }

    /**
     * Cost of sales in a year by average stock; NaN without stock.
     * Source: Silver, Pyke & Thomas (2017), §2.2.
     */
    public double turnsPerYear() {
        return stockValueDays == 0 ? Double.NaN : costOfSales * DAYS_PER_YEAR / stockValueDays;
    }
}
