package org.plenish.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenish.web.api.OnApi.People.person;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.DeniedAttempts;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnApi
class ApiTokensTest {

    private static final Actor ANNA = person("anna PLANNER,BUYER");

    @LocalServerPort
    int port;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DeniedAttempts denied;

    @Autowired
    AuditTrail audit;

    @Autowired
    Clock clock;

    @Test
    void aTokenActsForItsOwnerInTheRolesItWasMadeFor() {
        NewToken made = token(Set.of(Role.BUYER));

        Actor actor = tokens.authenticate(made.secret(), "192.0.2.7").orElseThrow();

        assertThat(actor.userName()).isEqualTo("anna");
        assertThat(actor.roles()).containsExactly(Role.BUYER);
        assertThat(actor.origin()).isEqualTo("192.0.2.7, token " + made.token().prefix());
        assertThat(tokens.shownTo(ANNA))
                .filteredOn(token -> token.id() == made.token().id())
                .singleElement()
                .satisfies(token -> assertThat(token.lastUsedAt()).isNotNull());
    }

    @Test
    void theTokenItselfIsStoredNowhere() {
        NewToken made = token(Set.of(Role.BUYER));
        assertThat(made.secret()).hasSize(51); // "plenish_" and 32 bytes in Base64
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(jdbc.sql("SELECT count(*) FROM api_token t WHERE t::text LIKE '%' || ? || '%'")
                        .param(made.secret().substring(15))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry a WHERE a::text LIKE '%' || ? || '%'")
                        .param(made.secret().substring(15))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void makingAndRevokingAreRecorded() {
        NewToken made = token(Set.of(Role.BUYER));
        tokens.revoke(ANNA, made.token().id());
        tokens.revoke(ANNA, made.token().id());
        assertThat(jdbc.sql(
                                "SELECT action FROM audit_entry WHERE subject_kind = 'token' AND subject = ? ORDER BY number")
                        .param(made.token().prefix())
                        .query(String.class)
                        .list())
                .containsExactly("create", "revoke");
    }

    @Test
    void aTokenThatIsRevokedOrExpiredOrMadeUpIsNotGood() {
        NewToken revoked = token(Set.of(Role.BUYER));
        tokens.revoke(ANNA, revoked.token().id());
        NewToken expired = token(Set.of(Role.BUYER));
        ApiTokens later = new ApiTokens(
                jdbc, audit, denied, owner -> Optional.of(ANNA.roles()), Clock.offset(clock, Duration.ofDays(2)));

        assertThat(tokens.authenticate(revoked.secret(), "here")).isEmpty();
        assertThat(tokens.authenticate(expired.secret(), "here")).isPresent();
        assertThat(later.authenticate(expired.secret(), "here")).isEmpty(); // good until tomorrow
        assertThat(tokens.authenticate("plenish_" + "x".repeat(43), "here")).isEmpty();
        assertThat(tokens.authenticate("", "here")).isEmpty();
        assertThat(tokens.authenticate(expired.token().prefix(), "here")).isEmpty();
    }

    @Test
    void aTokenLosesWhatItsOwnerLoses() {
        NewToken made = token(Set.of(Role.PLANNER, Role.BUYER));
        assertThat(owned(Optional.of(Set.of(Role.BUYER, Role.ANALYST))).authenticate(made.secret(), "here"))
                .hasValueSatisfying(actor -> assertThat(actor.roles()).containsExactly(Role.BUYER));
        assertThat(owned(Optional.of(Set.of(Role.ANALYST))).authenticate(made.secret(), "here"))
                .isEmpty();
        assertThat(owned(Optional.empty()).authenticate(made.secret(), "here")).isEmpty(); // the account is gone
    }

    @Test
    void nobodyGivesATokenWhatTheyHaveNot() {
        assertThatThrownBy(() -> token(Set.of(Role.APPROVER)))
                .hasMessage(
                        "A token must have one or more of your own roles, which are planner, buyer, but not approver.");
        assertThatThrownBy(() -> token(Set.of())).hasMessageContaining("one or more of your own roles");
        assertThatThrownBy(() -> tokens.create(ANNA, " ", Set.of(Role.BUYER), tokens.today()))
                .hasMessageStartingWith("A token’s name must have 1 to 80 characters.");
        assertThatThrownBy(() -> tokens.create(ANNA, "ERP", Set.of(Role.BUYER), LocalDate.of(2020, 1, 1)))
                .hasMessageEndingWith("but not on 2020-01-01.");
        assertThatThrownBy(() -> tokens.create(
                        ANNA, "ERP", Set.of(Role.BUYER), tokens.today().plusYears(5)))
                .hasMessageStartingWith("A token must expire between ");
    }

    @Test
    void nobodyRevokesOrSeesAnothersTokenButAnAdministrator() {
        NewToken made = token(Set.of(Role.BUYER));
        assertThatThrownBy(() -> tokens.revoke(person("bob BUYER"), made.token().id()))
                .hasMessage("You have no token with the number " + made.token().id() + ".");
        assertThat(tokens.shownTo(person("bob BUYER"))).isEmpty();
        assertThat(tokens.shownTo(person("ada AUDITOR")))
                .extracting(ApiToken::id)
                .contains(made.token().id());
        tokens.revoke(person("root ADMINISTRATOR"), made.token().id());
        assertThat(tokens.authenticate(made.secret(), "here")).isEmpty();
    }

    @Test
    void aTokenIsNotGoodWhileItIsInDoubtWhetherItsOwnerWouldGetIn() {
        TestLogin.createAccount(jdbc, "tina", Set.of(Role.BUYER));
        NewToken made = token("tina");
        assertThat(tokens.authenticate(made.secret(), "here")).isPresent();
        set("one_time_until = now() + interval '1 day'");
        assertThat(tokens.authenticate(made.secret(), "here"))
                .as("the password was reset")
                .isEmpty();
        set("one_time_until = NULL, password_hash = NULL, subject = 'https://id.example tina', last_login_at = NULL");
        assertThat(tokens.authenticate(made.secret(), "here")).isEmpty();
        set("last_login_at = now() - interval '29 days'");
        assertThat(tokens.authenticate(made.secret(), "here")).isPresent();
        set("last_login_at = now() - interval '31 days'");
        assertThat(tokens.authenticate(made.secret(), "here")).isEmpty();
    }

    @Test
    void theTokensOfADisabledAccountStayEndedWhenItIsEnabledAgain() throws Exception {
        TestLogin.createAccount(jdbc, "theo", Set.of(Role.BUYER));
        NewToken made = token("theo");
        TestLogin.Session administrator = TestLogin.as(port, Role.ADMINISTRATOR);
        administrator.post("/accounts/theo/disable", Map.of("version", "0", "reason", "Left the firm"));
        administrator.post("/accounts/theo/enable", Map.of("version", "1", "reason", "Came back"));
        assertThat(TestLogin.logIn(port, "theo", TestLogin.PASSWORD)
                        .get("/items")
                        .statusCode())
                .isEqualTo(200);
        assertThat(tokens.authenticate(made.secret(), "here")).isEmpty();
        assertThat(jdbc.sql("SELECT reason FROM audit_entry WHERE action = 'revoke' AND subject = ?")
                        .param(made.token().prefix())
                        .query(String.class)
                        .list())
                .containsExactly("Left the firm");
    }

    private NewToken token(String owner) {
        return tokens.create(person(owner + " BUYER"), "ERP", Set.of(Role.BUYER), tokens.today());
    }

    @Test
    void whoComesWithATokenThatWasRevokedIsRecorded() {
        NewToken revoked = token(Set.of(Role.BUYER));
        tokens.revoke(ANNA, revoked.token().id());
        tokens.noteRefused(revoked.secret(), "192.0.2.9");
        assertThat(jdbc.sql("SELECT user_name || ' from ' || origin || ': ' || reason FROM audit_entry"
                                + " WHERE subject_kind = 'token' AND subject = ? AND action = 'use refused'")
                        .param(revoked.token().prefix())
                        .query(String.class)
                        .list())
                .containsExactly("not logged in from 192.0.2.9: The token of anna was revoked.");
        tokens.noteRefused("plenish_" + "y".repeat(43), "192.0.2.9");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE subject = 'no token' AND origin = '192.0.2.9'"
                                + " AND reason NOT LIKE '%yyy%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void set(String columns) {
        jdbc.sql("UPDATE account SET " + columns + " WHERE user_name = 'tina'").update();
    }

    private NewToken token(Set<Role> roles) {
        return tokens.create(ANNA, "ERP", roles, tokens.today().plusDays(1));
    }

    private ApiTokens owned(Optional<Set<Role>> now) {
        return new ApiTokens(jdbc, audit, denied, userName -> now, clock);
    }
}
