package org.plenish.web.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The embedded database of a data folder, as its owner, for a command that needs it for a moment: of the running product
 * if it runs, otherwise of a server that is started for it and stopped afterwards.
 */
public final class BorrowedDatabase implements AutoCloseable {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    private final String url;
    private final String password;
    private final @Nullable EmbeddedPostgres started;

    private BorrowedDatabase(String url, String password, @Nullable EmbeddedPostgres started) {
        this.url = url;
        this.password = password;
        this.started = started;
    }

    /**
     * Borrows it.
     *
     * @param version of the binaries on the class path
     * @throws DatabaseStartException if the folder holds no records or they cannot be served
     */
    public static BorrowedDatabase of(Path dataFolder, String version) {
        Path postgres = dataFolder.resolve("postgres");
        Path cluster = postgres.resolve("cluster");
        if (!Files.isDirectory(cluster)) {
            throw new DatabaseStartException(
                    dataFolder.toAbsolutePath() + " holds no records of Plenish.",
                    "Name the folder that plenish serve uses with --data DIR.");
        }
        if (!DataFolder.isHeld(dataFolder)) {
            EmbeddedPostgres started = EmbeddedPostgres.start(dataFolder, version);
            return new BorrowedDatabase(started.jdbcUrl(), started.password(), started);
        }
        try {
            return new BorrowedDatabase(
                    EmbeddedPostgres.url(portOfRunning(cluster.resolve("postmaster.pid"))),
                    Files.readString(postgres.resolve("password"), StandardCharsets.US_ASCII)
                            .strip(),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int portOfRunning(Path pidFile) throws IOException {
        List<String> lines =
                Files.exists(pidFile) ? Files.readAllLines(pidFile, StandardCharsets.ISO_8859_1) : List.of();
        if (lines.size() <= STATUS_LINE || !lines.get(STATUS_LINE).strip().equals("ready")) {
            throw new DatabaseStartException(
                    "The Plenish that uses the folder is just starting or stopping.", "Try again in some seconds.");
        }
        return Integer.parseInt(lines.get(PORT_LINE).strip());
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, EmbeddedPostgres.OWNER, password);
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
