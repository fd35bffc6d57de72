package org.plenish.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which datasets there are. */
@Repository
class DatasetQueries {

    private static final String DATASETS = """
            SELECT d.id, d.name, d.fingerprint, d.based_on, b.name AS based_on_name, d.origin, d.plan_date, d.currency,
                d.items, d.warehouses, d.suppliers, coalesce(s.row_count, 0) AS sales_rows, d.created_at, d.created_by,
                (SELECT count(*) FROM planning_run r WHERE r.dataset_id = d.id) AS runs,
                (SELECT count(*) FROM dataset o WHERE o.based_on = d.id)
                    + (SELECT count(*) FROM scenario s WHERE s.dataset_id = d.id)
                    + (SELECT count(*) FROM backtest b WHERE b.dataset_id = d.id) AS based_on_it,
                (SELECT count(*) FROM import_job j WHERE j.base_dataset_id = d.id
                    AND j.state NOT IN ('IMPORTED', 'DISCARDED')) AS open_imports,
                EXISTS (SELECT 1 FROM planned_dataset p WHERE p.dataset_id = d.id) AS planned
            FROM dataset d
            LEFT JOIN dataset b ON b.id = d.based_on
            LEFT JOIN dataset_file f ON f.dataset_id = d.id AND f.name = 'sales.csv'
            LEFT JOIN dataset_content s ON s.id = f.content_id\s""";

    private static final String FILES = """
            SELECT f.name, c.id AS content_id, c.sha256, c.row_count, c.byte_count, c.content IS NULL AS in_rows
            FROM dataset_file f JOIN dataset_content c ON c.id = f.content_id
            WHERE f.dataset_id = :id\s""";

    private static final String SAMPLE = """
            SELECT NOT EXISTS (SELECT 1 FROM planned_dataset WHERE dataset_id IS NOT NULL) AS planned,
                p.plan_date, p.dataset_fingerprint AS fingerprint,
                (SELECT count(*) FROM plan_item i WHERE i.run_id = p.run_id) AS items,
                (SELECT count(*) FROM plan_warehouse w WHERE w.run_id = p.run_id) AS warehouses,
                (SELECT count(*) FROM plan_supplier s WHERE s.run_id = p.run_id) AS suppliers
            FROM (SELECT 1) one LEFT JOIN (
                SELECT run_id, plan_date, dataset_fingerprint FROM plan JOIN planning_run r ON r.id = run_id
                WHERE dataset_id IS NULL ORDER BY run_id DESC LIMIT 1) p ON true""";

    private final JdbcClient jdbc;

    DatasetQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param before only datasets with a lower number; null: the latest */
    DatasetPage page(@Nullable Long before) {
        List<StoredDataset> datasets = new ArrayList<>(jdbc.sql(DATASETS
                        + "WHERE CAST(:before AS bigint) IS NULL OR d.id < :before ORDER BY d.id DESC LIMIT :rows")
                .param("before", before)
                .param("rows", DatasetPage.DATASETS_A_PAGE + 1)
                .query(StoredDataset.class)
                .list());
        boolean further = datasets.size() > DatasetPage.DATASETS_A_PAGE;
        if (further) {
            datasets.remove(datasets.size() - 1);
        }
        return new DatasetPage(datasets, further);
    }

    Optional<StoredDataset> find(long id) {
        return jdbc.sql(DATASETS + "WHERE d.id = :id")
                .param("id", id)
                .query(StoredDataset.class)
                .optional();
    }

    SampleDataset sample() {
        return jdbc.sql(SAMPLE).query(SampleDataset.class).single();
    }

    /** By name. */
    List<StoredFile> files(long dataset) {
        return jdbc.sql(FILES + "ORDER BY f.name")
                .param("id", dataset)
                .query(StoredFile.class)
                .list();
    }

    Optional<StoredFile> findFile(long dataset, String name) {
        return jdbc.sql(FILES + "AND f.name = :name")
                .param("id", dataset)
                .param("name", name)
                .query(StoredFile.class)
                .optional();
    }

    /** Which stored dataset the next run plans; empty: the sample. */
    Optional<Long> findPlanned() {
        return jdbc.sql("SELECT dataset_id FROM planned_dataset WHERE dataset_id IS NOT NULL")
                .query(Long.class)
                .optional();
    }
}
