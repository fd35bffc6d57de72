package org.plenish.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.plenish.web.api.OnApi.People.person;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.OutboundEvent;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

@OnApi
class WebhooksTest {

    private static final Actor ROOT = person("root ADMINISTRATOR");
    private static final ApiProperties ON_THIS_MACHINE =
            new ApiProperties(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), new ApiProperties.Webhook(true));

    private record Received(Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.get(name).get(0);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail audit;

    @Autowired
    JsonMapper json;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WebhookDelivery background;

    private final Clock clock = Clock.systemUTC();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private HttpServer receiver;
    private StoredWebhooks webhooks;

    @BeforeEach
    void start() throws Exception {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        background.destroy(); // here the tests say when
        jdbc.sql("DELETE FROM webhook_delivery").update();
        jdbc.sql("DELETE FROM webhook").update();
        webhooks = new StoredWebhooks(jdbc, audit, json, clock, ON_THIS_MACHINE);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(new Received(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (answer == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void anEventReachesWhoAskedForItSigned() throws Exception {
        String secret = register(OutboundEvent.ORDER_APPROVED);
        publish(OutboundEvent.ORDER_APPROVED);
        publish(OutboundEvent.ORDER_SENT); // nobody asked
        deliver(Duration.ZERO);

        assertThat(received).hasSize(1);
        Received event = received.get(0);
        assertThat(json.readTree(event.body()).get("event").asString()).isEqualTo("order.approved");
        assertThat(json.readTree(event.body()).get("data").get("number").asString())
                .isEqualTo("PO-0001");
        assertThat(event.header("Plenish-signature"))
                .isEqualTo(
                        "v1=" + WebhookDelivery.sign(secret, event.header("Plenish-timestamp") + "." + event.body()));
        assertThat(webhooks.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo("DELIVERED");
            assertThat(delivery.lastStatus()).isEqualTo(204);
        });
        deliver(Duration.ofDays(9));
        assertThat(received).hasSize(1);
    }

    /** RFC 4231, test case 2. */
    @Test
    void theSignatureIsThatOfTheStandard() {
        assertThat(WebhookDelivery.sign("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void whatIsNotTakenIsTriedAgainEverLaterThenGivenUp() {
        register(OutboundEvent.ORDER_SENT);
        publish(OutboundEvent.ORDER_SENT);
        answer = 500;
        deliver(Duration.ZERO);
        deliver(Duration.ZERO); // not yet again
        assertThat(received).hasSize(1);
        assertThat(webhooks.deliveries().get(0).state()).isEqualTo("RETRYING");
        assertThat(webhooks.deliveries().get(0).lastError()).isEqualTo("It answered 500.");
        for (int day = 2; day < 20; day += 2) {
            deliver(Duration.ofDays(day));
        }
        assertThat(received).hasSize(7); // at once and after each of six waits
        assertThat(received)
                .extracting(event -> event.header("Plenish-delivery"))
                .containsOnly(received.get(0).header("Plenish-delivery"));
        assertThat(webhooks.deliveries().get(0).state()).isEqualTo("GIVEN_UP");
    }

    @Test
    void aRedirectIsNotFollowed() {
        register(OutboundEvent.ORDER_SENT);
        publish(OutboundEvent.ORDER_SENT);
        answer = 302;
        deliver(Duration.ZERO);
        assertThat(received).hasSize(1);
        assertThat(webhooks.deliveries().get(0).lastError()).isEqualTo("It answered 302.");
    }

    @Test
    void anAnswerThatNeverEndsHoldsNoOtherDelivery() {
        CountDownLatch over = new CountDownLatch(1);
        receiver.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            new Thread(() -> {
                        try (exchange) {
                            over.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    })
                    .start();
        });
        try {
            transaction.executeWithoutResult(status ->
                    webhooks.register(ROOT, url().replace("/hook", "/endless"), EnumSet.of(OutboundEvent.ORDER_SENT)));
            register(OutboundEvent.ORDER_SENT);
            publish(OutboundEvent.ORDER_SENT);
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> deliver(Duration.ZERO));
            assertThat(received).hasSize(1);
            assertThat(webhooks.deliveries()).extracting(Delivery::state).containsExactly("DELIVERED", "DELIVERED");
        } finally {
            over.countDown();
        }
    }

    @Test
    void anAddressIsCheckedAgainBeforeEveryDelivery() {
        register(OutboundEvent.ORDER_SENT);
        publish(OutboundEvent.ORDER_SENT);
        ApiProperties strict =
                new ApiProperties(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), new ApiProperties.Webhook(false));
        WebhookDelivery delivery = new WebhookDelivery(jdbc, clock, strict);
        delivery.deliverDue();
        delivery.destroy();
        assertThat(received).isEmpty();
        assertThat(webhooks.deliveries().get(0).lastError()).contains("must begin with https://");
    }

    @Test
    void anEventGoesWithItsChange() {
        register(OutboundEvent.ORDER_SENT);
        transaction.executeWithoutResult(status -> {
            webhooks.publish(OutboundEvent.ORDER_SENT, Map.of("number", "PO-0001"));
            status.setRollbackOnly();
        });
        assertThat(webhooks.deliveries()).isEmpty();
        assertThatThrownBy(() -> webhooks.publish(OutboundEvent.ORDER_SENT, Map.of()))
                .hasMessageContaining("must be noted in the transaction of what happens");
    }

    @Test
    void onlyAnAdministratorRegistersAndItIsRecordedWithoutTheSecret() {
        assertThatThrownBy(() -> webhooks.register(person("bob BUYER"), url(), EnumSet.of(OutboundEvent.ORDER_SENT)))
                .hasMessage("Webhooks are managed by administrators.");
        String secret = register(OutboundEvent.ORDER_SENT);
        assertThat(jdbc.sql(
                                "SELECT a::text FROM audit_entry a WHERE subject_kind = 'webhook' ORDER BY number DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .contains("order.sent")
                .doesNotContain(secret);
    }

    @Test
    void thePageShowsWhoIsToldAndWhatReachedThem() throws Exception {
        register(OutboundEvent.ORDER_SENT);
        publish(OutboundEvent.ORDER_SENT);
        deliver(Duration.ZERO);
        TestLogin.Session administrator = TestLogin.as(port, Role.ADMINISTRATOR);
        Document page = administrator.get("/webhooks").parse();
        assertThat(page.select("tbody").eachText()).hasSize(2);
        assertThat(page.select("tbody").get(0).text()).contains(url(), "Order sent", "root");
        assertThat(page.select("tbody").get(1).text()).contains("Order sent", "Delivered");
        assertThat(page.text()).doesNotContain("??");
        administrator.post("/webhooks", Map.of("url", "https://169.254.169.254/", "events", "ORDER_SENT"));
        Document refused = administrator.get("/webhooks").parse();
        assertThat(refused.select("[role=alert]").text())
                .isEqualTo("The address https://169.254.169.254/ must lead to the public internet,"
                        + " but leads to 169.254.169.254.");
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    private String register(OutboundEvent event) {
        return transaction.execute(status -> webhooks.register(ROOT, url(), EnumSet.of(event)));
    }

    private void publish(OutboundEvent event) {
        transaction.executeWithoutResult(status -> webhooks.publish(event, Map.of("number", "PO-0001")));
    }

    private void deliver(Duration later) {
        WebhookDelivery delivery = new WebhookDelivery(jdbc, Clock.offset(clock, later), ON_THIS_MACHINE);
        delivery.deliverDue();
        delivery.destroy();
    }
}
