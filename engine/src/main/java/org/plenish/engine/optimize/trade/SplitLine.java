package org.plenish.engine.optimize.trade;

import java.util.List;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.pricing.Replanning;

/** Part of a line at another time or from another source: cash may allow some of it earlier. */
final class SplitLine implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        PlanAtHand.Line line = hand.anyLine();
        if (line == null) {
            return;
        }
        OrderEntry order = line.order();
        List<Source> sources = hand.problem().sku(line.plan().sku()).sources();
        int k = hand.random().nextInt(3) > 0 ? order.source() : hand.random().nextInt(sources.size());
        int period = hand.random().nextInt(hand.problem().periods());
        int least = Lines.openingUnits(hand.use(), sources.get(k), line.warehouse(), period);
        if (least == 0 || least >= order.units() || (k == order.source() && period == order.period())) {
            return;
        }
        int pack = sources.get(k).packUnits();
        int moved = least + hand.random().nextInt((order.units() - least) / pack + 1) * pack;
        Source source = sources.get(order.source());
        int left = Replanning.floorTo(order.units() - moved, source.packUnits());
        ItemPlan rest = Lines.mayBe(source, left)
                ? Lines.replaced(hand.problem(), line, order.withUnits(left))
                : Lines.without(hand.problem(), line.plan(), line.warehouse(), order);
        hand.put(Lines.with(hand.problem(), rest, line.warehouse(), new OrderEntry(k, period, moved)));
    }
}
