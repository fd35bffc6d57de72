package org.plenish.web.run.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
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
class ComparePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    private long run;

    /** A plan before all others, the same but for what the tests change. */
    @BeforeEach
    void copyThePlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        run = currentPlan.find().orElseThrow().runId();
        forget();
        copy("planning_run", "id");
        for (String table : List.of("plan", "plan_item", "plan_warehouse", "sku_location", "plan_counted_line")) {
            copy(table, "run_id");
        }
    }

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM planning_run WHERE id = -7").update();
    }

    private void copy(String table, String key) {
        jdbc.sql("""
                        INSERT INTO %1$s %3$s SELECT (r).* FROM (
                            SELECT jsonb_populate_record(t, '{"%2$s": -7}') AS r FROM %1$s t WHERE %2$s = :run) x""".formatted(table, key, key.equals("id") ? "OVERRIDING SYSTEM VALUE" : ""))
                .param("run", run)
                .update();
    }

    @Test
    void tellsThatNothingHasChanged() throws Exception {
        Document page = compare();
        assertThat(page.select("section:has(#inputs-title)").text())
                .contains("made from the same data, rules and settings");
        assertThat(page.select("section:has(#moves-title)").text()).contains("Both plans buy and move the same.");
        assertThat(page.select("section:has(#figures-title) tbody tr").first().text())
                .isEqualTo("Expected service level 96.2% 96.2% +0 pp");
    }

    @Test
    void tellsWhatWentInWhatCameOutAndWhatMovedMost() throws Exception {
        jdbc.sql("""
                        UPDATE planning_run SET dataset_files = '{"items.csv": "0000", "gone.csv": "1111"}',
                            settings = jsonb_set(settings, '{optimizer,seed}', '99') WHERE id = -7""").update();
        jdbc.sql("UPDATE plan SET service_level = 0.95, total_cost = total_cost + 100 WHERE run_id = -7")
                .update();
        // ART-1001 costs 1.20 and ART-1002 10.45 (1.2 + 37 / 4): 100 fewer of the one are worth less than 20 of the
        // other
        jdbc.sql("""
                        UPDATE sku_location SET bought_units = bought_units + 100
                        WHERE run_id = -7 AND item = 'ART-1001' AND warehouse = 'LEEDS'""").update();
        jdbc.sql("""
                        UPDATE sku_location SET bought_units = bought_units - 20
                        WHERE run_id = -7 AND item = 'ART-1002' AND warehouse = 'LEEDS'""").update();
        // started an hour before; an override was set and stands, another was set and ended before
        jdbc.sql("UPDATE planning_run SET started_at = started_at - interval '1 hour' WHERE id = -7")
                .update();
        jdbc.sql("""
                        INSERT INTO policy_override (item, warehouse, field, value, reason, set_by, set_at, ended_by, ended_at)
                        SELECT 'COMPARED', 'LEEDS', field, 1, 'compared', 'rosa', started_at - minutes * interval '1 minute',
                            ended_by, CASE WHEN ended_by IS NOT NULL THEN started_at - interval '80 minutes' END
                        FROM planning_run, (VALUES ('STOP_BUY', 10, NULL), ('SAFETY_STOCK', 90, 'rosa')) o (field, minutes, ended_by)
                        WHERE id = :run""").param("run", run).update();
        Document page = compare();
        jdbc.sql("DELETE FROM policy_override WHERE item = 'COMPARED'").update();
        assertThat(page.select("section:has(#inputs-title) tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).matches("Overrides of policies in force changed \\d+ \\d+"))
                .anySatisfy(row -> assertThat(row).startsWith("Setting optimizer.seed changed 99 "))
                .anySatisfy(row -> assertThat(row).startsWith("Data file gone.csv removed 1111 –"))
                .anySatisfy(row -> assertThat(row).startsWith("Data file items.csv changed 0000 "));
        assertThat(page.select("section:has(#figures-title) tbody").text())
                .contains("95.0% 96.2% +1.2 pp better")
                .contains("−£100.00 better");
        assertThat(page.select("#moves-title").text()).contains("of 2 items");
        Elements moves = page.select("section:has(#moves-title) tbody tr");
        assertThat(moves.eachText()).hasSize(2);
        assertThat(moves.get(0).text()).contains("ART-1002").endsWith("+£209.00"); // 20 · 10.45
        assertThat(moves.get(1).text()).contains("ART-1001").endsWith("−£120.00"); // 100 · 1.20
    }

    @Test
    void aRunWithoutAPlanIsNotFound() throws Exception {
        assertThat(TestLogin.as(port, Role.AUDITOR).get("/runs/compare?a=-8").statusCode())
                .isEqualTo(404);
        assertThat(TestLogin.as(port, Role.AUDITOR).get("/runs/compare?a=x").statusCode())
                .isEqualTo(400);
        assertThat(TestLogin.as(port, Role.AUDITOR)
                        .get("/runs/" + run)
                        .parse()
                        .select("a:contains(Compare)")
                        .attr("href"))
                .isEqualTo("/runs/compare?b=" + run);
    }

    private Document compare() throws Exception {
        return TestLogin.as(port, Role.AUDITOR)
                .get("/runs/compare?a=-7&b=" + run)
                .parse();
    }
}
