package org.plenish.engine.optimize.trade;

/** Takes an order line out. */
final class DropLine implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        PlanAtHand.Line line = hand.anyLine();
        if (line != null) {
            hand.put(Lines.without(hand.problem(), line.plan(), line.warehouse(), line.order()));
        }
    }
}
