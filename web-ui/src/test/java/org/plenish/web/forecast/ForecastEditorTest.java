package org.plenish.web.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.dataset.DatasetsAtHand;
import org.plenish.web.forecast.ForecastStore.NewChange;
import org.plenish.web.run.PlanStore;
import org.plenish.web.run.PlannedDataset;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.run.StoredDatasets;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnFixturePlan
class ForecastEditorTest {

    private static final RunSettings SETTINGS = new RunSettings(OptimizerSettings.ofMoves(200, 1, 1), 1);
    private static final Actor ANNA = new Actor("anna", Set.of(Role.PLANNER), "test");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ForecastStore store;

    @Autowired
    ForecastQueries queries;

    @Autowired
    EditRecords records;

    @Autowired
    StandingForecasts standing;

    @Autowired
    EditJudge judge;

    @Autowired
    StoredDatasets datasets;

    @Autowired
    PlanningRuns runs;

    @Autowired
    PlanStore plans;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @Test
    void aPlannerTypesIntoBucketsSeesTheSpreadAndKeepsIt() throws Exception {
        TestLogin.Session planner = TestLogin.as(port, Role.PLANNER);
        String level = "category=lantern&warehouse=BRISTOL";
        Document page = planner.get("/forecast?" + level).parse();
        assertThat(page.select(".table-forecast tbody tr")).hasSize(13);
        assertThat(page.select("#forecast-table tbody tr")).hasSize(52 + 13);
        double statistical = statistical("lantern", "BRISTOL", 1);
        assertThat(page.select(".table-forecast tbody tr")
                        .get(1)
                        .select("td")
                        .get(1)
                        .text())
                .isEqualTo(currentPlan.find().orElseThrow().figures().quantity(statistical));

        Document all = planner.get("/forecast?category=lantern&look=true&cell-2026-11-30=1000")
                .parse();
        List<String> parts = all.select("section[aria-labelledby=effect-title] tbody tr td:nth-child(3)")
                .eachText();
        assertThat(parts.stream()
                        .mapToInt(text -> Integer.parseInt(text.replace(",", "")))
                        .sum())
                .isEqualTo(1_000); // three warehouses, whole units
        assertThat(all.select("input[name=cell-2026-11-30]").first().val()).isEqualTo("1000");

        Map<String, String> form = new HashMap<>(Map.of("category", "lantern", "warehouse", "BRISTOL", "version", "0"));
        form.put("cell-2026-11-30", "+50");
        form.put("cell-2026-12-07", "+50");
        form.put("amount", "-10%");
        form.put("from", "2026-12-14");
        form.put("to", "2026-12-21");
        form.put("reason", "Christmas market");
        assertThat(planner.post("/forecast/change", form).statusCode()).isEqualTo(302);
        Document kept = planner.get("/forecast?" + level).parse();
        assertThat(kept.select("section[aria-labelledby=changes-title] tbody tr")
                        .eachText())
                .hasSize(2) // equal amounts of buckets in a row are one change
                .anySatisfy(text -> assertThat(text)
                        .contains("+50", "2026-11-30 to 2026-12-13", "Christmas market", "test-planner"))
                .anySatisfy(text -> assertThat(text).contains("−10%", "2026-12-14 to 2026-12-27"));
        assertThat(kept.select(".table-forecast tbody tr")
                        .get(1)
                        .select("td")
                        .get(3)
                        .text())
                .isEqualTo(currentPlan.find().orElseThrow().figures().quantity(statistical + 50));

        assertThat(planner.post("/forecast/change", form).statusCode()).isEqualTo(409); // two stand now
        assertThat(planner.get("/forecast/changes.csv?q=Christmas").body())
                .contains("add,,lantern,BRISTOL,,2026-11-30,2026-12-13,50,units a bucket,Christmas market,test-planner")
                .contains("percent,,lantern,BRISTOL,,2026-12-14,2026-12-27,-10,percent,Christmas market,test-planner");
        for (ChangeRow row : changes(new Level("", "lantern", "BRISTOL"))) {
            assertThat(planner.post("/forecast/" + row.id() + "/end", Map.of()).statusCode())
                    .isEqualTo(302);
        }
        assertThat(changes(new Level("", "lantern", "BRISTOL"))).isEmpty();
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_entry WHERE subject_kind = 'forecast change' AND reason = 'Christmas market'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatCannotBeTakenIsTold() throws Exception {
        TestLogin.Session planner = TestLogin.as(port, Role.PLANNER);
        assertRefused(
                planner, "/forecast/change", Map.of("cell-2026-11-30", "10%", "reason", "r"), "10%: an amount must be");
        assertRefused(planner, "/forecast/change", Map.of("reason", "r"), "Nothing was typed");
        assertRefused(planner, "/forecast/change", Map.of("cell-2026-11-30", "5"), "A reason must be given");
        assertRefused(
                planner,
                "/forecast/change",
                Map.of("amount", "5", "from", "2026-12-07", "to", "2026-11-30"),
                "must not be before");
        assertRefused(
                planner,
                "/forecast/change",
                Map.of("amount", "5", "from", "2026-12-08"),
                "2026-12-08: the bucket must be");
        assertRefused(
                planner,
                "/forecast/change",
                Map.of("category", "none", "amount", "5", "reason", "r"),
                "The plan has nothing");
        assertRefused(
                planner,
                "/forecast/promotion",
                Map.of("from", "2026-12-01", "to", "2026-12-05", "uplift", "40", "reason", "r"),
                "must be of an item or a category");
        assertRefused(
                planner,
                "/forecast/promotion",
                Map.of("item", "ART-1001", "from", "2026-12-01", "to", "2026-11-05", "uplift", "40", "reason", "r"),
                "The last day 2026-11-05");
        assertRefused(
                planner,
                "/forecast/promotion",
                Map.of("item", "ART-1001", "from", "2026-12-01", "to", "2026-12-05", "uplift", "no", "reason", "r"),
                "no: the uplift must be");
        assertRefused(
                planner,
                "/forecast/like",
                Map.of("item", "NEW", "like", "NONE", "share", "50", "from", "2026-12-01", "reason", "r"),
                "NONE: the item to sell like");
        assertThat(TestLogin.as(port, Role.BUYER)
                        .post("/forecast/change", Map.of("amount", "5", "reason", "r"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(planner.get("/forecast?item=unheard-of").statusCode()).isEqualTo(404);
        Connection.Response part = planner.get("/forecast?item=lantern");
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.parse().select("#forecast .plain-list a")).hasSize(8); // a kind in eight styles
    }

    @Test
    void sumsByLevelAreThoseOfThePlan() {
        PlanHeader plan = currentPlan.find().orElseThrow();
        for (Level level : List.of(new Level("", "", ""), new Level("", "lantern", ""), new Level("", "", "LEEDS"))) {
            LevelView view = queries.find(plan, level).orElseThrow();
            double sum = jdbc.sql("""
                            SELECT sum(s.forecast_mean_units[3]) FROM sku_location_series s JOIN plan_item i USING (run_id, item)
                            WHERE run_id = :run AND (:category = '' OR category = :category)
                            AND (:warehouse = '' OR warehouse = :warehouse)""")
                    .param("run", plan.runId())
                    .param("category", level.category())
                    .param("warehouse", level.warehouse())
                    .query(Double.class)
                    .single();
            assertThat(view.planned().get(2)).as(level.toString()).isCloseTo(sum, within(1e-6));
        }
        LevelView item = queries.find(plan, new Level("ART-1003", "", "")).orElseThrow();
        assertThat(item.skuLocations()).isEqualTo(3);
        assertThat(item.sold()).hasSize(52);
    }

    @Test
    void everyFollowingPlanHasTheChangesAndIsJudgedWhenTheyHavePassed() {
        rolledBack(() -> {
            long dataset = new DatasetsAtHand(jdbc, batches).store("Edited");
            PlannedDataset without = plan(dataset);
            Level food = new Level("", "food", "");
            Level north = new Level("", "", "NORTH");
            add(new NewChange(ForecastKind.SET, food, "", MONDAY, MONDAY.plusDays(6), 140));
            add(new NewChange(ForecastKind.PERCENT, north, "", MONDAY.plusDays(7), MONDAY.plusDays(13), 50));
            add(new NewChange(ForecastKind.SET, new Level("", "gone", ""), "", MONDAY, null, 5));
            add(new NewChange(ForecastKind.LIKE, new Level("GREEN-TEA", "", ""), "TEA", MONDAY.plusDays(7), null, 25));
            PlannedDataset with = plan(dataset);
            assertThat(sum(with, food, 0) - mean(with, "GREEN-TEA", 0)).isCloseTo(140, within(1e-9));
            assertThat(mean(with, "MUG", 1)).isCloseTo(1.5 * mean(without, "MUG", 1), within(1e-9));
            assertThat(mean(with, "LAMP", 1)).isEqualTo(mean(without, "LAMP", 1));
            // a quarter of the tea, as it is when the change is made: half as much again at NORTH
            assertThat(mean(with, "GREEN-TEA", 1)).isCloseTo(0.25 * mean(with, "TEA", 1), within(1e-9));
            assertThat(mean(with, "GREEN-TEA", 0)).isZero();

            long run = runs.start(ANNA, "Edited", dataset, SETTINGS, Instant.now());
            plans.store(run, with);
            PlanHeader plan = currentPlan.find().orElseThrow();
            LevelView view = queries.find(plan, food).orElseThrow();
            assertThat(view.planned().get(0)).isCloseTo(140, within(1e-9));
            assertThat(view.statistical().get(0)).isCloseTo(sum(without, food, 0), within(1e-9));
            assertThat(edited(run, food)).contains(MONDAY);

            // as if the plan had been made four weeks ago
            jdbc.sql("UPDATE plan SET plan_date = plan_date - 28 WHERE run_id = :run")
                    .param("run", run)
                    .update();
            jdbc.sql("UPDATE forecast_edited SET bucket_start = bucket_start - 28, bucket_end = bucket_end - 28"
                            + " WHERE run_id = :run")
                    .param("run", run)
                    .update();
            judge.judge(with);
            judge.judge(with); // once is enough
            double sold =
                    jdbc.sql("""
                            SELECT sum(r.quantity) FROM sales_row r JOIN dataset_file f USING (content_id)
                            WHERE f.dataset_id = :dataset AND r.item IN ('TEA', 'JAM')
                            AND r.date >= DATE '2026-10-26' AND r.date < DATE '2026-11-02'""").param("dataset", dataset).query(Double.class).single();
            Map<String, Object> judged = jdbc.sql("""
                            SELECT * FROM forecast_judged WHERE category = 'food' AND bucket_start = DATE '2026-10-26'""").query().singleRow();
            assertThat(judged.get("sold_units")).isEqualTo(sold);
            assertThat((double) judged.get("final_units")).isCloseTo(140, within(1e-9));
            EditRecords.Record record = records.find(north).orElseThrow();
            assertThat(record.buckets()).isPositive();
            assertThat(record.valueAdded()).isEqualTo(record.statisticalError() - record.finalError());
        });
    }

    @Test
    void aPromotionIsForecastAheadAndTakenOutOfHistoryWhenItHasPassed() {
        rolledBack(() -> {
            long dataset = new DatasetsAtHand(jdbc, batches).store("Promoted");
            Dataset given = datasets.find(dataset)
                    .orElseThrow()
                    .read(RunListener.SILENT)
                    .dataset();
            add(new NewChange(
                    ForecastKind.PROMOTION,
                    new Level("", "food", "NORTH"),
                    "",
                    MONDAY.minusDays(7),
                    MONDAY.plusDays(6),
                    40));
            assertThat(standing.addTo(given).promotions())
                    .containsExactlyInAnyOrder(
                            new Promotion(
                                    new ItemId("TEA"),
                                    new WarehouseId("NORTH"),
                                    MONDAY.minusDays(7),
                                    MONDAY.minusDays(1),
                                    1.4),
                            new Promotion(
                                    new ItemId("JAM"),
                                    new WarehouseId("NORTH"),
                                    MONDAY.minusDays(7),
                                    MONDAY.minusDays(1),
                                    1.4));
            PlannedDataset with = plan(dataset);
            SkuLocation tea = new SkuLocation(new ItemId("TEA"), new WarehouseId("NORTH"));
            double statistical =
                    with.making().statistical().get(tea).meanUnits().get(0);
            assertThat(location(with, tea).forecast().meanUnits().get(0)).isCloseTo(1.4 * statistical, within(1e-9));
            assertThat(location(with, tea).forecast().why())
                    .contains("Changed by a person: Promotion of food at NORTH");
        });
    }

    private List<ChangeRow> changes(Level level) {
        return new ChangeQueries(jdbc, null).of(currentPlan.find().orElseThrow(), level);
    }

    private void add(NewChange change) {
        store.add(ANNA, List.of(change), "Because");
    }

    private PlannedDataset plan(long dataset) {
        return datasets.find(dataset).orElseThrow().plan(SETTINGS, RunListener.SILENT);
    }

    private static SkuLocationPlan location(PlannedDataset planned, SkuLocation location) {
        return planned.plan().locations().stream()
                .filter(each -> each.location().equals(location))
                .findFirst()
                .orElseThrow();
    }

    /** Of an item at all warehouses. */
    private static double mean(PlannedDataset planned, String item, int bucket) {
        return sum(planned, new Level(item, "", ""), bucket);
    }

    private static double sum(PlannedDataset planned, Level level, int bucket) {
        return planned.plan().locations().stream()
                .filter(each -> level.selection()
                        .holds(each.profile().item(), each.location().warehouse()))
                .mapToDouble(each -> each.forecast().meanUnits().get(bucket))
                .sum();
    }

    private List<LocalDate> edited(long run, Level level) {
        return jdbc.sql("SELECT bucket_start FROM forecast_edited WHERE run_id = :run AND category = :category")
                .param("run", run)
                .param("category", level.category())
                .query(LocalDate.class)
                .list();
    }

    private double statistical(String category, String warehouse, int bucket) {
        return jdbc.sql("""
                        SELECT sum(s.forecast_mean_units[:place]) FROM sku_location_series s
                        JOIN plan_item i USING (run_id, item)
                        WHERE run_id = :run AND category = :category AND warehouse = :warehouse""")
                .param("place", bucket + 1)
                .param("run", currentPlan.find().orElseThrow().runId())
                .param("category", category)
                .param("warehouse", warehouse)
                .query(Double.class)
                .single();
    }

    private interface Work {
        void run() throws Exception;
    }

    /** The plan that all tests look at stays. */
    private void rolledBack(Work work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            try {
                work.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private static void assertRefused(TestLogin.Session person, String path, Map<String, String> form, String told)
            throws Exception {
        Connection.Response answer = person.post(path, form);
        assertThat(answer.statusCode()).as(told).isEqualTo(400);
        assertThat(answer.parse().select("[role=alert]").text()).contains(told);
    }
}
