package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.web.cli.PlenishCommand;
import org.plenish.web.database.BorrowedDatabase;
import org.plenish.web.database.EmbeddedPostgres;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.ProductVersion;
import org.plenish.web.uncertainty.UncertaintyAtHand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code verify-audit}, {@code backup} and {@code restore}, while the product runs on the folder and when it does not. */
@OnFixturePlan
class RecordsCommandsTest {

    @Value("${plenish.data}")
    Path running;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    EmbeddedPostgres postgres;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        UncertaintyAtHand.awaitEnd(jdbc);
    }

    @Test
    void verifiesTheLogOfTheRunningProductAndPrintsItsHead() {
        append("PO-1");
        assertThat(run("verify-audit", "--data", running.toString())).isZero();
        String noted = head();
        append("PO-2");
        assertThat(run("verify-audit", "--data", running.toString(), "--head", noted))
                .isZero();
        assertThat(head()).isNotEqualTo(noted);

        assertThat(run("verify-audit", "--data", running.toString(), "--head", "0".repeat(64)))
                .isEqualTo(4);
        assertThat(err.toString())
                .startsWith("The audit log was tampered with. Entry ")
                .contains("No entry has the hash that was noted as the head's");
    }

    @Test
    void restoresWhatWasBackedUpFromTheRunningProduct() throws Exception {
        append("PO-1");
        Path backup = folder.resolve("plenish.backup");
        assertThat(run("backup", "--data", running.toString(), "--out", backup.toString()))
                .as(err::toString)
                .isZero();
        assertThat(out.toString()).contains(" rows of ").endsWith("written to " + backup + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        Map<String, List<String>> original = rows(running);

        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("restoring/postgres/left by a restore that was killed"));
        assertThat(run("restore", "--data", data.toString(), backup.toString()))
                .as(err::toString)
                .isZero();
        assertThat(out.toString()).contains("restored to " + data).contains("The audit log is whole: ");
        assertThat(rows(data)).isEqualTo(original);
        assertThat(data.resolve("restoring")).doesNotExist();
        assertThat(run("verify-audit", "--data", data.toString())).isZero();

        try (BorrowedDatabase database = borrow(data);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO planning_run (source, status, stage, settings, started_at)
                    VALUES ('later', 'RUNNING', 'IMPORT', '{}', now())"""); // the sequence goes on where it stood
            statement.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_stays");
            statement.execute("UPDATE audit_entry SET reason = 'better' WHERE number = 1");
        }
        assertThat(run("verify-audit", "--data", data.toString())).isEqualTo(4);
        assertThat(err.toString()).contains("Entry 1: Its fields are not those that were hashed.");

        assertThat(run("restore", "--data", data.toString(), backup.toString())).isEqualTo(3);
        assertThat(err.toString()).contains(data + " holds records already.").contains("--replace");
        assertThat(run("restore", "--data", data.toString(), "--replace", backup.toString()))
                .as(err::toString)
                .isZero();
        assertThat(rows(data)).isEqualTo(original);
        try (Stream<Path> below = Files.list(data)) {
            assertThat(below.map(path -> path.getFileName().toString()))
                    .filteredOn(name -> name.startsWith("postgres.before-"))
                    .hasSize(1);
        }
    }

    @Test
    void worksOnAServerOfOnesOwn() {
        String url = postgres.jdbcUrl() + "?user=" + postgres.user() + "&password=" + postgres.password();
        append("PO-1");
        assertThat(run("verify-audit", "--url", url)).as(err::toString).isZero();
        Path backup = folder.resolve("plenish.backup");
        assertThat(run("backup", "--url", url, "--out", backup.toString()))
                .as(err::toString)
                .isZero();
        assertThat(backup).isNotEmptyFile();
    }

    @Test
    void refusesAFileThatIsNoWholeBackupBeforeAnythingIsTouched() throws Exception {
        Path backup = folder.resolve("plenish.backup");
        assertThat(run("backup", "--data", running.toString(), "--out", backup.toString()))
                .isZero();
        byte[] bytes = Files.readAllBytes(backup);

        assertRefused(folder.resolve("nowhere"), "must be a file that plenish backup wrote");
        assertRefused(write("text", "Plenish".getBytes(StandardCharsets.UTF_8)), "is damaged: it is no whole zip file");
        assertRefused(write("half", Arrays.copyOf(bytes, bytes.length / 2)), "is damaged");
        assertRefused(
                changed(backup, "manifest.json", text -> null), "is no backup of Plenish: it has no manifest.json");
        assertRefused(
                changed(backup, "manifest.json", text -> text.replace("plenish-backup", "other")),
                "is no backup of Plenish: its format is other.");
        assertRefused(
                changed(backup, "manifest.json", text -> text.replace("\"version\":1", "\"version\":2")),
                "this one knows version 1");
        assertRefused(changed(backup, "manifest.json", text -> "{}"), "manifest.json cannot be read");
        assertRefused(
                changed(backup, "tables/plan_item.copy", text -> text.replace("Linen", "Silk!")),
                "tables/plan_item.copy is not what was written");
        assertRefused(
                changed(backup, "tables/plan_item.copy", text -> null), "its parts are not those of its manifest");
        assertRefused(
                changed(
                        backup,
                        "manifest.json",
                        text -> text.replaceFirst("\"schemaVersion\":\"[0-9.]+\"", "\"schemaVersion\":\"9999\"")),
                "whose schema version 9999 this one does not know");
    }

    @Test
    void saysWhatIsWrongWithAFolderOrAServer() {
        assertThat(run("verify-audit", "--data", folder.toString())).isEqualTo(3);
        assertThat(err.toString()).startsWith(folder + " holds no records of Plenish.");
        assertThat(run("restore", "--data", running.toString(), "--replace", "nowhere"))
                .isEqualTo(3);
        assertThat(run("verify-audit", "--url", "jdbc:mysql://db/plenish")).isEqualTo(2);
        assertThat(run("verify-audit", "--url", "jdbc:postgresql://127.0.0.1:1/plenish"))
                .isEqualTo(3);
        assertThat(run("verify-audit", "--user", "rosa")).isEqualTo(2);
        assertThat(run("verify-audit", "--head", "abc")).isEqualTo(2);
        assertThat(run("backup", "--data", running.toString(), "--out", folder.toString()))
                .isEqualTo(2);
    }

    @Test
    void replacesNothingUnderARunningProduct() {
        Path backup = folder.resolve("plenish.backup");
        assertThat(run("backup", "--data", running.toString(), "--out", backup.toString()))
                .isZero();
        assertThat(run("restore", "--data", running.toString(), "--replace", backup.toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("is in use by another running Plenish");
        assertThat(currentPlan.find()).isPresent();
    }

    private void assertRefused(Path backup, String message) {
        Path data = folder.resolve("untouched");
        assertThat(run("restore", "--data", data.toString(), backup.toString())).isEqualTo(3);
        assertThat(err.toString()).contains(message);
        assertThat(data.resolve("postgres/cluster")).doesNotExist();
        assertThat(data.resolve("restoring")).doesNotExist();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /** What becomes of a part; null leaves it out. */
    @FunctionalInterface
    private interface Change {
        String of(String text);
    }

    private Path changed(Path backup, String part, Change change) throws IOException {
        Path copy = folder.resolve("changed.backup");
        try (ZipFile zip = new ZipFile(backup.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream to = new ZipOutputStream(file)) {
            for (ZipEntry entry :
                    zip.stream().map(ZipEntry::getName).map(ZipEntry::new).toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(part)) {
                    String text = change.of(new String(bytes, StandardCharsets.UTF_8));
                    if (text == null) {
                        continue;
                    }
                    bytes = text.getBytes(StandardCharsets.UTF_8);
                }
                to.putNextEntry(entry);
                to.write(bytes);
                to.closeEntry();
            }
        }
        return copy;
    }

    /** All rows of all tables, Flyway's too but for when it worked. */
    private static Map<String, List<String>> rows(Path data) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (BorrowedDatabase database = borrow(data);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                String what = table.equals("flyway_schema_history") ? "version" : "t";
                List<String> texts = new ArrayList<>();
                try (ResultSet row =
                        statement.executeQuery("SELECT (" + what + ")::text FROM \"" + table + "\" t ORDER BY 1")) {
                    while (row.next()) {
                        texts.add(row.getString(1));
                    }
                }
                rows.put(table, texts);
            }
        }
        assertThat(rows.get("plan_item")).hasSizeGreaterThan(40);
        return rows;
    }

    private static BorrowedDatabase borrow(Path data) {
        return BorrowedDatabase.of(data, ProductVersion.read().postgres());
    }

    private String head() {
        var matcher = Pattern.compile("Head: entry \\d+, ([0-9a-f]{64})").matcher(out.toString());
        assertThat(matcher.find()).as(out.toString()).isTrue();
        return matcher.group(1);
    }

    private void append(String order) {
        transaction.executeWithoutResult(status -> trail.append(new AuditEntry(
                new Actor("rosa", Set.of(), "192.0.2.7"), "order", order, "approve", null, Map.of("a", 1), "")));
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return PlenishCommand.create(properties -> true, new DatabaseRecords(Clock.systemUTC()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
