package org.plenish.web.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of accounts. What may be written, and the record of it, is {@link Accounts}' part. */
@Repository
class AccountStore {

    private static final String SELECT = """
            SELECT id, version, user_name, display_name, roles, demo, subject, created_at, created_by, disabled_at,
                one_time_until, password_changed_at, last_login_at
            FROM account
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever changes accounts waits for the others, so that what was checked still holds when it is written. */
    void lock() {
        jdbc.sql("LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE").update();
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM account)")
                .query(Boolean.class)
                .single();
    }

    /** Whether a session that began at this version still goes on. */
    boolean isCurrent(long id, int version) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM account WHERE id = :id AND version = :version AND disabled_at IS NULL)""")
                .param("id", id)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    List<Account> all() {
        return jdbc.sql(SELECT + "ORDER BY disabled_at IS NOT NULL, user_name")
                .query((row, number) -> account(row))
                .list();
    }

    Optional<Account> find(String userName) {
        return jdbc.sql(SELECT + "WHERE user_name = :name")
                .param("name", userName)
                .query((row, number) -> account(row))
                .optional();
    }

    Optional<Account> findBySubject(String subject) {
        return jdbc.sql(SELECT + "WHERE subject = :subject")
                .param("subject", subject)
                .query((row, number) -> account(row))
                .optional();
    }

    Optional<String> findPasswordHash(long id) {
        return jdbc.sql("SELECT password_hash FROM account WHERE id = :id AND password_hash IS NOT NULL")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the user name is taken */
    void insert(Account account, @Nullable String passwordHash) {
        jdbc.sql("""
                        INSERT INTO account (version, user_name, display_name, roles, password_hash, one_time_until, subject,
                            demo, created_at, created_by, disabled_at, password_changed_at)
                        VALUES (:version, :userName, :displayName, :roles, :hash, :oneTimeUntil, :subject,
                            :demo, :createdAt, :createdBy, NULL, :passwordChangedAt)""")
                .param("version", account.version())
                .param("userName", account.userName())
                .param("displayName", account.displayName())
                .param("roles", names(account.roles()))
                .param("hash", passwordHash)
                .param("oneTimeUntil", utc(account.oneTimeUntil()))
                .param("subject", account.subject())
                .param("demo", account.demo())
                .param("createdAt", utc(account.createdAt()))
                .param("createdBy", account.createdBy())
                .param("passwordChangedAt", utc(account.passwordChangedAt()))
                .update();
    }

    /** Writes what can change, by which every session of the account ends; the password stays. */
    void update(Account account) {
        jdbc.sql("""
                        UPDATE account SET version = version + 1, display_name = :displayName, roles = :roles,
                            disabled_at = :disabledAt
                        WHERE id = :id""")
                .param("displayName", account.displayName())
                .param("roles", names(account.roles()))
                .param("disabledAt", utc(account.disabledAt()))
                .param("id", account.id())
                .update();
    }

    void updatePassword(long id, String hash, Instant now, @Nullable Instant oneTimeUntil) {
        jdbc.sql("""
                        UPDATE account SET version = version + 1, password_hash = :hash, password_changed_at = :now,
                            one_time_until = :until
                        WHERE id = :id""")
                .param("hash", hash)
                .param("now", utc(now))
                .param("until", utc(oneTimeUntil))
                .param("id", id)
                .update();
    }

    /**
     * The same password, hashed anew: no session ends.
     *
     * @return whether the hash was still the old one
     */
    boolean replaceHash(long id, String oldHash, String newHash) {
        return jdbc.sql("UPDATE account SET password_hash = :new WHERE id = :id AND password_hash = :old")
                        .param("new", newHash)
                        .param("id", id)
                        .param("old", oldHash)
                        .update()
                == 1;
    }

    /** Not a change of the account: other sessions go on. */
    void noteLogin(long id, Instant now) {
        jdbc.sql("UPDATE account SET last_login_at = :now WHERE id = :id")
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    /** @return the user names of those that were made in demo mode and begin so */
    List<String> deleteDemoAccounts(String prefix) {
        return jdbc.sql("DELETE FROM account WHERE demo AND starts_with(user_name, :prefix) RETURNING user_name")
                .param("prefix", prefix)
                .query(String.class)
                .list();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("user_name"),
                row.getString("display_name"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))),
                row.getBoolean("demo"),
                row.getString("subject"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                instant(row, "disabled_at"),
                instant(row, "one_time_until"),
                instant(row, "password_changed_at"),
                instant(row, "last_login_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
