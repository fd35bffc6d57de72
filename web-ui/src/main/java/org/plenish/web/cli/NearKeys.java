package org.plenish.web.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Keys that a person may have meant. */
final class NearKeys {

    private static final int SHOWN = 3;

    private NearKeys() {}

    /** At most three, the nearest first: by how many letters must be added, taken away or replaced, whatever their case. */
    static List<String> to(String given, Collection<String> keys) {
        String lower = given.toLowerCase(Locale.ROOT);
        return keys.stream()
                .sorted(Comparator.comparingInt((String key) -> distance(lower, key.toLowerCase(Locale.ROOT)))
                        .thenComparing(key -> key))
                .limit(SHOWN)
                .toList();
    }

    /** Levenshtein's. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
