package org.plenish.web.dataset.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.dataset.intake.ImportJob.State;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.DatasetIntake;
import org.plenish.web.shared.IntakeRefusedException;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What imports, pushes, deletions and starts of the application do to each other. */
@OnFixturePlan
class ImportRacesTest {

    private static final Actor PLANNER = new Actor("test-planner", Set.of(Role.PLANNER), "test");
    private static final AtomicInteger VARIANTS = new AtomicInteger();

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    ImportJobs jobs;

    @Autowired
    ImportJobStore store;

    @Autowired
    ImportRecovery recovery;

    @Autowired
    ImportWorker worker;

    @Autowired
    DatasetIntake intake;

    @Autowired
    PlanningRuns runs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Value("${plenish.data}")
    Path dataFolder;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @Test
    void anImportedDatasetCanBeDeletedAndItsImportStaysToBeSeen() throws Exception {
        ImportJob job = imported(variant());
        long base = job.dataset();
        SmallDataset stock = new SmallDataset().only("stock.csv");
        long onIt = checked(jobs.start(PLANNER, stock.given(newFolder()), "Upon it", ImportBase.dataset(base)));
        assertThat(delete(base)).isEqualTo(409);
        assertThat(get("/datasets/" + base).select("form[action$=/delete]")).isEmpty();

        jobs.discard(PLANNER, onIt);
        assertThat(delete(base)).isEqualTo(302);
        assertThat(count("dataset WHERE id = " + base)).isZero();
        assertThat(get("/import/" + job.id()).select("#imported-title").text())
                .isEqualTo("It was imported; the dataset has been deleted since");
        assertThat(get("/import/" + onIt).select("#discarded-title").text()).isNotEmpty();
        assertThat(get("/import").text()).contains("Upon it");
    }

    @Test
    void aPushedDatasetCanBeDeleted() throws Exception {
        DatasetIntake.Checked checked = intake.check(PLANNER, variant().writeTo(newFolder()));
        DatasetIntake.Taken taken = transaction.execute(status -> intake.take(PLANNER, checked));
        intake.discard(PLANNER, checked);
        assertThat(delete(taken.dataset())).isEqualTo(302);
    }

    @Test
    void twoAtOnceWithTheSameContentMakeOneDataset() throws Exception {
        SmallDataset files = variant();
        long one = importing(files);
        long other = importing(files);
        CountDownLatch stored = new CountDownLatch(1);
        CompletableFuture<DatasetStore.Stored> first =
                CompletableFuture.supplyAsync(() -> transaction.execute(status -> {
                    DatasetStore.Stored made = worker.store(jobs.get(one), PLANNER);
                    stored.countDown();
                    pause(); // the other one looks for the dataset before this one is committed
                    return made;
                }));
        assertThat(stored.await(1, TimeUnit.MINUTES)).isTrue();
        DatasetStore.Stored second = transaction.execute(status -> worker.store(jobs.get(other), PLANNER));
        assertThat(second.dataset()).isEqualTo(first.get().dataset());
        assertThat(second.isNew()).isFalse();
    }

    @Test
    void aPushThatIsNoDatasetIsRefusedAndLeavesNoOpenImport() throws Exception {
        long open = count("import_job WHERE state NOT IN ('IMPORTED', 'DISCARDED')");
        Path twice = variant().writeTo(newFolder());
        Files.writeString(twice.resolve("dataset.yaml"), "name: One\nas_of: 2026-11-05\n");
        Files.writeString(twice.resolve("settings.yaml"), "name: Two\nas_of: 2026-11-05\n");
        assertThatThrownBy(() -> intake.check(PLANNER, twice))
                .isInstanceOf(IntakeRefusedException.class)
                .hasMessageContaining("Two files are to be dataset.yaml");
        Path readme = Files.createDirectories(newFolder());
        Files.writeString(readme.resolve("README.md"), "Nothing but words.");
        assertThatThrownBy(() -> intake.check(PLANNER, readme)).isInstanceOf(IntakeRefusedException.class);
        assertThat(count("import_job WHERE state NOT IN ('IMPORTED', 'DISCARDED')"))
                .isEqualTo(open);
    }

    @Test
    void nobodyTakesAPushFromItsProgramAndOneThatIsGoneIsNotTaken() throws Exception {
        DatasetIntake.Checked checked = intake.check(PLANNER, variant().writeTo(newFolder()));
        String page = "/import/" + checked.job();
        for (String step : new String[] {"map", "check", "remap", "commit", "cancel", "discard"}) {
            TestLogin.as(port, Role.PLANNER).post(page + "/" + step, Map.of());
            assertThat(jobs.get(checked.job()).state()).as(step).isEqualTo(State.CHECKED);
        }
        assertThat(get(page).select("#state form")).isEmpty();
        jobs.discard(PLANNER, checked.job());
        assertThatThrownBy(() -> transaction.execute(status -> intake.take(PLANNER, checked)))
                .isInstanceOf(IntakeRefusedException.class)
                .hasMessageContaining("Send it again.");
    }

