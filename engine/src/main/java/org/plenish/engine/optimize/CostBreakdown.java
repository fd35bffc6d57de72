package org.plenish.engine.optimize;

/** The parts of a plan's cost, in currency units; see the planning instance contract. */
public record CostBreakdown(
        double purchasePremium,
        double orderLines,
        double orderHeaders,
        double holding,
        double backorder,
        double terminalBacklog,
        double belowSafetyStock,
        double transferUnits,
        double trucks,
        double scrap,
        double obsolescence) {

    public double total() {
        return purchasePremium
                + orderLines
                + orderHeaders
                + holding
                + backorder
                + terminalBacklog
                + belowSafetyStock
                + transferUnits
                + trucks
                + scrap
                + obsolescence;
    }
}
