package org.plenish.engine.io.golden;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.plenish.engine.inventory.FiniteHorizon;
import org.plenish.engine.inventory.FiniteHorizon.MyopicBounds;
import org.plenish.engine.inventory.FiniteHorizon.Period;
import org.plenish.engine.inventory.Newsvendor;
import org.plenish.engine.math.Normal;

/** Reorder points and order-up-to levels that change from period to period. */
final class FiniteHorizonCases implements CaseFamily {

    @Override
    public Map<String, Function<CaseInputs, CaseAnswer>> solvers() {
        return Map.of(
                "finite_horizon_stochastic_dp", FiniteHorizonCases::best,
                "finite_horizon_myopic_bounds", FiniteHorizonCases::bounds);
    }

    private static CaseAnswer best(CaseInputs inputs) {
        FiniteHorizon.Policy policy = horizon(inputs).best(inputs.whole("initial_inventory_level"));
        return new CaseAnswer()
                .with("reorder_points", policy.reorderPoints())
                .with("order_up_to_levels", policy.orderUpToLevels())
                .with("total_cost", policy.cost());
    }

    private static CaseAnswer bounds(CaseInputs inputs) {
        List<MyopicBounds> bounds = horizon(inputs).myopicBounds();
        return new CaseAnswer()
                .with("s_underbar", countedFromOne(bounds, MyopicBounds::lowestReorderPoint))
                .with("s_overbar", countedFromOne(bounds, MyopicBounds::highestReorderPoint))
                .with("S_underbar", countedFromOne(bounds, MyopicBounds::lowestOrderUpToLevel))
                .with("S_overbar", countedFromOne(bounds, MyopicBounds::highestOrderUpToLevel));
    }

    /** The file's lists of bounds have a dummy in front. */
    private static double[] countedFromOne(List<MyopicBounds> bounds, ToDoubleFunction<MyopicBounds> bound) {
        return DoubleStream.concat(DoubleStream.of(0), bounds.stream().mapToDouble(bound))
                .toArray();
    }

    private static FiniteHorizon horizon(CaseInputs inputs) {
        int periods = inputs.whole("num_periods");
        if (periods < 1) {
            throw CaseInputs.refused("num_periods", inputs.node("num_periods"), "1 or more");
        }
        double[] fixed = inputs.perPeriod("fixed_cost", periods);
        double[] purchase = inputs.perPeriod("purchase_cost", periods);
        double[] holding = inputs.perPeriod("holding_cost", periods);
        double[] stockout = inputs.perPeriod("stockout_cost", periods);
        double[] mean = inputs.perPeriod("demand_mean", periods);
        double[] sd = inputs.perPeriod("demand_sd", periods);
        double[] discount = new double[periods];
        Arrays.fill(discount, 1);
        if (inputs.has("discount_factor")) {
            discount = inputs.perPeriod("discount_factor", periods);
        }
        double[] discountFactor = discount;
        return new FiniteHorizon(
                IntStream.range(0, periods)
                        .mapToObj(t -> new Period(
                                fixed[t],
                                purchase[t],
                                new Newsvendor(holding[t], stockout[t]),
                                new Normal(mean[t], sd[t]),
                                discountFactor[t]))
                        .toList(),
                inputs.number("terminal_holding_cost"),
                inputs.number("terminal_stockout_cost"));
    }
}
