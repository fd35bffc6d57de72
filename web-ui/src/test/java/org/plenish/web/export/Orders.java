package org.plenish.web.export;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Orders for the tests of the formats. */
final class Orders {

    static final LocalDate DUE = LocalDate.of(2026, 12, 14);
    static final String HOSTILE = "Mug 'blue'+large: 5*3~2?^>|&<b>\u0000\u0007\"quoted\" \\ ]]> \u2028end";
    static final String SCRIPTS = "Κούπα Кружка 陶器 كوب ספל ☕";
    /** A character of two halves, which the reader of EDIFACT that the tests use does not know. */
    static final String EMOJI = "Teapot 🫖";

    private Orders() {}

    static OrderDocument order(OrderDocument.Line... lines) {
        return order(1, true, List.of(lines));
    }

    static OrderDocument order(int revision, boolean binding, List<OrderDocument.Line> lines) {
        return new OrderDocument(
                "PO-0001",
                revision,
                binding ? "approved" : "proposed",
                binding,
                LocalDate.of(2026, 11, 23),
                new Party("PLENISH", "Hand-made Ltd."),
                new Party("S01", "Harbour Ceramics"),
                new Party("LEEDS", "Leeds central"),
                "GBP",
                lines);
    }

    /** 12 pieces for 1.20 each. */
    static OrderDocument.Line line(int number, String item, String description) {
        return new OrderDocument.Line(
                number, item, description, 12, "piece", new BigDecimal("1.200000"), new BigDecimal("14.40"), DUE, "");
    }

    static OrderDocument ofLines(int count) {
        return order(
                1,
                true,
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> line(i, "ART-" + (1000 + i), "Stoneware mug, number " + i))
                        .toList());
    }

    /** Texts with every delimiter of every format, of other scripts, empty, and of 1,000 characters. */
    static OrderDocument hostile() {
        List<OrderDocument.Line> lines = new ArrayList<>();
        for (String text : List.of(HOSTILE, SCRIPTS, "", "x'+".repeat(333) + "y")) {
            lines.add(line(lines.size() + 1, "ART-" + (1001 + lines.size()), text));
        }
        lines.add(new OrderDocument.Line(
                5, "ART-1005", "Tray", 3, "crate", new BigDecimal("0.335"), new BigDecimal("1.01"), DUE, HOSTILE));
        return order(2, false, lines);
    }

    static Interchange interchange() {
        AtomicInteger number = new AtomicInteger(41);
        return new Interchange(
                "PLENISH",
                supplier -> supplier,
                Clock.fixed(Instant.parse("2026-11-23T10:30:00Z"), ZoneOffset.UTC),
                number::incrementAndGet);
    }
}
