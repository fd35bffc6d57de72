package org.plenish.web.database;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param format {@link #FORMAT}, by which a backup is recognised
 * @param version of the format, {@link #VERSION}
 * @param product the Plenish that wrote it
 * @param schemaVersion of the last migration that its database had seen
 * @param tables in an order in which they can be filled: those that others refer to come first
 */
record BackupManifest(
        String format,
        int version,
        String product,
        String schemaVersion,
        Instant takenAt,
        List<Table> tables,
        List<Sequence> sequences) {

    static final String FORMAT = "plenish-backup";
    static final int VERSION = 1;

    BackupManifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /**
     * One table, in a part of its own.
     *
     * @param columns in the order of the part's
     * @param sha256 of the part, in lower-case hexadecimal
     */
    record Table(String name, List<String> columns, long rows, String sha256) {

        Table {
            columns = List.copyOf(columns);
        }

        String part() {
            return "tables/" + name + ".copy";
        }
    }

    /** Where a sequence stands. */
    record Sequence(String name, long lastValue, boolean called) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
