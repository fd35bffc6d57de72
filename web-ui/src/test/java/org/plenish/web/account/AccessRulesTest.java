package org.plenish.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Connection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

@OnFixturePlan
class AccessRulesTest {

    private static final Set<String> OPEN = Set.of(AccessRules.LOGIN, AccessRules.FIRST_RUN);

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRuleLetsItsRolesPassAndNoOther(Role role) {
        for (AccessRule rule : AccessRules.ALL) {
            assertThat(ask(TestLogin.as(port, role), rule).statusCode() != 403)
                    .as("%s by %s", rule, role)
                    .isEqualTo(rule.allows(role));
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whatNoRuleAllowsNobodyCanChange(Role role) {
        for (String path : List.of("/", "/items", "/nowhere", "/access-review", "/new-account")) {
            Connection.Response answer = TestLogin.as(port, role).post(path, Map.of());
            assertThat(answer.statusCode()).as("%s by %s", path, role).isEqualTo(403);
            assertThat(answer.body()).contains("<h1>This is not for your role</h1>");
        }
    }

    @Test
    void noAddressThatChangesIsForgottenInTheTable() {
        assertThat(addresses(true, "test-buyer"))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(rule(path, AccessRule.Kind.CHANGE))
                        .as("a rule for " + path)
                        .isPresent());
    }

    @Test
    void everyPageAsksForALogInFirst() {
        assertThat(addresses(false, "x")).hasSizeGreaterThan(10).allSatisfy(path -> {
            Connection.Response answer = TestLogin.nobody(port).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.header("Location")).as(path).endsWith("/login");
            assertThat(answer.body()).as(path).isEmpty();
        });
    }

    @Test
    void everyChangeNeedsTheTokenOfItsSession() {
        int version = version("test-buyer");
        TestLogin.Session administrator = TestLogin.as(port, Role.ADMINISTRATOR);
        Map<String, String> form =
                Map.of("version", "0", "reason", "forged", "name", "Forged", "roles", "ADMINISTRATOR");
        assertThat(addresses(true, "test-buyer"))
                .allSatisfy(path -> assertThat(
                                administrator.postWithoutToken(path, form).statusCode())
                        .as(path)
                        .isEqualTo(403));
        for (String path : List.of("/accounts/test-buyer/disable", AccessRules.LOGOUT)) {
            assertThat(administrator.postWithoutToken(path, form).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(administrator.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(version("test-buyer")).isEqualTo(version);
    }

    @Test
    void nobodyIsLoggedInByTheFormOfAnotherSite() {
        TestLogin.Session browser = TestLogin.nobody(port);
        Connection.Response answer = browser.postWithoutToken(
                AccessRules.LOGIN, Map.of("user", "test-buyer", "password", TestLogin.PASSWORD));
        assertThat(answer.header("Location")).isEqualTo("/login?ended");
        assertThat(browser.get("/items").statusCode()).isEqualTo(302);
    }

    @Test
    void theTokenOfAnotherSessionIsWorthNothing() throws Exception {
        String foreign = TestLogin.as(port, Role.BUYER)
                .get("/password")
                .parse()
                .select("form[action=/password] input[name=_csrf]")
                .attr("value");
        assertThat(foreign).isNotEmpty();
        assertThat(TestLogin.as(port, Role.ADMINISTRATOR)
                        .postWithoutToken(
                                "/accounts/test-buyer/disable",
                                Map.of("version", "0", "reason", "forged", "_csrf", foreign))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void htmxSendsTheTokenInAHeader() throws Exception {
        String headers =
                TestLogin.as(port, Role.BUYER).get("/password").parse().body().attr("hx-headers");
        assertThat(headers).matches("\\{\"X-CSRF-TOKEN\":\"[\\w-]+\"}");
        Map<String, String> form = Map.of("current", "wrong", "chosen", "x", "repeated", "x");
        Map<String, String> cookies = TestLogin.as(port, Role.BUYER).cookies();
        assertThat(TestLogin.withCookies(port, cookies)
                        .withHeaders(Map.of("X-CSRF-TOKEN", headers.split("\"")[3]))
                        .postWithoutToken("/password", form)
                        .statusCode())
                .isEqualTo(400); // understood, and refused for its content
        jdbc.sql("DELETE FROM login_attempts").update();
    }

    @Test
    void aPartOfAPageIsNeverReplacedByTheLogInPage() {
        Connection.Response answer = TestLogin.nobody(port).getPart("/items");
        assertThat(answer.header("HX-Redirect")).isEqualTo("/login");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void theRolesThatMustNotMeetAreRefusedByTheDatabaseToo() {
        for (String roles : List.of("ADMINISTRATOR,APPROVER", "AUDITOR,BUYER", "", "OWNER")) {
            assertThat(catchThrowable(() -> jdbc.sql(
                                    "UPDATE account SET roles = string_to_array(:roles, ',') WHERE user_name = 'test-buyer'")
                            .param("roles", roles)
                            .update()))
                    .as(roles)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private int version(String userName) {
        return jdbc.sql("SELECT version FROM account WHERE user_name = ?")
                .param(userName)
                .query(Integer.class)
                .single();
    }

    private static Connection.Response ask(TestLogin.Session session, AccessRule rule) {
        String path = rule.path().replace("/**", "/x").replace(".*", ".csv");
        return rule.kind() == AccessRule.Kind.READ ? session.get(path) : session.post(path, Map.of());
    }

    private static Optional<AccessRule> rule(String path, AccessRule.Kind kind) {
        return AccessRules.ALL.stream()
                .filter(rule -> rule.kind() == kind)
                .filter(rule ->
                        PathPatternParser.defaultInstance.parse(rule.path()).matches(PathContainer.parsePath(path)))
                .findFirst();
    }

    /** Of all pages without those that need no log-in, and without the programs' interface, with the given text for what varies in them. */
    private List<String> addresses(boolean changing, String variable) {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> !mapping.getPatternValues().contains("/error"))
                .filter(mapping -> changing == changes(mapping))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(path -> path.replaceAll("\\{[^}]*}", variable))
                .filter(path -> path.startsWith("/") && !path.startsWith("/api/") && !OPEN.contains(path))
                .distinct()
                .toList();
    }

    private static boolean changes(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.stream().anyMatch(method -> method != RequestMethod.GET);
    }
}
