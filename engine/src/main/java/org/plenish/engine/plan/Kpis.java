package org.plenish.engine.plan;

import org.plenish.engine.model.Money;

/**
 * What the plan is worth.
 *
 * @param expectedServiceLevel of the SKU-locations' buckets with demand, the share in which all of it is served
 * @param expectedFillRate share of the horizon's demand served from stock
 * @param openingStockValue on hand today, at unit cost
 * @param averageStockValue projected over the horizon
 * @param turnsPerYear projected cost of sales by average stock value
 * @param daysOfSupply average stock by daily demand, in value
 * @param deadStockValue on hand of what the rules call dead or discontinued, and the expired part of what they call
 *     expired
 * @param excessStockValue on hand of what the rules call excess
 * @param obsolescenceProvision what the rules write down of stock on hand: its value, each at its provision rate
 * @param spaceUseShare highest use of a limited warehouse in a bucket; NaN if none is limited
 * @param cashUseShare highest share of the cash available up to a bucket that is committed up to it; NaN if not
 *     limited
 * @param purchaseValueNow of the orders due for release on the plan's date
 * @param purchaseValueOutlook of the later ones
 */
public record Kpis(
        double expectedServiceLevel,
        double expectedFillRate,
        Money openingStockValue,
        Money averageStockValue,
        double turnsPerYear,
        double daysOfSupply,
        Money deadStockValue,
        Money excessStockValue,
        Money obsolescenceProvision,
        double spaceUseShare,
        double cashUseShare,
        Money purchaseValueNow,
        Money purchaseValueOutlook) {}
