package org.plenish.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.web.order.OrdersAtHand.ANNA;
import static org.plenish.web.order.OrdersAtHand.BUYER;
import static org.plenish.web.order.OrdersAtHand.CARL;
import static org.plenish.web.order.OrdersAtHand.approver;
import static org.plenish.web.order.OrdersAtHand.supplier;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the server holds of approvals, each against the real database. */
@OnFixturePlan
class ApprovalsOnDatabaseTest {

    @Autowired
    OrderDesk desk;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    private OrdersAtHand orders;
    private AuditedOrders audit;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        orders = new OrdersAtHand(jdbc);
        audit = new AuditedOrders(jdbc);
    }

    @Test
    void anOrderGoesFromProposedToClosedAndEveryStepIsRecorded() {
        String order = orders.proposed(supplier(), 100);
        assertThat(desk.act(BUYER, OrderAction.SUBMIT, orders.now(order))).isEqualTo(done(order, "submitted"));
        assertThat(desk.act(ANNA, OrderAction.APPROVE, orders.now(order))).isEqualTo(done(order, "approved"));
        assertThat(desk.act(BUYER, OrderAction.SEND, orders.now(order))).isEqualTo(done(order, "sent"));
        assertThat(desk.act(BUYER, OrderAction.CONFIRM, orders.now(order))).isEqualTo(done(order, "confirmed"));
        assertThat(audit.of(order))
                .extracting(entry -> entry.userName() + " " + entry.action())
                .containsExactly("ben submit", "anna approve", "ben send", "ben confirm");
    }

    @Test
    void ofTwoApproversAtOnceOneWinsAndTheOtherSeesWhoAndWhen() throws Exception {
        String order = submitted(supplier(), 100);
        Asked annas = orders.now(order);
        Asked carls = orders.now(order);
        List<Outcome> outcomes = atOnce(
                () -> desk.act(ANNA, OrderAction.APPROVE, annas), () -> desk.act(CARL, OrderAction.APPROVE, carls));
        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.status() == 409)
                .singleElement()
                .extracting(Outcome::message)
                .asString()
                .containsPattern("(anna|carl) did “approve” at \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC")
                .contains("It is approved now.");
        assertThat(count(
                        "SELECT count(*) FROM order_approval a JOIN orders o ON o.id = a.order_id WHERE number = ?",
                        order))
                .isEqualTo(1);
    }

    @Test
    void ofTwoWhoDoDifferentThingsAtOnceOneWins() throws Exception {
        Actor other = new Actor("bea", Set.of(Role.BUYER), "test");
        for (int round = 0; round < 20; round++) {
            String order = orders.proposed(supplier(), 100);
            Asked bens = orders.now(order);
            Asked beas = orders.now(order, "Not needed");
            List<Outcome> outcomes = atOnce(
                    () -> desk.act(BUYER, OrderAction.SUBMIT, bens), () -> desk.act(other, OrderAction.CANCEL, beas));
            assertThat(outcomes).extracting(Outcome::status).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void aFormThatIsSentTwiceAtOnceDoesItsWorkOnce() throws Exception {
        String order = orders.proposed(supplier(), 100);
        Asked form = orders.now(order);
        List<Outcome> outcomes = atOnce(
                () -> desk.act(BUYER, OrderAction.SUBMIT, form), () -> desk.act(BUYER, OrderAction.SUBMIT, form));
        assertThat(outcomes).containsExactly(done(order, "submitted"), done(order, "submitted"));
        assertThat(desk.act(BUYER, OrderAction.SUBMIT, form)).isEqualTo(done(order, "submitted"));
        assertThat(orders.version(order)).isEqualTo(1);
        assertThat(audit.of(order)).hasSize(1);
        assertThat(desk.act(ANNA, OrderAction.SUBMIT, form).status()).isEqualTo(403);
    }

    @Test
    void aFormThatComesBackFilledInOtherwiseIsAnotherForm() {
        String order = orders.proposed(supplier(), 100);
        Asked form = orders.now(order);
        assertThat(desk.act(BUYER, OrderAction.CANCEL, form).message()).contains("needs a reason");
        Asked withReason = new Asked(order, form.version(), "Bought elsewhere", form.request());
        assertThat(desk.act(BUYER, OrderAction.CANCEL, withReason)).isEqualTo(done(order, "cancelled"));
        assertThat(desk.act(BUYER, OrderAction.CANCEL, withReason)).isEqualTo(done(order, "cancelled"));
        assertThat(desk.act(BUYER, OrderAction.SUBMIT, form).status())
                .as("another button of the same page, late")
                .isEqualTo(409);
    }

    @Test
    void anOrderOverTheLimitOfThePersonOrTheSupplierIsRefusedAndTheAttemptIsRecorded() {
        orders.limit("PERSON", "olga", 500, 5_000);
        String order = submitted(supplier(), 500.01);
        assertThat(desk.act(approver("olga"), OrderAction.APPROVE, orders.now(order)))
                .isEqualTo(Outcome.forbidden("The order's total of 500.01 is over the limit of olga of 500.00 an order."
                        + " Ask an approver with a higher limit."));
        assertThat(audit.of(order)).last().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("approve refused");
            assertThat(entry.reason()).contains("500.01");
        });
        String strict = supplier();
        orders.limit("SUPPLIER", strict, 50, 60);
        assertThat(desk.act(ANNA, OrderAction.APPROVE, orders.now(submitted(strict, 51)))
                        .message())
                .contains("over the supplier's limit of 50.00");
    }

    @Test
    void splittingAnOrderDoesNotGetPastTheDaysLimits() {
        orders.limit("PERSON", "paula", 500, 800);
        String supplier = supplier();
        assertThat(approve(approver("paula"), submitted(supplier, 450)).isDone())
                .isTrue();
        Outcome second = approve(approver("paula"), submitted(supplier, 351));
        assertThat(second.status()).isEqualTo(403);
        assertThat(second.message()).contains("would be 801.00");
        assertThat(approve(approver("paula"), submitted(supplier(), 351)).isDone())
                .as("another supplier")
                .isTrue();
    }

    @Test
    void twoApprovalsAtOnceCannotTogetherExceedTheSuppliersDay() throws Exception {
        for (int round = 0; round < 10; round++) {
            String supplier = supplier();
            orders.limit("SUPPLIER", supplier, 100, 150);
            String first = submitted(supplier, 100);
            String second = submitted(supplier, 100);
            List<Outcome> outcomes = atOnce(() -> approve(ANNA, first), () -> approve(CARL, second));
            assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        }
    }

    @Test
    void nobodyApprovesWhatTheySubmittedWhateverRolesTheyHave() {
        Actor both = new Actor("dora", Set.of(Role.BUYER, Role.APPROVER), "test");
        String order = orders.proposed(supplier(), 100);
        assertThat(desk.act(both, OrderAction.SUBMIT, orders.now(order)).isDone())
                .isTrue();
        assertThat(desk.act(both, OrderAction.APPROVE, orders.now(order)).message())
                .contains("and dora did");
        assertThat(audit.of(order)).last().satisfies(entry -> {
            assertThat(entry.userName()).isEqualTo("dora");
            assertThat(entry.action()).isEqualTo("approve refused");
        });
        assertThat(orders.state(order)).isEqualTo("SUBMITTED");
    }

    @Test
    void aboveTheThresholdTwoDifferentPeopleApprove() {
        orders.limit("PERSON", "rita", 100_000, 500_000);
        orders.limit("PERSON", "saul", 100_000, 500_000);
        String order = submitted(supplier(), 25_000.01);
        assertThat(approve(approver("rita"), order).message())
                .isEqualTo(order + " is approved once and waits for a second approver.");
        assertThat(orders.state(order)).isEqualTo("SUBMITTED");
        assertThat(approve(approver("rita"), order).message()).contains("must come from somebody else");
        assertThat(approve(approver("saul"), order)).isEqualTo(done(order, "approved"));
    }

    @Test
    void aDelegationHoldsForItsPeriodAlone() {
        orders.limit("PERSON", "vera", 1_000, 9_000);
        orders.limit("PERSON", "will", 10, 10);
        orders.account("vera", Role.APPROVER);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String order = submitted(supplier(), 900);
        orders.delegate("vera", "will", today.minusDays(9), today.minusDays(1));
        orders.delegate("vera", "will", today.plusDays(1), today.plusDays(2));
        assertThat(approve(approver("will"), order).status()).isEqualTo(403);
        orders.delegate("vera", "will", today, today);
        assertThat(approve(approver("will"), order)).isEqualTo(done(order, "approved"));
        assertThat(jdbc.sql("SELECT detail FROM order_event e JOIN orders o ON o.id = e.order_id"
                                + " WHERE number = ? AND action = 'APPROVE'")
                        .param(order)
                        .query(String.class)
                        .single())
                .isEqualTo("total 900.00, on behalf of vera");
        assertThat(audit.of(order).get(2).after())
                .as("in the log that cannot be changed, too")
                .contains("\"detail\":\"total 900.00, on behalf of vera\"");
        String late = submitted(supplier(), 900);
        jdbc.sql("UPDATE account SET roles = ARRAY ['BUYER'] WHERE user_name = 'vera'")
                .update();
        assertThat(approve(approver("will"), late).status())
                .as("the delegator is no approver any more")
                .isEqualTo(403);
        jdbc.sql("UPDATE account SET roles = ARRAY ['APPROVER'] WHERE user_name = 'vera'")
                .update();
        Actor buyerVera = new Actor("vera", Set.of(Role.BUYER), "test");
        String veras = orders.proposed(supplier(), 900);
        assertThat(desk.act(buyerVera, OrderAction.SUBMIT, orders.now(veras)).isDone())
                .isTrue();
        assertThat(approve(approver("will"), veras).status())
                .as("what the delegator wrote")
                .isEqualTo(403);
    }

    @Test
    void anOrderAsSomebodySawItBeforeItChangedIsNotActedUpon() {
        String order = orders.proposed(supplier(), 100);
        Asked stale = orders.now(order);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(order));
        Outcome outcome = desk.act(BUYER, OrderAction.CANCEL, stale);
        assertThat(outcome.status()).isEqualTo(409);
        assertThat(outcome.message()).contains("ben did “submit” at");
        assertThat(orders.state(order)).isEqualTo("SUBMITTED");
    }

    @Test
    void aRejectionNeedsAReason() {
        String order = submitted(supplier(), 100);
        assertThat(desk.act(ANNA, OrderAction.REJECT, orders.now(order, "  ")).status())
                .isEqualTo(422);
        assertThat(desk.act(ANNA, OrderAction.REJECT, orders.now(order, "Too dear")))
                .isEqualTo(done(order, "rejected"));
    }

    @Test
    void aForgedNumberFindsNothing() {
        assertThat(desk.act(BUYER, OrderAction.SUBMIT, new Asked("PO-9999", 0, "", UUID.randomUUID())))
                .isEqualTo(Outcome.nothing("There is no order PO-9999."));
        assertThat(audit.of("PO-9999"))
                .extracting(entry -> entry.userName() + " " + entry.action())
                .containsExactly("ben submit refused");
    }

    @Test
    void whoHasNotTheRoleIsRefusedAndTheAttemptIsRecorded() {
        String order = submitted(supplier(), 100);
        assertThat(desk.act(new Actor("bea", Set.of(Role.BUYER), "test"), OrderAction.APPROVE, orders.now(order))
                        .status())
                .isEqualTo(403);
        assertThat(orders.state(order)).isEqualTo("SUBMITTED");
        assertThat(audit.of(order)).last().satisfies(entry -> {
            assertThat(entry.userName()).isEqualTo("bea");
            assertThat(entry.action()).isEqualTo("approve refused");
            assertThat(entry.reason()).contains("Only the role approver");
        });
    }

    @Test
    void aTransferThatLeavesItsSenderShortIsApprovedOnlyByWhoSaysWhy() {
        orders.limit("PERSON", "tara", 1_000_000, 1_000_000);
        String order = orders.proposed("TRANSFER", "LEEDS", "DUBLIN", "ART-1001", 120_000, 12);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(order));
        Outcome refused = approve(approver("tara"), order);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.message())
                .contains("The sender is short: LEEDS would be short of ", " of the 120000 ART-1001", "“Reason”");
        assertThat(orders.state(order)).isEqualTo("SUBMITTED");
        assertThat(desk.act(approver("tara"), OrderAction.APPROVE, orders.now(order, "Dublin is out of stock")))
                .isEqualTo(done(order, "approved"));
        assertThat(audit.of(order)).last().satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo("Dublin is out of stock");
            assertThat(entry.after()).contains("although LEEDS would be short of ");
        });
    }

    @Test
    void aTransferOfWhatTheSenderHasNeedsNoReason() {
        String item = jdbc.sql("""
                        SELECT item FROM sku_location_series WHERE warehouse = 'LEEDS'
                        AND run_id = (SELECT max(run_id) FROM plan)
                        AND (SELECT bool_and(net_before[t] >= 500) FROM generate_subscripts(net_before, 1) AS t)
                        ORDER BY item LIMIT 1""").query(String.class).single();
        String order = orders.proposed("TRANSFER", "LEEDS", "DUBLIN", item, 12, 2);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(order));
        assertThat(approve(ANNA, order)).isEqualTo(done(order, "approved"));
        jdbc.sql("UPDATE orders SET state = 'CANCELLED' WHERE number = ?")
                .param(order)
                .update();
    }

    @Test
    void whatIsExpectedOfManyOrdersIsWhatBecomesOfThem() {
        orders.limit("PERSON", "xena", 500, 800);
        String supplier = supplier();
        Actor xena = approver("xena");
        List<Asked> all = List.of(
                orders.now(submitted(supplier, 450)),
                orders.now(submitted(supplier, 351)),
                orders.now(submitted(supplier, 350)),
                orders.now(submitted(supplier, 501)),
                orders.now(orders.proposed(supplier, 10)));
        long before = audited();
        List<Integer> expected = desk.expect(xena, OrderAction.APPROVE, all).stream()
                .map(one -> one.outcome().status())
                .toList();
        assertThat(audited()).as("to look is no attempt").isEqualTo(before);
        assertThat(all).extracting(asked -> orders.version(asked.number())).containsExactly(1, 1, 1, 1, 0);

        assertThat(all)
                .extracting(asked -> desk.act(xena, OrderAction.APPROVE, asked).status())
                .containsExactlyElementsOf(expected)
                .containsExactly(200, 403, 200, 403, 422);
    }

    @Test
    void anOrderThatWaitsForItsSecondApproverCountsOnceInWhatIsExpected() {
        orders.limit("PERSON", "yuri", 100_000, 500_000);
        orders.limit("PERSON", "zora", 100_000, 500_000);
        String supplier = supplier();
        orders.limit("SUPPLIER", supplier, 100_000, 60_000);
        String twice = submitted(supplier, 30_000);
        assertThat(approve(approver("yuri"), twice).isDone()).isTrue();
        Actor zora = approver("zora");
        List<Asked> all = List.of(
                orders.now(twice), orders.now(submitted(supplier, 20_000)), orders.now(submitted(supplier, 10_001)));
        List<Integer> expected = desk.expect(zora, OrderAction.APPROVE, all).stream()
                .map(one -> one.outcome().status())
                .toList();
        assertThat(all)
                .extracting(asked -> desk.act(zora, OrderAction.APPROVE, asked).status())
                .containsExactlyElementsOf(expected)
                .containsExactly(200, 200, 403); // 30,000 + 20,000, then 60,001 over 60,000
    }

    private long audited() {
        return jdbc.sql("SELECT count(*) FROM audit_entry").query(Long.class).single();
    }

    @Test
    void theEventsOfAnOrderCannotBeChangedInTheDatabase() {
        submitted(supplier(), 100);
        for (String sql : List.of(
                "UPDATE order_event SET user_name = 'nobody'", "DELETE FROM order_event", "TRUNCATE order_event")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> jdbc.sql(sql).update())
                    .hasMessageContaining("order_event");
        }
    }

    private Outcome approve(Actor approver, String order) {
        return desk.act(approver, OrderAction.APPROVE, orders.now(order));
    }

    private String submitted(String supplier, double value) {
        String order = orders.proposed(supplier, value);
        assertThat(desk.act(BUYER, OrderAction.SUBMIT, orders.now(order)).isDone())
                .isTrue();
        return order;
    }

    private int count(String sql, String number) {
        return jdbc.sql(sql).param(number).query(Integer.class).single();
    }

    private static Outcome done(String order, String state) {
        return Outcome.done(order + " is " + state + ".");
    }

    private static List<Outcome> atOnce(Callable<Outcome> first, Callable<Outcome> second) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Outcome>> futures = new ArrayList<>();
            for (Callable<Outcome> work : List.of(first, second)) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            return List.of(futures.get(0).get(), futures.get(1).get());
        } finally {
            threads.shutdownNow();
        }
    }
}
