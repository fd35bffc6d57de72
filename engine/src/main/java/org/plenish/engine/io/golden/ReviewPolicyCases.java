package org.plenish.engine.io.golden;

import java.util.Map;
import java.util.function.Function;
import org.plenish.engine.inventory.ContinuousReview;
import org.plenish.engine.inventory.DiscreteContinuousReview;
import org.plenish.engine.inventory.PeriodicReviewMinMax;
import org.plenish.engine.inventory.ReorderPointAndQuantity;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;

/** (r,Q) and (s,S) policies. */
final class ReviewPolicyCases implements CaseFamily {

    @Override
    public Map<String, Function<CaseInputs, CaseAnswer>> solvers() {
        return Map.ofEntries(
                Map.entry("rq_cost_normal", ReviewPolicyCases::normalCost),
                Map.entry(
                        "rq_optimal_r_given_q",
                        in -> new CaseAnswer()
                                .with("reorder_point", normal(in).bestReorderPoint(in.number("order_quantity")))),
                Map.entry("rq_expected_inventory_level_approx", ReviewPolicyCases::expectedInventoryLevel),
                Map.entry("rq_eoqb_approx", in -> answer(normal(in).economicQuantityWithBackorders())),
                Map.entry("rq_eoq_safety_stock_approx", in -> answer(normal(in).economicQuantityWithSafetyStock())),
                Map.entry("rq_loss_function_approx", in -> answer(normal(in).lossFunction())),
                Map.entry(
                        "rq_cost_poisson",
                        in -> new CaseAnswer()
                                .with("cost", poisson(in).cost(in.whole("reorder_point"), in.whole("order_quantity")))),
                Map.entry("rq_poisson_exact", ReviewPolicyCases::poissonExact),
                Map.entry(
                        "ss_cost",
                        in -> new CaseAnswer()
                                .with(
                                        "cost",
                                        minMax(in)
                                                .cost(
                                                        in.whole("reorder_point"),
                                                        in.whole("order_up_to_level"),
                                                        periodDemand(in)))),
                Map.entry("ss_exact", ReviewPolicyCases::minMaxExact),
                Map.entry("ss_power_approx", ReviewPolicyCases::powerApproximation));
    }

    private static ContinuousReview normal(CaseInputs in) {
        double leadTime = in.number("lead_time");
        return new ContinuousReview(
                in.number("holding_cost"),
                in.number("stockout_cost"),
                in.numberOr("fixed_cost", 0),
                in.number("demand_mean"),
                new Normal(in.number("demand_mean") * leadTime, in.number("demand_sd") * Math.sqrt(leadTime)));
    }

    private static DiscreteContinuousReview poisson(CaseInputs in) {
        return new DiscreteContinuousReview(
                in.number("holding_cost"),
                in.number("stockout_cost"),
                in.number("fixed_cost"),
                in.number("demand_mean"),
                new Poisson(in.number("demand_mean") * in.number("lead_time")));
    }

    private static PeriodicReviewMinMax minMax(CaseInputs in) {
        return new PeriodicReviewMinMax(in.number("holding_cost"), in.number("stockout_cost"), in.number("fixed_cost"));
    }

    private static Distribution periodDemand(CaseInputs in) {
        return in.has("demand_pmf") ? Lattice.of(1, in.numbers("demand_pmf")) : new Poisson(in.number("demand_mean"));
    }

    private static CaseAnswer answer(ReorderPointAndQuantity policy) {
        return new CaseAnswer()
                .with("reorder_point", policy.reorderPointUnits())
                .with("order_quantity", policy.orderQuantityUnits());
    }

    private static CaseAnswer normalCost(CaseInputs in) {
        return new CaseAnswer().with("cost", normal(in).cost(in.number("reorder_point"), in.number("order_quantity")));
    }

    private static CaseAnswer expectedInventoryLevel(CaseInputs in) {
        ContinuousReview review = normal(in);
        ReorderPointAndQuantity policy = review.expectedInventoryLevel();
        return answer(policy).with("cost", review.expectedInventoryLevelCost(policy));
    }

    private static CaseAnswer poissonExact(CaseInputs in) {
        DiscreteContinuousReview.Optimum optimum = poisson(in).exact();
        return new CaseAnswer()
                .with("reorder_point", optimum.reorderPointUnits())
                .with("order_quantity", optimum.orderQuantityUnits())
                .with("cost", optimum.cost());
    }

    private static CaseAnswer minMaxExact(CaseInputs in) {
        PeriodicReviewMinMax.Optimum optimum = minMax(in).exact(periodDemand(in));
        return new CaseAnswer()
                .with("reorder_point", optimum.reorderPointUnits())
                .with("order_up_to_level", optimum.orderUpToUnits())
                .with("cost", optimum.cost());
    }

    private static CaseAnswer powerApproximation(CaseInputs in) {
        PeriodicReviewMinMax.Levels levels =
                minMax(in).powerApproximation(in.number("demand_mean"), in.number("demand_sd"));
        return new CaseAnswer()
                .with("reorder_point", levels.reorderPointUnits())
                .with("order_up_to_level", levels.orderUpToUnits());
    }
}
