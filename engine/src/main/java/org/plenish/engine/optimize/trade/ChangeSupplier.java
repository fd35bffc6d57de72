package org.plenish.engine.optimize.trade;

import java.util.List;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/** A line from another source, ordered so as to arrive at the same time. */
final class ChangeSupplier implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        PlanAtHand.Line line = hand.anyLine();
        if (line == null || hand.problem().sku(line.plan().sku()).sources().size() < 2) {
            return;
        }
        List<Source> sources = hand.problem().sku(line.plan().sku()).sources();
        OrderEntry order = line.order();
        int k = (order.source() + 1 + hand.random().nextInt(sources.size() - 1)) % sources.size();
        Source other = sources.get(k);
        int arrival = order.period() + sources.get(order.source()).leadTimePeriods()[line.warehouse()];
        int period = arrival - other.leadTimePeriods()[line.warehouse()];
        int units = Math.max(Lines.leastUnits(other), Lines.ceilTo(order.units(), other.packUnits()));
        if (hand.problem().mayOrder(other, line.warehouse(), period) && Lines.mayBe(other, units)) {
            ItemPlan rest = Lines.without(hand.problem(), line.plan(), line.warehouse(), order);
            hand.put(Lines.with(hand.problem(), rest, line.warehouse(), new OrderEntry(k, period, units)));
        }
    }
}
