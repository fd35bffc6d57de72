package org.plenish.engine.optimize.trade;

import java.util.List;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.TransferEntry;

/** A transfer more: one that seems to pay, or any that the sender's stock allows; receiver and sender plan again. */
final class MoveInsteadOfBuying implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        ItemPlan plan = hand.anyPlan();
        Sku sku = hand.problem().sku(plan.sku());
        if (!sku.transferable()) {
            return;
        }
        List<TransferEntry> proposals = hand.replanning().proposals(plan);
        TransferEntry transfer = !proposals.isEmpty() && hand.random().nextInt(3) > 0
                ? hand.any(proposals)
                : new TransferEntry(
                        hand.random().nextInt(hand.problem().problem().lanes().size()),
                        hand.random().nextInt(hand.problem().periods()),
                        Integer.MAX_VALUE);
        Lane lane = hand.problem().lane(transfer.lane());
        if (transfer.period() + lane.leadTimePeriods() >= hand.problem().periods()
                || !sku.transferableTo()[lane.to()]) {
            return;
        }
        int there = plan.site(lane.from()).openingUnits(transfer.period())
                - plan.site(lane.from()).outflowUnits(transfer.period());
        int packs = Math.min(there, transfer.units()) / sku.transferPackUnits();
        if (packs > 0) {
            int moved = hand.random().nextBoolean() ? packs : 1 + hand.random().nextInt(packs);
            TransferEntry more = new TransferEntry(transfer.lane(), transfer.period(), moved * sku.transferPackUnits());
            hand.put(hand.replanning().withTransfer(hand.use(), plan, more, hand.drawPrices()));
        }
    }
}
