package org.plenish.web.override;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.inventory.OrderLattice;
import org.plenish.engine.model.Money;
import org.plenish.engine.policy.PolicyCalculation;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.web.override.PolicyRework.Reworked;

/**
 * What one policy alone would order, and the stock that it would bring: at each review the inventory position (stock, what
 * is on order, less backlog) is held against the reorder point, and an order in allowed quantities lifts it to the
 * order-up-to level. Limits, transfers that are only proposed, and what orders of other items share are left out.
 */
final class PolicyProjection {

    private final InventoryProjection known;
    private final int[] orderedUnits;
    private final int[] netUnits;

    private PolicyProjection(InventoryProjection known, int[] orderedUnits, int[] netUnits) {
        this.known = known;
        this.orderedUnits = orderedUnits;
        this.netUnits = netUnits;
    }

    static PolicyProjection of(Reworked reworked) {
        InventoryProjection known = reworked.before().withoutProposals();
        ReplenishmentPolicy policy = reworked.calculation().policy();
        PolicyCalculation.Supply supply = reworked.calculation().supply();
        OrderLattice lattice =
                new OrderLattice(supply.minOrderQuantityUnits(), supply.orderMultipleUnits(), Integer.MAX_VALUE);
        double bucketDays = known.buckets().size().days();
        int leadBuckets = (int) Math.ceil(supply.leadTimeDays() / bucketDays);
        int reviewBuckets = Math.max(1, (int) Math.round(policy.reviewDays() / bucketDays));
        int count = known.buckets().count();
        int[] ordered = new int[count];
        int[] net = new int[count];
        boolean buys = !reworked.choice().stopBuy() && !(policy instanceof ReplenishmentPolicy.DoNotStock);
        for (int t = 0; t < count; t++) {
            if (buys && t % reviewBuckets == 0) {
                int position = known.openingUnits()[t]
                        + underWay(known, t)
                        + IntStream.of(ordered).sum();
                if (position <= policy.reorderPointUnits() && position < policy.orderUpToLevelUnits()) {
                    ordered[t] = lattice.roundUp(policy.orderUpToLevelUnits() - position);
                }
            }
            int arrived = IntStream.rangeClosed(0, t - leadBuckets)
                    .map(u -> ordered[u])
                    .sum();
            net[t] = known.closingUnits()[t] - known.backorderUnits()[t] + arrived;
        }
        return new PolicyProjection(known, ordered, net);
    }

    /** On order already, and to come in this bucket or later. */
    private static int underWay(InventoryProjection known, int from) {
        int count = known.buckets().count();
        return IntStream.range(from, count)
                .map(t -> known.receiptUnits()[t] + known.transferInUnits()[t] - known.transferOutUnits()[t])
                .sum();
    }

    /** Stock at the end of a bucket, backorders negative. */
    int netUnits(int bucket) {
        return netUnits[bucket];
    }

    OverrideEffect.Alone summary(double unitCost) {
        double average = Arrays.stream(netUnits)
                .map(units -> Math.max(0, units))
                .average()
                .orElse(0);
        int first = 0;
        while (first < orderedUnits.length && orderedUnits[first] == 0) {
            first++;
        }
        boolean orders = first < orderedUnits.length;
        return new OverrideEffect.Alone(
                average,
                Money.of(average * unitCost),
                (int) Arrays.stream(netUnits).filter(units -> units < 0).count(),
                orders ? known.buckets().start(first) : null,
                orders ? orderedUnits[first] : 0,
                IntStream.of(orderedUnits).sum());
    }
}
