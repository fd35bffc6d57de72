package org.plenish.web.run;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DatasetSettings;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.plan.ForecastEdits;
import org.plenish.engine.plan.PlanningRun;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.scenario.PlanRules;
import org.plenish.engine.plan.scenario.Scenario;
import org.plenish.engine.plan.scenario.ScenarioRuns;
import org.plenish.engine.plan.scenario.ScenarioRuns.Case;
import org.plenish.engine.policy.PolicyEngine;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.RuleBook;
import org.plenish.web.run.PlannedDataset.Making;
import org.springframework.stereotype.Component;

/** Plans a dataset, wherever it comes from, with what people have decided since, by the rule book in force. */
@Component
public class DatasetPlanning {

    private final StandingDecisions decisions;
    private final ForecastDecisions forecasts;
    private final RuleBooks books;
    private final CompiledBooks compiled;

    DatasetPlanning(StandingDecisions decisions, ForecastDecisions forecasts, RuleBooks books, CompiledBooks compiled) {
        this.decisions = decisions;
        this.forecasts = forecasts;
        this.books = books;
        this.compiled = compiled;
    }

    /** A dataset and the files that it was read from. */
    public record ReadDataset(Dataset dataset, FileFingerprints files) {

        /** The same under the name that a person knows it by. */
        public ReadDataset named(String name) {
            DatasetSettings read = dataset.settings();
            return new ReadDataset(
                    new Dataset(
                            new DatasetSettings(
                                    name,
                                    read.asOf(),
                                    read.currency(),
                                    read.bucket(),
                                    read.horizonBuckets(),
                                    read.source(),
                                    read.license()),
                            dataset.items(),
                            dataset.warehouses(),
                            dataset.suppliers(),
                            dataset.supplyOptions(),
                            dataset.lanes(),
                            dataset.stock(),
                            dataset.firstSale(),
                            dataset.sales(),
                            dataset.stockHistory(),
                            dataset.openPurchaseOrders(),
                            dataset.openTransfers(),
                            dataset.openSalesOrders(),
                            dataset.cashBudget(),
                            dataset.promotions(),
                            dataset.billOfMaterials(),
                            dataset.givenForecasts(),
                            dataset.policyOverrides(),
                            dataset.baskets()),
                    files);
        }
    }

    /** @param reading throws what the run fails with if the dataset cannot be read */
    public PlannedDataset plan(Supplier<ReadDataset> reading, RunSettings settings, RunListener listener) {
        return plan(reading, settings, listener, (dataset, parts) -> {
            PlanningRun run = new PlanningRun(
                    parts.book().methodRules(),
                    parts.policies(),
                    parts.book().exceptionRules(),
                    new PlanOptimizer(),
                    parts.edits());
            return new Planned(dataset, run.run(dataset, settings, listener));
        });
    }

    /**
     * The same as a what-if changes it.
     *
     * @param scenario reads it against the dataset; throws what the run fails with if it cannot be
     */
    public PlannedDataset plan(
            Supplier<ReadDataset> reading,
            Function<Dataset, Scenario> scenario,
            RunSettings settings,
            RunListener listener) {
        return plan(reading, settings, listener, (dataset, parts) -> {
            Scenario read = scenario.apply(dataset);
            PlanRules rules = new PlanRules(
                    parts.book().methodRules(), parts.policies(), parts.book().exceptionRules(), parts.edits());
            ReplenishmentPlan plan =
                    new ScenarioRuns(dataset, rules, settings, listener).plan(new Case(read, rules, settings));
            return new Planned(read.dataset(dataset), plan);
        });
    }

    /** Which rule book a run that starts now is decided by. */
    public RuleBooks.InForce inForce() {
        return books.inForce();
    }

    /** What a rule book decides and people have decided about forecasts, for what-ifs beside a plan. */
    public PlanRules rules(RuleBooks.InForce inForce, RunSettings settings, Scenario standing) {
        RuleBook book = compiled.of(inForce.files());
        return new PlanRules(
                book.methodRules(),
                new DroolsPolicyEngine(book, settings.threads()),
                book.exceptionRules(),
                standing.standing());
    }

    private record Planned(Dataset dataset, ReplenishmentPlan plan) {}

    /** What decides in a run. */
    private record Parts(RuleBook book, PolicyEngine policies, ForecastEdits edits) {}

    private PlannedDataset plan(
            Supplier<ReadDataset> reading,
            RunSettings settings,
            RunListener listener,
            BiFunction<Dataset, Parts, Planned> planning) {
        listener.at(Stage.IMPORT, 0, "");
        // Compiling the rules takes seconds that reading the dataset leaves one processor idle for.
        RuleBooks.InForce inForce = books.inForce();
        CompletableFuture<RuleBook> ruleBook = CompletableFuture.supplyAsync(() -> compiled.of(inForce.files()));
        ReadDataset read = reading.get();
        listener.at(Stage.IMPORT, 1, "");
        Dataset decided = decisions.addTo(read.dataset());
        ForecastEdits standing = forecasts.standing(decided).standing();
        SortedMap<SkuLocation, Forecast> statistical = new TreeMap<>();
        RuleBook book = result(ruleBook);
        PolicyEngine policies = new DroolsPolicyEngine(book, settings.threads());
        Planned planned = planning.apply(decided, new Parts(book, policies, (dataset, computed) -> {
            statistical.putAll(computed.forecasts());
            return standing.edit(dataset, computed);
        }));
        return new PlannedDataset(
                planned.dataset(),
                planned.plan(),
                new PlanInputs(read.files(), inForce.name(), inForce.fingerprints()),
                new Making(read.dataset(), statistical, policies));
    }

    private static RuleBook result(CompletableFuture<RuleBook> ruleBook) {
        try {
            return ruleBook.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
