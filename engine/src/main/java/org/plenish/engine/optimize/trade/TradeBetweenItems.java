package org.plenish.engine.optimize.trade;

import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.pricing.Replanning;

/** One SKU plans as if space or cash were dearer, another takes what that frees. */
final class TradeBetweenItems implements TradeMove {

    private static final double LARGEST_EXPONENT = 3;

    @Override
    public void make(PlanAtHand hand) {
        ItemPlan giver = hand.anyPlan();
        ItemPlan taker = hand.anyPlan();
        int warehouse = hand.anyWarehouse();
        boolean space = hand.random().nextBoolean();
        double dearer = StrictMath.exp(LARGEST_EXPONENT * hand.random().nextDouble());
        Replanning.Prices giving = Replanning.Prices.of(
                        hand.problem(), hand.prices().scaled(space ? dearer : 1, space ? 1 : dearer), 1)
                .capped(true);
        Replanning.Prices taking = Replanning.Prices.of(
                        hand.problem(), hand.prices().scaled(space ? 0 : 1, space ? 1 : 0), 1)
                .capped(true);
        // Cash is one for all warehouses.
        int other = space ? warehouse : hand.anyWarehouse();
        hand.planAgain(giver.sku(), warehouse, giving);
        hand.planAgain(taker.sku(), other, taking);
    }
}
