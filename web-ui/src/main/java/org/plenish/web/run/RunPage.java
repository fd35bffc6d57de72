package org.plenish.web.run;

import java.util.List;

/** Some of the runs that fit a filter, latest first. */
public record RunPage(List<RunRecord> runs, boolean hasNewer, boolean hasOlder) {

    static final int RUNS_A_PAGE = 50;

    public RunPage {
        runs = List.copyOf(runs);
    }

    public long highest() {
        return runs.get(0).id();
    }

    public long lowest() {
        return runs.get(runs.size() - 1).id();
    }
}
