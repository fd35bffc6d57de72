package org.plenish.web.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds parts to whole units so that they add up to their rounded total: each part is rounded down, and the units that are
 * then missing go to the parts that lost most, the first of equals (largest remainder). Of 1/3, 1/3 and 1/3 of 100 the
 * parts are 34, 33 and 33.
 */
final class WholeParts {

    private WholeParts() {}

    /** @param parts finite, 0 or more */
    static long[] of(double[] parts) {
        long[] whole = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            whole[i] = (long) Math.floor(parts[i]);
        }
        long missing =
                Math.round(Arrays.stream(parts).sum()) - Arrays.stream(whole).sum();
        List<Integer> byRemainder = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> whole[i] - parts[i])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (int i = 0; i < missing; i++) {
            whole[byRemainder.get(i)]++;
        }
        return whole;
    }
}
