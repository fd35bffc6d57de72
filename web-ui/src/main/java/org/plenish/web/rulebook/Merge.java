package org.plenish.web.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A draft and what others have published since it was begun, file by file: what only one side has changed is taken from that
 * side; of what both have changed a person says which counts.
 *
 * @param taken files that come from the published book, whether changed, new or (null) gone
 * @param conflicts files that both sides have changed, and not alike
 */
record Merge(SortedMap<String, @Nullable String> taken, List<String> conflicts) {

    Merge {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * @param base what the draft began with
     * @param mine the draft
     * @param theirs what is published now
     */
    static Merge of(SortedMap<String, String> base, SortedMap<String, String> mine, SortedMap<String, String> theirs) {
        SortedMap<String, @Nullable String> taken = new TreeMap<>();
        List<String> conflicts = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(base.keySet());
        names.addAll(mine.keySet());
        names.addAll(theirs.keySet());
        for (String name : names) {
            String was = base.get(name);
            String own = mine.get(name);
            String other = theirs.get(name);
            if (Objects.equals(own, other) || Objects.equals(was, other)) {
                continue;
            }
            if (Objects.equals(was, own)) {
                taken.put(name, other);
            } else {
                conflicts.add(name);
            }
        }
        return new Merge(taken, conflicts);
    }

    /** What of the draft changes, if of a conflict {@code theirs} counts or, where it is not named, the draft's own file. */
    Map<String, @Nullable String> changes(SortedMap<String, String> published, List<String> theirs) {
        SortedMap<String, @Nullable String> changes = new TreeMap<>(taken);
        conflicts.stream().filter(theirs::contains).forEach(name -> changes.put(name, published.get(name)));
        return changes;
    }
}
