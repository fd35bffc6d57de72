package org.plenish.web.uncertainty;

import java.time.LocalDate;

/** The stockouts of one SKU-location in one bucket, as a file has them. */
record RiskBucketRow(RiskRow of, LocalDate start, double probability) {}
