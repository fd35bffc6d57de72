package org.plenish.engine.optimize.trade;

import java.util.List;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.pricing.Replanning;
import org.plenish.engine.optimize.pricing.SiteTerms;

/** Opens an order at another date: SKUs of the supplier plan again as if its header and minimum were met by others. */
final class OpenGroup implements TradeMove {

    private static final int MOST_SKUS = 8;
    /** Of the value ordered, as what one is ready to pay to bring the order to its minimum. */
    private static final double HIGHEST_PREMIUM = 0.3;

    @Override
    public void make(PlanAtHand hand) {
        int seed = hand.anyPlan().sku();
        List<Source> sources = hand.problem().sku(seed).sources();
        if (sources.isEmpty()) {
            return;
        }
        Source chosen = hand.any(sources);
        int warehouse = hand.anyWarehouse();
        int period = hand.random().nextInt(hand.problem().periods());
        if (!hand.problem().mayOrder(chosen, warehouse, period)) {
            return;
        }
        double premium = hand.random().nextBoolean()
                ? 0
                : HIGHEST_PREMIUM * hand.random().nextDouble();
        Replanning.Prices drawn = hand.drawPrices();
        List<Integer> members = hand.membersOfSupplier(chosen.supplier());
        for (int sku : members.subList(0, Math.min(members.size(), MOST_SKUS))) {
            SiteTerms terms = hand.terms(sku, warehouse, drawn);
            List<Source> own = hand.problem().sku(sku).sources();
            for (int k = 0; k < own.size(); k++) {
                if (own.get(k).supplier() == chosen.supplier()) {
                    terms.lineExtra(k, period, 0);
                    terms.leastUnits(k, period, 0);
                    int paid = hand.problem().paymentPeriod(own.get(k), period);
                    terms.paymentPrice(k, period, drawn.payments()[paid] - premium);
                }
            }
            hand.planOn(terms, sku, warehouse);
        }
    }
}