    @Test
    void whatIsImportedStaysImportedWhenItsAnswerWasLost() throws Exception {
        ImportJob job = imported(variant());
        assertThat(store.rest(job.id(), State.IMPORTING, State.CHECKED, "lost")).isFalse();
        assertThat(jobs.get(job.id()).state()).isEqualTo(State.IMPORTED);
        assertThat(jobs.get(job.id()).error()).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayForAMomentIsAskedAgain() {
        AtomicInteger tries = new AtomicInteger();
        assertThat(new DatabasePatience().untilItAnswers(() -> {
                    if (tries.incrementAndGet() < 2) {
                        throw new DataAccessResourceFailureException("away");
                    }
                    return "noted";
                }))
                .isEqualTo("noted");
        assertThat(tries).hasValue(2);
    }

    @Test
    void aStartPutsRightOnlyWhatWasThereBeforeIt() throws Exception {
        recovery.afterSingletonsInstantiated();
        DatasetIntake.Checked meanwhile = intake.check(PLANNER, variant().writeTo(newFolder()));
        recovery.recover();
        assertThat(jobs.get(meanwhile.job()).state()).isEqualTo(State.CHECKED);
        assertThat(dataFolder.resolve("imports/" + meanwhile.job())).exists();
        DatasetIntake.Taken taken = transaction.execute(status -> intake.take(PLANNER, meanwhile));
        assertThat(taken.isNew()).isTrue();
    }

    @Test
    void aShortFileThatIsTooLongIsRefusedBeforeItIsRead() throws Exception {
        long id = jobs.start(PLANNER, variant().given(newFolder()), "Long", ImportBase.NOTHING);
        Upload stock = store.uploads(id).stream()
                .filter(upload -> upload.name().equals("stock.csv"))
                .findFirst()
                .orElseThrow();
        Path kept = new ImportFolder(dataFolder.resolve("imports/" + id)).upload(stock.number(), stock.name());
        try (RandomAccessFile file = new RandomAccessFile(kept.toFile(), "rw")) {
            file.setLength(257L << 20);
        }
        assertThatThrownBy(() -> jobs.check(PLANNER, id))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("stock.csv may have at most 268435456.");
        assertThat(jobs.get(id).state()).isEqualTo(State.MAPPING);
        jobs.discard(PLANNER, id);
    }

    @Test
    void anInterruptedRunOfAnotherVersionIsMadeAgainAsTheSettingsSayNow() {
        RunSettings now = new RunSettings(OptimizerSettings.ofMoves(500, 1, 1), 1);
        transaction.executeWithoutResult(status -> {
            long run = runs.start(PLANNER, "Interrupted", null, now, Instant.EPOCH);
            jdbc.sql("UPDATE planning_run SET settings = '{\"later\": {\"version\": 1}}' WHERE id = ?")
                    .param(run)
                    .update();
            assertThat(runs.failInterrupted(Instant.EPOCH, now))
                    .map(PlanningRuns.Interrupted::settings)
                    .contains(now);
            status.setRollbackOnly();
        });
    }

    private long importing(SmallDataset files) throws IOException {
        long id = checked(jobs.start(PLANNER, files.given(newFolder()), "At once", ImportBase.NOTHING));
        store.begin(id, State.CHECKED, State.IMPORTING, "test-planner");
        return id;
    }

    private long checked(long id) {
        jobs.check(PLANNER, id);
        ImportJob job = jobs.await(id);
        assertThat(job.isGood())
                .as("%s %s", job.error(), store.problems(id, 0, 10))
                .isTrue();
        return id;
    }

    private ImportJob imported(SmallDataset files) throws IOException {
        long id = checked(jobs.start(PLANNER, files.given(newFolder()), "Imported", ImportBase.NOTHING));
        jobs.commit(PLANNER, id);
        ImportJob job = jobs.await(id);
        assertThat(job.state()).as(job.error()).isEqualTo(State.IMPORTED);
        return job;
    }

    private int delete(long dataset) {
        return TestLogin.as(port, Role.PLANNER)
                .post("/datasets/" + dataset + "/delete", Map.of("reason", "Test over."))
                .statusCode();
    }

    private Document get(String path) throws IOException {
        return TestLogin.as(port, Role.PLANNER).get(path).parse();
    }

    private long count(String what) {
        return jdbc.sql("SELECT count(*) FROM " + what).query(Long.class).single();
    }

    private Path newFolder() {
        return folder.resolve("given-" + VARIANTS.incrementAndGet());
    }

    private static SmallDataset variant() {
        return new SmallDataset().plus("items.csv", "R-" + VARIANTS.incrementAndGet() + ",1,\n");
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
