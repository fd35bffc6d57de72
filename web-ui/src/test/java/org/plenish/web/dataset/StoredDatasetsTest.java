package org.plenish.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.io.ImportResult;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.run.BackgroundPlanning;
import org.plenish.web.run.FileFingerprints;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.run.RunFilter;
import org.plenish.web.run.RunProgress;
import org.plenish.web.run.RunQueries;
import org.plenish.web.run.RunRecord;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From tables to a plan, to the pages and back to files; against PostgreSQL. */
@OnDatasets
class StoredDatasetsTest {

    private static final Actor ROSA = new Actor("rosa", Set.of(Role.PLANNER), "192.0.2.7");

    @LocalServerPort
    int port;

    @Autowired
    DatasetsAtHand datasets;

    @Autowired
    DatasetQueries queries;

    @Autowired
    DatasetFolderWriter writer;

    @Autowired
    PlanningRuns runs;

    @Autowired
    RunQueries runQueries;

    @Autowired
    BackgroundPlanning planning;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @BeforeEach
    void planTheSample() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        awaitEnd();
        jdbc.sql("DELETE FROM planned_dataset").update();
    }

    @Test
    void aStoredDatasetIsWrittenOutToTheByteAndReadsAsItWasBroughtIn() throws Exception {
        long id = datasets.store("Written out");
        for (StoredFile file : queries.files(id)) {
            Path written = writer.write("Written out", file, folder);
            assertThat(Files.size(written)).as(file.name()).isEqualTo(file.byteCount());
        }
        assertThat(FileFingerprints.of(folder).fingerprint())
                .isEqualTo(queries.find(id).orElseThrow().fingerprint());
        assertThat(Files.readString(folder.resolve("sales.csv")))
                .startsWith("date,item,warehouse,quantity,unit_price,customer,promotion\n2025-11-17,LAMP,SOUTH,1,,,\n")
                .endsWith("""
                        2026-11-20,TEA,NORTH,3,3.5,"Smith, ""Bob"" & Co",=cmd|'/c calc'!A0
                        2026-11-20,TEA,NORTH,-1,100,"two
                        lines",\\.
                        2026-11-20,MUG,NORTH,2,0, NULL ,- -
                        2026-11-20,JAM,NORTH,1,1.25,Übergröße €,
                        """);
        ImportResult read = DatasetReader.read(folder);
        assertThat(read.report().errors()).as(read.report().toString()).isZero();
    }

    @Test
    void aPlannerPlansADatasetAndItIsPlannedFromThenOn() throws Exception {
        long id = datasets.store("Spring 2027");
        PlanHeader before = currentPlan.find().orElseThrow();
        Document page = planner().get("/datasets/" + id).parse();
        assertThat(page.select("form[action$=/plan]").text())
                .contains("Now the plan of " + before.datasetName(), "Plan Spring 2027");

        Connection.Response answer = planner()
                .post(
                        "/datasets/" + id + "/plan",
                        Map.of("replacing", page.select("input[name=replacing]").val()));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/run");
        RunRecord run = awaitEnd();

        assertThat(run.status()).as(String.valueOf(run.error())).isEqualTo(RunProgress.Status.FINISHED);
        assertThat(run.datasetId()).isEqualTo(id);
        assertThat(run.source()).isEqualTo("Spring 2027");
        assertThat(run.startedBy()).isEqualTo(TestLogin.userName(Role.PLANNER));
        assertThat(run.datasetFingerprint())
                .isEqualTo(queries.find(id).orElseThrow().fingerprint());
        PlanHeader plan = currentPlan.find().orElseThrow();
        assertThat(plan.runId()).isEqualTo(run.id());
        assertThat(plan.datasetName()).isEqualTo("Spring 2027"); // not what its dataset.yaml says
        assertThat(entries("dataset", String.valueOf(id)))
                .containsExactly(TestLogin.userName(Role.PLANNER) + " choose to plan", "plenish plan");
        // so that a what-if of it begins without reading it
        assertThat(jdbc.sql(
                                "SELECT jsonb_array_length(choices -> 'warehouses') FROM scenario_choices WHERE dataset_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isPositive();

        planning.plan(ROSA);
        assertThat(awaitEnd().datasetId()).isEqualTo(id);
        assertThat(planner().get("/datasets/" + id).parse().text()).contains("Planned", "2 runs");
        assertThat(planner().get("/plan").statusCode()).isEqualTo(200);
        assertThat(planner().get("/items").parse().text()).contains("Plum jam");

        page = planner().get("/datasets").parse();
        assertThat(planner()
                        .post(
                                "/datasets/sample/plan",
                                Map.of(
                                        "replacing",
                                        page.select("input[name=replacing]").val()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(awaitEnd().datasetId()).isNull();
        assertThat(currentPlan.find().orElseThrow().datasetName()).isEqualTo("Hand-made");
    }

    @Test
    void theSameDatasetGivesTheSamePlanAgain() throws Exception {
        long id = datasets.store("Twice");
        plan(id);
        RunRecord first = awaitEnd();
        plan(id);
        RunRecord second = awaitEnd();
        assertThat(second.id()).isGreaterThan(first.id());
        for (String rows : new String[] {
            "SELECT number || line || item || quantity_units || due_date || value FROM purchase_order_line WHERE run_id = ?",
            "SELECT item || warehouse || net_after::text FROM sku_location_series WHERE run_id = ?"
        }) {
            assertThat(rows(rows, second.id()))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(rows(rows, first.id()));
        }
    }

    @Test
    void whatPeopleDecidedAndTheDatasetDoesNotKnowIsSetAsideAndShown() throws Exception {
        String known = order("PO-KNOWN", "NEAR", "NORTH", "TEA");
        order("PO-ITEM", "NEAR", "NORTH", "ART-1001");
        order("PO-PLACE", "NEAR", "LEEDS", "TEA");
        order("PO-WHO", "NOBODY", "NORTH", "TEA");
        long id = datasets.store("Other articles");
        plan(id);
        RunRecord run = awaitEnd();

        assertThat(run.status()).as(String.valueOf(run.error())).isEqualTo(RunProgress.Status.FINISHED);
        assertThat(run.setAsideLines()).isEqualTo(3);
        assertThat(rows("SELECT number FROM plan_counted_order WHERE run_id = ?", run.id()))
                .containsExactly(known);
        String page = planner().get("/runs/" + run.id()).parse().text();
        assertThat(page)
                .contains(
                        "3 decided lines were set aside",
                        "PO-ITEM ART-1001 NORTH 24 item ART-1001",
                        "PO-PLACE TEA LEEDS 24 warehouse LEEDS",
                        "PO-WHO TEA NORTH 24 supplier or sender NOBODY")
                .doesNotContain(known);
        assertThat(planner().get("/runs").parse().text()).contains("3 decided lines were set aside");
        assertThat(planner().get("/plan").parse().text()).contains("3 lines that people have decided are not counted");
        for (String number : new String[] {known, "PO-ITEM", "PO-PLACE", "PO-WHO"}) {
            assertThat(planner().get("/purchase-orders/" + number).statusCode())
                    .as(number)
                    .isEqualTo(200);
            assertThat(jdbc.sql("SELECT state FROM orders WHERE number = ?")
                            .param(number)
                            .query(String.class)
                            .single())
                    .isEqualTo("APPROVED");
        }
        assertThat(planner().get("/purchase-orders").statusCode()).isEqualTo(200);
        jdbc.sql("DELETE FROM order_suggestion").update();
        jdbc.sql(
                        "DELETE FROM order_line WHERE order_id IN (SELECT id FROM orders WHERE number LIKE 'PO-%' AND state = 'APPROVED')")
                .update();
        jdbc.sql("DELETE FROM orders WHERE number LIKE 'PO-%' AND state = 'APPROVED'")
                .update();
    }

    @Test
    void aRunThatWasInterruptedIsMadeAgainOnItsDatasetAndInItsWay() throws Exception {
        long id = datasets.store("Interrupted");
        jdbc.sql("INSERT INTO planned_dataset VALUES (true, ?, now(), 'rosa')")
                .param(id)
                .update();
        long interrupted = runs.start(
                ROSA, "Interrupted", id, new RunSettings(OptimizerSettings.ofMoves(1_234, 7, 1), 1), Instant.EPOCH);
        planning.planIfNeeded();
        RunRecord again = awaitEnd();
        assertThat(again.id()).isGreaterThan(interrupted);
        assertThat(again.status()).as(String.valueOf(again.error())).isEqualTo(RunProgress.Status.FINISHED);
        assertThat(again.datasetId()).isEqualTo(id);
        assertThat(again.moves()).isEqualTo(1_234);
        assertThat(again.seed()).isEqualTo(7);
        assertThat(runQueries.find(interrupted).orElseThrow().error())
                .isEqualTo("The application stopped while this run was at work.");
    }

    @Test
    void aDatasetThatIsNoLongerWhatWasBroughtInIsRefusedBeforeItIsPlannedOrHandedOut() throws Exception {
        long id = datasets.store(
                "Tampered", Map.of("sales.csv", "date,item,warehouse,quantity\n2026-11-01,TEA,NORTH,5\n"));
        jdbc.sql("""
                        UPDATE sales_row SET quantity = 6 WHERE line = 1 AND content_id =
                            (SELECT content_id FROM dataset_file WHERE dataset_id = ? AND name = 'sales.csv')""").param(id).update();
        long before = currentPlan.find().orElseThrow().runId();
        plan(id);
        RunRecord run = awaitEnd();
        assertThat(run.status()).isEqualTo(RunProgress.Status.FAILED);
        assertThat(run.error())
                .startsWith("sales.csv of the dataset “Tampered”: its SHA-256 is ")
                .contains("bring the dataset in again");
        assertThat(currentPlan.find().orElseThrow().runId()).isEqualTo(before);
        assertThat(planner().get("/datasets/" + id + "/files/sales.csv").statusCode())
                .isEqualTo(409);
        Connection.Response zip = planner().get("/datasets/" + id + "/files.zip");
        assertThat(zip.statusCode()).isEqualTo(409);
        assertThat(zip.parse().text()).contains("sales.csv of the dataset “Tampered”: its SHA-256 is ");
        assertThat(planner().get("/runs?state=FAILED").parse().text()).contains("Tampered", "its SHA-256 is ");
    }

    @Test
    void theZipHoldsTheFilesToTheByteAndATableNoFormula() throws Exception {
        long id = datasets.store("Out again");
        Connection.Response zip = auditor().get("/datasets/" + id + "/files.zip");
        assertThat(zip.statusCode()).isEqualTo(200);
        assertThat(zip.header("Content-Disposition")).contains("dataset-" + id + ".zip");
        Map<String, byte[]> files = unzip(zip.bodyAsBytes());
        assertThat(FileFingerprints.of(files).fingerprint())
                .isEqualTo(queries.find(id).orElseThrow().fingerprint());

        String sales = auditor().get("/datasets/" + id + "/files/sales.csv").body();
        assertThat(sales)
                .contains(",'=cmd|'/c calc'!A0\n", "TEA,NORTH,-1,100,\"two\nlines\",\\.\n", ", NULL ,'- -\n")
                .startsWith("date,item,warehouse,quantity,unit_price,customer,promotion\n");
        assertThat(auditor().get("/datasets/" + id + "/files/items.csv").bodyAsBytes())
                .isEqualTo(files.get("items.csv"));
        assertThat(auditor().get("/datasets/" + id + "/files/dataset.yaml").bodyAsBytes())
                .isEqualTo(files.get("dataset.yaml"));
        assertThat(unzip(auditor().get("/datasets/sample/files.zip").bodyAsBytes()))
                .containsKeys("items.csv", "sales.csv.gz");
    }

    @Test
    void aDatasetThatNothingRefersToIsDeletedWithAReasonAndAnyOtherStays() throws Exception {
        long base = datasets.store("Base");
        long id = datasets.store("Upon it");
        jdbc.sql("UPDATE dataset SET based_on = ? WHERE id = ?")
                .params(base, id)
                .update();
        String path = "/datasets/" + id + "/delete";
        assertThat(planner().get("/datasets/" + base).parse().select("form[action$=/delete]"))
                .isEmpty();
        assertThat(planner()
                        .post("/datasets/" + base + "/delete", Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(planner().post(path, Map.of("reason", " ")).statusCode()).isEqualTo(400);
        assertThat(queries.find(id)).isPresent();

        assertThat(planner().post(path, Map.of("reason", "Brought in twice.")).statusCode())
                .isEqualTo(302);
        assertThat(queries.find(id)).isEmpty();
        assertThat(entries("dataset", String.valueOf(id)))
                .containsExactly(TestLogin.userName(Role.PLANNER) + " delete");
        assertThat(jdbc.sql("SELECT reason || before FROM audit_entry ORDER BY number DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .contains("Brought in twice.", "Upon it");
        // What the other one has too is still there; what was its own is gone.
        assertThat(queries.files(base)).hasSize(10);
        assertThat(rows(
                        "SELECT name FROM dataset_content c WHERE NOT EXISTS"
                                + " (SELECT 1 FROM dataset_file f WHERE f.content_id = c.id) AND c.id > ?",
                        0))
                .isEmpty();
        assertThat(planner()
                        .post("/datasets/" + base + "/delete", Map.of("reason", "Test over."))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aDatasetThatWasPlannedIsNeverDeleted() throws Exception {
        long id = datasets.store("Planned once");
        plan(id);
        awaitEnd();
        jdbc.sql("DELETE FROM planned_dataset").update();
        assertThat(planner()
                        .post("/datasets/" + id + "/delete", Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(queries.find(id)).isPresent();
    }

    @Test
    void anotherPlanMeanwhileOrARunAtWorkIsToldAndNothingIsChosen() throws Exception {
        long id = datasets.store("Too late");
        String path = "/datasets/" + id + "/plan";
        long shown = currentPlan.find().orElseThrow().runId();
        Connection.Response stale = planner().post(path, Map.of("replacing", String.valueOf(shown + 1)));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.parse().select("[role=alert]").text())
                .contains("Meanwhile another plan is shown: that of run " + shown);

        long atWork = runs.start(
                ROSA, "Hand-made", null, new RunSettings(OptimizerSettings.ofMoves(10, 1, 1), 1), Instant.EPOCH);
        Connection.Response busy;
        try {
            busy = planner().post(path, Map.of("replacing", String.valueOf(shown)));
        } finally {
            runs.cancel(atWork, Instant.EPOCH);
        }
        assertThat(busy.statusCode()).isEqualTo(409);
        Document told = busy.parse();
        assertThat(told.select("[role=alert]").text()).contains("A planning run is at work.");
        assertThat(told.select("form[action$=/plan]")).isEmpty();

        assertThat(queries.findPlanned()).isEmpty();
        assertThat(entries("dataset", String.valueOf(id))).isEmpty();
    }

    @Test
    void everyoneReadsAndOnlyAPlannerWithTheTokenChanges() throws Exception {
        long id = datasets.store("For all eyes");
        for (Role role : Role.values()) {
            TestLogin.Session session = TestLogin.as(port, role);
            assertThat(session.get("/datasets").parse().text()).contains("For all eyes", "Sample");
            assertThat(session.get("/datasets/" + id).parse().text()).contains("sales.csv", "213");
            assertThat(session.get("/runs").statusCode()).isEqualTo(200);
            assertThat(session.get("/datasets/" + id)
                            .parse()
                            .select("main form")
                            .isEmpty())
                    .as(role.name())
                    .isEqualTo(role != Role.PLANNER);
            if (role != Role.PLANNER) {
                for (String action : new String[] {"plan", "delete"}) {
                    assertThat(session.post("/datasets/" + id + "/" + action, Map.of("replacing", "0"))
                                    .statusCode())
                            .as(role + " " + action)
                            .isEqualTo(403);
                }
            }
        }
        assertThat(planner()
                        .postWithoutToken("/datasets/" + id + "/delete", Map.of("reason", "forged"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(TestLogin.nobody(port).get("/datasets/" + id + "/files.zip").statusCode())
                .isEqualTo(302);
        assertThat(queries.find(id)).isPresent();
    }

    @Test
    void whatDoesNotExistIsNotFound() throws Exception {
        long id = datasets.store("Only this");
        for (String path : new String[] {
            "/datasets/99999",
            "/datasets/99999/files.zip",
            "/datasets/99999/files/items.csv",
            "/datasets/" + id + "/files/bill_of_materials.csv",
            "/datasets/" + id + "/files/..%2fdataset.yaml",
            "/runs/99999"
        }) {
            assertThat(planner().get(path).statusCode()).as(path).isIn(404, 400);
        }
        assertThat(planner().get("/datasets/99999").statusCode()).isEqualTo(404);
        assertThat(planner()
                        .post("/datasets/99999/plan", Map.of("replacing", "0"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(planner()
                        .post("/datasets/99999/delete", Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aNameThatIsAScriptIsShownAsText() throws Exception {
        long id = datasets.store("<script>alert(1)</script>");
        for (String path : new String[] {"/datasets", "/datasets/" + id}) {
            assertThat(planner().get(path).body())
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>alert(1)");
        }
    }

    @Test
    void runsAreFilteredByStateAndPaged() throws Exception {
        for (int i = 0; i < 51; i++) {
            long run = runs.start(
                    ROSA, "Cancelled", null, new RunSettings(OptimizerSettings.ofSeconds(2.5, 3, 1), 1), Instant.EPOCH);
            runs.cancel(run, Instant.EPOCH);
        }
        Document page = planner().get("/runs?state=CANCELLED").parse();
        assertThat(page.select("tbody tr")).hasSize(50);
        assertThat(page.select("tbody tr").first().text()).contains("Cancelled", "2.5 s", "seed 3", "rosa");
        Document older = planner().get(page.select("a[rel=next]").attr("href")).parse();
        assertThat(older.select("tbody tr")).isNotEmpty();
        assertThat(planner()
                        .get(older.select("a[rel=prev]").attr("href"))
                        .parse()
                        .select("tbody tr"))
                .hasSize(50);
        assertThat(planner().get("/runs?state=RUNNING").parse().text()).contains("No run fits");
    }

    @Test
    void aRunIsStartedInAChosenWayAndAWrongWayIsTold() throws Exception {
        long before = latest().id();
        for (Map<String, String> wrong : List.of(
                Map.of("by", "MOVES", "amount", "0", "seed", "1"),
                Map.of("by", "SECONDS", "amount", "36001", "seed", "1"),
                Map.of("by", "SECONDS", "amount", "", "seed", "1"),
                Map.of("by", "MOVES", "amount", "1e9", "seed", "1"),
                Map.of("by", "MOVES", "amount", "10", "seed", "-1"))) {
            Connection.Response answer = planner().post("/run", wrong);
            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(400);
            Document told = answer.parse();
            assertThat(told.select("[role=alert]").text()).as(wrong.toString()).contains("whole number from");
            assertThat(told.select("#amount").val()).isEqualTo(wrong.get("amount"));
        }
        assertThat(latest().id()).isEqualTo(before);

        assertThat(planner()
                        .post("/run", Map.of("by", "SECONDS", "amount", "2", "seed", "42"))
                        .statusCode())
                .isEqualTo(302);
        RunRecord run = awaitEnd();
        assertThat(run.id()).isGreaterThan(before);
        assertThat(run.seconds()).isEqualTo(2);
        assertThat(run.moves()).isNull();
        assertThat(run.seed()).isEqualTo(42);
    }

    private void plan(long id) {
        long shown = currentPlan.find().orElseThrow().runId();
        assertThat(planner()
                        .post("/datasets/" + id + "/plan", Map.of("replacing", String.valueOf(shown)))
                        .statusCode())
                .isEqualTo(302);
    }

    private String order(String number, String partner, String warehouse, String item) {
        jdbc.sql("""
                        WITH o AS (
                            INSERT INTO orders (kind, number, partner, warehouse, order_date, state, plan_run, currency,
                                changed_by, changed_at)
                            SELECT 'PURCHASE', :number, :partner, :warehouse, DATE '2026-11-23', 'APPROVED', max(run_id),
                                'EUR', 'rosa', now() FROM plan RETURNING id)
                        INSERT INTO order_line (order_id, line, item, quantity_units, order_multiple_units, unit_cost, value,
                            due_date, reason)
                        SELECT id, 1, :item, 24, 12, 2, 48, DATE '2026-12-07', 'For the test.' FROM o""")
                .param("number", number)
                .param("partner", partner)
                .param("warehouse", warehouse)
                .param("item", item)
                .update();
        return number;
    }

    private RunRecord latest() {
        return runQueries.page(new RunFilter(null, null, null, null)).runs().get(0);
    }

    private RunRecord awaitEnd() throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(120);
        while (latest().isRunning()) {
            assertThat(Instant.now()).as("the run ends in time").isBefore(deadline);
            Thread.sleep(50);
        }
        return latest();
    }

    private List<String> entries(String kind, String subject) {
        return jdbc.sql("""
                        SELECT user_name || ' ' || action FROM audit_entry WHERE subject_kind = ? AND subject = ?
                        ORDER BY number""").params(kind, subject).query(String.class).list();
    }

    private List<String> rows(String sql, long parameter) {
        return jdbc.sql(sql).param(parameter).query(String.class).list();
    }

    private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private TestLogin.Session planner() {
        return TestLogin.as(port, Role.PLANNER);
    }

    private TestLogin.Session auditor() {
        return TestLogin.as(port, Role.AUDITOR);
    }
}
