package org.plenish.web.order;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem;
import org.plenish.engine.io.ImportProblems;
import org.plenish.engine.io.ImportReport;
import org.plenish.web.order.ReceiptCheck.Booking;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.ReceiptFileRefusedException;
import org.plenish.web.shared.ReceiptFileSink;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that tell what has come in: checked whole, then booked whole or not at all, in one transaction, each order with
 * its step and its entry as by hand.
 */
@Service
class ReceiptFiles implements ReceiptFileSink {

    private final ReceiptUploads uploads;
    private final Receipts receipts;
    private final OrderStore orders;
    private final OrderQueries queries;
    private final Clock clock;

    ReceiptFiles(ReceiptUploads uploads, Receipts receipts, OrderStore orders, OrderQueries queries, Clock clock) {
        this.uploads = uploads;
        this.receipts = receipts;
        this.orders = orders;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * What a file would do.
     *
     * @param bookedBefore the same content; null: it is new
     */
    record Checked(
            ImportReport report,
            List<Booking> bookings,
            @Nullable ReceiptUpload bookedBefore) {

        public int receipts() {
            return bookings.stream().mapToInt(Booking::receipts).sum();
        }

        public long units() {
            return bookings.stream().mapToLong(Booking::unitCount).sum();
        }

        public int orders() {
            return (int) bookings.stream().map(Booking::order).distinct().count();
        }
    }

    @Transactional
    public long upload(Actor actor, ReceiptFile file) {
        return uploads.keep(actor, file);
    }

    /** Changes nothing. */
    @Transactional(readOnly = true)
    public Checked check(ReceiptUpload upload) {
        ReceiptFile file = uploads.file(upload);
        return checked(upload.sha256(), file, orders::read);
    }

    /** As it is then, not as it was when it was looked at. */
    @Transactional
    public Outcome book(Actor actor, long id, String again) {
        if (!actor.is(Role.BUYER)) {
            return Outcome.forbidden("Only the role buyer may book receipts. Ask somebody who has it.");
        }
        Optional<ReceiptUpload> found = uploads.lock(id);
        if (found.isEmpty()) {
            return Outcome.nothing("The file is not here any more: somebody discarded it. Upload it anew.");
        }
        ReceiptUpload upload = found.get();
        if (upload.isBooked()) {
            return Outcome.done(upload.name() + " is booked.");
        }
        Booked booked = book(actor, upload, again.strip());
        return Outcome.done("Of " + upload.name() + " all is booked: " + count(booked.receipts(), "receipt") + " of "
                + count(booked.orders(), "order") + ".");
    }

    @Transactional
    public Outcome discard(Actor actor, long id) {
        return uploads.lock(id)
                .filter(upload -> !upload.isBooked())
                .map(upload -> {
                    uploads.discard(actor, upload);
                    return Outcome.done(upload.name() + " is discarded.");
                })
                .orElseGet(() -> Outcome.nothing("There is no such file that is not booked."));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Booked book(String name, byte[] csv, String again, Actor actor) {
        ReceiptFile file;
        try {
            file = ReceiptFile.sent(name, csv);
        } catch (ReceiptFile.UnreadableException e) {
            throw new ReceiptFileRefusedException(String.valueOf(e.getMessage()), false, List.of());
        }
        return book(actor, uploads.lock(uploads.keep(actor, file)).orElseThrow(), again.strip());
    }

    private Booked book(Actor actor, ReceiptUpload upload, String again) {
        Checked checked = checked(upload.sha256(), uploads.file(upload), orders::lock);
        if (checked.report().hasErrors()) {
            long errors = checked.report().errors();
            throw new ReceiptFileRefusedException(
                    upload.name() + " has " + errors + (errors == 1 ? " error" : " errors")
                            + "; nothing of it was booked.",
                    false,
                    checked.report().listed().stream()
                            .map(ImportProblem::toString)
                            .toList());
        }
        ReceiptUpload before = checked.bookedBefore();
        if (before != null && again.isEmpty()) {
            throw new ReceiptFileRefusedException(knownAlready(before), true, List.of());
        }
        for (Booking booking : checked.bookings()) {
            OrderHead order = orders.read(booking.order()).orElseThrow();
            Asked asked = new Asked(order.number(), order.version(), booking.reason(), UUID.randomUUID());
            Outcome outcome = receipts.receive(actor, asked, booking.units(), booking.date());
            if (!outcome.isDone()) {
                throw new ReceiptFileRefusedException(outcome.message(), false, List.of());
            }
        }
        Booked booked = new Booked(upload.name(), checked.receipts(), checked.orders(), checked.units());
        uploads.book(actor, upload, booked, again);
        return booked;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String knownAlready(ReceiptUpload before) {
        return "The same file was booked on " + before.bookedAt() + " by " + before.bookedBy() + " as " + before.name()
                + ". If all of it has come once more, book it again and say why.";
    }

    /** @param find whether the orders are locked, too */
    private Checked checked(String sha256, ReceiptFile file, Function<String, Optional<OrderHead>> find) {
        ImportProblems problems = new ImportProblems();
        List<ReceiptRow> rows = file.read(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), problems);
        // By number: two files that concern the same orders lock them one after the other.
        TreeMap<String, List<ReceiptRow>> byOrder = new TreeMap<>();
        rows.forEach(row -> byOrder.computeIfAbsent(row.order(), number -> new ArrayList<>())
                .add(row));
        ReceiptCheck check = new ReceiptCheck(file.name(), problems);
        byOrder.forEach((number, ofOrder) -> find.apply(number)
                .ifPresentOrElse(
                        order -> check.order(order, queries.allLines(order.id()), ofOrder),
                        () -> check.unknown(ofOrder)));
        return new Checked(
                inTheOrderOfTheFile(problems.report()),
                check.bookings(),
                uploads.findBooked(sha256).orElse(null));
    }

    private static ImportReport inTheOrderOfTheFile(ImportReport report) {
        return new ImportReport(
                report.listed().stream()
                        .sorted(Comparator.comparing(ImportProblem::severity).thenComparing(ImportProblem::line))
                        .toList(),
                report.errors(),
                report.warnings(),
                report.notices());
    }
}
