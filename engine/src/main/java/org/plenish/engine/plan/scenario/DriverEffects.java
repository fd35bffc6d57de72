package org.plenish.engine.plan.scenario;

import java.util.List;
import org.plenish.engine.model.Money;
import org.plenish.engine.plan.ReplenishmentPlan;

/**
 * What of a scenario's difference from the base comes from which driver: each one's changes made alone, one at a time from
 * the base, and what they do together beyond that.
 *
 * @param effects in the order of drivers
 * @param stockTogether of the change of average stock, what no driver makes alone
 * @param costTogether likewise of the change of cost, in currency units
 */
public record DriverEffects(List<Effect> effects, Money stockTogether, double costTogether) {

    public DriverEffects {
        effects = List.copyOf(effects);
    }

    /**
     * A driver's changes alone.
     *
     * @param stock change of the average projected stock, at unit cost
     * @param cost change of the expected cost, in currency units
     */
    public record Effect(Driver driver, Money stock, double cost) {

        static Effect between(Driver driver, ReplenishmentPlan base, ReplenishmentPlan alone) {
            return new Effect(driver, stockChange(base, alone), costChange(base, alone));
        }
    }

    static DriverEffects of(List<Effect> effects, ReplenishmentPlan base, ReplenishmentPlan all) {
        Money stockAlone = effects.stream().map(Effect::stock).reduce(Money.ZERO, Money::plus);
        double costAlone = effects.stream().mapToDouble(Effect::cost).sum();
        return new DriverEffects(effects, stockChange(base, all).minus(stockAlone), costChange(base, all) - costAlone);
    }

    private static Money stockChange(ReplenishmentPlan base, ReplenishmentPlan other) {
        return other.kpis().averageStockValue().minus(base.kpis().averageStockValue());
    }

    private static double costChange(ReplenishmentPlan base, ReplenishmentPlan other) {
        return other.cost().total() - base.cost().total();
    }
}
