package org.plenish.engine.optimize.solver;

import java.util.HashMap;
import java.util.Map;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.pricing.LimitPrices;
import org.plenish.engine.optimize.trade.Members;

/**
 * What one search knows beside its own plans: the SKUs it may change, what the others use of the limits, and prices.
 */
final class SearchSpace {

    private final Members members;
    private final Map<Integer, Integer> positionOfSku = new HashMap<>();
    private final SharedUse others;
    private final LimitPrices prices;
    private long scoreCalculations;

    /** @param others use of all SKUs that this search does not change; kept */
    SearchSpace(Members members, SharedUse others, LimitPrices prices) {
        this.members = members;
        this.others = others;
        this.prices = prices;
        for (int position = 0; position < members.skus().size(); position++) {
            positionOfSku.put(members.skus().get(position), position);
        }
    }

    Members members() {
        return members;
    }

    int position(int sku) {
        return positionOfSku.getOrDefault(sku, -1);
    }

    LimitPrices prices() {
        return prices;
    }

    /** Of all SKUs, with these plans of those that may change. */
    SharedUse useWith(ItemPlan[] plans) {
        SharedUse use = others.leaving(1);
        for (ItemPlan plan : plans) {
            use.add(plan);
        }
        return use;
    }

    void countScoreCalculation() {
        scoreCalculations++;
    }

    long scoreCalculations() {
        return scoreCalculations;
    }
}
