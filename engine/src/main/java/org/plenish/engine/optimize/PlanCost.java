package org.plenish.engine.optimize;

import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/** The cost of finished plans by part, from {@link CostTerms}, not rounded. */
final class PlanCost {

    private PlanCost() {}

    static CostBreakdown of(ExactProblem index, ItemPlan[] plans, SharedUse use) {
        CostBreakdown cost = shared(index, use).plus(index.pinnedCost());
        for (ItemPlan plan : plans) {
            cost = cost.plus(ofItem(index, plan));
        }
        return cost;
    }

    /** All that concerns the item alone; headers and trucks are 0. */
    static CostBreakdown ofItem(ExactProblem index, ItemPlan plan) {
        double premium = 0;
        double lines = 0;
        double holding = 0;
        double backorder = 0;
        double terminalBacklog = 0;
        double belowSafetyStock = 0;
        double transferUnits = 0;
        double scrap = 0;
        double obsolescence = 0;
        Sku sku = index.sku(plan.sku());
        for (int w = 0; w < index.warehouses(); w++) {
            SitePlan site = plan.site(w);
            for (OrderEntry order : site.orders()) {
                Source source = sku.sources().get(order.source());
                premium += CostTerms.purchasePremium(source, index.cheapestUnitPrice(plan.sku()), order.units());
                lines += CostTerms.orderLine(sku);
            }
            for (int t = 0; t < index.periods(); t++) {
                holding += CostTerms.holding(sku, w, site.closingUnits(t));
                backorder += CostTerms.backorder(sku, w, site.closingUnits(t));
                belowSafetyStock += CostTerms.belowSafetyStock(sku, w, site.closingUnits(t));
                scrap += CostTerms.scrap(sku, site.scrapUnits(t));
            }
            terminalBacklog += CostTerms.terminalBacklog(sku, site.finalUnits());
            obsolescence += CostTerms.obsolescence(sku, w, site.finalUnits());
        }
        for (TransferEntry transfer : plan.transfers()) {
            transferUnits += CostTerms.transferUnits(sku, index.lane(transfer.lane()), transfer.units());
        }
        return new CostBreakdown(
                premium,
                lines,
                0,
                holding,
                backorder,
                terminalBacklog,
                belowSafetyStock,
                transferUnits,
                0,
                scrap,
                obsolescence);
    }

    /** Headers and trucks. */
    private static CostBreakdown shared(ExactProblem index, SharedUse use) {
        double headers = 0;
        double trucks = 0;
        for (int group = 0; group < index.groups(); group++) {
            if (use.groupLines(group) > 0) {
                ProblemSupplier supplier = index.problem().suppliers().get(index.supplierOfGroup(group));
                headers +=
                        CostTerms.orderHeader(supplier) + CostTerms.furtherContainers(supplier, use.containers(group));
            }
        }
        for (int l = 0; l < index.problem().lanes().size(); l++) {
            Lane lane = index.lane(l);
            for (int t = 0; t < index.periods(); t++) {
                trucks += CostTerms.trucks(lane, use.trucks(l, t));
            }
        }
        return new CostBreakdown(0, 0, headers, 0, 0, 0, 0, 0, trucks, 0, 0);
    }
}
