package org.plenish.engine.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvTable.Column;
import org.plenish.engine.io.ImportProblem.Severity;

/**
 * The keys that one file defines and others refer to. While the file has not been read whole, no reference is called
 * unknown: one cause gives one problem, not one for each row that follows from it.
 */
final class Keys<K> {

    private record LaterReference<K>(String file, long line, Column column, K key) {}

    private final String file;
    private final Function<String, K> make;
    private final Once once = new Once("");
    private final Set<K> known = new HashSet<>();
    private final List<LaterReference<K>> laterReferences = new ArrayList<>();
    private boolean complete;

    /** @param file the file that defines the keys */
    Keys(String file, Function<String, K> make) {
        this.file = file;
        this.make = make;
    }

    /** Keys that are known already. */
    static <K> Keys<K> of(String file, Function<String, K> make, Collection<K> known) {
        Keys<K> keys = new Keys<>(file, make);
        keys.known.addAll(known);
        keys.complete = true;
        return keys;
    }

    void add(K key) {
        known.add(key);
    }

    boolean isKnown(K key) {
        return known.contains(key);
    }

    /** The row's own key; an error if an earlier row has it. */
    K define(CsvRow row, Column column) {
        K key = row.key(column, make);
        if (row.isGiven(column)) {
            once.claim(row, column, key);
            known.add(key);
        }
        return key;
    }

    /** A key that the file defines. */
    K refer(CsvRow row, Column column) {
        K key = row.key(column, make);
        if (complete && row.isGiven(column) && !known.contains(key)) {
            row.error(column, requirement(), suggestion(key));
        }
        return key;
    }

    @Nullable
    K referIfGiven(CsvRow row, Column column) {
        return row.isGiven(column) ? refer(row, column) : null;
    }

    /** A key that this row or a later one of the same file defines; checked by {@link #complete}. */
    @Nullable
    K referWithin(CsvRow row, Column column) {
        K key = row.keyIfGiven(column, make);
        if (key != null) {
            laterReferences.add(new LaterReference<>(file, row.line(), column, key));
        }
        return key;
    }

    /** The file has been read whole: from now on a key that it does not define is unknown. */
    void complete(ImportProblems problems) {
        complete = true;
        for (LaterReference<K> reference : laterReferences) {
            if (!known.contains(reference.key)) {
                problems.add(
                        Severity.ERROR,
                        reference.file,
                        reference.line,
                        reference.column.name(),
                        reference.key.toString(),
                        requirement(),
                        suggestion(reference.key));
            }
        }
    }

    private String requirement() {
        return "must be in " + file;
    }

    private String suggestion(K unknown) {
        return known.stream()
                .map(Object::toString)
                .filter(key -> normal(key).equals(normal(unknown.toString())))
                .min(String::compareTo)
                .map(key -> key + " is meant: keys are compared letter by letter")
                .orElse("its row is missing there, or the key is spelt differently");
    }

    private static String normal(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[\\s_.-]|^0+", "");
    }
}
