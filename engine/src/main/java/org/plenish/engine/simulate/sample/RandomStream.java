package org.plenish.engine.simulate.sample;

/**
 * Random numbers that have addresses: the number at a place is a function of seed, name and place, whatever was drawn
 * before, by whom and in which order. Two runs that ask for the same place meet the same number, which is what common
 * random numbers are. Each is the finalizer of SplitMix64 over a Weyl sequence. Source: Steele, Lea & Flood (2014), Fast
 * splittable pseudorandom number generators, OOPSLA, doi:10.1145/2660193.2660195; Glasserman & Yao (1992), Some
 * guidelines and guarantees for common random numbers, Management Science 38(6).
 *
 * @param key what seed and name come to
 */
public record RandomStream(long key) {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final long NAME_END = 0x1F;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    /** The stream of a seed and a name of several words, such as a purpose, an article and a warehouse. */
    public static RandomStream of(long seed, String... name) {
        long key = mix(seed + GOLDEN_GAMMA);
        for (String word : name) {
            for (int i = 0; i < word.length(); i++) {
                key = (key ^ word.charAt(i)) * FNV_PRIME;
            }
            key = mix((key ^ NAME_END) * FNV_PRIME); // "ab", "c" is not "a", "bc"
        }
        return new RandomStream(key);
    }

    /** The stream of one path of this one. */
    public RandomStream path(long path) {
        return new RandomStream(pathKey(key, path));
    }

    /** Uniform, above 0 and below 1. */
    public double uniform(long place) {
        return uniformAt(key, place);
    }

    /** Standard normal. */
    public double normal(long place) {
        return normalAt(key, place);
    }

    static long pathKey(long key, long path) {
        return mix(key + GOLDEN_GAMMA * (path + 1));
    }

    static double uniformAt(long key, long place) {
        return ((mix(key + GOLDEN_GAMMA * (place + 1)) >>> 11) + 0.5) * TWO_TO_MINUS_53;
    }

    static double normalAt(long key, long place) {
        return StandardNormal.quantile(uniformAt(key, place));
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
