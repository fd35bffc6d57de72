package org.plenish.engine.io.series;

import java.util.Arrays;

/**
 * Which series a file has given already, in 8 to 32 bytes a series whatever their names: a name is known by 64 bits of
 * hash. Among a million names, two share one with a chance of 1 in 40 million.
 */
final class SeenSeries {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] hashes = new long[1 << 10];
    private int size;

    /** @return whether the name is new */
    boolean add(String name) {
        if (2 * size >= hashes.length) {
            long[] before = hashes;
            hashes = new long[2 * before.length];
            Arrays.stream(before).filter(hash -> hash != 0).forEach(this::insert);
        }
        boolean inserted = insert(hash(name));
        size += inserted ? 1 : 0;
        return inserted;
    }

    private boolean insert(long hash) {
        int mask = hashes.length - 1;
        int at = (int) hash & mask;
        while (hashes[at] != 0) {
            if (hashes[at] == hash) {
                return false;
            }
            at = (at + 1) & mask;
        }
        hashes[at] = hash;
        return true;
    }

    /** FNV-1a over characters, its bits mixed by the finalizer of MurmurHash3; never 0. */
    private static long hash(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
