package org.plenish.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.web.order.OrdersAtHand.ANNA;
import static org.plenish.web.order.OrdersAtHand.BUYER;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.ReceiptFileSink;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of an approved order outside: as mail, as a file, as an event, and by the interface for programs. */
@OnFixturePlan
class OrdersGoOutTest {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    OrderDispatch dispatch;

    @Autowired
    OrderDesk desk;

    private OrdersAtHand orders;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) throws Exception {
        MAIL.start();
        int mailPort = MAIL.getSmtp().getPort();
        Path partners = partners("nowhere");
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> mailPort);
        registry.add("plenish.export.mail-from", () -> "buying@plenish.example");
        registry.add("plenish.export.partners", partners::toString);
    }

    /** How S01 is reached, and S02. */
    private static Path partners(String s02) throws Exception {
        return Files.writeString(
                folder.resolve("partners.csv"),
                "supplier,email,interchange_id\nS01,a@s01.example,\nS02," + s02 + ",\n");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        orders = new OrdersAtHand(jdbc);
        jdbc.sql("DELETE FROM webhook_delivery").update();
    }

    @Test
    void aSentOrderIsMailedOnceHoweverOftenTheFormIsSent() throws Exception {
        String order = approved("S01");
        int before = MAIL.getReceivedMessages().length;
        Asked asked = orders.now(order);

        Outcome sent = dispatch.act(BUYER, OrderAction.SEND, asked);
        Outcome again = dispatch.act(BUYER, OrderAction.SEND, asked);

        assertThat(sent.message()).isEqualTo(order + " is sent. It was mailed to a@s01.example.");
        assertThat(again.isDone()).isTrue();
        assertThat(dispatch.mailAgain(BUYER, order).isDone()).isFalse();
        MimeMessage[] mails = MAIL.getReceivedMessages();
        assertThat(mails).hasSize(before + 1);
        assertThat(mails[before].getSubject()).contains(order);
        assertThat(page(order).select(".history li").eachText())
                .anyMatch(event -> event.contains("mailed it to its supplier: a@s01.example"));
        assertThat(new AuditedOrders(jdbc).of(order))
                .extracting(AuditedOrders.Entry::action)
                .endsWith("send", "mail begun", "mail", "mail refused");
        assertThat(jdbc.sql("""
                        SELECT count(DISTINCT e.xmin::text) FROM order_event e JOIN orders o ON o.id = e.order_id
                        WHERE number = ? AND action IN ('SEND', 'MAIL_BEGUN')""").param(order).query(Integer.class).single())
                .as("sent and to be mailed, or neither")
                .isEqualTo(1);
    }

    @Test
    void aMailThatTheProductDidNotFinishIsNeitherSentAgainNorTakenForGone() throws Exception {
        String order = approved("S01");
        Asked asked = orders.now(order);
        endedWhileMailing(order, asked, "1 hour");
        int before = MAIL.getReceivedMessages().length;
        TestLogin.Session buyer = TestLogin.as(port, Role.BUYER);

        assertThat(page(order).select(".callout-warning").text())
                .contains("may or may not have gone", "a@s01.example", "It has gone", "It has not: mail it again");
        assertThat(buyer.get("/purchase-orders")
                        .parse()
                        .select(".callout-warning a")
                        .eachText())
                .contains(order);
        assertThat(dispatch.act(BUYER, OrderAction.SEND, asked).message())
                .as("the same form again")
                .isEqualTo(order + " is sent.");
        assertThat(MAIL.getReceivedMessages()).hasSize(before);

        buyer.post("/purchase-orders/" + order + "/mail", Map.of("gone", "true"));
        assertThat(MAIL.getReceivedMessages()).hasSize(before);
        assertThat(page(order).select(".callout-warning").text()).doesNotContain("may or may not");
        assertThat(buyer.get("/purchase-orders")
                        .parse()
                        .select(".callout-warning a")
                        .eachText())
                .doesNotContain(order);
        assertThat(new AuditedOrders(jdbc).of(order)).last().satisfies(entry -> {
            assertThat(entry.userName()).isEqualTo("test-buyer");
            assertThat(entry.action()).isEqualTo("mail");
        });

        String lost = approved("S01");
        endedWhileMailing(lost, orders.now(lost), "1 hour");
        assertThat(dispatch.mailAgain(BUYER, lost).message()).isEqualTo("It was mailed to a@s01.example.");
        assertThat(dispatch.mailAgain(BUYER, lost).isDone()).isFalse();
        assertThat(dispatch.noteGone(BUYER, lost).isDone()).isFalse();
        assertThat(MAIL.getReceivedMessages()).hasSize(before + 1);
    }

    @Test
    void aMailThatIsAtWorkIsNotTakenForOneInDoubt() throws Exception {
        String order = approved("S01");
        endedWhileMailing(order, orders.now(order), "0 seconds");
        assertThat(page(order).select(".callout").text()).contains("It is being mailed to a@s01.example");
        assertThat(dispatch.mailAgain(BUYER, order).isDone()).isFalse();
        assertThat(dispatch.noteGone(BUYER, order).isDone()).isFalse();
    }

    /** As it is in the database when the product ends after a mail was begun, so long ago. */
    private void endedWhileMailing(String order, Asked asked, String ago) {
        assertThat(desk.act(BUYER, OrderAction.SEND, asked).isDone()).isTrue();
        jdbc.sql("""
                        INSERT INTO order_event (order_id, version, at, user_name, action, state, detail)
                        SELECT id, version, now() - CAST(? AS interval), 'ben', 'MAIL_BEGUN', state, 'a@s01.example'
                        FROM orders WHERE number = ?""").params(ago, order).update();
    }

    @Test
    void aMailThatFailsLeavesTheOrderSentAndIsShownUntilItGoes() throws Exception {
        String order = approved("S02");
        Outcome sent = dispatch.act(BUYER, OrderAction.SEND, orders.now(order));
        assertThat(sent.isDone()).isTrue();
        assertThat(sent.message())
                .isEqualTo(order + " is sent. The address of supplier S02: nowhere must be one e-mail address,"
                        + " such as orders@example.com.");
        assertThat(orders.state(order)).isEqualTo("SENT");
        assertThat(page(order).select(".callout").text())
                .contains("nowhere must be one e-mail address", "Mail it again");
        assertThat(TestLogin.as(port, Role.APPROVER)
                        .post("/purchase-orders/" + order + "/mail", Map.of())
                        .statusCode())
                .isEqualTo(403);

        partners("b@s02.example");
        TestLogin.as(port, Role.BUYER).post("/purchase-orders/" + order + "/mail", Map.of());
        assertThat(page(order).select(".callout-warning").text()).doesNotContain("must be one e-mail address");
        assertThat(MAIL.getReceivedMessages()).anyMatch(mail -> subject(mail).contains(order));
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noMailBeginsWhileTheAddressesCannotBeRead() throws Exception {
        String order = approved("S01");
        Path file = folder.resolve("partners.csv");
        Files.writeString(file, "supplier,mail\nS01,a@s01.example\n");
        try {
            assertThat(dispatch.act(BUYER, OrderAction.SEND, orders.now(order)).message())
                    .startsWith(order + " is sent. ")
                    .contains("partners.csv must have the columns");
        } finally {
            partners("b@s02.example");
        }
        assertThat(orders.state(order)).isEqualTo("SENT");
        assertThat(new AuditedOrders(jdbc).of(order))
                .extracting(AuditedOrders.Entry::action)
                .endsWith("send", "mail failed");
        assertThat(dispatch.mailAgain(BUYER, order).message()).isEqualTo("It was mailed to a@s01.example.");
    }

    @Test
    void mailsThatAreRefusedAreRecorded() {
        String order = approved("S01");
        assertThat(dispatch.mailAgain(ANNA, order).status()).isEqualTo(403);
        assertThat(dispatch.noteGone(ANNA, order).status()).isEqualTo(403);
        assertThat(dispatch.mailAgain(BUYER, order).status()).as("not sent yet").isEqualTo(422);
        assertThat(new AuditedOrders(jdbc).of(order))
                .extracting(entry -> entry.userName() + " " + entry.action())
                .endsWith("anna mail refused", "anna mail refused", "ben mail refused");
    }

    @Test
    void anOrderWhoseSupplierHasNoAddressIsSentWithoutMail() {
        String order = approved(OrdersAtHand.supplier());
        assertThat(dispatch.act(BUYER, OrderAction.SEND, orders.now(order)).message())
                .isEqualTo(order + " is sent.");
    }

    @Test
    void whoAskedIsToldOfWhatBecameOfAnOrderAndOfNothingElse() {
        jdbc.sql("""
                        INSERT INTO webhook (url, secret, events, created_at, created_by)
                        VALUES ('https://hook.invalid/', 'secret', ARRAY ['order.approved', 'order.sent',
                            'order.cancelled'], now(), 'test')""").update();
        String order = approved(OrdersAtHand.supplier());
        dispatch.act(BUYER, OrderAction.SEND, orders.now(order));
        dispatch.act(BUYER, OrderAction.SEND, orders.now(order)); // refused
        dispatch.act(BUYER, OrderAction.CANCEL, orders.now(order, "No longer made."));
        assertThat(jdbc.sql("SELECT event FROM webhook_delivery ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("order.approved", "order.sent", "order.cancelled");
        JsonNode told = json.readTree(jdbc.sql("SELECT body FROM webhook_delivery WHERE event = 'order.sent'")
                        .query(String.class)
                        .single())
                .get("data");
        assertThat(told.get("number").asString()).isEqualTo(order);
        assertThat(told.get("status").asString()).isEqualTo("sent");
        assertThat(told.get("total").decimalValue()).isEqualByComparingTo("960");
    }

    @Test
    void programsFetchApprovedOrdersAndBookWhatArrives() throws Exception {
        String order = approved(OrdersAtHand.supplier());
        String token = token("erp-owner");
        JsonNode document = json.readTree(get(token, "/api/v1/orders/" + order).body());
        assertThat(document.get("binding").asBoolean()).isTrue();
        assertThat(document.get("revision").asInt()).isEqualTo(1);
        assertThat(get(token, "/api/v1/orders?status=approved").body()).contains(order);
        assertThat(receive(token, order, 12, "").body())
                .contains("An order that is approved cannot be received."); // it is not sent yet
        assertThat(new AuditedOrders(jdbc).of(order)).last().satisfies(entry -> {
            assertThat(entry.userName()).isEqualTo("erp-owner");
            assertThat(entry.action()).isEqualTo("receive refused");
            assertThat(entry.reason()).contains("cannot be received");
            assertThat(entry.after()).contains("\"quantityUnits\":12");
        });

        dispatch.act(BUYER, OrderAction.SEND, orders.now(order));
        assertThat(receive(token, order, 12, "").statusCode()).isEqualTo(201);
        assertThat(orders.state(order)).isEqualTo("PARTLY_RECEIVED");
        assertThat(get(token, "/api/v1/orders?status=partly_received").body()).contains(order);
        assertThat(receive(token, order, 40, "").statusCode()).isEqualTo(422); // 36 are open
        assertThat(receive(token, order, 40, "A gift of four.").statusCode()).isEqualTo(201);
        assertThat(orders.state(order)).isEqualTo("RECEIVED");
        assertThat(page(order).select(".history").text()).contains("line 1: 12 of 48 open on 2026-12-14");
        assertThat(receive(token, "PO-9999", 1, "").body()).contains("There is no order PO-9999.");
        assertThat(new AuditedOrders(jdbc).of("PO-9999"))
                .extracting(AuditedOrders.Entry::action)
                .containsExactly("receive refused");

        jdbc.sql("UPDATE account SET disabled_at = now() WHERE user_name = 'erp-owner'")
                .update();
        assertThat(get(token, "/api/v1/orders").statusCode()).isEqualTo(401);
    }

    @Test
    void programsBookAFileOfReceiptsWholeAndOnce() throws Exception {
        String order = approved(OrdersAtHand.supplier());
        dispatch.act(BUYER, OrderAction.SEND, orders.now(order));
        String token = token("warehouse-owner");
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String csv = "order,line,quantity,date\n" + order + ",1,12," + today + "\n";

        HttpResponse<String> wrong = receiveFile(token, "", "f-0", csv + "PO-9999,1,1," + today + "\n");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json.readTree(wrong.body()).get("problems"))
                .singleElement()
                .extracting(JsonNode::asString)
                .asString()
                .startsWith("receipts.csv line 3, column order: PO-9999 is no order here.");
        assertThat(orders.state(order)).as("nothing of it was booked").isEqualTo("SENT");

        assertThat(fileEntries("warehouse-owner"))
                .as("once for the file, and nothing else of it")
                .containsExactly("book refused receipts.csv has 1 error; nothing of it was booked.");

        HttpResponse<String> large = receiveFile(token, "", "f-0", csv + "\n".repeat(ReceiptFileSink.MOST_BYTES));
        assertThat(large.statusCode()).as(large.body()).isEqualTo(413);
        assertThat(large.body()).contains("must have 4194304 bytes at most. Cut it into several.");
        assertThat(fileEntries("warehouse-owner")).hasSize(2);

        HttpResponse<String> booked = receiveFile(token, "", "f-1", csv);
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        assertThat(booked.body()).isEqualTo("{\"file\":\"receipts.csv\",\"receipts\":1,\"orders\":1,\"units\":12}");
        HttpResponse<String> replayed = receiveFile(token, "", "f-1", csv);
        assertThat(replayed.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(receiveFile(token, "", "f-2", csv).statusCode()).isEqualTo(409);
        assertThat(page(order).select(".table-lines").text()).contains("12 received");
        assertThat(receiveFile(token, "?again=Two%20alike", "f-2", csv).statusCode())
                .isEqualTo(201);
        assertThat(page(order).select(".table-lines").text()).contains("24 received");
    }

    private List<String> fileEntries(String userName) {
        return jdbc.sql("""
                        SELECT action || ' ' || reason FROM audit_entry
                        WHERE subject_kind = 'receipt file' AND user_name = ? ORDER BY number""").param(userName).query(String.class).list();
    }

    private HttpResponse<String> receiveFile(String token, String query, String key, String csv) throws Exception {
        return HTTP.send(
                request(token, "/api/v1/receipts" + query)
                        .header("Content-Type", "text/csv;charset=UTF-8")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(csv))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void anOrderThatIsApprovedAnewIsARevision() throws Exception {
        String order = approved(OrdersAtHand.supplier());
        jdbc.sql("UPDATE orders SET state = 'EDITED' WHERE number = ?")
                .param(order)
                .update();
        jdbc.sql("UPDATE order_approval SET void = true WHERE order_id = (SELECT id FROM orders WHERE number = ?)")
                .param(order)
                .update();
        approve(order);
        TestLogin.Session buyer = TestLogin.as(port, Role.BUYER);
        assertThat(buyer.get("/purchase-orders/" + order + "/document/csv").body())
                .contains(order + ",2,approved,");
        assertThat(buyer.get("/purchase-orders/" + order + "/document/pdf").bodyAsBytes())
                .startsWith('%', 'P', 'D', 'F');
    }

    /** Of 960 pounds, by somebody else than who submitted it. */
    private String approved(String supplier) {
        String order = orders.proposed(supplier, 960);
        approve(order);
        return order;
    }

    private void approve(String order) {
        assertThat(dispatch.act(BUYER, OrderAction.SUBMIT, orders.now(order)).isDone())
                .isTrue();
        assertThat(dispatch.act(ANNA, OrderAction.APPROVE, orders.now(order)).message())
                .isEqualTo(order + " is approved.");
    }

    private Document page(String order) throws Exception {
        return TestLogin.as(port, Role.BUYER).get("/purchase-orders/" + order).parse();
    }

    /** Made on the page, as a person makes it. */
    private String token(String user) throws Exception {
        TestLogin.createAccount(jdbc, user, Set.of(Role.BUYER));
        TestLogin.Session owner = TestLogin.logIn(port, user, TestLogin.PASSWORD);
        owner.post(
                "/tokens",
                Map.of(
                        "name",
                        "ERP",
                        "roles",
                        "BUYER",
                        "expiresOn",
                        LocalDate.now().plusDays(2).toString()));
        return owner.get("/tokens").parse().select(".secret code").text();
    }

    private HttpResponse<String> receive(String token, String order, int units, String reason) throws Exception {
        String body = json.writeValueAsString(Map.of(
                "order", order, "line", 1, "quantity", units, "date", LocalDate.of(2026, 12, 14), "reason", reason));
        return HTTP.send(
                request(token, "/api/v1/receipts")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String token, String path) throws Exception {
        return HTTP.send(request(token, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }
}
