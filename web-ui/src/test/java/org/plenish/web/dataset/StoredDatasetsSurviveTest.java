package org.plenish.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.RecordsAtHand;
import org.plenish.web.cli.PlenishCommand;
import org.plenish.web.database.EmbeddedPostgres;
import org.plenish.web.run.FileFingerprints;
import org.plenish.web.shared.CurrentPlan;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backed up while the product runs, and restored into another server's empty database. */
@OnDatasets
class StoredDatasetsSurviveTest {

    @Autowired
    DatasetsAtHand datasets;

    @Autowired
    DatasetQueries queries;

    @Autowired
    EmbeddedPostgres postgres;

    @Autowired
    CurrentPlan currentPlan;

    @Value("${plenish.data}")
    Path running;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aDatasetIsToTheByteWhatItWasInADatabaseThatWasRestored() throws Exception {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        long id = datasets.store("Survivor");
        StoredDataset before = queries.find(id).orElseThrow();
        Path backup = folder.resolve("plenish.backup");
        assertThat(run("backup", "--data", running.toString(), "--out", backup.toString()))
                .as(err::toString)
                .isZero();

        PGSimpleDataSource restored = emptyDatabase("restored");
        assertThat(run("restore", "--url", url("restored"), backup.toString()))
                .as(err::toString)
                .isZero();
        assertThat(out.toString())
                .contains("restored to jdbc:postgresql://")
                .contains("/restored\n")
                .contains("The audit log is whole: ")
                .doesNotContain(postgres.password());

        DatasetQueries there = new DatasetQueries(JdbcClient.create(restored));
        assertThat(there.find(id)).contains(before);
        DatasetFolderWriter writer = new DatasetFolderWriter(restored);
        Path written = Files.createDirectory(folder.resolve("written"));
        for (StoredFile file : there.files(id)) {
            writer.write("Survivor", file, written);
        }
        assertThat(FileFingerprints.of(written).fingerprint()).isEqualTo(before.fingerprint());
        assertThat(Files.readAllLines(written.resolve("sales.csv"))).hasSize(215); // header, 213 rows, one of two lines

        assertThat(run("restore", "--url", url("restored"), backup.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("The database restored is not empty: it has ");
        assertThat(run("restore", "--replace", "--url", url("restored"), backup.toString()))
                .isEqualTo(2);
    }

    @Test
    void aRestoreThatFailsLeavesTheDatabaseEmpty() throws Exception {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        Path backup = folder.resolve("plenish.backup");
        assertThat(run("backup", "--data", running.toString(), "--out", backup.toString()))
                .as(err::toString)
                .isZero();
        RecordsAtHand.breakAudit(backup);
        PGSimpleDataSource empty = emptyDatabase("empty");
        assertThat(run("restore", "--url", url("empty"), backup.toString()))
                .as(err::toString)
                .isEqualTo(3);
        assertThat(JdbcClient.create(empty)
                        .sql("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private PGSimpleDataSource emptyDatabase(String name) throws SQLException {
        PGSimpleDataSource maintenance = source(postgres.jdbcUrl());
        try (Connection connection = maintenance.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        }
        return source(postgres.jdbcUrl().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"));
    }

    private PGSimpleDataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        return source;
    }

    private String url(String database) {
        return postgres.jdbcUrl().replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1") + "?user=" + postgres.user()
                + "&password=" + postgres.password();
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return PlenishCommand.create(properties -> true, RecordsAtHand.records())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
