package org.plenish.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnFixturePlan
@ExtendWith(OutputCaptureExtension.class)
class LoginTest {

    private static final String BUYER = TestLogin.userName(Role.BUYER);
    private static final String WRONG = "not the quiet harbours";

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    LoginThrottle throttle;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @AfterEach
    void forgetAttempts() {
        jdbc.sql("DELETE FROM login_attempts").update();
    }

    @Test
    void leadsToThePageThatWasAskedForAndShowsWhoIsLoggedIn() throws Exception {
        TestLogin.Session browser = TestLogin.nobody(port);
        assertThat(browser.get("/items?q=lantern").header("Location")).isEqualTo("/login");
        Connection.Response answer = tryToLogIn(browser, "  Test-BUYER ", TestLogin.PASSWORD);
        assertThat(answer.header("Location")).endsWith("/items?q=lantern");
        assertThat(browser.get("/items").parse().select(".side-user").text()).isEqualTo("Test buyer Buyer Log out");
        assertThat(jdbc.sql("SELECT last_login_at > now() - interval '1 minute' FROM account WHERE user_name = ?")
                        .param(BUYER)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theMenuShowsWhatTheRoleMayRead() throws Exception {
        assertThat(menu(Role.AUDITOR)).contains("Accounts", "Access review");
        assertThat(menu(Role.BUYER)).contains("Purchase orders").doesNotContain("Accounts", "Access review");
    }

    @Test
    void theSessionOfBeforeTheLogInIsWorthNothingAfterIt() {
        TestLogin.Session browser = TestLogin.nobody(port);
        browser.get("/items");
        Map<String, String> planted = browser.cookies();
        assertThat(planted).containsKey("JSESSIONID");
        tryToLogIn(browser, BUYER, TestLogin.PASSWORD);
        assertThat(browser.cookies().get("JSESSIONID")).isNotEqualTo(planted.get("JSESSIONID"));
        assertThat(browser.get("/items").statusCode()).isEqualTo(200);
        assertThat(TestLogin.withCookies(port, planted).get("/items").statusCode())
                .isEqualTo(302);
    }

    @Test
    void theCookieIsKeptFromScriptsAndOtherSites() {
        assertThat(TestLogin.nobody(port).get("/items").headers("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void aLogOutEndsTheSessionOnTheServer() {
        TestLogin.Session browser = TestLogin.logIn(port, BUYER, TestLogin.PASSWORD);
        Map<String, String> stolen = browser.cookies();
        assertThat(browser.post("/log-out", Map.of()).header("Location")).isEqualTo("/login?out");
        assertThat(TestLogin.withCookies(port, stolen).get("/items").statusCode())
                .isEqualTo(302);
    }

    @Test
    void refusesInTheSameWordsWhetherTheAccountExistsOrNot() {
        List<Connection.Response> answers = List.of(
                tryToLogIn(TestLogin.nobody(port), BUYER, WRONG),
                tryToLogIn(TestLogin.nobody(port), "nobody-at-all", WRONG),
                tryToLogIn(TestLogin.nobody(port), "no name \u0000'; --", WRONG),
                tryToLogIn(TestLogin.nobody(port), "", ""));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.header("Location")).isEqualTo("/login?refused");
        });
    }

    @Test
    void aNameIsTriedFiveTimesWhetherTheAccountExistsOrNotThenTheRightPasswordHelpsNoMore() throws Exception {
        for (String userName : List.of(BUYER, "nobody-at-all")) {
            for (int attempt = 1; attempt <= LoginThrottle.TRIES_A_NAME; attempt++) {
                assertThat(tryToLogIn(TestLogin.nobody(port), userName, WRONG).header("Location"))
                        .as("%s, attempt %d", userName, attempt)
                        .isEqualTo("/login?refused");
            }
            assertThat(tryToLogIn(TestLogin.nobody(port), userName, TestLogin.PASSWORD)
                            .header("Location"))
                    .as(userName)
                    .isEqualTo("/login?wait=15");
        }
        assertThat(TestLogin.nobody(port).get("/login?wait=15").parse().text())
                .contains("Too many attempts. Wait 15 minutes");
        jdbc.sql("UPDATE login_attempts SET window_start = window_start - interval '15 minutes'")
                .update();
        assertThat(tryToLogIn(TestLogin.nobody(port), BUYER, TestLogin.PASSWORD).header("Location"))
                .isEqualTo("/");
    }

    @Test
    void aSuccessForgetsTheFailuresBeforeIt() {
        for (int round = 0; round < 2; round++) {
            for (int attempt = 1; attempt < LoginThrottle.TRIES_A_NAME; attempt++) {
                tryToLogIn(TestLogin.nobody(port), BUYER, WRONG);
            }
            assertThat(tryToLogIn(TestLogin.nobody(port), BUYER, TestLogin.PASSWORD)
                            .header("Location"))
                    .isEqualTo("/");
        }
    }

    @Test
    void anAddressIsBlockedHoweverManyNamesItTries() {
        for (int attempt = 1; attempt <= LoginThrottle.TRIES_AN_ADDRESS; attempt++) {
            assertThat(throttle.count("name-" + attempt, "192.0.2.1")).isEmpty();
        }
        assertThat(throttle.count("another", "192.0.2.1"))
                .hasValueSatisfying(
                        wait -> assertThat(wait).isBetween(LoginThrottle.WINDOW.minusMinutes(1), LoginThrottle.WINDOW));
        assertThat(throttle.count("another", "192.0.2.2")).isEmpty();
    }

    @Test
    void manyAttemptsAtOnceAreCountedOneByOne() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> attempts = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(
                            at -> () -> throttle.count("raced", "192.0.2." + at).isEmpty())
                    .toList();
            int admitted = 0;
            for (Future<Boolean> attempt : pool.invokeAll(attempts)) {
                admitted += attempt.get() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(LoginThrottle.TRIES_A_NAME);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void neitherAPasswordNorAMistypedNameIsLoggedOrStored(CapturedOutput output) {
        String mistyped = "my-secret-in-the-wrong-field";
        tryToLogIn(TestLogin.nobody(port), mistyped, WRONG);
        tryToLogIn(TestLogin.nobody(port), BUYER, WRONG);
        tryToLogIn(TestLogin.nobody(port), BUYER, TestLogin.PASSWORD);
        assertThat(output.getAll())
                .contains("Log-in from 127.0.0.1 refused for an unknown name")
                .contains("Log-in from 127.0.0.1 refused for test-buyer")
                .contains("test-buyer logged in from 127.0.0.1")
                .doesNotContain(mistyped, WRONG, TestLogin.PASSWORD);
        assertThat(jdbc.sql("SELECT encode(key, 'escape') FROM login_attempts")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(key -> key.contains(mistyped));
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry a WHERE a::text LIKE '%' || ? || '%'")
                        .param(mistyped)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void logInsLogOutsAndFailuresAreInTheAuditLogWithoutThePasswords() throws Exception {
        TestLogin.createAccount(jdbc, "lena", Set.of(Role.BUYER));
        tryToLogIn(TestLogin.nobody(port), "lena", WRONG);
        TestLogin.Session lena = TestLogin.logIn(port, "lena", TestLogin.PASSWORD);
        lena.post("/password", Map.of("current", WRONG, "chosen", "x", "repeated", "x"));
        lena.post("/log-out", Map.of());
        for (int attempt = 0; attempt <= LoginThrottle.TRIES_A_NAME; attempt++) {
            tryToLogIn(TestLogin.nobody(port), "lena", WRONG);
        }
        assertThat(jdbc.sql("SELECT user_name || ' ' || action || ' ' || origin FROM audit_entry"
                                + " WHERE subject = 'lena' ORDER BY number LIMIT 4")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "not logged in log in refused 127.0.0.1",
                        "lena log in 127.0.0.1",
                        "lena choose password refused 127.0.0.1",
                        "lena log out 127.0.0.1");
        assertThat(jdbc.sql("SELECT reason FROM audit_entry WHERE subject = 'lena' ORDER BY number DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Too many attempts.");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry a WHERE a::text LIKE '%' || ? || '%'")
                        .param(WRONG)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(TestLogin.as(port, Role.AUDITOR)
                        .get("/audit?kind=log-in&subject=lena&action=log+out")
                        .parse()
                        .select("tbody tr")
                        .eachText())
                .singleElement()
                .asString()
                .contains("lena", "log out", "127.0.0.1");
    }

    @Test
    void aHashOfFewerRoundsIsReplacedAtTheLogInAndNoSessionEnds() {
        TestLogin.createAccount(jdbc, "olda", Set.of(Role.BUYER));
        jdbc.sql("UPDATE account SET password_hash = ? WHERE user_name = 'olda'")
                .params(new Passwords(120_000).hash(TestLogin.PASSWORD))
                .update();
        tryToLogIn(TestLogin.nobody(port), "olda", WRONG);
        assertThat(hash("olda")).as("a wrong password changes nothing").startsWith("{pbkdf2-sha512-120000}");
        TestLogin.Session first = TestLogin.logIn(port, "olda", TestLogin.PASSWORD);
        String stronger = hash("olda");
        assertThat(stronger).startsWith("{pbkdf2-sha512-210000}");
        TestLogin.logIn(port, "olda", TestLogin.PASSWORD);
        assertThat(hash("olda")).as("once").isEqualTo(stronger);
        assertThat(first.get("/items").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE subject_kind = 'account' AND subject = 'olda'"
                                + " AND action = 'strengthen password hash'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private String hash(String userName) {
        return jdbc.sql("SELECT password_hash FROM account WHERE user_name = ?")
                .param(userName)
                .query(String.class)
                .single();
    }

    @Test
    void aSessionEndsAfterItsLongestTimeHoweverBusyItIs() {
        SignedIn user = new SignedIn(1, 0, "anna", "Anna", Set.of(Role.BUYER), false, Instant.EPOCH);
        assertThat(AccountGate.isTooOld(user, user.since().plus(Duration.ofHours(12))))
                .isFalse();
        assertThat(AccountGate.isTooOld(
                        user, user.since().plus(Duration.ofHours(12)).plusMillis(1)))
                .isTrue();
    }

    private List<String> menu(Role role) throws Exception {
        return TestLogin.as(port, role)
                .get("/password")
                .parse()
                .select(".menu a")
                .eachText();
    }

    private static Connection.Response tryToLogIn(TestLogin.Session browser, String userName, String password) {
        return browser.post("/login", Map.of("user", userName, "password", password));
    }
}
