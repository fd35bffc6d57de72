package org.plenish.web.item.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnFixturePlan
class ItemListTest {

    private static final int LOCATIONS = 144; // 48 articles in 3 warehouses

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ItemListQueries queries;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @Test
    void everySortWalksThroughAllRowsForwardsAndBack() {
        for (ItemColumn column : ItemColumn.values()) {
            for (boolean reverse : column.isSortable() ? List.of(false, true) : List.<Boolean>of()) {
                String direction = column.isAscendingFirst() != reverse ? " ASC" : " DESC";
                List<String> wanted = jdbc.sql("SELECT item || '@' || warehouse FROM item_list ORDER BY "
                                + column.column() + direction + ", item" + direction + ", warehouse" + direction)
                        .query(String.class)
                        .list();
                ItemList first = queries.list(sorted(column, reverse, null, null), List.of());
                ItemList second = queries.list(sorted(column, reverse, first.after(), null), List.of());
                ItemList back = queries.list(sorted(column, reverse, null, second.before()), List.of());
                assertThat(keys(first)).as(column.name()).isEqualTo(wanted.subList(0, 100)); // 100 rows a page
                assertThat(keys(second)).as(column.name()).isEqualTo(wanted.subList(100, LOCATIONS));
                assertThat(keys(back)).as(column.name()).isEqualTo(keys(first));
                assertThat(second.after()).isNull();
                assertThat(first.before()).isNull();
            }
        }
    }

    @Test
    void everyColumnCanBeShownAndHasATitle() throws IOException {
        String all = ItemFilter.keys(ItemColumn.choices());
        Document page = get("/items?cols=" + all).parse();
        assertThat(page.select("#item-list thead th"))
                .hasSize(1 + ItemColumn.choices().size());
        assertThat(page.text()).doesNotContain("??");
        assertThat(get("/items.csv?cols=" + all)
                        .body()
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split(","))
                .hasSize(3 + ItemColumn.choices().size()); // item and name before them, the currency behind
    }

