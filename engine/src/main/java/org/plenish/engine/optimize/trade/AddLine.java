package org.plenish.engine.optimize.trade;

import java.util.List;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/** Orders a little at any date. */
final class AddLine implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        ItemPlan plan = hand.anyPlan();
        List<Source> sources = hand.problem().sku(plan.sku()).sources();
        if (sources.isEmpty()) {
            return;
        }
        int warehouse = hand.anyWarehouse();
        int k = hand.random().nextInt(sources.size());
        int period = hand.random().nextInt(hand.problem().periods());
        int units = Lines.openingUnits(hand.use(), sources.get(k), warehouse, period);
        if (units > 0) {
            hand.put(Lines.with(hand.problem(), plan, warehouse, new OrderEntry(k, period, units)));
        }
    }
}
