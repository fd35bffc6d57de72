package org.plenish.web.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own: durable settings, password, loopback only, records under the data folder. One instance
 * is one running server; closing it stops the server in good order.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final String LOOPBACK = "127.0.0.1";
    static final String OWNER = "plenish";
    private static final String APPLICATION = "plenish_app";
    private static final String DATABASE = "plenish";
    private static final Pattern CAUSE = Pattern.compile("\\] (FATAL|PANIC|DETAIL): ");

    /** Given with every start, so that an older cluster gets them too. No value may contain a blank. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=" + LOOPBACK,
            // No socket: the path of the data folder may be longer than a socket's may be.
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "timezone=UTC",
            "log_timezone=UTC");

    private final DataFolder folder;
    private final PostgresTools tools;
    private final String password;
    private final String applicationPassword = DataFolder.newSecret();
    private final int port;

    private EmbeddedPostgres(DataFolder folder, PostgresTools tools, String password, int port) {
        this.folder = folder;
        this.tools = tools;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts the server, creating the cluster on first use and clearing away what a crash left.
     *
     * @param dataFolder created if absent; may be used by one process at a time
     * @param version of the binaries on the class path, e.g. {@code 18.6.0}
     * @throws DatabaseStartException if the folder is in use, its records are of another major version, or the server
     *     does not come up
     */
    public static EmbeddedPostgres start(Path dataFolder, String version) {
        DataFolder folder = DataFolder.hold(dataFolder);
        try {
            Path binaries = folder.binaries(version);
            PostgresBinaries.unpack(binaries);
            PostgresTools tools = new PostgresTools(binaries);
            String password = folder.password();
            if (Files.notExists(folder.cluster())) {
                createCluster(folder, tools);
            }
            requireMajorVersion(folder.cluster(), version);
            new LeftoverServer(folder, tools).stop();
            EmbeddedPostgres postgres = new EmbeddedPostgres(folder, tools, password, freePort());
            postgres.startServer();
            postgres.createDatabase();
            return postgres;
        } catch (IOException e) {
            folder.close();
            throw new DatabaseStartException(
                    "The embedded database under " + dataFolder.toAbsolutePath() + " cannot be started: " + e + ".",
                    "Check that the folder can be written and the disk is not full.",
                    e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void createCluster(DataFolder folder, PostgresTools tools) throws IOException {
        Path fresh = DataFolder.besides(folder.cluster());
        PostgresTools.Outcome created = tools.run(
                "initdb",
                List.of(
                        "--pgdata=" + fresh,
                        "--username=" + OWNER,
                        "--pwfile=" + folder.passwordFile(),
                        "--auth=scram-sha-256",
                        "--data-checksums",
                        "--encoding=UTF8",
                        // The same order of text on every machine.
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        if (!created.succeeded()) {
            throw new DatabaseStartException(
                    "PostgreSQL cannot create its files in " + fresh + ": " + created.output(),
                    "Check the folder's permissions and free space; or name a PostgreSQL server of your own with"
                            + " spring.datasource.url.");
        }
        Files.move(fresh, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void requireMajorVersion(Path cluster, String version) throws IOException {
        Path versionFile = cluster.resolve("PG_VERSION");
        if (Files.notExists(versionFile)) {
            throw new DatabaseStartException(
                    cluster + " holds no PostgreSQL records: PG_VERSION is missing.",
                    "Restore the folder from a backup, or move it away to start afresh.");
        }
        String found = Files.readString(versionFile, StandardCharsets.US_ASCII).strip();
        String required = version.substring(0, version.indexOf('.'));
        if (!found.equals(required)) {
            throw new DatabaseStartException(
                    cluster + " was written by PostgreSQL " + found + "; this product carries PostgreSQL " + required
                            + ".",
                    "Start the version of Plenish that wrote it, or name another folder with --data DIR.");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    /** Through {@code pg_ctl}: it gives the server a session of its own, so that Ctrl-C reaches us first and not it. */
    private void startServer() throws IOException {
        Path log = folder.serverLog();
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("server.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        String settings = SETTINGS.stream().map(setting -> "-c " + setting).collect(Collectors.joining(" "));
        PostgresTools.Outcome started = tools.run(
                "pg_ctl",
                List.of(
                        "start",
                        "-D",
                        folder.cluster().toString(),
                        "-l",
                        log.toString(),
                        // Recovery after a crash may take its time.
                        "-t",
                        "600",
                        "-o",
                        settings + " -c port=" + port));
        if (!started.succeeded()) {
            throw new DatabaseStartException(
                    "PostgreSQL does not start on " + folder.cluster() + ": " + cause(log, started.output()),
                    "The whole story is in " + log + ". If the records are damaged, restore the folder from a backup.");
        }
        LOG.info("PostgreSQL serves {} on {}:{}", folder.cluster(), LOOPBACK, port);
    }

    /** What the server itself gives as the cause; its hints (recreate the files) would lose the records. */
    private static String cause(Path log, String otherwise) throws IOException {
        if (Files.notExists(log)) {
            return otherwise;
        }
        String causes = Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                .filter(CAUSE.asPredicate())
                .map(line ->
                        line.substring(line.indexOf(':', line.indexOf(']')) + 1).strip())
                .collect(Collectors.joining("; "));
        return causes.isEmpty() ? otherwise : causes;
    }

    private void createDatabase() {
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), OWNER, password);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
            if (!exists(statement, "pg_roles WHERE rolname = '" + APPLICATION + "'")) {
                statement.execute("CREATE ROLE " + APPLICATION + " LOGIN");
                try (Connection records = DriverManager.getConnection(jdbcUrl(), OWNER, password);
                        Statement granting = records.createStatement()) {
                    grantToApplication(granting);
                }
            }
            // Known to this process alone: whoever else needs to come in is the owner.
            statement.execute("ALTER ROLE " + APPLICATION + " PASSWORD '" + applicationPassword + "'");
        } catch (SQLException e) {
            stopServer();
            throw new DatabaseStartException(
                    "PostgreSQL runs on " + folder.cluster() + " but does not let us in: " + e.getMessage() + ".",
                    "Maybe " + folder.passwordFile() + " was changed: restore it from a backup.",
                    e);
        }
    }

    /** All that the owner makes, unless the migration that makes it takes some of it back. */
    private static void grantToApplication(Statement statement) throws SQLException {
        for (String kind : List.of("TABLES", "SEQUENCES")) {
            statement.execute("GRANT ALL ON ALL " + kind + " IN SCHEMA public TO " + APPLICATION);
            statement.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON " + kind + " TO " + APPLICATION);
        }
    }

    private static boolean exists(Statement statement, String what) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM " + what)) {
            return found.next();
        }
    }

    public String jdbcUrl() {
        return url(port);
    }

    /** The owner of all tables, who makes and migrates them. */
    public String user() {
        return OWNER;
    }

    public String password() {
        return password;
    }

    /** Who reads and writes rows but owns nothing, so that what the owner forbids stays forbidden. */
    public String applicationUser() {
        return APPLICATION;
    }

    public String applicationPassword() {
        return applicationPassword;
    }

    static String url(int port) {
        return url(port, DATABASE);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
    }

    private void stopServer() {
        try {
            PostgresTools.Outcome stopped =
                    tools.run("pg_ctl", List.of("stop", "-D", folder.cluster().toString(), "-m", "fast", "-t", "120"));
            if (!stopped.succeeded()) {
                LOG.warn("PostgreSQL did not stop in good order; the next start recovers it: {}", stopped.output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server, finishing what is committed, and gives the data folder free. */
    @Override
    public void close() {
        try {
            stopServer();
        } finally {
            folder.close();
        }
    }
}
