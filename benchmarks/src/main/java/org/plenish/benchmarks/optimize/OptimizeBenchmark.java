package org.plenish.benchmarks.optimize;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.OptimizerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How near to the best the optimizer comes, and how quickly. */
@Command(
        name = "optimize",
        description = "Solves reference instances and drawn problems, and compares plans with topping up.",
        footer = {"", "Exit code 1: a plan breaks a limit, a judged cost differs, or a bound is above a cost."})
public final class OptimizeBenchmark implements Callable<Integer> {

    private static final int BROKEN = 1;

    @Option(
            names = "--instances",
            paramLabel = "DIR",
            description = "Planning instances, with or without reference.csv.")
    private @Nullable Path instances;

    @Option(
            names = "--judge",
            paramLabel = "FILE",
            description = "A Python program that judges solutions. Default: ../../bin/check_plan_instance.py beside the"
                    + " instances, if it is there.")
    private @Nullable Path judge;

    @Option(names = "--out", paramLabel = "DIR", description = "Where solutions go. Default: a temporary folder.")
    private @Nullable Path solutions;

    @Option(names = "--sizes", split = ",", paramLabel = "N", description = "SKU-locations of drawn problems.")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--again",
            split = ",",
            paramLabel = "N",
            description = "SKU-locations of drawn problems that are solved again after a change.")
    private List<Integer> again = List.of();

    @Option(names = "--lanes", description = "Drawn problems with transfers between any two warehouses.")
    private boolean lanes;

    @Option(names = "--compare-top-up", paramLabel = "DATASET", description = "Plans a dataset, and tops it up.")
    private @Nullable Path dataset;

    @Option(names = "--seconds", paramLabel = "N", description = "Of each plan. Default: 60.")
    private double seconds = 60;

    @Option(names = "--seed", paramLabel = "N", description = "Of the drawing and the search. Default: 1.")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "Default: the machine's processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (instances == null && sizes.isEmpty() && again.isEmpty() && dataset == null) {
            throw new ParameterException(
                    spec.commandLine(), "Nothing to do: give --instances, --sizes, --again or --compare-top-up.");
        }
        PrintWriter out = spec.commandLine().getOut();
        OptimizerSettings settings = OptimizerSettings.ofSeconds(seconds, seed, threads);
        boolean kept = true;
        if (instances != null) {
            Path folder = solutions == null
                    ? Files.createTempDirectory("plenish-solutions")
                    : Files.createDirectories(solutions);
            kept &= new InstanceRuns(instances, folder, judge(instances)).run(settings, out);
            out.println("solutions are in " + folder);
        }
        if (!sizes.isEmpty()) {
            kept &= GeneratedRuns.run(sizes, lanes, settings, out);
        }
        for (int size : again) {
            kept &= AgainRuns.run(size, lanes, seed, threads, out);
        }
        if (dataset != null) {
            kept &= TopUpComparison.run(dataset, settings, out);
        }
        return kept ? 0 : BROKEN;
    }

    private @Nullable Judge judge(Path folder) {
        if (judge != null) {
            return new Judge(judge);
        }
        Path usual = folder.resolve("../../bin/check_plan_instance.py");
        return Files.exists(usual) ? new Judge(usual) : null;
    }
}
