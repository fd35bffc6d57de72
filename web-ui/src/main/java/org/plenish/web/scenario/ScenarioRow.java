package org.plenish.web.scenario;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.JobStatus;

/**
 * A scenario as the list of scenarios tells of it.
 *
 * @param datasetName null for the sample
 * @param runStatus of its latest run; null if it was never run
 * @param runIsOfThis whether that run was of the scenario as it is now
 */
public record ScenarioRow(
        long id,
        String owner,
        boolean shared,
        String name,
        @Nullable String datasetName,
        ScenarioState state,
        OffsetDateTime changedAt,
        @Nullable JobStatus runStatus,
        boolean runIsOfThis) {}
