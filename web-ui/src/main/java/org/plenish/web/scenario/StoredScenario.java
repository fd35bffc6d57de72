package org.plenish.web.scenario;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A what-if that somebody keeps.
 *
 * @param shared whether others than its owner may read it
 * @param content YAML
 * @param datasetId what it changes; null: the sample
 * @param datasetName null for the sample
 * @param version grows with each change
 */
public record StoredScenario(
        long id,
        String owner,
        boolean shared,
        String name,
        String content,
        @Nullable Long datasetId,
        @Nullable String datasetName,
        ScenarioState state,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime changedAt) {

    public boolean isOwnedBy(String userName) {
        return owner.equals(userName);
    }

    /** Whether its text may still change. */
    public boolean isDraft() {
        return state == ScenarioState.DRAFT;
    }

    public boolean isDiscarded() {
        return state == ScenarioState.DISCARDED;
    }
}
