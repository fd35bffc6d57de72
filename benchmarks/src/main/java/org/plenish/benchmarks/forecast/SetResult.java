package org.plenish.benchmarks.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was run on one set.
 *
 * @param runs Plenish's, the automatic choice first
 * @param peers means of the peer's methods by name, over those series of the set that each was run on
 * @param peerSeries how many these are
 */
record SetResult(SeriesSet set, List<MethodRun> runs, Map<String, Scores> peers, Map<String, Integer> peerSeries) {

    SetResult {
        runs = List.copyOf(runs);
    }

    /** @param peerScores by method, then by series */
    static SetResult of(SeriesSet set, List<MethodRun> runs, Map<String, Map<String, Scores>> peerScores) {
        Map<String, Scores> means = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        peerScores.forEach((method, byId) -> {
            List<Scores> ofSet = set.series().stream()
                    .map(series -> Optional.ofNullable(byId.get(series.id())))
                    .flatMap(Optional::stream)
                    .toList();
            if (!ofSet.isEmpty()) {
                means.put(method, Scores.mean(ofSet));
                counts.put(method, ofSet.size());
            }
        });
        return new SetResult(set, runs, means, counts);
    }

    MethodRun automatic() {
        return runs.get(0);
    }

    Optional<MethodRun> find(String method) {
        return runs.stream().filter(run -> run.label().equals(method)).findFirst();
    }
}
