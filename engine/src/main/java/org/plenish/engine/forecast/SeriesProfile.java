package org.plenish.engine.forecast;

import java.util.Arrays;
import org.plenish.engine.forecast.method.Histories;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.Warehouse;

/** All that a rule may know of one SKU-location when it chooses the method to forecast it by. */
public record SeriesProfile(SkuLocation location, Item item, Warehouse warehouse, DemandShape demand) {

    /**
     * The demand that is forecast from: without promotions, a successor's with that of what it replaces.
     *
     * @param pattern of the last year
     * @param historyBuckets with known demand
     * @param shareOfZeros share of the last year's known buckets without demand, 0 to 1; 1 where nothing is known
     * @param squaredCoefficientOfVariation of the sizes of the last year's demands
     */
    public record DemandShape(
            DemandPattern pattern, int historyBuckets, double shareOfZeros, double squaredCoefficientOfVariation) {

        static DemandShape of(double[] demandUnits, int bucketsPerYear) {
            double[] year = Arrays.copyOfRange(
                    demandUnits, Math.max(0, demandUnits.length - bucketsPerYear), demandUnits.length);
            int known = Histories.knownCount(year);
            return new DemandShape(
                    DemandPattern.of(year),
                    Histories.knownCount(demandUnits),
                    known == 0 ? 1 : 1 - (double) Histories.demandCount(year) / known,
                    DemandPattern.sizeVariation(year));
        }
    }
}
