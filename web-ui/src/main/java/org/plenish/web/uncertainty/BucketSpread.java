package org.plenish.web.uncertainty;

import java.time.LocalDate;

/** The spread of a figure in one bucket. */
public record BucketSpread(LocalDate start, SpreadRow spread) {}
