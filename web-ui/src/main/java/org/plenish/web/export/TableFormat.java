package org.plenish.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes the rows of a table one by one: memory does not grow with them. */
public interface TableFormat {

    /** As addresses name it, and the file's extension. */
    String extension();

    String mediaType();

    /** Leaves {@code out} open. */
    <R> void write(Table<R> table, Iterator<R> rows, OutputStream out) throws IOException;
}
