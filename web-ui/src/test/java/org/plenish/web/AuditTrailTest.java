package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.audit.AuditCheck;
import org.plenish.web.database.EmbeddedPostgres;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the audit log promises, against the database that keeps the promise. */
@OnFixturePlan
class AuditTrailTest {

    private static final Actor BUYER = new Actor("rosa", Set.of(Role.BUYER, Role.APPROVER), "192.0.2.7");

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EmbeddedPostgres postgres;

    @Autowired
    CurrentPlan currentPlan;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @Test
    void keepsWhoWhenFromWhereBeforeAfterAndWhy() throws SQLException {
        Instant before = Instant.now();
        append(new AuditEntry(
                BUYER,
                "order",
                "PO-7",
                "change line",
                Map.of("units", 5),
                Map.of("units", 8),
                "Größe \0 \"8½\" \uD800"));
        Map<String, Object> row = jdbc.sql("SELECT * FROM audit_entry ORDER BY number DESC LIMIT 1")
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("user_name", "rosa")
                .containsEntry("roles", "APPROVER,BUYER")
                .containsEntry("origin", "192.0.2.7")
                .containsEntry("subject_kind", "order")
                .containsEntry("subject", "PO-7")
                .containsEntry("action", "change line")
                .containsEntry("before", "{\"units\":5}")
                .containsEntry("after", "{\"units\":8}")
                .containsEntry("reason", "Größe \uFFFD \"8½\" ?");
        assertThat(((java.sql.Timestamp) row.get("at")).toInstant())
                .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
        assertThat(check(null).flaw()).isNull();
    }

