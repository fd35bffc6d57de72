package org.plenish.engine.forecast;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.GivenForecast;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * Forecasts every SKU-location of a dataset: past promotions are taken out of demand, a method is chosen and run, future
 * promotions are put in, and forecasts from outside replace what they are given for.
 */
public final class DatasetForecaster {

    /** Method of a forecast that was given from outside for every bucket. */
    public static final String GIVEN = "given";

    private final Forecaster forecaster;
    private final List<ForecastMethod> methods;
    private final PromotionUplift promotions;
    private final Map<SkuLocation, List<GivenForecast>> given;
    private final TimeBuckets future;

    private DatasetForecaster(Dataset dataset, TimeBuckets future) {
        this.future = future;
        forecaster = new Forecaster(future.size());
        methods = ForecastMethods.standard(future.size().bucketsPerYear());
        promotions = new PromotionUplift(dataset.promotions());
        given = dataset.givenForecasts().stream().collect(Collectors.groupingBy(GivenForecast::location));
    }

    /**
     * @param future the buckets to forecast, from the plan's date
     * @param threads to share the work between, 1 or more; the result does not depend on it
     * @param progress told the share done, 0 to 1, about once a hundredth; from any of the threads
     * @return a forecast for each key of {@code histories}
     */
    public static SortedMap<SkuLocation, Forecast> forecastAll(
            Dataset dataset,
            SortedMap<SkuLocation, DemandHistory> histories,
            TimeBuckets future,
            int threads,
            DoubleConsumer progress) {
        DatasetForecaster forecaster = new DatasetForecaster(dataset, future);
        List<DemandHistory> ordered = List.copyOf(histories.values());
        Forecast[] forecasts = new Forecast[ordered.size()];
        AtomicInteger done = new AtomicInteger();
        int step = Math.max(1, ordered.size() / 100);
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            pool.submit(() -> IntStream.range(0, forecasts.length).parallel().forEach(i -> {
                        forecasts[i] = forecaster.forecast(ordered.get(i));
                        int finished = done.incrementAndGet();
                        if (finished % step == 0) {
                            progress.accept((double) finished / forecasts.length);
                        }
                    }))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Forecasting was interrupted; start the run again.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Forecasting failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
        progress.accept(1);
        SortedMap<SkuLocation, Forecast> byLocation = new TreeMap<>();
        for (Forecast forecast : forecasts) {
            byLocation.put(forecast.location(), forecast);
        }
        return Collections.unmodifiableSortedMap(byLocation);
    }

    private Forecast forecast(DemandHistory history) {
        SkuLocation location = history.location();
        double[] demand = history.demandUnits().toArray();
        boolean promoted = promotions.concerns(location);
        if (promoted) {
            divide(demand, promotions.factors(location, history.buckets()));
        }
        SeriesForecast series = forecaster.forecast(demand, future.count(), methods);
        double[] mean = series.meanUnits();
        if (promoted) {
            multiply(mean, promotions.factors(location, future));
        }
        double[] sd = Arrays.stream(mean).map(series.spread()::sdUnits).toArray();
        String method = series.method();
        String why = series.why();
        int replaced = replaceGiven(location, mean, sd, series.spread());
        if (replaced == mean.length) {
            method = GIVEN;
            why = "Given from outside for every bucket.";
        } else if (replaced > 0) {
            why += " " + replaced + " of " + mean.length + " buckets were given from outside.";
        }
        return new Forecast(
                location,
                future,
                Series.of(mean),
                Series.of(sd),
                Series.of(series.spread().cumulativeSdUnits(sd)),
                method,
                why,
                series.accuracy());
    }

    /** Demand without its promotions; not known where they sold nothing by design. */
    private static void divide(double[] demandUnits, double[] factors) {
        for (int i = 0; i < demandUnits.length; i++) {
            demandUnits[i] = factors[i] > 0 ? demandUnits[i] / factors[i] : Double.NaN;
        }
    }

    private static void multiply(double[] meanUnits, double[] factors) {
        for (int i = 0; i < meanUnits.length; i++) {
            meanUnits[i] *= factors[i];
        }
    }

    /**
     * Given forecasts that start in one bucket are added up, their deviations as independent. Where no deviation is
     * given, that of the computed forecast is scaled to the given mean.
     *
     * @return how many buckets were replaced
     */
    private int replaceGiven(SkuLocation location, double[] meanUnits, double[] sdUnits, ErrorSpread spread) {
        Map<Integer, List<GivenForecast>> byBucket = given.getOrDefault(location, List.of()).stream()
                .filter(forecast -> future.contains(forecast.periodStart()))
                .collect(Collectors.groupingBy(forecast -> future.indexOf(forecast.periodStart())));
        byBucket.forEach((bucket, forecasts) -> {
            double mean = 0;
            double variance = 0;
            boolean sdGiven = true;
            for (GivenForecast forecast : forecasts) {
                mean += forecast.meanUnits();
                Double sd = forecast.sdUnits();
                sdGiven &= sd != null;
                variance += sd == null ? 0 : sd * sd;
            }
            meanUnits[bucket] = mean;
            sdUnits[bucket] = sdGiven ? Math.sqrt(variance) : spread.sdUnits(mean);
        });
        return byBucket.size();
    }
}
