package org.plenish.web.dataset.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.io.ImportProblem;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.dataset.intake.ImportJob.State;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnFixturePlan
class ImportJobsTest {

    private static final Actor PLANNER = new Actor("test-planner", Set.of(Role.PLANNER), "test");
    private static final int PATIENCE_SECONDS = 60;
    private static final AtomicInteger VARIANTS = new AtomicInteger();

    @TempDir
    Path folder;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    ImportJobs jobs;

    @Autowired
    ImportJobStore store;

    @Autowired
    ImportRecovery recovery;

    @Autowired
    DatasetCheck datasetCheck;

    @Autowired
    DatasetStore datasets;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Value("${plenish.data}")
    Path dataFolder;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @ParameterizedTest
    @MethodSource("badAndDoubtful")
    void theVerdictIsTheReadersOwn(String what, SmallDataset files) throws Exception {
        List<String> expected = DatasetReader.read(files.writeTo(folder.resolve("dataset"))).report().listed().stream()
                .map(ImportProblem::toString)
                .sorted()
                .toList();
        ImportJob job = check(start(files, "Checked"));
        assertThat(store.problems(job.id(), 0, 1_000).stream()
                        .map(ImportProblem::toString)
                        .sorted())
                .as(what)
                .containsExactlyElementsOf(expected);
        jobs.discard(PLANNER, job.id());
    }

    static Stream<Arguments> badAndDoubtful() {
        return Stream.of(
                        "2026-02-30,A-1,LEEDS,1,1,",
                        "01/02/26,A-1,LEEDS,1,1,",
                        "0026-01-01,A-1,LEEDS,1,1,",
                        "2026-11-02T10:00,A-1,LEEDS,1,1,",
                        ",A-1,LEEDS,1,1,",
                        "2026-11-02,Z-9,LEEDS,1,1,",
                        "2026-11-02,a-1,LEEDS,1,1,",
                        "2026-11-02,A-1,HULL,1,1,",
                        "2026-11-02,,LEEDS,1,1,",
                        "2026-11-02,A-1,LEEDS,NaN,1,",
                        "2026-11-02,A-1,LEEDS,Infinity,1,",
                        "2026-11-02,A-1,LEEDS,1e400,1,",
                        "2026-11-02,A-1,LEEDS,123456789012345678901234567890,1,",
                        "2026-11-02,A-1,LEEDS,1.5,1,",
                        "2026-11-02,A-1,LEEDS,1.0,1,",
                        "2026-11-02,A-1,LEEDS,\"1,000\",1,",
                        "2026-11-02,A-1,LEEDS,,1,",
                        "2026-11-02,A-1,LEEDS,1,-1,",
                        "2026-11-02,A-1,LEEDS,1,NaN,",
                        "2026-11-02,A-1,LEEDS,1,1e400,",
                        "2026-11-02,A-1,LEEDS,1,\"1.234,5\",",
                        "2026-11-02,A-1,LEEDS,1000000000,1000000,",
                        "2026-11-02,A-1,LEEDS,1,1",
                        "2026-11-02,A-1,LEEDS,1,1,,surplus",
                        "2026-11-02,A\0-1,LEEDS,1,1,",
                        "2026-11-02,<script>alert(1)</script>,LEEDS,1,1,",
                        "2026-11-02,=cmd|' /C calc'!A0,LEEDS,1,1,",
                        "2026-11-02,A-1,LEEDS,1,1,\"never closed",
                        "2026-11-02,A-1,LEEDS,1,1," + "x".repeat(5_000_000),
                        "2026-11-02,A-1,LEEDS,3,4.50,Ann", // repeats line 2, but not the row before it
                        "2026-11-04,B-2,YORK,1,1,\n2026-11-04,B-2,YORK,1,1,\n2026-11-04,B-2,YORK,1,1,",
                        "2026-11-02,A-1,LEEDS,1000000000,0,\n2026-11-02,A-1,LEEDS,1000000000,0,a\n"
                                + "2026-11-02,A-1,LEEDS,1000000000,0,b")
                .map(row -> Arguments.of(
                        row.substring(0, Math.min(60, row.length())),
                        new SmallDataset().plus("sales.csv", row + "\n")));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void theVerdictOnOtherFilesIsTheReadersOwnToo(String what, SmallDataset files) throws Exception {
        theVerdictIsTheReadersOwn(what, files);
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                Arguments.of(
                        "a day noted twice",
                        new SmallDataset()
                                .plus("stock_history.csv", "2026-11-02,A-1,LEEDS,6\n2026-11-02,A-1,LEEDS,7\n")),
                Arguments.of(
                        "a day sells for more than is counted", new SmallDataset().with("sales.csv", sales(92_300, 1))),
                Arguments.of(
                        "a day sells for more than is counted, and all is returned",
                        new SmallDataset()
                                .with(
                                        "sales.csv",
                                        sales(92_300, 1) + sales(92_300, -1).replaceFirst(".*\n", ""))),
                Arguments.of("no such item", new SmallDataset().plus("stock_history.csv", "2026-11-05,Q,LEEDS,6\n")),
                Arguments.of("no sales", new SmallDataset().without("sales.csv")),
                Arguments.of("no items", new SmallDataset().without("items.csv")),
                Arguments.of("a key twice", new SmallDataset().plus("items.csv", "A-1,3,Again\n")),
                Arguments.of("no such supplier", new SmallDataset().plus("item_suppliers.csv", "A-1,S9\n")),
                Arguments.of("stock below zero", new SmallDataset().plus("stock.csv", "A-1,YORK,-3\n")),
                Arguments.of("a negative cost", new SmallDataset().plus("items.csv", "C-3,-1,\n")),
                Arguments.of("a negative lead time", new SmallDataset().plus("suppliers.csv", "S2,X,-1\n")),
                Arguments.of(
                        "moq and pack",
                        new SmallDataset()
                                .with(
                                        "item_suppliers.csv",
                                        "item,supplier,min_order_quantity,order_multiple\nA-1,S1,5,4\nB-2,S1,-1,0\n")),
                Arguments.of(
                        "the end before the start",
                        new SmallDataset()
                                .with("promotions.csv", "item,from,to,uplift\nA-1,2026-12-05,2026-12-01,1.5\n")),
                Arguments.of(
                        "a column nobody knows",
                        new SmallDataset().with("warehouses.csv", "warehouse,colour\nLEEDS,red\nYORK,red\n")),
                Arguments.of(
                        "every sale is wrong",
                        new SmallDataset().with("sales.csv", "date,item,warehouse,quantity\nx,A-1,LEEDS,1\n")),
                Arguments.of("no sale at all", new SmallDataset().with("sales.csv", "date,item,warehouse,quantity\n")),
                Arguments.of(
                        "bad settings", new SmallDataset().with("dataset.yaml", "currency: pounds\nhorizon: 0\n")));
    }

