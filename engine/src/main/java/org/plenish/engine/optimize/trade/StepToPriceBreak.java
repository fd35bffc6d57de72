package org.plenish.engine.optimize.trade;

import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/** Orders just as much as one of the source's prices asks for. */
final class StepToPriceBreak implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        PlanAtHand.Line line = hand.anyLine();
        if (line == null) {
            return;
        }
        Source source = hand.source(line.plan().sku(), line.order());
        int tier = hand.random().nextInt(source.tierFromUnits().length);
        int units = Math.max(Lines.leastUnits(source), Lines.ceilTo(source.tierFromUnits()[tier], source.packUnits()));
        if (Lines.mayBe(source, units)) {
            hand.put(Lines.replaced(hand.problem(), line, line.order().withUnits(units)));
        }
    }
}
