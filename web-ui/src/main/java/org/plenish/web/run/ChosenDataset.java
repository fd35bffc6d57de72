package org.plenish.web.run;

import java.util.Optional;

/** Which stored dataset people have chosen to plan. */
public interface ChosenDataset {

    /** Empty: the sample is planned. Asked once at the start of each run, within the transaction that records it. */
    Optional<PlanSource> find();
}
