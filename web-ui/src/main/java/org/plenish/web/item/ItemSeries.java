package org.plenish.web.item;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.web.item.life.PastForecasts;

/**
 * The series of one SKU-location; one value a bucket.
 *
 * @param history buckets of the past
 * @param future buckets of the plan
 */
public record ItemSeries(
        TimeBuckets history,
        TimeBuckets future,
        List<Double> soldUnits,
        List<Double> inStockShare,
        List<Double> demandUnits,
        List<Double> forecastMeanUnits,
        List<Double> forecastSdUnits,
        List<Integer> plannedDemand,
        List<Integer> safetyStock,
        List<Integer> receiptsBefore,
        List<Integer> netBefore,
        List<Integer> receiptsAfter,
        List<Integer> transfersInAfter,
        List<Integer> transfersOutAfter,
        List<Integer> netAfter) {

    /** Standard normal quantiles of the two-sided 80 % and 95 % interval: Φ⁻¹(0.9) and Φ⁻¹(0.975). */
    private static final double Z_80 = 1.2816;

    private static final double Z_95 = 1.9600;

    /** Below this share of days with stock a bucket is marked. */
    private static final double FULLY_IN_STOCK = 0.999;

    /**
     * One bucket of demand: past with what was sold, future with what is expected.
     *
     * @param outlier what was sold, if a single order was out of all proportion
     * @param past what each of the past plans shown foresaw; null: nothing
     */
    public record DemandPoint(
            LocalDate start,
            @Nullable Double sold,
            @Nullable Double outlier,
            @Nullable Double demand,
            @Nullable Double inStockShare,
            @Nullable Double mean,
            @Nullable Double low80,
            @Nullable Double high80,
            @Nullable Double low95,
            @Nullable Double high95,
            List<@Nullable Double> past) {

        public boolean isStockout() {
            return inStockShare != null && inStockShare < FULLY_IN_STOCK;
        }
    }

    /**
     * One bucket of projected stock.
     *
     * @param openReceipts already on order
     * @param proposedReceipts bought by this plan
     * @param before stock at its end without the proposals; negative: owed to customers
     * @param after the same with them
     */
    public record StockPoint(
            LocalDate start,
            int demand,
            int openReceipts,
            int proposedReceipts,
            int transfersIn,
            int transfersOut,
            int before,
            int after,
            int safetyStock) {

        public boolean isShort() {
            return after < 0;
        }
    }

    /**
     * @param outliers buckets of the history
     * @param mostOfHistory the latest of the history; the rest is left out
     */
    public List<DemandPoint> demandPoints(Set<Integer> outliers, List<PastForecasts.Past> shown, int mostOfHistory) {
        List<DemandPoint> points = new ArrayList<>();
        for (int t = Math.max(0, history.count() - mostOfHistory); t < history.count(); t++) {
            Double demand = demandUnits.get(t);
            points.add(new DemandPoint(
                    history.start(t),
                    soldUnits.get(t),
                    outliers.contains(t) ? soldUnits.get(t) : null,
                    demand.isNaN() ? null : demand,
                    inStockShare.get(t),
                    null,
                    null,
                    null,
                    null,
                    null,
                    past(shown, history, t)));
        }
        for (int t = 0; t < future.count(); t++) {
            double mean = forecastMeanUnits.get(t);
            double sd = forecastSdUnits.get(t);
            points.add(new DemandPoint(
                    future.start(t),
                    null,
                    null,
                    null,
                    null,
                    mean,
                    Math.max(0, mean - Z_80 * sd),
                    mean + Z_80 * sd,
                    Math.max(0, mean - Z_95 * sd),
                    mean + Z_95 * sd,
                    past(shown, future, t)));
        }
        return points;
    }

    private static List<@Nullable Double> past(List<PastForecasts.Past> shown, TimeBuckets buckets, int t) {
        List<@Nullable Double> units = new ArrayList<>();
        for (PastForecasts.Past past : shown) {
            units.add(past.unitsOf(buckets.start(t), buckets.start(t + 1)));
        }
        return units;
    }

    public List<StockPoint> stockPoints() {
        List<StockPoint> points = new ArrayList<>();
        for (int t = 0; t < future.count(); t++) {
            points.add(new StockPoint(
                    future.start(t),
                    plannedDemand.get(t),
                    receiptsBefore.get(t),
                    receiptsAfter.get(t) - receiptsBefore.get(t),
                    transfersInAfter.get(t),
                    transfersOutAfter.get(t),
                    netBefore.get(t),
                    netAfter.get(t),
                    safetyStock.get(t)));
        }
        return points;
    }
}
