package org.plenish.engine.optimize;

import java.util.List;

/**
 * The plan found, what it costs and how far it may be from the best. Lists are sorted by their indices.
 *
 * @param lowerBound no plan that keeps the limits can cost less
 * @param spacePrice {@code [warehouse][period]}: what one more m³ would save; 0 where it does not bind
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

    /** Indices as in the problem; the line is placed in {@code period}. */
    public record OrderLine(int sku, int source, int warehouse, int period, int quantityUnits) {}

    /** Indices as in the problem; the transfer leaves in {@code period}. */
    public record TransferLine(int sku, int lane, int period, int quantityUnits) {}

    /** Indices as in the problem. */
    public record ScrapLine(int sku, int warehouse, int period, int quantityUnits) {}

    /**
     * A limit that is not kept.
     *
     * @param kind {@code space}, {@code cash}, {@code min_order_value}, {@code shelf_life}, …
     * @param where in words: warehouse, supplier, period
     * @param excess by how much, in the limit's unit (m³, currency, units)
     */
    public record Violation(String kind, String where, double excess) {}
}