    @Test
    void aPageReachedBackwardsIsTheOneThatWasLeft() throws IOException {
        Document first = get("/items?sort=COVER").parse();
        Document second = get(next(first)).parse();
        assertThat(second.select("#list-title").text()).isEqualTo("101 to 144 of 144");
        Document back = get(second.select("a[rel=prev]").attr("href")).parse();
        assertThat(back.select("#list-title").text()).isEqualTo("1 to 100 of 144");
        assertThat(keys(back)).isEqualTo(keys(first));
        assertThat(back.select("a[rel=prev]")).isEmpty();
        assertThat(get("/items?after=forged").parse().select("#list-title").text())
                .isEqualTo("1 to 100 of 144");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc=A | s.abc_class = 'A'",
                "warehouse=LEEDS&status=DEAD | s.warehouse = 'LEEDS' AND status = 'DEAD'",
                "supplier=S02 | s.supplier = 'S02'",
                "category=tea | i.category = 'tea'",
                "policy=MIN_MAX&abc=B | policy_type = 'MIN_MAX' AND abc_class = 'B'",
                "method=ses&demand=LUMPY | forecast_method = 'ses' AND demand_class = 'LUMPY'",
                "proposed=true | bought_units + moved_in_units > 0",
                "runsOut=true&warehouse=DUBLIN | first_stockout_before IS NOT NULL AND s.warehouse = 'DUBLIN'",
                "lifecycle=PHASE_OUT | i.lifecycle = 'PHASE_OUT'",
                "stopBuy=true | stop_buy",
                "exception=EXCESS | EXISTS (SELECT FROM plan_exception e WHERE e.run_id = s.run_id AND e.item = s.item AND e.warehouse = s.warehouse AND kind = 'EXCESS')",
                "q=TOWEL+bristol | i.description ILIKE '%towel%' AND s.warehouse = 'BRISTOL'",
                "q=harbour | s.supplier = 'S01'",
                "q=100%25 | false"
            })
    void findsWhatTheTablesOfThePlanHold(String query, String condition) throws IOException {
        int wanted = jdbc.sql(
                        "SELECT count(*) FROM sku_location s JOIN plan_item i USING (run_id, item) WHERE run_id = ?"
                                + " AND " + condition)
                .param(currentPlan.find().orElseThrow().runId())
                .query(Integer.class)
                .single();
        Document page = get("/items?" + query).parse();
        assertThat(page.select("#list-title").text()).endsWith(wanted == 0 ? "No items" : " of " + wanted);
        assertThat(keys(page)).hasSize(Math.min(100, wanted));
    }

    @Test
    void showsAndExportsTheColumnsThatAreChosenInTheirOrder() throws IOException {
        String address = "/items?cols=value,service,warehouse,runs_out&abc=A";
        Document page = get(address).parse();
        assertThat(page.select("#item-list thead th").eachText())
                .containsExactly(
                        "Item by name", "Stock value", "Service target", "Warehouse", "Runs out if nothing is done");
        assertThat(page.select("#item-list tbody tr").first().select("td").eachText())
                .element(1)
                .isEqualTo("98.0%"); // class A of the fixture
        String csv = get(page.select("a[download][href*=.csv]").attr("href")).body();
        assertThat(csv.lines().findFirst().orElseThrow())
                .endsWith("item,warehouse,description,on_hand_value,service_level,runs_out,currency");
        assertThat(csv.lines()).hasSize(1 + 48);
        Connection.Response chosen = get("/items?cols=value,service&col=value&col=cover&abc=A");
        assertThat(chosen.header("Location")).isEqualTo("/items?abc=A&cols=value%2Ccover");
        assertThat(page.select(".column-choices a").first().attr("href")).contains("cols=service%2Cvalue%2Cwarehouse");
    }

    @Test
    void showsEachRoleItsOwnColumns() throws IOException {
        assertThat(heads(Role.BUYER)).contains("Supplier", "Order multiple").doesNotContain("Stock value");
        assertThat(heads(Role.ANALYST))
                .contains("Reorder policy", "Scaled error")
                .doesNotContain("Supplier");
        assertThat(heads(Role.PLANNER)).contains("Stock value", "Reorder point");
    }

    @Test
    void onlyWhoMayChangeAPolicyIsOfferedTo() throws IOException {
        assertThat(TestLogin.as(port, Role.AUDITOR).get("/items").parse().select("main a[href^=/overrides/edit]"))
                .isEmpty();
        assertThat(TestLogin.as(port, Role.PLANNER)
                        .get("/items?q=ART-1003+dublin")
                        .parse()
                        .select("main a[href^=/overrides/edit]")
                        .eachAttr("hx-get"))
                .containsExactly("/overrides/edit?item=ART-1003&warehouse=DUBLIN");
    }

    @Test
    void marksWhatAPersonHasSetInThePlanOrSince() throws IOException {
        jdbc.sql("UPDATE item_list SET overridden = '{safety_stock}' WHERE item = 'ART-1010' AND warehouse = 'LEEDS'")
                .update();
        jdbc.sql("""
                        INSERT INTO policy_override (item, warehouse, field, value, reason, set_by, set_at)
                        VALUES ('ART-1011', 'DUBLIN', 'REORDER_POINT', 240, 'Trade fair', 'list-anna', now())""").update();
        try {
            Document page = get("/items?overridden=true&cols=safety_stock,reorder_point&warehouse=LEEDS")
                    .parse();
            assertThat(keys(page)).contains("ART-1010@LEEDS");
            Element row = page.select("tbody tr:has(a[href*=ART-1010])").first();
            assertThat(row.select("td:nth-child(2) .by-person").text()).isEqualTo("set by a person");
            assertThat(row.select("td:nth-child(3) .by-person")).isEmpty();
            Document dublin = get("/items?overridden=true&cols=value&warehouse=DUBLIN&q=art-1011")
                    .parse();
            assertThat(keys(dublin)).containsExactly("ART-1011@DUBLIN");
            assertThat(dublin.select("th .by-person").text()).isEqualTo("Policy changed by a person");
            Document item = get("/item?item=ART-1011&warehouse=DUBLIN").parse();
            assertThat(item.select("#policy tr:contains(Reorder point)").first().text())
                    .contains("240 list-anna", "Trade fair", "from the next plan on", "instead of rule POL-020");
        } finally {
            jdbc.sql("UPDATE item_list SET overridden = '{}' WHERE item = 'ART-1010'")
                    .update();
            jdbc.sql("DELETE FROM policy_override WHERE set_by = 'list-anna'").update();
        }
    }

    @Test
    void keepsViewsOfOnesOwnAndShowsThoseThatOthersShare() throws IOException {
        TestLogin.createAccount(jdbc, "view-anna", Set.of(Role.BUYER));
        TestLogin.Session anna = TestLogin.logIn(port, "view-anna", TestLogin.PASSWORD);
        String query = "warehouse=LEEDS&sort=VALUE&cols=value,cover";
        Connection.Response saved =
                anna.post("/items/views", Map.of("name", "Dear in Leeds", "query", query, "shared", "true"));
        assertThat(saved.header("Location")).isEqualTo("/items?" + query);
        anna.post("/items/views", Map.of("name", "Mine", "query", "abc=A"));
        assertThat(anna.get("/items").parse().select(".chips a").eachText()).containsExactly("Dear in Leeds", "Mine");
        Document others = get("/items").parse();
        assertThat(others.select(".chips").text())
                .containsPattern("Dear in Leeds ?by view-anna")
                .doesNotContain("Mine");
        long id = jdbc.sql("SELECT id FROM item_view WHERE name = 'Dear in Leeds'")
                .query(Long.class)
                .single();
        assertThat(TestLogin.as(port, Role.PLANNER)
                        .post("/items/views/" + id + "/forget", Map.of())
                        .statusCode())
                .isEqualTo(403);
        Connection.Response refused = anna.post("/items/views", Map.of("name", " ", "query", query));
        assertThat(refused.statusCode()).isEqualTo(400);
        Document told = refused.parse();
        assertThat(told.select("[role=alert]").text()).contains("0 characters must be 1 to 60");
        assertThat(told.select("input[name=query]").attr("value")).isEqualTo(query);
        assertThat(anna.post("/items/views", Map.of("name", "x", "query", "a=<b>"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(anna.post("/items/views/" + id + "/forget", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(get("/items").parse().select(".chips").text()).doesNotContain("Dear in Leeds");
        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE subject = 'view-anna: Dear in Leeds' ORDER BY number")
                        .query(String.class)
                        .list())
                .containsExactly("save", "forget");
    }

    @Test
    void saysThatThereAreMoreThanAreCounted() {
        ItemList many = new ItemList(List.of(), ItemList.MOST_COUNTED + 1, false, 1, null, null);
        assertThat(many.total() - 1).isEqualTo(5_000);
        assertThat(queries.choices().get("WAREHOUSE"))
                .containsExactly(
                        new Choice("BRISTOL", "Bristol"),
                        new Choice("DUBLIN", "Dublin"),
                        new Choice("LEEDS", "Leeds central"));
        assertThat(jdbc.sql("SELECT rows FROM item_facet WHERE kind = 'ALL'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(LOCATIONS);
    }

    private List<String> heads(Role role) throws IOException {
        return TestLogin.as(port, role)
                .get("/items")
                .parse()
                .select("#item-list thead th")
                .eachText();
    }

    private static ItemFilter sorted(ItemColumn column, boolean reverse, String after, String before) {
        return new ItemFilter(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, column,
                reverse, null, null, after, before, null);
    }

    private static List<String> keys(ItemList list) {
        return list.rows().stream()
                .map(row -> row.item() + "@" + row.warehouse())
                .toList();
    }

    private static String next(Document page) {
        return page.select("a[rel=next]").attr("href");
    }

    /** As item@warehouse. */
    private static List<String> keys(Document page) {
        return page.select("#item-list tbody th a").stream()
                .map(ItemListTest::key)
                .toList();
    }

    private static String key(Element link) {
        return link.attr("href").replaceAll(".*item=([^&]+)&warehouse=([^&]+)", "$1@$2");
    }

    private Connection.Response get(String path) {
        return TestLogin.as(port, Role.AUDITOR).get(path);
    }
}
