package org.plenish.engine.forecast;

import java.util.List;

/** The methods there are, simplest first: at near-ties the earlier one is chosen. */
public final class ForecastMethods {

    private ForecastMethods() {}

    /** @param bucketsPerYear length of the season */
    public static List<ForecastMethod> standard(int bucketsPerYear) {
        return List.of(
                new Naive(),
                new MovingAverage(),
                new SimpleExponentialSmoothing(),
                new SeasonalNaive(bucketsPerYear),
                new Croston(),
                new SyntetosBoylan(),
                new TeunterSyntetosBabai(),
                new DampedHolt());
    }
}
