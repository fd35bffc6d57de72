package org.plenish.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenish.web.order.OrdersAtHand.ANNA;
import static org.plenish.web.order.OrdersAtHand.BUYER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.PlanFixture;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.run.PlanStore;
import org.plenish.web.run.PlannedDataset;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Receipt;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a new plan does to the orders of the one before: nothing that a person did is lost. */
@OnFixturePlan
class PlanRerunTest {

    private static final RunSettings SETTINGS = new RunSettings(OptimizerSettings.ofMoves(10, 1, 1), 1);

    @Autowired
    OrderEdits edits;

    @Autowired
    OrderDesk desk;

    @Autowired
    OrderNotes notes;

    @Autowired
    OrderQueries queries;

    @Autowired
    DecidedOrders decided;

    @Autowired
    Receipts receipts;

    @Autowired
    PlanStore store;

    @Autowired
    PlanningRuns runs;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private OrdersAtHand orders;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        orders = new OrdersAtHand(jdbc);
    }

    @Test
    void everyProposalOfThePlanIsAnOrderOrASuggestion() {
        rerun();
        long run = plan().runId();
        int planned = count("""
                SELECT (SELECT count(*) FROM purchase_order_line WHERE run_id = ?1)
                    + (SELECT count(*) FROM transfer_order_line WHERE run_id = ?1)""".replace("?1", String.valueOf(run)));
        int proposed = count("SELECT count(*) FROM order_line l JOIN orders o ON o.id = l.order_id"
                + " WHERE state = 'PROPOSED' AND l.plan_run = " + run);
        int kept = count("SELECT count(*) FROM order_line l JOIN orders o ON o.id = l.order_id"
                + " WHERE state NOT IN ('PROPOSED', 'RECEIVED', 'CLOSED', 'REJECTED', 'CANCELLED')");
        assertThat(proposed).isLessThanOrEqualTo(planned).isGreaterThanOrEqualTo(planned - kept);
        assertThat(count("SELECT count(*) FROM orders o JOIN order_line l ON l.order_id = o.id"
                        + " WHERE state = 'PROPOSED' AND l.plan_run <> " + run))
                .isZero();
    }

    @Test
    void aRerunKeepsNumbersOfWhatNobodyTouchedAndEverythingElseAsItIs() {
        List<String> before = untouched();
        String edited = before.get(0);
        OrderLine line = firstLine(edited);
        assertThat(edits.edit(
                                BUYER,
                                plan(),
                                orders.now(edited, "Fair"),
                                new ChangeForm(
                                        ChangeForm.Kind.QUANTITY,
                                        line.id(),
                                        line.quantityUnits() + 120,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null))
                        .isDone())
                .isTrue();
        notes.comment(BUYER, before.get(1), "Call them first", UUID.randomUUID());

        rerun();

        OrderPage kept = queries.find(OrderKind.PURCHASE, edited).orElseThrow();
        assertThat(kept.state().name()).isEqualTo("EDITED");
        assertThat(firstLine(edited).quantityUnits()).isEqualTo(line.quantityUnits() + 120);
        assertThat(queries.suggestions(kept.id()))
                .as("the plan would have it as it was")
                .anySatisfy(suggestion -> {
                    assertThat(suggestion.kind()).isEqualTo(Suggestion.Kind.DECREASE);
                    assertThat(suggestion.quantityUnits()).isEqualTo(line.quantityUnits());
                });
        assertThat(count(
                        "SELECT count(*) FROM order_line l JOIN orders o ON o.id = l.order_id WHERE o.state = 'PROPOSED'"
                                + " AND o.kind = 'PURCHASE' AND l.item = '" + line.item() + "' AND o.partner = '"
                                + kept.partner()
                                + "' AND o.warehouse = '" + kept.warehouse() + "' AND l.due_date = '" + line.dueDate()
                                + "'"))
                .as("it is not proposed a second time")
                .isZero();
        assertThat(untouched()).containsAll(before.subList(1, before.size()));
        assertThat(queries.history(queries.find(OrderKind.PURCHASE, before.get(1))
                        .orElseThrow()
                        .id()))
                .extracting(OrderEvent::reason)
                .contains("Call them first");
    }

    @Test
    void whatThePlanNoLongerNeedsIsSuggestedToBeCancelled() {
        String order = orders.proposed(OrdersAtHand.supplier(), 10);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(order));
        rerun();
        assertThat(orders.state(order)).isEqualTo("SUBMITTED");
        assertThat(suggestions(order)).containsExactly(Suggestion.Kind.CANCEL);
    }

    @Test
    void approvedOrdersAndPinnedLinesAreGivenToTheNextRun() {
        String approved = orders.proposed("PURCHASE", "S01", "LEEDS", "ART-1001", 48, 57.6);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(approved));
        desk.act(ANNA, OrderAction.APPROVE, orders.now(approved));
        String pinned = orders.proposed("PURCHASE", "S02", "LEEDS", "ART-1002", 24, 30);
        edits.edit(
                BUYER,
                plan(),
                orders.now(pinned, "Promised"),
                new ChangeForm(ChangeForm.Kind.PIN, firstLine(pinned).id(), null, null, null, null, null, null));
        String moved = orders.proposed("TRANSFER", "LEEDS", "DUBLIN", "ART-1001", 12, 1.8);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(moved));
        desk.act(ANNA, OrderAction.APPROVE, orders.now(moved, "Dublin needs it more"));
        String submitted = orders.proposed("PURCHASE", "S01", "LEEDS", "ART-1003", 48, 57.6);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(submitted));

        Dataset dataset = decided.addTo(PlanFixture.planned().dataset());

        assertThat(dataset.openPurchaseOrders())
                .extracting(order -> order.order() + " " + order.location().item() + " " + order.quantityUnits())
                .contains(approved + " ART-1001 48", pinned + " ART-1002 24")
                .noneMatch(order -> order.startsWith(submitted + " "));
        assertThat(dataset.openTransfers())
                .extracting(transfer -> transfer.order() + " " + transfer.item() + " " + transfer.quantityUnits())
                .contains(moved + " ART-1001 12");
        assertThat(decided.addTo(dataset).openPurchaseOrders())
                .as("what the dataset has already is not added again")
                .hasSameSizeAs(dataset.openPurchaseOrders());
    }

    @Test
    void whatHasComeInSinceTheDatasetsDayIsStockAndNoLongerOnOrder() {
        // The fixture has no stock in Leeds, and nothing is promised where nothing lies.
        receive(sent("PURCHASE", "S01", "LEEDS"), OrderKind.PURCHASE, 48, PlanFixture.PLAN_DATE);
        String bought = sent("PURCHASE", "S01", "LEEDS");
        String moved = sent("TRANSFER", "LEEDS", "DUBLIN");
        Dataset before = start().dataset();
        receive(bought, OrderKind.PURCHASE, 20, PlanFixture.PLAN_DATE.minusDays(1));
        assertThat(onHand(start().dataset(), "LEEDS"))
                .as("the dataset's stock has it already")
                .isEqualTo(onHand(before, "LEEDS"));
        receive(bought, OrderKind.PURCHASE, 28, PlanFixture.PLAN_DATE);
        receive(moved, OrderKind.TRANSFER, 48, PlanFixture.PLAN_DATE.plusDays(1));

        Dataset after = start().dataset();

        assertThat(orders.state(bought)).isEqualTo("RECEIVED");
        assertThat(onHand(after, "LEEDS")).isEqualTo(onHand(before, "LEEDS") + 28);
        assertThat(onHand(after, "DUBLIN")).isEqualTo(onHand(before, "DUBLIN") + 48);
        assertThat(allocated(after, "LEEDS"))
                .as("what came in Dublin is not in Leeds any more")
                .isEqualTo(allocated(before, "LEEDS"));
        assertThat(after.openPurchaseOrders()).noneMatch(order -> order.order().equals(bought));
    }

    private String sent(String kind, String partner, String warehouse) {
        String order = orders.proposed(kind, partner, warehouse, "ART-1001", 48, 57.6);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(order));
        desk.act(ANNA, OrderAction.APPROVE, orders.now(order, "Even if the sender is short"));
        desk.act(BUYER, OrderAction.SEND, orders.now(order));
        return order;
    }

    private void receive(String order, OrderKind kind, int units, LocalDate day) {
        transaction.executeWithoutResult(status -> receipts.book(new Receipt(order, 1, units, day, ""), BUYER));
        assertThat(queries.allLines(queries.find(kind, order).orElseThrow().id())
                        .get(0)
                        .receivedUnits())
                .isGreaterThanOrEqualTo(units);
    }

    private static int onHand(Dataset dataset, String warehouse) {
        return position(dataset, warehouse).onHandUnits();
    }

    private static int allocated(Dataset dataset, String warehouse) {
        return position(dataset, warehouse).allocatedUnits();
    }

    private static StockPosition position(Dataset dataset, String warehouse) {
        return position(dataset, new SkuLocation(new ItemId("ART-1001"), new WarehouseId(warehouse)));
    }

    private static StockPosition position(Dataset dataset, SkuLocation location) {
        return dataset.stock().getOrDefault(location, StockPosition.empty(location));
    }

    @Test
    void whatTheRunHadToTakeAsGivenIsSuggestedToComeSoonerLaterOrNotAtAll() {
        String order = orders.proposed("PURCHASE", "S01", "LEEDS", overstocked(), 48, 57.6);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(order));
        desk.act(ANNA, OrderAction.APPROVE, orders.now(order));
        rerun();
        assertThat(suggestions(order)).containsExactly(Suggestion.Kind.CANCEL);
        assertThat(orders.state(order)).isEqualTo("APPROVED");
    }

    @Test
    void whatIsApprovedOrPinnedDuringARunIsNotProposedASecondTime() {
        rerun();
        List<String> proposed = untouched();
        String approved = proposed.get(0);
        String pinned = proposed.get(1);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(approved));

        PlannedDataset atWork = start();
        assertThat(desk.act(ANNA, OrderAction.APPROVE, orders.now(approved)))
                .isEqualTo(Outcome.done(approved + " is approved."));
        edits.edit(
                BUYER,
                plan(),
                orders.now(pinned, "Promised"),
                new ChangeForm(ChangeForm.Kind.PIN, firstLine(pinned).id(), null, null, null, null, null, null));
        int before = linesOf(approved, pinned);
        finish(atWork);

        assertThat(orders.state(approved)).isEqualTo("APPROVED");
        assertThat(linesOf(approved, pinned)).isEqualTo(before);
        assertThat(suggestions(approved)).isEmpty();
    }

    @Test
    void whatTheRunCountedAndSomebodyEditedMeanwhileIsNotSuggestedToBeCancelled() {
        String order = orders.proposed("PURCHASE", "S01", "LEEDS", overstocked(), 48, 57.6);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(order));
        desk.act(ANNA, OrderAction.APPROVE, orders.now(order));

        PlannedDataset atWork = start();
        edits.edit(
                BUYER,
                plan(),
                orders.now(order, "Later"),
                new ChangeForm(
                        ChangeForm.Kind.DATE,
                        firstLine(order).id(),
                        null,
                        PlanFixture.PLAN_DATE.plusWeeks(4),
                        null,
                        null,
                        null,
                        null));
        finish(atWork);

        assertThat(orders.state(order)).isEqualTo("EDITED");
        assertThat(suggestions(order)).isEmpty();
    }

    @Test
    void whatIsApprovedSentAndReceivedDuringARunIsNotProposedASecondTime() {
        rerun();
        String received = untouched().get(0);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(received));
        int before = linesOf(received);
        Instant started = Instant.now();
        PlannedDataset atWork = start();
        desk.act(ANNA, OrderAction.APPROVE, orders.now(received));
        desk.act(BUYER, OrderAction.SEND, orders.now(received));
        List<OrderLine> lines = queries.allLines(
                queries.find(OrderKind.PURCHASE, received).orElseThrow().id());
        assertThat(receipts.receive(
                                BUYER,
                                orders.now(received),
                                lines.stream().collect(Collectors.toMap(OrderLine::id, OrderLine::quantityUnits)))
                        .isDone())
                .isTrue();
        finish(atWork, started);

        assertThat(orders.state(received)).isEqualTo("RECEIVED");
        assertThat(linesOf(received)).as("it is there, and not proposed anew").isEqualTo(before);
        assertThat(suggestions(received)).isEmpty();
        OrderLine line = lines.get(0);
        SkuLocation place = new SkuLocation(
                new ItemId(line.item()),
                new WarehouseId(
                        queries.find(OrderKind.PURCHASE, received).orElseThrow().warehouse()));
        assertThat(position(start().dataset(), place).onHandUnits())
                .as("the next run has it as stock")
                .isEqualTo(position(atWork.dataset(), place).onHandUnits()
                        + lines.stream()
                                .filter(one -> one.item().equals(line.item()))
                                .mapToInt(OrderLine::quantityUnits)
                                .sum());
        finish(start());
        assertThat(suggestions(received)).isEmpty();
    }

    @Test
    void ofTwoLinesOfOneItemOnlyTheOneThatTheRunCountedIsAdvisedUpon() {
        String order = orders.proposed("PURCHASE", "S01", "LEEDS", overstocked(), 48, 57.6);
        edits.edit(
                BUYER,
                plan(),
                orders.now(order, "In two parts"),
                new ChangeForm(
                        ChangeForm.Kind.SPLIT,
                        firstLine(order).id(),
                        24,
                        PlanFixture.PLAN_DATE.plusWeeks(5),
                        null,
                        null,
                        null,
                        null));
        edits.edit(
                BUYER,
                plan(),
                orders.now(order, "Promised"),
                new ChangeForm(ChangeForm.Kind.PIN, firstLine(order).id(), null, null, null, null, null, null));
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(order));
        PlannedDataset atWork = start();
        assertThat(desk.act(ANNA, OrderAction.APPROVE, orders.now(order)).isDone())
                .isTrue();
        finish(atWork);

        assertThat(queries.suggestions(
                        queries.find(OrderKind.PURCHASE, order).orElseThrow().id()))
                .extracting(one -> one.line() + " " + one.kind())
                .as("the run knew of line 1 only")
                .containsExactly("1 CANCEL");
    }

    @Test
    void aProposalOnWhichSomebodyLeftSomethingIsCancelledOnRecord() {
        String commented = orders.proposed(OrdersAtHand.supplier(), 10);
        String snoozed = orders.proposed(OrdersAtHand.supplier(), 10);
        String untouched = orders.proposed(OrdersAtHand.supplier(), 10);
        notes.comment(BUYER, commented, "Call them first", UUID.randomUUID());
        notes.snooze(BUYER, snoozed, LocalDate.of(2999, 1, 1));

        rerun();

        AuditedOrders audit = new AuditedOrders(jdbc);
        assertThat(orders.state(commented)).isEqualTo("CANCELLED");
        assertThat(audit.of(commented)).last().satisfies(entry -> {
            assertThat(entry.userName() + " " + entry.action()).isEqualTo("plenish cancel");
            assertThat(entry.reason()).isEqualTo("The latest plan no longer proposes it.");
            assertThat(entry.after()).contains("CANCELLED", "1 comment of ben");
        });
        assertThat(orders.state(snoozed)).isEqualTo("CANCELLED");
        assertThat(audit.of(snoozed))
                .last()
                .satisfies(entry -> assertThat(entry.after()).contains("snoozed by ben until 2999-01-01"));
        assertThat(queries.history(queries.find(OrderKind.PURCHASE, commented)
                        .orElseThrow()
                        .id()))
                .extracting(OrderEvent::action)
                .contains("CANCEL", "COMMENT");
        assertThat(queries.find(OrderKind.PURCHASE, untouched)).isEmpty();
        assertThat(audit.of(untouched)).isEmpty();
    }

    /** Lines of any order for the same goods, on the same way, as the first lines of these. */
    private int linesOf(String... numbers) {
        return jdbc.sql("""
                        SELECT count(*) FROM order_line l JOIN orders o ON o.id = l.order_id
                        WHERE o.state NOT IN ('REJECTED', 'CANCELLED') AND (o.partner, o.warehouse, l.item) IN (
                            SELECT g.partner, g.warehouse, m.item FROM orders g JOIN order_line m ON m.order_id = g.id
                            WHERE g.number IN (:numbers) AND m.line = 1)""")
                .param("numbers", List.of(numbers))
                .query(Integer.class)
                .single();
    }

    /** An item whose stock in Leeds lasts beyond the horizon. */
    private String overstocked() {
        return jdbc.sql("""
                        SELECT item FROM sku_location JOIN sku_location_series USING (run_id, item, warehouse)
                        WHERE run_id = :run AND warehouse = 'LEEDS'
                        AND (SELECT bool_and(net_after[t] - 48 >= safety_stock[t])
                            FROM generate_subscripts(net_after, 1) AS t) ORDER BY item LIMIT 1""").param("run", plan().runId()).query(String.class).single();
    }

    private PlanHeader plan() {
        return currentPlan.find().orElseThrow();
    }

    private List<Suggestion.Kind> suggestions(String order) {
        return queries
                .suggestions(
                        queries.find(OrderKind.PURCHASE, order).orElseThrow().id())
                .stream()
                .map(Suggestion::kind)
                .toList();
    }

    private void rerun() {
        finish(start());
    }

    /** A run as it is while it is at work: it has read what has been decided. */
    private PlannedDataset start() {
        PlannedDataset planned = PlanFixture.planned();
        return new PlannedDataset(decided.addTo(planned.dataset()), planned.plan(), planned.inputs(), planned.making());
    }

    private void finish(PlannedDataset planned) {
        finish(planned, Instant.now());
    }

    private void finish(PlannedDataset planned, Instant started) {
        long run = runs.start(Actor.product("test"), "Hand-made", null, SETTINGS, started);
        transaction.executeWithoutResult(status -> {
            store.store(run, planned);
            runs.finish(run, planned.inputs(), Instant.now());
        });
    }

    /** Purchase orders as the plan made them, those that anybody may approve first. */
    private List<String> untouched() {
        return jdbc.sql(
                        "SELECT number FROM orders WHERE kind = 'PURCHASE' AND state = 'PROPOSED' AND number LIKE 'PO-%'"
                                + " ORDER BY (SELECT sum(value) FROM order_line WHERE order_id = orders.id), number")
                .query(String.class)
                .list();
    }

    private OrderLine firstLine(String order) {
        return queries.allLines(
                        queries.find(OrderKind.PURCHASE, order).orElseThrow().id())
                .get(0);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
