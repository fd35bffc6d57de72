package org.plenish.web.cli;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ScenarioFile.Header;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.RunSettings;
import picocli.CommandLine.Option;

/** What bounds and repeats a planning run. */
final class RunOptions {

    private static final double DEFAULT_SECONDS = 20;
    private static final long DEFAULT_SEED = 1;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Bounds the optimizer by the clock. Default: 20, unless --moves is given.")
    private @Nullable Double seconds;

    @Option(names = "--moves", paramLabel = "N", description = "Bounds the optimizer by score calculations.")
    private @Nullable Long moves;

    @Option(names = "--seed", paramLabel = "N", description = "Default: 1.")
    private @Nullable Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Default: the machine's processors.")
    private @Nullable Integer threads;

    RunSettings settings(Usage usage) {
        usage.require(seconds == null || moves == null, "--seconds and --moves: only one of both can bound a run.");
        usage.require(seconds == null || seconds > 0, "--seconds: " + seconds + " must be more than 0.");
        usage.require(moves == null || moves >= 1, "--moves: " + moves + " must be 1 or more.");
        return settings(seconds, moves, seed, usage.threads(threads));
    }

    /** As {@link #settings(Usage)}; what the command leaves open is as the scenario says. */
    RunSettings settings(Usage usage, Header scenario) {
        RunSettings given = settings(usage);
        boolean bounded = seconds != null || moves != null;
        Integer ownMoves = scenario.moves();
        Integer ownSeed = scenario.seed();
        return settings(
                bounded ? seconds : scenario.seconds(),
                bounded || ownMoves == null ? moves : (Long) ownMoves.longValue(),
                seed != null || ownSeed == null ? seed : (Long) ownSeed.longValue(),
                given.threads());
    }

    private static RunSettings settings(
            @Nullable Double seconds, @Nullable Long moves, @Nullable Long seed, int threads) {
        long usedSeed = seed == null ? DEFAULT_SEED : seed;
        return new RunSettings(
                moves != null
                        ? OptimizerSettings.ofMoves(moves, usedSeed, threads)
                        : OptimizerSettings.ofSeconds(seconds == null ? DEFAULT_SECONDS : seconds, usedSeed, threads),
                threads);
    }
}
