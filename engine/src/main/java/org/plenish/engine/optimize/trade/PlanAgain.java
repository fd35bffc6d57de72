package org.plenish.engine.optimize.trade;

import java.util.List;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.pricing.SiteTerms;

/** Replaces a SKU's orders at a warehouse by its own lot sizing under drawn prices, sometimes without one of its lines. */
final class PlanAgain implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        ItemPlan plan = hand.anyPlan();
        int warehouse = hand.anyWarehouse();
        SiteTerms terms = hand.terms(plan.sku(), warehouse, hand.drawPrices());
        List<OrderEntry> orders = plan.site(warehouse).orders();
        if (!orders.isEmpty() && hand.random().nextInt(3) == 0) {
            OrderEntry closed = hand.any(orders);
            terms.close(closed.source(), closed.period());
        }
        hand.planOn(terms, plan.sku(), warehouse);
    }
}
