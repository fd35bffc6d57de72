package org.plenish.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnApi
class TokenPageTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    ApiTokens tokens;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @Test
    void aTokenIsShownOnceAndCanBeRevoked() throws Exception {
        TestLogin.Session session = TestLogin.logIn(port, "tess", TestLogin.PASSWORD);
        Document made = make(session, "ERP <b>", "BUYER");
        String secret = made.select(".secret code").text();
        assertThat(secret).startsWith("plenish_");
        assertThat(made.select("#list-title, tbody th").eachText()).contains("ERP <b>");
        assertThat(made.select("tbody tr").text()).contains("Buyer", "never", secret.substring(0, 14) + "…");
        assertThat(tokens.authenticate(secret, "here")).isPresent();

        Document again = session.get("/tokens").parse();
        assertThat(again.text()).doesNotContain(secret);

        session.post(again.select("tbody form").attr("action"), Map.of());
        Document revoked = session.get("/tokens").parse();
        assertThat(revoked.select("tbody tr").text()).contains("Revoked");
        assertThat(tokens.authenticate(secret, "here")).isEmpty();
    }

    @Test
    void saysWhyATokenIsRefused() throws Exception {
        Document page = make(TestLogin.logIn(port, "tess", TestLogin.PASSWORD), "ERP", "ADMINISTRATOR");
        assertThat(page.select("[role=alert]").text())
                .isEqualTo(
                        "A token must have one or more of your own roles, which are planner, buyer, but not administrator.");
        assertThat(page.select("input[name=roles]").eachAttr("value")).containsExactly("PLANNER", "BUYER");
        assertThat(page.select("style, [style], script:not([src])")).isEmpty();
        assertThat(page.text()).doesNotContain("??");
    }

    /** The page that follows. */
    private Document make(TestLogin.Session session, String name, String role) throws IOException {
        session.post(
                "/tokens",
                Map.of(
                        "name",
                        name,
                        "roles",
                        role,
                        "expiresOn",
                        tokens.today().plusDays(1).toString()));
        return session.get("/tokens").parse();
    }
}
