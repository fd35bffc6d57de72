package org.plenish.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenish.engine.policy.Conclusion.Seen;

class ConclusionTest {

    private static final WrittenRule RULE = new WrittenRule(
            "SVC-010",
            "SVC-010 class A is promised most",
            "service.drl",
            12,
            List.of("abcClass", "item.replacedBy"),
            "Class A.");

    private static Conclusion target(double target, @Nullable Object... values) {
        return new Conclusion("serviceTarget", target, RULE, Arrays.asList(values));
    }

    @Test
    void readsAsItsRuleWritesIt() {
        Conclusion conclusion = target(0.97, AbcClass.A, null);

        assertThat(conclusion.question()).isEqualTo("serviceTarget");
        assertThat(conclusion.answer()).isEqualTo("0.97");
        assertThat(conclusion.ruleId()).isEqualTo("SVC-010");
        assertThat(conclusion.ruleName()).isEqualTo("SVC-010 class A is promised most");
        assertThat(conclusion.file()).isEqualTo("service.drl");
        assertThat(conclusion.line()).isEqualTo(12);
        assertThat(conclusion.text()).isEqualTo("Class A. [A, null]");
        assertThat(conclusion.saw()).containsExactly(new Seen("abcClass", "A"), new Seen("item.replacedBy", "nothing"));
        assertThat(conclusion)
                .hasToString(
                        "serviceTarget 0.97 by \"SVC-010 class A is promised most\" (service.drl line 12): Class A."
                                + " [A, null] Saw [Seen[word=abcClass, value=A], Seen[word=item.replacedBy, value=nothing]]");
    }

    @Test
    void isEqualToOneThatReadsTheSame() {
        assertThat(target(0.97, AbcClass.A, null))
                .isEqualTo(target(0.97, "A", null))
                .hasSameHashCodeAs(target(0.97, "A", null))
                .isNotEqualTo(target(0.98, AbcClass.A, null))
                .isNotEqualTo(target(0.97, AbcClass.B, null))
                .isNotEqualTo(new Conclusion("reviewDays", 0.97, RULE, Arrays.asList(AbcClass.A, null)));
    }

    @Test
    void keepsWhatTheRuleSawWhateverBecomesOfTheList() {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(AbcClass.A, null));
        Conclusion conclusion = new Conclusion("serviceTarget", 0.97, RULE, values);

        values.set(0, AbcClass.C);

        assertThat(conclusion.saw()).contains(new Seen("abcClass", "A"));
    }

    @Test
    void everyWordHasItsValue() {
        assertThatThrownBy(() -> target(0.97, AbcClass.A))
                .hasMessage("SVC-010 saw 1 values, but must have seen 2: [abcClass, item.replacedBy].");
    }
}
