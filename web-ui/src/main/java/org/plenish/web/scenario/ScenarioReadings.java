package org.plenish.web.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.RunListener;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * What texts of scenarios say of their datasets and what a change may name, kept once it has been found out: reading a large
 * dataset takes many seconds, and it never changes. The sample comes with the product and may change with it; it is small.
 */
@Repository
class ScenarioReadings implements PlanFollower {

    private final JdbcClient jdbc;
    private final ScenarioDatasets datasets;
    private final JsonMapper json;

    ScenarioReadings(JdbcClient jdbc, ScenarioDatasets datasets, JsonMapper json) {
        this.jdbc = jdbc;
        this.datasets = datasets;
        this.json = json;
    }

    /** So that a scenario of what is planned begins at once. */
    @Override
    public void planStored(long runId, PlannedDataset planned) {
        jdbc.sql(
                        "SELECT dataset_id FROM planning_run WHERE id = :run AND dataset_id IS NOT NULL AND scenario_id IS NULL")
                .param("run", runId)
                .query(Long.class)
                .optional()
                .ifPresent(datasetId -> keepChoices(datasetId, Choices.of(planned.dataset())));
    }

    /**
     * @param datasetId null: the sample
     * @throws IllegalStateException with a message for a person if the dataset cannot be read
     */
    Choices choices(@Nullable Long datasetId) {
        if (datasetId == null) {
            return ofDataset(null, Choices::of);
        }
        return jdbc.sql("SELECT choices::text FROM scenario_choices WHERE dataset_id = :dataset")
                .param("dataset", datasetId)
                .query(String.class)
                .optional()
                .map(kept -> json.readValue(kept, Choices.class))
                .orElseGet(() -> {
                    Choices found = ofDataset(datasetId, Choices::of);
                    keepChoices(datasetId, found);
                    return found;
                });
    }

    private void keepChoices(long datasetId, Choices choices) {
        jdbc.sql("""
                        INSERT INTO scenario_choices (dataset_id, choices) VALUES (:dataset, CAST(:choices AS jsonb))
                        ON CONFLICT DO NOTHING""")
                .param("dataset", datasetId)
                .param("choices", json.writeValueAsString(choices))
                .update();
    }

    /**
     * @param datasetId null: the sample
     * @throws IllegalStateException with a message for a person if the dataset cannot be read
     */
    ScenarioReading read(@Nullable Long datasetId, String content) {
        if (datasetId == null) {
            return ofDataset(null, dataset -> ScenarioReading.of(dataset, content));
        }
        String hash = hash(content);
        return jdbc.sql("SELECT reading::text FROM scenario_reading WHERE dataset_id = :dataset AND text_hash = :hash")
                .param("dataset", datasetId)
                .param("hash", hash)
                .query(String.class)
                .optional()
                .map(kept -> json.readValue(kept, ScenarioReading.class))
                .orElseGet(() -> {
                    ScenarioReading found = ofDataset(datasetId, dataset -> ScenarioReading.of(dataset, content));
                    keepReading(datasetId, hash, found);
                    return found;
                });
    }

    private void keepReading(long datasetId, String hash, ScenarioReading reading) {
        jdbc.sql("""
                        INSERT INTO scenario_reading (dataset_id, text_hash, reading)
                        VALUES (:dataset, :hash, CAST(:reading AS jsonb)) ON CONFLICT DO NOTHING""")
                .param("dataset", datasetId)
                .param("hash", hash)
                .param("reading", json.writeValueAsString(reading))
                .update();
    }

    private <T> T ofDataset(@Nullable Long datasetId, Function<Dataset, T> question) {
        return question.apply(datasets.read(datasetId, RunListener.SILENT));
    }

    private static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java has SHA-256", impossible);
        }
    }
}
