package org.plenish.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.PlanInstanceFormat;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.optimize.ReplenishmentProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The optimizer alone, from a planning instance to its solution. */
@Command(
        name = "optimize",
        description = {
            "Solves one planning instance: what to order and move, with demand, safety stock and costs given.",
            ""
        },
        footer = {
            "",
            "The output holds orders, transfers, scrap, cost, lower bound and the prices of space and cash, as JSON.",
            "With --moves the same command finds the same plan, for any number of threads."
        })
final class OptimizeCommand implements Callable<Integer> {

    @Option(names = "--instance", paramLabel = "FILE", required = true, description = "The planning instance, as JSON.")
    @SuppressWarnings("NullAway.Init") // required
    private Path instance;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the solution goes.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Mixin
    private final RunOptions runOptions = new RunOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    private record Solved(OptimizationResult result, double seconds) {}

    @Override
    public Integer call() throws IOException {
        Usage usage = new Usage(spec);
        OptimizerSettings settings = runOptions.settings(usage).optimizer();
        OutputFile output = usage.outputFile(out);
        usage.require(
                !Files.exists(out) || !Files.exists(instance) || !Files.isSameFile(out, instance),
                "--out: " + out + " must not be the instance.");
        PlanInstanceFormat format = new PlanInstanceFormat();
        ReplenishmentProblem problem = read(format);
        Solved solved;
        try (ProgressDisplay progress = new ProgressDisplay(spec.commandLine().getErr())) {
            // Inside, so that a place where nothing can be written is told before the work.
            solved = output.write(text -> {
                Solved found = solve(problem, settings, progress);
                format.write(found.result(), found.seconds(), text);
                return found;
            });
        }
        summarize(problem, solved);
        return ExitCodes.SUCCESS;
    }

    private ReplenishmentProblem read(PlanInstanceFormat format) throws IOException {
        try {
            return format.read(instance);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e);
        }
    }

    private static Solved solve(ReplenishmentProblem problem, OptimizerSettings settings, ProgressDisplay progress) {
        long start = System.nanoTime();
        @Nullable Double bound = settings.seconds();
        Consumer<String> show = message ->
                progress.show("optimize", bound == null ? 0 : Math.min(1, secondsSince(start) / bound), message);
        OptimizationResult result = new PlanOptimizer().optimize(problem, settings, show);
        return new Solved(result, secondsSince(start));
    }

    private static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private void summarize(ReplenishmentProblem problem, Solved solved) {
        PrintWriter text = spec.commandLine().getOut();
        OptimizationResult result = solved.result();
        text.printf(
                Locale.ROOT,
                "%s: SKUs %,d, warehouses %d, periods %d%n",
                instance.getFileName(),
                problem.skus().size(),
                problem.warehouses().size(),
                problem.periods());
        text.printf(
                Locale.ROOT,
                "order lines %,d, transfers %,d; %.1f seconds, %,d score calculations%n",
                result.orders().size(),
                result.transfers().size(),
                solved.seconds(),
                result.scoreCalculations());
        text.printf(
                Locale.ROOT,
                "cost %,.2f; no plan within the limits costs less than %,.2f (gap %s)%n",
                result.cost().total(),
                result.lowerBound(),
                Double.isNaN(result.gap()) ? "not known" : String.format(Locale.ROOT, "%.2f %%", 100 * result.gap()));
        for (Violation violation : result.violations()) {
            text.printf(
                    Locale.ROOT,
                    "limit not kept: %s %s, by %,.2f%n",
                    violation.kind(),
                    violation.where(),
                    violation.excess());
        }
        if (result.violations().isEmpty()) {
            text.println("every limit is kept");
        }
        text.println("written to " + out);
    }
}
