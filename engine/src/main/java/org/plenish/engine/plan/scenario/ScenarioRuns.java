package org.plenish.engine.plan.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.optimize.PlanningHorizon;
import org.plenish.engine.plan.DemandForecasts;
import org.plenish.engine.plan.PlanComparison;
import org.plenish.engine.plan.PlanningRun;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.scenario.DriverEffects.Effect;
import org.plenish.engine.plan.scenario.ScenarioComparison.Planned;

/**
 * Plans a dataset as it is and as scenarios change it. All are planned as far ahead as the one that needs most, from the
 * base's forecasts; where few articles change or only cash and space do, the optimizer goes on from the base's plan.
 * Bounded by moves the result repeats to the byte.
 */
public final class ScenarioRuns {

    private final Dataset dataset;
    private final PlanRules rules;
    private final RunSettings settings;
    private final RunListener listener;
    private final Map<ForecastKey, DemandForecasts> forecasts = new LinkedHashMap<>();
    private final Map<TimeBuckets, Base> bases = new HashMap<>();

    /** A scenario, the rule book that it is planned by, and how. */
    public record Case(Scenario scenario, PlanRules rules, RunSettings settings) {}

    private record ForecastKey(PlanRules rules, TimeBuckets horizon) {}

    /** The base's plan, and what has optimized it, for those that go on from it. */
    private record Base(ReplenishmentPlan plan, ContinuingOptimizer optimizer) {}

    /**
     * @param rules of the base
     * @param settings of the base
     */
    public ScenarioRuns(Dataset dataset, PlanRules rules, RunSettings settings, RunListener listener) {
        this.dataset = dataset;
        this.rules = rules;
        this.settings = settings;
        this.listener = listener;
    }

    /** The plan of one scenario by itself, explained like any other. */
    public ReplenishmentPlan plan(Case one) {
        PlanningRun forecasting = one.rules().run(new PlanOptimizer());
        TimeBuckets horizon = one.scenario().horizon(dataset);
        DemandForecasts base = forecasting.forecast(dataset, horizon, one.settings(), listener);
        ScenarioInput input = one.scenario().apply(dataset, base);
        return one.rules()
                .run(input, new PlanOptimizer())
                .run(input.dataset(), input.forecasts(), one.settings(), listener);
    }

    /**
     * The base and all scenarios. Asked again, it plans the base only if these look farther ahead.
     *
     * @param byDriver whether a scenario with changes of several drivers is also planned with each of them alone
     */
    public ScenarioComparison compare(List<Case> cases, boolean byDriver) {
        TimeBuckets horizon = horizon(cases);
        @Nullable Base base = bases.get(horizon);
        if (base == null) {
            base = base(horizon);
            bases.put(horizon, base);
        }
        ReplenishmentPlan basePlan = base.plan();
        ContinuingOptimizer optimizer = base.optimizer();
        List<Planned> planned = new ArrayList<>();
        for (Case each : cases) {
            ReplenishmentPlan plan = plan(each, horizon, optimizer);
            planned.add(new Planned(
                    each.scenario(),
                    plan,
                    PlanComparison.movers(basePlan, plan),
                    byDriver ? effects(each, basePlan, plan, horizon, optimizer) : null));
        }
        return new ScenarioComparison(basePlan, planned);
    }

    private Base base(TimeBuckets horizon) {
        ContinuingOptimizer optimizer = new ContinuingOptimizer(null);
        ReplenishmentPlan plan =
                rules.run(optimizer).outline(dataset, forecasts(rules, horizon), settings, named("base"));
        return new Base(plan, optimizer);
    }

    private TimeBuckets horizon(List<Case> cases) {
        TimeBuckets longest = PlanningHorizon.of(dataset);
        for (Case each : cases) {
            TimeBuckets own = each.scenario().horizon(dataset);
            longest = own.count() > longest.count() ? own : longest;
        }
        return longest;
    }

    private ReplenishmentPlan plan(Case one, TimeBuckets horizon, ContinuingOptimizer from) {
        ScenarioInput input = one.scenario().apply(dataset, forecasts(one.rules(), horizon));
        return one.rules()
                .run(input, new ContinuingOptimizer(from))
                .outline(
                        input.dataset(),
                        input.forecasts(),
                        settings,
                        named(one.scenario().name()));
    }

    /** Those of another rule book that chooses the same methods. */
    private DemandForecasts forecasts(PlanRules by, TimeBuckets horizon) {
        ForecastKey key = new ForecastKey(by, horizon);
        @Nullable DemandForecasts known = forecasts.get(key);
        if (known == null) {
            PlanningRun run = by.run(new PlanOptimizer());
            known = forecasts.values().stream()
                    .filter(each -> each.horizon().equals(horizon) && run.wouldForecastAs(each))
                    .findFirst()
                    .orElseGet(() -> run.forecast(dataset, horizon, settings, listener));
            forecasts.put(key, known);
        }
        return known;
    }

    private DriverEffects effects(
            Case one, ReplenishmentPlan base, ReplenishmentPlan all, TimeBuckets horizon, ContinuingOptimizer from) {
        Set<Driver> drivers = one.scenario().drivers();
        List<Effect> effects = new ArrayList<>();
        for (Driver driver : drivers) {
            PlanRules by = driver == Driver.RULES ? one.rules() : rules;
            ReplenishmentPlan alone = drivers.size() == 1
                    ? all
                    : plan(new Case(one.scenario().only(driver), by, one.settings()), horizon, from);
            effects.add(Effect.between(driver, base, alone));
        }
        return DriverEffects.of(effects, base, all);
    }

    private RunListener named(String name) {
        return (stage, share, detail) -> listener.at(stage, share, detail.isEmpty() ? name : name + ", " + detail);
    }
}
