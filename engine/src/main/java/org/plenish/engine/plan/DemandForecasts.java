package org.plenish.engine.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import org.plenish.engine.forecast.DatasetForecaster;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.forecast.MethodChoice;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.forecast.SeriesProfile;
import org.plenish.engine.forecast.clean.DemandHistories;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.optimize.PlanningHorizon;

/** Histories and forecasts of a dataset, and what its forecast methods were chosen by. */
public final class DemandForecasts {

    private final TimeBuckets horizon;
    private final SortedMap<SkuLocation, DemandHistory> histories;
    private final SortedMap<SkuLocation, Forecast> forecasts;
    private final List<SeriesProfile> asked;
    private final List<String> methodIds;

    private DemandForecasts(
            TimeBuckets horizon,
            SortedMap<SkuLocation, DemandHistory> histories,
            SortedMap<SkuLocation, Forecast> forecasts,
            List<SeriesProfile> asked,
            List<String> methodIds) {
        this.horizon = horizon;
        this.histories = histories;
        this.forecasts = forecasts;
        this.asked = List.copyOf(asked);
        this.methodIds = List.copyOf(methodIds);
    }

    /**
     * As far ahead as the dataset needs.
     *
     * @param threads 1 or more; the result does not depend on it
     * @param progress told the share done, 0 to 1
     */
    public static DemandForecasts of(Dataset dataset, MethodRules methodRules, int threads, DoubleConsumer progress) {
        return of(dataset, PlanningHorizon.of(dataset), methodRules, threads, progress);
    }

    /**
     * As {@link #of(Dataset, MethodRules, int, DoubleConsumer)}, as far ahead as asked.
     *
     * @param horizon from the plan's date, in the dataset's buckets; what is planned with the result goes as far
     */
    public static DemandForecasts of(
            Dataset dataset, TimeBuckets horizon, MethodRules methodRules, int threads, DoubleConsumer progress) {
        List<SeriesProfile> asked = new ArrayList<>();
        List<String> methodIds = new ArrayList<>();
        MethodRules noted = profiles -> {
            List<MethodChoice> choices = methodRules.choose(profiles);
            asked.addAll(profiles);
            methodIds.addAll(methods(choices));
            return choices;
        };
        SortedMap<SkuLocation, DemandHistory> histories = DemandHistories.build(dataset, threads);
        SortedMap<SkuLocation, Forecast> forecasts =
                DatasetForecaster.forecastAll(dataset, histories, horizon, noted, threads, progress);
        return new DemandForecasts(horizon, histories, forecasts, asked, methodIds);
    }

    public SortedMap<SkuLocation, DemandHistory> histories() {
        return histories;
    }

    /** One for each history. */
    public SortedMap<SkuLocation, Forecast> forecasts() {
        return forecasts;
    }

    /**
     * Others in place of these, for the same buckets and chosen by the same rules.
     *
     * @param otherForecasts one for each history
     * @throws IllegalArgumentException if a history has no forecast or a forecast no history
     */
    public DemandForecasts with(
            SortedMap<SkuLocation, DemandHistory> otherHistories, SortedMap<SkuLocation, Forecast> otherForecasts) {
        if (!otherHistories.keySet().equals(otherForecasts.keySet())) {
            throw new IllegalArgumentException(
                    "Each demand history must have a forecast, and each forecast a history.");
        }
        return new DemandForecasts(
                horizon,
                Collections.unmodifiableSortedMap(new TreeMap<>(otherHistories)),
                Collections.unmodifiableSortedMap(new TreeMap<>(otherForecasts)),
                asked,
                methodIds);
    }

    /** The buckets that are forecast, and planned. */
    public TimeBuckets horizon() {
        return horizon;
    }

    /** Whether the rules choose the methods by which these were made. */
    boolean areBy(MethodRules methodRules) {
        return methods(methodRules.choose(asked)).equals(methodIds);
    }

    private static List<String> methods(List<MethodChoice> choices) {
        return choices.stream().map(MethodChoice::methodId).toList();
    }
}
