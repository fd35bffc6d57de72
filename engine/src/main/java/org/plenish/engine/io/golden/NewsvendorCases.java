package org.plenish.engine.io.golden;

import java.util.Map;
import java.util.function.Function;
import org.plenish.engine.inventory.Newsvendor;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;

/** Stock for one period, by kind of demand, by costs or by prices. */
final class NewsvendorCases implements CaseFamily {

    @Override
    public Map<String, Function<CaseInputs, CaseAnswer>> solvers() {
        return Map.ofEntries(
                Map.entry("newsvendor_normal", inputs -> cost(inputs, normal(inputs))),
                Map.entry("newsvendor_normal_cost", inputs -> cost(inputs, normal(inputs))),
                Map.entry("newsvendor_normal_explicit_profit", inputs -> profit(inputs, normal(inputs))),
                Map.entry("newsvendor_poisson", inputs -> wholeCost(inputs, poisson(inputs))),
                Map.entry("newsvendor_poisson_cost", inputs -> wholeCost(inputs, poisson(inputs))),
                Map.entry("newsvendor_poisson_explicit_profit", NewsvendorCases::poissonProfit),
                Map.entry("newsvendor_continuous", NewsvendorCases::continuous),
                Map.entry("newsvendor_discrete", NewsvendorCases::discrete),
                Map.entry("myopic_base_stock", NewsvendorCases::myopic),
                Map.entry("myopic_cost", NewsvendorCases::myopic),
                Map.entry("myopic_cost_inverse", NewsvendorCases::myopicLevel));
    }

    private static CaseAnswer continuous(CaseInputs inputs) {
        return cost(inputs, CaseDistributions.named(inputs, "demand_distrib"));
    }

    private static CaseAnswer discrete(CaseInputs inputs) {
        Distribution demand = inputs.has("demand_pmf") && !inputs.has("demand_distrib")
                ? CaseDistributions.table(inputs, "demand_pmf")
                : CaseDistributions.named(inputs, "demand_distrib");
        return wholeCost(inputs, demand);
    }

    private static CaseAnswer wholeCost(CaseInputs inputs, Distribution demand) {
        requireWholeBaseStock(inputs);
        return cost(inputs, demand);
    }

    private static CaseAnswer cost(CaseInputs inputs, Distribution demand) {
        Newsvendor newsvendor = costs(inputs);
        double units =
                inputs.has("base_stock_level") ? inputs.number("base_stock_level") : newsvendor.baseStockUnits(demand);
        return new CaseAnswer().with("base_stock_level", units).with("cost", newsvendor.cost(demand, units));
    }

    private static CaseAnswer poissonProfit(CaseInputs inputs) {
        requireWholeBaseStock(inputs);
        return profit(inputs, poisson(inputs));
    }

    private static CaseAnswer profit(CaseInputs inputs, Distribution demand) {
        Newsvendor.Season season = new Newsvendor.Season(
                inputs.number("revenue"),
                inputs.number("purchase_cost"),
                inputs.number("salvage_value"),
                inputs.numberOr("holding_cost", 0),
                inputs.numberOr("stockout_cost", 0));
        double units = inputs.has("base_stock_level") ? inputs.number("base_stock_level") : season.units(demand);
        return new CaseAnswer().with("base_stock_level", units).with("profit", season.profit(demand, units));
    }

    private static CaseAnswer myopicLevel(CaseInputs inputs) {
        return new CaseAnswer()
                .with(
                        "base_stock_level",
                        period(inputs)
                                .baseStockUnitsAtCost(normal(inputs), inputs.number("cost"), inputs.flag("left_half")));
    }

    private static Newsvendor.Myopic period(CaseInputs inputs) {
        return new Newsvendor.Myopic(
                costs(inputs),
                inputs.number("purchase_cost"),
                inputs.number("purchase_cost_next_per"),
                inputs.numberOr("discount_factor", 1));
    }

    private static CaseAnswer myopic(CaseInputs inputs) {
        Newsvendor.Myopic period = period(inputs);
        Distribution demand = normal(inputs);
        double units =
                inputs.has("base_stock_level") ? inputs.number("base_stock_level") : period.baseStockUnits(demand);
        return new CaseAnswer().with("base_stock_level", units).with("cost", period.cost(demand, units));
    }

    private static Newsvendor costs(CaseInputs inputs) {
        return new Newsvendor(inputs.number("holding_cost"), inputs.number("stockout_cost"));
    }

    /** Demand of the protection interval. */
    private static Distribution normal(CaseInputs inputs) {
        double periods = protectedPeriods(inputs);
        return new Normal(inputs.number("demand_mean") * periods, inputs.number("demand_sd") * Math.sqrt(periods));
    }

    /** Demand of the protection interval. */
    private static Distribution poisson(CaseInputs inputs) {
        return new Poisson(inputs.number("demand_mean") * protectedPeriods(inputs));
    }

    private static double protectedPeriods(CaseInputs inputs) {
        double leadTime = inputs.numberOr("lead_time", 0);
        if (leadTime < 0) {
            throw CaseInputs.refused("lead_time", inputs.node("lead_time"), "0 or more");
        }
        return leadTime + 1;
    }

    private static void requireWholeBaseStock(CaseInputs inputs) {
        if (inputs.has("base_stock_level")) {
            inputs.whole("base_stock_level");
        }
    }
}
