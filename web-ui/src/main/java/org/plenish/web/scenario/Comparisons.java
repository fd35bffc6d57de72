package org.plenish.web.scenario;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenish.web.run.UncertaintyProperties;
import org.plenish.web.scenario.Comparison.Entry;
import org.springframework.stereotype.Component;

/** Brings together what is to be compared. */
@Component
class Comparisons {

    /** After that nobody waits any more for what may happen: the application may have stopped in between. */
    private static final Duration LONGEST_AWAITED = Duration.ofMinutes(2);

    private final ScenarioQueries queries;
    private final ScenarioJobs jobs;
    private final UncertaintyProperties uncertainty;
    private final Clock clock;

    Comparisons(ScenarioQueries queries, ScenarioJobs jobs, UncertaintyProperties uncertainty, Clock clock) {
        this.queries = queries;
        this.jobs = jobs;
        this.uncertainty = uncertainty;
        this.clock = clock;
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
                    .map(run -> run.isFinished() ? finished(scenario, name, run) : unfinished(scenario, name, run))
                    .orElseGet(() -> new Entry(scenario, name, null, null, null, false)));
        }
        return new Comparison(entries);
    }

    Comparison of(StoredScenario scenario, ScenarioRun run) {
        return new Comparison(List.of(finished(scenario, scenario.name(), run)));
    }

    private static Entry unfinished(StoredScenario scenario, String name, ScenarioRun run) {
        return new Entry(scenario, name, run, null, null, false);
    }

    private Entry finished(StoredScenario scenario, String name, ScenarioRun run) {
        ScenarioFutures futures = jobs.findFutures(run.id()).orElse(null);
        OffsetDateTime finishedAt = run.finishedAt();
        boolean awaited = futures == null
                && uncertainty.isOn()
                && finishedAt != null
                && clock.instant().isBefore(finishedAt.toInstant().plus(LONGEST_AWAITED));
        return new Entry(scenario, name, run, jobs.result(run.id()), futures, awaited);
    }
}
