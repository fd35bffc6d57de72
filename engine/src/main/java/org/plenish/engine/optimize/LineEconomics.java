package org.plenish.engine.optimize;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the plan is worth, all else of the plan staying as it is: what changing it would cost, simulated
 * exactly, and what would be done if it were forbidden. A negative change would make the plan cheaper: the plan is
 * then held back by the obstacles named, or not the best one nearby.
 *
 * @param more one pack more
 * @param less one pack less; the whole line where it is a single pack
 * @param leftOut without the line, nothing in its place
 * @param runnerUp the cheapest other way found that keeps the limits; null if none keeps them
 */
public record LineEconomics(
        Step more, Step less, Step leftOut, @Nullable RunnerUp runnerUp) {

    /**
     * A change of the line's quantity.
     *
     * @param units by which it changes, signed
     * @param change of the plan's cost, currency units
     * @param obstacles that forbid it; empty if it keeps every limit
     */
    public record Step(int units, CostBreakdown change, List<Obstacle> obstacles) {

        public Step {
            obstacles = List.copyOf(obstacles);
        }

        public boolean isPossible() {
            return obstacles.isEmpty();
        }
    }

    /**
     * What the item would do without the line.
     *
     * @param change of the plan's cost, currency units
     * @param orders what is ordered more or less than in the plan, the line itself left out; empty lists: nothing
     * @param transfers what is moved more or less, the line itself left out
     * @param firstShortPeriod in which more is short at the line's warehouse than in the plan; -1: never
     */
    public record RunnerUp(
            CostBreakdown change, List<OrderChange> orders, List<TransferChange> transfers, int firstShortPeriod) {

        public RunnerUp {
            orders = List.copyOf(orders);
            transfers = List.copyOf(transfers);
        }

        public boolean isNothing() {
            return orders.isEmpty() && transfers.isEmpty();
        }
    }

    /** @param units signed: more or less than in the plan */
    public record OrderChange(int source, int warehouse, int period, int units) {}

    /** @param units signed: more or less than in the plan */
    public record TransferChange(int lane, int period, int units) {}
}
