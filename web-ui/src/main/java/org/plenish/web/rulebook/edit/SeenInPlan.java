package org.plenish.web.rulebook.edit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.web.run.StoredConclusion;
import org.plenish.web.shared.CurrentPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the rules of the current plan saw of an article at a warehouse: all of its facts that any of them looked at. */
@Component
class SeenInPlan {

    private static final TypeReference<java.util.List<StoredConclusion>> CONCLUSIONS = new TypeReference<>() {};

    private final CurrentPlan currentPlan;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    SeenInPlan(CurrentPlan currentPlan, JdbcClient jdbc, JsonMapper json) {
        this.currentPlan = currentPlan;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Texts by word, as the form takes them; empty if the plan has no such article there. */
    Optional<Map<String, String>> find(String item, String warehouse) {
        return currentPlan
                .find()
                .flatMap(plan -> jdbc.sql("""
                        SELECT conclusions::text FROM sku_location_series
                        WHERE run_id = :run AND item = :item AND warehouse = :warehouse""")
                        .param("run", plan.runId())
                        .param("item", item)
                        .param("warehouse", warehouse)
                        .query(String.class)
                        .optional()
                        .map(text -> given(item, warehouse, json.readValue(text, CONCLUSIONS))));
    }

    private static Map<String, String> given(
            String item, String warehouse, java.util.List<StoredConclusion> conclusions) {
        Map<String, String> given = new TreeMap<>();
        conclusions.stream()
                .flatMap(conclusion -> conclusion.saw().stream())
                .forEach(seen -> Vocabulary.standard()
                        .find(Topic.POLICY, seen.word())
                        .filter(word -> word.question() == null)
                        .ifPresent(word -> given.put("w." + word.path(), GivenValue.ofStored(word, seen.value()))));
        given.put("w.item", item);
        given.put("w.warehouse", warehouse);
        return given;
    }
}
