package org.plenish.engine.plan;

import java.util.Arrays;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.ProblemBuilder.Mapped;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;

/** The optimizer's lines as flows of stock by SKU, warehouse and period, and the stock that follows from them. */
final class PlannedFlows {

    private final Mapped mapped;
    private final ReplenishmentProblem problem;
    private final int[][][] orderedUnits;
    private final int[][][] transferInUnits;
    private final int[][][] transferOutUnits;

    PlannedFlows(Mapped mapped, OptimizationResult result) {
        if (!result.scraps().isEmpty()) {
            throw new IllegalArgumentException(
                    "the plan scraps " + result.scraps().size()
                            + " times, but a dataset's problem has no shelf life that would force it to.");
        }
        this.mapped = mapped;
        this.problem = mapped.problem();
        this.orderedUnits = zeros();
        this.transferInUnits = zeros();
        this.transferOutUnits = zeros();
        for (OrderLine line : result.orders()) {
            orderedUnits[line.sku()][line.warehouse()][arrivalPeriod(line)] += line.quantityUnits();
        }
        for (TransferLine line : result.transfers()) {
            Lane lane = problem.lanes().get(line.lane());
            transferOutUnits[line.sku()][lane.from()][line.period()] += line.quantityUnits();
            transferInUnits[line.sku()][lane.to()][arrivalPeriod(line)] += line.quantityUnits();
        }
    }

    int arrivalPeriod(OrderLine line) {
        Sku sku = problem.skus().get(line.sku());
        return line.period() + sku.sources().get(line.source()).leadTimePeriods()[line.warehouse()];
    }

    int arrivalPeriod(TransferLine line) {
        return line.period() + problem.lanes().get(line.lane()).leadTimePeriods();
    }

    /** Stock if everything proposed is done. */
    InventoryProjection withProposals(int sku, int warehouse) {
        return project(
                sku,
                warehouse,
                orderedUnits[sku][warehouse],
                transferInUnits[sku][warehouse],
                transferOutUnits[sku][warehouse]);
    }

    /** Stock if nothing new is bought or moved. */
    InventoryProjection withoutProposals(int sku, int warehouse) {
        int[] none = new int[problem.periods()];
        return project(sku, warehouse, none, none, none);
    }

    /** Stock if all is done but one purchase that would arrive in {@code arrivalPeriod}. */
    InventoryProjection withoutOrder(int sku, int warehouse, int arrivalPeriod, int quantityUnits) {
        int[] ordered = orderedUnits[sku][warehouse].clone();
        ordered[arrivalPeriod] -= quantityUnits;
        return project(sku, warehouse, ordered, transferInUnits[sku][warehouse], transferOutUnits[sku][warehouse]);
    }

    /** The receiver's stock if all is done but one transfer that would arrive in {@code arrivalPeriod}. */
    InventoryProjection withoutTransferIn(int sku, int warehouse, int arrivalPeriod, int quantityUnits) {
        int[] in = transferInUnits[sku][warehouse].clone();
        in[arrivalPeriod] -= quantityUnits;
        return project(sku, warehouse, orderedUnits[sku][warehouse], in, transferOutUnits[sku][warehouse]);
    }

    /**
     * What makes up the net stock at the end of {@code period} if nothing proposed arrives after {@code arrivalPeriod}
     * and {@code lineUnits} of what arrives in it stay away.
     */
    NetStock netStock(int sku, int warehouse, int period, int arrivalPeriod, int lineUnits) {
        Sku article = problem.skus().get(sku);
        int upTo = period + 1;
        int arrived = Math.min(arrivalPeriod, period) + 1;
        return new NetStock(
                article.initialUnits()[warehouse],
                sum(article.receiptUnits()[warehouse], upTo),
                sum(orderedUnits[sku][warehouse], arrived)
                        + sum(transferInUnits[sku][warehouse], arrived)
                        - (arrivalPeriod <= period ? lineUnits : 0),
                sum(transferOutUnits[sku][warehouse], arrived),
                sum(article.demandUnits()[warehouse], upTo));
    }

    /** Parts of a projected net stock, all 0 or more except {@code initialUnits}. */
    record NetStock(int initialUnits, int openReceiptUnits, int proposedUnits, int transferOutUnits, int demandUnits) {

        int units() {
            return initialUnits + openReceiptUnits + proposedUnits - transferOutUnits - demandUnits;
        }
    }

    private InventoryProjection project(int sku, int warehouse, int[] ordered, int[] transferIn, int[] transferOut) {
        Sku article = problem.skus().get(sku);
        int[] receipts = article.receiptUnits()[warehouse].clone();
        for (int t = 0; t < receipts.length; t++) {
            receipts[t] += ordered[t];
        }
        int[] safetyStock = new int[problem.periods()];
        Arrays.fill(safetyStock, article.safetyStockUnits()[warehouse]);
        return InventoryProjection.roll(
                mapped.index().location(sku, warehouse),
                mapped.index().buckets(),
                article.initialUnits()[warehouse],
                receipts,
                transferIn,
                transferOut,
                article.demandUnits()[warehouse],
                safetyStock);
    }

    private int[][][] zeros() {
        return new int[problem.skus().size()][problem.warehouses().size()][problem.periods()];
    }

    private static int sum(int[] units, int end) {
        int sum = 0;
        for (int t = 0; t < end; t++) {
            sum += units[t];
        }
        return sum;
    }
}
