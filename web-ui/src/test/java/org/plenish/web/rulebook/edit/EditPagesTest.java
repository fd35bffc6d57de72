package org.plenish.web.rulebook.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.rules.table.Workbook;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnFixturePlan
class EditPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    private TestLogin.Session analyst;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
        analyst = TestLogin.as(port, Role.ANALYST);
    }

    @Test
    void aRuleFileIsCheckedSavedAndTestedWithoutJavaScript() throws Exception {
        long draft = DraftAtHand.create(port, "Edited as text");
        String path = "/rule-book/drafts/" + draft + "/files/stop-buy.drl";
        Document page = analyst.get(path).parse();
        assertThat(page.select("h1").text()).isEqualTo("stop-buy.drl");
        String text = page.select("textarea[name=text]").first().wholeText();
        assertThat(text).isEqualTo(kept(draft, "stop-buy.drl"));
        assertThat(page.select("#problems-here li")).isEmpty();
        assertThat(page.select("[data-word] code").eachText()).contains("demand.annualUnits", "stopBuy");

        String wrong = text.replaceFirst("override.stopBuy", "override.stopBy");
        Connection.Response checked = analyst.post(path, Map.of("version", "0", "text", wrong, "do", "check"));
        assertThat(checked.statusCode()).isEqualTo(200);
        Document told = checked.parse();
        assertThat(told.select("#problems-here li").first().text())
                .contains("Error Line", "override.stopBy", "override.stopBuy");
        assertThat(told.select("textarea[name=text]").first().wholeText()).isEqualTo(wrong);
        assertThat(kept(draft, "stop-buy.drl")).isEqualTo(text);

        String changed = text + "// by hand\n";
        Connection.Response saved = analyst.post(path, Map.of("version", version(draft), "text", changed));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(kept(draft, "stop-buy.drl")).isEqualTo(changed);
        Connection.Response late = analyst.post(path, Map.of("version", "0", "text", text));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.parse().select("textarea[name=text]").first().wholeText())
                .isEqualTo(text);
        assertThat(kept(draft, "stop-buy.drl")).isEqualTo(changed);

        String tests = kept(draft, "tests/service.yaml").replace("{ serviceTarget: 0.97 }", "{ serviceTarget: 0.96 }");
        Document tested = analyst.post(
                        "/rule-book/drafts/" + draft + "/files/tests/service.yaml",
                        Map.of("version", version(draft), "text", tests, "do", "test"))
                .parse();
        assertThat(tested.select("#tests .pill").text()).matches("1 failed, \\d+ passed");
        assertThat(tested.select("#tests .failure").text())
                .contains("Expected serviceTarget must be 0.96", "Was it is 0.97");
        assertThat(tested.select("#tests .finding > a").attr("href"))
                .matches("/rule-book/drafts/" + draft + "/files/tests/service\\.yaml\\?as=text&line=\\d+");
    }

    @Test
    void aTableIsAGridWhoseCellsAreKeptAsTheyWere() throws Exception {
        long draft = DraftAtHand.create(port, "Edited as a grid");
        String path = "/rule-book/drafts/" + draft + "/files/service-targets.csv";
        Document page = analyst.get(path).parse();
        assertThat(page.select(".table-grid tbody tr")).hasSize(14);
        String before = kept(draft, "service-targets.csv");
        Map<String, String> form = form(page);
        String post = "/rule-book/drafts/" + draft + "/edit/table" + ticked(page);
        assertThat(analyst.post(post, form).statusCode()).isEqualTo(302);
        assertThat(kept(draft, "service-targets.csv")).isEqualTo(before);

        form.put("c0.7", "1.5"); // then serviceTarget of the first row
        form.put("do", "check");
        Document wrong = analyst.post(post, form).parse();
        assertThat(wrong.select("#c0\\.7").attr("aria-invalid")).isEqualTo("true");
        assertThat(wrong.select("#m0\\.7").text()).contains("0.5 or more and below 1");

        form.put("c0.7", "0.85");
        form.put("do", "copy.0");
        Connection.Response copied = analyst.post(post, form);
        assertThat(copied.header("Location")).endsWith("?saved=true&page=1");
        assertThat(kept(draft, "service-targets.csv").lines().toList().subList(2, 4))
                .containsExactly(
                        "SVC-010 what is not bought any more sells out,< 0.5,true,,,,,0.85,Nothing more is bought.",
                        "SVC-011 what is not bought any more sells out,< 0.5,true,,,,,0.85,Nothing more is bought.");
        Document after = analyst.get(path).parse();
        assertThat(after.select("#r1").text()).contains("asks the same as line 3");
    }

    @Test
    void aCellOffersWhatThePlanHasAndTellsWhatItHasNot() throws Exception {
        long draft = DraftAtHand.create(port, "Conditions on texts");
        Document page = analyst.get("/rule-book/drafts/" + draft + "/files/forecast-methods.csv")
                .parse();
        String offers = page.select("#c0\\.2").attr("list"); // item.category of the first row
        assertThat(page.select("datalist#" + offers + " option").eachAttr("value"))
                .contains("candle", "mug", "tea", "unknown");
        assertThat(page.select("#c0\\.4").attr("list")).isEmpty();
        Map<String, String> form = form(page);
        String post = "/rule-book/drafts/" + draft + "/edit/table" + ticked(page);
        form.put("c0.2", "not mug|lamps");
        form.put("do", "check");
        Document told = analyst.post(post, form).parse();
        assertThat(told.select("#m0\\.2").text())
                .isEqualTo("The current plan has no item.category “lamps”, so no article meets this."
                        + " It counts as soon as a dataset has it.");
        assertThat(told.select("#problems-here li").text()).contains("Warning Row 1", "“lamps”");
        // It may come, so it is kept.
        form.put("do", "save");
        assertThat(analyst.post(post, form).statusCode()).isEqualTo(302);
        assertThat(kept(draft, "forecast-methods.csv")).contains(",not mug|lamps,");
    }

    @Test
    void theCheckAnswersTheEditorInJson() throws Exception {
        long draft = DraftAtHand.create(port, "Checked");
        String path = "/rule-book/drafts/" + draft + "/edit/check";
        TestLogin.Session script = TestLogin.logIn(port, TestLogin.userName(Role.ANALYST), TestLogin.PASSWORD);
        script.prepareToPost();
        script.withHeaders(Map.of("Accept", "application/json"));
        String answer = script.post(path, Map.of("name", "tests/service.yaml", "text", "rules:\n  SVC-999: {}\n"))
                .body();
        assertThat(answer).contains("\"line\":2", "\"file\":\"tests/service.yaml\"", "SVC-999");
        String words = script.get("/rule-book/vocabulary.json").body();
        assertThat(words)
                .contains("{\"topic\":\"policy\",\"word\":\"abcClass\",\"answer\":true,\"fact\":\"AbcClass\"")
                .contains("\"word\":\"demand.annualUnits\"")
                .contains("\"values\":[],\"seen\":[\"BRISTOL\",\"DUBLIN\",\"LEEDS\"]");
        assertThat(TestLogin.as(port, Role.PLANNER)
                        .post(path, Map.of("name", "review.csv", "text", ""))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTableGoesOutAndComesBackAsASpreadsheet() throws Exception {
        long draft = DraftAtHand.create(port, "Taken to a spreadsheet");
        String path = "/rule-book/drafts/" + draft + "/edit/table.xlsx";
        byte[] workbook = analyst.get(path + "?name=review.csv").bodyAsBytes();
        GridTable table = GridTable.of(Workbook.read("review.xlsx", workbook, new ArrayList<>()))
                .orElseThrow();
        assertThat(table.toCsv()).isEqualTo(kept(draft, "review.csv"));
        byte[] shorter = Workbook.write(table.removed(0).sheet("review"));
        Map<String, String> form = Map.of("name", "review.csv", "version", version(draft));
        assertThat(analyst.postFile(path, form, "file", "review.xlsx", shorter).statusCode())
                .isEqualTo(302);
        assertThat(kept(draft, "review.csv")).isEqualTo(table.removed(0).toCsv());
        Connection.Response none = analyst.postFile(path, form, "file", "review.xlsx", new byte[] {1, 2, 3});
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.parse().select("[role=alert]").text()).contains("is not an Excel file that can be read");
    }

    @Test
    void whateverIsSentIsAnsweredWithoutAnErrorOfTheProduct() {
        long draft = DraftAtHand.create(port, "Sent anything");
        String drafts = "/rule-book/drafts/" + draft;
        for (String text : new String[] {"", "\0", "\uD800", "rule \"", "match,first\n\"", "a".repeat(1_000_001)}) {
            for (String name : new String[] {"stop-buy.drl", "tests/service.yaml", "review.csv"}) {
                String place = name + " with " + text.length() + " characters";
                assertThat(analyst.post(drafts + "/files/" + name, Map.of("version", "1", "text", text, "do", "check"))
                                .statusCode())
                        .as(place)
                        .isEqualTo(200);
            }
            assertThat(analyst.post(drafts + "/files/a-new.drl", Map.of("version", "1", "text", text))
                            .statusCode())
                    .isEqualTo(404);
        }
        for (String action :
                new String[] {"copy.999", "remove.-1", "up.0", "down.x", "addColumn", "removeColumn", "?"}) {
            Map<String, String> form = Map.of(
                    "name",
                    "review.csv",
                    "version",
                    "99",
                    "from",
                    "-7",
                    "count",
                    "2147483647",
                    "do",
                    action,
                    "newColumn",
                    "then\0",
                    "oldColumn",
                    "rule",
                    "c0.0",
                    "\0");
            assertThat(analyst.post(drafts + "/edit/table", form).statusCode())
                    .as(action)
                    .isBetween(400, 499);
        }
    }

    @Test
    void anArticleIsTriedBesideTheStandingBook() throws Exception {
        long draft = DraftAtHand.create(port, "Tried");
        jdbc.sql("UPDATE rule_draft_file SET content = replace(content, ',0.99,', ',0.96,') WHERE draft_id = :id")
                .param("id", draft)
                .update();
        String path = "/rule-book/drafts/" + draft + "/edit/try?";
        Document vital = analyst.get(path + "do=try&w.item.criticality=VITAL").parse();
        // The ordinary article sells evenly, so SVC-034 speaks: 0.99 in the standard book.
        assertThat(row(vital, "serviceTarget").text()).contains("other answer 0.96 SVC-034: The article is vital");
        assertThat(row(vital, "serviceTarget").select("td strong").eachText()).containsExactly("0.96", "0.99");
        assertThat(vital.select("#trial tr.is-other")).hasSize(1);

        Connection.Response wrong = analyst.get(path + "do=try&w.demand.annualUnits=many");
        assertThat(wrong.statusCode()).isEqualTo(400);
        Document told = wrong.parse();
        assertThat(told.select("#f-demand\\.annualUnits").val()).isEqualTo("many");
        assertThat(told.select("#h-f-demand\\.annualUnits").text()).contains("many must be a number");

        Document taken =
                analyst.get(path + "do=take&item=ART-1001&warehouse=LEEDS").parse();
        // All that the rules of the hand-made plan say they saw.
        String seen = jdbc.sql("""
            SELECT conclusions -> 0 -> 'saw' -> 0 ->> 'value' FROM sku_location_series
            WHERE run_id = :run AND item = 'ART-1001' AND warehouse = 'LEEDS'\
            """)
                .param("run", currentPlan.find().orElseThrow().runId())
                .query(String.class)
                .single();
        assertThat(Double.parseDouble(taken.select("#f-demand\\.annualUnits").val()))
                .isEqualTo(Double.parseDouble(seen));
        assertThat(taken.select("#f-item").val()).isEqualTo("ART-1001");
        assertThat(taken.select("#trial tbody tr")).hasSizeGreaterThan(10);
        assertThat(analyst.get(path + "do=take&item=NONE&warehouse=LEEDS").statusCode())
                .isEqualTo(404);
    }

    private static Element row(Document page, String question) {
        return page.select("#trial tbody tr").stream()
                .filter(row -> row.select("th code").text().equals(question))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoMayNotWriteReads() throws Exception {
        long draft = DraftAtHand.create(port, "Read by an auditor");
        TestLogin.Session auditor = TestLogin.as(port, Role.AUDITOR);
        for (String file : new String[] {"review.csv", "review.csv?as=text", "tests/service.yaml"}) {
            Document page =
                    auditor.get("/rule-book/drafts/" + draft + "/files/" + file).parse();
            assertThat(page.select("main button[name=do]")).as(file).isEmpty();
            assertThat(page.select("main").text()).contains("Analysts change it");
        }
        // The widest of the tables.
        assertThat(auditor.get("/rule-book/drafts/" + draft + "/files/exceptions-of-stock.csv")
                        .body())
                .hasSizeLessThan(1_000_000);
        assertThat(auditor.get("/rule-book/drafts/" + draft + "/files/none.drl").statusCode())
                .isEqualTo(404);
        assertThat(auditor.get("/rule-book/drafts/" + draft + "/edit/table.xlsx?name=review.csv")
                        .header("Content-Disposition"))
                .contains("review.xlsx");
    }

    /** What a browser would send; boxes of one name go into the address, as a map has each name once. */
    private static Map<String, String> form(Document page) {
        Map<String, String> form = new HashMap<>();
        for (Element field : page.select("#grid-form input:not([type=checkbox]), #grid-form textarea")) {
            form.put(field.attr("name"), field.tagName().equals("textarea") ? field.wholeText() : field.val());
        }
        for (Element field : page.select("#grid-form select")) {
            form.put(field.attr("name"), field.select("option[selected]").attr("value"));
        }
        return form;
    }

    private static String ticked(Document page) {
        return page.select("#grid-form input[checked]").stream()
                .map(box -> box.attr("name") + "=" + box.val())
                .collect(Collectors.joining("&", "?", ""));
    }

    private String version(long draft) {
        return jdbc.sql("SELECT version::text FROM rule_draft WHERE id = :id")
                .param("id", draft)
                .query(String.class)
                .single();
    }

    private String kept(long draft, String name) {
        return jdbc.sql("SELECT content FROM rule_draft_file WHERE draft_id = :id AND name = :name")
                .param("id", draft)
                .param("name", name)
                .query(String.class)
                .single();
    }
}
