package org.plenish.engine.io.golden;

import java.util.Map;
import java.util.function.Function;
import org.plenish.engine.inventory.EconomicLot;

/** Lots for steady demand. */
final class EconomicOrderQuantityCases implements CaseFamily {

    @Override
    public Map<String, Function<CaseInputs, CaseAnswer>> solvers() {
        return Map.ofEntries(
                Map.entry("eoq", EconomicOrderQuantityCases::plain),
                Map.entry("eoq_backorders", EconomicOrderQuantityCases::withBackorders),
                Map.entry("epq", EconomicOrderQuantityCases::production));
    }

    private static CaseAnswer plain(CaseInputs inputs) {
        EconomicLot lot = lot(inputs);
        double units = inputs.has("order_quantity") ? inputs.number("order_quantity") : lot.units();
        return new CaseAnswer().with("order_quantity", units).with("cost", lot.cost(units));
    }

    private static CaseAnswer withBackorders(CaseInputs inputs) {
        EconomicLot.WithBackorders lot = lot(inputs).withBackorders(inputs.number("stockout_cost"));
        if (inputs.has("order_quantity") != inputs.has("stockout_fraction")) {
            throw new IllegalArgumentException("inputs order_quantity and stockout_fraction: one must not be without"
                    + " the other. Maybe leave both out, to find the best.");
        }
        double units = inputs.has("order_quantity") ? inputs.number("order_quantity") : lot.units();
        double share = inputs.numberOr("stockout_fraction", lot.backorderedShare());
        return new CaseAnswer()
                .with("order_quantity", units)
                .with("stockout_fraction", share)
                .with("cost", lot.cost(units, share));
    }

    private static CaseAnswer production(CaseInputs inputs) {
        EconomicLot lot = lot(inputs).producedAt(inputs.number("production_rate"));
        double units = inputs.has("order_quantity") ? inputs.number("order_quantity") : lot.units();
        return new CaseAnswer().with("order_quantity", units).with("cost", lot.cost(units));
    }

    private static EconomicLot lot(CaseInputs inputs) {
        return new EconomicLot(
                inputs.number("fixed_cost"), inputs.number("holding_cost"), inputs.number("demand_rate"));
    }
}
