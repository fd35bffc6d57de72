package org.plenish.web.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenish.web.scenario.Comparison.Entry;
import org.springframework.stereotype.Component;

/** Brings together what is to be compared. */
@Component
class Comparisons {

    private final ScenarioQueries queries;
    private final ScenarioJobs jobs;

    Comparisons(ScenarioQueries queries, ScenarioJobs jobs) {
        this.queries = queries;
        this.jobs = jobs;
    }

    /** @throws org.plenish.web.shared.NothingFoundException if the user may not read one of them */
    Comparison of(String user, List<Long> ids) {
        Map<String, Integer> named = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (long id : ids.stream().distinct().toList()) {
            StoredScenario scenario = queries.get(user, id);
            int sameName = named.merge(scenario.name(), 1, Integer::sum);
            String name = sameName == 1 ? scenario.name() : scenario.name() + " (" + sameName + ")";
            entries.add(jobs.findLatest(id)
                    .map(run -> new Entry(scenario, name, run, run.isFinished() ? jobs.result(run.id()) : null))
                    .orElseGet(() -> new Entry(scenario, name, null, null)));
        }
        return new Comparison(entries);
    }

    Comparison of(StoredScenario scenario, ScenarioRun run) {
        return new Comparison(List.of(new Entry(scenario, scenario.name(), run, jobs.result(run.id()))));
    }
}
