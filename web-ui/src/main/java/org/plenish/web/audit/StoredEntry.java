package org.plenish.web.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Sha256;

/**
 * An entry of the audit log as it is stored, every text exactly as it was hashed.
 *
 * <p>The hash is SHA-256 over the entry's byte form. Form 1 is these fields in this order, each as the length of its
 * UTF-8 bytes (four bytes, big-endian; −1 for null) and then the bytes: {@code plenish-audit-1}, {@link #number} in
 * decimal, {@link #at} as {@code 2026-11-23T08:15:30.123456Z}, {@link #userName}, {@link #roles}, {@link #origin},
 * {@link #subjectKind}, {@link #subject}, {@link #action}, {@link #before}, {@link #after}, {@link #reason},
 * {@link #previousHash} in lower-case hexadecimal. The lengths keep a text from passing for parts of two fields.
 *
 * @param number from 1, without gaps
 * @param form version of the byte form
 * @param at to the microsecond, as PostgreSQL keeps it
 * @param roles sorted, separated by commas; empty if none
 * @param before JSON; null if there was nothing
 * @param after JSON; null if nothing is left
 * @param previousHash of the entry before it; {@link #NO_HASH} for the first
 */
public record StoredEntry(
        long number,
        int form,
        Instant at,
        String userName,
        String roles,
        String origin,
        String subjectKind,
        String subject,
        String action,
        @Nullable String before,
        @Nullable String after,
        String reason,
        String previousHash,
        String hash) {

    static final int FORM = 1;
    static final String NO_HASH = "0".repeat(64);
    static final String COLUMNS = "number, form, at, user_name, roles, origin, subject_kind, subject, action, before,"
            + " after, reason, previous_hash, hash";

    private static final String FORM_NAME = "plenish-audit-1";
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    /** Of a row with {@link #COLUMNS}. */
    static StoredEntry of(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong("number"),
                row.getInt("form"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("user_name"),
                row.getString("roles"),
                row.getString("origin"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("action"),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    /** The same entry with the hash of its fields. */
    StoredEntry hashed() {
        return new StoredEntry(
                number,
                form,
                at,
                userName,
                roles,
                origin,
                subjectKind,
                subject,
                action,
                before,
                after,
                reason,
                previousHash,
                hashOfFields());
    }

    /** What {@link #hash} must be. */
    String hashOfFields() {
        List<@Nullable String> fields = Arrays.asList(
                FORM_NAME,
                String.valueOf(number),
                time(),
                userName,
                roles,
                origin,
                subjectKind,
                subject,
                action,
                before,
                after,
                reason,
                previousHash);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (@Nullable String field : fields) {
                if (field == null) {
                    out.writeInt(-1);
                    continue;
                }
                byte[] text = field.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            return Sha256.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** UTC, to the microsecond. */
    public String time() {
        return MICROSECONDS.format(at);
    }
}
