package org.plenish.web.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.plenish.web.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often a password may be tried: by user name, whether such an account exists or not, and by address, behind which
 * a whole office may be. A try is counted before it is judged, in one statement, so that many at once gain nothing.
 */
@Component
class LoginThrottle {

    static final int TRIES_A_NAME = 5;
    static final int TRIES_AN_ADDRESS = 50;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts a try; returns how long to wait if there have been too many. */
    Optional<Duration> count(String userName, String address) {
        Instant now = clock.instant();
        Duration ofName = timeToWait(name(userName), TRIES_A_NAME, now);
        Duration ofAddress = timeToWait(address(address), TRIES_AN_ADDRESS, now);
        Duration longer = ofName.compareTo(ofAddress) > 0 ? ofName : ofAddress;
        return longer.isZero() ? Optional.empty() : Optional.of(longer);
    }

    /** The last try was right: what it cost is given back, so that a shared address is not used up by its own people. */
    void succeeded(String userName, String address) {
        forget(userName);
        jdbc.sql("UPDATE login_attempts SET attempts = attempts - 1 WHERE key = :key AND attempts > 0")
                .param("key", address(address))
                .update();
        jdbc.sql("DELETE FROM login_attempts WHERE window_start <= :start")
                .param("start", utc(clock.instant().minus(WINDOW)))
                .update();
    }

    /** Lets an account be tried again at once. */
    void forget(String userName) {
        jdbc.sql("DELETE FROM login_attempts WHERE key = :key")
                .param("key", name(userName))
                .update();
    }

    boolean isBlocked(String userName) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM login_attempts
                            WHERE key = :key AND attempts >= :limit AND window_start > :start)""")
                .param("key", name(userName))
                .param("limit", TRIES_A_NAME)
                .param("start", utc(clock.instant().minus(WINDOW)))
                .query(Boolean.class)
                .single();
    }

    private Duration timeToWait(byte[] key, int limit, Instant now) {
        return jdbc.sql("""
                        INSERT INTO login_attempts AS t (key, attempts, window_start) VALUES (:key, 1, :now)
                        ON CONFLICT (key) DO UPDATE SET
                            attempts = CASE WHEN t.window_start <= :start THEN 1 ELSE t.attempts + 1 END,
                            window_start = CASE WHEN t.window_start <= :start THEN :now ELSE t.window_start END
                        RETURNING attempts, window_start""")
                .param("key", key)
                .param("now", utc(now))
                .param("start", utc(now.minus(WINDOW)))
                .query((row, number) -> row.getInt("attempts") <= limit
                        ? Duration.ZERO
                        : Duration.between(
                                now,
                                row.getObject("window_start", OffsetDateTime.class)
                                        .toInstant()
                                        .plus(WINDOW)))
                .single();
    }

    private static byte[] name(String userName) {
        return hash("name:" + userName);
    }

    private static byte[] address(String address) {
        return hash("address:" + address);
    }

    private static byte[] hash(String key) {
        return Sha256.digest().digest(key.getBytes(StandardCharsets.UTF_8));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
