package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnFixturePlan
class SecurityHeadersTest {

    private static final String VENDOR_FILE = "/vendor/sample/1.0.0/sample.css";

    @LocalServerPort
    int port;

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "/css/plenish.css, 200",
        "/login, 200",
        "/css/no-such-file.css, 404",
        "/items, 302",
        VENDOR_FILE + ", 200"
    })
    void everyAnswerTellsTheBrowserWhatNotToDo(String path, int status) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Security-Policy"))
                .isEqualTo("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                        + " frame-ancestors 'none'; form-action 'self'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void filesOfOtherProjectsAreKeptByTheBrowser() throws Exception {
        assertThat(header(get(VENDOR_FILE), "Cache-Control"))
                .isEqualTo("max-age=31536000, public, immutable"); // 365 · 86,400 s
    }
}
