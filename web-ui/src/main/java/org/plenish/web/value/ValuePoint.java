package org.plenish.web.value;

import java.time.LocalDate;

/**
 * A plan whose stock was valued.
 *
 * @param days of its horizon
 */
public record ValuePoint(long runId, String datasetName, LocalDate planDate, String currency, int days) {}
