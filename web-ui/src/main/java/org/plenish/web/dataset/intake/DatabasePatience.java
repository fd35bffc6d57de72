package org.plenish.web.dataset.intake;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Waits for a database that is away for a while, so that what has to be noted there is noted when it is back. */
final class DatabasePatience {

    private static final Logger LOG = LoggerFactory.getLogger(DatabasePatience.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    /**
     * Does it again until the database has answered.
     *
     * @throws IllegalStateException if the application stops meanwhile; the next start puts right what was at work
     */
    <T> T untilItAnswers(Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (DataAccessResourceFailureException
                    | RecoverableDataAccessException
                    | TransientDataAccessException
                    | TransactionException away) {
                LOG.warn("The database does not answer; it is asked again.", away);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The application stops while the database does not answer.", e);
        }
    }
}
