package org.plenish.web.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.plenish.rules.vocabulary.EditDistance;

/** Keys that a person may have meant. */
final class NearKeys {

    private static final int SHOWN = 3;

    private NearKeys() {}

    /** At most three, the nearest first: by how many letters must be added, taken away or replaced, whatever their case. */
    static List<String> to(String given, Collection<String> keys) {
        String lower = given.toLowerCase(Locale.ROOT);
        return keys.stream()
                .sorted(Comparator.comparingInt(
                                (String key) -> EditDistance.letters(lower, key.toLowerCase(Locale.ROOT)))
                        .thenComparing(key -> key))
                .limit(SHOWN)
                .toList();
    }
}
