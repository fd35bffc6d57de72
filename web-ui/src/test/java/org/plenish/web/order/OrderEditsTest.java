package org.plenish.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.web.order.OrdersAtHand.ANNA;
import static org.plenish.web.order.OrdersAtHand.BUYER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.PlanFixture;
import org.plenish.web.order.life.Finding;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnFixturePlan
class OrderEditsTest {

    private static final LocalDate DUE = PlanFixture.PLAN_DATE.plusWeeks(3);

    @Autowired
    OrderEdits edits;

    @Autowired
    OrderDesk desk;

    @Autowired
    Receipts receipts;

    @Autowired
    OrderQueries queries;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private OrdersAtHand orders;
    private AuditedOrders audit;
    private PlanHeader plan;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        orders = new OrdersAtHand(jdbc);
        audit = new AuditedOrders(jdbc);
        plan = currentPlan.find().orElseThrow();
    }

    @Test
    void aQuantityKeepsToMinimumAndMultipleAndTakesThePriceOfItsBreak() {
        String order = fromS01();
        assertThat(tried(order, quantity(order, 12)).refusals())
                .extracting(Finding::message)
                .containsExactly(
                        "quantity of ART-1001: 12 must be the supplier's minimum of 24 or more. Order 24, or remove"
                                + " the line.");
        assertThat(tried(order, quantity(order, 50)).refusals())
                .extracting(Finding::message)
                .containsExactly("quantity of ART-1001: 50 must be a multiple of 12. Order 48 or 60.");
        assertThat(tried(order, quantity(order, 228)).warnings())
                .extracting(Finding::message)
                .contains("From 240 on ART-1001 costs 1.080000 a unit: so many cost no more than 228.");
        EditEffect effect = tried(order, quantity(order, 240));
        assertThat(effect.isRefused()).isFalse();
        assertThat(effect.valueAfter()).isEqualByComparingTo("259.20"); // 240 · 1.20 · 0.9
        assertThat(line(order).quantityUnits()).as("it was only tried").isEqualTo(48);
        assertThat(orders.version(order)).isZero();
    }

    @Test
    void aRefusedChangeLeavesNothingBehindEvenIfItIsSent() {
        String order = fromS01();
        Outcome outcome = edits.edit(BUYER, plan, orders.now(order, "Why not"), quantity(order, 50));
        assertThat(outcome.status()).isEqualTo(422);
        assertThat(line(order).quantityUnits()).isEqualTo(48);
        assertThat(orders.state(order)).isEqualTo("PROPOSED");
        assertThat(audit.of(order))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("edit refused"));
    }

    @Test
    void aChangeShowsWhatItDoesToStockAndMoney() {
        String order = fromS01();
        EditEffect without = tried(order, change(order, ChangeForm.Kind.REMOVE, null, null, null));
        EditEffect.StockChange stock = without.stocks().get(0);
        assertThat(stock.after().lowestUnits())
                .isLessThanOrEqualTo(stock.before().lowestUnits());
        assertThat(stock.before().netUnits()[12] - stock.after().netUnits()[12]).isEqualTo(48);
        assertThat(without.valueChange()).isEqualTo(-57.6); // 48 · 1.20
    }

    @Test
    void aChangeNeedsAReasonAndIsRecordedWithWhatWasAndIs() {
        String order = fromS01();
        assertThat(edits.edit(BUYER, plan, orders.now(order), quantity(order, 60))
                        .message())
                .contains("needs a reason");
        assertThat(edits.edit(BUYER, plan, orders.now(order, "Fair in March"), quantity(order, 60)))
                .isEqualTo(Outcome.done("Line 1: 60 of ART-1001, before 48. " + order + " is edited."));
        assertThat(audit.of(order)).last().satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo("Fair in March");
            assertThat(entry.before()).contains("line 1: 48 of ART-1001");
            assertThat(entry.after()).contains("line 1: 60 of ART-1001");
        });
    }

    @Test
    void anyChangeAfterApprovalVoidsItAndWhoEditsCannotApprove() {
        String order = fromS01();
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(order));
        assertThat(desk.act(ANNA, OrderAction.APPROVE, orders.now(order)).isDone())
                .isTrue();
        Actor editor = new Actor("edda", Set.of(Role.BUYER, Role.APPROVER), "test");
        assertThat(edits.edit(editor, plan, orders.now(order, "More"), quantity(order, 60))
                        .isDone())
                .isTrue();
        assertThat(orders.state(order)).isEqualTo("EDITED");
        assertThat(jdbc.sql("SELECT void FROM order_approval a JOIN orders o ON o.id = a.order_id WHERE number = ?")
                        .param(order)
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
        assertThat(desk.act(BUYER, OrderAction.SEND, orders.now(order)).status())
                .as("not approved any more")
                .isEqualTo(422);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(order));
        assertThat(desk.act(editor, OrderAction.APPROVE, orders.now(order)).message())
                .contains("and edda did");
        assertThat(desk.act(ANNA, OrderAction.APPROVE, orders.now(order)).isDone())
                .isTrue();
    }

    @Test
    void aLineOfAnotherOrderIsNotChangedThroughThisOne() {
        String mine = fromS01();
        String other = fromS01();
        Outcome outcome = edits.edit(BUYER, plan, orders.now(mine, "Forged"), quantity(other, 60));
        assertThat(outcome.status()).isEqualTo(422);
        assertThat(outcome.message()).contains("has no such line");
        assertThat(line(other).quantityUnits()).isEqualTo(48);
    }

    @Test
    void aLineIsSplitToAnotherDate() {
        String order = fromS01();
        LocalDate later = DUE.plusWeeks(2);
        assertThat(edits.edit(
                                BUYER,
                                plan,
                                orders.now(order, "No room"),
                                change(order, ChangeForm.Kind.SPLIT, 24, later, null))
                        .isDone())
                .isTrue();
        assertThat(lines(order)).containsExactly("24 " + DUE, "24 " + later);
    }

    @Test
    void aLineMovesToAnotherSupplierWithThoseWhoHadAHandInIt() {
        String order = fromS01();
        Outcome outcome = edits.edit(
                BUYER, plan, orders.now(order, "Too late"), change(order, ChangeForm.Kind.SUPPLIER, null, null, "S03"));
        assertThat(outcome.isDone()).isTrue();
        assertThat(orders.state(order)).as("nothing is left of it").isEqualTo("CANCELLED");
        String other = outcome.message().replaceAll(".*, order ([^,]+), .*", "$1");
        assertThat(lines(other)).contains("48 " + PlanFixture.PLAN_DATE.plusDays(7)); // lead time of S03
        assertThat(audit.of(other)).last().satisfies(entry -> {
            assertThat(entry.userName() + " " + entry.action() + ": " + entry.reason())
                    .isEqualTo("ben edit: Too late");
            assertThat(entry.before()).doesNotContain("48 of ART-1001");
            assertThat(entry.after()).contains("48 of ART-1001", "moves to S03");
        });
        assertThat(jdbc.sql("SELECT count(DISTINCT xmin::text) FROM audit_entry"
                                + " WHERE action = 'edit' AND reason = 'Too late' AND subject IN (?, ?)")
                        .params(order, other)
                        .query(Integer.class)
                        .single())
                .as("both in one transaction")
                .isEqualTo(1);
        Actor ben = new Actor("ben", Set.of(Role.APPROVER), "test");
        desk.act(new Actor("bea", Set.of(Role.BUYER), "test"), OrderAction.SUBMIT, orders.now(other));
        assertThat(desk.act(ben, OrderAction.APPROVE, orders.now(other)).message())
                .contains("and ben did");
    }

    @Test
    void twoOrdersOfOneWayMergeAndThoseOfTwoDoNot() {
        String first = fromS01();
        String second = fromS01();
        String elsewhere = orders.proposed("S02", 10);
        assertThat(edits.edit(BUYER, plan, orders.now(first, "One truck"), merge(elsewhere))
                        .message())
                .contains("only orders of one way merge");
        assertThat(edits.edit(BUYER, plan, orders.now(first, "One truck"), merge(second))
                        .isDone())
                .isTrue();
        assertThat(orders.state(first)).isEqualTo("CANCELLED");
        assertThat(lines(second)).hasSize(2);
        assertThat(audit.of(second)).singleElement().satisfies(entry -> {
            assertThat(entry.before()).contains("line 1: 48 of ART-1001").doesNotContain("line 2");
            assertThat(entry.after()).contains("line 1: 48 of ART-1001", "line 2: 48 of ART-1001");
        });
    }

    @Test
    void anOrderDoesNotMergeIntoOneThatChangedSinceItWasSeen() {
        String first = fromS01();
        String second = fromS01();
        ChangeForm seen = merge(second);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(second));
        Outcome outcome = edits.edit(BUYER, plan, orders.now(first, "One truck"), seen);
        assertThat(outcome.status()).isEqualTo(409);
        assertThat(outcome.message()).contains(second + " has changed since you saw it: ben did “submit” at");
        assertThat(lines(first)).hasSize(1);
        assertThat(orders.state(second)).isEqualTo("SUBMITTED");
    }

    @Test
    void aLineDoesNotMoveToAnOrderThatIsCancelledAtTheSameMoment() throws Exception {
        LocalDate day = PlanFixture.PLAN_DATE.plusDays(100);
        String order = fromS01();
        String other = orders.proposed("PURCHASE", "S03", "LEEDS", "ART-1001", 48, 57.6);
        jdbc.sql("UPDATE orders SET order_date = ? WHERE number IN (?, ?)")
                .params(day, order, other)
                .update();
        ChangeForm move = change(order, ChangeForm.Kind.SUPPLIER, null, null, "S03");
        Asked asked = orders.now(order, "Too late");
        CompletableFuture<Outcome> moved = transaction.execute(status -> {
            jdbc.sql("UPDATE orders SET state = 'CANCELLED', version = version + 1 WHERE number = ?")
                    .param(other)
                    .update();
            CompletableFuture<Outcome> work = CompletableFuture.supplyAsync(() -> edits.edit(BUYER, plan, asked, move));
            awaitLocked();
            return work;
        });
        assertThat(moved.get(30, TimeUnit.SECONDS).isDone()).isTrue();
        assertThat(orders.state(other)).isEqualTo("CANCELLED");
        assertThat(lines(other)).hasSize(1);
    }

    @Test
    void anOrderIsPostponedWithAllItsLines() {
        String order = fromS01();
        assertThat(edits.edit(
                                BUYER,
                                plan,
                                orders.now(order, "Cash"),
                                new ChangeForm(
                                        ChangeForm.Kind.ORDER_DATE,
                                        null,
                                        null,
                                        PlanFixture.PLAN_DATE.plusDays(7),
                                        null,
                                        null,
                                        null,
                                        null))
                        .isDone())
                .isTrue();
        assertThat(lines(order)).containsExactly("48 " + DUE.plusDays(7));
        assertThat(audit.of(order)).singleElement().satisfies(entry -> {
            assertThat(entry.before()).contains("\"orderDate\":\"" + PlanFixture.PLAN_DATE + "\"");
            assertThat(entry.after())
                    .contains("\"orderDate\":\"" + PlanFixture.PLAN_DATE.plusDays(7) + "\"", "The order is placed on");
        });
    }

    @Test
    void moreThanWasOrderedIsTakenInOnlyWithAReason() {
        String order = fromS01();
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(order));
        desk.act(ANNA, OrderAction.APPROVE, orders.now(order));
        desk.act(BUYER, OrderAction.SEND, orders.now(order));
        long line = line(order).id();
        assertThat(receipts.receive(BUYER, orders.now(order), Map.of(line, 20)))
                .isEqualTo(Outcome.done(order + " is partly received."));
        assertThat(receipts.receive(BUYER, orders.now(order), Map.of(line, 29)).message())
                .contains("More has come than was ordered (line 1: 29 of 28 open)");
        assertThat(receipts.receive(BUYER, orders.now(order, "Sold by the pallet"), Map.of(line, 29)))
                .isEqualTo(Outcome.done(order + " is received."));
        assertThat(audit.of(order).get(audit.of(order).size() - 1).after()).contains("line 1: 29 of 28 open");
        assertThat(receipts.receive(BUYER, orders.now(fromS01()), Map.of(line, 1))
                        .status())
                .as("a line of another order, which is not even sent")
                .isEqualTo(422);
        assertThat(desk.act(BUYER, OrderAction.CLOSE, orders.now(order)).isDone())
                .isTrue();
    }

    /** Until somebody waits for what this transaction has locked. */
    private void awaitLocked() {
        for (int tries = 0; tries < 300; tries++) {
            if (jdbc.sql("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)")
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new AssertionError("Nobody waited for a lock within 30 seconds.");
    }

    private String fromS01() {
        return orders.proposed("PURCHASE", "S01", "LEEDS", "ART-1001", 48, 57.6);
    }

    private OrderLine line(String order) {
        return queries.allLines(
                        queries.find(OrderKind.PURCHASE, order).orElseThrow().id())
                .get(0);
    }

    private List<String> lines(String order) {
        return queries
                .allLines(queries.find(OrderKind.PURCHASE, order).orElseThrow().id())
                .stream()
                .map(line -> line.quantityUnits() + " " + line.dueDate())
                .toList();
    }

    private EditEffect tried(String order, ChangeForm form) {
        return edits.tried(BUYER, plan, order, form);
    }

    private ChangeForm quantity(String order, int units) {
        return change(order, ChangeForm.Kind.QUANTITY, units, null, null);
    }

    private ChangeForm change(String order, ChangeForm.Kind kind, Integer units, LocalDate date, String partner) {
        return new ChangeForm(kind, line(order).id(), units, date, partner, null, null, null);
    }

    private ChangeForm merge(String target) {
        return new ChangeForm(ChangeForm.Kind.MERGE, null, null, null, null, null, target, orders.version(target));
    }
}
