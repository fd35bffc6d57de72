package org.plenish.benchmarks.forecast;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenish.benchmarks.PeakMemory;
import org.plenish.engine.forecast.SeriesFrequency;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.ForecastMethods;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Scores Plenish's forecasts on a folder of series whose ends are known, beside the peer's figures for the same series. */
@Command(
        name = "forecast",
        description = {
            "Forecasts every series of a folder and scores the forecasts against the values that followed:",
            "meta.csv (dataset,series,m,horizon,count_data), <set>_train.csv, <set>_test.csv, peer_r/<set>.csv."
        },
        footer = {
            "",
            "Ends with 1 if a forecast failed or was not finite; whether targets are met is told, not returned."
        })
public final class ForecastBenchmark implements Callable<Integer> {

    private static final String ALL = "all";
    private static final List<String> COUNT_BASELINES = List.of("mean", "croston", "sba", "tsb");

    @Parameters(paramLabel = "FOLDER", description = "The series and what followed.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Option(names = "--sets", split = ",", paramLabel = "NAME", description = "Default: all of the folder.")
    private List<String> setNames = List.of();

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "ID",
            description = "Single methods to score beside the automatic choice, or all. Default: the usual baselines.")
    private @Nullable List<String> methodIds;

    @Option(names = "--threads", paramLabel = "N", description = "Default: the machine's processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N series of each set.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--r-series",
            paramLabel = "N",
            description = "Series that R's ets() is timed on; 0: not. Default: 30.")
    private int peerSeries = 30;

    @Option(names = "--dump", paramLabel = "FILE", description = "Writes every forecast, step by step, as CSV.")
    private @Nullable Path dump;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes all scores as JSON.")
    private @Nullable Path json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        require(Files.exists(folder.resolve("meta.csv")), folder + ": must be a folder with a meta.csv.");
        require(threads >= 1, "--threads: " + threads + " must be 1 or more.");
        require(limit >= 1, "--limit: " + limit + " must be 1 or more.");
        requireMethods();
        SeriesFolder data = new SeriesFolder(folder);
        List<SeriesSet> sets = asked(data.sets());

        PrintWriter out = spec.commandLine().getOut();
        List<SetResult> results = new ArrayList<>();
        try (ForecastDump forecasts = dump == null ? null : new ForecastDump(dump)) {
            for (SeriesSet set : sets) {
                SetResult result = SetResult.of(set, run(set), data.peerScores(set));
                new SetTable(out).print(result);
                if (forecasts != null) {
                    forecasts.write(result);
                }
                results.add(result);
            }
        }
        Optional<PeerSpeed> speed = speed(sets, out);
        PeakMemory memory = PeakMemory.upToNow();
        out.println(memory.text());
        if (json != null) {
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(json.toFile(), asMap(results, speed, memory));
        }
        boolean failed = results.stream()
                .flatMap(result -> result.runs().stream())
                .anyMatch(run -> !run.failures().isEmpty());
        return failed ? 1 : 0;
    }

    private List<SeriesSet> asked(List<SeriesSet> sets) {
        List<String> names = sets.stream().map(SeriesSet::name).toList();
        for (String name : setNames) {
            require(names.contains(name), "--sets: " + name + " must be one of " + String.join(", ", names) + ".");
        }
        return sets.stream()
                .filter(set -> setNames.isEmpty() || setNames.contains(set.name()))
                .map(set -> set.limitedTo(limit))
                .toList();
    }

    private List<MethodRun> run(SeriesSet set) {
        List<MethodRun> runs = new ArrayList<>();
        runs.add(MethodRun.of(set, MethodRun.AUTOMATIC, threads));
        for (String method : methodsOf(set)) {
            runs.add(MethodRun.of(set, method, threads));
        }
        return runs;
    }

    /** Those asked for that suit the set's frequency: without a season there are none that need one. */
    private Set<String> methodsOf(SeriesSet set) {
        Set<String> there = methodsOf(set.frequency());
        if (methodIds != null && methodIds.contains(ALL)) {
            return there;
        }
        Set<String> wanted = new LinkedHashSet<>(methodIds == null ? Target.BASELINES : methodIds);
        if (methodIds == null && set.countData()) {
            wanted.addAll(COUNT_BASELINES);
        }
        wanted.retainAll(there);
        return wanted;
    }

    private static Set<String> methodsOf(SeriesFrequency frequency) {
        Set<String> ids = new LinkedHashSet<>();
        for (ForecastMethod method : ForecastMethods.all(frequency.period())) {
            ids.add(method.id());
        }
        return ids;
    }

    private void requireMethods() {
        Set<String> there = new LinkedHashSet<>(Set.of(ALL));
        for (SeriesFrequency frequency : SeriesFrequency.values()) {
            there.addAll(methodsOf(frequency));
        }
        for (String method : methodIds == null ? List.<String>of() : methodIds) {
            require(
                    there.contains(method),
                    "--methods: " + method + " must be one of " + String.join(", ", there) + ".");
        }
    }

    private Optional<PeerSpeed> speed(List<SeriesSet> sets, PrintWriter out) throws IOException, InterruptedException {
        out.println();
        List<double[]> sample = PeerSpeed.sample(sets, peerSeries);
        if (sample.isEmpty()) {
            return Optional.empty();
        }
        Optional<PeerSpeed> speed = PeerSpeed.measure(sample);
        out.println(speed.map(measured -> (measured.met() ? "met      " : "NOT MET  ") + measured.text())
                .orElse("R with its package forecast is not installed: speed is not compared."));
        return speed;
    }

    private static Map<String, Object> asMap(List<SetResult> results, Optional<PeerSpeed> speed, PeakMemory memory) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sets", results.stream().map(ForecastBenchmark::asMap).toList());
        speed.ifPresent(measured -> document.put("speed", measured));
        document.put("memory", memory);
        return document;
    }

    private static Map<String, Object> asMap(SetResult result) {
        Map<String, Object> plenish = new LinkedHashMap<>();
        Map<String, Object> failures = new LinkedHashMap<>();
        for (MethodRun run : result.runs()) {
            plenish.put(run.label(), run.means().byHeading());
            failures.put(run.label(), run.failures());
        }
        Map<String, Object> peers = new LinkedHashMap<>();
        result.peers().forEach((method, scores) -> peers.put(method, scores.byHeading()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("set", result.set().name());
        document.put("series", result.set().series().size());
        document.put("plenish", plenish);
        document.put("chosen", result.automatic().methods());
        document.put("peer", peers);
        document.put("failures", failures);
        document.put("targets", Target.verdicts(result));
        return document;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
