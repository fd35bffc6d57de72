package org.plenish.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plenish.engine.forecast.MethodChoice;
import org.plenish.engine.policy.Conclusion;
import org.yaml.snakeyaml.Yaml;

/** Every rule of the standard book fires where it should and keeps silent where it should: {@code rule-cases.yaml}. */
class RuleCasesTest {

    private static DroolsPolicyEngine engine;
    private static RuleBook book;
    private static Map<String, Map<String, Map<String, Object>>> cases;

    @BeforeAll
    static void load() throws IOException {
        book = RuleBook.standard();
        engine = new DroolsPolicyEngine(book, 1);
        try (InputStream in = RuleCasesTest.class.getResourceAsStream("/rule-cases.yaml")) {
            cases = new Yaml().load(in);
        }
    }

    @Test
    void everyRuleHasACaseInWhichItFiresAndOneInWhichItDoesNot() {
        assertThat(cases.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        book.rules().stream().map(RuleInfo::id).toList());
        cases.forEach((id, both) -> assertThat(both.keySet()).as(id).containsExactlyInAnyOrder("fires", "silent"));
    }

    @TestFactory
    Stream<DynamicTest> fires() {
        return cases.keySet().stream()
                .map(id -> DynamicTest.dynamicTest(
                        id,
                        () -> assertThat(rulesThatFire(id, cases.get(id).get("fires")))
                                .contains(id)));
    }

    @TestFactory
    Stream<DynamicTest> keepsSilent() {
        return cases.keySet().stream()
                .map(id -> DynamicTest.dynamicTest(
                        id,
                        () -> assertThat(rulesThatFire(id, cases.get(id).get("silent")))
                                .doesNotContain(id)));
    }

    private static List<String> rulesThatFire(String id, Map<String, Object> changes) {
        if (id.startsWith("FCM-")) {
            return book.methodRules().choose(List.of(Profiles.ordinarySeriesBut(changes))).stream()
                    .map(MethodChoice::ruleId)
                    .toList();
        }
        return engine.decide(List.of(Profiles.ordinaryBut(changes))).get(0).conclusions().stream()
                .map(Conclusion::ruleId)
                .toList();
    }
}