    private static String sales(int rows, int quantity) {
        StringBuilder sales = new StringBuilder("date,item,warehouse,quantity,unit_price,customer\n");
        for (int i = 0; i < rows; i++) { // 92,300 × 10^14 minor units > 2^63
            sales.append("2026-11-02,A-1,LEEDS,")
                    .append(quantity)
                    .append(",1000000000000,Customer ")
                    .append(i % 2)
                    .append('\n');
        }
        return sales.toString();
    }

    @Test
    void whatIsImportedIsWhatWasGiven() throws Exception {
        ImportJob job = imported(variant(), "Given");
        assertThat(job.dataset()).isNotNull();
        assertThat(jdbc.sql("SELECT quantity FROM sales_row WHERE content_id = ? ORDER BY line")
                        .param(content(job, "sales.csv"))
                        .query(Integer.class)
                        .list())
                .containsExactly(3, 2, -1, 0);
        assertThat(jdbc.sql("SELECT customer FROM sales_row WHERE content_id = ? AND line = 3")
                        .param(content(job, "sales.csv"))
                        .query(String.class)
                        .single())
                .isEqualTo("Bob, Leeds");
        assertThat(text(job, "items.csv"))
                .contains("\nB-2,\"Jug, blue\",10\n")
                .startsWith("item,description,unit_cost\n");
        assertThat(jdbc.sql("SELECT name, items, plan_date::text, created_by FROM dataset WHERE id = ?")
                        .param(job.dataset())
                        .query()
                        .singleRow())
                .containsEntry("name", "Given")
                .containsEntry("items", 3)
                .containsEntry("plan_date", "2026-11-05")
                .containsEntry("created_by", "test-planner");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE subject_kind = 'dataset' AND subject = ? AND"
                                + " action = 'import'")
                        .param(String.valueOf(job.dataset()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        awaitNoFilesOf(job);
        assertNothingIsStaged(job.id());
    }

    @Test
    void theFingerprintIsThatOfTheFilesAsTheyAreWrittenOut() throws Exception {
        ImportJob job = imported(variant(), "Canonical");
        String sales = jdbc.sql("SELECT sha256 FROM dataset_content WHERE id = ?")
                .param(content(job, "sales.csv"))
                .query(String.class)
                .single();
        String written = """
            date,item,warehouse,quantity,unit_price,customer,promotion
            2026-11-02,A-1,LEEDS,3,4.5,Ann,
            2026-11-02,A-1,LEEDS,2,4.5,"Bob, Leeds",
            2026-11-03,B-2,YORK,-1,,,
            2026-11-04,B-2,YORK,0,12,,
            """;
        assertThat(sales).isEqualTo(sha256(written));
    }

    @Test
    void theSameDatasetIsStoredOnce() throws Exception {
        SmallDataset files = variant();
        ImportJob first = imported(files, "First");
        long datasets = count("dataset");
        ImportJob again = check(start(files, "Again"));
        assertThat(store.importedBefore(again)).map(ImportJob::dataset).contains(first.dataset());
        jobs.commit(PLANNER, again.id());
        assertThat(jobs.await(again.id()).dataset()).isEqualTo(first.dataset());
        assertThat(count("dataset")).isEqualTo(datasets);
    }

    @Test
    void filesLaidUponADatasetReplaceThoseOfTheSameNameOnly() throws Exception {
        ImportJob first = imported(variant(), "Base");
        SmallDataset stock = new SmallDataset()
                .with("stock.csv", "item,warehouse,on_hand\nA-1,LEEDS,77\n")
                .only("stock.csv");
        long id = jobs.start(PLANNER, stock.given(newFolder()), "New stock", ImportBase.dataset(first.dataset()));
        ImportJob job = check(id);
        assertThat(job.errors()).as("%s", store.problems(id, 0, 10)).isZero();
        assertThat(store.files(id))
                .filteredOn(file -> file.name().equals("stock.csv"))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.baseRows()).isEqualTo(2);
                    assertThat(file.rows()).isEqualTo(1);
                });
        jobs.commit(PLANNER, id);
        ImportJob second = jobs.await(id);
        assertThat(content(second, "sales.csv")).isEqualTo(content(first, "sales.csv"));
        assertThat(content(second, "stock.csv")).isNotEqualTo(content(first, "stock.csv"));
    }

    @Test
    void rowsOfTheBaseAreCheckedAgainstWhatIsNew() throws Exception {
        ImportJob first = imported(variant(), "Base");
        SmallDataset items =
                new SmallDataset().with("items.csv", "item,unit_cost\nA-1,2\n").only("items.csv");
        long id = jobs.start(PLANNER, items.given(newFolder()), "Less", ImportBase.dataset(first.dataset()));
        ImportJob job = check(id);
        assertThat(problems(job))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("sales.csv line 4, column item: B-2 must be in items.csv."));
        assertThatThrownBy(() -> jobs.commit(PLANNER, id))
                .hasMessageContaining("errors; nothing is imported while there is one");
    }

    @Test
    void theSampleIsABaseToo() throws Exception {
        SmallDataset settings = new SmallDataset()
                .with("dataset.yaml", "name: Sample of mine " + VARIANTS.incrementAndGet() + "\nas_of: 2026-11-23\n")
                .only("dataset.yaml");
        long id = jobs.start(PLANNER, settings.given(newFolder()), "", ImportBase.SAMPLE);
        ImportJob job = check(id);
        assertThat(job.errors()).as("%s", problems(job)).isZero();
        assertThat(job.name()).startsWith("Sample of mine");
        assertThat(job.items()).isEqualTo(1200);
        jobs.discard(PLANNER, id);
    }

    @ParameterizedTest
    @MethodSource("otherForms")
    void otherFormsOfTheSameTextAreTheSameDataset(String what, SmallDataset files) throws Exception {
        ImportJob plain = check(start(new SmallDataset(), "Plain"));
        long id = start(files, "Other");
        sayDecimalComma(id, false);
        ImportJob job = check(id);
        assertThat(problems(job)).as(what).isEqualTo(problems(plain));
        assertThat(job.fingerprint()).as(what).isEqualTo(plain.fingerprint()).isNotNull();
    }

    static Stream<Arguments> otherForms() {
        String items = "item,unit_cost,description\nA-1,2.50,Tea towel\nB-2,10,\"Jug, blue\"\n";
        return Stream.of(
                Arguments.of("byte order mark", new SmallDataset().with("items.csv", "\uFEFF" + items)),
                Arguments.of("UTF-16", new SmallDataset().with("items.csv", items, StandardCharsets.UTF_16)),
                Arguments.of(
                        "semicolons",
                        new SmallDataset()
                                .with(
                                        "items.csv",
                                        "item;unit_cost;description\nA-1;2.50;Tea towel\nB-2;10;Jug, blue\n")),
                Arguments.of(
                        "tabs, CRLF",
                        new SmallDataset()
                                .with(
                                        "items.csv",
                                        "item\tunit_cost\tdescription\r\n"
                                                + "A-1\t2.50\tTea towel\r\n"
                                                + "B-2\t10\tJug, blue\r\n")),
                Arguments.of(
                        "other names and order",
                        new SmallDataset()
                                .with(
                                        "items.csv",
                                        "Cost,SKU,Product name\n2.50,A-1,Tea towel\n10,B-2,\"Jug, blue\"\n")));
    }

    @Test
    void namesInWindows1252StayWhole() throws Exception {
        SmallDataset files = variant()
                .with(
                        "warehouses.csv",
                        "warehouse,name\nLEEDS,Café “Zoë”\nYORK,York\n",
                        Charset.forName("windows-1252"));
        long id = start(files, "Names");
        assertThat(store.uploads(id))
                .filteredOn(upload -> upload.name().equals("warehouses.csv"))
                .singleElement()
                .extracting(Upload::encoding)
                .isEqualTo("Windows-1252");
        jobs.check(PLANNER, id);
        jobs.await(id);
        jobs.commit(PLANNER, id);
        assertThat(text(jobs.await(id), "warehouses.csv")).contains("Café “Zoë”");
    }

    @Test
    void aDecimalCommaIsTakenOnlyWhenItIsSaid() throws Exception {
        String items = "item;unit_cost;description\nA-1;2,50;Tea towel\nB-2;10;\"Jug, blue\"\n";
        long id = start(new SmallDataset().with("items.csv", items), "Comma");
        assertThatThrownBy(() -> jobs.check(PLANNER, id))
                .hasMessage("items.csv: say whether its numbers have a decimal point or a decimal comma.");
        sayDecimalComma(id, false);
        ImportJob job = check(id);
        assertThat(problems(job))
                .singleElement()
                .asString()
                .contains("items.csv line 2, column unit_cost: 2,50 must be a number");
        sayDecimalComma(id, true);
        ImportJob right = check(id);
        assertThat(right.errors()).isZero();
        assertThat(right.fingerprint())
                .isEqualTo(check(start(new SmallDataset(), "Plain")).fingerprint());
    }

    @Test
    void whatTheSettingsSayOfNumbersIsStrongerThanWhatWasSaidBefore() throws Exception {
        String header = "item;unit_cost;remark " + VARIANTS.incrementAndGet() + "\n";
        SmallDataset commas = new SmallDataset().with("items.csv", header + "A-1;2,50;\nB-2;10;\n");
        long first = start(commas, "Commas");
        sayDecimalComma(first, true);
        check(first);
        jobs.commit(PLANNER, first);
        assertThat(jobs.await(first).state()).isEqualTo(State.IMPORTED);
        long remembered = start(commas, "Again");
        assertThat(store.uploads(remembered).get(0).mapped().decimalComma()).isTrue();
        long said = start(
                new SmallDataset()
                        .with("items.csv", header + "A-1;2.50;\nB-2;10;\n")
                        .with("dataset.yaml", "decimal: \".\"\n"),
                "Points");
        assertThat(store.uploads(said).get(0).mapped().decimalComma()).isFalse();
        assertThat(check(said).errors()).isZero();
        long otherDelimiter =
                start(commas.with("items.csv", header.replace(';', '\t') + "A-1\t2,50\t\nB-2\t10\t\n"), "Tabs");
        assertThat(store.uploads(otherDelimiter).get(0).mapped().decimalComma()).isNull();
    }

    @Test
    void noTargetLeadsOutOfTheImportsFolder() throws Exception {
        long id = start(variant(), "Elsewhere");
        List<MappedUpload> before =
                store.uploads(id).stream().map(Upload::mapped).toList();
        for (String elsewhere : List.of("../../../x", folder.resolve("x").toString(), "sales.csv", "..", "no-such")) {
            assertThatThrownBy(() -> jobs.map(
                            PLANNER,
                            id,
                            List.of(new MappedUpload(
                                    1, elsewhere, false, before.get(0).columns()))))
                    .isInstanceOf(ImportRefusedException.class)
                    .hasMessage(elsewhere + " is no file of a dataset. Choose one that is listed.");
        }
        assertThat(store.uploads(id).stream().map(Upload::mapped)).containsExactlyElementsOf(before);
    }

    @Test
    void filesThatCannotBeRemovedDoNotUndoAnImport() throws Exception {
        long id = check(start(variant(), "Left over")).id();
        store.begin(id, State.CHECKED, State.IMPORTING, "test-planner");
        ImportFolders stuck = new ImportFolders(dataFolder) {
            private boolean asked;

            @Override
            ImportFolder of(long job) {
                if (asked) {
                    throw new UncheckedIOException("The folder cannot be removed.", new IOException("busy"));
                }
                asked = true;
                return super.of(job);
            }
        };
        ImportWorker other = new ImportWorker(store, stuck, datasetCheck, datasets, audit, transaction);
        try {
            other.submit(id, PLANNER);
            assertThat(jobs.await(id).state()).isEqualTo(State.IMPORTED);
            other.submit(id, PLANNER); // comes after the first, which has ended then
            Thread.sleep(500);
            ImportJob job = jobs.get(id);
            assertThat(job.state()).isEqualTo(State.IMPORTED);
            assertThat(job.error()).isEmpty();
            assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE subject_kind = 'import' AND subject = ?"
                                    + " ORDER BY number DESC LIMIT 1")
                            .param(String.valueOf(id))
                            .query(String.class)
                            .single())
                    .isEqualTo("import");
        } finally {
            other.destroy();
        }
    }

    @Test
    void whatCannotBeReadAtAllIsRefusedAndLeavesNothing() throws Exception {
        long before = count("import_job");
        assertRefused("items.csv", "PK\3\4 and so on", "items.csv: is a zip archive, but must be plain CSV text");
        assertRefused("items.csv", "", "items.csv: is empty, but must have a header row");
        assertRefused("items.csv.gz", "plain", "items.csv.gz must be compressed with gzip, but is not.");
        assertRefused("items.xlsx", "plain", "items.xlsx must be an Excel workbook (.xlsx), but is none");
        assertRefused(
                "items.pdf", "plain", "items.pdf must be a .csv, .csv.gz, .tsv, .txt, .xlsx, .yaml or .zip file.");
        assertRefused("data.zip", "plain", "must be a zip file with a dataset's files in it");
        assertRefused("items.csv", "x".repeat(200_000), "items.csv line 1: must be CSV from here on");
        assertThat(count("import_job")).isEqualTo(before);
        try (Stream<Path> left = Files.list(dataFolder.resolve("imports"))) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("incoming"));
        }
    }

    @Test
    void namesOfFilesStayBelowTheirFolder() {
        assertThat(UploadReceiver.safe("../../etc/items.csv")).isEqualTo("items.csv");
        assertThat(UploadReceiver.safe("C:\\data\\..items.csv")).isEqualTo("items.csv");
        assertThat(UploadReceiver.safe("<b>:|?.csv")).isEqualTo("_b____.csv");
    }

    @Test
    void anInterruptedCheckIsDoneAgainAndAnInterruptedImportIsOfferedAgain() throws Exception {
        long checking = start(variant(), "Checking");
        store.begin(checking, State.MAPPING, State.CHECKING, "test-planner");
        long importing = check(start(variant(), "Importing")).id();
        store.begin(importing, State.CHECKED, State.IMPORTING, "test-planner");
        long emptied = check(start(variant(), "Emptied")).id();
        jdbc.sql("DELETE FROM staged_sales WHERE job_id = " + emptied).update();
        Path leftOver = Files.createDirectories(dataFolder.resolve("imports/incoming-1/uploads"));
        recovery.afterSingletonsInstantiated();
        recovery.recover();
        assertThat(jobs.await(checking).state()).isEqualTo(State.CHECKED);
        assertThat(jobs.get(importing).state()).isEqualTo(State.CHECKED);
        assertThat(jobs.await(emptied).state()).isEqualTo(State.CHECKED);
        assertThat(leftOver.getParent()).doesNotExist();
        for (long id : List.of(checking, importing, emptied)) {
            jobs.commit(PLANNER, id);
            assertThat(jobs.await(id).state()).isEqualTo(State.IMPORTED);
        }
    }

    @Test
    void anImportThatFailsInTheMiddleLeavesNothing() throws Exception {
        SmallDataset files = variant() // of contents that no other test has stored
                .plus("sales.csv", "2026-11-04,A-1,LEEDS,1,1,Broken\n")
                .with("warehouses.csv", "warehouse,name\nLEEDS,Broken\nYORK,York\n");
        ImportJob job = check(start(files, "Broken"));
        List<Long> before =
                List.of(count("dataset"), count("dataset_content"), count("sales_row"), count("dataset_file"));
        Path last = dataFolder.resolve("imports/" + job.id() + "/canonical/warehouses.csv");
        byte[] content = Files.readAllBytes(last);
        Files.delete(last); // all others, the rows of the long files too, are stored before it
        jobs.commit(PLANNER, job.id());
        ImportJob after = jobs.await(job.id());
        assertThat(after.state()).isEqualTo(State.CHECKED);
        assertThat(after.error()).isEqualTo(ImportWorker.FAILED);
        Files.write(last, content);
        assertThat(List.of(count("dataset"), count("dataset_content"), count("sales_row"), count("dataset_file")))
                .isEqualTo(before);
        jobs.commit(PLANNER, job.id());
        assertThat(jobs.await(job.id()).state()).isEqualTo(State.IMPORTED);
    }

    @Test
    void manyRowsAreCheckedWithProgressAndCanBeCancelled() throws Exception {
        long id = start(manyRows(200_000), "Many");
        jobs.check(PLANNER, id);
        while (jobs.get(id).rows() == 0 && jobs.get(id).isWorking()) {
            Thread.sleep(5);
        }
        jobs.cancel(PLANNER, id);
        ImportJob cancelled = jobs.await(id);
        assertThat(cancelled.state()).isEqualTo(State.MAPPING);
        assertThat(cancelled.error()).isEqualTo("It was cancelled by test-planner.");
        assertNothingIsStaged(id);
        assertThat(check(id).errors()).isZero();
        jobs.commit(PLANNER, id);
        ImportJob job = jobs.await(id);
        assertThat(jdbc.sql("SELECT count(*) FROM sales_row WHERE content_id = ?")
                        .param(content(job, "sales.csv"))
                        .query(Long.class)
                        .single())
                .isEqualTo(200_000);
    }

    @Test
    void anImportCanBeCancelledAndLeavesNothing() throws Exception {
        long id = check(start(manyRows(300_000), "Many more")).id();
        long before = count("dataset");
        jobs.commit(PLANNER, id);
        while (jobs.get(id).share() == 0 && jobs.get(id).isWorking()) {
            Thread.sleep(5);
        }
        jobs.cancel(PLANNER, id);
        ImportJob job = jobs.await(id);
        assertThat(job.state()).isEqualTo(State.CHECKED);
        assertThat(count("dataset")).isEqualTo(before);
        jobs.discard(PLANNER, id);
        assertNothingIsStaged(id);
        assertThat(dataFolder.resolve("imports").resolve(String.valueOf(id))).doesNotExist();
    }

    private void assertRefused(String name, String text, String message) throws IOException {
        SmallDataset files =
                new SmallDataset().with(name, text, StandardCharsets.ISO_8859_1).only(name);
        List<GivenFile> given = files.given(newFolder());
        assertThatThrownBy(() -> jobs.start(PLANNER, given, "Refused", ImportBase.NOTHING))
                .hasMessageContaining(message);
    }

    private static SmallDataset manyRows(int rows) {
        int variant = VARIANTS.incrementAndGet();
        StringBuilder sales = new StringBuilder("date,item,warehouse,quantity,unit_price,customer\n");
        IntStream.range(0, rows)
                .forEach(i -> sales.append("2026-10-")
                        .append(10 + i % 20)
                        .append(i % 2 == 0 ? ",A-1," : ",B-2,")
                        .append(i % 3 == 0 ? "LEEDS," : "YORK,")
                        .append(i % 7)
                        .append(",2.5,Customer ")
                        .append(variant)
                        .append('-')
                        .append(i)
                        .append('\n'));
        return new SmallDataset().with("sales.csv", sales.toString());
    }

    private static SmallDataset variant() {
        return new SmallDataset().plus("items.csv", "V-" + VARIANTS.incrementAndGet() + ",1,\n");
    }

    private Path newFolder() {
        return folder.resolve("given-" + VARIANTS.incrementAndGet());
    }

    private long start(SmallDataset files, String name) throws IOException {
        return jobs.start(PLANNER, files.given(newFolder()), name, ImportBase.NOTHING);
    }

    /** Of all files whose numbers it is asked of. */
    private void sayDecimalComma(long id, boolean comma) {
        jobs.map(
                PLANNER,
                id,
                store.uploads(id).stream()
                        .map(upload -> upload.isDecimalMarkAsked()
                                ? upload.withDecimalComma(comma).mapped()
                                : upload.mapped())
                        .toList());
    }

    private ImportJob check(long id) {
        jobs.check(PLANNER, id);
        ImportJob job = jobs.await(id);
        assertThat(job.state()).as(job.error()).isEqualTo(State.CHECKED);
        return job;
    }

    private ImportJob imported(SmallDataset files, String name) throws IOException {
        ImportJob checked = check(start(files, name));
        assertThat(checked.errors()).as("%s", problems(checked)).isZero();
        jobs.commit(PLANNER, checked.id());
        ImportJob job = jobs.await(checked.id());
        assertThat(job.state()).as(job.error()).isEqualTo(State.IMPORTED);
        return job;
    }

    private List<String> problems(ImportJob job) {
        return store.problems(job.id(), 0, 1_000).stream()
                .map(ImportProblem::toString)
                .toList();
    }

    private long content(ImportJob job, String name) {
        return jdbc.sql("SELECT content_id FROM dataset_file WHERE dataset_id = ? AND name = ?")
                .param(job.dataset())
                .param(name)
                .query(Long.class)
                .single();
    }

    private String text(ImportJob job, String name) {
        return new String(
                jdbc.sql("SELECT content FROM dataset_content WHERE id = ?")
                        .param(content(job, name))
                        .query(byte[].class)
                        .single(),
                StandardCharsets.UTF_8);
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private void assertNothingIsStaged(long job) {
        for (String table : List.of("staged_sales", "staged_stock_history")) {
            assertThat(jdbc.sql("SELECT count(*) FROM " + table + " WHERE job_id = ?")
                            .param(job)
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    /** They go after the import is seen as done. */
    private void awaitNoFilesOf(ImportJob job) throws InterruptedException {
        Path files = dataFolder.resolve("imports").resolve(String.valueOf(job.id()));
        Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (Files.exists(files) && Instant.now().isBefore(end)) {
            Thread.sleep(10);
        }
        assertThat(files).doesNotExist();
    }

    private static String sha256(String text) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
