package org.plenish.benchmarks.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.benchmarks.BenchmarkCommand;
import picocli.CommandLine;

class PagesBenchmarkTest {

    private HttpServer product;

    @BeforeEach
    void start() throws IOException {
        product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/login", 200, "<form><input name=_csrf value=x></form>");
        serve("/", 200, "<link rel=stylesheet href=/big.css><ul class=menu><li><a href=/orders/12>One</a></ul>");
        serve("/orders/", 200, "<ul class=menu><li><a href=/>Home</a></ul><main><a href=/list.csv>CSV</a></main>");
        serve("/big.css", 200, "a".repeat(3_000));
        product.start();
    }

    @AfterEach
    void stop() {
        product.stop(0);
    }

    @Test
    void peopleFollowTheLinksAndEachPageIsMeasured() {
        StringWriter out = new StringWriter();
        assertThat(run(out)).isZero();
        // 84 characters of the page itself and 3,000 of its style
        assertThat(out.toString().lines().filter(line -> line.startsWith("/ ")))
                .singleElement()
                .asString()
                .matches("/ +\\d+ +\\d+ +\\d+ +\\d+ +0 +3");
        assertThat(out.toString()).contains("/orders/… ").contains("0 failed").doesNotContain("list.csv");
    }

    @Test
    void aPageThatIsTooHeavyOrFailsIsReported() {
        StringWriter out = new StringWriter();
        assertThat(run(out, "--most-kb", "2")).isEqualTo(1);
        assertThat(out.toString()).contains("heavier than 2 KB: /\n");

        product.removeContext("/orders/");
        serve("/orders/", 500, "");
        assertThat(run(out)).isEqualTo(1);
        assertThat(out.toString()).contains("500 for demo-planner: /orders/12");
    }

    @Test
    void aPercentileIsTheLeastValueThatSoManyDoNotExceed() {
        double[] sorted = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        assertThat(Visits.percentile(sorted, 0.95)).isEqualTo(19); // 0.95 · 20 = 19 values
        assertThat(Visits.percentile(sorted, 0.5)).isEqualTo(10);
        assertThat(Visits.percentile(new double[0], 0.5)).isNaN();
    }

    private int run(StringWriter out, String... more) {
        CommandLine command = BenchmarkCommand.create().setOut(new PrintWriter(out, true));
        String[] arguments = {
            "pages", "--url", "http://127.0.0.1:" + product.getAddress().getPort(), "--people", "1"
        };
        String[] all = new String[arguments.length + 4 + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(new String[] {"--seconds", "2", "--reading", "0.05"}, 0, all, arguments.length, 4);
        System.arraycopy(more, 0, all, arguments.length + 4, more.length);
        return command.execute(all);
    }

    private void serve(String path, int status, String page) {
        product.createContext(path, exchange -> {
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
