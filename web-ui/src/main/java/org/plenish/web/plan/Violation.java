package org.plenish.web.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A limit that the plan cannot keep: where, and by how much in the limit's unit.
 *
 * @param date first day of the bucket; null in plans of earlier versions, whose place tells it
 * @param remedy what would lift it; blank in plans of earlier versions
 */
public record Violation(
        String kind, String place, @Nullable LocalDate date, double excess, String unit, String remedy) {}
