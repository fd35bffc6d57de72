package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.shared.CurrentPlan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnFixturePlan
class PagesTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (currentPlan.find().isEmpty()) {
            assertThat(Instant.now()).as("a plan is stored in time").isBefore(deadline);
            Thread.sleep(50);
        }
    }

    @Test
    void homePageShowsKeyFigures() throws Exception {
        Document page = get("/").parse();
        assertThat(page.select("h1").text()).isEqualTo("What to buy and move today");
        assertThat(page.select(".kpi").text()).contains("Service level 96.2%");
    }

    private Connection.Response get(String path) throws Exception {
        return Jsoup.connect("http://127.0.0.1:" + port + path)
                .ignoreHttpErrors(true)
                .execute();
    }
}
