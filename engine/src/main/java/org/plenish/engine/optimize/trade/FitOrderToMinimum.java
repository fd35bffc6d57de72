package org.plenish.engine.optimize.trade;

import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/** Completes an order that is below its supplier's minimum, or takes out what a line has beyond the minimum. */
final class FitOrderToMinimum implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        PlanAtHand.Line line = hand.anyLine();
        if (line == null) {
            return;
        }
        Source source = hand.source(line.plan().sku(), line.order());
        int group = hand.group(line);
        long missing =
                hand.problem().minOrderMicros(source.supplier()) - hand.use().groupValueMicros(group);
        int packs = missing > 0
                ? Lines.packsWorth(source, line.order().units(), missing)
                : -Math.max(0, Lines.packsWorth(source, line.order().units(), -missing) - 1);
        int units = line.order().units() + packs * source.packUnits();
        if (packs != 0 && Lines.mayBe(source, units)) {
            hand.put(Lines.replaced(hand.problem(), line, line.order().withUnits(units)));
        }
    }
}
