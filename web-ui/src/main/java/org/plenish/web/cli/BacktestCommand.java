package org.plenish.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.BacktestWriter;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.scenario.Scenario;
import org.plenish.engine.simulate.backtest.BacktestReport;
import org.plenish.engine.simulate.backtest.BacktestReport.EqualFillRate;
import org.plenish.engine.simulate.backtest.BacktestRun;
import org.plenish.engine.simulate.backtest.BacktestSettings;
import org.plenish.engine.simulate.backtest.Contender;
import org.plenish.engine.simulate.backtest.Figures;
import org.plenish.engine.simulate.backtest.Outcome;
import org.plenish.engine.simulate.backtest.SimplePolicy;
import org.plenish.rules.RuleBook;
import org.plenish.rules.UndecidedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a rule book would have done with the past, beside simpler policies and what really happened. */
@Command(
        name = "backtest",
        description =
                "Replays history with what was known then: the service, stock, turns and cost that the rule book would"
                        + " have given, beside other rule books, two simple policies and what really happened where stock"
                        + " was noted.",
        footer = {
            "",
            "Writes summary.json, by_bucket.csv, by_item.csv and report.html, which can be printed; files of these"
                    + " names in --out are replaced.",
            "The same command writes the same bytes."
        })
final class BacktestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATASET", description = "The dataset folder.")
    @SuppressWarnings("NullAway.Init") // required
    private Path datasetFolder;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the report goes.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "A rule book's folder; may be given several times to compare books. The first one is the"
                    + " yardstick: its classes and service targets price what all lose. Default: the book that"
                    + " comes with the product.")
    private List<Path> rules = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First day of the replay, as in 2025-11-24. Default: a year before the dataset's date, or the"
                    + " second half of a history of less than two years.")
    private @Nullable LocalDate from;

    @Option(
            names = "--policy",
            paramLabel = "NAME",
            description =
                    "Compare with this one alone: current (the rule books only), min-max or two-weeks. Default: both"
                            + " simple policies.")
    private @Nullable String policy;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "A what-if beside the rule books: its service targets, lead times, prices, minimums and"
                    + " multiples, and its rule book. Changes of what lies ahead, as of demand or cash, are refused.")
    private @Nullable Path scenarioFile;

    @Option(
            names = "--recorded-demand",
            description =
                    "Takes recorded sales for demand. Default: sales lost without stock are put back, and counted in"
                            + " the report.")
    private boolean recordedDemand;

    @Option(
            names = "--choose-every",
            paramLabel = "N",
            defaultValue = "" + BacktestSettings.USUAL_CHOICE_BUCKETS,
            description =
                    "Forecast methods are compared anew every N buckets; in between the chosen one goes on with what"
                            + " was sold since. Default: ${DEFAULT-VALUE}.")
    private int chooseEvery;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the lead times. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Default: the machine's processors.")
    private @Nullable Integer threads;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Usage usage = new Usage(spec);
        usage.require(chooseEvery >= 1, "--choose-every: " + chooseEvery + " must be 1 or more.");
        WhatIf whatIf = scenarioFile == null ? null : WhatIf.open(scenarioFile);
        if (whatIf != null) {
            whatIf.noteOtherDataset(datasetFolder, spec.commandLine().getErr());
        }
        List<Contender.Simple> simple = simple(usage);
        BacktestSettings settings =
                new BacktestSettings(from, seed, !recordedDemand, chooseEvery, usage.threads(threads));
        OutputFolder output = usage.outputFolder(out);
        BacktestReport report;
        try (ProgressDisplay progress = new ProgressDisplay(spec.commandLine().getErr())) {
            List<CompletableFuture<RuleBook>> compiling = books();
            CompletableFuture<RuleBook> otherBook = otherBook(whatIf);
            Dataset dataset = Datasets.read(datasetFolder, progress).dataset();
            BacktestRun run = replay(dataset, settings);
            Scenario scenario = whatIf == null
                    ? null
                    : whatIf.replayed(dataset, spec.commandLine().getErr());
            Contenders contenders = new Contenders(settings.threads());
            for (int i = 0; i < compiling.size(); i++) {
                contenders.add(rules.isEmpty() ? null : rules.get(i), RuleBooks.result(compiling.get(i)));
            }
            if (whatIf != null && scenario != null) {
                RuleBook book = RuleBooks.result(otherBook == null ? compiling.get(0) : otherBook);
                contenders.add(whatIf.path(), scenario, dataset, book);
            }
            report = run.run(contenders.all(), simple, (share, detail) -> progress.show("replay", share, detail));
            progress.show("write", 0, out.toString());
            output.fill(folder -> BacktestWriter.write(report, folder));
        } catch (UndecidedException e) {
            throw new BadInputException(e);
        }
        summarize(report);
        return ExitCodes.SUCCESS;
    }

    private List<Contender.Simple> simple(Usage usage) {
        List<SimplePolicy.Kind> kinds = Stream.of(SimplePolicy.Kind.values())
                .filter(kind -> policy == null || policy.equals(kind.word()))
                .toList();
        usage.require(
                policy == null || policy.equals(Contenders.CURRENT) || !kinds.isEmpty(),
                "--policy: " + policy + " must be current, min-max or two-weeks.");
        return kinds.stream()
                .map(kind -> new Contender.Simple(new SimplePolicy(kind)))
                .toList();
    }

    private List<CompletableFuture<RuleBook>> books() {
        if (rules.isEmpty()) {
            return List.of(RuleBooks.compile("--rules", null));
        }
        return rules.stream()
                .map(folder -> RuleBooks.compile("--rules", folder))
                .toList();
    }

    /** Null: the what-if is decided by the first book of the command. */
    private static @Nullable CompletableFuture<RuleBook> otherBook(@Nullable WhatIf whatIf) {
        Path folder = whatIf == null ? null : whatIf.header().rules();
        return folder == null ? null : RuleBooks.compile("rules", folder);
    }

    private static BacktestRun replay(Dataset dataset, BacktestSettings settings) {
        try {
            return new BacktestRun(dataset, settings);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e);
        }
    }

    private void summarize(BacktestReport report) {
        PrintWriter text = spec.commandLine().getOut();
        text.printf(
                Locale.ROOT,
                "%s: %s to %s, %d buckets, %,d SKU-locations replayed%n",
                report.dataset().name(),
                report.buckets().start(),
                report.buckets().end(),
                report.buckets().count(),
                report.locations());
        text.printf(
                Locale.ROOT,
                "%,d of %,d buckets had days out of stock; %s%n",
                report.corrections().withoutStock(),
                report.corrections().buckets(),
                report.correctedDemand()
                        ? String.format(
                                Locale.ROOT,
                                "%,d lost units are put back",
                                report.corrections().addedUnits())
                        : "recorded sales are taken for demand");
        text.printf(
                Locale.ROOT,
                "%-24s %9s %9s %14s %7s %9s %14s%n",
                "policy",
                "cycles",
                "fill rate",
                "stock value",
                "turns",
                "orders",
                "total cost");
        for (Outcome outcome : report.outcomes()) {
            Figures figures = outcome.total().figures();
            line(text, outcome.name(), percent(outcome.total().service().cycleService()), figures, report, true);
        }
        Outcome happened = report.happened();
        if (happened != null) {
            line(text, "happened", "-", happened.total().figures(), report, false);
        }
        for (EqualFillRate one : report.atEqualFillRate()) {
            line(
                    text,
                    one.policy().kind().word() + (one.reached() ? " at equal fill" : " nearest"),
                    "",
                    one.figures(),
                    report,
                    true);
        }
        text.println("written to " + out);
        text.flush();
    }

    private static void line(
            PrintWriter text, String name, String cycles, Figures figures, BacktestReport report, boolean ordersKnown) {
        text.printf(
                Locale.ROOT,
                "%-24s %9s %9s %,14.0f %7.2f %9s %14s%n",
                name,
                cycles,
                percent(figures.fillRate()),
                figures.averageStockValue(report.calendarDays()),
                figures.turnsPerYear(),
                ordersKnown ? String.format(Locale.ROOT, "%,.0f", figures.orders()) : "-",
                ordersKnown ? String.format(Locale.ROOT, "%,.0f", figures.cost().total()) : "-");
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
