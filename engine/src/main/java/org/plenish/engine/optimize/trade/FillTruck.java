package org.plenish.engine.optimize.trade;

import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.TransferEntry;

/** Puts another SKU on a truck that goes anyway: its rest costs nothing. */
final class FillTruck implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        ItemPlan loaded = hand.anyPlanWithTransfers();
        ItemPlan plan = hand.anyPlan();
        if (loaded == null) {
            return;
        }
        TransferEntry going = hand.any(loaded.transfers());
        Lane lane = hand.problem().lane(going.lane());
        Sku sku = hand.problem().sku(plan.sku());
        long unit = hand.problem().unitCubicMillimetres(plan.sku());
        if (!sku.transferableTo()[lane.to()] || unit == 0) {
            return;
        }
        long rest =
                hand.use().trucks(going.lane(), going.period()) * hand.problem().truckCubicMillimetres(going.lane())
                        - hand.use().laneCubicMillimetres(going.lane(), going.period());
        int there = plan.site(lane.from()).openingUnits(going.period())
                - plan.site(lane.from()).outflowUnits(going.period());
        int packs = (int) Math.min(there, rest / unit) / sku.transferPackUnits();
        if (packs > 0) {
            int moved = hand.random().nextBoolean() ? packs : 1 + hand.random().nextInt(packs);
            TransferEntry more = new TransferEntry(going.lane(), going.period(), moved * sku.transferPackUnits());
            hand.put(hand.replanning().withTransfer(hand.use(), plan, more, hand.drawPrices()));
        }
    }
}
