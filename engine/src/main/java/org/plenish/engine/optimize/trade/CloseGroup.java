package org.plenish.engine.optimize.trade;

import java.util.List;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.pricing.Replanning;
import org.plenish.engine.optimize.pricing.SiteTerms;

/** Drops a whole order; its SKUs plan again without it. */
final class CloseGroup implements TradeMove {

    @Override
    public void make(PlanAtHand hand) {
        PlanAtHand.Line line = hand.anyLine();
        if (line == null) {
            return;
        }
        OrderGroup closed = OrderGroup.of(hand, line);
        for (PlanAtHand.Line dropped : closed.lines()) {
            int sku = dropped.plan().sku();
            hand.put(Lines.without(hand.problem(), hand.plan(sku), closed.warehouse(), dropped.order()));
        }
        Replanning.Prices drawn = hand.drawPrices();
        for (PlanAtHand.Line dropped : closed.lines()) {
            int sku = dropped.plan().sku();
            SiteTerms terms = hand.terms(sku, closed.warehouse(), drawn);
            List<Source> sources = hand.problem().sku(sku).sources();
            for (int k = 0; k < sources.size(); k++) {
                if (sources.get(k).supplier() == closed.supplier()) {
                    terms.close(k, closed.period());
                }
            }
            hand.planOn(terms, sku, closed.warehouse());
        }
    }
}
