package org.plenish.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Delivers events to webhooks, at least once each. A delivery is taken by moving its next attempt on before it is made, so
 * that a crash loses none and two servers do not make the same one at once. Any 2xx is success; otherwise it is tried again
 * ever later, then given up. Redirects are not followed.
 *
 * <p>The receiver checks {@code Plenish-Signature: v1=<hex>}, the HMAC-SHA256 by the webhook's secret of the header
 * {@code Plenish-Timestamp}, a full stop and the body, and refuses timestamps that are minutes old. It knows a repetition by
 * {@code Plenish-Delivery}.
 */
@Component
class WebhookDelivery implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivery.class);

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(24));
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SECONDS_BETWEEN_LOOKS = 5;
    private static final int SUCCESS_FROM = 200;
    private static final int SUCCESS_BELOW = 300;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WebhookAddress address;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "webhooks");
        thread.setDaemon(true);
        return thread;
    });

    WebhookDelivery(JdbcClient jdbc, Clock clock, ApiProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.address = new WebhookAddress(properties.webhook().allowLoopback());
    }

    /** A delivery that is due now. */
    private record Due(long id, String url, String secret, String event, String body, int attempts) {}

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        executor.scheduleWithFixedDelay(
                this::deliverQuietly, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    /** An exception would end the schedule. */
    private void deliverQuietly() {
        try {
            deliverDue();
        } catch (RuntimeException e) {
            LOG.warn("Webhooks cannot be served now; they will be tried again.", e);
        }
    }

    /** Makes every attempt that is due. */
    void deliverDue() {
        for (Optional<Due> due = take(); due.isPresent(); due = take()) {
            deliver(due.get());
        }
    }

    /** Its next attempt, if this one fails, is noted at once. */
    private Optional<Due> take() {
        OffsetDateTime now = now();
        Optional<Due> due = jdbc.sql("""
                        UPDATE webhook_delivery d SET attempts = attempts + 1, next_attempt_at = :later
                        FROM webhook w
                        WHERE w.id = d.webhook_id AND d.id = (
                            SELECT id FROM webhook_delivery WHERE next_attempt_at <= :now
                            ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING d.id, w.url, w.secret, d.event, d.body, d.attempts""")
                .param("now", now)
                .param("later", now.plus(WAITS.get(0)))
                .query(Due.class)
                .optional();
        due.ifPresent(taken -> jdbc.sql("UPDATE webhook_delivery SET next_attempt_at = :next WHERE id = :id")
                .param("next", nextAttempt(taken.attempts(), now), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", taken.id())
                .update());
        return due;
    }

    private static @Nullable OffsetDateTime nextAttempt(int attempts, OffsetDateTime now) {
        return attempts <= WAITS.size() ? now.plus(WAITS.get(attempts - 1)) : null;
    }

    private void deliver(Due due) {
        @Nullable Integer status = null;
        String error = "";
        try {
            status = send(due);
            if (status < SUCCESS_FROM || status >= SUCCESS_BELOW) {
                error = "It answered " + status + ".";
            }
        } catch (WebhookRefusedException e) {
            error = String.valueOf(e.getMessage());
        } catch (IOException e) {
            error = "It cannot be reached (" + e + ").";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            error = "The product stopped.";
        }
        boolean delivered = error.isEmpty();
        jdbc.sql("""
                        UPDATE webhook_delivery SET last_status = :status, last_error = :error,
                            delivered_at = CASE WHEN :delivered THEN :now END,
                            next_attempt_at = CASE WHEN NOT :delivered THEN next_attempt_at END
                        WHERE id = :id""")
                .param("status", status, Types.INTEGER)
                .param("error", error)
                .param("delivered", delivered)
                .param("now", now())
                .param("id", due.id())
                .update();
    }

    private int send(Due due) throws IOException, InterruptedException {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(address.check(due.url()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Plenish")
                .header("Plenish-Event", due.event())
                .header("Plenish-Delivery", Long.toString(due.id()))
                .header("Plenish-Timestamp", timestamp)
                .header("Plenish-Signature", "v1=" + sign(due.secret(), timestamp + "." + due.body()))
                .POST(HttpRequest.BodyPublishers.ofString(due.body()))
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        // The patience ends with the headers: a body that never ends would hold all deliveries, and nobody reads it.
        response.body().close();
        return response.statusCode();
    }

    static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256.", e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
