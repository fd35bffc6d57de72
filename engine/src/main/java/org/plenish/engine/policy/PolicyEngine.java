package org.plenish.engine.policy;

import java.util.List;

/** Decides policy from facts. The rule book is one; a test may use another. */
public interface PolicyEngine {

    /** One choice a profile, in the same order; the answer for a profile depends on that profile alone. */
    List<PolicyChoice> decide(List<SkuLocationProfile> profiles);
}
