package org.plenish.web.shared;

/** Where every change is recorded, in the same transaction: no change without its entry, no entry without its change. */
public interface AuditTrail {

    /**
     * Appends an entry. It is written when the transaction commits, and not if it is rolled back; if it cannot be written,
     * the commit throws a {@link org.springframework.dao.DataAccessException} and the change fails too.
     *
     * @throws IllegalStateException outside a transaction
     */
    void append(AuditEntry entry);
}
