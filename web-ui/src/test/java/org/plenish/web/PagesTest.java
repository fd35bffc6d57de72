package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnFixturePlan
class PagesTest {

    private static final int LINKS_A_PAGE = 30;

    private static final int LINKS_A_KIND = 5;

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @Test
    void homePageShowsKeyFigures() throws Exception {
        Document page = get("/plan").parse();
        assertThat(page.select("h1").text()).isEqualTo("What to buy and move this week");
        assertThat(page.select(".kpi").text()).contains("Service level 96.2%");
        assertThat(page.select(".kpi").text()).contains("Dead stock £9,870Show items£4,935 to write down in all");
    }

    @Test
    void homePageShowsTheLimitOfAStorageClass() throws Exception {
        Document page = get("/plan").parse();
        assertThat(page.select("figure h3").eachText()).contains("Space for chilled goods in Bristol");
    }

    @Test
    void homePageSaysWhatWouldLiftALimitThatIsNotKept() throws Exception {
        long run = currentPlan.find().orElseThrow().runId();
        jdbc.sql("""
                        INSERT INTO plan_violation (run_id, rank, kind, place, date, excess, unit, remedy) VALUES
                        (:run, 101, 'space', 'warehouse LEEDS', '2026-12-07', 4, 'm³', 'Clear 8 units of ART-1001.'),
                        (:run, 102, 'cash', 'period 3', NULL, 5, '', '')""").param("run", run).update();
        try {
            assertThat(get("/plan")
                            .parse()
                            .select("section:has(#violations-title) li")
                            .eachText())
                    .contains(
                            "Space: warehouse LEEDS 2026-12-07 over by 4 m³. Clear 8 units of ART-1001.",
                            "Cash: period 3 over by 5.");
        } finally {
            jdbc.sql("DELETE FROM plan_violation WHERE run_id = :run AND rank > 100")
                    .param("run", run)
                    .update();
        }
    }

    @Test
    void anOrderSaysHowManyContainersItFills() throws Exception {
        assertThat(get("/purchase-orders/PO-0001").parse().select(".kpi").text())
                .contains("Containers 2.7 of 3");
        assertThat(get("/purchase-orders/PO-0002").parse().select(".kpi").text())
                .doesNotContain("Containers");
    }

    @Test
    void showsAHostileNameAsTextOnEveryPageThatNamesIt() throws Exception {
        for (String path : List.of("/items", "/item?item=ART-1001&warehouse=LEEDS", "/items?q=%3Cscript%3E")) {
            Connection.Response answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("<script>alert");
            assertThat(answer.parse().text()).contains(PlanFixture.HOSTILE_NAME);
        }
    }

    @Test
    void noPageHasInlineScriptOrStyle() throws Exception {
        for (String path : List.of(
                "/",
                "/plan",
                "/exceptions",
                "/purchase-orders",
                "/purchase-orders/PO-0001",
                "/transfers",
                "/transfers/TR-0001",
                "/items",
                "/forecast-accuracy",
                "/item?item=ART-1001&warehouse=LEEDS",
                "/explanations/PO-0001/1",
                "/nowhere")) {
            Document page = get(path).parse();
            assertThat(page.select("style, [style], script:not([src]), [onclick], [onload]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("table th:not([scope])")).as(path).isEmpty();
            assertThat(page.text()).as(path).doesNotContain("??");
        }
    }

    @Test
    void everyLinkOfThePagesLeadsSomewhere() throws Exception {
        Set<String> seen = new HashSet<>(List.of("/"));
        Deque<String> open = new ArrayDeque<>(seen);
        Map<String, Integer> ofKind = new HashMap<>();
        while (!open.isEmpty()) {
            String path = open.removeFirst();
            Connection.Response answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            if (path.startsWith("/item?") || path.contains("sort=")) {
                continue;
            }
            answer.parse().select("main a[href^=/]:not([download])").eachAttr("href").stream()
                    .limit(LINKS_A_PAGE)
                    .filter(link -> !seen.contains(link) && ofKind.merge(kind(link), 1, Integer::sum) <= LINKS_A_KIND)
                    .filter(seen::add)
                    .forEach(open::add);
        }
        assertThat(seen).hasSizeGreaterThan(40);
    }

    /** The page and the names of what it is asked: what differs in their values alone is made by one template. */
    private static String kind(String link) {
        String[] parts = link.replaceFirst("#.*", "").split("\\?", 2);
        String page = parts[0].replaceAll("/[^/]*\\d[^/]*", "/_");
        return parts.length == 1 ? page : page + "?" + parts[1].replaceAll("=[^&]*", "");
    }

    @Test
    void tellsWhatIsNotThere() throws Exception {
        assertNotFound("/nowhere", "The page may belong to an earlier plan");
        assertNotFound("/purchase-orders/PO-9999", "There is no purchase order PO-9999.");
        assertNotFound("/transfers/TR-9999", "There is no transfer TR-9999.");
        assertNotFound("/explanations/PO-0001/999", "The current plan has no line 999 of PO-0001.");
        assertNotFound("/item?item=%3Cb%3E&warehouse=LEEDS", "The current plan has no item <b> at LEEDS.");
        assertThat(get("/items?abc=D").statusCode()).isEqualTo(400);
        assertThat(get("/items?q=%25").parse().text()).contains("No item fits these filters.");
    }

    @Test
    void answersHtmxWithTheListAlone() throws Exception {
        Document list = TestLogin.as(port, Role.AUDITOR).getPart("/items?abc=A").parse();
        assertThat(list.select("main")).isEmpty();
        assertThat(list.select("#item-list tbody tr")).hasSize(48); // a third of 144
    }

    @Test
    void tellsWhatWasCorrectedInTheHistory() throws Exception {
        // the second SKU-location lacked stock for three weeks
        Document page = get("/item?item=ART-1001&warehouse=DUBLIN").parse();
        assertThat(get("/item?item=ART-1001&warehouse=LEEDS").parse().select("#corrections-title"))
                .isEmpty();
        assertThat(page.select("section[aria-labelledby=corrections-title] tbody tr"))
                .hasSize(1)
                .first()
                .extracting(row -> row.text())
                .asString()
                .contains("Out of stock", "–", "In stock on 20 % of its days: demand is not known.");
    }

    @Test
    void eachExceptionNamesItsActionAndTheRuleThatJudgedIt() throws Exception {
        Document page = get("/exceptions?kind=EXCESS").parse();
        assertThat(page.select(".exception-what").eachText())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text)
                        .contains("Mark down: Offer it to the other warehouses or mark it down.")
                        .contains("It lasts too long. EXC-340 · exceptions-of-stock.csv:5"));
    }

