package org.plenish.engine.model;

import java.time.LocalDate;

/**
 * {@code dataset.yaml}.
 *
 * @param asOf the plan's date
 * @param currency ISO 4217 code, for display
 * @param horizonBuckets how far ahead is forecast and planned
 */
public record DatasetSettings(
        String name,
        LocalDate asOf,
        String currency,
        BucketSize bucket,
        int horizonBuckets,
        String source,
        String license) {

    public DatasetSettings {
        Require.atLeast(1, horizonBuckets, "horizon (buckets)");
    }

    public DatasetSettings withAsOf(LocalDate date) {
        return new DatasetSettings(name, date, currency, bucket, horizonBuckets, source, license);
    }
}
