package org.plenish.engine.optimize.solver;

import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.pricing.LimitPrices;

/** What the search knows beside the plans: problem, prices and what the working plans use together. */
final class SearchSpace {

    private final ExactProblem problem;
    private final LimitPrices prices;
    private final List<List<Integer>> skusOfSupplier = new ArrayList<>();
    private SharedUse use;
    private long scoreCalculations;

    SearchSpace(ExactProblem problem, LimitPrices prices) {
        this.problem = problem;
        this.prices = prices;
        this.use = new SharedUse(problem);
        for (int s = 0; s < problem.problem().suppliers().size(); s++) {
            skusOfSupplier.add(new ArrayList<>());
        }
        for (int sku = 0; sku < problem.skus(); sku++) {
            int article = sku;
            problem.sku(sku).sources().stream()
                    .mapToInt(source -> source.supplier())
                    .distinct()
                    .forEach(supplier -> skusOfSupplier.get(supplier).add(article));
        }
    }

    ExactProblem problem() {
        return problem;
    }

    LimitPrices prices() {
        return prices;
    }

    /** SKUs with a source at the supplier. */
    List<Integer> skusOfSupplier(int supplier) {
        return skusOfSupplier.get(supplier);
    }

    /** Of the working plans; kept by {@link PlanScore}. */
    SharedUse use() {
        return use;
    }

    void recount(ItemPlan[] plans) {
        use = SharedUse.of(problem, plans);
    }

    void countScoreCalculation() {
        scoreCalculations++;
    }

    long scoreCalculations() {
        return scoreCalculations;
    }
}
