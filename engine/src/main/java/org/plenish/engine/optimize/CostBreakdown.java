package org.plenish.engine.optimize;

/**
 * The parts of a plan's cost, in currency units; see the planning instance contract.
 *
 * @param orderHeaders of orders, with their containers
 */
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

    public static final CostBreakdown ZERO = new CostBreakdown(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public CostBreakdown plus(CostBreakdown other) {
        return new CostBreakdown(
                purchasePremium + other.purchasePremium,
                orderLines + other.orderLines,
                orderHeaders + other.orderHeaders,
                holding + other.holding,
                backorder + other.backorder,
                terminalBacklog + other.terminalBacklog,
                belowSafetyStock + other.belowSafetyStock,
                transferUnits + other.transferUnits,
                trucks + other.trucks,
                scrap + other.scrap,
                obsolescence + other.obsolescence);
    }

    public CostBreakdown minus(CostBreakdown other) {
        return new CostBreakdown(
                purchasePremium - other.purchasePremium,
                orderLines - other.orderLines,
                orderHeaders - other.orderHeaders,
                holding - other.holding,
                backorder - other.backorder,
                terminalBacklog - other.terminalBacklog,
                belowSafetyStock - other.belowSafetyStock,
                transferUnits - other.transferUnits,
                trucks - other.trucks,
                scrap - other.scrap,
                obsolescence - other.obsolescence);
    }

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
