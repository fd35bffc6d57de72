package org.plenish.web.cli;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.RunSettings;
import picocli.CommandLine.Option;

/** What bounds and repeats a planning run. */
final class RunOptions {

    private static final double DEFAULT_SECONDS = 20;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Bounds the optimizer by the clock. Default: 20, unless --moves is given.")
    private @Nullable Double seconds;

    @Option(names = "--moves", paramLabel = "N", description = "Bounds the optimizer by score calculations.")
    private @Nullable Long moves;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Default: the machine's processors.")
    private @Nullable Integer threads;

    RunSettings settings(Usage usage) {
        usage.require(seconds == null || moves == null, "--seconds and --moves: only one of both can bound a run.");
        usage.require(seconds == null || seconds > 0, "--seconds: " + seconds + " must be more than 0.");
        usage.require(moves == null || moves >= 1, "--moves: " + moves + " must be 1 or more.");
        int usedThreads = usage.threads(threads);
        return new RunSettings(
                moves != null
                        ? OptimizerSettings.ofMoves(moves, seed, usedThreads)
                        : OptimizerSettings.ofSeconds(seconds == null ? DEFAULT_SECONDS : seconds, seed, usedThreads),
                usedThreads);
    }
}
