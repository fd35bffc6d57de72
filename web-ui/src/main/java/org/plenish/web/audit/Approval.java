package org.plenish.web.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who approved an order, and what was shown to them.
 *
 * @param run whose plan the pages showed at that time; null if there was none
 */
public record Approval(AuditRow row, @Nullable Long run) {}
