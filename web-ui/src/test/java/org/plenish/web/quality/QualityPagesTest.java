package org.plenish.web.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.engine.plan.quality.FindingKind;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnFixturePlan
class QualityPagesTest {

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
    void whatSellsAndIsInNoStockListIsFound() throws Exception {
        // The fixture's dataset has no stock list; whatever sold in the last 90 days is missing from it.
        int expected = jdbc.sql("SELECT count(*) FROM sku_location WHERE run_id = :run AND days_since_last_sale <= 90")
                .param("run", run)
                .query(Integer.class)
                .single();
        assertThat(expected).isPositive();
        Document page = get("/data-quality?kind=SOLD_NOT_STOCKED").parse();
        assertThat(page.select("section:has(#kinds-title) tbody tr:contains(Sold but not in the stock list) td")
                        .first()
                        .text())
                .isEqualTo(String.valueOf(expected));
        assertThat(page.select(".table-quality tbody tr")).hasSize(Math.min(100, expected));
        assertThat(page.select(".table-quality tbody tr").first().text())
                .contains("but the stock list has no row for it.")
                .contains("Add its row to stock.csv.");
        String next = page.select("a[rel=next]").attr("href");
        assertThat(next).isEqualTo("/data-quality?kind=SOLD_NOT_STOCKED&after=100");
        assertThat(get(next).parse().select(".table-quality tbody tr")).hasSize(expected - 100);
        assertThat(get("/data-quality?kind=SOLD_NOT_STOCKED&warehouse=LEEDS")
                        .parse()
                        .select(".table-quality tbody td:nth-child(2)")
                        .eachText())
                .isNotEmpty()
                .containsOnly("LEEDS");
        assertThat(get("/data-quality.csv?kind=SOLD_NOT_STOCKED").body().lines())
                .hasSize(expected + 1);
        assertThat(get("/data-quality?kind=DULL").statusCode()).isEqualTo(400);
    }

    @Test
    void theCountListHasABlankColumnAndItsFormula() throws Exception {
        assertThat(get("/data-quality/counts?warehouse=NOWHERE").parse().text())
                .contains("No record of this plan is worth counting");
        Document page = get("/data-quality/counts").parse();
        // Worth most first, by the sum of its three parts; the fixture contradicts itself nowhere.
        BigDecimal most =
                jdbc.sql("""
                        SELECT round(max(shortage_cost + holding_cost + contradiction_value)) FROM count_proposal
                        WHERE run_id = :run""").param("run", run).query(BigDecimal.class).single();
        assertThat(most).isPositive();
        assertThat(new BigDecimal(page.select(".table-counts tbody td:last-child")
                        .first()
                        .text()
                        .replaceAll("[^0-9]", "")))
                .isEqualByComparingTo(most);
        assertThat(page.select(".table-counts tbody td:nth-child(9)").eachText())
                .containsOnly("–");
        assertThat(page.select("td.count-blank").first().ownText()).isEmpty();
        assertThat(page.select(".formula").eachText()).contains("m · σ · G(SS ÷ σ) + h · v · σ ÷ √(2π) + v · |c|");
        assertThat(get("/data-quality/counts.csv").body().lines().toList().get(0))
                .contains(",on_hand,counted,");
        assertThat(get("/data-quality/counts?warehouse=DUBLIN")
                        .parse()
                        .select(".table-counts tbody td:nth-child(3)")
                        .eachText())
                .isNotEmpty()
                .allMatch(place -> place.startsWith("DUBLIN"));
    }

    @Test
    void everyKindHasItsWords() {
        ResourceBundle words = ResourceBundle.getBundle("messages/quality", Locale.ROOT);
        for (FindingKind kind : FindingKind.values()) {
            assertThat(words.keySet()).contains("quality.kind." + kind, "quality.why." + kind);
        }
    }

    private Connection.Response get(String path) {
        return TestLogin.as(port, Role.AUDITOR).get(path);
    }
}
