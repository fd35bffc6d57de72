package org.plenish.web.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.plan.DemandForecasts;
import org.plenish.engine.plan.ForecastEdits;
import org.plenish.engine.plan.PlanComparison;
import org.plenish.engine.plan.PlanComparison.LimitChange;
import org.plenish.engine.plan.PlanComparison.Mover;
import org.plenish.engine.plan.PlanningRun;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.scenario.Measure;
import org.plenish.engine.policy.Conclusion;
import org.plenish.rules.BookFiles;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.RuleBook;
import org.plenish.web.run.CompiledBooks;
import org.plenish.web.run.ForecastDecisions;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.StandingDecisions;
import org.plenish.web.run.StoredDatasets;
import org.springframework.stereotype.Component;

/** Plans a dataset by two rule books and tells what is different. */
@Component
class ImpactPlans {

    private static final int MOST_LINES = 1_000;
    private static final int MOST_ANSWERS = 200;

    private final PlanSource sample;
    private final StoredDatasets stored;
    private final StandingDecisions decisions;
    private final ForecastDecisions forecasts;
    private final CompiledBooks compiled;

    ImpactPlans(
            PlanSource sample,
            StoredDatasets stored,
            StandingDecisions decisions,
            ForecastDecisions forecasts,
            CompiledBooks compiled) {
        this.sample = sample;
        this.stored = stored;
        this.decisions = decisions;
        this.forecasts = forecasts;
        this.compiled = compiled;
    }

    /** Is told how far it has come. */
    @FunctionalInterface
    interface Listener {
        void at(Impact.Stage stage, double share, String detail);
    }

    /**
     * Plans both; with a bound of moves the result does not depend on the machine.
     *
     * @param datasetId null: the sample
     * @throws IllegalStateException with a message for a person if the dataset cannot be read
     * @throws org.plenish.rules.RuleBookException likewise if a book has errors
     * @throws org.plenish.rules.UndecidedException likewise if a book leaves something undecided
     */
    ImpactResult plan(
            @Nullable Long datasetId, BookFiles standing, BookFiles draft, RunSettings settings, Listener listener) {
        listener.at(Impact.Stage.READ, 0, "");
        Dataset dataset = decisions.addTo(
                source(datasetId).read(told(listener, Impact.Stage.READ)).dataset());
        ForecastEdits edits = this.forecasts.standing(dataset).standing();
        PlanningRun before = run(compiled.of(standing), edits, settings);
        PlanningRun after = run(compiled.of(draft), edits, settings);
        RunListener first = told(listener, Impact.Stage.STANDING);
        RunListener second = told(listener, Impact.Stage.DRAFT);
        DemandForecasts forecasts = before.forecast(dataset, settings, first);
        ReplenishmentPlan planBefore = before.outline(dataset, forecasts, settings, first);
        DemandForecasts own = after.wouldForecastAs(forecasts) ? forecasts : after.forecast(dataset, settings, second);
        ReplenishmentPlan planAfter = after.outline(dataset, own, settings, second);
        return result(dataset, planBefore, planAfter);
    }

    private PlanSource source(@Nullable Long datasetId) {
        return datasetId == null
                ? sample
                : stored.find(datasetId)
                        .orElseThrow(() -> new IllegalStateException("There is no dataset " + datasetId + "."));
    }

    private static PlanningRun run(RuleBook book, ForecastEdits edits, RunSettings settings) {
        return new PlanningRun(
                book.methodRules(),
                new DroolsPolicyEngine(book, settings.threads()),
                book.exceptionRules(),
                new PlanOptimizer(),
                edits);
    }

    private static RunListener told(Listener listener, Impact.Stage stage) {
        int stages = RunListener.Stage.values().length;
        return (at, share, detail) -> listener.at(stage, (at.ordinal() + share) / stages, detail);
    }

    static ImpactResult result(Dataset dataset, ReplenishmentPlan before, ReplenishmentPlan after) {
        PlanComparison comparison = PlanComparison.of(before, after);
        Map<ItemId, String> names = new LinkedHashMap<>();
        for (Item item : dataset.items().values()) {
            names.put(item.id(), item.description());
        }
        return new ImpactResult(
                comparison.currency(),
                comparison.planDate(),
                comparison.skuLocations(),
                before.cutShort() || after.cutShort(),
                figures(before, after),
                comparison.reclassifications().stream()
                        .limit(MOST_ANSWERS)
                        .map(each -> new ImpactResult.Answers(
                                each.question(),
                                each.from(),
                                each.to(),
                                each.locations().size()))
                        .toList(),
                space(comparison.limits()),
                comparison.movers(MOST_LINES).stream()
                        .map(mover -> line(mover, names))
                        .toList(),
                comparison.movers().size());
    }

    private static List<ImpactResult.Figure> figures(ReplenishmentPlan before, ReplenishmentPlan after) {
        Map<String, Measure> later = new LinkedHashMap<>();
        Measure.of(after).forEach(measure -> later.put(measure.id(), measure));
        return Measure.of(before).stream()
                .map(measure -> {
                    Measure other = later.get(measure.id());
                    return new ImpactResult.Figure(
                            measure.id(),
                            measure.label(),
                            measure.unit(),
                            known(measure.value()),
                            other == null ? null : known(other.value()));
                })
                .toList();
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Each limit at its fullest, which is what a planner fears. */
    private static List<ImpactResult.Space> space(List<LimitChange> limits) {
        Map<List<String>, ImpactResult.Space> byPlace = new LinkedHashMap<>();
        for (LimitChange limit : limits) {
            if (limit.limit() <= 0) {
                continue;
            }
            double before = limit.usedBefore() / limit.limit();
            double after = limit.usedAfter() / limit.limit();
            byPlace.merge(
                    List.of(limit.kind().name(), limit.warehouse(), limit.storageClass()),
                    new ImpactResult.Space(
                            limit.kind(),
                            limit.warehouse(),
                            limit.storageClass(),
                            before,
                            after,
                            before > 1 ? 1 : 0,
                            after > 1 ? 1 : 0),
                    ImpactPlans::both);
        }
        return new ArrayList<>(byPlace.values());
    }

    private static ImpactResult.Space both(ImpactResult.Space one, ImpactResult.Space other) {
        return new ImpactResult.Space(
                one.kind(),
                one.warehouse(),
                one.storageClass(),
                Math.max(one.shareBefore(), other.shareBefore()),
                Math.max(one.shareAfter(), other.shareAfter()),
                one.bucketsOverBefore() + other.bucketsOverBefore(),
                one.bucketsOverAfter() + other.bucketsOverAfter());
    }

    private static ImpactResult.Line line(Mover mover, Map<ItemId, String> names) {
        ItemId item = mover.location().item();
        return new ImpactResult.Line(
                item.value(),
                names.getOrDefault(item, ""),
                mover.location().warehouse().value(),
                mover.stockBefore().amount(),
                mover.stockAfter().amount(),
                mover.orderedBefore().amount(),
                mover.orderedAfter().amount(),
                mover.causes().stream()
                        .map(cause -> new ImpactResult.Cause(
                                cause.question(), cause.from(), cause.to(), rule(cause.before()), rule(cause.after())))
                        .toList());
    }

    private static String rule(@Nullable Conclusion conclusion) {
        return conclusion == null ? "" : conclusion.ruleId();
    }
}
