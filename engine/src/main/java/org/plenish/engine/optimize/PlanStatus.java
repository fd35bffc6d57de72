package org.plenish.engine.optimize;

import java.util.List;
import org.plenish.engine.optimize.OptimizationResult.Violation;

/** Whether a plan keeps every limit, and whether any could. */
public enum PlanStatus {
    FEASIBLE,
    /** A violation is proven to stand in every plan; this one has the least that was found. */
    PROVEN_INFEASIBLE,
    /** No plan within the limits was found; one may exist. */
    NOT_FOUND;

    public static PlanStatus of(List<Violation> violations) {
        if (violations.isEmpty()) {
            return FEASIBLE;
        }
        return violations.stream().anyMatch(violation -> violation.unavoidable() > 0) ? PROVEN_INFEASIBLE : NOT_FOUND;
    }
}
