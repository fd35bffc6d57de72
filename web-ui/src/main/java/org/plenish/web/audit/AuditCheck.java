package org.plenish.web.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Whether the log is as it was written.
 *
 * @param entries how many were read; all, if nothing is wrong
 * @param head last of them; null if there is none
 * @param flaw the first thing that is wrong; null if nothing is
 */
public record AuditCheck(
        long entries, @Nullable Head head, @Nullable Flaw flaw) {

    private static final int ROWS_AT_A_TIME = 1_000;

    /**
     * Where the log was tampered with.
     *
     * @param number of the entry
     * @param problem for a person
     */
    public record Flaw(long number, String problem) {}

    /**
     * Reads the whole log, a thousand entries at a time.
     *
     * @param connection anew; it is left in read-only transactions of one snapshot
     * @param notedHash of the head at some earlier time; null if none was noted
     */
    public static AuditCheck of(Connection connection, @Nullable String notedHash) throws SQLException {
        // With automatic commit the driver would fetch the whole log at once.
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        long entries = 0;
        Head head = null;
        boolean noted = notedHash == null;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows =
                    statement.executeQuery("SELECT " + StoredEntry.COLUMNS + " FROM audit_entry ORDER BY number")) {
                while (rows.next()) {
                    StoredEntry entry = StoredEntry.of(rows);
                    @Nullable Flaw flaw = flawOf(entry, head);
                    if (flaw != null) {
                        return new AuditCheck(entries, head, flaw);
                    }
                    entries++;
                    head = new Head(entry.number(), entry.hash());
                    noted |= entry.hash().equals(notedHash);
                }
            }
        } finally {
            connection.rollback();
        }
        return new AuditCheck(
                entries,
                head,
                noted
                        ? null
                        : new Flaw(
                                entries + 1,
                                "No entry has the hash that was noted as the head's: the end of the log was cut off,"
                                        + " or the log was written anew."));
    }

    private static @Nullable Flaw flawOf(StoredEntry entry, @Nullable Head previous) {
        long expected = previous == null ? 1 : previous.number() + 1;
        if (entry.number() < expected) {
            return new Flaw(entry.number(), "It is there twice.");
        }
        if (entry.number() > expected) {
            return new Flaw(expected, "It is missing: the next one there is " + entry.number() + ".");
        }
        if (entry.form() != StoredEntry.FORM) {
            return new Flaw(entry.number(), "Its form is " + entry.form() + ", which this version does not know.");
        }
        if (!entry.previousHash().equals(previous == null ? StoredEntry.NO_HASH : previous.hash())) {
            return new Flaw(entry.number(), "It does not follow the entry before it, which is another than it was.");
        }
        if (!entry.hash().equals(entry.hashOfFields())) {
            return new Flaw(entry.number(), "Its fields are not those that were hashed.");
        }
        return null;
    }
}
