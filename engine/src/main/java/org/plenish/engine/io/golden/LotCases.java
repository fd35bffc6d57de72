package org.plenish.engine.io.golden;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.plenish.engine.inventory.JointReplenishment;
import org.plenish.engine.inventory.LotSchedule;
import org.plenish.engine.inventory.LotSchedule.PeriodDemand;
import org.plenish.engine.inventory.QuantityDiscount;

/** Lots under discounts, of items bought together, and for demand that changes from period to period. */
final class LotCases implements CaseFamily {

    @Override
    public Map<String, Function<CaseInputs, CaseAnswer>> solvers() {
        return Map.ofEntries(
                Map.entry("eoq_all_units_discount", LotCases::allUnitsDiscount),
                Map.entry("eoq_incremental_discount", LotCases::incrementalDiscount),
                Map.entry("jrp_silver_heuristic", LotCases::joint),
                Map.entry("wagner_whitin", LotCases::wagnerWhitin));
    }

    private static CaseAnswer allUnitsDiscount(CaseInputs inputs) {
        return answer(discount(inputs)
                .allUnits(
                        inputs.number("fixed_cost"), inputs.number("holding_cost_rate"), inputs.number("demand_rate")));
    }

    private static CaseAnswer incrementalDiscount(CaseInputs inputs) {
        return answer(discount(inputs)
                .incremental(
                        inputs.number("fixed_cost"), inputs.number("holding_cost_rate"), inputs.number("demand_rate")));
    }

    private static QuantityDiscount discount(CaseInputs inputs) {
        return new QuantityDiscount(inputs.numbers("breakpoints"), inputs.numbers("unit_costs"));
    }

    private static CaseAnswer answer(QuantityDiscount.Lot lot) {
        return new CaseAnswer()
                .with("order_quantity", lot.units())
                .with("region", lot.priceIndex())
                .with("cost", lot.cost());
    }

    private static CaseAnswer joint(CaseInputs inputs) {
        double[] demandRates = inputs.numbers("demand_rates");
        double[] lineCosts = inputs.perPeriod("individual_fixed_costs", demandRates.length);
        double[] holdingCosts = inputs.perPeriod("holding_costs", demandRates.length);
        JointReplenishment.Schedule schedule = new JointReplenishment(
                        inputs.number("shared_fixed_cost"),
                        IntStream.range(0, demandRates.length)
                                .mapToObj(
                                        i -> new JointReplenishment.Item(lineCosts[i], holdingCosts[i], demandRates[i]))
                                .toList())
                .silver();
        return new CaseAnswer()
                .with("order_quantities", schedule.quantitiesUnits())
                .with("base_cycle_time", schedule.baseCycle())
                .with("order_multiples", schedule.multiples())
                .with("cost", schedule.cost());
    }

    private static CaseAnswer wagnerWhitin(CaseInputs inputs) {
        int periods = inputs.whole("num_periods");
        if (periods < 1) {
            throw CaseInputs.refused("num_periods", inputs.node("num_periods"), "1 or more");
        }
        LotSchedule schedule = LotSchedule.wagnerWhitin(new PeriodDemand(
                inputs.perPeriod("demand", periods),
                inputs.perPeriod("fixed_cost", periods),
                inputs.perPeriod("holding_cost", periods)));
        return new CaseAnswer()
                .with("order_quantities", countedFromOne(schedule.orderUnits()))
                .with("costs_to_go", countedFromOne(schedule.costToGo()))
                .with(
                        "next_order_periods",
                        countedFromOne(Arrays.stream(schedule.nextOrderPeriod())
                                .mapToDouble(period -> period + 1)
                                .toArray()))
                .with("cost", schedule.cost());
    }

    /** The file's lists of periods have a dummy in front. */
    private static double[] countedFromOne(double[] byPeriod) {
        double[] counted = new double[byPeriod.length + 1];
        System.arraycopy(byPeriod, 0, counted, 1, byPeriod.length);
        return counted;
    }
}
