package org.plenish.web.override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.web.OnFixturePlan;
import org.plenish.web.PlanFixture;
import org.plenish.web.TestLogin;
import org.plenish.web.dataset.DatasetsAtHand;
import org.plenish.web.override.OverrideStore.Wanted;
import org.plenish.web.run.DatasetCopies;
import org.plenish.web.run.PlanStore;
import org.plenish.web.run.PlannedDataset;
import org.plenish.web.run.PlanningRuns;
import org.plenish.web.run.StoredDatasets;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnFixturePlan
class OverridesTest {

    private static final RunSettings SETTINGS = new RunSettings(OptimizerSettings.ofMoves(200, 1, 1), 1);
    private static final Actor ANNA = new Actor("anna", Set.of(Role.PLANNER), "test");
    private static final SkuLocation TEA = new SkuLocation(new ItemId("TEA"), new WarehouseId("NORTH"));

    @LocalServerPort
    int port;

    @Autowired
    CurrentPlan currentPlan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    OverrideStore store;

    @Autowired
    PeoplesOverrides overrides;

    @Autowired
    StoredDatasets datasets;

    @Autowired
    PlanningRuns runs;

    @Autowired
    PlanStore plans;

    @BeforeEach
    void awaitPlan() throws InterruptedException {
        OnFixturePlan.Fixture.awaitPlan(currentPlan);
    }

    @Test
    void aPlannerSeesWhatAValueDoesKeepsItAndEndsIt() throws Exception {
        TestLogin.Session planner = TestLogin.as(port, Role.PLANNER);
        String place = "item=ART-1011&warehouse=LEEDS";
        Document blank = planner.get("/overrides/edit?" + place).parse();
        assertThat(blank.select(".table-override tbody tr")).hasSize(7);
        assertThat(blank.select(".table-override tbody tr").first().text()).contains("Service target");

        Document looked = planner.get("/overrides/edit?" + place + "&look=true&safety_stock=77&service_level=97.5")
                .parse();
        assertThat(row(looked, "Safety stock (units)")).endsWith("77");
        assertThat(row(looked, "Service target")).endsWith("97.5%");
        assertThat(looked.select("table[id^=effect-] tbody tr")).hasSize(13); // weeks
        assertThat(count("ART-1011")).isZero();

        Map<String, String> form = form("ART-1011", "0");
        form.put("safety_stock", "77");
        form.put("service_level", "97.5");
        form.put("until", "2027-03-31");
        assertThat(planner.post("/overrides/edit", form).statusCode()).isEqualTo(302);
        Document kept = planner.get("/overrides/edit?" + place).parse();
        assertThat(kept.select("tr.is-set").eachText())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .contains("test-planner", "A busy spring", "until 2027-03-31", "From the next plan"));
        assertThat(kept.select("input[name=safety_stock]").first().val()).isEqualTo("77");

