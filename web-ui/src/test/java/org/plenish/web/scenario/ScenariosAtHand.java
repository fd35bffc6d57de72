package org.plenish.web.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Connection;
import org.plenish.web.TestLogin;
import org.plenish.web.dataset.DatasetsAtHand;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scenarios as people make them, over a dataset that is chosen to be planned. */
final class ScenariosAtHand {

    static final String CASH = """
            name: %s
            description: The bank takes half of the credit line.
            changes:
              - change: cash
                factor: 0.5
            """;

    private final JdbcClient jdbc;
    private final DatasetsAtHand datasets;

    ScenariosAtHand(JdbcClient jdbc, DatasetsAtHand datasets) {
        this.jdbc = jdbc;
        this.datasets = datasets;
    }

    /** Stores a dataset and chooses it, without planning it. */
    long choose(String name) throws IOException {
        long dataset = datasets.store(name);
        jdbc.sql("""
                        INSERT INTO planned_dataset (only_row, dataset_id, chosen_at, chosen_by)
                        VALUES (true, :dataset, now(), 'fixture')
                        ON CONFLICT (only_row) DO UPDATE SET dataset_id = excluded.dataset_id""").param("dataset", dataset).update();
        return dataset;
    }

    /** @return its number */
    long create(TestLogin.Session person, long dataset, String name) {
        Connection.Response answer =
                person.post("/scenarios", Map.of("name", name, "dataset", String.valueOf(dataset)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return Long.parseLong(answer.header("Location").replace("/scenarios/", ""));
    }

    /** One that halves the cash. */
    long createCashCut(TestLogin.Session person, long dataset, String name) {
        long id = create(person, dataset, name);
        save(person, id, CASH.formatted(name));
        return id;
    }

    void save(TestLogin.Session person, long id, String content) {
        Connection.Response answer = person.post(
                "/scenarios/" + id + "/save", Map.of("version", String.valueOf(version(id)), "content", content));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    int version(long id) {
        return jdbc.sql("SELECT version FROM scenario WHERE id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void run(TestLogin.Session person, long id) {
        Connection.Response answer = person.post("/scenarios/" + id + "/run", Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    /** Of its latest run, when that has ended. */
    String awaitEnd(long id) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(180);
        while (true) {
            String status = jdbc.sql(
                            "SELECT status || coalesce(': ' || error, '') FROM scenario_run WHERE scenario_id = ?"
                                    + " ORDER BY id DESC LIMIT 1")
                    .param(id)
                    .query(String.class)
                    .single();
            if (!status.equals("QUEUED") && !status.equals("RUNNING")) {
                return status;
            }
            assertThat(Instant.now()).as("the run ends in time").isBefore(deadline);
            Thread.sleep(50);
        }
    }
}
