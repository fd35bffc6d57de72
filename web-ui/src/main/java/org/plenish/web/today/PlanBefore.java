package org.plenish.web.today;

import java.time.LocalDate;

/** The plan that the current one is held against. */
public record PlanBefore(long runId, LocalDate planDate) {}
