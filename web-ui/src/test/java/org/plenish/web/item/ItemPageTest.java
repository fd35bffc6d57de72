package org.plenish.web.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnFixturePlan
class ItemPageTest {

    private static final int MOST_BYTES = 300_000;

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    private long run;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        run = currentPlan.find().orElseThrow().runId();
    }

    @Test
    void tellsInSentencesWhyTheQuantityOfTheFirstProposal() throws IOException {
        Map<String, Object> first = jdbc.sql("""
                        SELECT e.item, e.warehouse, l.quantity_units, p.name, o.order_date
                        FROM explanation e JOIN purchase_order_line l USING (run_id, number, line)
                        JOIN purchase_order o USING (run_id, number) JOIN plan_supplier p USING (run_id, supplier)
                        WHERE run_id = :run ORDER BY e.number, e.line LIMIT 1""").param("run", run).query().singleRow();
        Document page = item(first);
        assertThat(page.select("#story-title").text()).isEqualTo("Why this quantity");
        assertThat(page.select("#why ol li").eachText())
                .hasSizeBetween(5, 8)
                .anyMatch(text -> text.startsWith("So " + first.get("quantity_units") + " are bought from "
                        + first.get("name") + ": to be ordered on " + first.get("order_date")))
                .anyMatch(text -> text.endsWith("Together " + first.get("quantity_units") + "."));
        assertThat(page.select("#why ul").text())
                .contains("Demand 12 % lower over the lead time would make this line unnecessary.")
                .contains("Runner-up: buy");
        assertThat(page.text()).doesNotContain("??");
        assertThat(page.select("table th:not([scope])")).isEmpty();
        assertThat(page.outerHtml().length()).isLessThan(MOST_BYTES);
    }

    @Test
    void tellsWhyNothingIsProposed() throws IOException {
        Map<String, Object> enough = jdbc.sql("""
                        SELECT item, warehouse, net_units + on_order_units AS position, reorder_point_units FROM sku_location
                        WHERE run_id = :run AND bought_units + moved_in_units = 0 AND NOT stop_buy
                        AND net_units + on_order_units > reorder_point_units ORDER BY item, warehouse LIMIT 1""").param("run", run).query().singleRow();
        int above = (int) enough.get("position") - (int) enough.get("reorder_point_units");
        Document page = item(enough);
        assertThat(page.select("#story-title").text()).isEqualTo("Why nothing is proposed");
        assertThat(page.select("#why ol").text().replace(",", "")).contains(above + " above the reorder point of");
        assertThat(page.select("#why ul").text().replace(",", ""))
                .contains("If stock and orders together were " + above + " less");
        Map<String, Object> stopped = jdbc.sql(
                        "SELECT item, warehouse FROM sku_location WHERE run_id = ? AND stop_buy LIMIT 1")
                .param(run)
                .query()
                .singleRow();
        assertThat(item(stopped).select("#why ol").text()).contains("Nothing is ordered because the rules stop buying");
    }

    @Test
    void holdsPastPlansAgainstWhatCameAndTellsWhatTheyChanged() throws IOException {
        jdbc.sql("""
                        INSERT INTO planning_run (id, source, status, stage, settings, started_at, finished_at)
                        OVERRIDING SYSTEM VALUE
                        SELECT -7, source, status, stage, settings, started_at - interval '14 days', finished_at - interval '14 days'
                        FROM planning_run WHERE id = :run""").param("run", run).update();
        try {
            copyPlan("plan", "plan_date = plan_date - 14");
            for (String table : new String[] {"plan_item", "plan_warehouse", "plan_supplier"}) {
                copyPlan(table, null);
            }
            copyPlan("sku_location", "safety_stock_units = safety_stock_units + 7");
            // the last two buckets of the history: 5 too much a week ahead, 3 too little two weeks ahead
            copyPlan(
                    "sku_location_series",
                    "forecast_mean_units[1] = demand_units[59] + 5, forecast_mean_units[2] = demand_units[60] - 3");
            Document page = get("/item?item=ART-1003&warehouse=BRISTOL").parse();
            assertThat(page.select("#past tbody tr").eachText())
                    .containsExactly("1 week ahead 1 5 +5", "2 weeks ahead 1 3 −3");
            assertThat(page.select("#demand-table thead th").last().text())
                    .isEqualTo("Forecast of 2026-11-09 (run -7)");
            assertThat(page.select("#demand-table td:last-child[data-value]")).hasSize(13); // its whole horizon
            Integer now = jdbc.sql("""
                            SELECT safety_stock_units FROM sku_location
                            WHERE run_id = ? AND item = 'ART-1003' AND warehouse = 'BRISTOL'""").param(run).query(Integer.class).single();
            Document changes =
                    get("/item/changes?item=ART-1003&warehouse=BRISTOL").parse();
            assertThat(changes.select(".changes-list").text())
                    .containsPattern("Plan of run \\d+ Safety stock " + (now + 7) + " " + now + "\\b");
        } finally {
            jdbc.sql("DELETE FROM planning_run WHERE id = -7").update();
        }
    }

    @Test
    void listsLotsAndOrdersOfTheDataset() throws IOException {
        jdbc.sql("""
                        INSERT INTO item_lot VALUES (:run, 'ART-1004', 'LEEDS', 'L-77', 9000, '2026-12-06'),
                            (:run, 'ART-1004', 'LEEDS', '', 5, NULL)""").param("run", run).update();
        jdbc.sql("""
                        INSERT INTO plan_open_supply VALUES
                            (:run, 'PURCHASE', 'X-4711', 'S03', 'ART-1004', 'LEEDS', 36, NULL, '2026-11-20')""").param("run", run).update();
        try {
            Document page = get("/item?item=ART-1004&warehouse=LEEDS").parse();
            assertThat(page.select("#lots tbody tr").eachText().get(0)).startsWith("L-77 9,000 2026-12-06 13 ");
            assertThat(page.select("#lots tbody tr").eachText().get(1))
                    .isEqualTo("without number 5 does not expire – – –");
            assertThat(page.select("#orders tbody tr").eachText())
                    .anyMatch(text -> text.equals("X-4711 Open, of the dataset from S03 36 – – 2026-11-20late"));
            assertThat(page.select("#orders a[href^=/purchase-orders/], #orders a[href^=/transfers/]"))
                    .hasSameSizeAs(jdbc.sql("""
                                    SELECT l.id FROM order_line l JOIN orders o ON o.id = l.order_id
                                    WHERE l.item = 'ART-1004' AND (o.warehouse = 'LEEDS' OR o.kind = 'TRANSFER' AND o.partner = 'LEEDS')""").query(Long.class).list());
        } finally {
            jdbc.sql("DELETE FROM item_lot").update();
            jdbc.sql("DELETE FROM plan_open_supply").update();
        }
    }

    @Test
    void keepsCommentsAndTheirAnswersAndRefusesWhatSaysNothing() throws IOException {
        Map<String, String> place = Map.of("item", "ART-1007", "warehouse", "DUBLIN");
        TestLogin.Session buyer = TestLogin.as(port, Role.BUYER);
        Connection.Response added = buyer.post("/item/comments", with(place, "text", "Shop <b>closes</b> in May"));
        assertThat(added.header("Location")).isEqualTo("/item?item=ART-1007&warehouse=DUBLIN#comments");
        long id = jdbc.sql("SELECT max(id) FROM item_comment WHERE item = 'ART-1007'")
                .query(Long.class)
                .single();
        TestLogin.as(port, Role.PLANNER)
                .post(
                        "/item/comments",
                        with(with(place, "text", "Then no more orders"), "answers", String.valueOf(id)));
        Document page = get("/item?item=ART-1007&warehouse=DUBLIN").parse();
        assertThat(page.select("#comments-title").text()).isEqualTo("Comments (1)");
        assertThat(page.select("#comments .talks .talks").text()).contains("test-planner", "Then no more orders");
        assertThat(page.select("#comments .pre").first().text()).isEqualTo("Shop <b>closes</b> in May");
        assertThat(page.select("#comments form")).isEmpty(); // an auditor changes nothing
        assertThat(get("/item/changes?item=ART-1007&warehouse=DUBLIN").parse().select(".changes-list li"))
                .hasSizeGreaterThanOrEqualTo(2)
                .first()
                .extracting(change -> change.text())
                .asString()
                .contains("test-planner said Then no more orders");
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_entry WHERE subject = 'ART-1007 at DUBLIN' AND action = 'comment'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        Connection.Response refused = buyer.post("/item/comments", with(place, "text", "x".repeat(2_001)));
        assertThat(refused.statusCode()).isEqualTo(400);
        Document told = refused.parse();
        assertThat(told.select("#comments [role=alert]").text()).contains("must be 1 to 2,000");
        assertThat(told.select("#comment").text()).hasSize(2_001);
        assertThat(buyer.post("/item/comments", with(Map.of("item", "NO", "warehouse", "LEEDS"), "text", "a"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(TestLogin.as(port, Role.AUDITOR)
                        .post("/item/comments", with(place, "text", "a"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void changesOfTheForecastAreAmongThem() throws IOException {
        jdbc.sql("""
                        INSERT INTO forecast_change (kind, item, category, warehouse, like_item, from_day, to_day, amount,
                            reason, set_by, set_at)
                        VALUES ('PERCENT', 'ART-1021', '', '', '', '2026-12-01', '2026-12-31', 20, 'Fair', 'fc-anna', now())""").update();
        try {
            assertThat(get("/item/changes?item=ART-1021&warehouse=LEEDS")
                            .parse()
                            .select("li:contains(fc-anna)")
                            .text())
                    .contains("set forecast change: percent 20 from 2026-12-01 to 2026-12-31", "Fair");
        } finally {
            jdbc.sql("DELETE FROM forecast_change WHERE set_by = 'fc-anna'").update();
        }
    }

    @Test
    void allChangesAreReadPageByPageEachOnce() throws IOException {
        jdbc.sql("""
                        INSERT INTO item_comment (item, warehouse, user_name, at, text)
                        SELECT 'ART-1020', 'DUBLIN', 'page-anna', now() - i * interval '1 minute', 'No. ' || i
                        FROM generate_series(60, 1, -1) i""").update();
        try {
            List<String> said = new ArrayList<>();
            String address = "/item/changes?item=ART-1020&warehouse=DUBLIN";
            int pages = 0;
            while (!address.isEmpty()) {
                Document page = get(address).parse();
                said.addAll(page.select("li:contains(page-anna) q").eachText());
                address = page.select("a[rel=next]").attr("href");
                pages++;
            }
            assertThat(said)
                    .isEqualTo(IntStream.rangeClosed(1, 60)
                            .mapToObj(i -> "No. " + i)
                            .toList());
            assertThat(pages).isBetween(3, 6); // 60 comments, and what befell its orders, 25 a page
        } finally {
            jdbc.sql("DELETE FROM item_comment WHERE user_name = 'page-anna'").update();
        }
    }

    @Test
    void comparesTheItemAtAllItsWarehouses() throws IOException {
        Document page = get("/item?item=ART-1002&warehouse=LEEDS").parse();
        assertThat(page.select("#warehouses figure h3").eachText())
                .containsExactly("Bristol", "Dublin", "Leeds central");
        assertThat(page.select("#curve-1 tbody tr")).hasSize(13);
        Integer[] after = (Integer[]) jdbc.sql("""
                        SELECT net_after FROM sku_location_series
                        WHERE run_id = ? AND item = 'ART-1002' AND warehouse = 'DUBLIN'""")
                .param(run)
                .query((row, index) -> row.getArray(1).getArray())
                .single();
        assertThat(page.select("#curve-1 tbody td:nth-child(3)").eachAttr("data-value"))
                .containsExactly(Arrays.stream(after).map(String::valueOf).toArray(String[]::new));
        assertThat(page.select(".page-nav a").eachAttr("href"))
                .allSatisfy(anchor -> assertThat(page.select(anchor)).as(anchor).hasSize(1));
    }

    /** All of a table's rows of the current plan again for the run -7. */
    private void copyPlan(String table, String changes) {
        String columns = jdbc.sql("""
                        SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns
                        WHERE table_schema = 'public' AND table_name = ? AND column_name <> 'run_id'""").param(table).query(String.class).single();
        jdbc.sql("INSERT INTO " + table + " (run_id, " + columns + ") SELECT -7, " + columns + " FROM " + table
                        + " WHERE run_id = ?")
                .param(run)
                .update();
        if (changes != null) {
            jdbc.sql("UPDATE " + table + " SET " + changes + " WHERE run_id = -7")
                    .update();
        }
    }

    private Document item(Map<String, Object> place) throws IOException {
        return get("/item?item=" + place.get("item") + "&warehouse=" + place.get("warehouse"))
                .parse();
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> more = new HashMap<>(form);
        more.put(name, value);
        return more;
    }

    private Connection.Response get(String path) {
        return TestLogin.as(port, Role.AUDITOR).get(path);
    }
}
