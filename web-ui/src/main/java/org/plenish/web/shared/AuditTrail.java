package org.plenish.web.shared;

/** Where every change is recorded, in the same transaction: no change without its entry, no entry without its change. */
public interface AuditTrail {

    /**
     * Appends an entry.
     *
     * @throws IllegalStateException outside a transaction
     * @throws org.springframework.dao.DataAccessException if it cannot be written, by which the change fails too
     */
    void append(AuditEntry entry);
}
