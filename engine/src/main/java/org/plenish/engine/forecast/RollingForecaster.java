package org.plenish.engine.forecast;

import java.util.SortedMap;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * Forecasts the SKU-locations of a dataset again and again as time goes by. Methods are compared, and their errors measured,
 * every {@code chooseEveryRounds} rounds; in between each SKU-location's method forecasts from all history up to the day, so
 * levels and seasons stay up to date. Comparing is nearly all of the work, and its outcome changes little from one bucket to
 * the next. A SKU-location that is new, or whose method does not fit its history any more, has its method chosen at once.
 * What a round forecasts depends on the datasets of this and of earlier rounds alone.
 */
public final class RollingForecaster {

    private final MethodRules rules;
    private final int chooseEveryRounds;
    private final int threads;
    private final ChosenMethods chosen = new ChosenMethods();
    private int rounds;

    /**
     * @param chooseEveryRounds 1 or more; 1 chooses anew each time
     * @param threads to share the work between, 1 or more; the result does not depend on it
     * @throws IllegalArgumentException if one is below 1
     */
    public RollingForecaster(MethodRules rules, int chooseEveryRounds, int threads) {
        if (chooseEveryRounds < 1 || threads < 1) {
            throw new IllegalArgumentException("rounds between choices and threads: " + chooseEveryRounds + " and "
                    + threads + " must be 1 or more.");
        }
        this.rules = rules;
        this.chooseEveryRounds = chooseEveryRounds;
        this.threads = threads;
    }

    /**
     * The next round.
     *
     * @param dataset as it was known on its own date, which is later than that of the round before
     * @param future the buckets to forecast, from that date
     * @return a forecast for each key of {@code histories}
     */
    public SortedMap<SkuLocation, Forecast> forecastAll(
            Dataset dataset, SortedMap<SkuLocation, DemandHistory> histories, TimeBuckets future) {
        if (rounds % chooseEveryRounds == 0) {
            chosen.forget();
        }
        rounds++;
        return DatasetForecaster.forecastAll(dataset, histories, future, rules, chosen, threads, share -> {});
    }
}
