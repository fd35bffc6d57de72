package org.plenish.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plenish.web.audit.AuditCheck;
import org.plenish.web.cli.RecordsException;
import org.plenish.web.cli.StoredRecords;
import org.plenish.web.database.Backup;
import org.plenish.web.database.BackupException;
import org.plenish.web.database.BorrowedDatabase;
import org.plenish.web.database.DatabaseStartException;
import org.plenish.web.database.Restore;
import org.plenish.web.shared.ProductVersion;
import org.postgresql.ds.PGSimpleDataSource;

/** What the command line asks of the database, without Spring. */
final class DatabaseRecords implements StoredRecords {

    private final Clock clock;

    DatabaseRecords(Clock clock) {
        this.clock = clock;
    }

    @Override
    public AuditVerdict verifyAudit(Place place, @Nullable String notedHeadHash) {
        try {
            return on(place, connection -> verdict(AuditCheck.of(connection, notedHeadHash)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Copied backUp(Place place, Path out) throws IOException {
        return on(
                place,
                connection -> copied(
                        Backup.write(connection, out, ProductVersion.read().product(), clock.instant())));
    }

    @Override
    public Restored restore(Place place, Path backup, boolean replace) throws IOException {
        return telling(() -> {
            Restore.Check<AuditCheck> check = connection -> AuditCheck.of(connection, null);
            Restore.Restored<AuditCheck> restored = place instanceof Place.Server server
                    ? Restore.into(source(server), backup, check)
                    : new Restore(ProductVersion.read().postgres(), clock.instant())
                            .into(((Place.Folder) place).data(), backup, replace, check);
            return new Restored(copied(restored.copied()), verdict(restored.checked()), restored.aside());
        });
    }

    /** Something done with a database that may fail. */
    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException, IOException;
    }

    /** The same without a connection of ours. */
    @FunctionalInterface
    private interface Task<T> {
        T run() throws SQLException, IOException;
    }

    private <T> T on(Place place, Work<T> work) throws IOException {
        return telling(() -> {
            if (place instanceof Place.Server server) {
                try (Connection connection = source(server).getConnection()) {
                    return work.with(connection);
                }
            }
            try (BorrowedDatabase database = BorrowedDatabase.of(
                            ((Place.Folder) place).data(), ProductVersion.read().postgres());
                    Connection connection = database.connect()) {
                return work.with(connection);
            }
        });
    }

    /** Who is not named may stand in the URL. */
    private static DataSource source(Place.Server server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url());
        if (!server.user().isEmpty()) {
            source.setUser(server.user());
            source.setPassword(server.password());
        }
        return source;
    }

    private static <T> T telling(Task<T> task) throws IOException {
        try {
            return task.run();
        } catch (DatabaseStartException | BackupException e) {
            throw new RecordsException(String.valueOf(e.getMessage()), e);
        } catch (SQLException e) {
            throw new RecordsException(
                    "The database does not do what it should: " + e.getMessage() + "." + System.lineSeparator()
                            + "Maybe plenish serve was never started on it in this version, or the user does not own its"
                            + " tables.",
                    e);
        }
    }

    private static Copied copied(Backup.Copied copied) {
        return new Copied(copied.tables(), copied.rows(), copied.schemaVersion());
    }

    private static AuditVerdict verdict(AuditCheck check) {
        AuditCheck.Flaw flaw = check.flaw();
        return new AuditVerdict(
                check.entries(),
                check.head() == null ? "" : check.head().hash(),
                flaw == null ? null : "Entry " + flaw.number() + ": " + flaw.problem());
    }
}
