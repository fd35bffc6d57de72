package org.plenish.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.web.shared.ProductVersion;

class EmbeddedPostgresTest {

    private static final String VERSION = ProductVersion.read().postgres();

    /** Unpacked once for all tests. */
    @TempDir
    static Path shared;

    @TempDir
    Path data;

    @BeforeEach
    void borrowBinaries() throws IOException {
        Path unpacked = shared.resolve("binaries");
        PostgresBinaries.unpack(unpacked);
        Path place = Files.createDirectories(data.resolve("postgres")).resolve("binaries-" + VERSION);
        try (var files = Files.walk(unpacked)) {
            for (Path from : files.toList()) {
                Path to = place.resolve(unpacked.relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectory(to);
                } else {
                    Files.createLink(to, from);
                }
            }
        }
    }

    /** A failed test must not leave a server behind. */
    @AfterEach
    void leaveNoServer() throws IOException {
        if (Files.exists(postmasterPid())) {
            new PostgresTools(data.resolve("postgres/binaries-" + VERSION))
                    .run(
                            "pg_ctl",
                            List.of("stop", "-m", "immediate", "-D", cluster().toString()));
        }
    }

    @Test
    void servesDurablyOnLoopbackWithPasswordAndKeepsRecordsOverRestarts() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(postgres.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(postgres, "data_checksums")).isEqualTo("on");
            assertThat(setting(postgres, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(postgres, "unix_socket_directories")).isEmpty();
            assertThat(query(postgres, "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres/password"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            execute(postgres, "CREATE TABLE note(text TEXT)", "INSERT INTO note VALUES ('Größe 8½')");
        }
        assertThat(postmasterPid()).doesNotExist();
        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "SELECT text FROM note")).isEqualTo("Größe 8½");
        }
    }

    @Test
    void theApplicationUsesWhatTheOwnerMadeButOwnsNothing() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            execute(postgres, "CREATE TABLE made(number INT)", "CREATE SEQUENCE counted");
            asApplication(postgres, "INSERT INTO made VALUES (nextval('counted'))", "TRUNCATE made", "ANALYZE made");
            assertThatThrownBy(() -> asApplication(postgres, "DROP TABLE made")).hasMessageContaining("must be owner");
            assertThatThrownBy(() -> asApplication(postgres, "CREATE TABLE own(number INT)"))
                    .hasMessageContaining("permission denied");
            // as an earlier version left it
            execute(postgres, "DROP OWNED BY plenish_app", "DROP ROLE plenish_app");
        }
        try (EmbeddedPostgres postgres = start()) {
            execute(postgres, "CREATE TABLE later(number INT)");
            asApplication(postgres, "INSERT INTO made VALUES (1)", "INSERT INTO later VALUES (1)");
        }
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (EmbeddedPostgres holder = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining(data + " is in use by another running Plenish")
                    .hasMessageContaining("--data DIR");
            assertThat(holder.jdbcUrl()).isNotEmpty();
        }
    }

    @Test
    void keepsWhatWasCommittedWhenTheServerIsKilled() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            execute(postgres, "CREATE TABLE kept(number INT)", "INSERT INTO kept SELECT generate_series(1, 1000)");
            kill9(serverPid());
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "SELECT count(*) FROM kept")).isEqualTo("1000");
        }
    }

    @Test
    void stopsTheServerOfAKilledProductAndStartsAnew() throws Exception {
        Process product = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldDatabase.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = product.inputReader(StandardCharsets.UTF_8)) {
            String line;
            do {
                line = said.readLine();
            } while (line != null && !line.startsWith("READY"));
            assertThat(line).as("the product's last line").isNotNull();
        } finally {
            product.destroyForcibly().waitFor();
        }
        long orphan = serverPid();
        assertThat(ProcessHandle.of(orphan)).as("the orphan still runs").isPresent();

        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
            assertThat(serverPid()).isNotEqualTo(orphan);
        }
    }

    @Test
    void startsWhereTheLockFileNamesAStranger() throws Exception {
        start().close();
        Files.writeString(postmasterPid(), ProcessHandle.current().pid() + "\n" + cluster() + "\n");

        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesRecordsOfAnotherMajorVersion() throws Exception {
        Files.createDirectories(cluster());
        Files.writeString(cluster().resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("was written by PostgreSQL 17; this product carries PostgreSQL 18.");
    }

    @Test
    void tellsOfDamagedRecordsAndGivesTheFolderFree() throws Exception {
        start().close();
        Files.write(cluster().resolve("global/pg_control"), new byte[8192]);
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining(
                        "PostgreSQL does not start on " + cluster() + ": database files are incompatible with server; ")
                .hasMessageContaining("server.log");

        Files.delete(cluster().resolve("PG_VERSION"));
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("PG_VERSION is missing");
    }

    @Test
    void namesTheArchiveOfEachPlatform() {
        assertThat(PostgresBinaries.archiveName("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.archiveName("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(PostgresBinaries.archiveName("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
        assertThat(PostgresBinaries.archiveName("Windows 11", "amd64")).isEqualTo("postgres-windows-x86_64.txz");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, VERSION);
    }

    private Path cluster() {
        return data.resolve("postgres/cluster");
    }

    private Path postmasterPid() {
        return cluster().resolve("postmaster.pid");
    }

    private long serverPid() throws IOException {
        return Long.parseLong(Files.readAllLines(postmasterPid()).get(0).strip());
    }

    private static void kill9(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    private static String setting(EmbeddedPostgres postgres, String name) throws SQLException {
        return query(postgres, "SHOW " + name);
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void asApplication(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(), postgres.applicationUser(), postgres.applicationPassword());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
