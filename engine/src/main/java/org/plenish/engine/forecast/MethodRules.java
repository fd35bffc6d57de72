package org.plenish.engine.forecast;

import java.util.Collections;
import java.util.List;

/** Decides which method serves which demand. The rule book is one; a test may use another. */
@FunctionalInterface
public interface MethodRules {

    /** Leaves every choice to the held-out errors. */
    MethodRules AUTOMATIC = profiles -> Collections.nCopies(profiles.size(), MethodChoice.AUTOMATIC);

    /** One choice a profile, in the same order; the answer for a profile depends on that profile alone. */
    List<MethodChoice> choose(List<SeriesProfile> profiles);
}
