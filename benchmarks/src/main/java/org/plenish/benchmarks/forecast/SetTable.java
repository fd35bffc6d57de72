package org.plenish.benchmarks.forecast;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A set's scores as a table for people. */
final class SetTable {

    private static final int LISTED_FAILURES = 3;
    private static final List<Metric> COLUMNS = List.of(
            Metric.SMAPE,
            Metric.MASE,
            Metric.RMSSE,
            Metric.BIAS,
            Metric.PINBALL,
            Metric.PINBALL_90,
            Metric.PINBALL_975,
            Metric.COVERAGE_80,
            Metric.COVERAGE_95);

    private final PrintWriter out;

    SetTable(PrintWriter out) {
        this.out = out;
    }

    void print(SetResult result) {
        SeriesSet set = result.set();
        out.println();
        out.printf(
                Locale.ROOT,
                "%s: %,d series, %s, %d values ahead, MASE by a season of %d%n",
                set.name(),
                set.series().size(),
                set.frequency().name().toLowerCase(Locale.ROOT),
                set.horizon(),
                set.period());
        StringBuilder heading = new StringBuilder(String.format(Locale.ROOT, "  %-26s", "method"));
        for (Metric metric : COLUMNS) {
            heading.append(String.format(Locale.ROOT, "%9s", metric.heading()));
        }
        out.println(heading + "  series/s/core");
        for (MethodRun run : result.runs()) {
            printRow(
                    "plenish " + run.label(),
                    run.means(),
                    set.series().size() - run.failures().size(),
                    set);
        }
        result.peers()
                .forEach((method, scores) ->
                        printRow("R " + method, scores, result.peerSeries().getOrDefault(method, 0), set));
        printNotes(result);
        for (Target.Verdict verdict : Target.verdicts(result)) {
            out.println("  " + (verdict.met() ? "met      " : "NOT MET  ") + verdict.text());
        }
        out.flush();
    }

    private void printRow(String label, Scores scores, int series, SeriesSet set) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "  %-26s", label));
        for (Metric metric : COLUMNS) {
            double score = scores.of(metric);
            row.append(
                    Double.isNaN(score)
                            ? "        -"
                            : String.format(Locale.ROOT, "%9." + metric.decimals() + "f", score));
        }
        double cpuSeconds = scores.of(Metric.CPU_SECONDS);
        row.append(cpuSeconds > 0 ? String.format(Locale.ROOT, "%,15.1f", 1 / cpuSeconds) : "              -");
        out.println(row + (series == set.series().size() ? "" : "  (" + series + " series)"));
    }

    private void printNotes(SetResult result) {
        Map<String, Integer> chosen = result.automatic().methods();
        out.println("  chosen automatically: "
                + chosen.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining(", ")));
        for (MethodRun run : result.runs()) {
            boolean asked = !run.label().equals(MethodRun.AUTOMATIC);
            long others = run.methods().entrySet().stream()
                    .filter(count -> asked && !count.getKey().equals(run.label()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            if (others > 0) {
                out.println("  note: " + run.label() + " cannot forecast " + others + " of them; others did");
            }
            List<String> failures = run.failures();
            for (String failure : failures.subList(0, Math.min(LISTED_FAILURES, failures.size()))) {
                out.println("  FAILED   " + run.label() + ", " + failures.size() + " series: " + failure);
            }
        }
    }
}
