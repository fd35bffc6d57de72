package org.plenish.engine.io.golden;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.plenish.engine.inventory.FiniteHorizon;
import org.plenish.engine.inventory.FiniteHorizon.Period;
import org.plenish.engine.inventory.Newsvendor;
import org.plenish.engine.math.Normal;

/** Reorder points and order-up-to levels that change from period to period. */
final class FiniteHorizonCases implements CaseFamily {

    @Override
    public Map<String, Function<CaseInputs, CaseAnswer>> solvers() {
        return Map.of("finite_horizon_stochastic_dp", FiniteHorizonCases::best);
    }

    private static CaseAnswer best(CaseInputs inputs) {
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
        double[] discount = inputs.perPeriod("discount_factor", periods);
        FiniteHorizon.Policy policy = new FiniteHorizon(
                        IntStream.range(0, periods)
                                .mapToObj(t -> new Period(
                                        fixed[t],
                                        purchase[t],
                                        new Newsvendor(holding[t], stockout[t]),
                                        new Normal(mean[t], sd[t]),
                                        discount[t]))
                                .toList(),
                        inputs.number("terminal_holding_cost"),
                        inputs.number("terminal_stockout_cost"))
                .best(inputs.whole("initial_inventory_level"));
        return new CaseAnswer()
                .with("reorder_points", policy.reorderPoints())
                .with("order_up_to_levels", policy.orderUpToLevels())
                .with("total_cost", policy.cost());
    }
}
