package org.plenish.web.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.plenish.web.dataset.intake.GivenFile;
import org.plenish.web.dataset.intake.ImportBase;
import org.plenish.web.dataset.intake.ImportJob;
import org.plenish.web.dataset.intake.ImportJobs;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Imports datasets of tens of thousands of sales, each with another content, some on top of the one before, and discards
 * some; before that, it brings to its end what was open when the product was killed.
 */
final class ImportWork implements CrashWork {

    private static final Actor PLANNER = new Actor("paul", Set.of(Role.PLANNER), "192.0.2.7");
    private static final int ITEMS = 40;
    private static final int FEWEST_DAYS = 200;
    private static final String HEADER = "date,item,warehouse,quantity,unit_price,customer,promotion\n";

    /** What was open goes on to its end; then none of its rows is left over. */
    @Override
    public void prepare(ApplicationContext product) {
        ImportJobs jobs = product.getBean(ImportJobs.class);
        JdbcClient jdbc = product.getBean(JdbcClient.class);
        List<Long> open = jdbc.sql("SELECT id FROM import_job WHERE state NOT IN ('IMPORTED', 'DISCARDED') ORDER BY id")
                .query(Long.class)
                .list();
        assertThat(folders(product))
                .as("an open import has its files, and what is over has none")
                .containsExactlyInAnyOrderElementsOf(
                        open.stream().map(String::valueOf).toList());
        open.forEach(job -> finish(jobs, job));
        for (String table : List.of("staged_sales", "staged_stock_history")) {
            assertThat(jdbc.sql("SELECT DISTINCT job_id FROM " + table)
                            .query(Long.class)
                            .list())
                    .as("rows of imports that are over in " + table)
                    .isEmpty();
        }
    }

    private static ImportJob finish(ImportJobs jobs, long id) {
        ImportJob job = jobs.await(id);
        if (job.state() == ImportJob.State.MAPPING) {
            jobs.check(PLANNER, id);
            job = jobs.await(id);
        }
        assertThat(job.isGood()).as("import can go on: " + job).isTrue();
        jobs.commit(PLANNER, id);
        job = jobs.await(id);
        assertThat(job.state()).as("import comes to its end: " + job).isEqualTo(ImportJob.State.IMPORTED);
        return job;
    }

    private static List<String> folders(ApplicationContext product) {
        Path folder = Path.of(product.getEnvironment().getRequiredProperty("plenish.data"))
                .resolve("imports");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(path -> path.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void work(ApplicationContext product, Consumer<String> acknowledge) {
        ImportJobs jobs = product.getBean(ImportJobs.class);
        ImportJob before = null;
        while (true) {
            String sales = sales();
            boolean onTop = before != null && ThreadLocalRandom.current().nextInt(3) == 0;
            long id = jobs.start(
                    PLANNER,
                    onTop ? given(Map.of("sales.csv", sales)) : given(whole(sales)),
                    "Killed",
                    onTop ? ImportBase.dataset(before.dataset()) : ImportBase.NOTHING);
            acknowledge.accept("START " + id);
            if (ThreadLocalRandom.current().nextInt(4) == 0) {
                jobs.discard(PLANNER, id);
                acknowledge.accept("DISCARD " + id);
            } else {
                before = finish(jobs, id);
                acknowledge.accept("IMPORT " + id + " " + before.dataset() + " "
                        + sales.lines().count() + " " + sha256(sales));
            }
        }
    }

    /** In the form in which it is kept, so that its hash is known beforehand. */
    private static String sales() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder csv = new StringBuilder(HEADER);
        LocalDate day = LocalDate.of(2024, 1, 1);
        int days = FEWEST_DAYS + random.nextInt(FEWEST_DAYS);
        for (int d = 0; d < days; d++) {
            for (int item = 1; item <= ITEMS; item++) {
                for (String warehouse : List.of("LEEDS", "YORK")) {
                    csv.append(day.plusDays(d))
                            .append(",A-")
                            .append(item)
                            .append(',')
                            .append(warehouse)
                            .append(',');
                    csv.append(random.nextInt(50))
                            .append(',')
                            .append(1 + random.nextInt(9))
                            .append(".25,Ann,\n");
                }
            }
        }
        return csv.toString();
    }

    private static Map<String, String> whole(String sales) {
        StringBuilder items = new StringBuilder("item,unit_cost,description\n");
        StringBuilder supplied = new StringBuilder("item,supplier\n");
        StringBuilder stock = new StringBuilder("item,warehouse,on_hand\n");
        for (int item = 1; item <= ITEMS; item++) {
            items.append("A-")
                    .append(item)
                    .append(",2.5,Tea towel ")
                    .append(item)
                    .append('\n');
            supplied.append("A-").append(item).append(",S1\n");
            stock.append("A-")
                    .append(item)
                    .append(",LEEDS,")
                    .append(ThreadLocalRandom.current().nextInt(90))
                    .append('\n');
        }
        return Map.of(
                "items.csv",
                items.toString(),
                "warehouses.csv",
                "warehouse,name\nLEEDS,Leeds\nYORK,York\n",
                "suppliers.csv",
                "supplier,name,lead_time_days\nS1,Harbour,14\n",
                "item_suppliers.csv",
                supplied.toString(),
                "stock.csv",
                stock.toString(),
                "sales.csv",
                sales,
                "stock_history.csv",
                "date,item,warehouse,on_hand\n2024-01-02,A-1,LEEDS,5\n");
    }

    private static List<GivenFile> given(Map<String, String> files) {
        try {
            Path folder = Files.createTempDirectory("plenish-crash");
            List<GivenFile> given = new ArrayList<>();
            for (Map.Entry<String, String> file : files.entrySet()) {
                given.add(new GivenFile(
                        file.getKey(), Files.writeString(folder.resolve(file.getKey()), file.getValue())));
            }
            return given;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int mostAwaited() {
        return 4;
    }

    @Override
    public void check(JdbcClient database, List<String> acknowledged) {
        assertSoftly(all ->
                DatasetsAfterCrash.BROKEN_IF_FOUND.forEach((sentence, sql) -> all.assertThat(database.sql(sql)
                                .query((row, index) -> row.getString(1))
                                .list())
                        .as(sentence)
                        .isEmpty()));
        assertThat(database.sql(DatasetsAfterCrash.DONE).query(String.class).set())
                .as("everything acknowledged was done")
                .containsAll(acknowledged);
    }
}
