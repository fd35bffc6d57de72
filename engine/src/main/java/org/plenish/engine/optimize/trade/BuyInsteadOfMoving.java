package org.plenish.engine.optimize.trade;

import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.TransferEntry;

/** A transfer less, in whole or in part; receiver and sender plan again. */
final class BuyInsteadOfMoving implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        ItemPlan plan = hand.anyPlanWithTransfers();
        if (plan == null) {
            return;
        }
        TransferEntry transfer = hand.any(plan.transfers());
        int pack = hand.problem().sku(plan.sku()).transferPackUnits();
        int packs = transfer.units() / pack;
        int less = hand.random().nextBoolean() ? packs : 1 + hand.random().nextInt(packs);
        TransferEntry change = new TransferEntry(transfer.lane(), transfer.period(), -less * pack);
        hand.put(hand.replanning().withTransfer(hand.use(), plan, change, hand.drawPrices()));
    }
}
