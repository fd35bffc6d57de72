package org.plenish.benchmarks.forecast;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.plenish.benchmarks.forecast.SeriesSet.Series;
import org.plenish.engine.forecast.PlainForecast;
import org.plenish.engine.forecast.PlainForecaster;

/**
 * One way of Plenish to forecast a set, run over all its series.
 *
 * @param label {@value #AUTOMATIC} or the method's id
 * @param outcomes in the order of the set's series
 */
record MethodRun(String label, List<Outcome> outcomes) {

    static final String AUTOMATIC = "automatic";

    private static final long WARM_UP_NANOS = 1_000_000_000L;

    /**
     * @param forecast null if there is none
     * @param scores null if there is no forecast
     * @param failure what was thrown, or told no finite number; empty if nothing was wrong
     */
    record Outcome(
            @Nullable PlainForecast forecast, @Nullable Scores scores, String failure) {}

    MethodRun {
        outcomes = List.copyOf(outcomes);
    }

    /** Means over the series that were forecast. */
    Scores means() {
        List<Scores> scores = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome.scores() != null) {
                scores.add(outcome.scores());
            }
        }
        return Scores.mean(scores);
    }

    List<String> failures() {
        return outcomes.stream()
                .map(Outcome::failure)
                .filter(failure -> !failure.isEmpty())
                .toList();
    }

    /** How many series each method forecast. */
    Map<String, Integer> methods() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome.forecast() != null) {
                counts.merge(outcome.forecast().method(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /**
     * Forecasts and scores every series; the processor time of each is that of its own thread, after a warm-up.
     *
     * @param methodId {@value #AUTOMATIC} or a method's id
     * @throws IllegalArgumentException if there is no such method
     */
    static MethodRun of(SeriesSet set, String methodId, int threads) {
        PlainForecaster forecaster = methodId.equals(AUTOMATIC)
                ? PlainForecaster.automatic(set.frequency())
                : PlainForecaster.withMethod(set.frequency(), methodId);
        warmUp(forecaster, set);
        Outcome[] outcomes = new Outcome[set.series().size()];
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> {
                    for (int at = next.getAndIncrement(); at < outcomes.length; at = next.getAndIncrement()) {
                        outcomes[at] = outcome(forecaster, set, set.series().get(at));
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while forecasting " + set.name(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(set.name() + " with " + methodId + ": " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
        return new MethodRun(methodId, Arrays.asList(outcomes));
    }

    private static void warmUp(PlainForecaster forecaster, SeriesSet set) {
        long start = cpuNanos();
        for (Series series : set.series()) {
            if (cpuNanos() - start > WARM_UP_NANOS) {
                return;
            }
            outcome(forecaster, set, series);
        }
    }

    private static Outcome outcome(PlainForecaster forecaster, SeriesSet set, Series series) {
        long start = cpuNanos();
        PlainForecast forecast;
        try {
            forecast = forecaster.forecast(series.history(), set.horizon(), probabilities());
        } catch (RuntimeException e) { // a result: the report names the series
            return new Outcome(null, null, series.id() + ": " + e);
        }
        double cpuSeconds = (cpuNanos() - start) / 1e9;
        boolean finite = Arrays.stream(forecast.mean()).allMatch(Double::isFinite)
                && Arrays.stream(forecast.quantiles())
                        .flatMapToDouble(Arrays::stream)
                        .allMatch(Double::isFinite);
        // Metrics skip NaN as not known: without this a forecast of nothing would look good.
        return finite
                ? new Outcome(forecast, Scores.of(forecast, series, set.period(), cpuSeconds), "")
                : new Outcome(forecast, null, series.id() + ": a mean or quantile is not finite");
    }

    static double[] probabilities() {
        return Scores.PROBABILITIES.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Processor time of this thread. */
    static long cpuNanos() {
        return threadTimes().getCurrentThreadCpuTime();
    }

    private static ThreadMXBean threadTimes() {
        return ManagementFactory.getThreadMXBean();
    }
}
