package org.plenish.web.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.run.RuleBooks;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rule book to be read, and what its rules decide in the plan of the fixture. */
@OnFixturePlan
class RuleBookPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuleVersions versions;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    private Document page(String path) throws IOException {
        var answer = TestLogin.as(port, Role.BUYER).get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??").hasSizeLessThan(1_000_000);
        return answer.parse();
    }

    @Test
    void theBookInForceIsShownByTopicFileAndRule() throws IOException {
        Document page = page("/rule-book");
        assertThat(page.select("h2.section-title").eachText())
                .containsExactly("How demand is forecast", "How each item is stocked", "What a person should look at");
        assertThat(page.select("tr:has(a:matchesOwn(^SVC-040$))").text())
                .contains("A and regular", "serviceTarget 0.98", "Class A with {demandClass} demand.");
        assertThat(page("/rule-book?q=A and regular").select("tbody th a").eachText())
                .contains("SVC-040")
                .doesNotContain("SVC-010");
        Document table = page("/rule-book/files?name=service-targets.csv");
        assertThat(table.select("thead th").eachText()).contains("item.criticality", "then serviceTarget");
        assertThat(table.select("tbody tr:has(td:contains(SVC-040)) td").eachText())
                .contains("0.98");
        assertThat(page("/rule-book/files?name=tests/service.yaml").text()).contains("SVC-010");
    }

    @Test
    void aRuleTellsWhereItStandsAndForWhichItemsItDecides() throws IOException {
        // The stored answers themselves, which the pages do not read.
        String rule = jdbc.sql("""
                        SELECT c ->> 'ruleId' FROM sku_location_series, jsonb_array_elements(conclusions) c
                        WHERE run_id = :run GROUP BY 1 ORDER BY count(DISTINCT (item, warehouse)) DESC, 1 LIMIT 1""").param("run", run()).query(String.class).single();
        List<String> decided = jdbc.sql("""
                        SELECT DISTINCT item || ' ' || warehouse
                        FROM sku_location_series, jsonb_array_elements(conclusions) c
                        WHERE run_id = :run AND c ->> 'ruleId' = :rule""")
                .param("run", run())
                .param("rule", rule)
                .query(String.class)
                .list();
        List<String> shown = new ArrayList<>();
        for (int page = 1; page <= (decided.size() + 49) / 50; page++) { // 50 a page
            page("/rule-book/rules?id=" + rule + "&page=" + page)
                    .select("#decides tbody .item-link")
                    .forEach(link ->
                            shown.add(link.attr("href").replaceAll(".*item=([^&]*)&warehouse=([^&]*).*", "$1 $2")));
        }
        assertThat(decided).hasSizeGreaterThan(50);
        assertThat(shown).containsExactlyInAnyOrderElementsOf(decided);
        assertThat(page("/rule-book/rules?id=SVC-040").select("dl.facts").text())
                .contains("demandClass SMOOTH|ERRATIC");
        assertThat(page("/rule-book/rules?id=ABC-010").select("pre").text())
                .contains("conclude.abcClass( AbcClass.A );")
                .doesNotContain("ABC-020");
        assertThat(TestLogin.as(port, Role.BUYER)
                        .get("/rule-book/rules?id=NO-010")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anItemTellsWhichRulesDecideForIt() throws IOException {
        record Place(String item, String warehouse) {}
        Place place = jdbc.sql("SELECT item, warehouse FROM sku_location WHERE run_id = :run ORDER BY 1, 2 LIMIT 1")
                .param("run", run())
                .query(Place.class)
                .single();
        List<String> rules = jdbc.sql("""
                        SELECT c ->> 'ruleId' FROM sku_location_series, jsonb_array_elements(conclusions) c
                        WHERE run_id = :run AND item = :item AND warehouse = :warehouse""")
                .param("run", run())
                .param("item", place.item())
                .param("warehouse", place.warehouse())
                .query(String.class)
                .list();
        assertThat(rules).isNotEmpty();
        String address = "item=" + place.item() + "&warehouse=" + place.warehouse();
        assertThat(page("/rule-book/item?" + address)
                        .select("tbody td:nth-child(3) a")
                        .eachText())
                .containsAll(rules);
        assertThat(page("/item?" + address).select("a[href^=/rule-book/item]").attr("href"))
                .isEqualTo("/rule-book/item?" + address);
    }

    @Test
    void versionsAndDifferencesAreThereBeforeAnythingWasPublished() throws IOException {
        assertThat(page("/rule-book/versions").select("tbody th").last().text()).startsWith("Standard");
        Document standard = page("/rule-book?version=0");
        assertThat(standard.select("#version-title").text()).isEqualTo("Standard");
        assertThat(standard.text()).contains("book that comes with the product");
        assertThat(page("/runs/" + run())
                        .select("dt:containsOwn(Rule book) + dd")
                        .first()
                        .text())
                .isEqualTo("Hand-made"); // noted of the plan as it was made
        // Long before anybody can have published.
        RuleBooks.InForce first = new VersionsInForce(versions, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)).inForce();
        assertThat(first.name()).isEqualTo("Standard");
        assertThat(first.fingerprints().fingerprint()).isEqualTo(versions.get(0).fingerprint());
        assertThat(page("/rule-book/compare?from=0&to=0").text()).contains("Both are the same.");
        assertThat(TestLogin.as(port, Role.BUYER)
                        .get("/rule-book/compare?to=99999")
                        .statusCode())
                .isEqualTo(404);
    }

    private long run() {
        return currentPlan.find().orElseThrow().runId();
    }
}
