package org.plenish.web.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the log in PostgreSQL. Each entry names the hash of the one before it, so entries are written one at a time: an
 * advisory lock is taken until the transaction ends. A lock on the head's row would not do, as the first entry has none
 * before it, and a sequence leaves gaps at every rollback.
 *
 * <p>What a transaction appends is written when it commits, as the last it does: however long it took, others wait for no
 * more than that; and as nothing is locked after it, no two transactions wait for each other because of the log.
 */
@Repository
class JdbcAuditTrail implements AuditTrail {

    /** Any number that nothing else takes: the letters "audit". */
    private static final long LOCK = 0x6175646974L;

    private static final String INSERT = "INSERT INTO audit_entry (" + StoredEntry.COLUMNS + """
            ) VALUES (:number, :form, :at, :userName, :roles, :origin, :subjectKind, :subject, :action,
                :before, :after, :reason, :previousHash, :hash)""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final JsonMapper json;
    private final Clock clock;

    JdbcAuditTrail(JdbcClient jdbc, NamedParameterJdbcOperations batches, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        // The same value always gives the same text.
        this.json = json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        this.clock = clock;
    }

    @Override
    public void append(AuditEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The change \"" + entry.action() + "\" of " + entry.subjectKind() + " "
                    + entry.subject() + " must be recorded in the transaction that makes it, but there is none.");
        }
        // Now, as what is told of the change may change itself until the commit.
        pending().add(new NotedEntry(entry, toJson(entry.before()), toJson(entry.after())));
    }

    private PendingEntries pending() {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof PendingEntries pending) {
                return pending;
            }
        }
        PendingEntries pending = new PendingEntries(this::write);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private void write(List<NotedEntry> entries) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, index) -> true)
                .single();
        // A statement of its own: it sees what was committed while the lock was awaited.
        Head head = findHead().orElse(new Head(0, StoredEntry.NO_HASH));
        List<SqlParameterSource> rows = new ArrayList<>();
        for (NotedEntry entry : entries) {
            StoredEntry next = following(head, entry).hashed();
            rows.add(row(next));
            head = new Head(next.number(), next.hash());
        }
        batches.batchUpdate(INSERT, rows.toArray(SqlParameterSource[]::new));
    }

    private Optional<Head> findHead() {
        return jdbc.sql("SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1")
                .query(Head.class)
                .optional();
    }

    private StoredEntry following(Head head, NotedEntry noted) {
        AuditEntry entry = noted.entry();
        return new StoredEntry(
                head.number() + 1,
                StoredEntry.FORM,
                Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
                storable(entry.actor().userName()),
                entry.actor().roles().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                storable(entry.actor().origin()),
                storable(entry.subjectKind()),
                storable(entry.subject()),
                storable(entry.action()),
                noted.before(),
                noted.after(),
                storable(entry.reason()),
                head.hash(),
                "");
    }

    private static SqlParameterSource row(StoredEntry entry) {
        return new MapSqlParameterSource()
                .addValue("number", entry.number())
                .addValue("form", entry.form())
                .addValue("at", entry.at().atOffset(ZoneOffset.UTC))
                .addValue("userName", entry.userName())
                .addValue("roles", entry.roles())
                .addValue("origin", entry.origin())
                .addValue("subjectKind", entry.subjectKind())
                .addValue("subject", entry.subject())
                .addValue("action", entry.action())
                .addValue("before", entry.before())
                .addValue("after", entry.after())
                .addValue("reason", entry.reason())
                .addValue("previousHash", entry.previousHash())
                .addValue("hash", entry.hash());
    }

    private @Nullable String toJson(@Nullable Object value) {
        return value == null ? null : storable(json.writeValueAsString(value));
    }

    /** PostgreSQL keeps neither zero characters nor halves of a surrogate pair; what is hashed must be what is kept. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
