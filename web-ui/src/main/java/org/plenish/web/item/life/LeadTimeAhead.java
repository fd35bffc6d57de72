package org.plenish.web.item.life;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;

/**
 * How the stock stands now and one lead time ahead: what is ordered now can change nothing before.
 *
 * @param day on which an order placed now would come
 * @param bucketStart of the bucket at whose end the figures are; that of {@code day}, or the plan's last
 * @param beyond whether {@code day} lies beyond the plan's horizon
 */
public record LeadTimeAhead(
        LocalDate day,
        LocalDate bucketStart,
        boolean beyond,
        Standing now,
        Standing withoutProposals,
        Standing asPlanned) {

    /** What a stock is, held against its safety stock and reorder point. */
    public enum State {
        SHORT,
        BELOW_SAFETY_STOCK,
        BELOW_REORDER_POINT,
        ENOUGH
    }

    /**
     * @param stockUnits negative: owed to customers
     * @param coverDays how long it lasts at the forecast of that time; null: nothing is expected to be sold
     */
    public record Standing(int stockUnits, @Nullable Double coverDays, State state) {}

    /**
     * @param netBefore stock at the end of each bucket of the plan without its proposals
     * @param netAfter the same with them
     * @param safetyStock of each bucket
     * @param positionUnits stock now and what is on order: what a reorder point is held against
     */
    public static LeadTimeAhead of(
            TimeBuckets future,
            int leadTimeDays,
            int netUnits,
            int positionUnits,
            int reorderPointUnits,
            List<Integer> netBefore,
            List<Integer> netAfter,
            List<Integer> safetyStock,
            List<Double> meanUnits) {
        LocalDate day = future.start().plusDays(leadTimeDays);
        int last = future.count() - 1;
        int index = Math.min(last, Math.max(0, future.indexOf(day)));
        return new LeadTimeAhead(
                day,
                future.start(index),
                future.indexOf(day) > last,
                new Standing(
                        netUnits,
                        cover(netUnits, 0, future, meanUnits),
                        netUnits >= safetyStock.get(0) && netUnits > 0 && positionUnits <= reorderPointUnits
                                ? State.BELOW_REORDER_POINT
                                : state(netUnits, safetyStock.get(0))),
                standing(index, netBefore, safetyStock, future, meanUnits),
                standing(index, netAfter, safetyStock, future, meanUnits));
    }

    private static Standing standing(
            int index, List<Integer> net, List<Integer> safetyStock, TimeBuckets future, List<Double> meanUnits) {
        int units = net.get(index);
        return new Standing(
                units,
                cover(units, Math.min(index + 1, future.count() - 1), future, meanUnits),
                state(units, safetyStock.get(index)));
    }

    private static State state(int units, int safetyStockUnits) {
        return units <= 0 ? State.SHORT : units < safetyStockUnits ? State.BELOW_SAFETY_STOCK : State.ENOUGH;
    }

    private static @Nullable Double cover(int units, int bucket, TimeBuckets future, List<Double> meanUnits) {
        double perDay = meanUnits.get(bucket) / future.days(bucket);
        return perDay <= 0 ? null : Math.max(0, units) / perDay;
    }
}
