package org.plenish.web.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

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
     * Fills a database of one's own server, which must be empty; if that fails, it is empty again.
     *
     * @throws BackupException if the backup cannot be worked with or the database is not empty
     */
    public static <T> Restored<T> into(DataSource server, Path file, Check<T> check) throws IOException, SQLException {
        try (BackupFile backup = BackupFile.open(file)) {
            BackupTables.requireEmpty(server);
            T checked;
            try {
                BackupTables.fill(server, backup, file);
                try (Connection connection = server.getConnection()) {
                    checked = check.of(connection);
                }
            } catch (IOException | SQLException | RuntimeException e) {
                BackupTables.clear(server);
                throw e;
            }
            return new Restored<>(Backup.Copied.of(backup.manifest()), checked, null);
        }
    }

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
                BackupTables.fill(source(fresh), backup, file);
                try (Connection connection = source(fresh).getConnection()) {
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

    private static DataSource source(EmbeddedPostgres postgres) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        return source;
    }
}
