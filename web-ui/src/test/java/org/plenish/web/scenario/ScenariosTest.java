package org.plenish.web.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.TestLogin;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scenarios as people write them, and who may what; against PostgreSQL. */
@OnScenarios
class ScenariosTest {

    @LocalServerPort
    int port;

    @Autowired
    ScenariosAtHand scenarios;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    private TestLogin.Session planner() {
        return TestLogin.as(port, Role.PLANNER);
    }

    private TestLogin.Session analyst() {
        return TestLogin.as(port, Role.ANALYST);
    }

    @Test
    void allScenariosThatShipCanBeCopied() throws Exception {
        Document page = planner().get("/scenarios").parse();
        List<String> templates = page.select("input[name=template]").eachAttr("value");
        assertThat(templates).hasSize(8).contains("cash-cut", "port-strike");
        for (String template : templates) {
            Connection.Response answer = planner().post("/scenarios", Map.of("template", template));
            assertThat(answer.statusCode()).as(template).isEqualTo(302);
        }
        assertThat(planner()
                        .get("/scenarios")
                        .parse()
                        .select(".table-scenarios tbody th")
                        .eachText())
                .contains("Cash cut by a third", "Port strike");
        assertThat(jdbc.sql("SELECT count(*) FROM scenario WHERE content ~ '(?n)^dataset'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aScenarioBeginsWithAChangeThatAnotherPageProposes() throws Exception {
        scenarios.choose("Proposed");
        Document form = planner()
                .get("/scenarios/new?kind=service&name=Better&target=0.97&items=TEA&unknown=1")
                .parse();
        assertThat(form.select("input[name=name]").val()).isEqualTo("Better");
        assertThat(form.select("input[name=target]").val()).isEqualTo("0.97");
        assertThat(form.select("input[name=items]").val()).isEqualTo("TEA");

        Connection.Response answer = planner()
                .post("/scenarios/new", Map.of("kind", "service", "name", "Better", "target", "0.97", "items", "TEA"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        Document made = planner().get(answer.header("Location")).parse();
        assertThat(made.select("h1").text()).isEqualTo("Better");
        assertThat(made.select("textarea").val()).contains("change: service", "target: 0.97", "items: [\"TEA\"]");
        assertThat(made.select(".problems")).isEmpty();
    }

    @Test
    void aProposedChangeThatCannotBeIsShownAgainWithWhatIsWrong() throws Exception {
        scenarios.choose("Proposed wrongly");
        Connection.Response answer =
                analyst().post("/scenarios/new", Map.of("kind", "service", "name", "Perfect", "target", "1.5"));
        assertThat(answer.statusCode()).isEqualTo(400);
        Document again = answer.parse();
        assertThat(again.select(".problems").text()).contains("target").contains("1.5");
        assertThat(again.select("input[name=name]").val()).isEqualTo("Perfect");
        assertThat(analyst()
                        .post("/scenarios/new", Map.of("kind", "service", "name", " ", "target", "0.9"))
                        .body())
                .contains("A scenario needs a name of 1 to 120 characters.");
        assertThat(TestLogin.as(port, Role.BUYER)
                        .post("/scenarios/new", Map.of("kind", "service", "name", "Mine", "target", "0.9"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPrivateScenarioIsNotThereForOthers() throws Exception {
        long dataset = scenarios.choose("Private");
        long id = scenarios.createCashCut(planner(), dataset, "A secret cut");
        for (String path : List.of("", "/promote")) {
            assertThat(analyst().get("/scenarios/" + id + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(analyst().get("/scenarios/compare?scenario=" + id).statusCode())
                .isEqualTo(404);
        assertThat(analyst().get("/scenarios/compare/progress?scenario=" + id).statusCode())
                .isEqualTo(404);
        assertThat(analyst()
                        .get("/scenarios/compare/figures.csv?scenario=" + id)
                        .statusCode())
                .isEqualTo(404);
        for (String action : List.of("save", "changes", "share", "copy", "discard", "run", "cancel")) {
            assertThat(analyst()
                            .post(
                                    "/scenarios/" + id + "/" + action,
                                    Map.of(
                                            "version",
                                            "2",
                                            "content",
                                            "name: taken",
                                            "kind",
                                            "cash",
                                            "shared",
                                            "true",
                                            "reason",
                                            "taken"))
                            .statusCode())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(analyst().get("/scenarios").body()).doesNotContain("A secret cut");
        assertThat(TestLogin.as(port, Role.ADMINISTRATOR)
                        .get("/scenarios/" + id)
                        .statusCode())
                .isEqualTo(404);
        assertThat(content(id)).contains("A secret cut");

        assertThat(planner()
                        .post("/scenarios/" + id + "/share", Map.of("version", "2", "shared", "true"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(analyst().get("/scenarios/" + id).parse().text()).contains("A secret cut", "Copy it to change it");
        assertThat(TestLogin.as(port, Role.AUDITOR).get("/scenarios/" + id).statusCode())
                .isEqualTo(200);
        Connection.Response taken =
                analyst().post("/scenarios/" + id + "/save", Map.of("version", "3", "content", "name: taken"));
        assertThat(taken.statusCode()).isEqualTo(403);
        assertThat(taken.body()).contains("belongs to test-planner");
        Connection.Response copied = analyst().post("/scenarios/" + id + "/copy", Map.of());
        assertThat(copied.statusCode()).isEqualTo(302);
        long copy = Long.parseLong(copied.header("Location").replace("/scenarios/", ""));
        assertThat(content(copy)).isEqualTo(content(id));
        assertThat(planner().get("/scenarios/" + copy).statusCode()).isEqualTo(404);
        assertThat(entries(id)).containsExactly("test-planner create", "test-planner change", "test-planner share");
    }

    @Test
    void onlyPlannersAndAnalystsWriteAndOnlyPlannersPromote() throws Exception {
        long dataset = scenarios.choose("Roles");
        long id = scenarios.createCashCut(analyst(), dataset, "An analyst's");
        analyst().post("/scenarios/" + id + "/share", Map.of("version", "2", "shared", "true"));
        for (Role role : List.of(Role.BUYER, Role.APPROVER, Role.AUDITOR, Role.ADMINISTRATOR)) {
            TestLogin.Session person = TestLogin.as(port, role);
            assertThat(person.post("/scenarios", Map.of("name", "x")).statusCode())
                    .as("%s", role)
                    .isEqualTo(403);
            for (String action : List.of("save", "changes", "share", "copy", "discard", "run", "cancel", "promote")) {
                assertThat(person.post("/scenarios/" + id + "/" + action, Map.of("version", "3"))
                                .statusCode())
                        .as("%s by %s", action, role)
                        .isEqualTo(403);
            }
            assertThat(person.get("/scenarios/" + id).parse().select("main form"))
                    .isEmpty();
        }
        assertThat(analyst()
                        .post("/scenarios/" + id + "/promote", Map.of("version", "3", "replacing", "1"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(planner()
                        .postWithoutToken("/scenarios/" + id + "/run", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void ofTwoEditorsAtOnceTheSecondIsToldAndKeepsWhatWasTyped() throws Exception {
        long dataset = scenarios.choose("Two editors");
        long id = scenarios.create(planner(), dataset, "Twice open");
        scenarios.save(planner(), id, ScenariosAtHand.CASH.formatted("First"));
        Connection.Response second = planner()
                .post(
                        "/scenarios/" + id + "/save",
                        Map.of("version", "1", "content", "name: Second\n# typed by hand\n"));
        assertThat(second.statusCode()).isEqualTo(409);
        Document told = second.parse();
        assertThat(told.select("textarea").val()).contains("# typed by hand");
        assertThat(told.select("[role=alert]").text()).contains("changed meanwhile");
        assertThat(content(id)).contains("First");
        assertThat(planner()
                        .post("/scenarios/" + id + "/discard", Map.of("version", "1", "reason", "old"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void everyProblemOfATextIsListedByLineAndNothingRuns() throws Exception {
        long dataset = scenarios.choose("Problems");
        long id = scenarios.create(planner(), dataset, "Wrong");
        scenarios.save(planner(), id, """
                name: Wrong
                dataset: /etc
                changes:
                  - change: demand
                    factor: many
                    items: [TEE]
                  - change: dance
                """);
        String page =
                planner().get("/scenarios/" + id).parse().select(".problems").text();
        assertThat(page)
                .contains(
                        "scenario line 2, column dataset: /etc must not be given",
                        "column factor: many must be",
                        "column items: TEE",
                        "column change: dance must be one of");
        Connection.Response run = planner().post("/scenarios/" + id + "/run", Map.of());
        assertThat(run.statusCode()).isEqualTo(400);
        assertThat(jdbc.sql("SELECT count(*) FROM scenario_run WHERE scenario_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        scenarios.save(planner(), id, "name: [broken\n");
        assertThat(planner().get("/scenarios/" + id).parse().select(".problems").text())
                .contains("scenario line", "must be YAML");
        assertThat(planner().get("/scenarios/" + id).parse().select("h1").text())
                .isEqualTo("Wrong");
    }

    @Test
    void aNameWithAScriptIsOnlyText() throws Exception {
        long dataset = scenarios.choose("Hostile");
        String name = "<script>alert(1)</script> \"&' {{7*7}} ${7*7}";
        long id = scenarios.create(planner(), dataset, name);
        for (String path : List.of("/scenarios", "/scenarios/" + id, "/scenarios/compare?scenario=" + id)) {
            Document page = planner().get(path).parse();
            assertThat(page.text()).as(path).contains(name);
            assertThat(page.select("main script")).as(path).isEmpty();
        }
        assertThat(planner().post("/scenarios", Map.of("name", "x".repeat(121))).statusCode())
                .isEqualTo(400);
        assertThat(planner().post("/scenarios", Map.of("name", " ")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theFormWritesTheTextAndRefusesWhatTheEngineWould() throws Exception {
        long dataset = scenarios.choose("Form");
        long id = scenarios.create(planner(), dataset, "By form");
        Document page = planner().get("/scenarios/" + id + "?kind=service").parse();
        assertThat(page.select("#change-form input[name=target]")).hasSize(1);
        assertThat(page.select("#change-form input[name=warehouses]").eachAttr("value"))
                .containsExactly("NORTH", "SOUTH");

        Connection.Response wrong = planner()
                .post(
                        "/scenarios/" + id + "/changes",
                        Map.of("version", "1", "kind", "service", "target", "98", "abc", "A"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        Document told = wrong.parse();
        assertThat(told.select("#change-form [role=alert]").text()).contains("column target: 98 must be");
        assertThat(told.select("#change-form input[name=target]").val()).isEqualTo("98");
        assertThat(told.select("#change-form input[name=abc][value=A]").hasAttr("checked"))
                .isTrue();
        assertThat(told.select("#change-form input[name=target]").attr("aria-invalid"))
                .isEqualTo("true");
        assertThat(content(id)).doesNotContain("service");

        assertThat(planner()
                        .post(
                                "/scenarios/" + id + "/changes",
                                Map.of("version", "1", "kind", "service", "target", "0.98", "abc", "A"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(planner()
                        .post(
                                "/scenarios/" + id + "/changes",
                                Map.of("version", "2", "kind", "demand", "factor", "1.2", "items", "TEA, MUG"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(content(id)).isEqualTo("""
                name: "By form"
                description: ""
                changes:
                  - change: service
                    target: 0.98
                    abc: ["A"]
                  - change: demand
                    factor: 1.2
                    items: ["TEA", "MUG"]
                """);
        assertThat(planner()
                        .get("/scenarios/" + id)
                        .parse()
                        .select("#changes-title + ul")
                        .text())
                .contains("Demand of MUG, TEA × 1.2.");
        assertThat(planner()
                        .post("/scenarios/" + id + "/changes", Map.of("version", "1", "kind", "cash", "factor", "0.5"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsDiscardedIsPutAwayWithAReason() throws Exception {
        long dataset = scenarios.choose("Discarded");
        long id = scenarios.createCashCut(planner(), dataset, "Put away");
        assertThat(planner()
                        .post("/scenarios/" + id + "/discard", Map.of("version", "2", "reason", " "))
                        .statusCode())
                .isEqualTo(400);
        assertThat(planner()
                        .post("/scenarios/" + id + "/discard", Map.of("version", "2", "reason", "No use"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(planner().get("/scenarios").body()).doesNotContain("Put away");
        assertThat(planner().get("/scenarios?discarded=true").body()).contains("Put away");
        assertThat(planner().post("/scenarios/" + id + "/run", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(planner()
                        .post("/scenarios/" + id + "/save", Map.of("version", "3", "content", "name: back"))
                        .statusCode())
                .isEqualTo(409);
        Map<String, Object> entry =
                jdbc.sql("""
                        SELECT before ->> 'state' AS before, after ->> 'state' AS after, reason FROM (
                            SELECT before::jsonb, after::jsonb, reason FROM audit_entry
                            WHERE subject_kind = 'scenario' AND subject = ? AND action = 'discard') e""").param(String.valueOf(id)).query().singleRow();
        assertThat(entry)
                .containsEntry("before", "DRAFT")
                .containsEntry("after", "DISCARDED")
                .containsEntry("reason", "No use");
    }

    @Test
    void aDatasetThatAScenarioChangesStays() throws Exception {
        long dataset = scenarios.choose("Stays");
        scenarios.create(planner(), dataset, "Holds it");
        jdbc.sql("DELETE FROM planned_dataset").update();
        assertThat(planner()
                        .post("/datasets/" + dataset + "/delete", Map.of("reason", "tidy"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aForgedNumberIsNothing() {
        assertThat(planner().get("/scenarios/999999").statusCode()).isEqualTo(404);
        assertThat(planner().get("/scenarios/abc").statusCode()).isEqualTo(400);
        assertThat(planner().post("/scenarios/999999/run", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(planner()
                        .post("/scenarios", Map.of("name", "Elsewhere", "dataset", "999999"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Set.of(200)).contains(planner().get("/scenarios/compare").statusCode());
    }

    private String content(long id) {
        return jdbc.sql("SELECT content FROM scenario WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private List<String> entries(long id) {
        return jdbc.sql("""
                        SELECT user_name || ' ' || action FROM audit_entry
                        WHERE subject_kind = 'scenario' AND subject = ? ORDER BY number""").param(String.valueOf(id)).query(String.class).list();
    }
}
