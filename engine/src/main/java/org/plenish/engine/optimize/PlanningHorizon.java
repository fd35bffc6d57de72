package org.plenish.engine.optimize;

import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TimeBuckets;

/**
 * How far ahead is planned: at least the dataset's horizon, and half of it beyond the longest lead time, so that what
 * must be ordered today from the farthest supplier is seen to be needed. Without the second part such an order would
 * arrive in the last bucket and look like stock for one week.
 */
public final class PlanningHorizon {

    private PlanningHorizon() {}

    /** The buckets that forecast, optimizer and projection share, from the plan's date. */
    public static TimeBuckets of(Dataset dataset) {
        BucketSize size = dataset.settings().bucket();
        int horizonBuckets = dataset.settings().horizonBuckets();
        int longestLeadTimeDays = dataset.supplyOptions().stream()
                .mapToInt(SupplyOption::leadTimeDays)
                .max()
                .orElse(0);
        int longestLeadTimeBuckets = (int) Math.ceil(longestLeadTimeDays / size.days());
        int count = Math.max(horizonBuckets, longestLeadTimeBuckets + (horizonBuckets + 1) / 2);
        return new TimeBuckets(dataset.settings().asOf(), size, count);
    }
}
