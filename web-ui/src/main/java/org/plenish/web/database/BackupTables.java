package org.plenish.web.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The tables of a backup, made and filled in an empty database and then brought to this version. */
final class BackupTables {

    private BackupTables() {}

    /** @throws BackupException if the schema has any relation, routine or type: {@link #clear} would drop it */
    static void requireEmpty(DataSource server) throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT current_database(), current_schema(), (SELECT min(name) FROM (
                            SELECT relname::text AS name, relnamespace AS schema FROM pg_class
                            UNION ALL SELECT proname::text, pronamespace FROM pg_proc
                            UNION ALL SELECT typname::text, typnamespace FROM pg_type) AS found
                            WHERE schema = current_schema()::regnamespace)""")) {
            row.next();
            @Nullable String found = row.getString(3);
            if (row.getString(2) == null || found != null) {
                throw new BackupException(
                        "The database " + row.getString(1)
                                + (found == null ? " has no schema to fill." : " is not empty: it has " + found + "."),
                        "Make a new one and name that: CREATE DATABASE plenish.");
            }
        }
    }

    /** Removes what {@link #fill} has made in a database that was empty. */
    static void clear(DataSource server) {
        Flyway.configure().dataSource(server).cleanDisabled(false).load().clean();
    }

    static void fill(DataSource server, BackupFile backup, Path file) throws SQLException, IOException {
        BackupManifest manifest = backup.manifest();
        FluentConfiguration flyway = Flyway.configure().dataSource(server);
        try {
            MigrationVersion wanted = MigrationVersion.fromVersion(manifest.schemaVersion());
            requireKnown(flyway.load(), wanted, manifest, file);
            flyway.target(wanted).load().migrate();
            try (Connection connection = server.getConnection()) {
                connection.setAutoCommit(false);
                empty(connection);
                copyIn(connection, backup, file);
                connection.commit();
            }
            flyway.target(MigrationVersion.LATEST).load().migrate();
            try (Connection connection = server.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        } catch (FlywayException e) {
            throw new BackupException(
                    file + " cannot be brought to this version of Plenish: " + e.getMessage(),
                    "Restore it with Plenish " + manifest.product() + ".",
                    e);
        }
    }

    private static void requireKnown(Flyway flyway, MigrationVersion wanted, BackupManifest manifest, Path file) {
        boolean known = List.of(flyway.info().all()).stream().anyMatch(step -> wanted.equals(step.getVersion()));
        if (!known) {
            throw new BackupException(
                    file + " was written by Plenish " + manifest.product() + ", whose schema version " + wanted
                            + " this one does not know.",
                    "Restore it with that Plenish or a later one.");
        }
    }

    /** Migrations may have made rows; those of the backup take their places. */
    private static void empty(Connection connection) throws SQLException {
        List<Catalog.Table> tables = new ArrayList<>(Catalog.of(connection).tables());
        Collections.reverse(tables);
        for (Catalog.Table table : tables) {
            empty(connection, table);
        }
    }

    private static void empty(Connection connection, Catalog.Table table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Asked first, because an append-only table refuses even to delete nothing.
            try (var found = statement.executeQuery("SELECT 1 FROM " + table.quotedName() + " LIMIT 1")) {
                if (!found.next()) {
                    return;
                }
            }
            statement.execute("DELETE FROM " + table.quotedName());
        }
    }

    private static void copyIn(Connection connection, BackupFile backup, Path file) throws SQLException, IOException {
        Map<String, Catalog.Table> tables = Catalog.of(connection).tables().stream()
                .collect(Collectors.toMap(Catalog.Table::name, Function.identity()));
        for (BackupManifest.Table table : backup.manifest().tables()) {
            Catalog.@Nullable Table there = tables.get(table.name());
            if (there == null || !there.columns().containsAll(table.columns())) {
                throw refused(file, table, "this version has no such table or columns", null);
            }
            // Triggers of the tables before may have filled it.
            empty(connection, there);
            String columns = new Catalog.Table(table.name(), table.columns(), List.of()).quotedColumns();
            try (InputStream part = backup.part(table)) {
                long rows = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + there.quotedName() + " (" + columns + ") FROM STDIN (ENCODING 'UTF8')", part);
                if (rows != table.rows()) {
                    throw refused(file, table, "it has " + rows + " rows instead of " + table.rows(), null);
                }
            } catch (SQLException e) {
                throw refused(file, table, String.valueOf(e.getMessage()), e);
            }
        }
        try (PreparedStatement set = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
            for (BackupManifest.Sequence sequence : backup.manifest().sequences()) {
                set.setString(1, Catalog.quoted(sequence.name()));
                set.setLong(2, sequence.lastValue());
                set.setBoolean(3, sequence.called());
                set.execute();
            }
        }
    }

    private static BackupException refused(
            Path file, BackupManifest.Table table, String why, @Nullable Throwable cause) {
        return new BackupException(
                file + " cannot be restored: " + table.part() + ": " + why + ".",
                "Take an earlier backup, or report this with these lines.",
                cause);
    }
}
