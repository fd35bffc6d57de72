package org.plenish.web.scenario;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.scenario.PlanRules;
import org.plenish.engine.plan.scenario.Scenario;
import org.plenish.engine.plan.scenario.ScenarioComparison;
import org.plenish.engine.plan.scenario.ScenarioRuns;
import org.plenish.engine.plan.scenario.ScenarioRuns.Case;
import org.plenish.web.run.DatasetPlanning;
import org.plenish.web.run.ForecastDecisions;
import org.plenish.web.run.RuleBooks;
import org.plenish.web.run.StandingDecisions;
import org.springframework.stereotype.Component;

/**
 * Plans scenarios beside their base and keeps the last base as long as there is room: the next scenario of it only plans
 * what it changes. For one thread.
 */
@Component
class ScenarioBases {

    private final ScenarioDatasets datasets;
    private final StandingDecisions decisions;
    private final ForecastDecisions forecasts;
    private final DatasetPlanning planning;
    private SoftReference<Base> last = new SoftReference<>(null);

    ScenarioBases(
            ScenarioDatasets datasets,
            StandingDecisions decisions,
            ForecastDecisions forecasts,
            DatasetPlanning planning) {
        this.datasets = datasets;
        this.decisions = decisions;
        this.forecasts = forecasts;
        this.planning = planning;
    }

    /** What the base was made of, and the engine that has made it. */
    private record Base(
            @Nullable Long datasetId,
            Dataset dataset,
            Scenario standing,
            RunSettings settings,
            String book,
            PlanRules rules,
            ScenarioRuns runs,
            PassedOn listener,
            String key) {

        boolean isOf(@Nullable Long id, Dataset wanted, Scenario edits, RunSettings how, String by) {
            return Objects.equals(datasetId, id)
                    && settings.equals(how)
                    && book.equals(by)
                    && standing.equals(edits)
                    && dataset.equals(wanted);
        }
    }

    /** The engine keeps its listener; each job has its own. */
    private static final class PassedOn implements RunListener {

        private RunListener to = RunListener.SILENT;

        @Override
        public void at(Stage stage, double share, String detail) {
            to.at(stage, share, detail);
        }
    }

    /** What a run has found, and both plans, for what is still to be found out about them. */
    record Found(ScenarioResult result, ScenarioFutures.Planned base, ScenarioFutures.Planned scenario) {}

    /** @throws IllegalStateException with a message for a person if dataset or scenario cannot be read */
    Found plan(@Nullable Long datasetId, ScenarioText text, RunSettings settings, RunListener listener) {
        Dataset dataset = decisions.addTo(datasets.read(datasetId, listener));
        Scenario scenario = text.scenario(dataset);
        Base base = base(datasetId, dataset, settings);
        base.listener().to = listener;
        try {
            ScenarioComparison comparison =
                    base.runs().compare(List.of(new Case(scenario, base.rules(), settings)), true);
            return new Found(
                    ResultOf.comparison(comparison, base.key()),
                    new ScenarioFutures.Planned(dataset, comparison.base()),
                    new ScenarioFutures.Planned(
                            scenario.dataset(dataset),
                            comparison.scenarios().get(0).plan()));
        } finally {
            base.listener().to = RunListener.SILENT;
        }
    }

    private Base base(@Nullable Long datasetId, Dataset dataset, RunSettings settings) {
        Scenario standing = forecasts.standing(dataset);
        RuleBooks.InForce inForce = planning.inForce();
        String book = inForce.fingerprints().fingerprint();
        Base known = last.get();
        if (known != null && known.isOf(datasetId, dataset, standing, settings, book)) {
            return known;
        }
        PlanRules rules = planning.rules(inForce, settings, standing);
        PassedOn listener = new PassedOn();
        Base base = new Base(
                datasetId,
                dataset,
                standing,
                settings,
                book,
                rules,
                new ScenarioRuns(dataset, rules, settings, listener),
                listener,
                UUID.randomUUID().toString());
        last = new SoftReference<>(base);
        return base;
    }
}
