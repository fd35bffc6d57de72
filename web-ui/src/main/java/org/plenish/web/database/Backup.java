package org.plenish.web.database;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plenish.web.shared.Sha256;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * All records in one file: a zip with a part for each table, as {@code COPY} writes it, and last the manifest. The
 * server's own tool for this does not come with the embedded binaries, and its files would be tied to a major version.
 */
public final class Backup {

    private final Connection connection;
    private final CopyManager copy;

    private Backup(Connection connection) throws SQLException {
        this.connection = connection;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** How much was copied. */
    public record Copied(int tables, long rows, String schemaVersion) {

        static Copied of(BackupManifest manifest) {
            return new Copied(manifest.tables().size(), manifest.rows(), manifest.schemaVersion());
        }
    }

    /**
     * Writes everything as it is at one moment, whatever is changed meanwhile.
     *
     * @param connection anew, of someone who may read all tables
     * @param out readable by its owner alone; written beside it and moved onto it when it is whole and on the disk
     * @throws BackupException if the database has no tables of Plenish
     */
    public static Copied write(Connection connection, Path out, String productVersion, Instant now)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Path target = out.toAbsolutePath();
        Path draft = DataFolder.besides(target);
        try {
            Files.createFile(draft, DataFolder.onlyOwner("rw-------"));
            BackupManifest manifest;
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
                manifest = new Backup(connection).write(zip, productVersion, now);
                zip.finish();
                zip.flush();
                channel.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Copied.of(manifest);
        } finally {
            connection.rollback();
            Files.deleteIfExists(draft);
        }
    }

    private BackupManifest write(ZipOutputStream zip, String productVersion, Instant now)
            throws SQLException, IOException {
        String schemaVersion = Catalog.schemaVersion(connection);
        Catalog catalog = Catalog.of(connection);
        List<BackupManifest.Table> tables = new ArrayList<>();
        for (Catalog.Table table : catalog.tables()) {
            tables.add(write(zip, table));
        }
        BackupManifest manifest = new BackupManifest(
                BackupManifest.FORMAT,
                BackupManifest.VERSION,
                productVersion,
                schemaVersion,
                now,
                tables,
                sequences(catalog));
        zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
        zip.write(BackupFile.JSON.writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private BackupManifest.Table write(ZipOutputStream zip, Catalog.Table table) throws SQLException, IOException {
        MessageDigest digest = Sha256.digest();
        zip.putNextEntry(new ZipEntry(new BackupManifest.Table(table.name(), table.columns(), 0, "").part()));
        OutputStream part = new DigestOutputStream(new Open(zip), digest);
        long rows = copy.copyOut("COPY (" + table.query() + ") TO STDOUT (ENCODING 'UTF8')", part);
        zip.closeEntry();
        return new BackupManifest.Table(
                table.name(), table.columns(), rows, HexFormat.of().formatHex(digest.digest()));
    }

    private List<BackupManifest.Sequence> sequences(Catalog catalog) throws SQLException {
        List<BackupManifest.Sequence> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : catalog.sequences()) {
                try (ResultSet row =
                        statement.executeQuery("SELECT last_value, is_called FROM " + Catalog.quoted(name))) {
                    row.next();
                    sequences.add(new BackupManifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
                }
            }
        }
        return sequences;
    }

    /** Stays open: one part of a zip is written after the other. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream zip) {
            super(zip);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {
            // The zip goes on.
        }
    }
}
