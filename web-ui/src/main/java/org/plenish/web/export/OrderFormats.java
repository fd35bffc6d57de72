package org.plenish.web.export;

import java.util.List;
import java.util.Optional;

/** The formats that a purchase order can be had in, in the order in which they are offered. */
public final class OrderFormats {

    private final OrderFormat pdf;
    private final List<OrderFormat> all;

    OrderFormats(Typeface typeface, Texts texts, Interchange interchange) {
        this.pdf = new PdfOrder(typeface, texts);
        this.all = List.of(
                pdf,
                new TableOrder(TableFormats.CSV),
                new TableOrder(TableFormats.XLSX),
                new UblOrder(),
                new X12Order(interchange),
                new EdifactOrder(interchange));
    }

    public List<OrderFormat> all() {
        return all;
    }

    /** Those that an order can be had in: for programs only if it is approved. */
    public List<OrderFormat> offered(boolean binding) {
        return all.stream().filter(format -> binding || !format.isForPrograms()).toList();
    }

    OrderFormat pdf() {
        return pdf;
    }

    public Optional<OrderFormat> find(String name) {
        return all.stream().filter(format -> format.name().equals(name)).findFirst();
    }
}
