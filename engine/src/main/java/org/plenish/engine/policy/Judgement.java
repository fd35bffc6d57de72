package org.plenish.engine.policy;

import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one situation.
 *
 * @param severity null: it is no exception
 * @param action what is to be done; null only where it is no exception
 * @param conclusion which rule says so and why
 */
public record Judgement(
        @Nullable Severity severity, @Nullable SuggestedAction action, Conclusion conclusion) {

    public Judgement {
        if (severity != null && action == null) {
            throw new IllegalArgumentException(
                    conclusion.ruleName() + ": an exception must have an action, but has none.");
        }
    }
}
