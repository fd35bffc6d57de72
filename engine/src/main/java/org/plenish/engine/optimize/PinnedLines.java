package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/**
 * What pinned lines make of a problem, so that whoever plans the rest need not know them: their goods are receipts
 * (or, where they leave, receipts less than nothing), their lines are taken, their costs and payments constants.
 */
final class PinnedLines {

    private final ReplenishmentProblem problem;
    private final List<Sku> skus;
    /** {@code [sku]}, by warehouse and period; empty where nothing is moved. */
    private final int[][][] outflowUnits;

    PinnedLines(ReplenishmentProblem problem) {
        this.problem = problem;
        this.skus = new ArrayList<>(problem.skus());
        this.outflowUnits = new int[problem.skus().size()][0][];
        problem.pinnedOrders().forEach(this::apply);
        problem.pinnedTransfers().forEach(this::apply);
    }

    private void apply(OrderLine line) {
        Sku sku = skus.get(line.sku());
        List<Source> sources = new ArrayList<>(sku.sources());
        Source source = sources.get(line.source());
        boolean[][] taken = new boolean[problem.warehouses().size()][problem.periods()];
        for (int w = 0; w < source.taken().length; w++) {
            taken[w] = source.taken()[w].clone();
        }
        taken[line.warehouse()][line.period()] = true;
        sources.set(
                line.source(),
                new Source(
                        source.supplier(),
                        source.deliversTo(),
                        source.leadTimePeriods(),
                        source.canOrder(),
                        source.packUnits(),
                        source.minOrderQuantityUnits(),
                        source.maxOrderQuantityUnits(),
                        source.tierFromUnits(),
                        source.tierUnitPrice(),
                        taken));
        int[][] receipts = copy(sku.receiptUnits());
        add(
                receipts[line.warehouse()],
                line.period() + source.leadTimePeriods()[line.warehouse()],
                line.quantityUnits());
        skus.set(line.sku(), sku.with(sources, sku.demandUnits(), sku.initialUnits(), receipts));
    }

    private void apply(TransferLine line) {
        Sku sku = skus.get(line.sku());
        Lane lane = problem.lanes().get(line.lane());
        int[][] receipts = copy(sku.receiptUnits());
        receipts[lane.from()][line.period()] -= line.quantityUnits();
        add(receipts[lane.to()], line.period() + lane.leadTimePeriods(), line.quantityUnits());
        skus.set(line.sku(), sku.with(sku.sources(), sku.demandUnits(), sku.initialUnits(), receipts));
        if (outflowUnits[line.sku()].length == 0) {
            outflowUnits[line.sku()] = new int[problem.warehouses().size()][problem.periods()];
        }
        outflowUnits[line.sku()][lane.from()][line.period()] += line.quantityUnits();
    }

    /** What arrives after the horizon is bought all the same. */
    private static void add(int[] receipts, int period, int units) {
        if (period < receipts.length) {
            receipts[period] += units;
        }
    }

    private static int[][] copy(int[][] rows) {
        int[][] copy = new int[rows.length][];
        for (int w = 0; w < rows.length; w++) {
            copy[w] = rows[w].clone();
        }
        return copy;
    }

    /** The articles as the rest of the plan sees them. */
    List<Sku> skus() {
        return skus;
    }

    int outflowUnits(int sku, int warehouse, int period) {
        return outflowUnits[sku].length == 0 ? 0 : outflowUnits[sku][warehouse][period];
    }
}
