package org.plenish.web.run;

import java.util.List;
import org.plenish.engine.model.Dataset;
import org.springframework.stereotype.Component;

/** All that people have decided, whatever about: each maker of {@link Decisions} adds its own. */
@Component
public class StandingDecisions {

    private final List<Decisions> makers;

    StandingDecisions(List<Decisions> makers) {
        this.makers = List.copyOf(makers);
    }

    /** The dataset with all of them. */
    public Dataset addTo(Dataset dataset) {
        Dataset decided = dataset;
        for (Decisions maker : makers) {
            decided = maker.addTo(decided);
        }
        return decided;
    }
}
