package org.plenish.web.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a schema consists of, as far as a backup must know. Flyway's own table and unlogged ones are no part of it. */
record Catalog(List<Table> tables, List<String> sequences) {

    private static final String TABLES = """
            SELECT c.relname AS table_name,
                array(SELECT attname::text FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                    AND attgenerated = '' ORDER BY attnum) AS columns,
                array(SELECT attname::text FROM pg_index i CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS key (number, rank)
                    JOIN pg_attribute ON attrelid = c.oid AND attnum = key.number
                    WHERE i.indrelid = c.oid AND indisprimary ORDER BY key.rank) AS key,
                array(SELECT DISTINCT f.confrelid::regclass::text FROM pg_constraint f
                    WHERE f.conrelid = c.oid AND contype = 'f' AND f.confrelid <> c.oid) AS referred
            FROM pg_class c
            WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relpersistence = 'p'
            AND relname <> 'flyway_schema_history'
            ORDER BY relname""";

    private static final String SEQUENCES = """
            SELECT relname FROM pg_class
            WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S' ORDER BY relname""";

    private static final String SCHEMA_VERSION = """
            SELECT version FROM flyway_schema_history
            WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1""";

    /**
     * A table.
     *
     * @param columns those that are stored, not computed
     * @param key columns of its primary key; empty if it has none
     */
    record Table(String name, List<String> columns, List<String> key) {

        String quotedName() {
            return quoted(name);
        }

        String quotedColumns() {
            return columns.stream().map(Catalog::quoted).collect(Collectors.joining(", "));
        }

        /** Rows in the order of the key: an append-only log is filled as it was written. */
        String query() {
            String order = key.stream().map(Catalog::quoted).collect(Collectors.joining(", "));
            return "SELECT " + quotedColumns() + " FROM " + quotedName()
                    + (order.isEmpty() ? "" : " ORDER BY " + order);
        }
    }

    /** Tables that others refer to come first. */
    static Catalog of(Connection connection) throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        Map<String, Set<String>> awaited = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String name = rows.getString("table_name");
                tables.put(name, new Table(name, strings(rows, "columns"), strings(rows, "key")));
                awaited.put(name, new TreeSet<>(strings(rows, "referred")));
            }
        }
        List<String> sequences = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SEQUENCES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sequences.add(rows.getString(1));
            }
        }
        return new Catalog(sorted(tables, awaited), sequences);
    }

    static String schemaVersion(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SCHEMA_VERSION);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new BackupException(
                        "The database has no tables of Plenish yet.", "Start plenish serve on it once.");
            }
            return rows.getString(1);
        }
    }

    private static List<Table> sorted(Map<String, Table> tables, Map<String, Set<String>> awaited) {
        Map<String, Table> sorted = new LinkedHashMap<>();
        while (sorted.size() < tables.size()) {
            List<String> ready = awaited.keySet().stream()
                    .filter(name -> sorted.keySet().containsAll(awaited.get(name)))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + awaited.keySet());
            }
            ready.forEach(name -> {
                sorted.put(name, tables.get(name));
                awaited.remove(name);
            });
        }
        return List.copyOf(sorted.values());
    }

    private static List<String> strings(ResultSet rows, String column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
