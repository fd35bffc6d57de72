package org.plenish.web.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Makes the embedded database of a data folder from a backup. It is made in {@code restoring} below the folder and moved
 * into its place when it is whole; until then the folder is as it was.
 */
public final class Restore {

    private static final DateTimeFormatter ASIDE =
            DateTimeFormatter.ofPattern("'postgres.before-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final String postgresVersion;
    private final Instant now;

    /** @param postgresVersion of the binaries on the class path */
    public Restore(String postgresVersion, Instant now) {
        this.postgresVersion = postgresVersion;
        this.now = now;
    }

    /** What is asked of the restored database, by its owner, before it comes into its place. */
    @FunctionalInterface
    public interface Check<T> {
        T of(Connection connection) throws SQLException;
    }

    /**
     * What was done.
     *
     * @param checked the check's answer
     * @param aside where the records that were there before lie now; null if there were none
     */
    public record Restored<T>(
            Backup.Copied copied, T checked, @Nullable Path aside) {}

    /**
     * Restores a backup.
     *
     * @param replace whether records that are there are put aside; otherwise there may be none
     * @throws BackupException if the backup or the folder cannot be worked with
     * @throws DatabaseStartException if the folder is in use or cannot be written
     */
    public <T> Restored<T> into(Path data, Path file, boolean replace, Check<T> check)
            throws IOException, SQLException {
        try (BackupFile backup = BackupFile.open(file);
                DataFolder folder = DataFolder.hold(data)) {
            if (Files.exists(folder.cluster()) && !replace) {
                throw new BackupException(
                        data.toAbsolutePath() + " holds records already.",
                        "Name another folder with --data DIR, or put them aside with --replace.");
            }
            Path staging = folder.postgres().resolveSibling("restoring");
            clear(staging);
            T checked;
            try (EmbeddedPostgres fresh = EmbeddedPostgres.start(staging, postgresVersion)) {
                fill(fresh, backup, file);
                try (Connection connection = connect(fresh)) {
                    checked = check.of(connection);
                }
            } catch (IOException | SQLException | RuntimeException e) {
                DataFolder.deleteRecursively(staging);
                throw e;
            }
            @Nullable Path aside = putAside(folder, staging);
            Files.move(staging.resolve("postgres"), folder.postgres(), StandardCopyOption.ATOMIC_MOVE);
            DataFolder.deleteRecursively(staging);
            return new Restored<>(Backup.Copied.of(backup.manifest()), checked, aside);
        }
    }

    /** What an interrupted restore left, its server too. */
    private void clear(Path staging) throws IOException {
        if (Files.exists(staging.resolve("postgres").resolve("cluster"))) {
            EmbeddedPostgres.start(staging, postgresVersion).close();
        }
        DataFolder.deleteRecursively(staging);
    }

    private @Nullable Path putAside(DataFolder folder, Path staging) throws IOException {
        if (!Files.exists(folder.cluster())) {
            DataFolder.deleteRecursively(folder.postgres());
            return null;
        }
        Path binaries = staging.resolve("postgres").resolve("binaries-" + postgresVersion);
        new LeftoverServer(folder, new PostgresTools(binaries)).stop();
        return Files.move(folder.postgres(), folder.postgres().resolveSibling(ASIDE.format(now)));
    }

    private static void fill(EmbeddedPostgres fresh, BackupFile backup, Path file) throws SQLException, IOException {
        BackupManifest manifest = backup.manifest();
        FluentConfiguration flyway = Flyway.configure().dataSource(fresh.jdbcUrl(), fresh.user(), fresh.password());
        try {
            MigrationVersion wanted = MigrationVersion.fromVersion(manifest.schemaVersion());
            requireKnown(flyway.load(), wanted, manifest, file);
            flyway.target(wanted).load().migrate();
            try (Connection connection = connect(fresh)) {
                connection.setAutoCommit(false);
                empty(connection);
                copyIn(connection, backup, file);
                connection.commit();
            }
            flyway.target(MigrationVersion.LATEST).load().migrate();
            try (Connection connection = connect(fresh);
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
        try (Statement statement = connection.createStatement()) {
            for (Catalog.Table table : tables) {
                // Asked first, because an append-only table refuses even to delete nothing.
                try (var found = statement.executeQuery("SELECT 1 FROM " + table.quotedName() + " LIMIT 1")) {
                    if (!found.next()) {
                        continue;
                    }
                }
                statement.execute("DELETE FROM " + table.quotedName());
            }
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

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
