package org.plenish.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.web.order.OrdersAtHand.ANNA;
import static org.plenish.web.order.OrdersAtHand.BUYER;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnFixturePlan
class ReceiptPagesTest {

    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();

    @LocalServerPort
    int port;

    @Autowired
    OrderDesk desk;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    private OrdersAtHand orders;
    private TestLogin.Session buyer;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        orders = new OrdersAtHand(jdbc);
        buyer = TestLogin.as(port, Role.BUYER);
    }

    @Test
    void aBuyerBringsInAFileSeesWhatItDoesAndBooksIt() throws Exception {
        String order = sent();
        String address = upload("order,line,quantity,date\n" + order + ",1,12," + TODAY + "\n");
        Document seen = buyer.get(address).parse();
        assertThat(seen.select("#would-title").text()).isEqualTo("It books one receipt of one order, 12 units");
        assertThat(seen.select("tbody tr").text()).startsWith(order);

        Connection.Response booked = buyer.post(address + "/book", Map.of());
        assertThat(booked.statusCode()).isEqualTo(302);
        Document after = buyer.get(address).parse();
        assertThat(after.select("[role=status]").text())
                .isEqualTo("Of receipts.csv all is booked: 1 receipt of 1 order.");
        assertThat(after.select("form[action$=/book]")).isEmpty();
        assertThat(orders.state(order)).isEqualTo("PARTLY_RECEIVED");
        assertThat(buyer.get("/receipts").parse().select("tbody tr").first().text())
                .contains("receipts.csv", "by test-buyer", "12");

        String again = upload("order,line,quantity,date\n" + order + ",1,12," + TODAY + "\n");
        assertThat(buyer.get(again).parse().select(".callout-warning").text())
                .startsWith("The same file was booked at");
        Connection.Response refused = buyer.post(again + "/book", Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.parse().select("[role=alert]").text()).startsWith("The same file was booked on");
        assertThat(refusals(again.substring("/receipts/".length())))
                .singleElement()
                .asString()
                .startsWith("test-buyer book refused The same file was booked on");
        assertThat(buyer.post(again + "/book", Map.of("again", "Two alike")).statusCode())
                .isEqualTo(302);
    }

    @Test
    void problemsAreShownByLineAndColumnAndCanBeDownloaded() throws Exception {
        String address = upload("order,line,quantity,date\n=cmd|x,1,12," + TODAY + "\n<script>,1,1," + TODAY + "\n");
        Document seen = buyer.get(address).parse();
        assertThat(seen.select("#problems-title").text()).isEqualTo("2 errors");
        assertThat(seen.select("tbody tr").eachText().get(1)).startsWith("3 order <script> is no order here");
        assertThat(seen.select("form[action$=/book]")).isEmpty();
        assertThat(buyer.post(address + "/book", Map.of()).statusCode()).isEqualTo(422);
        assertThat(refusals(address.substring("/receipts/".length())))
                .containsExactly("test-buyer book refused receipts.csv has 2 errors; nothing of it was booked.");
        String csv = buyer.get(address + "/problems.csv").body();
        assertThat(csv)
                .contains("file,severity,line,column,value,requirement,maybe")
                .contains("receipts.csv,error,2,order,'=cmd|x,is no order here,");
        assertThat(buyer.get(address + "/problems.xlsx").bodyAsBytes()).startsWith('P', 'K');

        assertThat(buyer.post(address + "/discard", Map.of()).statusCode()).isEqualTo(302);
        assertThat(buyer.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoCsvFileIsRefusedOnThePage() throws Exception {
        for (String name : new String[] {"receipts.xlsx", "receipts.csv.gz"}) {
            Connection.Response answer = buyer.postFile("/receipts", "file", name, new byte[] {'P', 'K', 3, 4});
            assertThat(answer.statusCode()).as(name).isEqualTo(422);
            assertThat(answer.parse().select("[role=alert]").text()).startsWith(name + " must be a ");
            assertThat(refusals(name)).singleElement().asString().startsWith("test-buyer upload refused " + name);
        }
        assertThat(buyer.post("/receipts", Map.of())
                        .parse()
                        .select("[role=alert]")
                        .text())
                .isEqualTo("Choose a file first.");
    }

    @Test
    void onlyBuyersBringFilesInAndOnlyAuditorsLookOn() {
        byte[] csv = "order\n".getBytes(StandardCharsets.UTF_8);
        for (Role role : new Role[] {Role.PLANNER, Role.APPROVER, Role.ADMINISTRATOR, Role.AUDITOR}) {
            assertThat(TestLogin.as(port, role)
                            .postFile("/receipts", "file", "receipts.csv", csv)
                            .statusCode())
                    .as(role.name())
                    .isEqualTo(403);
        }
        assertThat(TestLogin.as(port, Role.AUDITOR).get("/receipts").body()).doesNotContain("type=\"file\"");
        assertThat(buyer.postWithoutToken("/receipts/1/book", Map.of()).statusCode())
                .isEqualTo(403);
    }

    private List<String> refusals(String subject) {
        return jdbc.sql("""
                        SELECT user_name || ' ' || action || ' ' || reason FROM audit_entry
                        WHERE subject_kind = 'receipt file' AND subject = ? AND action LIKE '% refused'""").param(subject).query(String.class).list();
    }

    private String upload(String csv) {
        Connection.Response answer =
                buyer.postFile("/receipts", "file", "receipts.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.header("Location");
    }

    private String sent() {
        String order = orders.proposed(OrdersAtHand.supplier(), 57.6);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(order));
        desk.act(ANNA, OrderAction.APPROVE, orders.now(order));
        assertThat(desk.act(BUYER, OrderAction.SEND, orders.now(order)).isDone())
                .isTrue();
        return order;
    }
}
