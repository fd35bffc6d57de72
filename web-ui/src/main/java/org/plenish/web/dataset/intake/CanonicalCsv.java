package org.plenish.web.dataset.intake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Sha256;

/**
 * A CSV file in the form in which a dataset's files are kept: UTF-8 without byte order mark, comma, {@code \n}, cells
 * quoted only where they must be. Counts and hashes its bytes; what becomes of them is for whom takes them.
 */
final class CanonicalCsv {

    private static final int CHUNK_CHARACTERS = 1 << 15;

    /** Takes the file's bytes, in pieces. */
    interface Bytes {
        void take(byte[] bytes);
    }

    private final Bytes out;
    private final MessageDigest digest = Sha256.digest();
    private final StringBuilder pending = new StringBuilder(CHUNK_CHARACTERS + 1024);
    private long rows = -1; // the header is no row
    private long byteCount;

    CanonicalCsv(List<String> header, Bytes out) {
        this.out = out;
        row(header);
    }

    /** @param cells null: an empty one */
    void row(List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                pending.append(',');
            }
            Object cell = cells.get(i);
            if (cell instanceof BigDecimal number) {
                pending.append(number.stripTrailingZeros().toPlainString());
            } else if (cell != null) {
                append(cell.toString());
            }
        }
        pending.append('\n');
        rows++;
        if (pending.length() > CHUNK_CHARACTERS) {
            flush();
        }
    }

    private void append(String text) {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            pending.append(text);
        } else {
            pending.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    private void flush() {
        byte[] bytes = pending.toString().getBytes(StandardCharsets.UTF_8);
        pending.setLength(0);
        digest.update(bytes);
        byteCount += bytes.length;
        out.take(bytes);
    }

    long rows() {
        return rows;
    }

    /** About how many bytes there are so far. */
    long bytesSoFar() {
        return byteCount + pending.length();
    }

    /** The file is whole. */
    CheckedFile finish(String name, @Nullable Long baseRows) {
        flush();
        return new CheckedFile(name, Sha256.of(digest), rows, byteCount, null, baseRows);
    }
}
