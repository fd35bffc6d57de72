package org.plenish.web.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may happen, as the pages and files tell it; 144 SKU-locations, 13 weeks, 100 futures, against PostgreSQL. */
@OnFixturePlan
class UncertaintyPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        UncertaintyAtHand.awaitEnd(jdbc);
    }

    @Test
    void saysHowItWasSampledAndWhatIsAssumed() throws Exception {
        Document page = page("/what-may-happen");
        assertThat(page.select(".page-head").text())
                .contains("100 futures, seed 1, of the plan of 2026-11-23 over 13 weeks");
        assertThat(page.select(".future-switch [aria-current]").text()).isEqualTo("As planned");
        assertThat(page.text()).contains("Every order of the plan is placed on its day, come what may.");
        assertThat(page("/what-may-happen?conduct=BY_POLICY").text())
                .contains("The orders of the first week are placed as planned")
                .contains("without regard to space and cash");
    }

    @Test
    void spreadsEachFigureFromLowToHigh() throws Exception {
        List<Element> rows = page("/what-may-happen").select(".table-spread tbody tr");
        assertThat(rows).hasSize(Figure.values().length);
        for (Element row : rows) {
            List<Double> quantiles = row.select("td.num").stream()
                    .limit(5)
                    .map(cell -> Double.valueOf(
                            cell.text().replaceAll("[^0-9.−]", "").replace('−', '-')))
                    .toList();
            assertThat(quantiles).as(row.text()).hasSize(5).isSorted();
            assertThat(row.select("svg.box-plot rect").attr("width"))
                    .as(row.text())
                    .endsWith("%");
        }
        assertThat(rows.get(1).text()).startsWith("Fill rate").contains("98.1%"); // what the plan expects
        assertThat(page("/what-may-happen")
                        .select("#stock-table tbody tr, #cash-table tbody tr, #shortages-table tbody tr"))
                .hasSize(3 * 13);
    }

    @Test
    void listsStockoutsWorstFirstAPageAtATime() throws Exception {
        Document first = page("/what-may-happen");
        assertThat(first.select("#risks-title").text()).isEqualTo("1 to 50 of 144");
        assertThat(probabilities(first)).hasSize(50).isSortedAccordingTo(Comparator.reverseOrder());
        Document third = page(first.select("a[rel=next]").attr("href").replace("page=2", "page=3"));
        assertThat(third.select("#risks-title").text()).isEqualTo("101 to 144 of 144");
        assertThat(probabilities(third).get(0))
                .isLessThanOrEqualTo(probabilities(first).get(49));
        assertThat(page("/what-may-happen?page=99").select("#risks-title").text())
                .isEqualTo("101 to 144 of 144");
        assertThat(probabilities(page(first.select("th[aria-sort] a").attr("href"))))
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void filtersStockoutsByItemWarehouseBucketAndChance() throws Exception {
        assertThat(page("/what-may-happen?q=ART-1002").select(".table-risks tbody tr"))
                .hasSize(3);
        assertThat(page("/what-may-happen?q=ART-1002&warehouse=LEEDS").select(".table-risks tbody tr"))
                .hasSize(1);
        assertThat(page("/what-may-happen?q=%25").select(".table-risks tbody tr"))
                .isEmpty();
        Document atLeastHalf = page("/what-may-happen?least=50&bucket=2026-12-07");
        assertThat(probabilities(atLeastHalf)).isNotEmpty().allMatch(percent -> percent >= 50);
        int stored = jdbc.sql("""
                        SELECT count(*) FROM stockout_risk
                        WHERE run_id = :run AND conduct = 'AS_PLANNED' AND by_bucket[3] >= 0.5""")
                .param("run", currentPlan.find().orElseThrow().runId())
                .query(Integer.class)
                .single();
        assertThat(atLeastHalf.select("#risks-title").text()).endsWith("of " + stored);
    }

    @Test
    void theFilesHoldWhatThePageHolds() throws Exception {
        List<String> lines = csv("/what-may-happen.csv?q=ART-1002&warehouse=LEEDS&conduct=BY_POLICY");
        assertThat(lines).hasSize(1 + 13);
        assertThat(lines.get(0))
                .isEqualTo("\uFEFFitem,warehouse,description,abc,conduct,period_start,stockout_probability,"
                        + "any_stockout_probability,demand,short,fill_rate,short_value,currency");
        assertThat(lines.get(1)).startsWith("ART-1002,LEEDS,").contains(",by_policy,2026-11-23,");
        assertThat(csv("/what-may-happen.csv?bucket=2026-12-07")).hasSize(1 + 144);
        assertThat(csv("/what-may-happen/spread.csv")).hasSize(1 + 2 * (Figure.values().length + 2 * 13));
        assertThat(csv("/stock-and-service.csv?item=ART-1002")).hasSize(1 + 18 + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/what-may-happen", "/stock-and-service", "/stock-and-service?item=ART-1002"})
    void everyTableOffersItselfInBothFormats(String path) throws Exception {
        List<String> links = page(path).select("a[download]").eachAttr("href");
        assertThat(links).anyMatch(link -> link.contains(".csv")).anyMatch(link -> link.contains(".xlsx"));
        for (String link : links) {
            assertThat(get(link).statusCode()).as(link).isEqualTo(200);
        }
    }

    @Test
    void theCurveOfEachScopeHasTodayAmongItsTargets() throws Exception {
        for (String path : List.of("", "?category=mug", "?item=ART-1002")) {
            Document page = page("/stock-and-service" + path);
            List<Element> rows = page.select("#curve-table tbody tr");
            assertThat(rows).as(path).hasSize(19);
            assertThat(page.select("#curve-table .current-row th").text())
                    .as(path)
                    .startsWith("Today (");
            List<Double> fillRates = rows.stream()
                    .map(row -> Double.valueOf(row.select("td").first().attr("data-value")))
                    .toList();
            assertThat(fillRates).as(path).isSorted();
        }
        assertThat(page("/stock-and-service?item=ART-1001")
                        .select("figcaption h2")
                        .text())
                .isEqualTo("Mug <script>alert('x')</script> & \"saucer\" (ART-1001)");
    }

    @Test
    void aTargetLeadsToAScenarioThatHasIt() throws Exception {
        String link = page("/stock-and-service?category=mug", Role.PLANNER)
                .select("a[aria-label='Take this target: 97.0%']")
                .attr("href");
        assertThat(link)
                .isEqualTo("/scenarios/new?kind=service&name=Service%20target%2097.0%25%2C%20mug"
                        + "&target=0.97&categories=mug");
        assertThat(page("/stock-and-service", Role.BUYER).select("#curve-table a"))
                .isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidSo() throws Exception {
        assertThat(get("/stock-and-service?item=ART-9").statusCode()).isEqualTo(404);
        assertThat(get("/stock-and-service.csv?item=ART-9").statusCode()).isEqualTo(404);
        assertThat(page("/stock-and-service?category=none").text())
                .contains("Nothing of it is stocked and expects demand.");
        assertThat(get("/what-may-happen?conduct=AT_RANDOM").statusCode()).isEqualTo(400);
    }

    @Test
    void thePlanAndTheItemTellItInShort() throws Exception {
        assertThat(page("/plan").select("section:has(#future-title)").text())
                .contains("In nine of ten futures the service level is ")
                .contains("See what may happen");
        Document item = page("/item?item=ART-1002&warehouse=LEEDS");
        assertThat(item.select("#chances-table tbody tr")).hasSize(13);
        assertThat(item.select("figure:has(#chances-table) a").eachAttr("href"))
                .contains("/stock-and-service?item=ART-1002", "/what-may-happen");
    }

    @Test
    void aPageThatWaitsIsToldWhenToLookAgain() {
        Connection.Response answer = get("/what-may-happen/progress");
        assertThat(answer.header("HX-Refresh")).isEqualTo("true");
    }

    private static List<Double> probabilities(Document page) {
        return page.select(".table-risks tbody td.strong").eachText().stream()
                .map(text -> Double.valueOf(text.replace("%", "")))
                .toList();
    }

    private List<String> csv(String path) {
        return get(path).body().lines().toList();
    }

    private Document page(String path) throws Exception {
        return page(path, Role.AUDITOR);
    }

    private Document page(String path, Role role) throws Exception {
        Connection.Response answer = TestLogin.as(port, role).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.parse();
    }

    private Connection.Response get(String path) {
        return TestLogin.as(port, Role.AUDITOR).get(path);
    }
}
