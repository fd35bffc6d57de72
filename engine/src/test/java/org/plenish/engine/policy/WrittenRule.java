package org.plenish.engine.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that explains itself with one sentence and, in brackets, what it saw. */
public record WrittenRule(String id, String name, String file, int line, List<String> words, String sentence)
        implements RuleReference {

    @Override
    public String explain(List<@Nullable Object> values) {
        return values.isEmpty() ? sentence : sentence + " " + values;
    }

    @Override
    public String valueText(int word, @Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }
}
