package org.plenish.engine.optimize.trade;

import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.optimize.OrderEntry;

/** The lines of one order: one supplier, warehouse and period. */
record OrderGroup(int supplier, int warehouse, int period, List<PlanAtHand.Line> lines) {

    /** More lines than that are not planned again in one move. */
    private static final int MOST_LINES = 12;

    /** The order of a line; without lines if it is large, or has some that may not change. */
    static OrderGroup of(PlanAtHand hand, PlanAtHand.Line one) {
        int supplier = hand.source(one.plan().sku(), one.order()).supplier();
        int group = hand.group(one);
        int count = hand.use().groupLines(group);
        List<PlanAtHand.Line> lines = new ArrayList<>();
        if (count <= MOST_LINES) {
            for (int sku : hand.membersOfSupplier(supplier)) {
                for (OrderEntry order : hand.plan(sku).site(one.warehouse()).orders()) {
                    if (order.period() == one.order().period() && hand.isOf(sku, order, supplier)) {
                        lines.add(new PlanAtHand.Line(hand.plan(sku), one.warehouse(), order));
                    }
                }
            }
        }
        return new OrderGroup(
                supplier, one.warehouse(), one.order().period(), lines.size() == count ? lines : List.of());
    }
}
