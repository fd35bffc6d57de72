package org.plenish.web.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the log in PostgreSQL. Each entry names the hash of the one before it, so entries are written one at a time: an
 * advisory lock is taken until the transaction ends. A lock on the head's row would not do, as the first entry has none
 * before it, and a sequence leaves gaps at every rollback.
 *
 * <p>The cost: transactions that change something wait for each other from their first entry to their commit. So append
 * after the change, not before it; and who changes several subjects in one transaction takes their rows' locks first.
 */
@Repository
class JdbcAuditTrail implements AuditTrail {

    /** Any number that nothing else takes: the letters "audit". */
    private static final long LOCK = 0x6175646974L;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    JdbcAuditTrail(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
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
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, index) -> true)
                .single();
        insert(following(findHead(), entry).hashed());
    }

    private Optional<Head> findHead() {
        return jdbc.sql("SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1")
                .query(Head.class)
                .optional();
    }

    private StoredEntry following(Optional<Head> head, AuditEntry entry) {
        return new StoredEntry(
                head.map(Head::number).orElse(0L) + 1,
                StoredEntry.FORM,
                Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
                storable(entry.actor().userName()),
                entry.actor().roles().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
                storable(entry.actor().origin()),
                storable(entry.subjectKind()),
                storable(entry.subject()),
                storable(entry.action()),
                toJson(entry.before()),
                toJson(entry.after()),
                storable(entry.reason()),
                head.map(Head::hash).orElse(StoredEntry.NO_HASH),
                "");
    }

    private void insert(StoredEntry entry) {
        jdbc.sql("INSERT INTO audit_entry (" + StoredEntry.COLUMNS + """
                        ) VALUES (:number, :form, :at, :userName, :roles, :origin, :subjectKind, :subject, :action,
                            :before, :after, :reason, :previousHash, :hash)""")
                .param("number", entry.number())
                .param("form", entry.form())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("userName", entry.userName())
                .param("roles", entry.roles())
                .param("origin", entry.origin())
                .param("subjectKind", entry.subjectKind())
                .param("subject", entry.subject())
                .param("action", entry.action())
                .param("before", entry.before())
                .param("after", entry.after())
                .param("reason", entry.reason())
                .param("previousHash", entry.previousHash())
                .param("hash", entry.hash())
                .update();
    }

    private @Nullable String toJson(@Nullable Object value) {
        return value == null ? null : storable(json.writeValueAsString(value));
    }

    /** PostgreSQL keeps neither zero characters nor halves of a surrogate pair; what is hashed must be what is kept. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
