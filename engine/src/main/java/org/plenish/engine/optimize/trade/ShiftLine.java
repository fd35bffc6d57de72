package org.plenish.engine.optimize.trade;

import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/** Shifts a line to the supplier's next or last order date; merges it with a line that is already there. */
final class ShiftLine implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        PlanAtHand.Line line = hand.anyLine();
        if (line == null) {
            return;
        }
        Source source = hand.source(line.plan().sku(), line.order());
        int step = hand.random().nextBoolean() ? 1 : -1;
        int period = Lines.orderDate(
                hand.problem(), source, line.warehouse(), line.order().period(), step);
        if (period >= 0) {
            hand.put(Lines.replaced(hand.problem(), line, line.order().withPeriod(period)));
        }
    }
}
