package org.plenish.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.web.StartedProduct;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class ProviderLoginTest {

    private static final ProviderRoles ROLES = new ProviderRoles(
            "realm_access.roles",
            "preferred_username",
            Map.of(
                    "purchasing", EnumSet.of(Role.BUYER, Role.PLANNER),
                    "it", EnumSet.of(Role.ADMINISTRATOR),
                    "board", EnumSet.of(Role.APPROVER)));

    @TempDir
    Path folder;

    @Test
    void rolesComeFromTheListedValuesOfTheClaimAndFromNothingElse() {
        assertThat(ROLES.of(claims(List.of("purchasing", "ADMINISTRATOR", "cooking"))))
                .containsExactlyInAnyOrder(Role.BUYER, Role.PLANNER);
        assertThat(ROLES.of(claims("board"))).containsExactly(Role.APPROVER);
        assertThat(ROLES.of(claims(List.of()))).isEmpty();
        assertThat(ROLES.of(Map.of("roles", List.of("purchasing")))).isEmpty();
        assertThat(ROLES.of(Map.of("realm_access", "purchasing"))).isEmpty();
    }

    @Test
    void nothingOfItIsThereWithoutARegistration() {
        try (StartedProduct product = StartedProduct.on(folder, "--plenish.demo=true")) {
            assertThat(product.beanProvider(ClientRegistrationRepository.class).getIfAvailable())
                    .isNull();
            assertThat(TestLogin.nobody(product.port()).get("/login").body()).doesNotContain("/oauth2/");
            for (String path : List.of("/oauth2/authorization/firm", "/login/oauth2/code/firm?code=1&state=2")) {
                assertThat(TestLogin.nobody(product.port()).get(path).header("Location"))
                        .isEqualTo("/login");
                assertThat(TestLogin.logIn(product.port(), "demo-buyer", "demo")
                                .get(path)
                                .statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void whoTheProviderKnowsComesInWithItsRolesAndStaysOutWithoutThem() throws Exception {
        try (Provider provider = new Provider();
                StartedProduct product = StartedProduct.on(folder, provider.properties())) {
            product.bean(Accounts.class).createFirst("root", "Root", "five calm lighthouses", "test");
            JdbcClient jdbc = product.bean(JdbcClient.class);

            provider.says("id-1", "Anna", "purchasing");
            TestLogin.Session anna = TestLogin.nobody(product.port());
            assertThat(logIn(anna, provider).header("Location")).isEqualTo("/");
            assertThat(anna.get("/password").parse().select(".side-user").text())
                    .contains("Anna of the firm", "Buyer");
            assertThat(anna.get("/accounts").statusCode()).isEqualTo(403);

            provider.says("id-1", "Anna", "it");
            TestLogin.Session promoted = TestLogin.nobody(product.port());
            logIn(promoted, provider);
            assertThat(promoted.get("/accounts").statusCode()).isEqualTo(200);
            assertThat(anna.get("/items").header("Location"))
                    .as("the session with the former roles")
                    .isEqualTo("/login?ended");

            for (String[] refused : new String[][] {
                {"id-2", "root", "purchasing"}, // another account's name
                {"id-3", "berta", "cooking"}, // no role
                {"id-4", "carl", "it", "board"} // duties that must not meet
            }) {
                provider.says(refused[0], refused[1], Arrays.copyOfRange(refused, 2, refused.length));
                TestLogin.Session browser = TestLogin.nobody(product.port());
                assertThat(logIn(browser, provider).header("Location"))
                        .as(refused[1])
                        .isEqualTo("/login?provider");
                assertThat(browser.get("/items").statusCode()).isEqualTo(302);
            }
            jdbc.sql("UPDATE account SET disabled_at = now() WHERE user_name = 'anna'")
                    .update();
            provider.says("id-1", "Anna", "it");
            assertThat(logIn(TestLogin.nobody(product.port()), provider).header("Location"))
                    .isEqualTo("/login?provider");
            assertThat(jdbc.sql("SELECT user_name || ' ' || roles[1] FROM account ORDER BY 1")
                            .query(String.class)
                            .list())
                    .containsExactly("anna ADMINISTRATOR", "root ADMINISTRATOR");
            assertThat(TestLogin.nobody(product.port())
                            .post("/login", Map.of("user", "anna", "password", ""))
                            .header("Location"))
                    .as("no password leads into an account of the provider")
                    .isEqualTo("/login?refused");
        }
    }

    @Test
    void aChangedNameStaysTheSameAccount() {
        try (StartedProduct product = StartedProduct.on(folder)) {
            Accounts accounts = product.bean(Accounts.class);
            accounts.admit("issuer 1", "anna", "Anna", EnumSet.of(Role.BUYER));
            SignedIn renamed = accounts.admit("issuer 1", "anna.b", "Anna B", EnumSet.of(Role.BUYER));
            assertThat(renamed.userName()).isEqualTo("anna");
            assertThat(renamed.displayName()).isEqualTo("Anna B");
            assertThatThrownBy(() -> accounts.admit("issuer 2", "anna", "Eve", EnumSet.of(Role.BUYER)))
                    .hasMessage("account.refused.taken");
        }
    }

    /** From our link through the provider and back, as a browser goes. */
    private static Connection.Response logIn(TestLogin.Session browser, Provider provider) {
        MultiValueMap<String, String> asked = UriComponentsBuilder.fromUriString(
                        browser.get("/oauth2/authorization/firm").header("Location"))
                .build()
                .getQueryParams();
        provider.nonce = asked.getFirst("nonce");
        return browser.get("/login/oauth2/code/firm?code=once&state=" + asked.getFirst("state"));
    }

    private static Map<String, Object> claims(Object roles) {
        return Map.of("realm_access", Map.of("roles", roles));
    }

    /** An OpenID Connect provider of one person at a time: it gives tokens and the key to check them. */
    private static final class Provider implements AutoCloseable {

        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        private final RSAKey key = new RSAKeyGenerator(2048).keyID("key").generate();
        private String nonce;
        private String subject = "";
        private String userName = "";
        private Set<String> groups = Set.of();

        private Provider() throws Exception {
            server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
            server.createContext(
                    "/token",
                    exchange -> answer(
                            exchange,
                            "{\"access_token\":\"a\",\"token_type\":\"Bearer\"," + "\"expires_in\":60,\"id_token\":\""
                                    + idToken() + "\"}"));
            server.start();
        }

        private void says(String id, String name, String... itsGroups) {
            subject = id;
            userName = name;
            groups = Arrays.stream(itsGroups).collect(Collectors.toSet());
        }

        private String[] properties() {
            String registration = "--spring.security.oauth2.client.registration.firm.";
            String provider = "--spring.security.oauth2.client.provider.firm.";
            return new String[] {
                registration + "client-id=plenish",
                registration + "client-secret=secret",
                registration + "scope=openid",
                registration + "authorization-grant-type=authorization_code",
                registration + "redirect-uri={baseUrl}/login/oauth2/code/firm",
                provider + "authorization-uri=" + address() + "/authorize",
                provider + "token-uri=" + address() + "/token",
                provider + "jwk-set-uri=" + address() + "/keys",
                "--plenish.oidc.roles-claim=groups",
                "--plenish.oidc.roles[purchasing]=BUYER",
                "--plenish.oidc.roles[it]=ADMINISTRATOR",
                "--plenish.oidc.roles[board]=APPROVER"
            };
        }

        private String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        private String idToken() {
            try {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key").build(),
                        new JWTClaimsSet.Builder()
                                .issuer(address())
                                .subject(subject)
                                .audience("plenish")
                                .issueTime(new Date())
                                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                                .claim("nonce", nonce)
                                .claim("preferred_username", userName)
                                .claim("name", userName + " of the firm")
                                .claim("groups", List.copyOf(groups))
                                .build());
                token.sign(new RSASSASigner(key));
                return token.serialize();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        private static void answer(HttpExchange exchange, String json) throws IOException {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
