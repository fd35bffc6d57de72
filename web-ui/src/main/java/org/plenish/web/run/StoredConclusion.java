package org.plenish.web.run;

import java.util.List;
import org.plenish.engine.policy.Conclusion;

/**
 * An answer of the rule book, as it is stored: written out, so that it reads the same whatever becomes of the rule.
 *
 * @param saw what the rule looked at; empty in plans that were stored before it was kept
 */
public record StoredConclusion(
        String question,
        String answer,
        String ruleId,
        String ruleName,
        String file,
        int line,
        String text,
        List<Conclusion.Seen> saw) {

    public StoredConclusion {
        saw = saw == null ? List.of() : List.copyOf(saw);
    }

    static StoredConclusion of(Conclusion conclusion) {
        return new StoredConclusion(
                conclusion.question(),
                conclusion.answer(),
                conclusion.ruleId(),
                conclusion.ruleName(),
                conclusion.file(),
                conclusion.line(),
                conclusion.text(),
                conclusion.saw());
    }
}
