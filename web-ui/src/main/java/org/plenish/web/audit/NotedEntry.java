package org.plenish.web.audit;

import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.AuditEntry;

/**
 * An entry as it was when it was appended, which waits for its place in the log.
 *
 * @param before JSON; null if there was nothing
 * @param after JSON; null if nothing is left
 */
record NotedEntry(
        AuditEntry entry, @Nullable String before, @Nullable String after) {}
