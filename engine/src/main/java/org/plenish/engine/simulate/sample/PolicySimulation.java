package org.plenish.engine.simulate.sample;

import java.util.ArrayDeque;
import java.util.Deque;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.simulate.BucketOutcome;
import org.plenish.engine.simulate.LedgerTotals;
import org.plenish.engine.simulate.ServiceTally;
import org.plenish.engine.simulate.ShortageMode;
import org.plenish.engine.simulate.StockLedger;

/**
 * One SKU-location under one rule for many buckets. Each bucket begins with a look at the position and, perhaps, an
 * order; then what is due comes, then demand. What is ordered at the start of a bucket and takes L buckets meets the
 * demand of the bucket L later: the stock at that one's end depends on demand over L + 1 buckets, the protection interval
 * of {@code inventory}.
 *
 * @param rule what is ordered
 * @param demandOfBucket on 0, 1, 2, ...
 * @param leadTimeBuckets on 0, 1, 2, ...; drawn for each order
 * @param unitByUnit whether every unit of an order travels by itself: its lead time is drawn for it alone
 * @param mode what becomes of demand that finds no stock
 * @param costs by which stock is judged
 */
public record PolicySimulation(
        OrderRule rule,
        Distribution demandOfBucket,
        Distribution leadTimeBuckets,
        boolean unitByUnit,
        ShortageMode mode,
        Costs costs) {

    /**
     * @param holding of a unit on hand at a bucket's end
     * @param stockout of a unit owed at a bucket's end; where sales are lost, of a unit lost
     * @param fixed of an order
     */
    public record Costs(double holding, double stockout, double fixed) {}

    /**
     * How long it runs.
     *
     * @param warmUpBuckets not counted: what is on hand at first should not matter
     * @param batches into which the rest is cut for the standard error, 2 or more
     * @param bucketsPerBatch so many that one batch hardly depends on the one before it
     */
    public record Length(int warmUpBuckets, int batches, int bucketsPerBatch) {

        /** @throws IllegalArgumentException if a number is too small */
        public Length {
            if (warmUpBuckets < 0 || batches < 2 || bucketsPerBatch < 1) {
                throw new IllegalArgumentException("warm-up of " + warmUpBuckets + " buckets, then " + batches
                        + " batches of " + bucketsPerBatch + ": must be 0, 2 and 1 or more.");
            }
        }
    }

    /**
     * What came of it.
     *
     * @param cost a bucket
     * @param fillRate P₂
     * @param cycleService P₁
     * @param totals of all that was counted
     */
    public record Result(Estimate cost, Estimate fillRate, Estimate cycleService, LedgerTotals totals) {}

    /** @param stream where chance comes from; two rules run with one stream meet the same demand */
    public Result run(Length length, RandomStream stream) {
        return new Run(stream).over(length);
    }

    private final class Run {

        private final RandomStream demand;
        private final RandomStream leadTimes;
        private final CountQuantiles demandUnits = CountQuantiles.of(demandOfBucket);
        private final CountQuantiles leadTime = CountQuantiles.of(leadTimeBuckets);
        private final StockLedger ledger =
                new StockLedger(Math.max(0, rule.units(0)), mode); // near where the rule will keep it
        private long ordered;

        Run(RandomStream stream) {
            demand = stream.path(0);
            leadTimes = stream.path(1);
        }

        Result over(Length length) {
            for (int i = 0; i < length.warmUpBuckets(); i++) {
                next();
            }
            double[] cost = new double[length.batches()];
            Deque<LedgerTotals> batches = new ArrayDeque<>();
            for (int batch = 0; batch < cost.length; batch++) {
                ServiceTally tally = new ServiceTally();
                for (int i = 0; i < length.bucketsPerBatch(); i++) {
                    long before = ordered;
                    BucketOutcome outcome = next();
                    cost[batch] += (ordered > before ? costs.fixed() : 0) + costOf(outcome);
                    tally.add(outcome);
                }
                cost[batch] /= length.bucketsPerBatch();
                batches.add(tally.totals());
            }
            return new Result(
                    Estimate.of(cost),
                    Estimate.of(
                            batches.stream().mapToDouble(LedgerTotals::fillRate).toArray()),
                    Estimate.of(batches.stream()
                            .mapToDouble(LedgerTotals::cycleService)
                            .toArray()),
                    batches.stream().reduce(LedgerTotals.NONE, LedgerTotals::plus));
        }

        private BucketOutcome next() {
            int bucket = ledger.nextBucket();
            long units = rule.units(ledger.positionUnits());
            if (units > 0 && unitByUnit) {
                for (long i = 0; i < units; i++) {
                    ledger.order(1, bucket + leadTime.units(leadTimes.normal(ordered++)));
                }
            } else if (units > 0) {
                ledger.order(units, bucket + leadTime.units(leadTimes.normal(ordered++)));
            }
            return ledger.step(demandUnits.units(demand.normal(bucket)));
        }

        private double costOf(BucketOutcome outcome) {
            long missing = mode == ShortageMode.LOST ? outcome.shortUnits() : outcome.backorderedUnits();
            return costs.holding() * outcome.closingUnits() + costs.stockout() * missing;
        }
    }
}
