package org.plenish.benchmarks.pages;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * People who click through a product that is running: each goes to a page of the menu or follows a link of the page it is
 * at, reads, and goes on. What is measured is the time from a click to the last byte of the page, over loopback, with the
 * people on the same processors as the product; and what a page and all that it needs weigh as they are sent to a browser
 * that has nothing of them.
 */
@Command(
        name = "pages",
        description = "Lets people click through a product that runs as a demo, and says how long its pages take.")
public final class PagesBenchmark implements Callable<Integer> {

    /** Answers to the first visits tell of a product that has just been started. */
    private static final double WARM_UP_SHARE = 0.2;

    @Option(names = "--url", paramLabel = "URL", description = "Of the product. Default: ${DEFAULT-VALUE}.")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--people", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int people = 20;

    @Option(names = "--seconds", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int seconds = 180;

    @Option(
            names = "--reading",
            paramLabel = "SECONDS",
            description = "How long a person looks at a page, on average. Default: ${DEFAULT-VALUE}.")
    private double readingSeconds = 2;

    @Option(names = "--seed", paramLabel = "N", description = "Of the ways they go. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--most-ms", paramLabel = "N", description = "For 95 of 100 visits. Default: ${DEFAULT-VALUE}.")
    private double mostMilliseconds = 200;

    @Option(names = "--most-kb", paramLabel = "N", description = "Of a page. Default: ${DEFAULT-VALUE}.")
    private double mostKilobytes = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Visits visits = new Visits();
        Instant end = Instant.now().plus(Duration.ofSeconds(seconds));
        Instant counted = end.minus(Duration.ofMillis(Math.round(1_000 * seconds * (1 - WARM_UP_SHARE))));
        ExecutorService executor = Executors.newFixedThreadPool(people);
        try {
            List<Future<?>> walks = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                Person person = new Person(url, i, seed, readingSeconds, visits);
                walks.add(executor.submit(() -> {
                    person.walk(counted, end);
                    return null;
                }));
            }
            for (Future<?> walk : walks) {
                walk.get();
            }
        } finally {
            executor.shutdownNow();
        }
        return report(visits, spec.commandLine().getOut());
    }

    private int report(Visits visits, PrintWriter out) {
        out.printf(
                "%-42s %7s %8s %8s %8s %8s %9s%n", "page", "visits", "p50 ms", "p95 ms", "most ms", "KB", "KB whole");
        visits.pages().forEach(page -> out.println(line(page)));
        PageFigures all = visits.all();
        out.println(line(all));
        List<String> slow = visits.pages().stream()
                .filter(page -> page.visits() >= Visits.LEAST_FOR_A_PERCENTILE && page.p95Ms() > mostMilliseconds)
                .map(PageFigures::page)
                .toList();
        List<String> heavy = visits.pages().stream()
                .filter(page -> page.wholeKilobytes() > mostKilobytes)
                .map(PageFigures::page)
                .toList();
        out.printf(
                Locale.ROOT,
                "%d people, %.1f visits a second, %d failed; slower than %.0f ms at the 95th percentile: %s; heavier than"
                        + " %.0f KB: %s%n",
                people,
                all.visits() / (seconds * (1 - WARM_UP_SHARE)),
                visits.failures().size(),
                mostMilliseconds,
                slow.isEmpty() ? "none" : String.join(", ", slow),
                mostKilobytes,
                heavy.isEmpty() ? "none" : String.join(", ", heavy));
        visits.failures().stream().distinct().limit(20).forEach(out::println);
        out.flush();
        return slow.isEmpty() && heavy.isEmpty() && visits.failures().isEmpty() ? 0 : 1;
    }

    private static String line(PageFigures page) {
        return String.format(
                Locale.ROOT,
                "%-42s %7d %8.0f %8.0f %8.0f %8.0f %9.0f",
                page.page(),
                page.visits(),
                page.p50Ms(),
                page.p95Ms(),
                page.mostMs(),
                page.kilobytes(),
                page.wholeKilobytes());
    }
}
