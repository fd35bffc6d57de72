package org.plenish.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.PlanWriter;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.plan.PlanningRun;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.scenario.PlanRules;
import org.plenish.engine.plan.scenario.Scenario;
import org.plenish.engine.plan.scenario.ScenarioRuns;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.RuleBook;
import org.plenish.rules.UndecidedException;
import org.plenish.web.cli.Datasets.Read;
import org.plenish.web.shared.ProductVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One planning run from a dataset folder to the files of a plan. */
@Command(
        name = "plan",
        description = "Plans a dataset: import, forecast, rules, optimize; writes orders, transfers and their reasons.",
        footer = {
            "",
            "Files of an earlier plan in --out are replaced; other files there are left alone.",
            "With --moves the same command gives the same bytes."
        })
final class PlanCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATASET", description = "The dataset folder.")
    @SuppressWarnings("NullAway.Init") // required
    private Path datasetFolder;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the plan's files go.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The rule book's folder. Default: the book that comes with the product.")
    private @Nullable Path rules;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "A what-if: changes that are made to the dataset before it is planned.")
    private @Nullable Path scenarioFile;

    @Mixin
    private final RunOptions runOptions = new RunOptions();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The plan's date, as in 2026-11-23. Default: what the dataset says.")
    private @Nullable LocalDate asOf;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Usage usage = new Usage(spec);
        WhatIf whatIf = scenarioFile == null ? null : WhatIf.open(scenarioFile);
        RunSettings settings =
                whatIf == null ? runOptions.settings(usage) : runOptions.settings(usage, whatIf.header());
        OutputFolder output = usage.outputFolder(out);
        if (whatIf != null) {
            whatIf.noteOtherDataset(datasetFolder, spec.commandLine().getErr());
        }

        ReplenishmentPlan plan;
        try (ProgressDisplay progress = new ProgressDisplay(spec.commandLine().getErr())) {
            Path otherRules = whatIf == null ? null : whatIf.header().rules();
            CompletableFuture<RuleBook> ruleBook =
                    RuleBooks.compile("--rules", otherRules == null ? rules : otherRules);
            Read read = Datasets.read(datasetFolder, progress);
            noteDoubts(read);
            Dataset dataset = asOf == null ? read.dataset() : read.dataset().withAsOf(asOf);
            RuleBook book = RuleBooks.result(ruleBook);
            plan = whatIf == null
                    ? run(book, settings).run(dataset, settings, progress)
                    : plan(dataset, whatIf.scenario(dataset), RuleBooks.decisions(book, settings), settings, progress);
            progress.show("write", 0, out.toString());
            output.fill(folder ->
                    PlanWriter.write(plan, folder, ProductVersion.read().ofPlanning()));
        } catch (UndecidedException e) {
            throw new BadInputException(e);
        }
        summarize(plan);
        return ExitCodes.SUCCESS;
    }

    private static PlanningRun run(RuleBook book, RunSettings settings) {
        return new PlanningRun(
                book.methodRules(),
                new DroolsPolicyEngine(book, settings.threads()),
                book.exceptionRules(),
                new PlanOptimizer());
    }

    private static ReplenishmentPlan plan(
            Dataset dataset, Scenario scenario, PlanRules rules, RunSettings settings, ProgressDisplay progress) {
        return new ScenarioRuns(dataset, rules, settings, progress)
                .plan(new ScenarioRuns.Case(scenario, rules, settings));
    }

    private void noteDoubts(Read read) {
        if (read.report().warnings() > 0) {
            spec.commandLine()
                    .getErr()
                    .println(read.report().warnings() + " warnings; plenish import " + datasetFolder + " lists them.");
        }
    }

    private void summarize(ReplenishmentPlan plan) {
        PrintWriter text = spec.commandLine().getOut();
        String currency = plan.dataset().currency();
        text.printf(
                Locale.ROOT,
                "%s, %s: %,d SKU-locations planned over %d buckets%n",
                plan.dataset().name(),
                plan.dataset().asOf(),
                plan.locations().size(),
                plan.buckets().count());
        long ordersNow = plan.purchaseOrders().stream()
                .filter(order -> order.orderDate().equals(plan.dataset().asOf()))
                .count();
        text.printf(
                Locale.ROOT,
                "%,d purchase orders, %,d of them to place now; %,d transfers; %,d exceptions%n",
                plan.purchaseOrders().size(),
                ordersNow,
                plan.transfers().size(),
                plan.exceptions().size());
        text.printf(
                Locale.ROOT,
                "expected cost %,.2f %s; no plan within the limits costs less than %,.2f %s (gap %.2f %%)%n",
                plan.cost().total(),
                currency,
                plan.lowerBound(),
                currency,
                100 * plan.gap());
        for (Violation violation : plan.violations()) {
            text.printf(
                    Locale.ROOT,
                    "limit not kept: %s %s from %s, by %,.2f %s. %s%n",
                    violation.kind(),
                    violation.where(),
                    plan.buckets().start(violation.period()),
                    violation.excess(),
                    violation.unit(),
                    violation.remedy());
        }
        text.println("written to " + out);
    }
}
