package org.plenish.web.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stock of the fixture's plan, 48 articles in 3 warehouses, valued; against PostgreSQL. */
@OnFixturePlan
class ValuePagesTest {

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

    @AfterEach
    void forgetEarlierPoints() {
        PastPoints.forget(jdbc);
    }

    @Test
    void everyCutAddsUpToTheStockOnHand() {
        BigDecimal onHand = number("SELECT sum(on_hand_units * unit_cost) FROM sku_location JOIN plan_item"
                + " USING (run_id, item) WHERE run_id = :run");
        assertThat(onHand).isPositive();
        for (int scope = 0; scope < 8; scope++) {
            assertThat(number("SELECT sum(on_hand_value) FROM value_snapshot WHERE run_id = :run AND scope = " + scope))
                    .as("cut %d", scope)
                    .isEqualByComparingTo(onHand);
        }
        assertThat(number("SELECT sum(v) FROM value_snapshot, unnest(age_value) AS v WHERE run_id = :run AND scope = 0"))
                .isEqualByComparingTo(onHand);
        Document page = page("/value");
        assertThat(page.select("tfoot td").first().text()).isEqualTo(pounds(onHand));
        assertThat(page.select(".formulas").text()).contains("added up: £" + String.format("%,.2f", onHand));
        assertThat(page.select(".table-value tbody tr")).hasSize(3);
    }

    @Test
    void ratiosAreOfTheSumsAndShowTheirFormula() {
        double[] sums = jdbc.sql("""
                        SELECT sum(least(d, greatest(0, d - b))) AS served, sum(d) AS demand
                        FROM (SELECT unnest(planned_demand) AS d, unnest(net_after) AS net FROM sku_location_series
                            WHERE run_id = :run) s, LATERAL (SELECT greatest(0, -net) AS b) short""")
                .param("run", run)
                .query((row, index) -> new double[] {row.getDouble("served"), row.getDouble("demand")})
                .single();
        Document page = page("/value");
        assertThat(page.select(".kpi:contains(Fill rate) .figure").text())
                .isEqualTo(String.format("%.1f%%", 100 * sums[0] / sums[1]));
        String turns = page.select(".formulas dd").get(1).text();
        List<Double> numbers = numbers(turns.substring(turns.indexOf("=") + 1, turns.indexOf(". Both")));
        // cost of sales · 365 ÷ 91 days ÷ average stock
        assertThat(numbers.get(0) * 365 / 91 / numbers.get(3)).isCloseTo(numbers.get(4), within(0.01));
        assertThat(numbers.get(2)).isEqualTo(91);
        // everything sells at twice its cost: the margin is the cost, so GMROI is the turns of what has a price
        assertThat(page.select(".kpi:contains(GMROI) .figure").text())
                .isEqualTo(page.select(".kpi:contains(Turns) .figure").text());
        assertThat(page.select(".formulas").text()).contains("it is known at 144 items at warehouses. The other 0");
    }

    @Test
    void aNameLeadsIntoItsGroup() {
        Document page = page("/value");
        Element row = page.select(".table-value tbody tr:contains(Leeds central)").first();
        Document leeds = page(row.select("a").attr("href"));
        assertThat(leeds.select(".kpi .figure").first().text())
                .isEqualTo(row.select("td").first().text());
        assertThat(leeds.select("#cut-title").text()).isEqualTo("Stock by category");
        assertThat(leeds.select("tfoot td").first().text())
                .isEqualTo(row.select("td").first().text());
        assertThat(page("/value?category=no+such+thing").text()).contains("Nothing of that is stocked");
        assertThat(TestLogin.as(port, Role.ANALYST).get("/value?at=999999").statusCode())
                .isEqualTo(404);
        assertThat(TestLogin.as(port, Role.ANALYST).get("/value?abc=Z").statusCode())
                .isEqualTo(400);
    }

    @Test
    void pointsOfPlansThatAreGoneStillCount() {
        PastPoints.keep(jdbc, run);
        Document page = page("/value");
        assertThat(page.select("#history-table tbody th").eachText())
                .containsExactly("2026-11-09", "2026-11-16", "2026-11-23");
        assertThat(page.select("section:has(#compare-title) thead th").eachText())
                .containsExactly("Figure", "2026-11-16", "2026-11-23", "Change");
        // a week before there was 10 % less on hand
        BigDecimal now = number("SELECT on_hand_value FROM value_snapshot WHERE run_id = :run AND scope = 0");
        assertThat(page.select("section:has(#compare-title) tbody tr").first().select("td").eachText())
                .containsExactly(
                        pounds(now.multiply(new BigDecimal("0.9"))),
                        pounds(now),
                        "+" + pounds(now.subtract(now.multiply(new BigDecimal("0.9")))));
        assertThat(csv("/value/over-time.csv")).hasSize(1 + 3);
        assertThat(csv("/value/over-time.csv?warehouse=LEEDS").get(3))
                .startsWith("2026-11-23,Hand-made," + run + ",48,");
    }

    @Test
    void theFileHoldsTheRows() {
        List<String> lines = csv("/value.csv?by=CATEGORY&warehouse=DUBLIN");
        assertThat(lines.get(0)).startsWith("\uFEFFcategory,plan_date,sku_locations,stock_value,stock_m3,");
        int categories = number("SELECT count(DISTINCT category) FROM plan_item WHERE run_id = :run")
                .intValueExact();
        assertThat(lines).hasSize(1 + categories);
    }

    private Document page(String path) {
        try {
            return TestLogin.as(port, Role.ANALYST).get(path).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> csv(String path) {
        return new String(
                        TestLogin.as(port, Role.ANALYST).get(path).bodyAsBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private BigDecimal number(String sql) {
        return jdbc.sql(sql).param("run", run).query(BigDecimal.class).single();
    }

    private static String pounds(BigDecimal amount) {
        return "£" + String.format("%,d", amount.setScale(0, RoundingMode.HALF_EVEN).longValue());
    }

    private static List<Double> numbers(String text) {
        return Pattern.compile("[0-9][0-9,.]*")
                .matcher(text)
                .results()
                .map(found -> Double.valueOf(found.group().replace(",", "").replaceAll("\\.$", "")))
                .toList();
    }
}
