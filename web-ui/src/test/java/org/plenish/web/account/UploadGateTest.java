package org.plenish.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Announces a gigabyte and sends none of it: who waits for it would have taken it. */
@OnFixturePlan
class UploadGateTest {

    private static final int PATIENCE_MILLIS = 30_000;

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /login, 302",
        "POST, /import, 302",
        "POST, /receipts, 302",
        "POST, /no-such-page, 302",
        "GET, /login, 302",
        "GET, /health, 302",
        "POST, /css/plenish.css, 302",
        "POST, /import//x, 400",
        "POST, /api/v1/openapi.json, 415",
        "POST, /api/v1/orders, 415"
    })
    void noFileIsTakenFromAStranger(String method, String path, int status) throws Exception {
        assertThat(answer(method, path, "", "multipart/form-data")).isEqualTo(status);
        assertThat(answer(method, path, "", "MultiPart/Mixed")).isEqualTo(status);
    }

    @Test
    void noFileIsTakenFromWhoMayNotSendOneThere() throws Exception {
        assertThat(answer("POST", "/import", cookie(Role.BUYER), "multipart/form-data"))
                .isEqualTo(403);
        assertThat(answer("POST", "/receipts", cookie(Role.PLANNER), "multipart/form-data"))
                .isEqualTo(403);
        assertThat(answer("POST", "/run", cookie(Role.PLANNER), "multipart/form-data"))
                .isEqualTo(403);
        assertThat(answer("POST", "/log-out", cookie(Role.PLANNER), "multipart/form-data"))
                .isEqualTo(403);
    }

    @Test
    void receiptsAreNoGigabyte() throws Exception {
        assertThat(answer("POST", "/receipts", cookie(Role.BUYER), "multipart/form-data"))
                .isEqualTo(413);
    }

    @Test
    void filesOfUnknownLengthAreTakenFromNobody() throws Exception {
        assertThat(answer("POST", "/receipts", cookie(Role.BUYER), "multipart/form-data", "Transfer-Encoding: chunked"))
                .isEqualTo(411);
        assertThat(answer("POST", "/import", cookie(Role.PLANNER), "multipart/form-data", "Transfer-Encoding: chunked"))
                .isEqualTo(411);
    }

    private String cookie(Role role) {
        return "Cookie: " + TestLogin.as(port, role).cookieHeader() + "\r\n";
    }

    private int answer(String method, String path, String cookie, String type) throws IOException {
        return answer(method, path, cookie, type, "Content-Length: 1000000000");
    }

    private int answer(String method, String path, String cookie, String type, String length) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + cookie + "Content-Type: " + type
                                    + "; boundary=x\r\n" + length + "\r\n\r\n--x\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String line =
                    new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
            return Integer.parseInt(line.substring(line.indexOf(' ') + 1));
        }
    }
}
