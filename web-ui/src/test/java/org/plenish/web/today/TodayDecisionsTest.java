package org.plenish.web.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.web.today.AlertsAtHand.form;
import static org.plenish.web.today.AlertsAtHand.page;
import static org.plenish.web.today.AlertsAtHand.with;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.TestLogin.Session;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.plenish.web.today.AlertsAtHand.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is decided where an alert stands and done outside the product. */
@OnFixturePlan
class TodayDecisionsTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    private AlertsAtHand alerts;
    private Place surplus;
    private Session buyer;
    private Session planner;

    @BeforeEach
    void logIn() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        alerts = new AlertsAtHand(jdbc, currentPlan.find().orElseThrow().runId());
        jdbc.sql("DELETE FROM alert_mark").update();
        surplus = alerts.place(Panel.SURPLUS_ORDER, 1);
        buyer = TestLogin.as(port, Role.BUYER);
        planner = TestLogin.as(port, Role.PLANNER);
    }

    @AfterEach
    void leave() {
        alerts.leave(surplus);
    }

    @Test
    void aSupplierIsAskedToCancelAndThatIsTakenBack() throws IOException {
        Map<String, String> ask = form(page(planner, "/"), "#panel-surplus-order-1", "decide");
        assertThat(planner.post("/alerts/decide", ask).header("Location")).isEqualTo("/#panel-surplus-order-1");
        Element row = page(planner, "/").selectFirst("#panel-surplus-order-1");
        assertThat(row.select(".alert-told").text()).startsWith("Noted: the supplier is asked to cancel ");
        assertThat(row.select(".alert-state .pill").text()).isEqualTo("Asked to cancel");
        planner.post("/alerts/mark", with(form(row, "#panel-surplus-order-1", "mark"), "what", "OPEN"));
        assertThat(page(planner, "/").select("#panel-surplus-order-1 form[action=/alerts/decide]"))
                .hasSize(1);
    }

    @Test
    void aLateOrderIsExpeditedAndItsHistoryTellsSo() throws IOException {
        String number = alerts.purchase("S01", surplus, 48, "SENT");
        alerts.late(number, surplus);
        Map<String, String> form = form(page(planner, "/alerts?panel=LATE_ORDER"), "#panel-late-order-1", "decide");
        planner.post("/alerts/decide", form);
        planner.post("/alerts/decide", form);
        assertThat(jdbc.sql("SELECT text FROM order_comment c JOIN orders o ON o.id = c.order_id WHERE number = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Asked the supplier to hurry: 48 units of " + surplus.item() + " were due on 2026-11-01.");
        assertThat(page(planner, "/alerts?panel=LATE_ORDER")
                        .select(".alert-state")
                        .text())
                .startsWith("Expedited test-planner asked the supplier to hurry; looked at again from "
                        + LocalDate.now(ZoneOffset.UTC).plusDays(7));
        jdbc.sql("DELETE FROM alert_mark").update();
        jdbc.sql("UPDATE orders SET state = 'RECEIVED' WHERE number = ?")
                .param(number)
                .update();
        assertThat(page(planner, "/alerts?panel=LATE_ORDER")
                        .select(".alert-state")
                        .text())
                .isEqualTo("Received " + number + " is not expected any more.");
        assertThat(page(planner, "/alerts?panel=LATE_ORDER&show=OPEN").select(".alert-row"))
                .isEmpty();
    }

    @Test
    void aShortageIsExpeditedOnlyIfNoOrderWouldMendIt() throws IOException {
        Place nowhere = new Place("TD-ITEM", "LEEDS", 48);
        alerts.stockedOut(nowhere);
        Map<String, String> form = form(page(buyer, "/alerts?panel=STOCKED_OUT"), "#panel-stocked-out-1", "decide");
        assertThat(form).containsEntry("decision", "EXPEDITE");
        String number = alerts.purchase("S01", nowhere, 48, "PROPOSED");
        Element row = page(buyer, "/alerts?panel=STOCKED_OUT").selectFirst("#panel-stocked-out-1");
        assertThat(row.select("form[action=/alerts/decide]")).isEmpty();
        assertThat(row.select("form[action=/alerts/act] button").text()).startsWith("Submit " + number);
        assertThat(buyer.post("/alerts/decide", form).statusCode()).isEqualTo(422);
        alerts.leave(surplus);
        alerts.stockedOut(nowhere);
        buyer.post("/alerts/decide", form);
        assertThat(page(buyer, "/alerts?panel=STOCKED_OUT")
                        .select(".alert-state .pill")
                        .text())
                .isEqualTo("Expedited");
    }

    @Test
    void stockIsMarkedDownUntilADayByWhoMayDecide() throws IOException {
        Place excess = alerts.place(Panel.EXCESS, 1);
        String until = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
        Map<String, String> form = form(page(planner, "/"), "#panel-excess-1", "decide");
        assertThat(form).containsEntry("percent", "20");
        form.put("until", until);
        Connection.Response refused = planner.post("/alerts/decide", with(form, "percent", "<b>"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.parse().select("[role=alert] span").text())
                .isEqualTo("Lower the price by: “<b>” must be a whole number from 1 to 99.");
        assertThat(TestLogin.as(port, Role.ANALYST).post("/alerts/decide", form).statusCode())
                .isEqualTo(403);
        assertThat(TestLogin.as(port, Role.AUDITOR).post("/alerts/decide", form).statusCode())
                .isEqualTo(403);
        assertThat(planner.post("/alerts/decide", with(form, "decision", "EXPEDITE"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(planner.post("/alerts/decide", with(form, "decision", "CANCEL"))
                        .statusCode())
                .isEqualTo(422);
        Map<String, String> sold = with(form(page(buyer, "/"), "#panel-excess-1", "mark"), "reason", "Sold");
        buyer.post("/alerts/mark", with(sold, "what", "DONE"));
        Connection.Response late = planner.post("/alerts/decide", form);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.parse().select("#panel-excess-1 .alert-told").text())
                .startsWith("test-buyer has dealt with it already.");
        buyer.post("/alerts/mark", with(sold, "what", "OPEN"));
        planner.post("/alerts/decide", with(form, "percent", "25"));
        planner.post("/alerts/decide", with(form, "percent", "25"));
        assertThat(page(buyer, "/").select("#panel-excess-1")).isEmpty();
        assertThat(page(buyer, "/alerts?panel=EXCESS&show=PUT_ASIDE")
                        .select(".alert-state")
                        .text())
                .isEqualTo("Marked down test-planner marked it down by 25 % until " + until + ".");
        assertThat(alerts.audited("alert", excess.item() + " at " + excess.warehouse()))
                .containsOnlyOnce("test-planner: mark down");
    }
}
