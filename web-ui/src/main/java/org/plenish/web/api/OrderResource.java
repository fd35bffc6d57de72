package org.plenish.web.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.OrderDocument;
import org.plenish.web.export.OrderDocuments;
import org.plenish.web.export.OrderFilter;
import org.plenish.web.export.OrderFormat;
import org.plenish.web.export.OrderFormats;
import org.plenish.web.export.OrderSummary;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Purchase orders for an ERP to fetch. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderResource {

    static final int MOST_A_PAGE = 500;

    private final OrderDocuments documents;
    private final OrderFormats formats;

    OrderResource(OrderDocuments documents, OrderFormats formats) {
        this.documents = documents;
        this.formats = formats;
    }

    /** @param next to be sent as {@code after} for the next page; null: there is none */
    record Page(List<OrderSummary> orders, @Nullable String next) {}

    @GetMapping
    Page orders(
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String supplier,
            @RequestParam @Nullable Instant changedSince,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST_A_PAGE) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "limit " + limit + " must be between 1 and " + MOST_A_PAGE + ".");
        }
        // One more tells whether there is another page.
        List<OrderSummary> found = documents.list(new OrderFilter(
                status == null ? null : status.toLowerCase(Locale.ROOT),
                supplier,
                changedSince,
                after == null ? null : position(after),
                limit + 1));
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        List<OrderSummary> shown = found.subList(0, limit);
        return new Page(shown, cursor(shown.get(limit - 1)));
    }

    /** In JSON or, as {@code format} or the header {@code Accept} asks, in any format that a supplier may want. */
    @GetMapping("/{number}")
    ResponseEntity<?> order(
            @PathVariable String number,
            @RequestParam @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept)
            throws IOException {
        OrderDocument order = documents
                .find(number)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "There is no purchase order " + number + "."));
        @Nullable OrderFormat wanted = format == null ? accepted(accept) : named(format);
        if (wanted == null) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(order);
        }
        byte[] whole = wanted.whole(order);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, wanted.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(wanted.fileName(order))
                                .build()
                                .toString())
                .body(whole);
    }

    /** Null: JSON. */
    private @Nullable OrderFormat named(String format) {
        if (format.equals("json")) {
            return null;
        }
        return formats.find(format)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.BAD_REQUEST, "format " + format + " must be one of json, " + names() + "."));
    }

    /** Null: JSON. */
    private @Nullable OrderFormat accepted(String accept) {
        try {
            for (MediaType type : MediaType.parseMediaTypes(accept)) {
                if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
                    return null;
                }
                for (OrderFormat format : formats.all()) {
                    if (type.isCompatibleWith(MediaType.parseMediaType(format.mediaType()))) {
                        return format;
                    }
                }
            }
        } catch (InvalidMediaTypeException e) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "Accept: " + e.getMessage());
        }
        throw new ApiProblem(
                HttpStatus.NOT_ACCEPTABLE,
                "Accept " + accept + " must name application/json or the media type of " + names() + ".");
    }

    private String names() {
        return formats.all().stream().map(OrderFormat::name).collect(Collectors.joining(", "));
    }

    private static String cursor(OrderSummary last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.changedAt() + "|" + last.number()).getBytes(StandardCharsets.UTF_8));
    }

    private static OrderFilter.Position position(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 2);
            if (parts.length == 2) {
                return new OrderFilter.Position(Instant.parse(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // told below, like one without its bar
        }
        throw new ApiProblem(HttpStatus.BAD_REQUEST, "after " + cursor + " must be the \"next\" of an earlier answer.");
    }
}
