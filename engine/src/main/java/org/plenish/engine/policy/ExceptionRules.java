package org.plenish.engine.policy;

import java.util.List;

/** Decides what a person should look at, and what to do about it. The rule book is one; a test may use another. */
@FunctionalInterface
public interface ExceptionRules {

    /** One judgement a situation, in the same order; each depends on its own situation alone. */
    List<Judgement> judge(List<SituationProfile> situations);
}
