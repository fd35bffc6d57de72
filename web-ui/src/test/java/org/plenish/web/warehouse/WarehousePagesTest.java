package org.plenish.web.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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

/** The fixture's three warehouses: 48 articles of 4 litres in each; against PostgreSQL. */
@OnFixturePlan
class WarehousePagesTest {

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
    void theRoomIsThatOfTheStock() {
        double onHandM3 = number("SELECT 0.004 * sum(greatest(0, on_hand_units)) FROM sku_location"
                + " WHERE run_id = :run AND warehouse = 'LEEDS'");
        assertThat(
                        number(
                                "SELECT opening_m3 FROM warehouse_space WHERE run_id = :run AND warehouse = 'LEEDS' AND bucket = 0"))
                .isCloseTo(onHandM3, within(1e-9));
        Document page = page("/warehouses?warehouse=LEEDS");
        assertThat(page.select(".kpi:contains(In use now) .figure").text())
                .isEqualTo(String.format(Locale.ENGLISH, "%.1f%%", 100 * onHandM3 / 950));
        assertThat(page.select("#space-table tbody tr")).hasSize(13);
        assertThat(page.select("#space-table thead th[data-plot]").eachText())
                .containsExactly("Peak", "Closing", "Capacity");
        assertThat(number("""
                SELECT max(abs(opening_m3 + receipts_m3 + transfers_in_m3 - transfers_out_m3 - issued_m3 - closing_m3))
                FROM warehouse_space WHERE run_id = :run""")).isLessThan(1e-9);
        assertThat(csv("/warehouses/space.csv?warehouse=LEEDS")).hasSize(1 + 13);
    }

    @Test
    void saysWhatOneMoreCubicMetreWouldSave() {
        // Bristol's space has one price, of 1.85 in the fourth week; Leeds never binds
        assertThat(page("/warehouses?warehouse=BRISTOL")
                        .select(".kpi:contains(One more m³) .figure")
                        .text())
                .isEqualTo("£1.85");
        assertThat(page("/warehouses?warehouse=LEEDS")
                        .select(".kpi:contains(One more m³)")
                        .text())
                .contains("its space does not bind");
        Document list = page("/warehouses");
        assertThat(list.select(".table-warehouses tbody tr")).hasSize(3);
        assertThat(list.select("tr:contains(Dublin)").text()).contains("not limited");
        assertThat(TestLogin.as(port, Role.PLANNER)
                        .get("/warehouses?warehouse=a%2Fb")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void ranksWhatShouldLieNearTheDock() {
        Document page = page("/warehouses?warehouse=DUBLIN");
        List<Double> index = page.select(".table-slots tbody td.strong").eachText().stream()
                .map(text -> Double.valueOf(text.replace(",", "")))
                .toList();
        assertThat(index).hasSize(25).isSorted();
        int sold = (int) number("SELECT count(*) FROM sku_location WHERE run_id = :run AND warehouse = 'DUBLIN'"
                + " AND annual_units > 0");
        assertThat(page.select("section:has(#slots-title)").text()).contains(sold + " items and ");
        List<String> file = csv("/warehouses/slots.csv?warehouse=DUBLIN");
        assertThat(file).hasSize(1 + sold);
        assertThat(file.get(sold)).endsWith(",1,1"); // all picks and all the room, up to the last
    }

    @Test
    void findsWhatIsSoldTogetherOnlyWhereCustomersAreKnown() {
        Document leeds = page("/warehouses?warehouse=LEEDS");
        // of 40 baskets 20 have ART-1003 and ART-1004, all ART-1002: with that, chance has it
        assertThat(leeds.select("section:has(#pairs-title) tbody tr")).hasSize(1);
        assertThat(leeds.select("section:has(#pairs-title) tbody td").eachText())
                .containsExactly("20", "50.0%", "100.0%", "2.00"); // 20 · 40 / 20 / 20
        assertThat(page("/warehouses?warehouse=DUBLIN").text())
                .contains("that two items sold on the same day says nothing");
    }

    @Test
    void tellsWhatHasLainTooLong() {
        assertThat(page("/warehouses?warehouse=LEEDS").text())
                .contains("Everything that lies here was sold in the last 90 days.");
        jdbc.sql("INSERT INTO warehouse_aged VALUES (:run, 'LEEDS', 1, 'ART-1001', 100000, 'DEAD', 12, 14.4, 0.048)")
                .param("run", run)
                .update();
        try {
            assertThat(page("/warehouses?warehouse=LEEDS")
                            .select("section:has(#aged-title) tbody td")
                            .eachText())
                    .containsExactly("never sold", "Dead", "12", "£14", "48 l");
            assertThat(csv("/warehouses/aged.csv?warehouse=LEEDS").get(1)).endsWith(",100000,dead,12,14.40,0.048,GBP");
        } finally {
            jdbc.sql("DELETE FROM warehouse_aged WHERE run_id = :run AND warehouse = 'LEEDS'")
                    .param("run", run)
                    .update();
        }
    }

    @Test
    void everyTableIsAFileToo() {
        assertThat(csv("/warehouses/dock.csv?warehouse=DUBLIN").get(1)).contains(",2026-11-27,");
        assertThat(csv("/warehouses/pairs.csv?warehouse=LEEDS")).hasSize(2);
        assertThat(csv("/warehouses.csv")).hasSize(4);
    }

    private Document page(String path) {
        try {
            return TestLogin.as(port, Role.PLANNER).get(path).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> csv(String path) {
        return new String(TestLogin.as(port, Role.BUYER).get(path).bodyAsBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private double number(String sql) {
        return jdbc.sql(sql).param("run", run).query(Double.class).single();
    }
}
