package org.plenish.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.DeniedAttempts;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@OnFixturePlan
@ExtendWith(OutputCaptureExtension.class)
class AccountsTest {

    private static final String SCRIPT = "<script>alert('anna')</script>";
    private static final Actor ADMINISTRATOR =
            new Actor(TestLogin.userName(Role.ADMINISTRATOR), EnumSet.of(Role.ADMINISTRATOR), "192.0.2.7");

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    AccountStore store;

    @Autowired
    Passwords passwords;

    @Autowired
    LoginThrottle throttle;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private final List<AuditEntry> recorded = new ArrayList<>();

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @AfterEach
    void removeAccounts() {
        jdbc.sql("DELETE FROM account WHERE NOT starts_with(user_name, 'test-')")
                .update();
        jdbc.sql("DELETE FROM login_attempts").update();
    }

    @Test
    void aPersonLogsInOnceWithTheGivenPasswordAndThenChoosesTheirOwn(CapturedOutput output) throws Exception {
        TestLogin.Session administrator = TestLogin.as(port, Role.ADMINISTRATOR);
        Connection.Response made =
                administrator.post("/accounts", Map.of("user", " Anna ", "name", "Anna Buyer", "roles", "BUYER"));
        assertThat(made.header("Location")).isEqualTo("/accounts/anna");
        Document page = administrator.get("/accounts/anna").parse();
        String given = page.select(".one-time").text();
        assertThat(given).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(administrator.get("/accounts/anna").body()).doesNotContain(given);

        TestLogin.Session anna = TestLogin.logIn(port, "anna", given);
        assertThat(anna.get("/items").header("Location")).isEqualTo("/password");
        assertThat(anna.getPart("/items").header("HX-Redirect")).isEqualTo("/password");
        String chosen = "four words of a buyer";
        assertThat(anna.post("/password", password(given, chosen, chosen)).header("Location"))
                .isEqualTo("/login?chosen");
        assertThat(anna.get("/items").header("Location")).isEqualTo("/login?ended");
        assertThat(TestLogin.logIn(port, "anna", chosen).get("/items").statusCode())
                .isEqualTo(200);
        assertThat(output.getAll()).doesNotContain(given, chosen);
        assertThat(jdbc.sql("SELECT password_hash FROM account WHERE user_name = 'anna'")
                        .query(String.class)
                        .single())
                .startsWith("{pbkdf2-sha512-210000}");
    }

