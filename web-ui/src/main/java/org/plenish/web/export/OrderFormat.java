package org.plenish.web.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one purchase order for people or programs outside. */
public interface OrderFormat {

    /** As addresses name it: {@code pdf}, {@code ubl}. */
    String name();

    /** Of the file, without its dot. */
    String extension();

    String mediaType();

    /** Whether a program acts on what it gets, whatever a note in it says: then only what is approved is written. */
    default boolean isForPrograms() {
        return false;
    }

    /**
     * The whole file before any of it is sent, as a format may refuse an order half way.
     *
     * @throws UnapprovedOrderException if it is for programs, and the order is not binding
     * @throws UnwritableOrderException as {@link #write}
     */
    default byte[] whole(OrderDocument order) throws IOException {
        if (isForPrograms() && !order.binding()) {
            throw new UnapprovedOrderException(order, this);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(order, out);
        return out.toByteArray();
    }

    /**
     * Leaves {@code out} open.
     *
     * @throws UnwritableOrderException if the format cannot hold what the order says
     */
    void write(OrderDocument order, OutputStream out) throws IOException;

    /** {@code PO-0001.pdf}; what a file system could trip over is left out. */
    default String fileName(OrderDocument order) {
        return order.number().replaceAll("[^A-Za-z0-9._-]", "_") + "." + extension();
    }
}
