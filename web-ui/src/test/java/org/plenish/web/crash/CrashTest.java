package org.plenish.web.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.web.audit.AuditCheck;
import org.plenish.web.database.BorrowedDatabase;
import org.plenish.web.shared.ProductVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Kills the product with SIGKILL, starts it again on what is left, and so on; after each kill everything acknowledged is
 * there, nothing is half done, and the audit log is whole and holds the head that it had before.
 *
 * <p>The build kills three times. Fifty times: {@code ./mvnw test -pl web-ui -am -Dtest=CrashTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dplenish.crashes=50}. Moments are drawn; {@code -Dplenish.crash.seed=N} draws
 * the same ones.
 */
@Tag("crash")
class CrashTest {

    private static final int CRASHES = Integer.getInteger("plenish.crashes", 3);
    private static final long SEED = Long.getLong("plenish.crash.seed", System.nanoTime());
    private static final int LONGEST_WORK_MILLIS = 3_000;
    private static final int LONGEST_START_MILLIS = 6_000;
    private static final int PATIENCE_SECONDS = 120;

    /** Each takes its turn. */
    private static final List<Class<? extends CrashWork>> WORKS = List.of(PlanningWork.class);

    private final Random random = new Random(SEED);
    private final Map<Class<?>, List<String>> acknowledged = new HashMap<>();

    @TempDir
    Path folder;

    private @Nullable String head;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone(TestReporter reporter) throws Exception {
        reporter.publishEntry("plenish.crash.seed", Long.toString(SEED));
        for (int crash = 1; crash <= CRASHES; crash++) {
            Class<? extends CrashWork> work = WORKS.get(crash % WORKS.size());
            // Every fourth dies before it is ready, in migration, recovery or the noting of the interrupted run.
            crash(work, crash % 4 == 0);
            check("crash " + crash + " of " + CRASHES + ", seed " + SEED);
        }
        assertThat(acknowledged.values()).allSatisfy(keys -> assertThat(keys).isNotEmpty());
    }

    private void crash(Class<? extends CrashWork> work, boolean whileStarting) throws Exception {
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
                Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
            } else {
                assertThat(ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .as(() -> "the product starts: " + standardError())
                        .isTrue();
                Thread.sleep(random.nextInt(LONGEST_WORK_MILLIS));
            }
            assertThat(product.isAlive()).as(this::standardError).isTrue();
        } finally {
            product.destroyForcibly().waitFor();
        }
        listening.join();
        acknowledged.computeIfAbsent(work, key -> new ArrayList<>()).addAll(done);
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
                for (Map.Entry<Class<?>, List<String>> each : acknowledged.entrySet()) {
                    ((CrashWork) each.getKey().getDeclaredConstructor().newInstance()).check(jdbc, each.getValue());
                }
            } catch (AssertionError e) {
                throw new AssertionError(when + ": " + e.getMessage(), e);
            }
        }
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
