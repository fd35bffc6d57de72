package org.plenish.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.optimize.MarginalAnalysis;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.optimize.Optimizer;
import org.plenish.engine.optimize.PlannedStock;
import org.plenish.engine.optimize.PlanningHorizon;
import org.plenish.engine.optimize.ProblemBuilder;
import org.plenish.engine.optimize.ProblemBuilder.Mapped;
import org.plenish.engine.plan.Explainer.Decided;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.engine.policy.ExceptionRules;
import org.plenish.engine.policy.PolicyCalculation;
import org.plenish.engine.policy.PolicyCalculator;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.PolicyEngine;
import org.plenish.engine.policy.ProfileBuilder;
import org.plenish.engine.policy.SkuLocationProfile;

/**
 * One planning run, from a dataset to explained proposals: a pure function. Same dataset, same policy engine, same
 * settings bounded by moves: same plan, to the byte, for any number of threads.
 */
public final class PlanningRun {

    private final MethodRules methodRules;
    private final PolicyEngine policyEngine;
    private final ExceptionRules exceptionRules;
    private final Optimizer optimizer;
    private final ForecastEdits edits;

    public PlanningRun(
            MethodRules methodRules, PolicyEngine policyEngine, ExceptionRules exceptionRules, Optimizer optimizer) {
        this(methodRules, policyEngine, exceptionRules, optimizer, ForecastEdits.NONE);
    }

    /** @param edits of what is forecast here; forecasts that another run has made are taken as they are */
    public PlanningRun(
            MethodRules methodRules,
            PolicyEngine policyEngine,
            ExceptionRules exceptionRules,
            Optimizer optimizer,
            ForecastEdits edits) {
        this.methodRules = methodRules;
        this.policyEngine = policyEngine;
        this.exceptionRules = exceptionRules;
        this.optimizer = optimizer;
        this.edits = edits;
    }

    public ReplenishmentPlan run(Dataset dataset, RunSettings settings, RunListener listener) {
        StageTimes times = new StageTimes(settings.optimizer().moves() == null);
        DemandForecasts demand = forecast(dataset, settings, listener);
        times.end("forecast");
        return run(dataset, demand, true, times, settings, listener);
    }

    /**
     * As {@link #run(Dataset, RunSettings, RunListener)}, from forecasts that another run may have made; it plans as far
     * ahead as they go.
     */
    public ReplenishmentPlan run(Dataset dataset, DemandForecasts demand, RunSettings settings, RunListener listener) {
        return run(dataset, demand, true, new StageTimes(settings.optimizer().moves() == null), settings, listener);
    }

    /**
     * As {@link #run(Dataset, DemandForecasts, RunSettings, RunListener)}, for a plan that is only held beside others: its
     * lines come without reasons and explanations, and nobody asks what more of the limits would buy, which takes longer
     * than all else where only limits change.
     */
    public ReplenishmentPlan outline(
            Dataset dataset, DemandForecasts demand, RunSettings settings, RunListener listener) {
        return run(dataset, demand, false, new StageTimes(settings.optimizer().moves() == null), settings, listener);
    }

    /** The first stage of a run by itself, with what people make of it. */
    public DemandForecasts forecast(Dataset dataset, RunSettings settings, RunListener listener) {
        return forecast(dataset, PlanningHorizon.of(dataset), settings, listener);
    }

    /**
     * As {@link #forecast(Dataset, RunSettings, RunListener)}, as far ahead as asked.
     *
     * @param horizon from the plan's date, in the dataset's buckets
     */
    public DemandForecasts forecast(Dataset dataset, TimeBuckets horizon, RunSettings settings, RunListener listener) {
        listener.at(Stage.FORECAST, 0, "");
        DemandForecasts computed = DemandForecasts.of(
                dataset, horizon, methodRules, settings.threads(), share -> listener.at(Stage.FORECAST, share, ""));
        return edits.edit(dataset, computed);
    }

    /** Whether this run's rules choose the same methods, so that its forecasts would be the same. */
    public boolean wouldForecastAs(DemandForecasts demand) {
        return demand.areBy(methodRules);
    }

