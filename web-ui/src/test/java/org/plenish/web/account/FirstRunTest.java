package org.plenish.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.web.StartedProduct;
import org.plenish.web.TestLogin;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts the product on an empty folder: what only happens before there is an account, and across starts. */
@ExtendWith(OutputCaptureExtension.class)
class FirstRunTest {

    private static final String PASSWORD = "five calm lighthouses";

    @TempDir
    Path folder;

    private String code = "";

    @Test
    void theFirstPageMakesTheAdministratorOnceAndARestartForgetsNoFailedLogIn(CapturedOutput output) throws Exception {
        try (StartedProduct product = StartedProduct.on(folder)) {
            code = told(output);
            TestLogin.Session browser = TestLogin.nobody(product.port());
            for (String path : List.of("/", "/items", "/login", "/nowhere")) {
                assertThat(browser.get(path).header("Location")).as(path).isEqualTo("/first-run");
            }
            assertThat(browser.get("/css/plenish.css").statusCode()).isEqualTo(200);
            assertThat(browser.get("/first-run").parse().select("#code[required]"))
                    .hasSize(1);
            assertThat(browser.postWithoutToken("/first-run", form("anna")).statusCode())
                    .as("a form of another site")
                    .isNotEqualTo(200);
            Connection.Response weak =
                    browser.post("/first-run", form("anna", "password", "short", "repeated", "short"));
            assertThat(weak.statusCode()).isEqualTo(400);
            Document again = weak.parse();
            assertThat(again.select("[role=alert]").text()).contains("it must have 12 to 128");
            assertThat(again.select("#code").val()).isEqualTo(code);

            assertThat(winners(product, 4)).isEqualTo(1);

            assertThat(browser.get("/first-run").statusCode()).isEqualTo(404);
            assertThat(browser.post("/first-run", form("late")).statusCode()).isEqualTo(404);
            JdbcClient jdbc = product.bean(JdbcClient.class);
            assertThat(jdbc.sql("SELECT roles[1] || cardinality(roles) FROM account")
                            .query(String.class)
                            .list())
                    .containsExactly("ADMINISTRATOR1");
            String winner = jdbc.sql("SELECT user_name FROM account")
                    .query(String.class)
                    .single();
            assertThat(TestLogin.logIn(product.port(), winner, PASSWORD)
                            .get("/accounts")
                            .statusCode())
                    .isEqualTo(200);
            for (int attempt = 0; attempt < LoginThrottle.TRIES_A_NAME; attempt++) {
                browser.post("/login", Map.of("user", winner, "password", "a wrong password"));
            }
        }
        try (StartedProduct restarted = StartedProduct.on(folder)) {
            String winner = restarted
                    .bean(JdbcClient.class)
                    .sql("SELECT user_name FROM account")
                    .query(String.class)
                    .single();
            TestLogin.Session browser = TestLogin.nobody(restarted.port());
            assertThat(browser.get("/first-run").statusCode()).isEqualTo(404);
            assertThat(browser.post("/login", Map.of("user", winner, "password", PASSWORD))
                            .header("Location"))
                    .startsWith("/login?wait=");
        }
    }

    @Test
    void nobodyMakesTheFirstAccountWithoutTheCodeWhereverTheySayTheyAre(CapturedOutput output) throws Exception {
        try (StartedProduct product = StartedProduct.on(folder)) {
            for (Map<String, String> headers : List.of(
                    Map.<String, String>of(), // this machine, or a proxy on it that says nothing
                    Map.of("X-Forwarded-For", "127.0.0.1"),
                    Map.of("Forwarded", "for=127.0.0.1"))) {
                TestLogin.Session somebody = TestLogin.nobody(product.port()).withHeaders(headers);
                for (String guess : List.of("", "aaaa-aaaa-aaaa-aaaa")) {
                    Connection.Response refused = somebody.post("/first-run", form("eve", "code", guess));
                    assertThat(refused.statusCode()).as(headers + guess).isEqualTo(400);
                    assertThat(refused.parse().select("[role=alert]").text()).contains("This is not the code");
                }
            }
            assertThat(TestLogin.nobody(product.port())
                            .post("/first-run", form("anna", "code", told(output)))
                            .header("Location"))
                    .isEqualTo("/login?created");
            assertThat(output.getAll()).doesNotContain(PASSWORD);
        }
    }

    @Test
    void demoAccountsAreThereOnlyInDemoModeAndNeverBesideRealOnes(CapturedOutput output) throws Exception {
        try (StartedProduct product = StartedProduct.on(folder, "--plenish.demo=true")) {
            TestLogin.Session browser = TestLogin.nobody(product.port());
            assertThat(browser.get("/login").parse().select("main").text())
                    .contains("This is a demo", "demo-buyer", "demo-administrator", "All have the password demo.");
            TestLogin.Session administrator = TestLogin.logIn(product.port(), "demo-administrator", "demo");
            assertThat(administrator.get("/accounts").parse().select("main").text())
                    .contains("This is a demo", "6 accounts");
            administrator.post("/accounts", Map.of("user", "planted", "name", "Planted", "roles", "APPROVER"));
            assertThat(browser.get("/first-run").statusCode()).isEqualTo(404);
        }
        try (StartedProduct product = StartedProduct.on(folder)) {
            assertThat(product.bean(JdbcClient.class)
                            .sql("SELECT count(*) FROM account")
                            .query(Integer.class)
                            .single())
                    .isZero();
            TestLogin.Session browser = TestLogin.nobody(product.port());
            assertThat(browser.get("/login").header("Location")).isEqualTo("/first-run");
            code = told(output);
            assertThat(browser.post("/first-run", form("anna")).header("Location"))
                    .isEqualTo("/login?created");
            assertThat(browser.get("/login").parse().select("main").text()).doesNotContain("demo");
            assertThat(browser.post("/login", Map.of("user", "demo-buyer", "password", "demo"))
                            .header("Location"))
                    .isEqualTo("/login?refused");
        }
        assertThat(catchThrowable(
                        () -> StartedProduct.on(folder, "--plenish.demo=true").close()))
                .isNotNull();
        assertThat(output.getErr())
                .contains("--demo: this database has accounts of its own, and demo accounts would be a back door");
    }

    /** The code of the latest start. */
    private static String told(CapturedOutput output) {
        return Pattern.compile("asks for this code: ([a-z2-9-]{19})")
                .matcher(output.getErr())
                .results()
                .map(match -> match.group(1))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** How many of as many people at once make the first account. */
    private int winners(StartedProduct product, int people) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(people);
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                TestLogin.Session browser = TestLogin.nobody(product.port());
                Map<String, String> form = form("person-" + person);
                browser.prepareToPost();
                attempts.add(() ->
                        "/login?created".equals(browser.post("/first-run", form).header("Location")));
            }
            int winners = 0;
            for (Future<Boolean> attempt : pool.invokeAll(attempts)) {
                winners += attempt.get() ? 1 : 0;
            }
            return winners;
        } finally {
            pool.shutdownNow();
        }
    }

    private Map<String, String> form(String user, String... others) {
        Map<String, String> form = new HashMap<>(
                Map.of("user", user, "name", user, "password", PASSWORD, "repeated", PASSWORD, "code", code));
        for (int at = 0; at < others.length; at += 2) {
            form.put(others[at], others[at + 1]);
        }
        return form;
    }
}
