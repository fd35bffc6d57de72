package org.plenish.web.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.plenish.web.order.OrdersAtHand.ANNA;
import static org.plenish.web.order.OrdersAtHand.BUYER;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenish.engine.io.ImportProblem;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.WarehouseId;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.PlanFixture;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.ReceiptFileRefusedException;
import org.plenish.web.shared.ReceiptFileSink;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnFixturePlan
class ReceiptFilesTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    ReceiptFiles files;

    @Autowired
    ReceiptUploads uploads;

    @Autowired
    OrderDesk desk;

    @Autowired
    OrderStore store;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    OrderQueries queries;

    @Autowired
    DecidedOrders decided;

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
    void aFileIsBookedWholeEachOrderWithItsStepAndItsEntry() {
        String whole = sent();
        String part = sent();
        long id = upload(
                "ORDER;Line;Item;Quantity;DATE;Reason\n" // any case, and the delimiter that the header shows
                        + whole + ";1;;48;" + TODAY + ";\n"
                        + part + ";;ART-1001;12;" + TODAY.minusDays(2) + ";\n"
                        + part + ";1;ART-1001;40;" + TODAY + ";Four as a gift\n");
        ReceiptFiles.Checked checked = files.check(uploads.find(id).orElseThrow());
        assertThat(checked.report().total()).isZero();
        assertThat(List.of(checked.receipts(), checked.orders())).containsExactly(3, 2);
        assertThat(checked.units()).isEqualTo(100); // 48 + 12 + 40
        assertThat(orders.state(whole)).as("it was only looked at").isEqualTo("SENT");

        assertThat(files.book(BUYER, id, "").message())
                .isEqualTo("Of receipts.csv all is booked: 3 receipts of 2 orders.");

        assertThat(orders.state(whole)).isEqualTo("RECEIVED");
        assertThat(orders.state(part)).isEqualTo("RECEIVED");
        assertThat(audit.of(part))
                .filteredOn(entry -> entry.action().equals("receive"))
                .hasSize(2)
                .last()
                .satisfies(entry -> {
                    assertThat(entry.userName()).isEqualTo("ben");
                    assertThat(entry.reason()).isEqualTo("Four as a gift");
                    assertThat(entry.after()).contains("line 1: 40 of 36 open on " + TODAY);
                });
        assertThat(actions(id)).containsExactly("upload", "book");
        assertThat(uploads.find(id).orElseThrow().bookedBy()).isEqualTo("ben");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T-0,1,,48,{today}, | column order: T-0 is no order here.",
                "{approved},1,,48,{today}, | column order: {approved} cannot be booked: an order that is approved cannot be received.",
                "{sent},2,,48,{today}, | column line: 2 must be a line of {sent}, but is none.",
                "{sent},1,ART-1002,48,{today}, | column line: 1 must be a line of {sent} with the item ART-1002, but is none.",
                "{sent},,ART-1002,48,{today}, | column item: ART-1002 must be an item of {sent}, but is none.",
                "{sent},,,48,{today}, | column line: (empty) must be the line of the order, unless item is given.",
                "{sent},1,,0,{today}, | column quantity: 0 must be 1 or more.",
                "{sent},1,,1.5,{today}, | column quantity: 1.5 must be a whole number of 1 or more.",
                "{sent},1,,60,{today}, | column quantity: 60 must be 48 or less, which is what is open, or have a reason.",
                "{sent},1,,48,23.11.2026, | column date: 23.11.2026 must be a date like 2026-11-23",
                "{sent},1,,48,{tomorrow}, | column date: {tomorrow} must be {today} or before: it is yet to come.",
                ",1,,48,{today}, | column order: (empty) must name something.",
                "{sent},1 | has 2 cells, but must have 6 as the header."
            })
    void whatIsWrongIsToldWithItsPlaceAndNothingIsBooked(String row, String problem) {
        String good = sent();
        String sent = sent();
        String approved = approved();
        long id = upload("order,line,item,quantity,date,reason\n" + good + ",1,,48," + TODAY + ",\n"
                + filled(row, sent, approved) + "\n");

        assertThat(files.check(uploads.find(id).orElseThrow()).report().listed())
                .extracting(ImportProblem::toString)
                .singleElement()
                .asString()
                .startsWith("receipts.csv line 3")
                .contains(filled(problem, sent, approved));
        ReceiptFileRefusedException refused = refused(id, "");
        assertThat(refused.getMessage()).isEqualTo("receipts.csv has 1 error; nothing of it was booked.");
        assertThat(refused.problems()).hasSize(1);
        assertThat(orders.state(good)).isEqualTo("SENT");
        assertThat(actions(id)).containsExactly("upload");
    }

    private static String filled(String text, String sent, String approved) {
        return text.replace("{sent}", sent)
                .replace("{approved}", approved)
                .replace("{today}", TODAY.toString())
                .replace("{tomorrow}", TODAY.plusDays(1).toString());
    }

    @Test
    void allProblemsAreToldAtOnceAndARowIsSeenAfterThoseBeforeIt() {
        String order = sent();
        assertThat(problems("order,line,quantity,date\n"
                        + order + ",1,12," + TODAY + "\n"
                        + order + ",1,12," + TODAY + "\n"
                        + order + ",1,40," + TODAY.minusDays(1) + "\n"
                        + "T-0,1,1," + TODAY + "\n"))
                .extracting(ImportProblem::line, ImportProblem::column, ImportProblem::requirement)
                .containsExactlyInAnyOrder(
                        tuple(5L, "order", "is no order here"),
                        tuple(3L, "line", "is told for that day on line 2 already"),
                        tuple(2L, "quantity", "must be 8 or less, which is what is open, or have a reason")); // 48 − 40
        assertThat(problems("order,line,quantity,date\n"
                        + order + ",1,12," + TODAY + "\n"
                        + order + ",1,48," + TODAY.minusDays(1) + "\n"))
                .extracting(ImportProblem::line, ImportProblem::requirement)
                .containsExactly(tuple(2L, "has all come by then, as the file has it"));
    }

    @Test
    void aFileWithoutRowsOrWithoutAColumnIsRefused() {
        assertThat(problems("order,line,quantity,date\n"))
                .extracting(ImportProblem::requirement)
                .containsExactly("has no row below its header, but must have one or more");
        assertThat(problems("order,line,units,date\n" + sent() + ",1,12," + TODAY + "\n"))
                .extracting(ImportProblem::column, ImportProblem::requirement)
                .contains(tuple("quantity", "must be in the header"));
        String many = "order,line,quantity,date\n" + ("T-0,1,1," + TODAY + "\n").repeat(ReceiptTable.MOST_ROWS + 1);
        assertThat(problems(many))
                .extracting(ImportProblem::requirement)
                .contains("is one more than the 5000 rows that are booked at once");
    }

    @Test
    void theSameFileIsBookedOnceUnlessSomebodySaysWhyAgain() throws Exception {
        String order = sent();
        String csv = "order,line,quantity,date\n" + order + ",1,12," + TODAY + "\n";
        long first = upload(csv);
        assertThat(files.book(BUYER, first, "").isDone()).isTrue();
        assertThat(files.book(BUYER, first, "").message())
                .as("the same form twice")
                .isEqualTo("receipts.csv is booked.");
        assertThat(received(order)).isEqualTo(12);

        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(csv.getBytes(StandardCharsets.UTF_8));
        }
        long again = files.upload(BUYER, ReceiptFile.sent("C:\\in\\monday.csv.gz", packed.toByteArray()));
        assertThat(files.check(uploads.find(again).orElseThrow()).bookedBefore())
                .isNotNull();
        ReceiptFileRefusedException refused = refused(again, " ");
        assertThat(refused.isKnown()).isTrue();
        assertThat(refused.getMessage())
                .startsWith("The same file was booked on ")
                .contains(" by ben as receipts.csv. ");
        assertThat(received(order)).isEqualTo(12);

        assertThat(files.book(BUYER, again, "A second pallet of the same").isDone())
                .isTrue();
        assertThat(received(order)).isEqualTo(24);
        assertThat(uploads.find(again).orElseThrow().name()).isEqualTo("monday.csv");
    }

    @Test
    void ofTwoWhoBookTheSameContentAtOnceOneIsRefused() {
        String order = sent();
        String csv = "order,line,quantity,date\n" + order + ",1,12," + TODAY + "\n";
        List<CompletableFuture<Boolean>> both = List.of(upload(csv), upload(csv)).stream()
                .map(id -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return files.book(BUYER, id, "").isDone();
                    } catch (ReceiptFileRefusedException e) {
                        return !e.isKnown();
                    }
                }))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
        assertThat(received(order)).isEqualTo(12);
    }

    /** Whoever logs in or approves needs the log of changes meanwhile. */
    @Test
    void aFileFromAProgramThatWaitsForAnOrderHoldsUpNobodyElse() {
        String order = sent();
        byte[] csv = ("order,line,quantity,date\n" + order + ",1,12," + TODAY + "\n").getBytes(StandardCharsets.UTF_8);
        CompletableFuture<ReceiptFileSink.Booked> booking = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            store.lock(order);
            booking.completeAsync(() ->
                    Objects.requireNonNull(transaction.execute(inner -> files.book("receipts.csv", csv, "", BUYER))));
            awaitWaiting();
            store.noteMail(BUYER, store.read(order).orElseThrow(), OrderEvent.MAIL, "a@s01.example");
            assertThat(CompletableFuture.runAsync(this::sent)).succeedsWithin(Duration.ofSeconds(20));
        });
        assertThat(booking.join().units()).isEqualTo(12);
        assertThat(received(order)).isEqualTo(12);
    }

    private void awaitWaiting() {
        String waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted";
        for (int tries = 0; jdbc.sql(waiting).query(Integer.class).single() == 0; tries++) {
            assertThat(tries).as("somebody waits for a lock").isLessThan(500);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Test
    void whatWasLookedAtIsCheckedAnewWhenItIsBooked() {
        String order = sent();
        long id = upload("order,line,quantity,date\n" + order + ",1,12," + TODAY + "\n");
        assertThat(files.check(uploads.find(id).orElseThrow()).report().hasErrors())
                .isFalse();
        desk.act(BUYER, OrderAction.CANCEL, orders.now(order, "No longer made"));
        assertThat(refused(id, "").problems()).singleElement().asString().contains("an order that is cancelled");
        assertThat(received(order)).isZero();
    }

    @Test
    void onlyABuyerBooksAndWhatIsNotBookedCanBeDiscarded() {
        long id = upload("order,line,quantity,date\n" + sent() + ",1,12," + TODAY + "\n");
        assertThat(files.book(new Actor("pia", Set.of(Role.PLANNER), "test"), id, "")
                        .status())
                .isEqualTo(403);
        assertThat(files.discard(BUYER, id).isDone()).isTrue();
        assertThat(uploads.find(id)).isEmpty();
        assertThat(actions(id)).containsExactly("upload", "discard");
        assertThat(files.book(BUYER, id, "").status()).isEqualTo(404);
        long booked = upload("order,line,quantity,date\n" + sent() + ",1,12," + TODAY + "\n");
        files.book(BUYER, booked, "");
        assertThat(files.discard(BUYER, booked).isDone())
                .as("what is booked stays as evidence")
                .isFalse();
    }

    @Test
    void theNextRunCountsWhatAFileBookedAsStock() {
        int before = onHandInLeeds();
        String order = sent();
        files.book(BUYER, upload("order,item,quantity,date\n" + order + ",ART-1001,28," + TODAY + "\n"), "");
        assertThat(onHandInLeeds()).isEqualTo(before + 28);
    }

    private int onHandInLeeds() {
        SkuLocation location = new SkuLocation(new ItemId("ART-1001"), new WarehouseId("LEEDS"));
        return decided.addTo(PlanFixture.planned().dataset())
                .stock()
                .getOrDefault(location, StockPosition.empty(location))
                .onHandUnits();
    }

    private List<ImportProblem> problems(String csv) {
        return files.check(uploads.find(upload(csv)).orElseThrow()).report().listed();
    }

    private ReceiptFileRefusedException refused(long id, String again) {
        return catchThrowableOfType(ReceiptFileRefusedException.class, () -> files.book(BUYER, id, again));
    }

    private long upload(String csv) {
        return files.upload(BUYER, ReceiptFile.sent("receipts.csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private int received(String order) {
        return queries.allLines(
                        queries.find(OrderKind.PURCHASE, order).orElseThrow().id())
                .get(0)
                .receivedUnits();
    }

    private List<String> actions(long id) {
        return jdbc.sql("""
                        SELECT action FROM audit_entry WHERE subject_kind = 'receipt file' AND subject = ?
                        ORDER BY number""").param(String.valueOf(id)).query(String.class).list();
    }

    /** 48 of ART-1001 for Leeds. */
    private String approved() {
        String order = orders.proposed(OrdersAtHand.supplier(), 57.6);
        desk.act(BUYER, OrderAction.SUBMIT, orders.now(order));
        assertThat(desk.act(ANNA, OrderAction.APPROVE, orders.now(order)).isDone())
                .isTrue();
        return order;
    }

    private String sent() {
        String order = approved();
        assertThat(desk.act(BUYER, OrderAction.SEND, orders.now(order)).isDone())
                .isTrue();
        return order;
    }
}
