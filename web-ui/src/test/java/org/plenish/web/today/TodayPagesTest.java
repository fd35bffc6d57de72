package org.plenish.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
class TodayPagesTest {

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
        jdbc.sql("DELETE FROM alert_mark").update();
    }

    @Test
    void eachPanelHasItsCountItsMoneyAndItsWorst() throws Exception {
        Document page = get("/").parse();
        // Counted anew from what is stored of the plan: what the rules judged to be in excess.
        Counted excess = jdbc.sql("""
                        SELECT count(*) AS count, sum(value) AS value FROM plan_exception
                        WHERE run_id = :run AND kind = 'EXCESS'""").param("run", run).query(Counted.class).single();
        assertThat(excess.count()).isGreaterThan(5);
        Element panel = page.selectFirst("#panel-excess");
        assertThat(panel.select(".panel-figures strong").text()).isEqualTo(String.valueOf(excess.count()));
        assertThat(panel.select(".alert-row")).hasSize(5);
        assertThat(pounds(panel.selectFirst(".alert-value").text()))
                .isEqualByComparingTo(
                        jdbc.sql("""
                        SELECT round(max(value)) FROM plan_exception WHERE run_id = :run AND kind = 'EXCESS'""").param("run", run).query(BigDecimal.class).single());
        assertThat(panel.select("a:contains(Try a clearance)").attr("href"))
                .startsWith("/scenarios/new?kind=clearance&items=ART-");
        assertThat(panel.select("a:contains(See all)").attr("href")).isEqualTo("/alerts?panel=EXCESS");
        assertThat(page.select(".panel .card-head h2").eachText())
                .containsExactly(
                        "About to be out",
                        "Surplus on order",
                        "Excess stock"); // what the fixture has none of is not shown
        assertThat(page.select("figure h3").text()).contains("Cash", "Bristol");
    }

    private record Counted(int count, BigDecimal value) {}

    @Test
    void whatRunsOutWithinItsLeadTimeIsAboutToBeOut() {
        // Of what is projected without the proposals, by bucket; the lead times are 21, 42 and 7 days.
        int expected = jdbc.sql("""
                        SELECT count(*) FROM sku_location
                        WHERE run_id = :run AND net_units > 0 AND NOT stop_buy AND forecast_per_day > 0
                        AND first_stockout_before <= DATE '2026-11-23' + lead_time_days""").param("run", run).query(Integer.class).single();
        assertThat(expected).isPositive();
        assertThat(jdbc.sql("SELECT alert_count FROM today_panel WHERE run_id = :run AND panel = 'SOON_OUT'")
                        .param("run", run)
                        .query(Integer.class)
                        .single())
                .isEqualTo(expected);
    }

    @Test
    void aSnoozedAlertIsGoneUntilItsDayOrUntilMuchMoreIsAtStake() throws Exception {
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
        Element first = get("/").parse().selectFirst("#panel-excess .alert-row");
        int before = toDo();
        assertThat(mark(first, Map.of("what", "SNOOZED", "until", until, "reason", "Sale in spring"))
                        .header("Location"))
                .isEqualTo("/#panel-excess");
        assertThat(toDo()).isEqualTo(before - 1);
        assertThat(get("/").parse().select("#" + first.id())).isEmpty();
        assertThat(get("/alerts?panel=EXCESS&show=PUT_ASIDE")
                        .parse()
                        .select(".alert-row")
                        .text())
                .contains("back on " + until + ": Sale in spring");
        // Only of the one who snoozed it.
        assertThat(TestLogin.as(port, Role.PLANNER).get("/").parse().select("#" + first.id()))
                .hasSize(1);
        assertThat(jdbc.sql("""
                        SELECT action || ' ' || reason FROM audit_entry WHERE subject_kind = 'alert'
                        ORDER BY number DESC LIMIT 1""").query(String.class).single()).isEqualTo("snooze Sale in spring");

        jdbc.sql("UPDATE alert_mark SET value_then = value_then / 2").update(); // now twice as much, more than 1.5
        assertThat(toDo()).isEqualTo(before);
        jdbc.sql("UPDATE alert_mark SET value_then = value_then * 2, until = :today")
                .param("today", LocalDate.now(ZoneOffset.UTC))
                .update();
        assertThat(toDo()).isEqualTo(before);
    }

    @Test
    void whatIsDoneIsGoneForEverybodyAndCanBeTakenBack() throws Exception {
        Element first = get("/").parse().selectFirst("#panel-dead .alert-row, #panel-excess .alert-row");
        assertThat(mark(first, Map.of("what", "DONE", "reason", "Offered to the shop"))
                        .statusCode())
                .isEqualTo(302);
        Document planners = TestLogin.as(port, Role.PLANNER).get("/").parse();
        assertThat(planners.select("#" + first.id())).isEmpty();
        assertThat(mark(first, Map.of("what", "OPEN")).statusCode()).isEqualTo(302);
        assertThat(get("/").parse().select("#" + first.id())).hasSize(1);
    }

    @Test
    void aDayThatIsNoneIsRefusedAndWhatWasTypedStays() throws Exception {
        Element first = get("/").parse().selectFirst("#panel-excess .alert-row");
        Connection.Response refused =
                mark(first, Map.of("what", "SNOOZED", "until", "someday", "reason", "It <b>sells</b>"));
        assertThat(refused.statusCode()).isEqualTo(400);
        Document told = refused.parse();
        assertThat(told.select("[role=alert]").text()).contains("“someday” must be a day from");
        assertThat(told.select("input[name=reason]").val()).isEqualTo("It <b>sells</b>");
        assertThat(mark(first, Map.of("what", "DONE", "reason", " ")).parse().text())
                .contains("The reason has 0 characters and must have 1 to 500.");
        Map<String, String> stale = new HashMap<>(fields(first));
        stale.put("run", "0");
        stale.put("what", "DONE");
        stale.put("reason", "done");
        assertThat(TestLogin.as(port, Role.BUYER).post("/alerts/mark", stale).statusCode())
                .isEqualTo(404);
        assertThat(TestLogin.as(port, Role.AUDITOR)
                        .post("/alerts/mark", fields(first))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aShortageIsMendedByTheOrderThatTheAlertNames() throws Exception {
        Document page = get("/alerts?panel=SOON_OUT").parse();
        // Of the plan: other tests make orders of their own.
        List<String> submits = page.select("form[action=/alerts/act] input[name=number]").eachAttr("value").stream()
                .filter(number -> number.matches("(PO|TR)-\\d+"))
                .toList();
        assertThat(submits).isNotEmpty();
        Document asAuditor =
                TestLogin.as(port, Role.AUDITOR).get("/alerts?panel=SOON_OUT").parse();
        assertThat(asAuditor.select("main form[method=post]")).isEmpty();
        String number = submits.get(0);
        jdbc.sql("UPDATE orders SET state = 'SUBMITTED' WHERE number = ?")
                .param(number)
                .update();
        try {
            assertThat(get("/alerts?panel=SOON_OUT")
                            .parse()
                            .select(".alert-closed")
                            .text())
                    .contains("Submitted " + number + " is submitted and waits for approval");
            assertThat(get("/alerts?panel=SOON_OUT&show=OPEN").parse().select(".alert-closed"))
                    .isEmpty();
        } finally {
            jdbc.sql("UPDATE orders SET state = 'PROPOSED' WHERE number = ?")
                    .param(number)
                    .update();
        }
    }

    @Test
    void aPlanIsHeldAgainstTheOneBefore() throws Exception {
        jdbc.sql("DELETE FROM today_panel WHERE run_id <> :run")
                .param("run", run)
                .update();
        assertThat(get("/").parse().select("section:has(#summary-title)").text())
                .contains("There is no earlier run to compare with.");
        jdbc.sql("""
                        INSERT INTO planning_run OVERRIDING SYSTEM VALUE
                        SELECT (r).* FROM (SELECT jsonb_populate_record(p, '{"id": 0}') AS r FROM planning_run p WHERE id = :run) x""").param("run", run).update();
        jdbc.sql("""
                        INSERT INTO plan
                        SELECT (r).* FROM (SELECT jsonb_populate_record(p, '{"run_id": 0}') AS r FROM plan p WHERE run_id = :run) x""").param("run", run).update();
        try {
            // One fewer then, worth £100 less: it has become worse by £100.
            jdbc.sql("""
                            INSERT INTO today_panel SELECT 0, panel, alert_count - 1, value - 100 FROM today_panel
                            WHERE run_id = :run AND panel = 'EXCESS'""").param("run", run).update();
            Document page = get("/").parse();
            assertThat(page.select("#panel-excess .trend").text()).isEqualTo("▲ £100 more (+1)");
            assertThat(page.select("#panel-soon-out .trend")).isEmpty();
            assertThat(page.select("section:has(#summary-title)").text()).contains("Compared with run 0 of 2026-11-23");
        } finally {
            jdbc.sql("DELETE FROM planning_run WHERE id = 0").update();
        }
    }

    @Test
    void aPlanOfAnEarlierVersionSaysThatItWasNotCounted() throws Exception {
        List<Map<String, Object>> kept = jdbc.sql("SELECT * FROM today_panel WHERE run_id = :run")
                .param("run", run)
                .query()
                .listOfRows();
        jdbc.sql("DELETE FROM today_panel").update();
        try {
            assertThat(get("/").parse().select("main").text()).contains("Plan again to see it.");
        } finally {
            kept.forEach(row -> jdbc.sql("INSERT INTO today_panel VALUES (:run_id, :panel, :alert_count, :value)")
                    .params(row)
                    .update());
        }
    }

    private int toDo() throws Exception {
        return Integer.parseInt(get("/").parse().select("#to-do").text());
    }

    private Connection.Response mark(Element row, Map<String, String> said) {
        Map<String, String> form = new HashMap<>(fields(row));
        form.putAll(said);
        return TestLogin.as(port, Role.BUYER).post("/alerts/mark", form);
    }

    private static Map<String, String> fields(Element row) {
        Map<String, String> fields = new HashMap<>();
        row.select(".alert-form input[type=hidden]").forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.remove("_csrf");
        return fields;
    }

    private static BigDecimal pounds(String text) {
        return new BigDecimal(text.replaceAll("[^0-9.]", ""));
    }

    private Connection.Response get(String path) {
        return TestLogin.as(port, Role.BUYER).get(path);
    }
}
