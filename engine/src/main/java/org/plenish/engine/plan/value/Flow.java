package org.plenish.engine.plan.value;

/**
 * What a plan expects to be sold out of how much stock over its horizon; adds up.
 *
 * @param averageValue mean of the stock at the buckets' ends, at unit cost (currency units)
 * @param costOfSales demand served when it is demanded, at unit cost (currency units)
 * @param demandUnits expected
 * @param shortUnits of them not served when they are demanded
 * @param bucketsWithDemand of each SKU-location
 * @param bucketsServed of them those in which nothing is short
 */
public record Flow(
        double averageValue,
        double costOfSales,
        long demandUnits,
        long shortUnits,
        long bucketsWithDemand,
        long bucketsServed) {

    public static final Flow NONE = new Flow(0, 0, 0, 0, 0, 0);

    Flow plus(Flow other) {
        return new Flow(
                averageValue + other.averageValue,
                costOfSales + other.costOfSales,
                demandUnits + other.demandUnits,
                shortUnits + other.shortUnits,
                bucketsWithDemand + other.bucketsWithDemand,
                bucketsServed + other.bucketsServed);
    }
}
