package org.plenish.benchmarks.simulate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.plan.PlanSimulation;
import org.plenish.engine.plan.PlanningRun;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.StockServiceCurve;
import org.plenish.engine.plan.StockServiceCurves;
import org.plenish.engine.simulate.sample.PlanUncertainty;
import org.plenish.engine.simulate.sample.SimulationSettings;
import org.plenish.engine.simulate.sample.SimulationSettings.Conduct;
import org.plenish.engine.simulate.sample.Spread;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How many futures of SKU-locations are sampled in a second: those of a dataset, planned once; and its stock-to-service curve. */
@Command(
        name = "simulate",
        description = "Samples the futures of a dataset's plan and draws its stock-to-service curve.")
public final class SimulateBenchmark implements Callable<Integer> {

    private static final long SEED = 20261123;

    @Parameters(paramLabel = "DATASET", description = "The dataset folder.")
    @SuppressWarnings("NullAway.Init") // required
    private Path datasetFolder;

    @Option(names = "--paths", paramLabel = "N", description = "Futures. Default: 1000.")
    private int paths = 1_000;

    @Option(names = "--seconds", paramLabel = "N", description = "For the optimizer's plan. Default: 20.")
    private double seconds = 20;

    @Option(names = "--rounds", paramLabel = "N", description = "The last one counts. Default: 2.")
    private int rounds = 2;

    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "N",
            description = "Default: 1 and the machine's processors.")
    private List<Integer> threads = List.of(1, Runtime.getRuntime().availableProcessors());

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Dataset dataset = DatasetReader.read(datasetFolder).dataset();
        if (dataset == null) {
            spec.commandLine().getErr().println(datasetFolder + " cannot be read; plenish import tells why.");
            return 3;
        }
        ReplenishmentPlan plan = plan(dataset);
        out.printf(
                Locale.ROOT,
                "%,d SKU-locations, %d buckets; the plan expects service %.4f, fill rate %.4f, average stock %s%n",
                plan.locations().size(),
                plan.buckets().count(),
                plan.kpis().expectedServiceLevel(),
                plan.kpis().expectedFillRate(),
                plan.kpis().averageStockValue());
        for (Conduct conduct : Conduct.values()) {
            for (int used : threads) {
                measure(out, dataset, plan, new SimulationSettings(SEED, paths, used, conduct));
            }
        }
        drawCurve(out, dataset, plan);
        return 0;
    }

    private static void drawCurve(PrintWriter out, Dataset dataset, ReplenishmentPlan plan) {
        long start = System.nanoTime();
        StockServiceCurve curve = StockServiceCurves.of(
                dataset, plan, location -> true, Runtime.getRuntime().availableProcessors());
        out.printf(
                Locale.ROOT,
                "stock-to-service curve of %,d SKU-locations in %.2f s; now target %.3f, stock %,.0f, fill rate %.4f%n",
                curve.locations(),
                (System.nanoTime() - start) / 1e9,
                curve.current().serviceTarget(),
                curve.current().stockValue(),
                curve.current().fillRate());
        for (StockServiceCurve.Point point : curve.points()) {
            out.printf(
                    Locale.ROOT,
                    "  target %.3f: stock %,.0f, fill rate %.4f%n",
                    point.serviceTarget(),
                    point.stockValue(),
                    point.fillRate());
        }
        out.flush();
    }

    private ReplenishmentPlan plan(Dataset dataset) {
        int processors = Runtime.getRuntime().availableProcessors();
        RuleBook book = RuleBook.standard();
        return new PlanningRun(
                        book.methodRules(),
                        new DroolsPolicyEngine(book, processors),
                        book.exceptionRules(),
                        new PlanOptimizer())
                .run(
                        dataset,
                        new RunSettings(OptimizerSettings.ofSeconds(seconds, SEED, processors), processors),
                        RunListener.SILENT);
    }

    private void measure(PrintWriter out, Dataset dataset, ReplenishmentPlan plan, SimulationSettings settings) {
        for (int i = 1; i < rounds; i++) {
            PlanSimulation.of(dataset, plan, settings);
        }
        long start = System.nanoTime();
        PlanUncertainty found = PlanSimulation.of(dataset, plan, settings);
        double tookSeconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "%s, %d threads: %,d paths in %.2f s, %,.0f buckets of SKU-locations a second; service %s, fill rate"
                        + " %s, average stock %s, cost %s%n",
                settings.conduct(),
                settings.threads(),
                settings.paths(),
                tookSeconds,
                (double) settings.paths()
                        * plan.locations().size()
                        * plan.buckets().count()
                        / tookSeconds,
                shown(found.serviceLevel(), "%.4f"),
                shown(found.fillRate(), "%.4f"),
                shown(found.averageStockValue(), "%,.0f"),
                shown(found.cost().total(), "%,.0f"));
        out.flush();
    }

    private static String shown(Spread spread, String format) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + " to " + format + ")",
                spread.mean(),
                spread.low(),
                spread.high());
    }
}
