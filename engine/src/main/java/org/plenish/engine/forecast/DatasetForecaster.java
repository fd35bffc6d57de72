package org.plenish.engine.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.plenish.engine.forecast.method.ForecastMethods;
import org.plenish.engine.forecast.monitor.ValueAdded;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.GivenForecast;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * Forecasts every SKU-location of a dataset: past promotions are taken out of demand, a young successor takes over its
 * predecessor's history, a method is chosen and run, future promotions are put in, and forecasts from outside replace
 * what they are given for.
 */
public final class DatasetForecaster {

    /** Method of a forecast that was given from outside for every bucket. */
    public static final String GIVEN = "given";

    private static final int PROGRESS_STEPS = 100;

    private final TimeBuckets future;
    private final int bucketsPerYear;
    private final Forecaster forecaster;
    private final Map<ItemId, Item> items;
    private final PromotionUplift promotions;
    private final Map<SkuLocation, List<GivenForecast>> given;
    private final List<CleanSeries> series;
    private final SeasonalPools pools;

    private DatasetForecaster(Dataset dataset, SortedMap<SkuLocation, DemandHistory> histories, TimeBuckets future) {
        this.future = future;
        bucketsPerYear = future.size().bucketsPerYear();
        forecaster = new Forecaster(future.size());
        items = dataset.items();
        promotions = new PromotionUplift(dataset.promotions());
        given = dataset.givenForecasts().stream().collect(Collectors.groupingBy(GivenForecast::location));
        series = new Supersession(items.values(), bucketsPerYear)
                .join(histories.values().stream().map(this::withoutPromotions).toList());
        pools = SeasonalPools.of(
                series.stream()
                        .map(member -> new SeasonalPools.Member(category(member.location()), member.demandUnits()))
                        .toList(),
                bucketsPerYear);
    }

    /**
     * @param future the buckets to forecast, from the plan's date
     * @param threads to share the work between, 1 or more; the result does not depend on it
     * @param progress told the share done, 0 to 1, about once a hundredth, from the caller's thread
     * @return a forecast for each key of {@code histories}
     */
    public static SortedMap<SkuLocation, Forecast> forecastAll(
            Dataset dataset,
            SortedMap<SkuLocation, DemandHistory> histories,
            TimeBuckets future,
            int threads,
            DoubleConsumer progress) {
        List<Forecast> forecasts = new DatasetForecaster(dataset, histories, future).forecastAll(threads, progress);
        SortedMap<SkuLocation, Forecast> byLocation = new TreeMap<>();
        forecasts.forEach(forecast -> byLocation.put(forecast.location(), forecast));
        return Collections.unmodifiableSortedMap(byLocation);
    }

    /** In slices, so that progress is told by the caller's thread. */
    private List<Forecast> forecastAll(int threads, DoubleConsumer progress) {
        List<Forecast> forecasts = new ArrayList<>(series.size());
        int slice = Math.max(1, series.size() / PROGRESS_STEPS);
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            while (forecasts.size() < series.size()) {
                int from = forecasts.size();
                int to = Math.min(from + slice, series.size());
                forecasts.addAll(pool.submit(() -> series.subList(from, to).parallelStream()
                                .map(this::forecast)
                                .toList())
                        .get());
                progress.accept((double) to / series.size());
            }
            return forecasts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Forecasting was interrupted; start the run again.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Forecasting failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private Forecast forecast(CleanSeries clean) {
        SkuLocation location = clean.location();
        double[] pool = pools.pool(category(location));
        int offset = pool.length - clean.demandUnits().length;
        double[] demandUnits = clean.demandUnits().clone();
        int peaks = IsolatedPeaks.cut(demandUnits);
        SeriesForecast computed =
                forecaster.forecast(demandUnits, future.count(), ForecastMethods.ofPool(pool, offset, bucketsPerYear));
        double[] mean = computed.meanUnits();
        if (promotions.concerns(location)) {
            double[] factors = promotions.factors(location, future);
            for (int i = 0; i < mean.length; i++) {
                mean[i] *= factors[i];
            }
        }
        double[] sd = computed.spread().sdUnits(mean);
        int replaced = replaceGiven(location, mean, sd, computed.spread());
        boolean allGiven = replaced == mean.length;
        return new Forecast(
                location,
                future,
                Series.of(mean),
                Series.of(sd),
                Series.of(computed.spread().cumulativeSdUnits(sd)),
                allGiven ? GIVEN : computed.method(),
                allGiven
                        ? "Given from outside for every bucket."
                        : why(computed, peaks, clean.predecessors(), replaced),
                computed.accuracy().with(valueAdded(clean, computed)));
    }

    /** Where forecasts from outside were given for buckets that have passed, they are judged as well. */
    private ValueAdded valueAdded(CleanSeries clean, SeriesForecast computed) {
        ValueAdded added = computed.accuracy().valueAdded();
        double[] demand = clean.demandUnits();
        TimeBuckets past = TimeBuckets.endingAt(future.start(), future.size(), demand.length);
        double[] givenErrors = new double[demand.length];
        Arrays.fill(givenErrors, Double.NaN);
        for (GivenForecast forecast : given.getOrDefault(clean.location(), List.of())) {
            if (past.contains(forecast.periodStart())) {
                int bucket = past.indexOf(forecast.periodStart());
                double before = Double.isNaN(givenErrors[bucket]) ? -demand[bucket] : givenErrors[bucket];
                givenErrors[bucket] = before + forecast.meanUnits();
            }
        }
        double[] naiveErrors = new double[demand.length];
        double last = Double.NaN;
        for (int i = 0; i < demand.length; i++) {
            naiveErrors[i] = last - demand[i];
            last = Double.isNaN(demand[i]) ? last : demand[i];
        }
        return added.withGiven(naiveErrors, computed.latestErrors(), givenErrors);
    }

    private static String why(SeriesForecast computed, int peaks, List<ItemId> predecessors, int replacedBuckets) {
        StringBuilder why = new StringBuilder(computed.why());
        if (peaks > 0) {
            why.append(' ').append(peaks).append(peaks == 1 ? " single order" : " single orders");
            why.append(" out of all proportion counted only in part.");
        }
        if (!predecessors.isEmpty()) {
            String names = predecessors.stream().map(ItemId::toString).collect(Collectors.joining(", "));
            why.append(" Its history continues that of ").append(names).append(", which it replaces.");
        }
        if (replacedBuckets > 0) {
            why.append(' ').append(replacedBuckets).append(replacedBuckets == 1 ? " bucket was" : " buckets were");
            why.append(" given from outside.");
        }
        return why.toString();
    }

    /** Demand as it would have been without promotions; not known where they were meant to sell nothing. */
    private CleanSeries withoutPromotions(DemandHistory history) {
        double[] demand = history.demandUnits().toArray();
        if (promotions.concerns(history.location())) {
            double[] factors = promotions.factors(history.location(), history.buckets());
            for (int i = 0; i < demand.length; i++) {
                demand[i] = factors[i] > 0 ? demand[i] / factors[i] : Double.NaN;
            }
        }
        return new CleanSeries(history.location(), demand, List.of());
    }

    private String category(SkuLocation location) {
        Item item = items.get(location.item());
        return item == null ? "" : item.category();
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
            for (GivenForecast forecast : forecasts) {
                Double sd = forecast.sdUnits();
                mean += forecast.meanUnits();
                variance += sd == null ? Double.NaN : sd * sd;
            }
            meanUnits[bucket] = mean;
            sdUnits[bucket] = Double.isNaN(variance) ? spread.sdUnits(mean, bucket) : Math.sqrt(variance);
        });
        return byBucket.size();
    }
}
