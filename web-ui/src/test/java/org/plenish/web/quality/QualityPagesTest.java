package org.plenish.web.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
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

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM count_proposal").update();
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
        assertThat(get("/data-quality/counts").parse().text()).contains("No record of this plan is worth counting");
        jdbc.sql("""
                        INSERT INTO count_proposal VALUES
                        (:run, 1, 'ART-1001', 'LEEDS', -4, 100, 2.83, 4, 3.39, 1.13, 4.80, 9.32),
                        (:run, 2, 'ART-1002', 'DUBLIN', 50, 60, 1.55, 0, 2.50, 0.20, 0, 2.70)""").param("run", run).update();
        Document page = get("/data-quality/counts").parse();
        List<String> rows = page.select(".table-counts tbody tr").eachText();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .startsWith("1 ")
                .contains("ART-1001")
                .contains("−4 piece")
                .endsWith("±2.8 £3 £1 £5 £9");
        assertThat(page.select("td.count-blank").first().ownText()).isEmpty();
        assertThat(page.select(".formula").eachText()).contains("m · σ · G(SS ÷ σ) + h · v · σ ÷ √(2π) + v · |c|");
        assertThat(get("/data-quality/counts.csv").body().lines().toList().get(0))
                .contains(",on_hand,counted,");
        assertThat(get("/data-quality/counts?warehouse=DUBLIN").parse().select(".table-counts tbody tr"))
                .hasSize(1);
    }

    private Connection.Response get(String path) {
        return TestLogin.as(port, Role.AUDITOR).get(path);
    }
}
