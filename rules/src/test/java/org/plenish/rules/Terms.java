package org.plenish.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.plenish.rules.condition.Condition;
import org.plenish.rules.condition.Condition.Related;
import org.plenish.rules.vocabulary.Subject;

/** Finds the terms of a condition by the keys that its boxes name them by. */
final class Terms {

    private Terms() {}

    static Map<String, Function<Subject, Object>> in(Condition condition) {
        Map<String, Function<Subject, Object>> terms = new HashMap<>();
        collect(condition, terms);
        return terms;
    }

    private static void collect(Condition condition, Map<String, Function<Subject, Object>> terms) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> collect(part, terms));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> collect(part, terms));
        } else if (condition instanceof Condition.Within within) {
            terms.put(within.term().key(), within.term()::of);
        } else if (condition instanceof Related related) {
            Condition always = new Related(related.left(), related.right(), java.util.Set.of());
            always.boxes()
                    .forEach(box -> box.domains()
                            .keySet()
                            .forEach(key -> terms.put(
                                    key,
                                    subject -> List.of(Related.Relation.values()).stream()
                                            .filter(relation -> new Related(
                                                            related.left(), related.right(), java.util.Set.of(relation))
                                                    .holds(subject))
                                            .findFirst()
                                            .orElseThrow())));
        }
    }
}
