package org.plenish.engine.optimize;

import java.util.List;

/**
 * The plan found, what it costs and how far it may be from the best. Lists are sorted by their indices.
 *
 * @param lowerBound no plan that keeps the limits can cost less
 * @param assembledCost what the plan cost before the solver finished it; may be less than the cost where it broke a limit
 * @param spacePrice {@code [zone][period]}, the whole warehouses first: what one more m³ would save; 0 where it does not bind
 * @param cashPrice {@code [period]}: what one more unit of currency would save; 0 where it does not bind
 * @param violations empty if every limit is kept
 * @param cutShort the clock stopped it: another run may differ
 */
@SuppressWarnings("ArrayRecordComponent") // indexed as in the problem
public record OptimizationResult(
        List<OrderLine> orders,
        List<TransferLine> transfers,
        List<ScrapLine> scraps,
        CostBreakdown cost,
        double lowerBound,
        double assembledCost,
        double[][] spacePrice,
        double[] cashPrice,
        List<Violation> violations,
        long scoreCalculations,
        boolean cutShort) {

    public OptimizationResult {
        orders = List.copyOf(orders);
        transfers = List.copyOf(transfers);
        scraps = List.copyOf(scraps);
        violations = List.copyOf(violations);
    }

    /**
     * By how much the plan may be dearer than the best: {@code (total cost - lower bound) / lower bound}; 0 where both are
     * 0, NaN where the bound tells nothing.
     */
    public double gap() {
        if (lowerBound > 0) {
            return (cost.total() - lowerBound) / lowerBound;
        }
        return cost.total() == 0 ? 0 : Double.NaN;
    }

    /**
     * Indices as in the problem; the line is placed in {@code period}.
     *
     * @param pinned decided by a person, not by the optimizer
     */
    public record OrderLine(int sku, int source, int warehouse, int period, int quantityUnits, boolean pinned) {

        /** A line of the optimizer's. */
        public OrderLine(int sku, int source, int warehouse, int period, int quantityUnits) {
            this(sku, source, warehouse, period, quantityUnits, false);
        }
    }

    /**
     * Indices as in the problem; the transfer leaves in {@code period}.
     *
     * @param pinned decided by a person, not by the optimizer
     */
    public record TransferLine(int sku, int lane, int period, int quantityUnits, boolean pinned) {

        /** A line of the optimizer's. */
        public TransferLine(int sku, int lane, int period, int quantityUnits) {
            this(sku, lane, period, quantityUnits, false);
        }
    }

    /** Indices as in the problem. */
    public record ScrapLine(int sku, int warehouse, int period, int quantityUnits) {}

    public PlanStatus status() {
        return PlanStatus.of(violations);
    }

    /**
     * A limit that is not kept.
     *
     * @param kind {@code space}, {@code storage_class}, {@code cash}, {@code min_order_value} or {@code transfer}
     * @param where in words: warehouse, storage class, supplier or SKU; blank for cash
     * @param period in which
     * @param excess by how much
     * @param unit of the excess: {@code m³}, {@code currency} or {@code units}
     * @param unavoidable the part of the excess that is proven to stand in every plan; 0: none
     * @param remedy why it is so, as far as that is proven, and what would lift it
     */
    public record Violation(
            String kind, String where, int period, double excess, String unit, double unavoidable, String remedy) {

        /** Where it is, with its period. */
        public String place() {
            return where.isEmpty() ? "period " + period : where + ", period " + period;
        }
    }
}
