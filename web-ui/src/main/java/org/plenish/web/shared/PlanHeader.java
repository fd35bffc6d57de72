package org.plenish.web.shared;

import java.time.LocalDate;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.TimeBuckets;

/** The stored plan that the pages show. A controller that takes one as a parameter is only called when there is one. */
public record PlanHeader(
        long runId, String datasetName, LocalDate planDate, String currency, BucketSize bucket, int bucketCount) {

    public TimeBuckets buckets() {
        return new TimeBuckets(planDate, bucket, bucketCount);
    }

    public Release release(LocalDate date) {
        return !date.isAfter(planDate) ? Release.TODAY : date.isBefore(outlookStart()) ? Release.SOON : Release.OUTLOOK;
    }

    /** First day after the first bucket. */
    public LocalDate outlookStart() {
        return buckets().start(1);
    }

    public Figures figures() {
        return new Figures(currency);
    }
}
