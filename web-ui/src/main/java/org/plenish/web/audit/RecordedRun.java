package org.plenish.web.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A planning run and what its plan was made from.
 *
 * @param datasetFingerprint null of runs before it was recorded, as the rest of what was made from is
 */
public record RecordedRun(
        long id,
        String dataset,
        LocalDate planDate,
        Instant startedAt,
        Instant finishedAt,
        List<Change> settings,
        @Nullable String productVersion,
        @Nullable String datasetFingerprint,
        Map<String, String> datasetFiles,
        @Nullable String ruleBook,
        @Nullable String ruleBookFingerprint,
        Map<String, String> ruleBookFiles) {

    /** Files that belong together, SHA-256 by name; its kind is {@code dataset} or {@code ruleBook}. */
    public record Part(String kind, Map<String, String> files) {}

    public List<Part> parts() {
        return List.of(new Part("dataset", datasetFiles), new Part("ruleBook", ruleBookFiles));
    }

    public String started() {
        return AuditRow.SECONDS.format(startedAt);
    }

    public String finished() {
        return AuditRow.SECONDS.format(finishedAt);
    }
}
