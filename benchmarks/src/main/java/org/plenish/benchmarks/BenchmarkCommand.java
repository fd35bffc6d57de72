package org.plenish.benchmarks;

import org.plenish.benchmarks.forecast.ForecastBenchmark;
import org.plenish.benchmarks.forecast.SpeedBenchmark;
import org.plenish.benchmarks.optimize.OptimizeBenchmark;
import org.plenish.benchmarks.pages.PagesBenchmark;
import org.plenish.benchmarks.rules.RulesBenchmark;
import org.plenish.benchmarks.simulate.SimulateBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The benchmarks as commands. */
@Command(
        name = "plenish-benchmarks",
        description = "Measures Plenish on data with known ends, beside what other programs gave on the same.",
        synopsisSubcommandLabel = "BENCHMARK",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT)
public final class BenchmarkCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    private BenchmarkCommand() {}

    public static CommandLine create() {
        return new CommandLine(new BenchmarkCommand())
                .addSubcommand(new ForecastBenchmark())
                .addSubcommand(new SpeedBenchmark())
                .addSubcommand(new RulesBenchmark())
                .addSubcommand(new OptimizeBenchmark())
                .addSubcommand(new SimulateBenchmark())
                .addSubcommand(new PagesBenchmark());
    }

    public static void main(String... args) {
        System.exit(create().execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a benchmark.");
    }
}
