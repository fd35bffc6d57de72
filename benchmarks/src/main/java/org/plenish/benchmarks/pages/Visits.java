package org.plenish.benchmarks.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What all people saw; they note it at once. */
final class Visits {

    /** With fewer, one slow answer would be the percentile. */
    static final int LEAST_FOR_A_PERCENTILE = 20;

    private final SortedMap<String, Page> pages = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    private static final class Page {

        private final List<Double> milliseconds = new ArrayList<>();
        private double kilobytes;
        private double wholeKilobytes;
    }

    /** @param counts whether the time does; sizes always do */
    synchronized void note(String page, double milliseconds, boolean counts, double kilobytes, double wholeKilobytes) {
        Page noted = pages.computeIfAbsent(page, key -> new Page());
        if (counts) {
            noted.milliseconds.add(milliseconds);
        }
        noted.kilobytes = Math.max(noted.kilobytes, kilobytes);
        noted.wholeKilobytes = Math.max(noted.wholeKilobytes, wholeKilobytes);
    }

    synchronized void fail(String what) {
        failures.add(what);
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** Slowest first. */
    synchronized List<PageFigures> pages() {
        return pages.entrySet().stream()
                .filter(page -> !page.getValue().milliseconds.isEmpty())
                .map(page -> figures(
                        page.getKey(),
                        page.getValue().milliseconds,
                        page.getValue().kilobytes,
                        page.getValue().wholeKilobytes))
                .sorted(Comparator.comparingDouble(PageFigures::p95Ms).reversed())
                .toList();
    }

    synchronized PageFigures all() {
        List<Double> milliseconds = new ArrayList<>();
        double kilobytes = 0;
        double wholeKilobytes = 0;
        for (Page page : pages.values()) {
            milliseconds.addAll(page.milliseconds);
            kilobytes = Math.max(kilobytes, page.kilobytes);
            wholeKilobytes = Math.max(wholeKilobytes, page.wholeKilobytes);
        }
        return figures("all", milliseconds, kilobytes, wholeKilobytes);
    }

    private static PageFigures figures(
            String name, List<Double> milliseconds, double kilobytes, double wholeKilobytes) {
        double[] sorted =
                milliseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new PageFigures(
                name,
                sorted.length,
                percentile(sorted, 0.5),
                percentile(sorted, 0.95),
                Arrays.stream(sorted).max().orElse(Double.NaN),
                kilobytes,
                wholeKilobytes);
    }

    /** The least value that at least the share of all do not exceed; NaN of none. */
    static double percentile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
