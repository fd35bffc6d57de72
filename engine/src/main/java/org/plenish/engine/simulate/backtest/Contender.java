package org.plenish.engine.simulate.backtest;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.policy.PolicyEngine;

/** Whose decisions are replayed. */
public sealed interface Contender {

    /** For tables and file names: short, of letters, digits and hyphens. */
    String name();

    /** One sentence for a planner. */
    String description();

    /**
     * The product's own forecasts and a rule book's policies, made anew at the start of each bucket.
     *
     * @param changed the dataset with other terms, prices and lead times, as a what-if has it; its sales and stock notes are
     *     the same. Null: as it is
     */
    record RuleBook(
            String name,
            String description,
            MethodRules methodRules,
            PolicyEngine policyEngine,
            @Nullable Dataset changed)
            implements Contender {

        /** Of the dataset as it is. */
        public RuleBook(String name, String description, MethodRules methodRules, PolicyEngine policyEngine) {
            this(name, description, methodRules, policyEngine, null);
        }
    }

    /** A policy that needs no rules and no forecast. */
    record Simple(SimplePolicy policy) implements Contender {

        @Override
        public String name() {
            return policy.kind().word();
        }

        @Override
        public String description() {
            return policy.description();
        }
    }
}
