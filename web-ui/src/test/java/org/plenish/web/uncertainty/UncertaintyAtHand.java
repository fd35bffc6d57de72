package org.plenish.web.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits for what is worked out after a plan. */
public final class UncertaintyAtHand {

    private UncertaintyAtHand() {}

    /** Returns when nothing waits or is at work, which takes a second after a plan of the fixture is stored. */
    public static void awaitEnd(JdbcClient jdbc) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(60);
        while (jdbc.sql("SELECT EXISTS (SELECT 1 FROM uncertainty_job WHERE status IN ('QUEUED', 'RUNNING'))")
                .query(Boolean.class)
                .single()) {
            assertThat(Instant.now()).as("it is worked out in time").isBefore(deadline);
            Thread.sleep(20);
        }
    }
}
