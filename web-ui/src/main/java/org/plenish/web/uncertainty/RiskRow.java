package org.plenish.web.uncertainty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.plenish.engine.model.TimeBuckets;

/**
 * What may happen to one SKU-location.
 *
 * @param byBucket share of the futures in which customers wait at the bucket's end
 * @param probability the same of the bucket that is looked at, or of any
 * @param fillRate share of demand served at once; 1 without demand
 * @param shortUnits of the demand: not served at once, on average
 * @param shortValue they at unit cost (currency units)
 */
public record RiskRow(
        String item,
        String warehouse,
        String description,
        String abcClass,
        TimeBuckets buckets,
        List<Double> byBucket,
        double probability,
        double anyBucket,
        double demandUnits,
        double fillRate,
        double shortUnits,
        BigDecimal shortValue) {

    public RiskRow {
        byBucket = List.copyOf(byBucket);
    }

    private int worstIndex() {
        return IntStream.range(0, byBucket.size())
                .reduce(0, (worst, index) -> byBucket.get(index) > byBucket.get(worst) ? index : worst);
    }

    /** Start of the bucket in which it is out of stock most often. */
    public LocalDate worstBucket() {
        return buckets.start(worstIndex());
    }

    public double worstProbability() {
        return byBucket.get(worstIndex());
    }

    /** Whether no future has it out of stock. */
    public boolean isSafe() {
        return anyBucket == 0;
    }
}
