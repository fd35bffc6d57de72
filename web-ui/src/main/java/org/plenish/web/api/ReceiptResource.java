package org.plenish.web.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Receipt;
import org.plenish.web.shared.ReceiptSink;
import org.plenish.web.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Goods that have come in, told by a warehouse system. */
@RestController
@RequestMapping("/api/v1/receipts")
class ReceiptResource {

    private final ReceiptSink sink;
    private final Idempotency idempotency;

    ReceiptResource(ReceiptSink sink, Idempotency idempotency) {
        this.sink = sink;
        this.idempotency = idempotency;
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
        return idempotency.once(actor, key, "receipt " + receipt, () -> {
            sink.book(receipt, actor);
            return ResponseEntity.status(HttpStatus.CREATED).body(sent);
        });
    }
}
