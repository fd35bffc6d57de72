package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.plenish.web.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Logs tests in: {@code TestLogin.as(port, Role.BUYER).get("/purchase-orders")}. The accounts are named
 * {@code test-buyer} and so on.
 */
public final class TestLogin {

    public static final String PASSWORD = "seven quiet harbours";

    /** A busy machine answers slowly. */
    private static final int PATIENCE_MILLIS = 300_000;

    private static final Map<String, Session> SESSIONS = new ConcurrentHashMap<>();

    private TestLogin() {}

    public static String userName(Role role) {
        return "test-" + role.name().toLowerCase(Locale.ROOT);
    }

    /** One session a role, made once: to hash a password takes its time on purpose. */
    public static Session as(int port, Role role) {
        return SESSIONS.computeIfAbsent(port + " " + role, key -> logIn(port, userName(role), PASSWORD));
    }

    /** A session of its own, for tests that end it. */
    public static Session logIn(int port, String userName, String password) {
        Session session = new Session("http://127.0.0.1:" + port);
        Connection.Response answer = session.post("/login", Map.of("user", userName, "password", password));
        assertThat(answer.statusCode()).as("log-in of " + userName).isEqualTo(302);
        assertThat(answer.header("Location")).as("log-in of " + userName).doesNotContain("/login");
        session.forgetToken();
        return session;
    }

    /** A browser that is not logged in. */
    public static Session nobody(int port) {
        return new Session("http://127.0.0.1:" + port);
    }

    /** Another browser that somebody gave these cookies. */
    public static Session withCookies(int port, Map<String, String> cookies) {
        Session session = nobody(port);
        session.cookies.putAll(cookies);
        return session;
    }

    /** All of one password, hashed once. Where they are already they stay. */
    public static void createAccounts(JdbcClient jdbc) {
        if (jdbc.sql("SELECT EXISTS (SELECT FROM account WHERE user_name = ?)")
                .param(userName(Role.BUYER))
                .query(Boolean.class)
                .single()) {
            return;
        }
        String hash = "{pbkdf2-sha512-210000}"
                + new Pbkdf2PasswordEncoder("", 16, 210_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)
                        .encode(PASSWORD);
        for (Role role : Role.values()) {
            jdbc.sql("""
                            INSERT INTO account (user_name, display_name, roles, password_hash, demo, created_at,
                                created_by, password_changed_at)
                            VALUES (:name, :display, ARRAY [:role], :hash, false, now(), 'fixture', now())""")
                    .param("name", userName(role))
                    .param("display", "Test " + role.name().toLowerCase(Locale.ROOT))
                    .param("role", role.name())
                    .param("hash", hash)
                    .update();
        }
    }

    /** Another account, of the same password. */
    public static void createAccount(JdbcClient jdbc, String userName, Set<Role> roles) {
        jdbc.sql("""
                        INSERT INTO account (user_name, display_name, roles, password_hash, demo, created_at,
                            created_by, password_changed_at)
                        SELECT :name, :name, :roles, password_hash, false, now(), 'fixture', now()
                        FROM account WHERE user_name = :like ON CONFLICT DO NOTHING""")
                .param("name", userName)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("like", userName(Role.BUYER))
                .update();
    }

    /** A browser with its cookies. Redirects are answers, not followed. */
    public static final class Session {

        private final String host;
        private final Map<String, String> cookies = new ConcurrentHashMap<>();
        private final Map<String, String> headers = new ConcurrentHashMap<>();
        private String token;

        private Session(String host) {
            this.host = host;
        }

        public Connection.Response get(String path) {
            return execute(Jsoup.connect(host + path).header("Accept", "text/html"));
        }

        /** Asks as htmx does. */
        public Connection.Response getPart(String path) {
            return execute(Jsoup.connect(host + path).header("HX-Request", "true"));
        }

        /** Sends a form with the token against forged requests that the pages carry. */
        public Connection.Response post(String path, Map<String, String> form) {
            prepareToPost();
            return execute(Jsoup.connect(host + path)
                    .method(Connection.Method.POST)
                    .header("Accept", "text/html")
                    .data(form)
                    .data("_csrf", token));
        }

        /** Sends a form with a file in it. */
        public Connection.Response postFile(String path, String field, String fileName, byte[] content) {
            return postFile(path, Map.of(), field, fileName, content);
        }

        /** The same with other fields. */
        public Connection.Response postFile(
                String path, Map<String, String> form, String field, String fileName, byte[] content) {
            return postFiles(path, form, field, Map.of(fileName, content));
        }

        /** The same with several files, by their names. */
        public Connection.Response postFiles(
                String path, Map<String, String> form, String field, Map<String, byte[]> contents) {
            prepareToPost();
            Connection connection = Jsoup.connect(host + path)
                    .method(Connection.Method.POST)
                    .header("Accept", "text/html")
                    .data(form)
                    .data("_csrf", token);
            contents.forEach((name, content) -> connection.data(field, name, new ByteArrayInputStream(content)));
            return execute(connection);
        }

        /** Sends a form as another site would make the browser send it. */
        public Connection.Response postWithoutToken(String path, Map<String, String> form) {
            return execute(
                    Jsoup.connect(host + path).method(Connection.Method.POST).data(form));
        }

        /** Sends these with every request. */
        public Session withHeaders(Map<String, String> additional) {
            headers.putAll(additional);
            return this;
        }

        /** Fetches the token now, so that the next form is sent at once. */
        public void prepareToPost() {
            if (token == null) {
                token = readToken();
            }
        }

        public Map<String, String> cookies() {
            return Map.copyOf(cookies);
        }

        /** For other clients than this one. */
        public String cookieHeader() {
            return cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
        }

        void forgetToken() {
            token = null;
        }

        private String readToken() {
            try {
                for (String page : new String[] {"/login", "/password", "/first-run"}) {
                    Connection.Response answer = get(page);
                    if (answer.statusCode() == 200) {
                        return answer.parse().select("input[name=_csrf]").attr("value");
                    }
                }
                throw new AssertionError("no page with a token");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private Connection.Response execute(Connection connection) {
            try {
                Connection.Response answer = connection
                        .timeout(PATIENCE_MILLIS)
                        .cookies(cookies)
                        .headers(headers)
                        .followRedirects(false)
                        .ignoreHttpErrors(true)
                        .ignoreContentType(true)
                        .maxBodySize(0)
                        .execute();
                cookies.putAll(answer.cookies());
                return answer;
            } catch (IOException e) {
                throw new AssertionError(connection.request().url() + " does not answer", e);
            }
        }
    }
}
