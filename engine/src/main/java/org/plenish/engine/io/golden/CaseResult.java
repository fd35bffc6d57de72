package org.plenish.engine.io.golden;

import java.util.List;

/**
 * How one case went.
 *
 * @param caseId as in the file
 * @param problemType as in the file
 * @param differences of a failed case: each with the expected and the actual value; of others empty
 */
public record CaseResult(String caseId, String problemType, Outcome outcome, List<String> differences) {

    /** Skipped is a case whose type no formula here answers. */
    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    public CaseResult {
        differences = List.copyOf(differences);
    }
}
