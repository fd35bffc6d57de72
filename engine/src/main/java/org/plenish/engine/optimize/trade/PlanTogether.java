package org.plenish.engine.optimize.trade;

import java.util.List;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.pricing.Replanning;

/** Takes out the orders of a few SKUs of one supplier and plans them again one after the other: ruin and recreate. */
final class PlanTogether implements TradeMove {

    private static final int MOST_SKUS = 4;

    @Override
    public void make(PlanAtHand hand) {
        int seed = hand.anyPlan().sku();
        List<Source> sources = hand.problem().sku(seed).sources();
        if (sources.isEmpty()) {
            return;
        }
        List<Integer> members = hand.membersOfSupplier(hand.any(sources).supplier());
        List<Integer> some =
                members.subList(0, Math.min(members.size(), 2 + hand.random().nextInt(MOST_SKUS - 1)));
        boolean everywhere = hand.random().nextInt(3) == 0;
        int first = everywhere ? 0 : hand.anyWarehouse();
        int last = everywhere ? hand.problem().warehouses() - 1 : first;
        for (int sku : some) {
            for (int w = first; w <= last; w++) {
                hand.put(hand.plan(sku).withOrders(hand.problem(), w, List.of()));
            }
        }
        Replanning.Prices drawn = hand.drawPrices();
        for (int sku : some) {
            for (int w = first; w <= last; w++) {
                hand.planAgain(sku, w, drawn);
            }
        }
        // The first did not know which orders the others would open.
        for (int w = first; w <= last; w++) {
            hand.planAgain(some.get(0), w, hand.drawPrices());
        }
    }
}
