package org.plenish.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://[::1]/x",
                "https://10.1.2.3/x",
                "https://172.16.0.1/x",
                "https://192.168.1.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/x",
                "https://0.0.0.0/x",
                "https://224.0.0.1/x",
                "https://255.255.255.255/x",
                "https://[fe80::1]/x",
                "https://[fc00::1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://[2002:7f00:1::]/x",
                "https://[64:ff9b::7f00:1]/x"
            })
    void nothingThatOnlyThisServerReachesIsReached(String url) {
        assertThatThrownBy(() -> new WebhookAddress(false).check(url))
                .isInstanceOf(WebhookRefusedException.class)
                .hasMessageContaining("must lead to the public internet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.215.14/x",
                "ftp://93.184.215.14/x",
                "file:///etc/passwd",
                "https://user:pw@93.184.215.14/x",
                "https:///x",
                "not an address",
                "https://no-such-host.invalid/x"
            })
    void onlyAPlainHttpsAddressIsTaken(String url) {
        assertThatThrownBy(() -> new WebhookAddress(true).check(url))
                .isInstanceOf(WebhookRefusedException.class)
                .hasMessageStartingWith("The address " + url + " must ");
    }

    @Test
    void thePublicInternetIsReached() throws Exception {
        assertThat(new WebhookAddress(false).check("https://93.184.215.14/hook?x=1"))
                .hasToString("https://93.184.215.14/hook?x=1");
        assertThat(WebhookAddress.isPublic(InetAddress.getByName("2606:4700::1111")))
                .isTrue();
    }

    @Test
    void thisMachineIsReachedOnlyIfThatIsAllowed() {
        assertThat(new WebhookAddress(true).check("http://127.0.0.1:8080/x")).hasPort(8080);
        assertThatThrownBy(() -> new WebhookAddress(false).check("http://127.0.0.1:8080/x"))
                .hasMessageContaining("must begin with https://");
        assertThatThrownBy(() -> new WebhookAddress(true).check("https://10.0.0.1/x"))
                .hasMessageContaining("public internet");
    }
}
