package org.plenish.engine.plan;

import org.plenish.engine.model.Money;

/**
 * What the plan is worth.
 *
 * @param expectedServiceLevel share of SKU-location-buckets of the horizon that end without backorder
 * @param expectedFillRate share of the horizon's demand served from stock
 * @param openingStockValue on hand today, at unit cost
 * @param averageStockValue projected over the horizon
 * @param turnsPerYear projected cost of sales by average stock value
 * @param daysOfSupply average stock by daily demand, in value
 * @param deadStockValue on hand of what the rules call dead or discontinued
 * @param excessStockValue on hand of what the rules call excess
 * @param spaceUseShare highest use of a limited warehouse in a bucket; NaN if none is limited
 * @param cashUseShare committed by available over the horizon; NaN if not limited
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
        double spaceUseShare,
        double cashUseShare,
        Money purchaseValueNow,
        Money purchaseValueOutlook) {}