    @Test
    void aGivenPasswordIsNoLongerGoodAfterThreeDays() {
        String given = accounts().create(ADMINISTRATOR, "anna", "Anna", EnumSet.of(Role.BUYER));
        jdbc.sql("UPDATE account SET one_time_until = now() - interval '1 second' WHERE user_name = 'anna'")
                .update();
        assertThat(TestLogin.nobody(port)
                        .post("/login", Map.of("user", "anna", "password", given))
                        .header("Location"))
                .isEqualTo("/login?refused");
        assertThat(Passwords.ONE_TIME_LIFE).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void theSessionOfADisabledAccountEndsAtOnce() {
        TestLogin.Session anna = loggedIn("anna", Role.BUYER);
        assertThat(anna.get("/items").statusCode()).isEqualTo(200);
        accounts().disable(ADMINISTRATOR, "anna", version("anna"), "left the firm");
        assertThat(anna.get("/items").header("Location")).isEqualTo("/login?ended");
        assertThat(anna.post("/login", Map.of("user", "anna", "password", TestLogin.PASSWORD))
                        .header("Location"))
                .isEqualTo("/login?refused");
        accounts().enable(ADMINISTRATOR, "anna", version("anna"), "came back");
        assertThat(TestLogin.logIn(port, "anna", TestLogin.PASSWORD)
                        .get("/items")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSessionDoesNotOutliveTheRolesItBeganWith() {
        TestLogin.Session anna = loggedIn("anna", Role.ADMINISTRATOR);
        assertThat(anna.get("/new-account").statusCode()).isEqualTo(200);
        accounts().change(ADMINISTRATOR, "anna", version("anna"), "Anna", EnumSet.of(Role.BUYER), "other duties");
        assertThat(anna.get("/new-account").header("Location")).isEqualTo("/login?ended");
        assertThat(TestLogin.logIn(port, "anna", TestLogin.PASSWORD)
                        .get("/new-account")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anotherPasswordEndsEverySessionOfTheAccount() {
        TestLogin.Session stolen = loggedIn("anna", Role.BUYER);
        accounts().resetPassword(ADMINISTRATOR, "anna", version("anna"), "phone was stolen");
        assertThat(stolen.get("/items").header("Location")).isEqualTo("/login?ended");
    }

    @Test
    void refusesDutiesThatOnePersonMustNotHaveTogether() throws Exception {
        TestLogin.Session administrator = TestLogin.as(port, Role.ADMINISTRATOR);
        Map<String, String> sentences = Map.of(
                "ADMINISTRATOR,APPROVER", "Administrator and approver cannot be one account",
                "AUDITOR,BUYER", "An auditor cannot have another role",
                "", "An account needs a role.");
        for (Map.Entry<String, String> roles : sentences.entrySet()) {
            Connection.Response answer =
                    administrator.post("/accounts", Map.of("user", "anna", "name", "Anna", "roles", roles.getKey()));
            assertThat(answer.statusCode()).isEqualTo(400);
            Document form = answer.parse();
            assertThat(form.select("[role=alert]").text()).contains(roles.getValue());
            assertThat(form.select("#name").val()).isEqualTo("Anna");
        }
        loggedIn("anna", Role.APPROVER);
        Connection.Response answer = administrator.post(
                "/accounts/anna",
                Map.of(
                        "version",
                        String.valueOf(version("anna")),
                        "name",
                        "Anna",
                        "roles",
                        "APPROVER,ADMINISTRATOR",
                        "reason",
                        "short of staff"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(store.find("anna").orElseThrow().roles()).containsExactly(Role.APPROVER);
    }

    @Test
    void refusesNamesThatWouldBeTakenForOthersAndSaysWhatTheyMustBe() {
        for (String name :
                List.of("a", "Änna", "an na", "plenish", "demo-anna", "test-buyer", "../x", "a".repeat(65))) {
            assertThatThrownBy(() -> accounts().create(ADMINISTRATOR, name, "Anna", EnumSet.of(Role.BUYER)))
                    .as(name)
                    .isInstanceOf(RefusedException.class);
        }
        for (String displayName : List.of("", " ", "Anna\nRoot", "x".repeat(101))) {
            assertThatThrownBy(() -> accounts().create(ADMINISTRATOR, "anna", displayName, EnumSet.of(Role.BUYER)))
                    .as(displayName)
                    .isInstanceOf(RefusedException.class);
        }
        assertThat(recorded).isEmpty();
    }

    @Test
    void ofTwoAdministratorsAtOnceTheSecondIsToldToLookAgain() throws Exception {
        loggedIn("anna", Role.BUYER);
        int seen = version("anna");
        accounts().change(ADMINISTRATOR, "anna", seen, "Anna B", EnumSet.of(Role.BUYER), "married");
        Connection.Response second = TestLogin.as(port, Role.ADMINISTRATOR)
                .post("/accounts/anna/disable", Map.of("version", String.valueOf(seen), "reason", "mistaken"));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.parse().select("[role=alert]").text()).startsWith("Somebody has changed anna");
        assertThat(store.find("anna").orElseThrow().isDisabled()).isFalse();
    }

    @Test
    void nobodyDisablesOrPromotesThemselvesAndOneAdministratorAlwaysRemains() throws Exception {
        loggedIn("anna", Role.ADMINISTRATOR);
        Actor anna = new Actor("anna", EnumSet.of(Role.ADMINISTRATOR), "192.0.2.8");
        assertThatThrownBy(() -> accounts().disable(anna, "anna", version("anna"), "tired"))
                .hasMessage("account.refused.self");
        assertThatThrownBy(() -> accounts()
                        .change(
                                anna,
                                "anna",
                                version("anna"),
                                "Anna",
                                EnumSet.of(Role.ADMINISTRATOR, Role.BUYER),
                                "need it"))
                .hasMessage("account.refused.ownRoles");

        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            int annas = version("anna");
            int others = version(ADMINISTRATOR.userName());
            Accounts accounts = accounts();
            List<Callable<Boolean>> attempts = List.of(
                    () -> succeeds(() -> accounts.disable(ADMINISTRATOR, "anna", annas, "race")),
                    () -> succeeds(() -> accounts.disable(anna, ADMINISTRATOR.userName(), others, "race")));
            int done = 0;
            for (Future<Boolean> attempt : pool.invokeAll(attempts)) {
                done += attempt.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        } finally {
            pool.shutdownNow();
            jdbc.sql("UPDATE account SET disabled_at = NULL, version = 0 WHERE user_name = ?")
                    .param(ADMINISTRATOR.userName())
                    .update();
        }
    }

    @Test
    void everyChangeIsRecordedWithWhoFromWhereWhatAndWhyButNoPassword() {
        Accounts accounts = accounts();
        String given = accounts.create(ADMINISTRATOR, "anna", "Anna", EnumSet.of(Role.BUYER));
        accounts.change(
                ADMINISTRATOR, "anna", version("anna"), "Anna B", EnumSet.of(Role.BUYER, Role.PLANNER), " married ");
        String reset = accounts.resetPassword(ADMINISTRATOR, "anna", version("anna"), "forgot it");
        accounts.unlock(ADMINISTRATOR, "anna", "asked by phone");
        accounts.disable(ADMINISTRATOR, "anna", version("anna"), "on leave");
        accounts.enable(ADMINISTRATOR, "anna", version("anna"), "back");
        Actor anna = new Actor("anna", EnumSet.of(Role.BUYER), "192.0.2.9");
        accounts.choosePassword(anna, reset, "four words of a buyer", "four words of a buyer");

        assertThat(recorded)
                .extracting(AuditEntry::action)
                .containsExactly(
                        "create", "change", "reset password", "unlock", "disable", "enable", "choose password");
        assertThat(recorded).allSatisfy(entry -> {
            assertThat(entry.subjectKind()).isEqualTo("account");
            assertThat(entry.subject()).isEqualTo("anna");
            assertThat(entry.actor().origin()).startsWith("192.0.2.");
        });
        assertThat(recorded.get(1).before()).isEqualTo(new AccountState("Anna", List.of(Role.BUYER), false));
        assertThat(recorded.get(1).after())
                .isEqualTo(new AccountState("Anna B", List.of(Role.PLANNER, Role.BUYER), false));
        assertThat(recorded.get(1).reason()).isEqualTo("married");
        assertThat(recorded.toString()).doesNotContain(given, reset, "four words of a buyer", "pbkdf2");
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        loggedIn("anna", Role.BUYER);
        Accounts accounts = accounts(entry -> {
            throw new IllegalStateException("the log is full");
        });
        assertThatThrownBy(() -> accounts.disable(ADMINISTRATOR, "anna", version("anna"), "left"))
                .hasMessage("the log is full");
        assertThatThrownBy(() -> accounts.create(ADMINISTRATOR, "berta", "Berta", EnumSet.of(Role.BUYER)))
                .hasMessage("the log is full");
        assertThat(store.find("anna").orElseThrow().isDisabled()).isFalse();
        assertThat(store.find("berta")).isEmpty();
    }

    @Test
    void aChangeWithoutAReasonIsRefused() {
        loggedIn("anna", Role.BUYER);
        assertThatThrownBy(() -> accounts().disable(ADMINISTRATOR, "anna", version("anna"), " "))
                .hasMessage("account.refused.reason");
    }

    @Test
    void whoIsNoAdministratorAnyMoreChangesNothing() {
        Actor buyer = new Actor(TestLogin.userName(Role.BUYER), EnumSet.of(Role.ADMINISTRATOR), "192.0.2.9");
        assertThatThrownBy(() -> accounts().create(buyer, "anna", "Anna", EnumSet.of(Role.BUYER)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(store.find("anna")).isEmpty();
    }

    @Test
    void anAdministratorUnlocksWhoHasTriedTooOften() throws Exception {
        loggedIn("anna", Role.BUYER);
        for (int attempt = 0; attempt <= LoginThrottle.TRIES_A_NAME; attempt++) {
            throttle.count("anna", "192.0.2.1");
        }
        TestLogin.Session administrator = TestLogin.as(port, Role.ADMINISTRATOR);
        assertThat(administrator.get("/accounts/anna").parse().text()).contains("Locked after failed log-ins");
        administrator.post(
                "/accounts/anna/unlock",
                Map.of("version", String.valueOf(version("anna")), "reason", "asked by phone"));
        assertThat(TestLogin.logIn(port, "anna", TestLogin.PASSWORD)
                        .get("/items")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBadPasswordIsRefusedInASentenceThatSaysWhy() throws Exception {
        TestLogin.Session anna = loggedIn("anna", Role.BUYER);
        Map<String, String> sentences = Map.of(
                "too short",
                "The password has 9 characters; it must have 12 to 128.",
                "x".repeat(129),
                "The password has 129 characters",
                "password1234",
                "among the most common ones",
                "abababababab",
                "fewer than five different characters",
                "anna in the office",
                "contains the user name",
                TestLogin.PASSWORD,
                "The new password is the current one.");
        for (Map.Entry<String, String> bad : sentences.entrySet()) {
            Connection.Response answer =
                    anna.post("/password", password(TestLogin.PASSWORD, bad.getKey(), bad.getKey()));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.parse().select("[role=alert]").text()).contains(bad.getValue());
        }
        assertThat(anna.post("/password", password(TestLogin.PASSWORD, "four words of anne", "four words"))
                        .parse()
                        .select("[role=alert]")
                        .text())
                .contains("The two new passwords differ");
    }

    @Test
    void theCurrentPasswordCannotBeGuessedFromAnOpenSession() throws Exception {
        TestLogin.Session anna = loggedIn("anna", Role.BUYER);
        Connection.Response last = null;
        for (int attempt = 0; attempt <= LoginThrottle.TRIES_A_NAME; attempt++) {
            last = anna.post("/password", password("wrong one", "four words of a buyer", "four words of a buyer"));
            assertThat(last.statusCode()).isEqualTo(400);
        }
        assertThat(last.parse().select("[role=alert]").text()).contains("Too many attempts. Wait 15 minutes");
    }

    @Test
    void aScriptInANameIsTextOnEveryPage() throws Exception {
        loggedIn("anna", Role.BUYER);
        accounts().change(ADMINISTRATOR, "anna", version("anna"), SCRIPT, EnumSet.of(Role.BUYER), SCRIPT);
        TestLogin.Session anna = TestLogin.logIn(port, "anna", TestLogin.PASSWORD);
        TestLogin.Session administrator = TestLogin.as(port, Role.ADMINISTRATOR);
        for (Connection.Response answer : List.of(
                administrator.get("/accounts"),
                administrator.get("/accounts/anna"),
                administrator.get("/access-review"),
                anna.get("/password"))) {
            assertThat(answer.body()).doesNotContain("<script>alert");
            Document page = answer.parse();
            assertThat(page.text()).contains(SCRIPT).doesNotContain("??");
            assertThat(page.select("style, [style], script:not([src]), [onclick]"))
                    .isEmpty();
        }
    }

    @Test
    void theAccessReviewTellsAuditorsWhoMayDoWhat() throws Exception {
        loggedIn("anna", Role.BUYER);
        accounts().disable(ADMINISTRATOR, "anna", version("anna"), "left");
        Document page = TestLogin.as(port, Role.AUDITOR).get("/access-review").parse();
        assertThat(page.select("section[aria-labelledby=review-accounts] tbody tr")
                        .eachText())
                .anyMatch(row -> row.startsWith("Anna anna Buyer Disabled"))
                .anyMatch(row -> row.startsWith("Test auditor test-auditor Auditor Active"));
        assertThat(page.select("section[aria-labelledby=review-rights] tbody tr")
                        .eachText())
                .contains(
                        "Make and change accounts – – – – – yes",
                        "Read accounts and the access review – – – – yes yes");
        assertThat(TestLogin.as(port, Role.AUDITOR)
                        .get("/accounts/anna")
                        .parse()
                        .select("main form"))
                .isEmpty();
    }

    @Test
    void noCellOfTheAccessReviewIsAFormula() {
        loggedIn("anna", Role.BUYER);
        accounts().change(ADMINISTRATOR, "anna", version("anna"), "=cmd|'/c calc'!A0", EnumSet.of(Role.BUYER), "x");
        String csv = TestLogin.as(port, Role.AUDITOR).get("/access-review.csv").body();
        assertThat(csv.lines().filter(line -> line.startsWith("anna,")))
                .singleElement()
                .asString()
                .startsWith("anna,'=cmd|'/c calc'!A0,BUYER,active,password,20")
                .endsWith(",readPlan; putAsideAlerts; ownTokens; commentOnItems; ownViews; ownPassword; workOnOrders;"
                        + " bookReceipts; readReceipts");
    }

    /** An account with the tests' password, made past the form. */
    private TestLogin.Session loggedIn(String userName, Role role) {
        jdbc.sql("""
                        INSERT INTO account (user_name, display_name, roles, password_hash, demo, created_at, created_by,
                            password_changed_at)
                        SELECT :name, :display, ARRAY [:role], password_hash, false, now(), 'test', now()
                        FROM account WHERE user_name = 'test-buyer'""")
                .param("name", userName)
                .param("display", userName.substring(0, 1).toUpperCase(Locale.ROOT) + userName.substring(1))
                .param("role", role.name())
                .update();
        return TestLogin.logIn(port, userName, TestLogin.PASSWORD);
    }

    private Accounts accounts() {
        return accounts(recorded::add);
    }

    private DeniedAttempts denials() {
        return new DeniedAttempts() {
            @Override
            public void record(AuditEntry attempt) {
                recorded.add(attempt);
            }

            @Override
            public boolean isRecorded(Actor actor) {
                return true;
            }
        };
    }

    private Accounts accounts(AuditTrail audit) {
        return new Accounts(
                store,
                passwords,
                throttle,
                (actor, owner, reason) -> {},
                new LogIns(store, audit, denials(), transaction),
                denials(),
                audit,
                transaction,
                clock,
                false);
    }

    private int version(String userName) {
        return store.find(userName).orElseThrow().version();
    }

    private static boolean succeeds(Runnable change) {
        try {
            change.run();
            return true;
        } catch (AccessDeniedException refused) {
            return false;
        }
    }

    private static Map<String, String> password(String current, String chosen, String repeated) {
        return Map.of("current", current, "chosen", chosen, "repeated", repeated);
    }
}