    @Test
    void refusesToRecordOutsideATransaction() {
        assertThatThrownBy(() -> trail.append(entry("PO-1", "approve")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"approve\" of order PO-1 must be recorded in the transaction that makes it");
    }

    @Test
    void anEntryGoesWithItsChangeAndLeavesNoGap() throws SQLException {
        long entries = check(null).entries();
        transaction.executeWithoutResult(status -> {
            trail.append(entry("PO-1", "approve"));
            status.setRollbackOnly();
        });
        assertThat(check(null).entries()).isEqualTo(entries);
        append(entry("PO-1", "approve"));
        assertThat(check(null)).satisfies(check -> {
            assertThat(check.entries()).isEqualTo(entries + 1);
            assertThat(check.flaw()).isNull();
        });
    }

    @Test
    void aChangeThatCannotBeRecordedDoesNotHappen() throws SQLException {
        asOwner("ALTER TABLE audit_entry ADD CONSTRAINT full_disk CHECK (action <> 'approve') NOT VALID");
        String name = "UPDATE plan_item SET description = :name WHERE item = 'ART-1002'";
        try {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        assertThat(jdbc.sql(name).param("name", "changed").update())
                                .isPositive();
                        trail.append(entry("PO-1", "approve"));
                    }))
                    .isInstanceOf(DataAccessException.class);
        } finally {
            asOwner("ALTER TABLE audit_entry DROP CONSTRAINT full_disk");
        }
        assertThat(jdbc.sql("SELECT count(*) FROM plan_item WHERE description = 'changed'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoIsAtWorkForLongHoldsUpNobody() throws SQLException {
        transaction.executeWithoutResult(status -> {
            trail.append(entry("PO-SLOW", "approve"));
            assertThat(CompletableFuture.runAsync(() -> append(entry("PO-QUICK", "approve"))))
                    .succeedsWithin(Duration.ofSeconds(20));
        });
        assertThat(latest(2)).containsExactly("PO-SLOW", "PO-QUICK");
        assertThat(check(null).flaw()).isNull();
    }

    @Test
    void whatASavepointTakesBackTakesItsEntriesAlong() throws SQLException {
        TransactionTemplate step = new TransactionTemplate(transaction.getTransactionManager());
        step.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        for (boolean early : List.of(true, false)) {
            transaction.executeWithoutResult(status -> {
                if (early) {
                    trail.append(entry("PO-BEFORE", "approve"));
                }
                step.executeWithoutResult(savepoint -> {
                    trail.append(entry("PO-BACK", "approve"));
                    savepoint.setRollbackOnly();
                });
                step.executeWithoutResult(savepoint -> trail.append(entry("PO-KEPT", "approve")));
                trail.append(entry("PO-AFTER", "approve"));
            });
            assertThat(latest(3)).startsWith("PO-AFTER", "PO-KEPT").doesNotContain("PO-BACK");
        }
        assertThat(check(null).flaw()).isNull();
    }

    @Test
    void whatIsAppendedWhenTheCommitIsOverIsRefusedNotLost() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    trail.append(entry("PO-1", "approve"));
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            trail.append(entry("PO-LATE", "approve"));
                        }
                    });
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order PO-LATE must be recorded before its transaction commits");
    }

    /** Their subjects, the latest first. */
    private List<String> latest(int count) {
        return jdbc.sql("SELECT subject FROM audit_entry ORDER BY number DESC LIMIT ?")
                .param(count)
                .query(String.class)
                .list();
    }

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        long entries = check(null).entries();
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> changes = IntStream.range(0, 100)
                    .<Future<?>>mapToObj(i -> people.submit(() -> append(entry("PO-" + i, "approve"))))
                    .toList();
            for (Future<?> change : changes) {
                change.get();
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(check(null)).satisfies(check -> {
            assertThat(check.entries()).isEqualTo(entries + 100);
            assertThat(check.flaw()).isNull();
        });
    }

    @Test
    void theDatabaseRefusesToChangeOrRemoveEntriesEvenForTheirOwner() {
        for (String tampering : List.of(
                "UPDATE audit_entry SET reason = 'better'",
                "UPDATE audit_entry SET reason = 'better' WHERE number = 1",
                "DELETE FROM audit_entry",
                "DELETE FROM audit_entry WHERE number = 1",
                "TRUNCATE audit_entry")) {
            assertThatThrownBy(() -> asOwner(tampering))
                    .as(tampering)
                    .hasMessageContaining("audit entries are never changed or removed");
            assertThatThrownBy(() -> asOwner("SET session_replication_role = replica", tampering))
                    .as(tampering)
                    .hasMessageContaining("audit entries are never changed or removed");
            assertThatThrownBy(() -> jdbc.sql(tampering).update())
                    .as(tampering)
                    .rootCause()
                    .hasMessageContaining("permission denied for table audit_entry");
        }
    }

    @Test
    void theProductMayNotSwitchItsGuardsOff() {
        for (String tampering : List.of(
                "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
                "DROP TRIGGER audit_entry_stays ON audit_entry",
                "DROP TABLE audit_entry")) {
            assertThatThrownBy(() -> jdbc.sql(tampering).update())
                    .as(tampering)
                    .rootCause()
                    .hasMessageContaining("must be owner");
        }
        assertThatThrownBy(
                        () -> jdbc.sql("SET session_replication_role = replica").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void theDatabaseRefusesAnEntryThatDoesNotFollow() {
        append(entry("PO-1", "approve"));
        assertThatThrownBy(() -> asOwner("""
                        INSERT INTO audit_entry SELECT number + 100, form, at, user_name, roles, origin, subject_kind,
                            subject, action, before, after, reason, previous_hash, repeat('a', 64)
                        FROM audit_entry WHERE number = 1""")).hasMessageContaining("audit entry 101 does not follow entry");
    }

    @Test
    void theCheckNamesTheFirstEntryThatWasTamperedWith() throws SQLException {
        for (int i = 0; i < 12; i++) {
            append(entry("PO-" + i, "approve"));
        }
        assertThat(flawAfter("UPDATE audit_entry SET reason = 'better' WHERE number = 5"))
                .isEqualTo("5: Its fields are not those that were hashed.");
        assertThat(flawAfter("UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE number = 5"))
                .startsWith("5: ");
        assertThat(flawAfter("UPDATE audit_entry SET origin = user_name, user_name = origin WHERE number = 5"))
                .startsWith("5: ");
        assertThat(flawAfter("UPDATE audit_entry SET before = '' WHERE number = 5"))
                .as("nothing is another thing than an empty text")
                .startsWith("5: ");
        assertThat(flawAfter("UPDATE audit_entry SET hash = repeat('a', 64) WHERE number = 5"))
                .startsWith("5: ");
        assertThat(flawAfter("DELETE FROM audit_entry WHERE number = 1"))
                .isEqualTo("1: It is missing: the next one there is 2.");
        assertThat(flawAfter("DELETE FROM audit_entry WHERE number = 5"))
                .isEqualTo("5: It is missing: the next one there is 6.");
        assertThat(flawAfter("DELETE FROM audit_entry WHERE number = 5; "
                        + "UPDATE audit_entry SET number = number - 1 WHERE number > 5"))
                .isEqualTo("5: It does not follow the entry before it, which is another than it was.");
        assertThat(flawAfter("INSERT INTO audit_entry SELECT * FROM audit_entry WHERE number = 5"))
                .isEqualTo("5: It is there twice.");
        assertThat(flawAfter("UPDATE audit_entry SET number = 11 - number WHERE number IN (5, 6)"))
                .startsWith("5: ");
    }

    @Test
    void theCheckMissesNothingThatComesAfterANotedHead() throws SQLException {
        append(entry("PO-1", "approve"));
        String noted = check(null).head().hash();
        append(entry("PO-2", "approve"));

        assertThat(check(noted).flaw()).isNull();
        String cut =
                "DELETE FROM audit_entry WHERE number >= (SELECT number FROM audit_entry WHERE hash = '" + noted + "')";
        assertThat(flawAfter(cut)).isEqualTo("none");
        assertThat(tampered(noted, cut).flaw().problem()).startsWith("No entry has the hash that was noted");
    }

    private String flawAfter(String tampering) throws SQLException {
        AuditCheck.Flaw flaw = tampered(null, tampering).flaw();
        return flaw == null ? "none" : flaw.number() + ": " + flaw.problem();
    }

    /** Tampers with a copy of the log that nothing guards. */
    private AuditCheck tampered(String noted, String tampering) throws SQLException {
        asOwner(
                "DROP SCHEMA IF EXISTS unguarded CASCADE",
                "CREATE SCHEMA unguarded",
                "CREATE TABLE unguarded.audit_entry AS TABLE audit_entry",
                "SET search_path = unguarded",
                tampering);
        try (Connection connection = DriverManager.getConnection(
                postgres.jdbcUrl() + "?currentSchema=unguarded", postgres.user(), postgres.password())) {
            return AuditCheck.of(connection, noted);
        }
    }

    private void append(AuditEntry entry) {
        transaction.executeWithoutResult(status -> trail.append(entry));
    }

    private static AuditEntry entry(String order, String action) {
        return new AuditEntry(BUYER, "order", order, action, null, Map.of("state", "APPROVED"), "");
    }

    private AuditCheck check(String noted) throws SQLException {
        try (Connection connection = owner()) {
            return AuditCheck.of(connection, noted);
        }
    }

    private void asOwner(String... statements) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
