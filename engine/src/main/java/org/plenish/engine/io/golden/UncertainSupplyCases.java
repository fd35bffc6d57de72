package org.plenish.engine.io.golden;

import java.util.Map;
import java.util.function.Function;
import org.plenish.engine.inventory.DisruptedSupplyOrderQuantity;
import org.plenish.engine.inventory.UncertainSupplyBaseStock;
import org.plenish.engine.inventory.UncertainSupplyBaseStock.Disruptions;
import org.plenish.engine.inventory.UncertainYieldOrderQuantity;
import org.plenish.engine.math.Distribution;

/** Suppliers that fail, and orders of which more or less arrives. */
final class UncertainSupplyCases implements CaseFamily {

    @Override
    public Map<String, Function<CaseInputs, CaseAnswer>> solvers() {
        return Map.of(
                "eoq_supply_disruptions", UncertainSupplyCases::disruptedOrderQuantity,
                "eoq_supply_disruptions_cost", UncertainSupplyCases::disruptedOrderQuantity,
                "eoq_additive_yield", UncertainSupplyCases::additiveYield,
                "eoq_multiplicative_yield", UncertainSupplyCases::multiplicativeYield,
                "newsvendor_supply_disruptions", UncertainSupplyCases::disruptedBaseStock,
                "newsvendor_additive_yield", UncertainSupplyCases::additiveYieldBaseStock);
    }

    private static CaseAnswer disruptedOrderQuantity(CaseInputs in) {
        DisruptedSupplyOrderQuantity lot = new DisruptedSupplyOrderQuantity(
                in.number("fixed_cost"),
                in.number("holding_cost"),
                in.number("stockout_cost"),
                in.number("demand_rate"),
                in.number("disruption_rate"),
                in.number("recovery_rate"));
        boolean approximate = in.flag("approximate");
        double units = in.has("order_quantity")
                ? in.number("order_quantity")
                : approximate ? lot.approximateUnits() : lot.units();
        return answer(units, approximate ? lot.approximateCost(units) : lot.cost(units));
    }

    private static CaseAnswer additiveYield(CaseInputs in) {
        UncertainYieldOrderQuantity lot = uncertainYield(in);
        double units = in.has("order_quantity") ? in.number("order_quantity") : lot.additiveUnits();
        return answer(units, lot.additiveCost(units));
    }

    private static CaseAnswer multiplicativeYield(CaseInputs in) {
        UncertainYieldOrderQuantity lot = uncertainYield(in);
        double units = in.has("order_quantity") ? in.number("order_quantity") : lot.multiplicativeUnits();
        return answer(units, lot.multiplicativeCost(units));
    }

    private static CaseAnswer additiveYieldBaseStock(CaseInputs in) {
        UncertainSupplyBaseStock newsvendor = baseStock(in);
        Distribution yield = CaseDistributions.named(in, "yield_distribution");
        double level =
                in.has("base_stock_level") ? in.number("base_stock_level") : newsvendor.unitsForAdditiveYield(yield);
        return new CaseAnswer()
                .with("base_stock_level", level)
                .with("cost", newsvendor.costForAdditiveYield(level, yield));
    }

    private static CaseAnswer disruptedBaseStock(CaseInputs in) {
        UncertainSupplyBaseStock newsvendor = baseStock(in);
        Disruptions disruptions = new Disruptions(in.number("disruption_prob"), in.number("recovery_prob"));
        double level = in.has("base_stock_level") ? in.number("base_stock_level") : newsvendor.units(disruptions);
        return new CaseAnswer().with("base_stock_level", level).with("cost", newsvendor.cost(level, disruptions));
    }

    private static UncertainSupplyBaseStock baseStock(CaseInputs in) {
        return new UncertainSupplyBaseStock(in.number("holding_cost"), in.number("stockout_cost"), in.number("demand"));
    }

    private static UncertainYieldOrderQuantity uncertainYield(CaseInputs in) {
        return new UncertainYieldOrderQuantity(
                in.number("fixed_cost"),
                in.number("holding_cost"),
                in.number("demand_rate"),
                in.number("yield_mean"),
                in.number("yield_sd"));
    }

    private static CaseAnswer answer(double units, double cost) {
        return new CaseAnswer().with("order_quantity", units).with("cost", cost);
    }
}
