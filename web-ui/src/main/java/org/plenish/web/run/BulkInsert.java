package org.plenish.web.run;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows written to one table by PostgreSQL's {@code COPY}, within the connection's transaction. Nothing counts until
 * {@link #finish()}.
 *
 * <p>Values are written in COPY's text format: null, {@code double[]} and {@code int[]} as arrays, anything else by its
 * {@code toString}.
 */
public final class BulkInsert implements AutoCloseable {

    private static final int BUFFER_CHARACTERS = 1 << 16;

    private final CopyIn copy;
    private final int columns;
    private final StringBuilder buffer = new StringBuilder(BUFFER_CHARACTERS + 4096);

    public BulkInsert(Connection connection, String table, List<String> columns) throws SQLException {
        this.columns = columns.size();
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(columns.stream().collect(Collectors.joining(", ", "COPY " + table + " (", ") FROM STDIN")));
    }

    public void row(@Nullable Object... values) throws SQLException {
        if (values.length != columns) {
            throw new IllegalArgumentException("row of " + values.length + " values must have " + columns + ".");
        }
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            append(values[i]);
        }
        buffer.append('\n');
        if (buffer.length() > BUFFER_CHARACTERS) {
            flush();
        }
    }

    public void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    /** Takes everything back unless it was finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            buffer.append("\\N");
        } else if (value instanceof double[] numbers) {
            buffer.append('{');
            for (int i = 0; i < numbers.length; i++) {
                (i > 0 ? buffer.append(',') : buffer).append(numbers[i]);
            }
            buffer.append('}');
        } else if (value instanceof int[] numbers) {
            buffer.append('{');
            for (int i = 0; i < numbers.length; i++) {
                (i > 0 ? buffer.append(',') : buffer).append(numbers[i]);
            }
            buffer.append('}');
        } else {
            escape(value.toString());
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                // PostgreSQL keeps no zero character in text.
                case 0 -> buffer.append('\uFFFD');
                default -> buffer.append(c);
            }
        }
    }
}
