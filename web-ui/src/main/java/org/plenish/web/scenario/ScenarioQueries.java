package org.plenish.web.scenario;

import java.util.List;
import java.util.Optional;
import org.plenish.web.shared.NothingFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads scenarios. A private one of somebody else is not there, whoever asks. */
@Repository
class ScenarioQueries {

    private static final int SCENARIOS_SHOWN = 200;
    private static final int DATASETS_OFFERED = 100;

    private static final String SCENARIOS = """
            SELECT s.id, s.owner, s.shared, s.name, s.content, s.dataset_id, d.name AS dataset_name, s.state, s.version,
                s.created_at, s.changed_at
            FROM scenario s LEFT JOIN dataset d ON d.id = s.dataset_id
            WHERE s.id = :id AND (s.owner = :user OR s.shared)\s""";

    private final JdbcClient jdbc;

    ScenarioQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A dataset that a scenario may be written for. */
    record Dataset(long id, String name, boolean planned) {}

    /** The user's own and those of others that are shared, the latest first; what was discarded only if asked for. */
    List<ScenarioRow> rows(String user, boolean discarded) {
        return jdbc.sql("""
                        SELECT s.id, s.owner, s.shared, s.name, d.name AS dataset_name, s.state, s.changed_at,
                            r.status AS run_status, coalesce(r.content = s.content, false) AS run_is_of_this
                        FROM scenario s
                        LEFT JOIN dataset d ON d.id = s.dataset_id
                        LEFT JOIN LATERAL (
                            SELECT status, content FROM scenario_run WHERE scenario_id = s.id
                            ORDER BY id DESC LIMIT 1) r ON true
                        WHERE (s.owner = :user OR s.shared) AND (:discarded OR s.state <> 'DISCARDED')
                        ORDER BY s.changed_at DESC, s.id DESC LIMIT :rows""")
                .param("user", user)
                .param("discarded", discarded)
                .param("rows", SCENARIOS_SHOWN)
                .query(ScenarioRow.class)
                .list();
    }

    /** @throws NothingFoundException if there is none that this user may read */
    StoredScenario get(String user, long id) {
        return get(user, id, "");
    }

    /** The same, held until the end of the transaction. */
    StoredScenario lock(String user, long id) {
        return get(user, id, "FOR UPDATE OF s");
    }

    private StoredScenario get(String user, long id, String hold) {
        Optional<StoredScenario> found = jdbc.sql(SCENARIOS + hold)
                .param("id", id)
                .param("user", user)
                .query(StoredScenario.class)
                .optional();
        return found.orElseThrow(() -> new NothingFoundException("There is no scenario " + id + "."));
    }

    /** The latest that people have brought in. */
    List<Dataset> datasets() {
        return jdbc.sql("""
                        SELECT d.id, d.name, EXISTS (SELECT 1 FROM planned_dataset p WHERE p.dataset_id = d.id) AS planned
                        FROM dataset d ORDER BY planned DESC, d.id DESC LIMIT :rows""")
                .param("rows", DATASETS_OFFERED)
                .query(Dataset.class)
                .list();
    }
}
