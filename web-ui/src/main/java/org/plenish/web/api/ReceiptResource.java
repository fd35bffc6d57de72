package org.plenish.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.DeniedAttempts;
import org.plenish.web.shared.Receipt;
import org.plenish.web.shared.ReceiptFileRefusedException;
import org.plenish.web.shared.ReceiptFileSink;
import org.plenish.web.shared.ReceiptRefusedException;
import org.plenish.web.shared.ReceiptSink;
import org.plenish.web.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Goods that have come in, told by a warehouse system. */
@RestController
@RequestMapping("/api/v1/receipts")
class ReceiptResource {

    private static final String CSV = "text/csv";
    private static final String FILE = "receipts.csv";

    private final ReceiptSink sink;
    private final ReceiptFileSink files;
    private final Idempotency idempotency;
    private final DeniedAttempts denied;

    ReceiptResource(ReceiptSink sink, ReceiptFileSink files, Idempotency idempotency, DeniedAttempts denied) {
        this.sink = sink;
        this.files = files;
        this.idempotency = idempotency;
        this.denied = denied;
    }

    /** What is sent; nothing in it but the reason may be missing. */
    record Sent(
            @Nullable String order,
            @Nullable Integer line,
            @Nullable Integer quantity,
            @Nullable LocalDate date,
            @Nullable String reason) {

        private Receipt receipt() {
            if (order == null || line == null || quantity == null || date == null || quantity < 1) {
                throw new ApiProblem(
                        HttpStatus.BAD_REQUEST,
                        "A receipt must have order, line, quantity (1 or more) and date (such as 2026-11-23), but is "
                                + this + ".");
            }
            return new Receipt(order, line, quantity, date, reason == null ? "" : reason.strip());
        }
    }

    @PostMapping
    ResponseEntity<String> receive(
            @RequestAttribute(ApiTokenFilter.ACTOR) Actor actor,
            @RequestHeader(name = Idempotency.KEY, required = false) @Nullable String key,
            @RequestBody Sent sent) {
        Access.require(actor, Role.BUYER);
        Receipt receipt = sent.receipt();
        try {
            return idempotency.once(actor, key, "receipt " + receipt, () -> {
                sink.book(receipt, actor);
                return ResponseEntity.status(HttpStatus.CREATED).body(sent);
            });
        } catch (ReceiptRefusedException refused) {
            // Now that all of the refused booking is taken back, what was recorded with it too.
            denied.record(new AuditEntry(
                    actor,
                    "order",
                    receipt.order(),
                    "receive refused",
                    null,
                    receipt,
                    String.valueOf(refused.getMessage())));
            throw refused;
        }
    }

    /**
     * Many at once, all or none.
     *
     * @param again why a file that was booked before is to be booked once more
     */
    @PostMapping(consumes = CSV)
    ResponseEntity<String> receiveFile(
            @RequestAttribute(ApiTokenFilter.ACTOR) Actor actor,
            @RequestHeader(name = Idempotency.KEY, required = false) @Nullable String key,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request)
            throws IOException {
        Access.require(actor, Role.BUYER);
        byte[] csv = request.getInputStream().readNBytes(ReceiptFileSink.MOST_BYTES + 1);
        if (csv.length > ReceiptFileSink.MOST_BYTES) {
            String message = "A file of receipts must have " + ReceiptFileSink.MOST_BYTES
                    + " bytes at most. Cut it into several.";
            refuseFile(actor, message);
            throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, message);
        }
        try {
            return idempotency.once(
                    actor,
                    key,
                    "receipt file " + new String(csv, StandardCharsets.ISO_8859_1) + " " + again,
                    () -> ResponseEntity.status(HttpStatus.CREATED).body(files.book(FILE, csv, again, actor)));
        } catch (ReceiptFileRefusedException refused) {
            // As above: after all of it is taken back, and once for the file.
            refuseFile(actor, String.valueOf(refused.getMessage()));
            throw refused;
        }
    }

    private void refuseFile(Actor actor, String message) {
        denied.record(new AuditEntry(actor, "receipt file", FILE, "book refused", null, null, message));
    }
}
