package org.plenish.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.web.order.OrdersAtHand.supplier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Release;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of orders as the people of each role use them, over HTTP. */
@OnFixturePlan
class InboxPagesTest {

    private static final String HOSTILE = "<script>alert('x')</script>";

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InboxQueries queries;

    @Autowired
    TransactionTemplate transaction;

    private OrdersAtHand orders;
    private TestLogin.Session buyer;
    private TestLogin.Session approver;

    @BeforeEach
    void logIn() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        orders = new OrdersAtHand(jdbc);
        buyer = TestLogin.as(port, Role.BUYER);
        approver = TestLogin.as(port, Role.APPROVER);
    }

    @Test
    void anOrderGoesFromProposedToClosedByTheFormsOfItsPage() throws Exception {
        String order = orders.proposed(supplier(), 100);
        press(buyer, order, "SUBMIT", "");
        press(approver, order, "APPROVE", "");
        press(buyer, order, "SEND", "");
        press(buyer, order, "CONFIRM", "");
        assertThat(orders.state(order)).isEqualTo("CONFIRMED");
        Document page = buyer.get("/purchase-orders/" + order).parse();
        Map<String, String> form = form(page, "form[action$=/receive]");
        form.put(page.select("input[name^=units-]").attr("name"), "48");
        assertThat(buyer.post("/purchase-orders/" + order + "/receive", form).statusCode())
                .isEqualTo(302);
        press(buyer, order, "CLOSE", "");
        assertThat(page(buyer, order).select(".history li").eachText())
                .hasSize(6)
                .last()
                .asString()
                .contains("test-buyer submitted it");
    }

    @Test
    void wordsOfPeopleAreShownAsTextNotRun() throws Exception {
        String order = orders.proposed(supplier(), 100);
        buyer.post("/purchase-orders/" + order + "/comment", Map.of("text", HOSTILE, "request", uuid()));
        press(buyer, order, "CANCEL", HOSTILE + " reason");
        Connection.Response answer = buyer.get("/purchase-orders/" + order);
        assertThat(answer.body()).doesNotContain("<script>alert");
        assertThat(answer.parse().select(".history").text()).contains(HOSTILE, HOSTILE + " reason");
    }

    @Test
    void whoSeesAnOldOrderIsToldWhoWasFirst() throws Exception {
        String order = orders.proposed(supplier(), 100);
        Map<String, String> old = form(page(buyer, order), "form[action$=/act]");
        press(buyer, order, "SUBMIT", "");
        old.put("action", "CANCEL");
        old.put("reason", "Too late");
        old.put("request", uuid());
        Connection.Response answer = buyer.post("/purchase-orders/" + order + "/act", old);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.parse().select("main").text())
                .contains("Somebody was first")
                .contains("test-buyer did “submit” at");
    }

    @Test
    void rolesAreHeldByTheServerNotByTheButtons() throws Exception {
        String order = orders.proposed(supplier(), 100);
        Map<String, String> form = form(page(buyer, order), "form[action$=/act]");
        form.put("action", "SUBMIT");
        assertThat(approver.post("/purchase-orders/" + order + "/act", form).statusCode())
                .isEqualTo(403);
        for (Role role : List.of(Role.AUDITOR, Role.ADMINISTRATOR)) {
            assertThat(page(TestLogin.as(port, role), order).select("button[name=action]"))
                    .isEmpty();
            assertThat(TestLogin.as(port, role)
                            .post("/purchase-orders/" + order + "/act", form)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(buyer.postWithoutToken("/purchase-orders/" + order + "/act", form)
                        .statusCode())
                .isEqualTo(403);
        assertThat(orders.state(order)).isEqualTo("PROPOSED");
        assertThat(jdbc.sql("SELECT user_name || ': ' || reason FROM audit_entry WHERE subject_kind = 'page'"
                                + " AND action = 'change refused' AND subject = ? ORDER BY number")
                        .param("/purchase-orders/" + order + "/act")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "test-auditor: None of the person's roles may do this.",
                        "test-administrator: None of the person's roles may do this.",
                        "test-buyer: The form did not come from a page of this session.");
        form.put("action", "SUBMIT");
        assertThat(buyer.post("/purchase-orders/PO-99999/act", form).statusCode())
                .isEqualTo(404);
        assertThat(new AuditedOrders(jdbc).of("PO-99999"))
                .extracting(AuditedOrders.Entry::action)
                .containsExactly("change refused");
        form.put("action", "EDIT");
        form.put("request", uuid());
        assertThat(buyer.post("/purchase-orders/" + order + "/act", form).statusCode())
                .isEqualTo(422);
    }

    @Test
    void manyOrdersAreApprovedTogetherAndAnsweredOneByOne() throws Exception {
        String supplier = supplier();
        orders.limit("SUPPLIER", supplier, 1_000, 150);
        String first = orders.proposed(supplier, 100);
        String second = orders.proposed(supplier, 100);
        String untouched = orders.proposed(supplier, 10);
        press(buyer, first, "SUBMIT", "");
        press(buyer, second, "SUBMIT", "");
        Document result = approver.post(
                        "/purchase-orders/bulk?order=" + handle(first) + "&order=" + handle(second) + "&order="
                                + handle(untouched) + "&order=PO-9999:0&order=nonsense",
                        Map.of("action", "APPROVE", "request", uuid(), "confirmed", "true"))
                .parse();
        assertThat(result.select("h1").text()).isEqualTo("1 of 5 done");
        assertThat(result.select("tbody tr").eachText())
                .element(0)
                .asString()
                .contains(first + " Done " + first + " is approved.");
        assertThat(result.select("tbody tr").eachText())
                .anySatisfy(
                        line -> assertThat(line).contains(second).contains("over the supplier's limit of 150.00 a day"))
                .anySatisfy(line -> assertThat(line).contains(untouched).contains("cannot be approved"))
                .anySatisfy(line -> assertThat(line).contains("There is no order PO-9999."));
    }

    @Test
    void whatIsToBeExpectedOfManyOrdersIsShownBeforeItIsDone() throws Exception {
        String supplier = supplier();
        orders.limit("SUPPLIER", supplier, 1_000, 150);
        String first = orders.proposed(supplier, 100);
        String second = orders.proposed(supplier, 60);
        press(buyer, first, "SUBMIT", "");
        press(buyer, second, "SUBMIT", "");
        Document shown = approver.post(
                        "/purchase-orders/bulk?order=" + handle(first) + "&order=" + handle(second),
                        Map.of("action", "APPROVE", "request", uuid()))
                .parse();
        assertThat(shown.select("h1").text()).isEqualTo("Approve: 2 orders?");
        assertThat(shown.select(".lede").eachText())
                .containsExactly("One order of £100.00 will be done.", "One will be refused: see below why.");
        assertThat(shown.select("tbody tr").get(0).text()).isEqualTo(first + " £100.00 Will be done Will be approved.");
        assertThat(shown.select("tbody tr").get(1).text())
                .startsWith(second + " £60.00")
                .contains("over the supplier's limit of 150.00 a day");
        assertThat(orders.state(first)).as("it was only shown").isEqualTo("SUBMITTED");

        Map<String, String> form = form(shown, "#bulk-confirm form");
        form.put("action", "APPROVE");
        form.remove("order");
        Document result = approver.post(
                        "/purchase-orders/bulk?order=" + handle(first) + "&order=" + handle(second), form)
                .parse();
        assertThat(result.select("h1").text()).isEqualTo("1 of 2 done");
        assertThat(orders.state(first)).isEqualTo("APPROVED");
        assertThat(shown.select("input[name=order]").eachAttr("value"))
                .as("the confirmation is of what was chosen, as it was seen")
                .containsExactly(first + ":1", second + ":1");
    }

    @Test
    void nothingIsReceivedOrEditedByAFormThatDoesNotSayWhat() throws Exception {
        String order = orders.proposed(supplier(), 100);
        press(buyer, order, "SUBMIT", "");
        assertThat(bulk(order, "EDIT")).contains("says nothing of what changes");
        assertThat(orders.state(order)).isEqualTo("SUBMITTED");
        press(approver, order, "APPROVE", "");
        press(buyer, order, "SEND", "");
        assertThat(bulk(order, "RECEIVE")).contains("says nothing of what changes or has come");
        assertThat(orders.state(order)).isEqualTo("SENT");
    }

    private String bulk(String order, String action) throws Exception {
        return buyer.post(
                        "/purchase-orders/bulk?order=" + handle(order),
                        Map.of("action", action, "reason", "Because", "request", uuid(), "confirmed", "true"))
                .parse()
                .select("tbody tr")
                .text();
    }

    @Test
    void theInboxIsGroupedBySupplierAndTellsWhatHappensWithoutEachOrder() throws Exception {
        Document page = buyer.get("/purchase-orders").parse();
        assertThat(page.select("section.card-table h2").eachText())
                .anyMatch(heading -> heading.startsWith("Harbour Ceramics"));
        assertThat(page.select(".tell-row").first().text())
                .contains("Without it, stock runs out in the bucket of")
                .contains("Runner-up: buy");
    }

    @Test
    void filtersStandInTheAddress() throws Exception {
        String supplier = supplier();
        String order = orders.proposed(supplier, 100);
        String base = "/purchase-orders?when=TODAY&partner=" + supplier;
        assertThat(numbers(base)).containsExactly(order);
        assertThat(numbers(base + "&state=SUBMITTED")).isEmpty();
        assertThat(numbers(base + "&warehouse=DUBLIN")).isEmpty();
        assertThat(numbers(base + "&q=ART-1001")).containsExactly(order);
        assertThat(numbers(base + "&q=%25")).isEmpty();
        assertThat(numbers(base + "&urgency=RUNS_OUT")).isEmpty();
        assertThat(numbers(base + "&mine=true")).isEmpty();
        press(buyer, order, "SUBMIT", "");
        assertThat(numbers(base + "&mine=true")).containsExactly(order);
        assertThat(approver.get(base + "&mine=true")
                        .parse()
                        .select("[data-order] th")
                        .eachText())
                .as("waits for an approver")
                .containsExactly(order);
        assertThat(buyer.get("/purchase-orders?state=NEVER").statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsSnoozedIsOutOfOnesOwnInboxAlone() throws Exception {
        String supplier = supplier();
        String order = orders.proposed(supplier, 100);
        String base = "/purchase-orders?when=TODAY&partner=" + supplier;
        buyer.post("/purchase-orders/" + order + "/snooze", Map.of("until", "2999-01-01"));
        assertThat(numbers(base)).isEmpty();
        assertThat(numbers(base + "&snoozed=true")).containsExactly(order);
        assertThat(approver.get(base).parse().select("[data-order] th").eachText())
                .containsExactly(order);
    }

    @Test
    void aPageHoldsAHundredOrdersAndTheNextGoesOnBehindThem() throws Exception {
        String supplier = supplier();
        for (int i = 0; i < 230; i++) {
            orders.proposed(supplier, 100 + i);
        }
        Document page =
                buyer.get("/purchase-orders?when=TODAY&partner=" + supplier).parse();
        List<String> seen = new ArrayList<>();
        while (true) {
            seen.addAll(page.select("[data-order] th").eachText());
            String next = page.select("a[rel=next]").attr("href");
            if (next.isEmpty()) {
                break;
            }
            page = buyer.get(next).parse();
        }
        assertThat(seen).hasSize(230).doesNotHaveDuplicates();
    }

    @Test
    void hundredsOfOrdersAndTensOfThousandsOfLinesStayQuick() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                            INSERT INTO orders (kind, number, partner, warehouse, order_date, state, plan_run, currency,
                                changed_by, changed_at)
                            SELECT 'PURCHASE', 'MANY-' || n, 'S0' || n % 3, 'LEEDS', '2026-11-23', 'PROPOSED', :run, 'GBP',
                                'plenish', now() FROM generate_series(1, 600) AS n""").param("run", currentPlan.find().orElseThrow().runId()).update();
            jdbc.sql("""
                            INSERT INTO order_line (order_id, line, item, quantity_units, order_multiple_units, unit_cost,
                                value, due_date, reason)
                            SELECT id, n, 'ART-' || 1000 + n % 48, 12, 12, 1, 12, '2026-12-21', 'For the test.'
                            FROM orders, generate_series(1, 60) AS n WHERE number LIKE 'MANY-%'""").update();
            InboxFilter filter = new InboxFilter(null, null, null, null, null, true, null, "ART-1001", null);
            long start = System.nanoTime();
            Inbox inbox = queries.inbox(
                    currentPlan.find().orElseThrow(), OrdersAtHand.ANNA, OrderKind.PURCHASE, filter, Release.TODAY);
            Inbox all = queries.inbox(
                    currentPlan.find().orElseThrow(),
                    OrdersAtHand.ANNA,
                    OrderKind.PURCHASE,
                    new InboxFilter(null, null, null, null, null, null, null, null, null),
                    Release.TODAY);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(all.orderCount()).isGreaterThanOrEqualTo(600);
            assertThat(inbox.orderCount()).isLessThan(all.orderCount());
        });
    }

    @Test
    void filtersAreKeptForEachPerson() throws Exception {
        buyer.post("/purchase-orders/filters", Map.of("name", "Late " + HOSTILE, "query", "urgency=TOO_LATE"));
        Document page = buyer.get("/purchase-orders").parse();
        assertThat(page.select(".saved-list a").attr("href")).isEqualTo("/purchase-orders?urgency=TOO_LATE");
        assertThat(approver.get("/purchase-orders").parse().select(".saved-list a"))
                .isEmpty();
        buyer.post("/purchase-orders/filters/forget", Map.of("name", "Late " + HOSTILE));
        assertThat(buyer.get("/purchase-orders").parse().select(".saved-list a"))
                .isEmpty();
    }

    @Test
    void aChangeIsShownBeforeItIsMade() throws Exception {
        String order = orders.proposed("PURCHASE", "S01", "LEEDS", "ART-1001", 48, 57.6);
        String line = page(buyer, order).select("a[href*=line=]").attr("href");
        Document tried = buyer.get(line + "&change=QUANTITY&units=60").parse();
        assertThat(tried.select("#effect-title").text()).isEqualTo("What it does");
        assertThat(tried.select("main").text()).contains("Line 1: 60 of ART-1001, before 48.", "£72.00 (+£14.40)");
        Map<String, String> form = form(tried, "form[method=post]:has([name=change])");
        form.put("reason", "Fair");
        assertThat(buyer.post("/purchase-orders/" + order + "/change", form).statusCode())
                .isEqualTo(302);
        assertThat(page(buyer, order).select("main").text()).contains("60 piece", "Edited", "Fair");
        assertThat(page(buyer, order).select(".changed-since").text())
                .matches("By test-buyer, on \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC:");
        assertThat(buyer.get(line + "&change=QUANTITY&units=61")
                        .parse()
                        .select(".findings")
                        .text())
                .contains("must be a multiple of 12");
    }

    @Test
    void whatThePlanSaidOfALineThatAPersonChangedIsNotTakenForWhatItIsNow() throws Exception {
        String order = jdbc.sql("""
                        SELECT number FROM orders o JOIN order_line l ON l.order_id = o.id
                        WHERE kind = 'PURCHASE' AND state = 'PROPOSED' AND number LIKE 'PO-%'
                        GROUP BY o.id HAVING count(*) > 1 ORDER BY number DESC LIMIT 1""").query(String.class).single();
        assertThat(page(buyer, order).select(".changed-since")).isEmpty();
        String line = page(buyer, order).select("a[href*=line=]").first().attr("href");
        Map<String, String> form =
                form(buyer.get(line + "&change=PIN").parse(), "form[method=post]:has([name=change])");
        form.put("reason", "Promised");
        assertThat(buyer.post("/purchase-orders/" + order + "/change", form).statusCode())
                .isEqualTo(302);
        assertThat(page(buyer, order).select(".changed-since").eachText())
                .as("of the changed line, not of the others")
                .singleElement()
                .asString()
                .matches("test-buyer changed this line on .* UTC\\. What follows is what the plan said .*");
        Document inbox = buyer.get("/purchase-orders?when=OUTLOOK&q=" + order).parse();
        if (inbox.select("[data-order]").isEmpty()) {
            inbox = buyer.get("/purchase-orders?when=TODAY&q=" + order).parse();
        }
        assertThat(inbox.select(".changed-since").text())
                .contains("test-buyer changed it on", "is pinned", "is what the plan said before");
    }

    private void press(TestLogin.Session who, String order, String action, String reason) throws Exception {
        Map<String, String> form = form(page(who, order), "form[action$=/act]");
        form.put("action", action);
        form.put("reason", reason);
        assertThat(who.post("/purchase-orders/" + order + "/act", form).statusCode())
                .as(action)
                .isEqualTo(302);
    }

    private static Map<String, String> form(Document page, String selector) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.select(selector).select("input[type=hidden]").forEach(field -> {
            if (!field.attr("name").equals("_csrf")) {
                fields.put(field.attr("name"), field.attr("value"));
            }
        });
        return fields;
    }

    private static Document page(TestLogin.Session who, String order) throws Exception {
        return who.get("/purchase-orders/" + order).parse();
    }

    private List<String> numbers(String address) throws Exception {
        return buyer.get(address).parse().select("[data-order] th").eachText();
    }

    private String handle(String order) {
        return order + ":" + orders.version(order);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
