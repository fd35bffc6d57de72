package org.plenish.web.order;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.ReceiptFileSink;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files of receipts, each change with its entry in the audit log. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReceiptUploads {

    private static final int SHOWN = 100;
    private static final String UPLOADS = """
            SELECT id, name, sha256, uploaded_at, uploaded_by, booked_at, booked_by, receipt_count, order_count, unit_count
            FROM receipt_file\s""";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ReceiptUploads(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the audit log keeps of a file. */
    private record Kept(String name, String sha256) {}

    long keep(Actor actor, ReceiptFile file) {
        long id = jdbc.sql("""
                        INSERT INTO receipt_file (name, sha256, content, uploaded_at, uploaded_by)
                        VALUES (:name, :sha256, :content, :now, :user) RETURNING id""")
                .param("name", file.name())
                .param("sha256", file.sha256())
                .param("content", file.content())
                .param("now", now())
                .param("user", actor.userName())
                .query(Long.class)
                .single();
        note(actor, id, "upload", null, new Kept(file.name(), file.sha256()), "");
        return id;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<ReceiptUpload> latest() {
        return jdbc.sql(UPLOADS + "ORDER BY id DESC LIMIT :most")
                .param("most", SHOWN)
                .query(ReceiptUpload.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<ReceiptUpload> find(long id) {
        return jdbc.sql(UPLOADS + "WHERE id = :id")
                .param("id", id)
                .query(ReceiptUpload.class)
                .optional();
    }

    /** Whoever books the same content, or this file, waits until the transaction ends. */
    Optional<ReceiptUpload> lock(long id) {
        Optional<ReceiptUpload> seen = find(id);
        seen.ifPresent(
                upload -> jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))) AS locked")
                        .param("key", "receipt file " + upload.sha256())
                        .query(Integer.class)
                        .single());
        // A statement of its own: it sees what was committed while the lock was awaited.
        return find(id);
    }

    ReceiptFile file(ReceiptUpload upload) {
        return new ReceiptFile(
                upload.name(),
                jdbc.sql("SELECT content FROM receipt_file WHERE id = :id")
                        .param("id", upload.id())
                        .query(byte[].class)
                        .single());
    }

    /** The latest booking of the same content. */
    Optional<ReceiptUpload> findBooked(String sha256) {
        return jdbc.sql(UPLOADS + "WHERE sha256 = :sha256 AND booked_at IS NOT NULL ORDER BY booked_at DESC LIMIT 1")
                .param("sha256", sha256)
                .query(ReceiptUpload.class)
                .optional();
    }

    void book(Actor actor, ReceiptUpload upload, ReceiptFileSink.Booked booked, String reason) {
        jdbc.sql("""
                        UPDATE receipt_file SET booked_at = :now, booked_by = :user, receipt_count = :receipts,
                            order_count = :orders, unit_count = :units WHERE id = :id""")
                .param("now", now())
                .param("user", actor.userName())
                .param("receipts", booked.receipts())
                .param("orders", booked.orders())
                .param("units", booked.units())
                .param("id", upload.id())
                .update();
        note(actor, upload.id(), "book", new Kept(upload.name(), upload.sha256()), booked, reason);
    }

    void discard(Actor actor, ReceiptUpload upload) {
        jdbc.sql("DELETE FROM receipt_file WHERE id = :id AND booked_at IS NULL")
                .param("id", upload.id())
                .update();
        note(actor, upload.id(), "discard", new Kept(upload.name(), upload.sha256()), null, "");
    }

    private void note(
            Actor actor, long id, String action, @Nullable Object before, @Nullable Object after, String reason) {
        audit.append(new AuditEntry(actor, "receipt file", String.valueOf(id), action, before, after, reason));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
