package org.plenish.engine.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.plenish.engine.forecast.clean.CleanHistories;
import org.plenish.engine.forecast.clean.CleanSeries;
import org.plenish.engine.forecast.clean.CorrectionSwitch;
import org.plenish.engine.forecast.clean.Profile;
import org.plenish.engine.forecast.clean.SeasonalPools;
import org.plenish.engine.forecast.method.DynamicOptimizedTheta;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.ForecastMethods;
import org.plenish.engine.forecast.method.SeasonalIndices;
import org.plenish.engine.forecast.monitor.ValueAdded;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
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

    /** Method of a forecast from the shape of a category, of an article too new for the others. */
    public static final String PROFILE = "profile";

    private static final int PROGRESS_STEPS = 100;

    /** A single year may have been an unusual one: a third of what it shows is left out. */
    private static final double ONE_YEAR_PRIOR_SEASONS = 0.5;

    private final TimeBuckets future;
    private final int bucketsPerYear;
    private final Forecaster forecaster;
    private final CountMethod counts;
    private final Map<ItemId, Item> items;
    private final CleanHistories cleaned;
    private final GivenForecasts given;
    private final List<CleanSeries> series;
    private final SeasonalPools pools;
    private final Map<SkuLocation, MethodChoice> choices;
    private final ChosenMethods chosen;

    private DatasetForecaster(
            Dataset dataset, CleanHistories cleaned, TimeBuckets future, MethodRules rules, ChosenMethods chosen) {
        this.chosen = chosen;
        this.future = future;
        bucketsPerYear = future.size().bucketsPerYear();
        forecaster = new Forecaster(future.size());
        counts = new CountMethod(1);
        items = dataset.items();
        this.cleaned = cleaned;
        given = new GivenForecasts(dataset.givenForecasts());
        series = cleaned.series();
        pools = SeasonalPools.of(
                series.stream()
                        .map(member -> new SeasonalPools.Member(category(member.location()), member.demandUnits()))
                        .toList(),
                bucketsPerYear);
        choices = choices(dataset, rules);
    }

    /**
     * @param future the buckets to forecast, from the plan's date
     * @param rules which method serves which demand
     * @param threads to share the work between, 1 or more; the result does not depend on it
     * @param progress told the share done, 0 to 1, about once a hundredth, from the caller's thread
     * @return a forecast for each key of {@code histories}
     */
    public static SortedMap<SkuLocation, Forecast> forecastAll(
            Dataset dataset,
            SortedMap<SkuLocation, DemandHistory> histories,
            TimeBuckets future,
            MethodRules rules,
            int threads,
            DoubleConsumer progress) {
        return forecastAll(dataset, histories, future, rules, new ChosenMethods(), threads, progress);
    }

    /** @param chosen methods that are used again instead of choosing anew; takes those that are chosen */
    static SortedMap<SkuLocation, Forecast> forecastAll(
            Dataset dataset,
            SortedMap<SkuLocation, DemandHistory> histories,
            TimeBuckets future,
            MethodRules rules,
            ChosenMethods chosen,
            int threads,
            DoubleConsumer progress) {
        CleanHistories cleaned = CleanHistories.of(dataset, histories, CorrectionSwitch.USUAL, threads);
        List<Forecast> forecasts =
                new DatasetForecaster(dataset, cleaned, future, rules, chosen).forecastAll(threads, progress);
        SortedMap<SkuLocation, Forecast> byLocation = new TreeMap<>();
        forecasts.forEach(forecast -> byLocation.put(forecast.location(), forecast));
        return Collections.unmodifiableSortedMap(byLocation);
    }

    private Map<SkuLocation, MethodChoice> choices(Dataset dataset, MethodRules rules) {
        List<SeriesProfile> profiles = series.stream()
                .map(member -> new SeriesProfile(
                        member.location(),
                        dataset.item(member.location().item()),
                        dataset.warehouse(member.location().warehouse()),
                        SeriesProfile.DemandShape.of(member.demandUnits(), bucketsPerYear)))
                .toList();
        List<MethodChoice> chosen = rules.choose(profiles);
        Map<SkuLocation, MethodChoice> byLocation = new HashMap<>();
        for (int i = 0; i < profiles.size(); i++) {
            byLocation.put(profiles.get(i).location(), chosen.get(i));
        }
        return byLocation;
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
        SeriesForecast computed = computed(clean);
        double[] mean = computed.meanUnits();
        double[] factors = cleaned.futureFactors(location, future);
        for (int i = 0; i < mean.length; i++) {
            mean[i] *= factors[i];
        }
        double[] sd = computed.spread().sdUnits(mean);
        GivenForecasts.Replaced replaced = given.replace(location, future, mean, sd, computed.spread());
        return new Forecast(
                location,
                future,
                Series.of(mean),
                Series.of(sd),
                Series.of(computed.spread().cumulativeSdUnits(sd)),
                replaced.everyBucket() ? GIVEN : computed.method(),
                replaced.everyBucket()
                        ? "Given from outside for every bucket."
                        : why(computed, clean, replaced.buckets()),
                computed.accuracy().with(valueAdded(clean, computed)),
                clean.history().corrections());
    }

    private SeriesForecast computed(CleanSeries clean) {
        MethodChoice choice = choices.getOrDefault(clean.location(), MethodChoice.AUTOMATIC);
        Profile profile = choice.isAutomatic() ? cleaned.profile(clean, future.count()) : null;
        if (profile != null) {
            return new SeriesForecast(
                    PROFILE,
                    profile.why(),
                    profile.meanUnits(),
                    ErrorSpread.ofHistory(clean.demandUnits()),
                    ForecastAccuracy.UNKNOWN,
                    new double[0]);
        }
        String category = category(clean.location());
        double[] pool = pools.pool(category);
        double[] demand = clean.demandUnits();
        int offset = pool.length - demand.length;
        if (!pools.hasOneSeasonOfACrowd(category)) {
            return byItself(clean.location(), demand, pool, offset, choice);
        }
        double[] season = SeasonalIndices.of(pool, bucketsPerYear, ONE_YEAR_PRIOR_SEASONS);
        double[] level = new double[demand.length];
        Arrays.setAll(level, i -> demand[i] / season[(offset + i) % bucketsPerYear]);
        SeriesForecast made = byItself(clean.location(), level, new double[0], -level.length, choice);
        double[] mean = made.meanUnits();
        for (int i = 0; i < mean.length; i++) {
            mean[i] *= season[(pool.length + i) % bucketsPerYear];
        }
        return made.because(made.why() + " The season is what its category did in its only year.");
    }

    private SeriesForecast byItself(
            SkuLocation location, double[] demandUnits, double[] pool, int offset, MethodChoice choice) {
        Forecaster.Candidates candidates = new Forecaster.Candidates(
                usual(demandUnits, pool, offset), ForecastMethods.ofPool(pool, offset, bucketsPerYear));
        SeriesForecast again = chosen.forecastAgain(location, demandUnits, future.count(), candidates, choice);
        if (again != null) {
            return again;
        }
        SeriesForecast made = forecaster.forecast(demandUnits, future.count(), candidates, choice);
        chosen.keep(location, choice, made);
        return made;
    }

    private ForecastMethod usual(double[] demandUnits, double[] pool, int offset) {
        ForecastMethod withoutSeason = counts.canForecast(demandUnits) ? counts : new DynamicOptimizedTheta(1);
        return ForecastMethods.seasonalByPool(withoutSeason, pool, offset, bucketsPerYear);
    }

    /** Where forecasts from outside were given for buckets that have passed, they are judged as well. */
    private ValueAdded valueAdded(CleanSeries clean, SeriesForecast computed) {
        ValueAdded added = computed.accuracy().valueAdded();
        double[] demand = clean.demandUnits();
        double[] givenErrors =
                given.meanUnits(clean.location(), TimeBuckets.endingAt(future.start(), future.size(), demand.length));
        Arrays.setAll(givenErrors, i -> givenErrors[i] - demand[i]);
        double[] naiveErrors = new double[demand.length];
        double last = Double.NaN;
        for (int i = 0; i < demand.length; i++) {
            naiveErrors[i] = last - demand[i];
            last = Double.isNaN(demand[i]) ? last : demand[i];
        }
        return added.withGiven(naiveErrors, computed.latestErrors(), givenErrors);
    }

    private static String why(SeriesForecast computed, CleanSeries clean, int replacedBuckets) {
        StringBuilder why = new StringBuilder(computed.why());
        clean.history().summary().forEach(sentence -> why.append(' ').append(sentence));
        clean.notices().forEach(sentence -> why.append(' ').append(sentence));
        List<ItemId> predecessors = clean.predecessors();
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

    private String category(SkuLocation location) {
        Item item = items.get(location.item());
        return item == null ? "" : item.category();
    }
}
