package org.plenish.engine.optimize.trade;

import java.util.List;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;

/** Two lines of one source become one order, at the date of either: one order line's cost less. */
final class MergeLines implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        PlanAtHand.Line line = hand.anyLine();
        if (line == null) {
            return;
        }
        List<OrderEntry> others = line.plan().site(line.warehouse()).orders().stream()
                .filter(other -> other.source() == line.order().source()
                        && other.period() != line.order().period())
                .toList();
        if (others.isEmpty()) {
            return;
        }
        OrderEntry other = hand.any(others);
        boolean fits = line.order().units() + other.units()
                <= hand.source(line.plan().sku(), other).maxOrderQuantityUnits();
        if (fits) {
            ItemPlan merged = Lines.replaced(hand.problem(), line, line.order().withPeriod(other.period()));
            hand.put(merged);
        }
    }
}
