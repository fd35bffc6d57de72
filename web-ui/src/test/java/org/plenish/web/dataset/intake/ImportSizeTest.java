package org.plenish.web.dataset.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.dataset.intake.ImportJob.State;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Imports a dataset of many sales and notes, in {@code target/import-size.txt}, the seconds of each step and the most
 * memory that the process has held. Ten million, in little memory: {@code ./mvnw test -pl web-ui -am
 * -Dtest=ImportSizeTest -Dsurefire.failIfNoSpecifiedTests=false -Dplenish.import.rows=10000000
 * -Dsurefire.argLine=-Xmx512m}.
 */
@OnFixturePlan
@Tag("size")
class ImportSizeTest {

    private static final int ROWS = Integer.getInteger("plenish.import.rows", 50_000);
    private static final Path REPORT = Path.of("target", "import-size.txt");
    private static final Actor PLANNER = new Actor("test-planner", Set.of(Role.PLANNER), "test");
    private static final int ITEMS = 2_000;
    private static final List<String> WAREHOUSES = List.of("LEEDS", "YORK", "HULL", "BATH", "ELY");
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    @TempDir
    Path folder;

    @Autowired
    ImportJobs jobs;

    @Autowired
    JdbcClient jdbc;

    private final List<String> report = new ArrayList<>();
    private Instant before = Instant.EPOCH;

    @Test
    void allRowsAreImported() throws IOException {
        before = Instant.now();
        List<GivenFile> files = files();
        note("written");
        long id = jobs.start(PLANNER, files, "Large", ImportBase.NOTHING);
        note("received");
        jobs.check(PLANNER, id);
        ImportJob checked = jobs.await(id);
        assertThat(checked.state()).as(checked.error()).isEqualTo(State.CHECKED);
        assertThat(checked.errors()).isZero();
        note("checked");
        jobs.commit(PLANNER, id);
        ImportJob imported = jobs.await(id);
        assertThat(imported.state()).as(imported.error()).isEqualTo(State.IMPORTED);
        note("imported");
        report.add("largest heap allowed, MB: " + Runtime.getRuntime().maxMemory() / 1_048_576);
        report.add("most memory held by the process: " + mostMemoryHeld());
        Files.write(REPORT, report);
        assertThat(jdbc.sql("""
                                SELECT count(*) FROM sales_row s JOIN dataset_file f ON f.content_id = s.content_id
                                WHERE f.dataset_id = ?""").param(imported.dataset()).query(Integer.class).single())
                .isEqualTo(ROWS);
    }

    private void note(String step) {
        Instant now = Instant.now();
        report.add("%,d sales %s, seconds: %.1f"
                .formatted(ROWS, step, Duration.between(before, now).toMillis() / 1000.0));
        before = now;
    }

    /** As Linux tells it. */
    private static String mostMemoryHeld() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.notExists(status)
                ? "not told by this system"
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.substring("VmHWM:".length()).strip())
                        .findFirst()
                        .orElse("not told by this system");
    }

    private List<GivenFile> files() throws IOException {
        StringBuilder items = new StringBuilder("item,unit_cost\n");
        StringBuilder supplied = new StringBuilder("item,supplier\n");
        StringBuilder stock = new StringBuilder("item,warehouse,on_hand\n");
        for (int item = 0; item < ITEMS; item++) {
            items.append("I-").append(item).append(",2.5\n");
            supplied.append("I-").append(item).append(",S1\n");
            stock.append("I-").append(item).append(",LEEDS,20\n");
        }
        StringBuilder warehouses = new StringBuilder("warehouse,name\n");
        WAREHOUSES.forEach(warehouse ->
                warehouses.append(warehouse).append(',').append(warehouse).append('\n'));
        return List.of(
                file("items.csv", items),
                file("item_suppliers.csv", supplied),
                file("stock.csv", stock),
                file("warehouses.csv", warehouses),
                file("suppliers.csv", "supplier,name,lead_time_days\nS1,Harbour,14\n"),
                sales());
    }

    private GivenFile file(String name, CharSequence text) throws IOException {
        return new GivenFile(name, Files.writeString(folder.resolve(name), text));
    }

    /** Day after day, each item at each warehouse once a day. */
    private GivenFile sales() throws IOException {
        Path file = folder.resolve("sales.csv");
        try (Writer sales = Files.newBufferedWriter(file)) {
            sales.write("date,item,warehouse,quantity,unit_price,customer\n");
            for (int row = 0; row < ROWS; row++) {
                int place = row % (ITEMS * WAREHOUSES.size());
                sales.write(FIRST_DAY.plusDays(row / (ITEMS * WAREHOUSES.size())) + ",I-" + place % ITEMS + ","
                        + WAREHOUSES.get(place / ITEMS) + "," + (1 + row % 13) + "," + (4 + row % 7) + ".95,C-"
                        + row % 5_000
                        + "\n");
            }
        }
        return new GivenFile(file.getFileName().toString(), file);
    }
}
