package org.plenish.engine.optimize.trade;

import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/** A few packs more or less on a line. */
final class ChangePacks implements TradeMove {

    private static final int MOST_PACKS = 3;

    @Override
    public void make(PlanAtHand hand) {
        PlanAtHand.Line line = hand.anyLine();
        if (line == null) {
            return;
        }
        Source source = hand.source(line.plan().sku(), line.order());
        int packs = 1 + hand.random().nextInt(MOST_PACKS);
        int units = line.order().units() + (hand.random().nextBoolean() ? packs : -packs) * source.packUnits();
        if (Lines.mayBe(source, units)) {
            hand.put(Lines.replaced(hand.problem(), line, line.order().withUnits(units)));
        }
    }
}
