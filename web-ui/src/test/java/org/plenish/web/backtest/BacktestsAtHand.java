package org.plenish.web.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Connection;
import org.plenish.rules.BookFiles;
import org.plenish.web.TestLogin;
import org.plenish.web.dataset.DatasetsAtHand;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backtests as people start them, over a year of four articles of which one was out of stock for some weeks. */
final class BacktestsAtHand {

    /** Of what is replayed, the latest weeks: a short replay is a quick one. */
    static final LocalDate FROM = LocalDate.of(2026, 9, 14);

    private final JdbcClient jdbc;
    private final DatasetsAtHand datasets;

    BacktestsAtHand(JdbcClient jdbc, DatasetsAtHand datasets) {
        this.jdbc = jdbc;
        this.datasets = datasets;
    }

    /** @return its number */
    long store(String name) throws IOException {
        return datasets.store(name, Map.of("stock_history.csv", """
                        date,item,warehouse,on_hand
                        2026-09-01,TEA,SOUTH,80
                        2026-09-30,TEA,SOUTH,0
                        2026-10-19,TEA,SOUTH,90
                        2026-09-01,JAM,SOUTH,60
                        2026-11-20,JAM,SOUTH,40
                        """));
    }

    /** The standing book's service targets with class C treated like A. */
    static byte[] moreService() {
        return standing("service-targets.csv")
                .replace(",C,0.92,", ",C,0.999999,")
                .replace(",C,0.80,", ",C,0.999999,")
                .replace(",A,0.98,", ",A,0.999999,")
                .replace(",B,0.95,", ",B,0.999999,")
                .getBytes(StandardCharsets.UTF_8);
    }

    static String standing(String file) {
        return new String(BookFiles.standard().bytesByName().get(file), StandardCharsets.UTF_8);
    }

    /** @return its number */
    static long started(Connection.Response answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return Long.parseLong(answer.header("Location").replace("/backtests/", ""));
    }

    /** With both simple policies. */
    static Map<String, String> form(long dataset, String name) {
        return Map.of(
                "dataset",
                String.valueOf(dataset),
                "name",
                name,
                "from",
                FROM.toString(),
                "beside",
                "min-max,two-weeks");
    }

    long startChanged(TestLogin.Session person, long dataset, String name) {
        return started(
                person.postFile("/backtests", form(dataset, name), "files", "service-targets.csv", moreService()));
    }

    /** Its status when it has ended, with why if it failed. */
    String awaitEnd(long id) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(180);
        while (true) {
            String status = jdbc.sql("SELECT status || coalesce(': ' || error, '') FROM backtest WHERE id = ?")
                    .param(id)
                    .query(String.class)
                    .single();
            if (!status.equals("QUEUED") && !status.equals("RUNNING")) {
                return status;
            }
            assertThat(Instant.now()).as("the backtest ends in time").isBefore(deadline);
            Thread.sleep(50);
        }
    }
}
