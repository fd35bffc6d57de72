package org.plenish.web.rulebook;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two texts, line by line, with some lines around each place.
 *
 * @param lines a GAP stands between two places
 * @param added lines
 * @param removed lines
 * @param cut whether there is more than is shown
 */
public record TextDiff(List<Line> lines, int added, int removed, boolean cut) {

    private static final int LINES_AROUND = 3;
    private static final int MOST_LINES = 600;

    /** Above that comparing could take seconds: both texts are then shown as wholly different. */
    private static final long MOST_COMPARISONS = 25_000_000;

    public TextDiff {
        lines = List.copyOf(lines);
    }

    /** What a line is. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        GAP
    }

    /** @param before its number in the first text, from 1; null: it is not there */
    public record Line(
            Kind kind, @Nullable Integer before, @Nullable Integer after, String text) {}

    /** @param before empty: there was none */
    static TextDiff of(String before, String after) {
        return new Writing(lines(before), lines(after)).diff();
    }

    private static List<String> lines(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return List.of(whole.split("\n", -1));
    }

    /** A stretch that differs: lines {@code [from, to)} of both texts. */
    private record Change(int fromBefore, int toBefore, int fromAfter, int toAfter) {}

    /** A difference while it is written out. */
    private static final class Writing {

        private final List<String> before;
        private final List<String> after;
        private final List<Line> lines = new ArrayList<>();
        private int shownBefore;
        private int shownAfter;
        private boolean cut;

        Writing(List<String> before, List<String> after) {
            this.before = before;
            this.after = after;
        }

        TextDiff diff() {
            List<Change> changes = changes();
            int added = 0;
            int removed = 0;
            for (Change change : changes) {
                added += change.toAfter() - change.fromAfter();
                removed += change.toBefore() - change.fromBefore();
                write(change);
            }
            if (!changes.isEmpty()) {
                int around = Math.min(before.size(), shownBefore + LINES_AROUND);
                same(around);
            }
            return new TextDiff(lines, added, removed, cut);
        }

        private List<Change> changes() {
            int start = 0;
            while (start < Math.min(before.size(), after.size())
                    && before.get(start).equals(after.get(start))) {
                start++;
            }
            int end = 0;
            while (end < Math.min(before.size(), after.size()) - start
                    && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
                end++;
            }
            List<String> own = before.subList(start, before.size() - end);
            List<String> other = after.subList(start, after.size() - end);
            if (own.isEmpty() && other.isEmpty()) {
                return List.of();
            }
            if ((long) own.size() * other.size() > MOST_COMPARISONS) {
                return List.of(new Change(start, start + own.size(), start, start + other.size()));
            }
            List<Change> changes = new ArrayList<>();
            for (AbstractDelta<String> delta : DiffUtils.diff(own, other).getDeltas()) {
                int fromBefore = start + delta.getSource().getPosition();
                int fromAfter = start + delta.getTarget().getPosition();
                changes.add(new Change(
                        fromBefore,
                        fromBefore + delta.getSource().size(),
                        fromAfter,
                        fromAfter + delta.getTarget().size()));
            }
            return changes;
        }

        private void write(Change change) {
            int gap = change.fromBefore() - shownBefore;
            boolean first = lines.isEmpty();
            if (gap > (first ? LINES_AROUND : 2 * LINES_AROUND)) {
                if (!first) {
                    same(shownBefore + LINES_AROUND);
                }
                skip(change.fromBefore() - LINES_AROUND);
            }
            same(change.fromBefore());
            for (int i = change.fromBefore(); i < change.toBefore(); i++) {
                add(new Line(Kind.REMOVED, i + 1, null, before.get(i)));
            }
            for (int i = change.fromAfter(); i < change.toAfter(); i++) {
                add(new Line(Kind.ADDED, null, i + 1, after.get(i)));
            }
            shownBefore = change.toBefore();
            shownAfter = change.toAfter();
        }

        private void skip(int to) {
            add(new Line(Kind.GAP, null, null, ""));
            shownAfter += to - shownBefore;
            shownBefore = to;
        }

        private void same(int to) {
            while (shownBefore < to) {
                add(new Line(Kind.SAME, shownBefore + 1, shownAfter + 1, before.get(shownBefore)));
                shownBefore++;
                shownAfter++;
            }
        }

        private void add(Line line) {
            if (lines.size() < MOST_LINES) {
                lines.add(line);
            } else {
                cut = true;
            }
        }
    }
}
