package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Connection;
import org.junit.jupiter.api.Test;
import org.plenish.web.shared.Role;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnFixturePlan
class HealthTest {

    @LocalServerPort
    int port;

    @Test
    void whoeverAsksIsToldThatItWorksAndNothingElse() {
        Connection.Response answer = TestLogin.nobody(port).get("/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(answer.cookies()).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(TestLogin.nobody(port).get("/health/anything").statusCode()).isEqualTo(302);
    }

    @Test
    void nobodyChangesAnythingThere() {
        assertThat(TestLogin.as(port, Role.ADMINISTRATOR)
                        .post("/health", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }
}
