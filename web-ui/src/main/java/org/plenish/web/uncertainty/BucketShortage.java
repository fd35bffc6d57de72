package org.plenish.web.uncertainty;

import java.time.LocalDate;

/**
 * How many SKU-locations are expected to be out of stock at a bucket's end.
 *
 * @param expected on average of the futures, so not a whole number
 */
public record BucketShortage(LocalDate start, double expected) {}
