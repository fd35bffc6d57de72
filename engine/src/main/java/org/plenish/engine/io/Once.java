package org.plenish.engine.io;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvTable.Column;

/** Holds that no two rows of a file have the same key. */
final class Once {

    private final String of;
    private final Map<List<@Nullable Object>, Long> lineOfKey = new HashMap<>();

    /** @param key what is unique, for example {@code item and warehouse}; blank if it is the noted column alone */
    Once(String key) {
        this.of = key.isBlank() ? "" : " for each " + key;
    }

    /**
     * Notes an error that names both lines if an earlier row had the same key.
     *
     * @param column the key's first column
     * @param key all of the key's parts; null for one that is not given
     */
    void claim(CsvRow row, Column column, @Nullable Object... key) {
        Long earlier = lineOfKey.putIfAbsent(Arrays.asList(key), row.line());
        if (earlier != null) {
            String requirement = "must be given once" + of + ", but line " + earlier + " gives it already";
            row.error(column, requirement, "the row was copied twice: remove one of them");
        }
    }
}