    private ReplenishmentPlan run(
            Dataset dataset,
            DemandForecasts demand,
            boolean explained,
            StageTimes times,
            RunSettings settings,
            RunListener listener) {
        TimeBuckets buckets = demand.horizon();
        SortedMap<SkuLocation, DemandHistory> histories = demand.histories();
        SortedMap<SkuLocation, Forecast> forecasts = demand.forecasts();

        listener.at(Stage.RULES, 0, "");
        List<SkuLocationProfile> profiles = ProfileBuilder.build(dataset, histories, forecasts);
        List<PolicyChoice> choices = policyEngine.decide(profiles);
        PolicyCalculator calculator = new PolicyCalculator(dataset, profiles);
        Map<SkuLocation, Decided> decided = new LinkedHashMap<>();
        List<PlannedStock> stocks = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            SkuLocationProfile profile = profiles.get(i);
            SkuLocation location = profile.location();
            DemandHistory history = known(histories, location);
            Forecast forecast = known(forecasts, location);
            PolicyChoice choice = choices.get(i);
            PolicyCalculation calculation = calculator.calculate(profile, history, forecast, choice);
            decided.put(location, new Decided(profile, history, forecast, choice, calculation));
            stocks.add(new PlannedStock(location, forecast, choice, calculation.policy()));
        }
        times.end("rules");

        listener.at(Stage.OPTIMIZE, 0, "");
        Mapped mapped = new ProblemBuilder(dataset, buckets).build(stocks);
        OptimizationResult result = optimizer.optimize(
                mapped.problem(), settings.optimizer(), detail -> listener.at(Stage.OPTIMIZE, 0, detail));
        times.end("optimize");

        listener.at(Stage.EXPLAIN, 0, "");
        PlannedFlows flows = new PlannedFlows(mapped, result);
        OrderAssembly orders = new OrderAssembly(
                mapped.index(),
                explained
                        ? new Explainer(
                                mapped,
                                flows,
                                result,
                                MarginalAnalysis.of(mapped.problem(), result, settings.threads()),
                                dataset.settings().currency(),
                                decided)
                        : LineExplainer.NONE);
        orders.assemble(result);
        List<SkuLocationPlan> locations = locations(decided, mapped, flows);
        List<LimitUse> limits = LimitUses.of(mapped, result, flows);
        List<PlanException> exceptions = new ExceptionFinder(dataset, buckets, exceptionRules)
                .find(locations, orders.purchaseOrders(), limits, result.violations());
        List<LimitRaise> raises = explained ? LimitRaises.of(mapped, result, limits, settings.threads()) : List.of();
        Kpis kpis = KpiCalculator.of(buckets, locations, orders.purchaseOrders(), limits);
        times.end("explain");
        listener.at(Stage.EXPLAIN, 1, "");

        return new ReplenishmentPlan(
                dataset.settings(),
                buckets,
                settings.optimizer().seed(),
                locations,
                orders.purchaseOrders(),
                orders.transfers(),
                orders.explanations(),
                exceptions,
                limits,
                raises,
                kpis,
                result.cost(),
                result.lowerBound(),
                dated(result.violations(), new Wording(buckets)),
                result.scoreCalculations(),
                result.cutShort(),
                times.seconds());
    }

    private static List<Violation> dated(List<Violation> violations, Wording wording) {
        return violations.stream()
                .map(violation -> new Violation(
                        violation.kind(),
                        violation.where(),
                        violation.period(),
                        violation.excess(),
                        violation.unit(),
                        violation.unavoidable(),
                        wording.dated(violation.remedy())))
                .toList();
    }

    /** In the problem's order, which is by item, then warehouse. */
    private static List<SkuLocationPlan> locations(
            Map<SkuLocation, Decided> decided, Mapped mapped, PlannedFlows flows) {
        List<SkuLocationPlan> locations = new ArrayList<>();
        for (int i = 0; i < mapped.index().items().size(); i++) {
            for (int w = 0; w < mapped.index().warehouses().size(); w++) {
                Decided facts = decided.get(mapped.index().location(i, w));
                if (facts != null) {
                    locations.add(new SkuLocationPlan(
                            facts.history(),
                            facts.forecast(),
                            facts.profile(),
                            facts.choice(),
                            facts.calculation(),
                            flows.withoutProposals(i, w),
                            flows.withProposals(i, w)));
                }
            }
        }
        return locations;
    }

    private static <T> T known(Map<SkuLocation, T> values, SkuLocation location) {
        T value = values.get(location);
        if (value == null) {
            throw new IllegalStateException(location + " was not forecast, but has a profile.");
        }
        return value;
    }

    /** Wall clock by stage; kept only where the run need not repeat to the byte. */
    private static final class StageTimes {

        private final boolean kept;
        private final Map<String, Double> seconds = new LinkedHashMap<>();
        private long startNanos = System.nanoTime();

        StageTimes(boolean kept) {
            this.kept = kept;
        }

        void end(String stage) {
            long now = System.nanoTime();
            if (kept) {
                seconds.put(stage, (now - startNanos) / 1e9);
            }
            startNanos = now;
        }

        Map<String, Double> seconds() {
            return seconds;
        }
    }
}
