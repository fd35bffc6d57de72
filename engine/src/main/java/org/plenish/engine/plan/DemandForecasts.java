package org.plenish.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
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
import org.plenish.engine.optimize.PlanningHorizon;

/** Histories and forecasts of a dataset, and what its forecast methods were chosen by. */
public final class DemandForecasts {

    private final SortedMap<SkuLocation, DemandHistory> histories;
    private final SortedMap<SkuLocation, Forecast> forecasts;
    private final List<SeriesProfile> asked;
    private final List<String> methodIds;

    private DemandForecasts(
            SortedMap<SkuLocation, DemandHistory> histories,
            SortedMap<SkuLocation, Forecast> forecasts,
            List<SeriesProfile> asked,
            List<String> methodIds) {
        this.histories = histories;
        this.forecasts = forecasts;
        this.asked = List.copyOf(asked);
        this.methodIds = List.copyOf(methodIds);
    }

    /**
     * @param threads 1 or more; the result does not depend on it
     * @param progress told the share done, 0 to 1
     */
    public static DemandForecasts of(Dataset dataset, MethodRules methodRules, int threads, DoubleConsumer progress) {
        List<SeriesProfile> asked = new ArrayList<>();
        List<String> methodIds = new ArrayList<>();
        MethodRules noted = profiles -> {
            List<MethodChoice> choices = methodRules.choose(profiles);
            asked.addAll(profiles);
            methodIds.addAll(methods(choices));
            return choices;
        };
        SortedMap<SkuLocation, DemandHistory> histories = DemandHistories.build(dataset, threads);
        SortedMap<SkuLocation, Forecast> forecasts = DatasetForecaster.forecastAll(
                dataset, histories, PlanningHorizon.of(dataset), noted, threads, progress);
        return new DemandForecasts(histories, forecasts, asked, methodIds);
    }

    public SortedMap<SkuLocation, DemandHistory> histories() {
        return histories;
    }

    /** One for each history. */
    public SortedMap<SkuLocation, Forecast> forecasts() {
        return forecasts;
    }

    /** Whether the rules choose the methods by which these were made. */
    boolean areBy(MethodRules methodRules) {
        return methods(methodRules.choose(asked)).equals(methodIds);
    }

    private static List<String> methods(List<MethodChoice> choices) {
        return choices.stream().map(MethodChoice::methodId).toList();
    }
}
