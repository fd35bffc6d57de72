package org.plenish.web.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.plan.LimitUse;
import org.plenish.engine.plan.PlanComparison.Mover;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.plan.scenario.DriverEffects;
import org.plenish.engine.plan.scenario.Measure;
import org.plenish.engine.plan.scenario.ScenarioComparison;
import org.plenish.engine.plan.scenario.ScenarioComparison.Planned;
import org.plenish.web.scenario.ScenarioResult.Column;
import org.plenish.web.scenario.ScenarioResult.Effect;
import org.plenish.web.scenario.ScenarioResult.Figure;
import org.plenish.web.scenario.ScenarioResult.Line;
import org.plenish.web.scenario.ScenarioResult.Period;
import org.plenish.web.scenario.ScenarioResult.Together;

/** Takes from a comparison what is kept of it. */
final class ResultOf {

    private static final int MOST_LINES = 1_000;

    private ResultOf() {}

    /** @param comparison of one scenario */
    static ScenarioResult comparison(ScenarioComparison comparison, String baseKey) {
        ReplenishmentPlan base = comparison.base();
        Planned planned = comparison.scenarios().get(0);
        Map<ItemId, String> names = new TreeMap<>();
        List.of(base, planned.plan())
                .forEach(plan -> plan.locations().forEach(location -> {
                    Item item = location.profile().item();
                    names.put(item.id(), item.description());
                }));
        DriverEffects drivers = planned.drivers();
        return new ScenarioResult(
                base.dataset().currency(),
                base.buckets().start(),
                base.buckets().size(),
                base.buckets().count(),
                baseKey + ", " + base.buckets().count(),
                planned.plan().cutShort(),
                column(base),
                column(planned.plan()),
                drivers == null
                        ? List.of()
                        : drivers.effects().stream()
                                .map(effect -> new Effect(
                                        effect.driver(), effect.stock().amount(), effect.cost()))
                                .toList(),
                drivers == null || drivers.effects().size() < 2
                        ? null
                        : new Together(drivers.stockTogether().amount(), drivers.costTogether()),
                planned.movers().stream()
                        .limit(MOST_LINES)
                        .map(mover -> line(mover, names))
                        .toList(),
                planned.movers().size());
    }

    private static Line line(Mover mover, Map<ItemId, String> names) {
        ItemId item = mover.location().item();
        return new Line(
                item.value(),
                names.getOrDefault(item, ""),
                mover.location().warehouse().value(),
                mover.stockBefore().amount(),
                mover.stockAfter().amount(),
                mover.orderedBefore().amount(),
                mover.orderedAfter().amount());
    }

    private static Column column(ReplenishmentPlan plan) {
        return new Column(
                Measure.of(plan).stream()
                        .map(measure -> new Figure(
                                measure.id(),
                                measure.label(),
                                measure.unit(),
                                Double.isFinite(measure.value()) ? measure.value() : null))
                        .toList(),
                periods(plan));
    }

    private static List<Period> periods(ReplenishmentPlan plan) {
        int count = plan.buckets().count();
        double[] stock = new double[count];
        for (SkuLocationPlan location : plan.locations()) {
            double unitCost = location.profile().item().unitCost().toDouble();
            int[] closing = location.withProposals().closingUnits();
            for (int t = 0; t < count; t++) {
                stock[t] += closing[t] * unitCost;
            }
        }
        List<LimitUse> cash = plan.limits().stream()
                .filter(use -> use.kind() == LimitUse.Kind.CASH)
                .toList();
        List<Period> periods = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            LimitUse use = t < cash.size() ? cash.get(t) : null;
            periods.add(new Period(
                    plan.buckets().start(t),
                    BigDecimal.valueOf(stock[t])
                            .setScale(2, RoundingMode.HALF_EVEN)
                            .doubleValue(),
                    use == null ? null : use.limit(),
                    use == null ? null : use.used()));
        }
        return periods;
    }
}
