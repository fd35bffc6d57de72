package org.plenish.web.dataset;

import java.util.Optional;
import org.plenish.web.run.ChosenDataset;
import org.plenish.web.run.DatasetPlanning;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.StoredDatasets;
import org.springframework.stereotype.Component;

/** Hands stored datasets to the runs. */
@Component
class StoredChoice implements ChosenDataset, StoredDatasets {

    private final DatasetQueries queries;
    private final DatasetFolderWriter writer;
    private final DatasetPlanning planning;

    StoredChoice(DatasetQueries queries, DatasetFolderWriter writer, DatasetPlanning planning) {
        this.queries = queries;
        this.writer = writer;
        this.planning = planning;
    }

    @Override
    public Optional<PlanSource> find() {
        return queries.findPlanned().flatMap(this::find);
    }

    @Override
    public Optional<PlanSource> find(long datasetId) {
        return queries.find(datasetId)
                .map(dataset -> new StoredDatasetSource(dataset, queries.files(dataset.id()), writer, planning));
    }
}
