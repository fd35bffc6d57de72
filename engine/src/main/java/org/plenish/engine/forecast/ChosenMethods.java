package org.plenish.engine.forecast;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.model.SkuLocation;

/**
 * Which method was chosen for which SKU-location, and how it erred then, so that it can forecast again from more history
 * without a new comparison of all methods. Safe to share between threads.
 */
final class ChosenMethods {

    private final Map<SkuLocation, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String askedMethodId, SeriesForecast made) {}

    /** Keeps what was chosen by held-out errors; without them there is nothing to go on with. */
    void keep(SkuLocation location, MethodChoice choice, SeriesForecast made) {
        if (made.accuracy().origins() > 0) {
            kept.put(location, new Kept(choice.methodId(), made));
        }
    }

    void forget() {
        kept.clear();
    }

    /**
     * By the method kept, with the errors measured when it was chosen; null if none is kept, it is not offered any more, or
     * another is asked for.
     */
    @Nullable
    SeriesForecast forecastAgain(
            SkuLocation location,
            double[] demandUnits,
            int horizonBuckets,
            Forecaster.Candidates candidates,
            MethodChoice choice) {
        Kept last = kept.get(location);
        if (last == null || !last.askedMethodId().equals(choice.methodId())) {
            return null;
        }
        ForecastMethod method = candidates.all().stream()
                .filter(candidate -> candidate.id().equals(last.made().method()))
                .findFirst()
                .orElse(null);
        if (method == null || !method.canForecast(demandUnits)) {
            return null;
        }
        SeriesForecast made = last.made();
        return new SeriesForecast(
                made.method(),
                made.why(),
                Backtest.nonNegative(
                        method.forecast(demandUnits, horizonBuckets).mean()),
                made.spread(),
                made.accuracy(),
                made.latestErrors());
    }
}
