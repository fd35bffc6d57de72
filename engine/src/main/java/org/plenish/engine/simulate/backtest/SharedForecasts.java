package org.plenish.engine.simulate.backtest;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.forecast.MethodChoice;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.forecast.RollingForecaster;
import org.plenish.engine.forecast.SeriesProfile;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * One forecast for all rule books that choose the same methods: what was demanded does not depend on what a book decides. A book
 * that chooses otherwise has forecasts of its own from then on.
 */
final class SharedForecasts {

    private final BacktestSettings settings;
    private final RollingForecaster first;
    private final Map<Contender.RuleBook, RollingForecaster> own = new IdentityHashMap<>();
    private List<SeriesProfile> asked = List.of();
    private List<String> answered = List.of();
    private SortedMap<SkuLocation, Forecast> shared = new TreeMap<>();

    SharedForecasts(Contender.RuleBook firstBook, BacktestSettings settings) {
        this.settings = settings;
        MethodRules noted = profiles -> {
            List<MethodChoice> choices = firstBook.methodRules().choose(profiles);
            asked = List.copyOf(profiles);
            answered = methodIds(choices);
            return choices;
        };
        first = new RollingForecaster(noted, settings.chooseEveryBuckets(), settings.threads());
    }

    /** Of the first book, for the next bucket. */
    SortedMap<SkuLocation, Forecast> next(
            Dataset known, SortedMap<SkuLocation, DemandHistory> histories, TimeBuckets future) {
        shared = first.forecastAll(known, histories, future);
        return shared;
    }

    /** Of another book, for the same bucket. */
    SortedMap<SkuLocation, Forecast> of(
            Contender.RuleBook book,
            Dataset known,
            SortedMap<SkuLocation, DemandHistory> histories,
            TimeBuckets future) {
        if (!own.containsKey(book)
                && methodIds(book.methodRules().choose(asked)).equals(answered)) {
            return shared;
        }
        return own.computeIfAbsent(
                        book,
                        other -> new RollingForecaster(
                                other.methodRules(), settings.chooseEveryBuckets(), settings.threads()))
                .forecastAll(known, histories, future);
    }

    private static List<String> methodIds(List<MethodChoice> choices) {
        return new ArrayList<>(choices.stream().map(MethodChoice::methodId).toList());
    }
}
