package org.plenish.web.api;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does a request once, however often it is sent. The key and the answer are stored in the transaction of the change: a
 * second request that comes meanwhile waits for the first, then gets its answer. A request that failed left nothing, so
 * it may be sent again under its key.
 */
@Component
class Idempotency {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";
    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** What has been answered. */
    private record Answered(byte[] requestHash, int status, String answer) {}

    /**
     * @param request all that tells this request from another
     * @param work its change; called within a transaction
     * @throws ApiProblem if the key is missing, or was another request's
     */
    ResponseEntity<String> once(Actor actor, @Nullable String key, String request, Supplier<ResponseEntity<?>> work) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "The header " + KEY + " must have 1 to " + LONGEST_KEY
                            + " characters. Send the same key when you send the same request again.");
        }
        return transaction.execute(status -> {
            byte[] hash = ApiTokens.hash(request);
            boolean isNew = jdbc.sql("""
                            INSERT INTO api_request (owner, key, request_hash, at) VALUES (:owner, :key, :hash, :now)
                            ON CONFLICT DO NOTHING""")
                            .param("owner", actor.userName())
                            .param("key", key)
                            .param("hash", hash)
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
            return isNew ? done(actor, key, work.get()) : answered(actor, key, hash);
        });
    }

    private ResponseEntity<String> done(Actor actor, String key, ResponseEntity<?> answer) {
        String body = json.writeValueAsString(answer.getBody());
        jdbc.sql("UPDATE api_request SET status = :status, answer = :answer WHERE owner = :owner AND key = :key")
                .param("status", answer.getStatusCode().value())
                .param("answer", body)
                .param("owner", actor.userName())
                .param("key", key)
                .update();
        return ResponseEntity.status(answer.getStatusCode())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private ResponseEntity<String> answered(Actor actor, String key, byte[] hash) {
        Answered before = jdbc.sql(
                        "SELECT request_hash, status, answer FROM api_request WHERE owner = :owner AND key = :key")
                .param("owner", actor.userName())
                .param("key", key)
                .query(Answered.class)
                .single();
        if (!MessageDigest.isEqual(before.requestHash(), hash)) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The " + KEY + " " + key + " was another request’s. Take a new key for a new request.");
        }
        return ResponseEntity.status(before.status())
                .header(REPLAYED, "true")
                .contentType(MediaType.APPLICATION_JSON)
                .body(before.answer());
    }
}
