package org.plenish.web.shared;

import org.jspecify.annotations.Nullable;

/**
 * One change as the audit log keeps it.
 *
 * @param subjectKind of what was changed: {@code order}, {@code account}, {@code dataset}, {@code rule book}, {@code scenario}
 * @param subject its key, such as an order's number
 * @param action a verb: {@code approve}, {@code change line}
 * @param before any value that serializes to JSON; null if there was nothing
 * @param after likewise; null if nothing is left
 * @param reason in the actor's words; empty where none is asked for
 */
public record AuditEntry(
        Actor actor,
        String subjectKind,
        String subject,
        String action,
        @Nullable Object before,
        @Nullable Object after,
        String reason) {}
