package org.plenish.web.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
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

/** Limits and delegations as administrators and approvers set them on their page. */
@OnFixturePlan
class ApprovalLimitsTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    private OrdersAtHand orders;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        orders = new OrdersAtHand(jdbc);
    }

    @Test
    void anAdministratorSetsAndRemovesLimitsAndNobodyElseDoes() throws Exception {
        TestLogin.Session administrator = TestLogin.as(port, Role.ADMINISTRATOR);
        Map<String, String> form = Map.of(
                "subject", "PERSON", "name", "nora", "orderLimit", "120", "supplierDayLimit", "", "reason", "New here");
        assertThat(TestLogin.as(port, Role.APPROVER)
                        .post("/approval-limits/set", form)
                        .statusCode())
                .isEqualTo(403);
        assertThat(administrator.post("/approval-limits/set", form).statusCode())
                .isEqualTo(302);
        Document page = administrator.get("/approval-limits").parse();
        assertThat(page.select("tbody tr").eachText()).contains("Person nora £120.00 not limited Remove");
        assertThat(administrator
                        .post("/approval-limits/remove", Map.of("subject", "PERSON", "name", "nora"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(administrator
                        .post("/approval-limits/remove", Map.of("subject", "PERSON", "name", "*"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE subject = 'person nora' ORDER BY number")
                        .query(String.class)
                        .list())
                .containsExactly("set", "remove");
    }

    @Test
    void anApproverDelegatesToAnotherForSomeDaysAndEndsIt() throws Exception {
        orders.account("lena-approver", Role.APPROVER);
        TestLogin.Session approver = TestLogin.as(port, Role.APPROVER);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(delegate(approver, "lena-approver", today, today.plusDays(3), "Holiday"))
                .isEqualTo(302);
        assertThat(delegate(approver, "lena-approver", today.minusDays(1), today, "Holiday"))
                .isEqualTo(422);
        assertThat(delegate(approver, "lena-approver", today, today, " ")).isEqualTo(422);
        assertThat(delegate(approver, "test-buyer", today, today, "Holiday"))
                .as("a buyer cannot be lent what only approvers may")
                .isEqualTo(422);
        Document page = approver.get("/approval-limits").parse();
        assertThat(page.select("section:has(#delegations-title) li").text())
                .contains("test-approver lets lena-approver approve from " + today);
        String end = page.select("form[action$=/end]").attr("action");
        assertThat(TestLogin.as(port, Role.BUYER).post(end, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(approver.post(end, Map.of()).statusCode()).isEqualTo(302);
        assertThat(approver.get("/approval-limits").parse().select("form[action$=/end]"))
                .isEmpty();
    }

    private static int delegate(TestLogin.Session approver, String to, LocalDate first, LocalDate last, String reason) {
        return approver.post(
                        "/delegations",
                        Map.of(
                                "delegate", to,
                                "firstDay", first.toString(),
                                "lastDay", last.toString(),
                                "reason", reason,
                                "request", UUID.randomUUID().toString()))
                .statusCode();
    }
}
