package org.plenish.web.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A file of two books.
 *
 * @param diff null if it is the same in both
 */
public record FileChange(String name, State state, @Nullable TextDiff diff) {

    /** Of a file in the second book. */
    public enum State {
        SAME,
        CHANGED,
        NEW,
        DELETED
    }

    public boolean isChanged() {
        return state != State.SAME;
    }

    /** All files of both, by name. */
    static List<FileChange> between(SortedMap<String, String> before, SortedMap<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<FileChange> changes = new ArrayList<>();
        for (String name : names) {
            String was = before.get(name);
            String is = after.get(name);
            if (was != null && was.equals(is)) {
                changes.add(new FileChange(name, State.SAME, null));
            } else {
                State state = was == null ? State.NEW : is == null ? State.DELETED : State.CHANGED;
                changes.add(new FileChange(name, state, TextDiff.of(was == null ? "" : was, is == null ? "" : is)));
            }
        }
        return changes;
    }
}
