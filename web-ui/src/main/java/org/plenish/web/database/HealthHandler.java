package org.plenish.web.database;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/**
 * Answers whether the product can work: the database answers and has its tables, which every start brings to this version
 * before anything is served. It needs no log-in, so it tells nothing else, and however often it is asked, one question
 * at a time goes to the database.
 */
@Component("/health")
class HealthHandler implements HttpRequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(HealthHandler.class);

    /** Longer than a database takes that works; shorter than what watches is willing to wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(false);
    private Instant asked = Instant.EPOCH;

    HealthHandler(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = isUp();
        response.setStatus(up ? HttpStatus.OK.value() : HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        byte[] body = ("{\"status\":\"" + (up ? "up" : "down") + "\"}").getBytes(StandardCharsets.UTF_8);
        response.getOutputStream().write(body);
    }

    private boolean isUp() {
        try {
            return current().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException silent) {
            LOG.warn("The database does not answer whether it works: {}", silent.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized CompletableFuture<Boolean> current() {
        Instant now = clock.instant();
        if (answer.isDone() && !now.isBefore(asked.plus(GOOD_FOR))) {
            asked = now;
            // Of its own: it may wait long for a database that is silent.
            answer = CompletableFuture.supplyAsync(this::ask, task -> {
                Thread thread = new Thread(task, "health");
                thread.setDaemon(true);
                thread.start();
            });
        }
        return answer;
    }

    /** Reads a table of the product, which another database or an emptied one does not have. */
    private boolean ask() {
        jdbc.sql("SELECT EXISTS (SELECT 1 FROM planning_run WHERE status = 'RUNNING')")
                .query(Boolean.class)
                .single();
        return true;
    }
}
