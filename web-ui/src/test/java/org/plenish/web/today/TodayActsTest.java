package org.plenish.web.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.web.today.AlertsAtHand.form;
import static org.plenish.web.today.AlertsAtHand.page;
import static org.plenish.web.today.AlertsAtHand.with;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
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

@OnFixturePlan
class TodayActsTest {

    private static final String SOON_OUT = "#panel-soon-out-1";

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    private AlertsAtHand alerts;
    private Place soonOut;
    private Place surplus;
    private Session buyer;
    private Session planner;

    @BeforeEach
    void logIn() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        alerts = new AlertsAtHand(jdbc, currentPlan.find().orElseThrow().runId());
        jdbc.sql("DELETE FROM alert_mark").update();
        soonOut = alerts.place(Panel.SOON_OUT, 1);
        surplus = alerts.place(Panel.SURPLUS_ORDER, 1);
        buyer = TestLogin.as(port, Role.BUYER);
        planner = TestLogin.as(port, Role.PLANNER);
    }

    @AfterEach
    void leave() {
        alerts.leave(surplus);
    }

    @Test
    void aBuyerSubmitsWhereTheAlertStandsAndCanWithdraw() throws IOException {
        String number = alerts.purchase("S01", soonOut, 48, "PROPOSED");
        Document before = page(buyer, "/");
        Element button = before.selectFirst(SOON_OUT + " form[action=/alerts/act] button");
        assertThat(button.text()).isEqualTo("Submit " + number + " to Harbour Ceramics, £480");
        assertThat(button.attr("aria-label"))
                .startsWith(button.text() + ". The whole order goes for approval: one line, 48 units of ");
        Map<String, String> form = form(before, SOON_OUT, "act");
        Connection.Response done = buyer.post("/alerts/act", form);
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(done.header("Location")).isEqualTo("/#panel-soon-out-1");
        Document told = page(buyer, "/");
        assertThat(told.select(SOON_OUT + " .alert-told").text()).isEqualTo(number + " is submitted.");
        assertThat(told.select(SOON_OUT + " .alert-state").text())
                .isEqualTo("Submitted " + number + " is submitted and waits for approval; 48 units of it.");
        assertThat(toDo(told)).isEqualTo(toDo(before) - 1);
        assertThat(page(buyer, "/").select(SOON_OUT)).isEmpty();

        // The same form again is answered as the first time, and nothing happens twice.
        assertThat(buyer.post("/alerts/act", form).statusCode()).isEqualTo(302);
        assertThat(alerts.audited("order", number)).containsExactly("test-buyer: submit");

        Document again = page(buyer, "/");
        assertThat(again.select(SOON_OUT + " form[action=/alerts/act] button").text())
                .isEqualTo("Withdraw " + number);
        buyer.post("/alerts/act", form(again, SOON_OUT, "act"));
        assertThat(alerts.state(number)).isEqualTo("EDITED");
        assertThat(alerts.audited("order", number)).containsExactly("test-buyer: submit", "test-buyer: withdraw");
        assertThat(page(buyer, "/")
                        .select(SOON_OUT + " form[action=/alerts/act] button")
                        .text())
                .startsWith("Submit " + number);
    }

    @Test
    void anApproverApprovesWhatOthersSubmittedAndABuyerSendsIt() throws IOException {
        TestLogin.createAccount(jdbc, "today-both", Set.of(Role.BUYER, Role.APPROVER));
        Session both = TestLogin.logIn(port, "today-both", TestLogin.PASSWORD);
        String number = alerts.purchase("TODAY-1", soonOut, 48, "PROPOSED");
        both.post("/alerts/act", form(page(both, "/"), SOON_OUT, "act"));
        // Of four eyes two are not enough: it is not offered, and refused if it is sent all the same.
        Document own = page(both, "/");
        assertThat(own.select(SOON_OUT + " button").eachText()).containsOnlyOnce("Withdraw " + number);
        Map<String, String> forged = form(own, SOON_OUT, "act");
        forged.put("step", "APPROVE");
        Connection.Response refused = both.post("/alerts/act", forged);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.parse().select("[role=alert]").text())
                .contains("Nobody approves what they wrote, edited or submitted");

        Session approver = TestLogin.as(port, Role.APPROVER);
        Document approvers = page(approver, "/");
        assertThat(approvers
                        .select(SOON_OUT + " form[action=/alerts/act] button")
                        .text())
                .isEqualTo("Approve " + number + " to TODAY-1, £480");
        approver.post("/alerts/act", form(approvers, SOON_OUT, "act"));
        assertThat(alerts.state(number)).isEqualTo("APPROVED");
        buyer.post("/alerts/act", form(page(buyer, "/"), SOON_OUT, "act"));
        assertThat(alerts.state(number)).isEqualTo("SENT");
    }

    @Test
    void whoComesTooLateOrMayNotIsToldSoAndNothingHappens() throws IOException {
        String number = alerts.purchase("S01", soonOut, 48, "PROPOSED");
        Map<String, String> form = form(page(buyer, "/"), SOON_OUT, "act");
        assertThat(page(planner, "/").select(SOON_OUT + " form[action=/alerts/act]"))
                .isEmpty();
        Map<String, String> ofAnother = with(form, "request", UUID.randomUUID().toString());
        Connection.Response planners = planner.post("/alerts/act", ofAnother);
        assertThat(planners.statusCode()).isEqualTo(403);
        assertThat(planners.parse().select(SOON_OUT + " .alert-told").text())
                .startsWith("Only the role buyer may submit an order.");
        assertThat(TestLogin.as(port, Role.AUDITOR)
                        .post("/alerts/act", ofAnother)
                        .statusCode())
                .isEqualTo(403);
        assertThat(buyer.postWithoutToken("/alerts/act", form).statusCode()).isEqualTo(403);
        assertThat(buyer.post("/alerts/act", with(form, "number", "PO-0001")).statusCode())
                .isEqualTo(409);
        assertThat(buyer.post("/alerts/act", with(form, "run", "0")).statusCode())
                .isEqualTo(404);

        jdbc.sql("UPDATE orders SET version = version + 1, changed_by = 'anna' WHERE number = ?")
                .param(number)
                .update();
        Connection.Response late = buyer.post("/alerts/act", form);
        assertThat(late.statusCode()).isEqualTo(409);
        Document told = late.parse();
        assertThat(told.select("[role=alert]").text())
                .startsWith(number + " has changed since you saw it: anna changed it at ");
        assertThat(told.select(SOON_OUT + " input[name=version]").val()).isEqualTo("1");
        assertThat(alerts.state(number)).isEqualTo("PROPOSED");
    }

    @Test
    void htmxIsAnsweredWithThePanelAndWhatIsToldOfIt() throws IOException {
        String number = alerts.purchase("S01", soonOut, 48, "PROPOSED");
        Map<String, String> form = form(page(buyer, "/"), SOON_OUT, "act");
        Session htmx = TestLogin.logIn(port, TestLogin.userName(Role.BUYER), TestLogin.PASSWORD);
        htmx.prepareToPost();
        htmx.withHeaders(Map.of("HX-Request", "true"));
        Connection.Response done = htmx.post("/alerts/act", form);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).doesNotContain("<html").contains("data-told");
        Document part = done.parse();
        assertThat(part.select("body > section").first().id()).isEqualTo("panel-soon-out");
        assertThat(part.select("#told[hx-swap-oob=innerHTML]").text()).isEqualTo(number + " is submitted.");
        assertThat(part.select("#waiting[hx-swap-oob=true], #lede[hx-swap-oob=true]"))
                .hasSize(2);
        // Refused likewise: htmx shows no answer that has failed.
        Map<String, String> late = form(page(buyer, "/alerts?panel=SOON_OUT"), SOON_OUT, "act");
        late.put("version", "0");
        Connection.Response refused = htmx.post("/alerts/act", late);
        assertThat(refused.statusCode()).isEqualTo(200);
        Document row = refused.parse();
        assertThat(row.select("body > li").first().id()).isEqualTo("panel-soon-out-1");
        assertThat(row.select(".alert-refused").text()).startsWith(number + " has changed since you saw it");
    }

    @Test
    void whatIsTooMuchIsCutFromAnOrderThatCanBeChanged() throws IOException {
        String number = alerts.purchase("S01", surplus, 48, "APPROVED");
        alerts.about(Panel.SURPLUS_ORDER, number, 20);
        Document list = page(buyer, "/alerts?panel=SURPLUS_ORDER");
        // 28 are needed, in packs of 12.
        assertThat(list.select("#panel-surplus-order-1 summary").eachText())
                .contains("Cut " + number + " from 48 to 36 units");
        Map<String, String> form = form(list, "#panel-surplus-order-1", "act");
        assertThat(form.get("reason")).isEqualTo("Surplus on order: 20 units more than the policy would ever have.");
        Connection.Response done = buyer.post("/alerts/act", form);
        assertThat(done.header("Location")).isEqualTo("/alerts?panel=SURPLUS_ORDER#panel-surplus-order-1");
        assertThat(alerts.state(number)).isEqualTo("EDITED");
        assertThat(alerts.units(number)).isEqualTo(36);
        assertThat(buyer.post("/alerts/act", form).statusCode()).isEqualTo(302);
        assertThat(alerts.audited("order", number)).containsExactly("test-buyer: edit");
        Element row = page(buyer, "/alerts?panel=SURPLUS_ORDER").selectFirst("#panel-surplus-order-1");
        assertThat(row.select(".alert-state").text()).startsWith("Cut test-buyer cut order " + number);
        assertThat(row.select("form")).isEmpty(); // neither once more nor taken back: the order has changed
    }

    @Test
    void anOrderThatTheSupplierHasIsOnlyCancelledAsAWhole() throws IOException {
        String number = alerts.purchase("S01", surplus, 24, "SENT");
        alerts.about(Panel.SURPLUS_ORDER, number, 12);
        assertThat(page(buyer, "/alerts?panel=SURPLUS_ORDER").select("#panel-surplus-order-1 form[action=/alerts/act]"))
                .isEmpty();
        alerts.about(Panel.SURPLUS_ORDER, number, 24);
        Map<String, String> form = form(page(buyer, "/alerts?panel=SURPLUS_ORDER"), "#panel-surplus-order-1", "act");
        assertThat(buyer.post("/alerts/act", with(form, "reason", " ")).statusCode())
                .isEqualTo(422);
        assertThat(alerts.state(number)).isEqualTo("SENT");
        assertThat(buyer.post("/alerts/act", form).statusCode()).isEqualTo(302);
        assertThat(alerts.state(number)).isEqualTo("CANCELLED");
    }

    @Test
    void aTransferThatTakesOnlySomeOfTheExcessLeavesTheRestToDo() throws IOException {
        Place excess = alerts.place(Panel.EXCESS, 1);
        String other = excess.warehouse().equals("DUBLIN") ? "LEEDS" : "DUBLIN";
        String number = alerts.order("TRANSFER", excess.warehouse(), other, excess.item(), 12, "PROPOSED");
        assertThat(excess.quantityUnits()).isGreaterThan(12);
        Document before = page(buyer, "/");
        assertThat(before.select("#panel-excess-1 form[action=/alerts/act] button")
                        .text())
                .startsWith("Submit " + number + ", ");
        buyer.post("/alerts/act", form(before, "#panel-excess-1", "act"));
        Element row = page(buyer, "/").selectFirst("#panel-excess-1");
        assertThat(row.hasClass("alert-closed")).isFalse();
        assertThat(row.select(".alert-state").text()).contains("waits for approval; 12 units of it");
        assertThat(row.select("form[action=/alerts/act] button").text()).isEqualTo("Withdraw " + number);
        assertThat(page(buyer, "/alerts?panel=EXCESS&show=OPEN").select("#panel-excess-1"))
                .hasSize(1);
    }

    private static int toDo(Document page) {
        return Integer.parseInt(page.select("#to-do").text());
    }
}
