package org.plenish.web.plan;

/** Between what nine futures in ten of the plan are, if its orders are placed as they stand; money in currency units. */
public record FutureRanges(
        double lowestServiceLevel,
        double highestServiceLevel,
        double lowestFillRate,
        double highestFillRate,
        double leastStockValue,
        double mostStockValue) {}
