package org.plenish.engine.io.golden;

import java.util.Map;
import java.util.function.Function;

/** The case types of one kind of formula. */
interface CaseFamily {

    /**
     * What answers the cases of each type, by the file's name of it.
     *
     * <p>A solver throws {@link IllegalArgumentException} where inputs are missing or not those of such a problem.
     */
    Map<String, Function<CaseInputs, CaseAnswer>> solvers();
}
