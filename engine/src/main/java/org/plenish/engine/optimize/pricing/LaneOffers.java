package org.plenish.engine.optimize.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.CostTerms;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.SitePlan;
import org.plenish.engine.optimize.pricing.SiteTerms.LaneOffer;

/** What the other warehouses of a SKU could send, given what they have by their present plans. */
public final class LaneOffers {

    private final ExactProblem problem;

    LaneOffers(ExactProblem problem) {
        this.problem = problem;
    }

    /**
     * What is asked for a unit beside the lane's own cost.
     *
     * @param senderLoss currency units a unit; negative: the sender is glad to be rid of it
     * @param truckShare of a full truck's cost by volume; a started truck's rest is free where it is 0
     * @param startedTrucksOnly what does not fit into trucks that go anyway is not offered
     * @param surplusOnly what the sender's own plan needs above safety stock is not offered
     */
    public record Price(double senderLoss, double truckShare, boolean startedTrucksOnly, boolean surplusOnly) {}

    void write(SiteTerms terms, SharedUse use, ItemPlan plan, int warehouse, Price price) {
        List<Lane> lanes = problem.problem().lanes();
        for (int l = 0; l < lanes.size(); l++) {
            if (lanes.get(l).to() == warehouse && FlowLanes.mayMove(problem, plan.sku(), lanes.get(l))) {
                terms.offer(offers(use, plan, l, price));
            }
        }
    }

    private @Nullable LaneOffer[] offers(SharedUse use, ItemPlan plan, int l, Price price) {
        Lane lane = problem.lane(l);
        Sku sku = problem.sku(plan.sku());
        SitePlan sender = plan.site(lane.from());
        @Nullable LaneOffer[] byArrival = new LaneOffer[problem.periods()];
        double unitPrice = CostTerms.transferUnits(sku, lane, 1) + price.senderLoss();
        long unitVolume = problem.unitCubicMillimetres(plan.sku());
        if (!price.startedTrucksOnly() && price.truckShare() > 0) {
            unitPrice += price.truckShare() * CostTerms.trucks(lane, 1) * unitVolume / problem.truckCubicMillimetres(l);
        }
        int needed = price.surplusOnly() ? sku.safetyStockUnits()[lane.from()] : Integer.MIN_VALUE;
        int surplus = Integer.MAX_VALUE;
        for (int t = problem.periods() - 1; t >= 0; t--) {
            if (price.surplusOnly()) {
                surplus = Math.min(surplus, sender.closingUnits(t) - needed);
            }
            int most = Math.min(surplus, sender.openingUnits(t) - sender.outflowUnits(t));
            if (price.startedTrucksOnly() && unitVolume > 0) {
                long rest = use.trucks(l, t) * problem.truckCubicMillimetres(l) - use.laneCubicMillimetres(l, t);
                most = (int) Math.min(most, rest / unitVolume);
            }
            most = Replanning.floorTo(most, sku.transferPackUnits());
            if (most > 0 && t + lane.leadTimePeriods() < problem.periods()) {
                byArrival[t + lane.leadTimePeriods()] = new LaneOffer(l, t, most, unitPrice, 0);
            }
        }
        return byArrival;
    }
}
