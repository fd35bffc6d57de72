package org.plenish.engine.optimize;

import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/**
 * What a plan costs, one method for each part, in currency units. The one source of truth: pricing, solver and the
 * final breakdown all count with these. Stock is what is left at a period's end (units, negative: backlog).
 */
public final class CostTerms {

    private CostTerms() {}

    /** What is paid above the cheapest price of the SKU at any source and quantity. */
    public static double purchasePremium(Source source, double cheapestUnitPrice, int units) {
        return (source.unitPriceAt(units) - cheapestUnitPrice) * units;
    }

    public static double orderLine(Sku sku) {
        return sku.lineCost();
    }

    /** For each supplier, warehouse and period with at least one line; its first container is among it. */
    public static double orderHeader(ProblemSupplier supplier) {
        return supplier.headerCost() + supplier.containerCost();
    }

    /** Each container that such a group starts after its first. */
    public static double furtherContainers(ProblemSupplier supplier, long containers) {
        return supplier.containerCost() * Math.max(0, containers - 1);
    }

    public static double holding(Sku sku, int warehouse, int stockUnits) {
        return sku.holding()[warehouse] * Math.max(stockUnits, 0);
    }

    public static double backorder(Sku sku, int warehouse, int stockUnits) {
        return sku.backorder()[warehouse] * Math.max(-stockUnits, 0);
    }

    public static double belowSafetyStock(Sku sku, int warehouse, int stockUnits) {
        return sku.belowSafetyStock()[warehouse]
                * Math.max(sku.safetyStockUnits()[warehouse] - Math.max(stockUnits, 0), 0);
    }

    public static double terminalBacklog(Sku sku, int finalStockUnits) {
        return sku.terminalBacklog() * Math.max(-finalStockUnits, 0);
    }

    public static double obsolescence(Sku sku, int warehouse, int finalStockUnits) {
        return sku.terminalObsolescence()[warehouse] * Math.max(finalStockUnits, 0);
    }

    public static double transferUnits(Sku sku, Lane lane, int units) {
        return units * (lane.unitCost() + lane.costPerM3() * sku.volumeM3());
    }

    /** Each truck that is started on a lane in a period. */
    public static double trucks(Lane lane, long trucks) {
        return lane.truckCost() * trucks;
    }

    public static double scrap(Sku sku, int units) {
        return units == 0 ? 0 : sku.scrapCost() * units; // an infinite cost forbids it
    }

    /** What a period's end costs: holding, backorder, safety stock not covered and, after the last, the terminal parts. */
    public static double periodEnd(Sku sku, int warehouse, int stockUnits, boolean last) {
        double cost = holding(sku, warehouse, stockUnits)
                + backorder(sku, warehouse, stockUnits)
                + belowSafetyStock(sku, warehouse, stockUnits);
        return last ? cost + terminalBacklog(sku, stockUnits) + obsolescence(sku, warehouse, stockUnits) : cost;
    }
}
