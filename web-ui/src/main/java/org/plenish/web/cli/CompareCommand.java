package org.plenish.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ComparisonWriter;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.scenario.DriverEffects;
import org.plenish.engine.plan.scenario.DriverEffects.Effect;
import org.plenish.engine.plan.scenario.PlanRules;
import org.plenish.engine.plan.scenario.ScenarioComparison;
import org.plenish.engine.plan.scenario.ScenarioComparison.Planned;
import org.plenish.engine.plan.scenario.ScenarioRuns;
import org.plenish.engine.plan.scenario.ScenarioRuns.Case;
import org.plenish.rules.RuleBook;
import org.plenish.rules.UndecidedException;
import org.plenish.web.shared.ProductVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A dataset as it is and as scenarios change it, side by side. */
@Command(
        name = "compare",
        description = "Plans a dataset as it is and as what-if scenarios change it, and writes their differences by"
                + " driver.",
        footer = {
            "",
            "Writes comparison.csv, drivers.csv, cash.csv, lines.csv, comparison.json and report.html.",
            "A scenario whose changes have several drivers, such as demand and cash, is planned once more for each of"
                    + " them; --no-drivers saves those runs.",
            "--seconds and --moves bound each plan. With --moves the same command gives the same bytes."
        })
final class CompareCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATASET", description = "The dataset folder.")
    @SuppressWarnings("NullAway.Init") // required
    private Path datasetFolder;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "The scenarios' files, one or more.")
    @SuppressWarnings("NullAway.Init") // required
    private List<Path> scenarioFiles;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the comparison's files go.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The base's rule book. Default: the book that comes with the product.")
    private @Nullable Path rules;

    @Option(names = "--no-drivers", description = "Does not ask what each driver does alone.")
    private boolean noDrivers;

    @Mixin
    private final RunOptions runOptions = new RunOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Usage usage = new Usage(spec);
        RunSettings settings = runOptions.settings(usage);
        OutputFolder output = usage.outputFolder(out);
        List<WhatIf> whatIfs = scenarioFiles.stream().map(WhatIf::open).toList();
        requireDifferentNames(usage, whatIfs);
        whatIfs.forEach(whatIf ->
                whatIf.noteOtherDataset(datasetFolder, spec.commandLine().getErr()));

        ScenarioComparison comparison;
        try (ProgressDisplay progress = new ProgressDisplay(spec.commandLine().getErr())) {
            CompletableFuture<RuleBook> ruleBook = RuleBooks.compile("--rules", rules);
            Dataset dataset = Datasets.read(datasetFolder, progress).dataset();
            PlanRules base = RuleBooks.decisions(RuleBooks.result(ruleBook), settings);
            comparison = new ScenarioRuns(dataset, base, settings, progress)
                    .compare(cases(usage, whatIfs, dataset, base), !noDrivers);
            progress.show("write", 0, out.toString());
            ScenarioComparison written = comparison;
            output.fill(folder -> ComparisonWriter.write(
                    written, folder, ProductVersion.read().ofPlanning()));
        } catch (UndecidedException e) {
            throw new BadInputException(e);
        }
        summarize(comparison);
        return ExitCodes.SUCCESS;
    }

    private static void requireDifferentNames(Usage usage, List<WhatIf> whatIfs) {
        Set<String> names = new HashSet<>();
        for (WhatIf whatIf : whatIfs) {
            String name = whatIf.header().name();
            usage.require(
                    names.add(name),
                    "--scenario: two of the files are called \"" + name
                            + "\". Maybe one was copied: give it its own name.");
        }
    }

    /** All that is wrong with any file is told at once. */
    private List<Case> cases(Usage usage, List<WhatIf> whatIfs, Dataset dataset, PlanRules base) {
        Map<Path, PlanRules> books = new HashMap<>();
        List<Case> cases = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (WhatIf whatIf : whatIfs) {
            RunSettings own = runOptions.settings(usage, whatIf.header());
            Path folder = whatIf.header().rules();
            try {
                PlanRules by = folder == null
                        ? base
                        : books.computeIfAbsent(
                                folder,
                                none -> RuleBooks.decisions(
                                        RuleBooks.result(RuleBooks.compile("rules of " + whatIf.path(), folder)), own));
                cases.add(new Case(whatIf.scenario(dataset), by, own));
            } catch (BadInputException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(String.join("\n", problems));
        }
        return cases;
    }

    private void summarize(ScenarioComparison comparison) {
        PrintWriter text = spec.commandLine().getOut();
        String currency = comparison.base().dataset().currency();
        text.printf(
                Locale.ROOT,
                "%-32s %14s %8s %8s %14s %10s%n",
                comparison.base().dataset().asOf() + ", " + currency,
                "expected cost",
                "gap %",
                "fill %",
                "average stock",
                "not kept");
        summarize(text, "base", comparison.base());
        for (Planned planned : comparison.scenarios()) {
            summarize(text, planned.scenario().name(), planned.plan());
            DriverEffects drivers = planned.drivers();
            if (drivers != null && drivers.effects().size() > 1) {
                for (Effect effect : drivers.effects()) {
                    summarize(
                            text,
                            effect.driver().words(),
                            effect.cost(),
                            effect.stock().toDouble());
                }
                summarize(
                        text,
                        "together",
                        drivers.costTogether(),
                        drivers.stockTogether().toDouble());
            }
        }
        text.println("written to " + out);
    }

    private static void summarize(PrintWriter text, String name, ReplenishmentPlan plan) {
        text.printf(
                Locale.ROOT,
                "%-32s %,14.2f %8.2f %8.2f %,14.2f %10d%n",
                name,
                plan.cost().total(),
                100 * plan.gap(),
                100 * plan.kpis().expectedFillRate(),
                plan.kpis().averageStockValue().toDouble(),
                plan.violations().size());
    }

    private static void summarize(PrintWriter text, String driver, double cost, double stock) {
        text.printf(Locale.ROOT, "  %-30s %+,14.2f %17s %+,14.2f%n", driver, cost, "", stock);
    }
}
