package org.plenish.engine.simulate.sample;

import java.util.List;
import org.plenish.engine.model.TimeBuckets;

/**
 * What may happen to a plan: its figures, each spread over thousands of sampled futures. Money is in currency units.
 *
 * @param settings how it was sampled
 * @param buckets of the plan
 * @param serviceLevel of the SKU-locations' buckets with demand, the share in which all of it is served
 * @param fillRate share of demand that is served at once
 * @param averageStockValue at a bucket's end, on average over the horizon
 * @param stockValueByBucket at each bucket's end
 * @param cashByBucket committed in each bucket for orders placed in it
 * @param cash committed over the horizon
 * @param cost by part and in total
 * @param locations one for each SKU-location, in the order given
 */
public record PlanUncertainty(
        SimulationSettings settings,
        TimeBuckets buckets,
        Spread serviceLevel,
        Spread fillRate,
        Spread averageStockValue,
        List<Spread> stockValueByBucket,
        List<Spread> cashByBucket,
        Spread cash,
        CostSpread cost,
        List<LocationRisk> locations) {

    /**
     * Cost over the horizon.
     *
     * @param holding of stock at each bucket's end
     * @param shortage of what is owed at each bucket's end and lost at the horizon's
     * @param obsolescence of what is left at the horizon's end
     * @param ordering order lines, each at its line's cost and its share of the order's
     * @param total the four together, path by path
     */
    public record CostSpread(Spread holding, Spread shortage, Spread obsolescence, Spread ordering, Spread total) {}

    public PlanUncertainty {
        stockValueByBucket = List.copyOf(stockValueByBucket);
        cashByBucket = List.copyOf(cashByBucket);
        locations = List.copyOf(locations);
    }
}
