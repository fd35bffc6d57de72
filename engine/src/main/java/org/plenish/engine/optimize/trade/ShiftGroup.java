package org.plenish.engine.optimize.trade;

import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/** Shifts a whole order to the supplier's next or last order date. */
final class ShiftGroup implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        PlanAtHand.Line line = hand.anyLine();
        if (line == null) {
            return;
        }
        int step = hand.random().nextBoolean() ? 1 : -1;
        boolean againThen = hand.random().nextBoolean();
        Source source = hand.source(line.plan().sku(), line.order());
        int period = Lines.orderDate(
                hand.problem(), source, line.warehouse(), line.order().period(), step);
        if (period < 0) {
            return;
        }
        OrderGroup order = OrderGroup.of(hand, line);
        for (PlanAtHand.Line moved : order.lines()) {
            if (hand.problem().mayOrder(hand.source(moved.plan().sku(), moved.order()), order.warehouse(), period)) {
                OrderEntry shifted = moved.order().withPeriod(period);
                PlanAtHand.Line now =
                        new PlanAtHand.Line(hand.plan(moved.plan().sku()), moved.warehouse(), moved.order());
                hand.put(Lines.replaced(hand.problem(), now, shifted));
            }
        }
        if (againThen) {
            for (PlanAtHand.Line moved : order.lines()) {
                hand.planAgain(moved.plan().sku(), order.warehouse(), hand.drawPrices());
            }
        }
    }
}