    @Test
    void tellsWhatARuleSawBesideItsAnswer() throws Exception {
        Document page = get("/item?item=ART-1001&warehouse=LEEDS").parse();
        assertThat(page.select("section[aria-labelledby=parameters-title] tbody tr"))
                .filteredOn(row -> row.text().startsWith("Safety stock method"))
                .singleElement()
                .extracting(row -> row.text())
                .asString()
                .contains("Cycle service level", "demand.annualUnits = 1040.0"); // 20 a week · 52
    }

    @Test
    void listsExceptionsOfOneKind() throws Exception {
        Document all = get("/exceptions").parse();
        Document one = get("/exceptions?kind=STOCKOUT_NOW").parse();
        assertThat(one.select(".exception-list li"))
                .isNotEmpty()
                .hasSizeLessThan(all.select(".exception-list li").size());
        assertThat(one.select(".exception-kind").eachText()).containsOnly("Out of stock now");
        assertThat(get("/exceptions?kind=OVER_CASH").parse().text())
                .contains("The plan has no exception of this kind.");
        assertThat(get("/exceptions?kind=DULL").statusCode()).isEqualTo(400);
    }

    @Test
    void showsWhatForecastingAddsWorstFirst() throws Exception {
        Document page = get("/forecast-accuracy").parse();
        assertThat(page.select("#worst-title").text()).isEqualTo("Where forecasting adds least");
        List<String> valueAdded = page.select("section[aria-labelledby=worst-title] tbody td:nth-child(7)")
                .eachText();
        assertThat(valueAdded).hasSize(50).first().asString().startsWith("−£");
        assertThat(page.select(".kpi").text()).contains("Worse than naive").contains("of 144 judged, 144 planned");
        assertThat(page.select("section[aria-labelledby=categories-title] tbody tr"))
                .isNotEmpty();
        assertThat(page.text()).contains("Judged over the past buckets of forecast.csv");
        assertThat(get("/forecast-accuracy?page=99").parse().text()).contains("Page 3 of 3");
    }

    @Test
    void groupsPurchaseOrdersByRelease() throws Exception {
        Document page = get("/purchase-orders").parse();
        assertThat(page.select(".switch a").eachText())
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("Later this week");
        assertThat(page.select(".switch a[aria-current]").text()).startsWith("To place today");
        assertThat(page.select("main").text()).contains("Cash of this week: ");
        assertThat(get("/purchase-orders?when=SOON").parse().text())
                .contains("No further purchase order is to be placed before the next plan.");
        assertThat(get("/purchase-orders?when=never").statusCode()).isEqualTo(400);
    }

    @Test
    void explainsALineByASumThatAddsUp() throws Exception {
        Document page = get("/explanations/PO-0001/1").parse();
        long sum = page.select(".table-sum tbody td").eachText().stream()
                .mapToLong(text ->
                        Long.parseLong(text.replace("+", "").replace(",", "").replace('−', '-')))
                .sum();
        assertThat(page.select(".table-sum tfoot td").text().replace(",", "")).isEqualTo("= " + sum);
    }

    private void assertNotFound(String path, String message) throws Exception {
        Connection.Response answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(answer.parse().text())
                .contains("Nothing is kept at this address")
                .contains(message);
    }

    private Connection.Response get(String path) {
        return TestLogin.as(port, Role.AUDITOR).get(path);
    }
}
