package org.plenish.engine.io.generate;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A random sequence that depends on the seed and on the name of what is drawn for, and on nothing else: another item in
 * the dataset leaves this one's numbers as they were. Uses {@link StrictMath} only, so every machine draws the same.
 */
final class KeyedRandom {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom random;

    private KeyedRandom(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** @param key what is drawn, then the names of what it is drawn for */
    static KeyedRandom of(long seed, String... key) {
        return new KeyedRandom(hash(seed, key));
    }

    /** FNV-1a over the seed's bytes and the key's characters, mixed so that near keys give far sequences. */
    private static long hash(long seed, String... key) {
        long hash = FNV_OFFSET;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            hash = (hash ^ ((seed >>> shift) & 0xff)) * FNV_PRIME;
        }
        for (String part : key) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ 0xffff) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    /** In [0, 1). */
    double uniform() {
        return random.nextDouble();
    }

    /** In [low, high). */
    double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Standard normal (Box and Muller 1958, doi 10.1214/aoms/1177706645). */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /** Around {@code median}; {@code sigma} is the standard deviation of its logarithm. */
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gaussian());
    }

    /** The number of events when {@code mean} are expected, {@code mean} ≤ 50 (Knuth, TAOCP 2, §3.4.1). */
    int poisson(double mean) {
        double product = random.nextDouble();
        int events = 0;
        double limit = StrictMath.exp(-mean);
        while (product > limit) {
            product *= random.nextDouble();
            events++;
        }
        return events;
    }
}
