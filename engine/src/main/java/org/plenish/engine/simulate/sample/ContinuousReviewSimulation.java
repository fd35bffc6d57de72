package org.plenish.engine.simulate.sample;

import java.util.ArrayDeque;
import java.util.Deque;
import org.plenish.engine.math.Distribution;

/**
 * One SKU-location under continuous review: customers come at random moments (a Poisson process), each asks for some
 * units, and the rule is asked after every one of them. Customers wait for what is missing. Orders take a fixed time, so
 * none overtakes another.
 *
 * @param rule what is ordered; it is asked at once, so a position at or below its reorder point never lasts
 * @param customersPerTime how many come in a unit of time, on average, above 0
 * @param unitsOfCustomer what one asks for, on 0, 1, 2, ...
 * @param leadTime in units of time, 0 or more
 * @param costs holding and stockout of a unit for a unit of time, fixed of an order
 */
public record ContinuousReviewSimulation(
        OrderRule rule,
        double customersPerTime,
        Distribution unitsOfCustomer,
        double leadTime,
        PolicySimulation.Costs costs) {

    /** @throws IllegalArgumentException if a number is outside its range */
    public ContinuousReviewSimulation {
        if (!(customersPerTime > 0) || !(leadTime >= 0)) {
            throw new IllegalArgumentException("customers in a unit of time: " + customersPerTime + ", lead time: "
                    + leadTime + "; the first must be above 0, the second 0 or more.");
        }
    }

    /**
     * What came of it.
     *
     * @param cost a unit of time
     * @param fillRate share of the units that were handed over at once
     * @param onHandUnits over time
     * @param owedUnits over time
     */
    public record Result(Estimate cost, Estimate fillRate, Estimate onHandUnits, Estimate owedUnits) {}

    /** @param length in customers instead of buckets */
    public Result run(PolicySimulation.Length length, RandomStream stream) {
        return new Run(stream).over(length);
    }

    private record Due(double time, long units) {}

    private final class Run {

        private final RandomStream arrivals;
        private final RandomStream sizes;
        private final CountQuantiles units = CountQuantiles.of(unitsOfCustomer);
        private final Deque<Due> onOrder = new ArrayDeque<>();
        private long customers;
        private double now;
        private long netUnits;
        private long positionUnits;
        private double onHandTime;
        private double owedTime;
        private long orders;
        private long askedUnits;
        private long servedUnits;

        Run(RandomStream stream) {
            arrivals = stream.path(0);
            sizes = stream.path(1);
        }

        Result over(PolicySimulation.Length length) {
            for (int i = 0; i < length.warmUpBuckets(); i++) {
                customer();
            }
            int batches = length.batches();
            double[] cost = new double[batches];
            double[] fillRate = new double[batches];
            double[] onHand = new double[batches];
            double[] owed = new double[batches];
            for (int batch = 0; batch < batches; batch++) {
                double start = now;
                onHandTime = 0;
                owedTime = 0;
                orders = 0;
                askedUnits = 0;
                servedUnits = 0;
                for (int i = 0; i < length.bucketsPerBatch(); i++) {
                    customer();
                }
                double time = now - start;
                onHand[batch] = onHandTime / time;
                owed[batch] = owedTime / time;
                fillRate[batch] = (double) servedUnits / askedUnits;
                cost[batch] = costs.holding() * onHand[batch]
                        + costs.stockout() * owed[batch]
                        + costs.fixed() * orders / time;
            }
            return new Result(Estimate.of(cost), Estimate.of(fillRate), Estimate.of(onHand), Estimate.of(owed));
        }

        private void customer() {
            double arrival = now - Math.log(arrivals.uniform(customers)) / customersPerTime;
            while (!onOrder.isEmpty() && onOrder.getFirst().time() <= arrival) {
                Due due = onOrder.removeFirst();
                passUntil(due.time());
                netUnits += due.units();
            }
            passUntil(arrival);
            int asked = units.units(sizes.normal(customers++));
            askedUnits += asked;
            servedUnits += Math.max(0, Math.min(asked, netUnits));
            netUnits -= asked;
            positionUnits -= asked;
            long ordered = rule.units(positionUnits);
            if (ordered > 0) {
                orders++;
                positionUnits += ordered;
                onOrder.addLast(new Due(now + leadTime, ordered));
            }
        }

        private void passUntil(double time) {
            onHandTime += Math.max(0, netUnits) * (time - now);
            owedTime += Math.max(0, -netUnits) * (time - now);
            now = time;
        }
    }
}
