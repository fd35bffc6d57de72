package org.plenish.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.web.audit.AuditCheck;
import org.plenish.web.database.BorrowedDatabase;
import org.plenish.web.shared.ProductVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Kills the product with SIGKILL, sometimes with its database server, starts it again on what is left, and so on; after
 * each kill everything acknowledged is there, nothing is half done, and the audit log is whole and holds the head that it
 * had before.
 *
 * <p>The build kills once in the midst of each work and once while the product starts. Fifty times: {@code ./mvnw test -pl web-ui -am -Dtest=CrashTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dplenish.crashes=50}. Moments are drawn; {@code -Dplenish.crash.seed=N} draws
 * the same ones.
 */
@Tag("crash")
class CrashTest {

    private static final long SEED = Long.getLong("plenish.crash.seed", System.nanoTime());
    /** One line for each kill. */
    private static final Path REPORT = Path.of("target", "crashes.txt");

    private static final int LONGEST_WORK_MILLIS = 2_000;
    private static final int LONGEST_AWAITED_SECONDS = 20;

    /** A busy machine starts slowly. */
    private static final int PATIENCE_SECONDS = 600;

    /** Each takes its turn, and one kill for each is the least that tells anything. */
    private static final List<Class<? extends CrashWork>> WORKS =
            List.of(PlanningWork.class, ApprovalsWork.class, ImportWork.class, PublishingWork.class);

    private static final int CRASHES = Integer.getInteger("plenish.crashes", WORKS.size() + 1);

    private final Random random = new Random(SEED);
    private final Map<Class<? extends CrashWork>, List<String>> acknowledged = new HashMap<>();

    @TempDir
    Path folder;

    private @Nullable String head;

    /** How long the latest start took. */
    private int startMillis;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone() throws Exception {
        Files.writeString(REPORT, "plenish.crash.seed=" + SEED + "\n");
        for (int crash = 1; crash <= CRASHES; crash++) {
            Class<? extends CrashWork> work = WORKS.get(crash % WORKS.size());
            // Every fifth dies before it is ready, in migration, recovery or the noting of the interrupted run.
            crash(work, crash % 5 == 0, crash % 5 == 3);
            String when = "crash " + crash + " of " + CRASHES + ", seed " + SEED;
            check(when);
            Files.writeString(
                    REPORT,
                    when + ": " + work.getSimpleName() + ", acknowledged up to now "
                            + acknowledged.getOrDefault(work, List.of()).size() + "\n",
                    StandardOpenOption.APPEND);
        }
        acknowledged.forEach(
                (work, keys) -> assertThat(keys).as(work.getSimpleName()).isNotEmpty());
    }

    private void crash(Class<? extends CrashWork> work, boolean whileStarting, boolean withDatabase) throws Exception {
        Instant begun = Instant.now();
        Process product = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedProduct.class.getName(),
                        data().toString(),
                        work.getName())
                .redirectError(folder.resolve("standard-error.txt").toFile())
                .start();
        CountDownLatch ready = new CountDownLatch(1);
        List<String> done = new CopyOnWriteArrayList<>();
        Thread listening = new Thread(() -> listen(product, ready, done));
        listening.start();
        try {
            if (whileStarting) {
                Thread.sleep(random.nextInt(startMillis));
            } else {
                assertThat(ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .as(() -> "the product starts: " + standardError())
                        .isTrue();
                startMillis =
                        Math.toIntExact(Duration.between(begun, Instant.now()).toMillis());
                // Counted, not timed: a slow machine is to be hit in the midst of the work, too.
                int awaited = 1 + random.nextInt(instance(work).mostAwaited());
                Instant end = Instant.now()
                        .plusSeconds(acknowledged.containsKey(work) ? LONGEST_AWAITED_SECONDS : PATIENCE_SECONDS);
                while (done.size() < awaited
                        && product.isAlive()
                        && Instant.now().isBefore(end)) {
                    Thread.sleep(1);
                }
                Thread.sleep(random.nextInt(LONGEST_WORK_MILLIS));
            }
            assertThat(product.isAlive()).as(this::standardError).isTrue();
        } finally {
            List<ProcessHandle> database = withDatabase ? database() : List.of();
            product.destroyForcibly().waitFor();
            database.forEach(ProcessHandle::destroyForcibly);
        }
        listening.join();
        acknowledged.computeIfAbsent(work, key -> new ArrayList<>()).addAll(done);
    }

    /** The server of the data folder and its children; none if it does not run. */
    private List<ProcessHandle> database() throws IOException {
        Path pidFile = data().resolve("postgres/cluster/postmaster.pid");
        if (Files.notExists(pidFile)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty()
                ? List.of()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(server -> server.info().command().orElse("").startsWith(folder.toString()))
                        .map(server -> Stream.concat(Stream.of(server), server.descendants())
                                .toList())
                        .orElse(List.of());
    }

    private static void listen(Process product, CountDownLatch ready, List<String> done) {
        try (BufferedReader said = product.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals("READY")) {
                    ready.countDown();
                } else if (line.startsWith("DONE ")) {
                    done.add(line.substring("DONE ".length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ready.countDown(); // one that has died is not waited for
        }
    }

    private void check(String when) throws Exception {
        try (BorrowedDatabase database =
                BorrowedDatabase.of(data(), ProductVersion.read().postgres())) {
            try (Connection connection = database.connect()) {
                AuditCheck check = AuditCheck.of(connection, head);
                assertThat(check.flaw()).as(when).isNull();
                head = check.head() == null ? null : check.head().hash();
            }
            try (Connection connection = database.connect()) {
                JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                for (Map.Entry<Class<? extends CrashWork>, List<String>> each : acknowledged.entrySet()) {
                    instance(each.getKey()).check(jdbc, each.getValue());
                }
            } catch (AssertionError e) {
                throw new AssertionError(when + ": " + e.getMessage(), e);
            }
        }
    }

    private static CrashWork instance(Class<? extends CrashWork> work) throws ReflectiveOperationException {
        return work.getDeclaredConstructor().newInstance();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String standardError() {
        try {
            return Files.readString(folder.resolve("standard-error.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
