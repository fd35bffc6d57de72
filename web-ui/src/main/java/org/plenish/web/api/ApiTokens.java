package org.plenish.web.api;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.DeniedAttempts;
import org.plenish.web.shared.OwnerRoles;
import org.plenish.web.shared.OwnerTokens;
import org.plenish.web.shared.Role;
import org.plenish.web.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens by which programs act for the person who made them. A token is 32 random bytes, of which only the SHA-256 is
 * stored: that is enough, as nobody guesses 256 bits. It may do what it was made for and its owner may do still.
 */
@Repository
public class ApiTokens implements OwnerTokens {

    private static final String BEGINNING = "plenish_";
    private static final int SECRET_BYTES = 32;
    private static final int SHOWN_CHARACTERS = BEGINNING.length() + 6;
    private static final int LONGEST_LIFE_DAYS = 366;
    private static final int LONGEST_NAME = 80;
    /** Noting each of a thousand calls a minute would be a thousand writes. */
    private static final Duration BETWEEN_NOTES_OF_USE = Duration.ofMinutes(1);

    private static final String COLUMNS =
            "id, name, prefix, owner, roles, created_at, expires_on, last_used_at, revoked_at";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final DeniedAttempts denied;
    private final OwnerRoles owners;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient jdbc, AuditTrail audit, DeniedAttempts denied, OwnerRoles owners, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.denied = denied;
        this.owners = owners;
        this.clock = clock;
    }

    /** @throws TokenRefusedException if the actor may not have such a token */
    @Transactional
    public NewToken create(Actor actor, String name, Set<Role> roles, LocalDate expiresOn) {
        LocalDate today = today();
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new TokenRefusedException("A token’s name must have 1 to " + LONGEST_NAME
                    + " characters. Name the program that will use it.");
        }
        if (roles.isEmpty() || !actor.roles().containsAll(roles)) {
            throw new TokenRefusedException("A token must have one or more of your own roles, which are "
                    + words(actor.roles()) + ", but not " + words(roles) + ".");
        }
        if (expiresOn.isBefore(today) || expiresOn.isAfter(today.plusDays(LONGEST_LIFE_DAYS))) {
            throw new TokenRefusedException("A token must expire between " + today + " and "
                    + today.plusDays(LONGEST_LIFE_DAYS) + ", but not on " + expiresOn + ".");
        }
        String secret = newSecret();
        ApiToken token = jdbc.sql("INSERT INTO api_token (name, prefix, hash, owner, roles, created_at, expires_on)"
                        + " VALUES (:name, :prefix, :hash, :owner, :roles, :now, :expiresOn) RETURNING " + COLUMNS)
                .param("name", called)
                .param("prefix", secret.substring(0, SHOWN_CHARACTERS))
                .param("hash", hash(secret))
                .param("owner", actor.userName())
                .param("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
                .param("now", now())
                .param("expiresOn", expiresOn)
                .query(ApiTokens::token)
                .single();
        audit.append(new AuditEntry(actor, "token", token.prefix(), "create", null, token, ""));
        return new NewToken(token, secret);
    }

    /**
     * Ends a token at once. Its owner may, and an administrator.
     *
     * @throws TokenRefusedException if there is no such token of theirs
     */
    @Transactional
    public void revoke(Actor actor, long id) {
        ApiToken token = jdbc.sql("SELECT " + COLUMNS + " FROM api_token WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(ApiTokens::token)
                .optional()
                .filter(found -> found.owner().equals(actor.userName()) || actor.is(Role.ADMINISTRATOR))
                .orElseThrow(() -> new TokenRefusedException("You have no token with the number " + id + "."));
        if (!token.isRevoked()) {
            end(actor, token, "");
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void revokeAll(Actor actor, String owner, String reason) {
        jdbc.sql("SELECT " + COLUMNS + " FROM api_token WHERE owner = :owner AND revoked_at IS NULL FOR UPDATE")
                .param("owner", owner)
                .query(ApiTokens::token)
                .list()
                .forEach(token -> end(actor, token, reason));
    }

    private void end(Actor actor, ApiToken token, String reason) {
        jdbc.sql("UPDATE api_token SET revoked_at = :now WHERE id = :id")
                .param("now", now())
                .param("id", token.id())
                .update();
        audit.append(new AuditEntry(actor, "token", token.prefix(), "revoke", token, null, reason));
    }

    /** Newest first: one's own; an administrator and an auditor see all. */
    public List<ApiToken> shownTo(Actor actor) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM api_token WHERE owner = :owner OR :all ORDER BY created_at DESC, id DESC")
                .param("owner", actor.userName())
                .param("all", actor.is(Role.ADMINISTRATOR) || actor.is(Role.AUDITOR))
                .query(ApiTokens::token)
                .list();
    }

    /**
     * Who acts by a token, from where; empty if it is not good, or nothing of what it was made for is left to its owner.
     */
    public Optional<Actor> authenticate(String secret, String origin) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM api_token WHERE hash = :hash")
                .param("hash", hash(secret))
                .query(ApiTokens::token)
                .optional()
                .filter(token -> token.isGood(today()))
                .flatMap(token -> actor(token, origin));
    }

    /**
     * Records that somebody came with a token that is not good: one that was revoked may have been stolen.
     *
     * @param secret as it came
     */
    public void noteRefused(String secret, String origin) {
        Optional<ApiToken> known = jdbc.sql("SELECT " + COLUMNS + " FROM api_token WHERE hash = :hash")
                .param("hash", hash(secret))
                .query(ApiTokens::token)
                .optional();
        denied.record(new AuditEntry(
                Actor.stranger(origin),
                "token",
                known.map(ApiToken::prefix).orElse("no token"),
                "use refused",
                null,
                null,
                known.map(this::whyRefused).orElse("The token is not known.")));
    }

    private String whyRefused(ApiToken token) {
        if (token.isRevoked()) {
            return "The token of " + token.owner() + " was revoked.";
        }
        return token.isGood(today())
                ? token.owner() + " may not do any more what the token was made for."
                : "The token of " + token.owner() + " expired on " + token.expiresOn() + ".";
    }

    private Optional<Actor> actor(ApiToken token, String origin) {
        Set<Role> roles = EnumSet.copyOf(token.roles());
        roles.retainAll(owners.find(token.owner()).orElse(Set.of()));
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        jdbc.sql("UPDATE api_token SET last_used_at = :now WHERE id = :id"
                        + " AND (last_used_at IS NULL OR last_used_at < :before)")
                .param("now", now())
                .param("before", now().minus(BETWEEN_NOTES_OF_USE))
                .param("id", token.id())
                .update();
        return Optional.of(new Actor(token.owner(), roles, origin + ", token " + token.prefix()));
    }

    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    LocalDate today() {
        return now().toLocalDate();
    }

    static byte[] hash(String text) {
        return Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String words(Set<Role> roles) {
        return roles.isEmpty()
                ? "none"
                : roles.stream()
                        .sorted()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    private static ApiToken token(ResultSet row, int index) throws SQLException {
        Array roles = row.getArray("roles");
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                row.getString("prefix"),
                row.getString("owner"),
                Arrays.stream((String[]) roles.getArray()).map(Role::valueOf).collect(Collectors.toSet()),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("expires_on", LocalDate.class),
                when(row, "last_used_at"),
                when(row, "revoked_at"));
    }

    private static @Nullable OffsetDateTime when(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }
}