        Document list = planner.get("/overrides?item=ART-1011").parse();
        assertThat(list.select("#override-list tbody tr").eachText())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("A busy spring", "From the next plan"));
        assertThat(planner.get("/overrides.csv?item=ART-1011").body())
                .contains("item,description,warehouse,field,value,reason,valid_until")
                .contains(",LEEDS,service_level,0.975,A busy spring,2027-03-31,test-planner,");

        // the safety stock alone is left to the rules again
        Map<String, String> second = form("ART-1011", "2"); // two set, none ended
        second.put("service_level", "97.5");
        assertThat(planner.post("/overrides/edit", second).statusCode()).isEqualTo(302);
        assertThat(store.standing("ART-1011", "LEEDS"))
                .extracting(StandingOverride::field)
                .containsExactly(OverrideField.SERVICE_LEVEL);
        long id = store.standing("ART-1011", "LEEDS").get(0).id();
        assertThat(planner.post("/overrides/" + id + "/end", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(planner.post("/overrides/" + id + "/end", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(planner.get("/overrides?item=ART-1011").parse().text()).contains("No override");
        assertThat(planner.get("/overrides?item=ART-1011&state=ENDED").parse().select("#override-list tbody tr"))
                .hasSize(2);
        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE subject = 'ART-1011 at LEEDS' ORDER BY number")
                        .query(String.class)
                        .list())
                .containsExactly("set", "set", "end");
    }

    @Test
    void whatCannotBeTakenIsToldBesideWhatWasTyped() throws Exception {
        TestLogin.Session planner = TestLogin.as(port, Role.PLANNER);
        assertRefused(planner, Map.of("service_level", "120"), "120: a service target must be a percentage");
        assertRefused(planner, Map.of("safety_stock", "7.5"), "7.5: units must be a whole number");
        assertRefused(planner, Map.of("min_quantity", "9", "max_quantity", "8"), "9 and 8: the least order");
        assertRefused(planner, Map.of("safety_stock", "5", "reason", ""), "A reason must be given");
        assertRefused(planner, Map.of("safety_stock", "5", "until", "2026-11-22"), "2026-11-22: the last day must be");
        Map<String, String> stale = form("ART-1012", "4");
        stale.put("safety_stock", "5");
        Connection.Response answer = planner.post("/overrides/edit", stale);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.parse().select("input[name=safety_stock]").first().val())
                .isEqualTo("5");
        assertThat(count("ART-1012")).isZero();
        assertThat(TestLogin.as(port, Role.BUYER)
                        .post("/overrides/edit", form("ART-1012", "0"))
                        .statusCode())
                .isEqualTo(403);
        Document read = TestLogin.as(port, Role.AUDITOR)
                .get("/overrides/edit?item=ART-1012&warehouse=LEEDS")
                .parse();
        assertThat(read.select(".override-edit input[name=safety_stock]")).isEmpty();
        assertThat(planner.get("/overrides/edit?item=NOWHERE&warehouse=LEEDS").statusCode())
                .isEqualTo(404);
        Document part = planner.getPart("/overrides/edit?item=ART-1012&warehouse=LEEDS&look=true&safety_stock=x")
                .parse();
        assertThat(part.select("main")).isEmpty();
        assertThat(part.select(".override-edit [role=alert]").text()).contains("x: units must be");
    }

    @Test
    void aPersonsValueGoesBeforeTheDatasetsOfTheSameField() {
        rolledBack(() -> {
            PolicyOverride given = new PolicyOverride(
                    new ItemId("ART-1013"),
                    new WarehouseId("LEEDS"),
                    11,
                    22,
                    null,
                    null,
                    null,
                    0.9,
                    true,
                    "from the file");
            keep("ART-1013", "LEEDS", Map.of(OverrideField.SAFETY_STOCK, 33.0), null);
            keep("ART-1014", "LEEDS", Map.of(OverrideField.SAFETY_STOCK, 1.0), LocalDate.of(2026, 11, 22));
            keep("UNKNOWN", "LEEDS", Map.of(OverrideField.SAFETY_STOCK, 1.0), null);
            List<PolicyOverride> all = overrides
                    .addTo(DatasetCopies.withPolicyOverrides(
                            PlanFixture.planned().dataset(), List.of(given)))
                    .policyOverrides();
            // what expired the day before the plan's date, and what the dataset lacks, is not there
            assertThat(all).hasSize(2).last().satisfies(merged -> {
                assertThat(merged.safetyStockUnits()).isEqualTo(33);
                assertThat(merged.reorderPointUnits()).isEqualTo(22);
                assertThat(merged.serviceLevel()).isEqualTo(0.9);
                assertThat(merged.stopBuy()).isTrue();
                assertThat(merged.reason()).isEqualTo("Because (anna)");
            });
        });
    }

    @Test
    void everyFollowingPlanTakesThemAsTheirEffectSaidAndKeepsWhatTheRulesWouldHaveChosen() {
        rolledBack(() -> {
            long dataset = new DatasetsAtHand(jdbc, batches).store("Overridden");
            PlannedDataset without = plan(dataset);
            Map<OverrideField, Double> values =
                    Map.of(OverrideField.SAFETY_STOCK, 99.0, OverrideField.SERVICE_LEVEL, 0.6);
            LatestPlan kept = new LatestPlan();
            kept.keep(7, without);
            OverrideEffect effect =
                    new OverrideEffects(kept).find(7, "TEA", "NORTH", values).orElseThrow();
            OverrideEffect ofService = new OverrideEffects(kept)
                    .find(7, "TEA", "NORTH", Map.of(OverrideField.SERVICE_LEVEL, 0.6))
                    .orElseThrow();
            keep("TEA", "NORTH", values, null);
            PlannedDataset with = plan(dataset);
            assertThat(at(with).policy().safetyStockUnits()).isEqualTo(99);
            assertThat(at(with).choice().serviceTarget()).isEqualTo(0.6);
            assertThat(at(with).calculation().overridden()).containsExactly("safety_stock", "service_level");

            assertThat(effect.policyBefore()).isEqualTo(policy(without));
            assertThat(effect.policyAfter()).isEqualTo(policy(with));
            assertThat(ofService.policyAfter().safetyStockUnits())
                    .isLessThan(effect.policyBefore().safetyStockUnits());
            assertThat(effect.stockValueChange()) // tea costs 2.00
                    .isCloseTo(
                            2.00
                                    * (effect.after().averageStockUnits()
                                            - effect.before().averageStockUnits()),
                            within(0.02))
                    .isPositive();
            assertThat(effect.points()).hasSize(without.plan().buckets().count());
            assertThat(new OverrideEffects(kept).find(8, "TEA", "NORTH", Map.of()))
                    .isEmpty();

            long run = runs.start(ANNA, "Overridden", dataset, SETTINGS, Instant.now());
            plans.store(run, with);
            Map<String, Object> rules = jdbc.sql(
                            "SELECT * FROM plan_rules_policy WHERE run_id = :run AND item = 'TEA' AND warehouse = 'NORTH'")
                    .param("run", run)
                    .query()
                    .singleRow();
            // what the plan without them has
            assertThat(rules)
                    .containsEntry("safety_stock_units", at(without).policy().safetyStockUnits())
                    .containsEntry("reorder_point_units", at(without).policy().reorderPointUnits())
                    .containsEntry("service_target", at(without).choice().serviceTarget());
            assertThat(jdbc.sql("SELECT count(*) FROM plan_rules_policy WHERE run_id = :run")
                            .param("run", run)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        });
    }

    private static OverrideEffect.Policy policy(PlannedDataset planned) {
        SkuLocationPlan tea = at(planned);
        return new OverrideEffect.Policy(
                tea.choice().serviceTarget(),
                tea.policy().safetyStockUnits(),
                tea.policy().reorderPointUnits(),
                tea.policy().orderUpToLevelUnits(),
                tea.policy().orderQuantityUnits(),
                tea.choice().stopBuy());
    }

    private PlannedDataset plan(long dataset) {
        return datasets.find(dataset).orElseThrow().plan(SETTINGS, RunListener.SILENT);
    }

    private static SkuLocationPlan at(PlannedDataset planned) {
        return planned.plan().locations().stream()
                .filter(each -> each.location().equals(TEA))
                .findFirst()
                .orElseThrow();
    }

    private void keep(String item, String warehouse, Map<OverrideField, Double> values, LocalDate until) {
        store.keep(ANNA, item, warehouse, store.version(item, warehouse), new Wanted(values, "Because", until, false));
    }

    private interface Work {
        void run() throws Exception;
    }

    /** The plan that all tests look at stays. */
    private void rolledBack(Work work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            try {
                work.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private static Map<String, String> form(String item, String version) {
        Map<String, String> form = new HashMap<>();
        form.put("item", item);
        form.put("warehouse", "LEEDS");
        form.put("version", version);
        form.put("reason", "A busy spring");
        return form;
    }

    private static void assertRefused(TestLogin.Session person, Map<String, String> typed, String told)
            throws Exception {
        Map<String, String> form = form("ART-1012", "0");
        form.putAll(typed);
        Connection.Response answer = person.post("/overrides/edit", form);
        assertThat(answer.statusCode()).as(told).isEqualTo(400);
        Document page = answer.parse();
        assertThat(page.select("[role=alert]").text()).contains(told);
        typed.forEach((name, value) -> assertThat(
                        page.select("input[name=" + name + "]").eachAttr("value"))
                .as(name)
                .contains(value));
    }

    private static String row(Document page, String head) {
        return page.select(".override-effect tr").eachText().stream()
                .filter(text -> text.startsWith(head))
                .findFirst()
                .orElseThrow();
    }

    private int count(String item) {
        return jdbc.sql("SELECT count(*) FROM policy_override WHERE item = :item")
                .param("item", item)
                .query(Integer.class)
                .single();
    }
}
