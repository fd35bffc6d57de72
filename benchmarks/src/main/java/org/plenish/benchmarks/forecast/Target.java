package org.plenish.benchmarks.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the automatic choice has to reach on the sets that are named here, and on those of their kind. */
final class Target {

    private static final double COVERAGE_TOLERANCE = 0.02;
    private static final int SERIES_FOR_COVERAGE = 100;
    private static final double INTERMITTENT_SHARE_OF_ZEROS = 0.2;

    /** Plenish's own methods whose MASE it has to beat where no figure is given. */
    static final List<String> BASELINES = List.of("naive", "seasonal_naive", "ses", "ets", "theta");

    private record Limit(String set, Metric metric, double atMost) {}

    private static final List<Limit> LIMITS = List.of(
            new Limit("m3_monthly", Metric.SMAPE, 13.35),
            new Limit("m3_monthly", Metric.MASE, 0.830),
            new Limit("m3_quarterly", Metric.SMAPE, 9.60),
            new Limit("m3_quarterly", Metric.MASE, 1.085),
            new Limit("m3_yearly", Metric.SMAPE, 15.20),
            new Limit("m3_yearly", Metric.MASE, 2.650),
            new Limit("m3_other", Metric.SMAPE, 3.85),
            new Limit("m3_other", Metric.MASE, 1.720),
            new Limit("m4_weekly", Metric.SMAPE, 8.60),
            new Limit("m4_weekly", Metric.MASE, 2.250),
            new Limit("carparts", Metric.RMSSE, 0.590));

    private Target() {}

    /** @param text what was to be reached and what was */
    record Verdict(String text, boolean met) {}

    /** None is met while a forecast fails: its series is missing from the means. */
    static List<Verdict> verdicts(SetResult result) {
        boolean whole = result.automatic().failures().isEmpty();
        return scored(result).stream()
                .map(verdict -> new Verdict(verdict.text(), verdict.met() && whole))
                .toList();
    }

    private static List<Verdict> scored(SetResult result) {
        List<Verdict> verdicts = new ArrayList<>();
        SeriesSet set = result.set();
        Scores scores = result.automatic().means();
        List<Limit> limits =
                LIMITS.stream().filter(limit -> limit.set().equals(set.name())).toList();
        for (Limit limit : limits) {
            double score = scores.of(limit.metric());
            verdicts.add(new Verdict(
                    say("%s at most %s: %s", limit.metric(), limit.atMost(), score), score <= limit.atMost()));
        }
        if (limits.isEmpty()) {
            verdicts.addAll(beats(result, Metric.MASE, BASELINES));
        }
        if (set.series().size() >= SERIES_FOR_COVERAGE && !isIntermittent(set)) {
            verdicts.add(covers(scores, Metric.COVERAGE_80, 0.80));
            verdicts.add(covers(scores, Metric.COVERAGE_95, 0.95));
        }
        if (set.countData()) {
            List<String> others =
                    result.runs().stream().skip(1).map(MethodRun::label).toList();
            verdicts.addAll(beats(result, Metric.PINBALL, others));
        }
        return verdicts;
    }

    /**
     * Where zeros are many, the lower end of an interval is zero and nothing can fall below it, and a whole number is
     * either in or out with all its probability: coverage says little, and quantiles are judged instead.
     */
    private static boolean isIntermittent(SeriesSet set) {
        double zeros = set.series().stream()
                .mapToDouble(series -> Arrays.stream(series.history())
                                .filter(value -> value == 0)
                                .count()
                        / (double) series.history().length)
                .average()
                .orElse(0);
        return zeros > INTERMITTENT_SHARE_OF_ZEROS;
    }

    private static Verdict covers(Scores scores, Metric metric, double share) {
        double score = scores.of(metric);
        return new Verdict(
                say("%s within 0.02 of %s: %s", metric, share, score),
                Math.abs(score - share) <= COVERAGE_TOLERANCE + 1e-12);
    }

    /** One verdict, against the best of the others. */
    private static List<Verdict> beats(SetResult result, Metric metric, List<String> others) {
        Optional<MethodRun> best = Optional.empty();
        for (String other : others) {
            Optional<MethodRun> run = result.find(other);
            if (run.isPresent()
                    && servesMost(run.get())
                    && (best.isEmpty()
                            || run.get().means().of(metric) < best.get().means().of(metric))) {
                best = run;
            }
        }
        double score = result.automatic().means().of(metric);
        return best.stream()
                .map(run -> new Verdict(
                        say(
                                "%s below " + run.label() + "'s %s: %s",
                                metric,
                                run.means().of(metric),
                                score),
                        score < run.means().of(metric)))
                .toList();
    }

    /** A method that others stand in for on most series is no rival: their scores are not its own. */
    private static boolean servesMost(MethodRun run) {
        return 2 * run.methods().getOrDefault(run.label(), 0) > run.outcomes().size();
    }

    private static String say(String pattern, Metric metric, double limit, double score) {
        String number = "%." + metric.decimals() + "f";
        return String.format(
                Locale.ROOT,
                pattern,
                metric.heading(),
                String.format(Locale.ROOT, number, limit),
                String.format(Locale.ROOT, number, score));
    }
}
