package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Throws away what finds no room where nothing else keeps a plan within the space: no order that could be cut, no lane
 * that the assembly saw. From the first period on, at the end of the one before, what costs least for the room it makes;
 * what arrives in the period itself, and what is there in the first, cannot be helped. Deterministic.
 */
final class Clearing {

    private final ExactProblem problem;
    private final ItemPlan[] plans;
    private final SharedUse use;

    Clearing(ExactProblem problem, ItemPlan[] plans) {
        this.problem = problem;
        this.plans = plans.clone();
        this.use = SharedUse.of(problem, plans);
    }

    private record Choice(ItemPlan plan, double lossForEach) {}

    /** The same plans, with scrapping where space is exceeded and articles may be thrown away. */
    ItemPlan[] run() {
        for (int t = 1; t < problem.periods() && use.spaceExcess() > 0; t++) {
            for (int zone = 0; zone < problem.zones(); zone++) {
                clear(zone, t);
            }
        }
        return plans.clone();
    }

    private void clear(int zone, int period) {
        while (over(zone, period) > 0) {
            List<Choice> choices = choices(zone, period);
            if (choices.isEmpty()) {
                return;
            }
            for (Choice choice : choices) {
                if (over(zone, period) > 0) {
                    ItemPlan old = plans[choice.plan().sku()];
                    use.replace(old, choice.plan());
                    plans[old.sku()] = choice.plan();
                }
            }
        }
    }

    private long over(int zone, int period) {
        return use.spaceCubicMillimetres(zone, period) - problem.spaceCubicMillimetres(zone, period);
    }

    /** One for each SKU, what costs least first. */
    private List<Choice> choices(int zone, int period) {
        int warehouse = problem.problem().zones().get(zone).warehouse();
        List<Choice> choices = new ArrayList<>();
        for (ItemPlan plan : plans) {
            long volume = problem.unitCubicMillimetres(plan.sku());
            long there = plan.site(warehouse).closingUnits(period - 1);
            if (there > 0
                    && volume > 0
                    && Double.isFinite(problem.sku(plan.sku()).scrapCost())
                    && problem.problem().zones().get(zone).holds(problem.sku(plan.sku()))) {
                long units = Math.min(there, (over(zone, period) + volume - 1) / volume);
                int[] scraps = plan.site(warehouse).scrap().clone();
                scraps[period - 1] = plan.site(warehouse).scrapUnits(period - 1) + (int) units;
                ItemPlan cleared =
                        plan.withOrders(problem, warehouse, plan.site(warehouse).orders(), scraps);
                if (cleared.overdrawnUnits() <= plan.overdrawnUnits()) {
                    choices.add(new Choice(
                            cleared, (double) (cleared.costMicros() - plan.costMicros()) / (units * volume)));
                }
            }
        }
        choices.sort(Comparator.comparingDouble(Choice::lossForEach)
                .thenComparingInt(choice -> choice.plan().sku()));
        return choices;
    }
}
