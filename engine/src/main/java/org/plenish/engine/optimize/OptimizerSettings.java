package org.plenish.engine.optimize;

import org.jspecify.annotations.Nullable;

/**
 * How long to look. Exactly one of the two bounds decides; with {@code moves} the same input gives the same plan,
 * for any number of threads.
 *
 * @param seconds wall clock, null if bounded by moves
 * @param moves score calculations, null if bounded by the clock
 */
public record OptimizerSettings(
        @Nullable Double seconds, @Nullable Long moves, long seed, int threads) {

    public OptimizerSettings {
        if ((seconds == null) == (moves == null)) {
            throw new IllegalArgumentException("seconds: " + seconds + ", moves: " + moves + " must be one of both.");
        }
    }

    public static OptimizerSettings ofMoves(long moves, long seed, int threads) {
        return new OptimizerSettings(null, moves, seed, threads);
    }

    public static OptimizerSettings ofSeconds(double seconds, long seed, int threads) {
        return new OptimizerSettings(seconds, null, seed, threads);
    }
}
