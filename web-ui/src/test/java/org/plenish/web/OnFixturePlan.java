package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.PlannedDataset;
import org.plenish.web.shared.CurrentPlan;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.util.FileSystemUtils;

/**
 * The application on its embedded database, on a free port, planning {@link PlanFixture} instead of the sample, with an
 * account for each role ({@link TestLogin}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "plenish.uncertainty.paths=100")
@Import(OnFixturePlan.Fixture.class)
public @interface OnFixturePlan {

    /** Stands in for the sample and gives the database a folder of its own. */
    @TestConfiguration
    class Fixture {

        private static final AtomicInteger FOLDERS = new AtomicInteger();

        @Bean
        DynamicPropertyRegistrar dataFolder() {
            String folder = newFolder(); // once, as the property is asked for more than once
            return registry -> registry.add("plenish.data", () -> folder);
        }

        @Bean
        @Primary
        PlanSource fixtureSource() {
            return source();
        }

        static PlanSource source() {
            return new PlanSource() {
                @Override
                public String name() {
                    return "Hand-made";
                }

                @Override
                public PlannedDataset plan(RunSettings settings, RunListener listener) {
                    listener.at(RunListener.Stage.IMPORT, 1, "");
                    return PlanFixture.planned();
                }
            };
        }

        @Bean
        ApplicationRunner testAccounts(JdbcClient jdbc) {
            return arguments -> TestLogin.createAccounts(jdbc);
        }

        /** Returns when the plan is stored, which takes a second or two. */
        public static void awaitPlan(CurrentPlan currentPlan) throws InterruptedException {
            Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
            while (currentPlan.find().isEmpty()) {
                assertThat(Instant.now()).as("a plan is stored in time").isBefore(deadline);
                Thread.sleep(50);
            }
        }

        /** Of its own for each application that lives at once, and emptied here: databases are too large to leave behind. */
        private static String newFolder() {
            try {
                Path folder = Path.of(
                        "target",
                        "pages-data",
                        System.getProperty("plenish.fork", "1") + "-" + FOLDERS.incrementAndGet());
                FileSystemUtils.deleteRecursively(folder);
                return folder.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
