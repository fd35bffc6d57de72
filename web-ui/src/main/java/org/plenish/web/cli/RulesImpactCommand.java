package org.plenish.web.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.plan.DemandForecasts;
import org.plenish.engine.plan.PlanComparison;
import org.plenish.engine.plan.PlanComparisonText;
import org.plenish.engine.plan.PlanningRun;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.RunSettings;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.RuleBook;
import org.plenish.rules.UndecidedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One dataset planned by two rule books. */
@Command(
        name = "impact",
        description =
                "Plans a dataset by two rule books and tells what the change would change in money, orders, service,"
                        + " stock, space and cash, and which rule moves what.",
        footer = {
            "",
            "--seconds and --moves bound each of both plans. With --moves the same command prints the same text."
        })
final class RulesImpactCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATASET", description = "The dataset folder.")
    @SuppressWarnings("NullAway.Init") // required
    private Path datasetFolder;

    @Option(names = "--from", paramLabel = "DIR", required = true, description = "The rule book as it is.")
    @SuppressWarnings("NullAway.Init") // required
    private Path from;

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "The rule book as it is to be.")
    @SuppressWarnings("NullAway.Init") // required
    private Path to;

    @Mixin
    private final RunOptions runOptions = new RunOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunSettings settings = runOptions.settings(new Usage(spec));
        PlanComparison comparison;
        try (ProgressDisplay progress = new ProgressDisplay(spec.commandLine().getErr())) {
            CompletableFuture<RuleBook> compilingFrom = RuleBooks.compile("--from", from);
            CompletableFuture<RuleBook> compilingTo = RuleBooks.compile("--to", to);
            Dataset dataset = Datasets.read(datasetFolder, progress).dataset();
            PlanningRun before = run(RuleBooks.result(compilingFrom), settings);
            PlanningRun after = run(RuleBooks.result(compilingTo), settings);
            DemandForecasts forecasts = decided("--from", from, () -> before.forecast(dataset, settings, progress));
            ReplenishmentPlan planBefore =
                    decided("--from", from, () -> before.run(dataset, forecasts, settings, progress));
            ReplenishmentPlan planAfter = decided("--to", to, () -> {
                DemandForecasts own =
                        after.wouldForecastAs(forecasts) ? forecasts : after.forecast(dataset, settings, progress);
                return after.run(dataset, own, settings, progress);
            });
            comparison = PlanComparison.of(planBefore, planAfter);
        }
        spec.commandLine().getOut().print(PlanComparisonText.of(comparison, new PlannerWords()::question));
        spec.commandLine().getOut().flush();
        return ExitCodes.SUCCESS;
    }

    private static PlanningRun run(RuleBook book, RunSettings settings) {
        return new PlanningRun(
                book.methodRules(),
                new DroolsPolicyEngine(book, settings.threads()),
                book.exceptionRules(),
                new PlanOptimizer());
    }

    /** @throws BadInputException if the book leaves something undecided */
    private static <T> T decided(String option, Path book, Supplier<T> stage) {
        try {
            return stage.get();
        } catch (UndecidedException e) {
            throw new BadInputException(option + " " + book + ": " + e.getMessage());
        }
    }
}
