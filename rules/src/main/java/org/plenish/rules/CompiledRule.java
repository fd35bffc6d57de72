package org.plenish.rules;

import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.SkuLocationProfile;

/** A rule with its explanation ready to be filled in. */
record CompiledRule(RuleInfo info, ExplanationTemplate<Vocabulary.Case> explanation) {

    Conclusion conclusion(Question question, Object answer, SkuLocationProfile profile, Conclude conclude) {
        return new Conclusion(
                question.word(),
                answer.toString(),
                info.id(),
                info.name(),
                info.file(),
                info.line(),
                explanation.fill(new Vocabulary.Case(profile, conclude)));
    }
}
