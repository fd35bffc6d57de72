package org.plenish.engine.forecast.method;

import java.util.Arrays;

/**
 * Whether a history shows a season: whether sines and cosines of its length explain more than so many coefficients would
 * by chance. Errors are taken to hang together as they may, so that the slow ups and downs of a level are not taken for a
 * year, and Schwarz's criterion decides, which is stricter the longer the history is.
 */
public final class SeasonTest {

    private static final int MIN_KNOWN = 8;

    private SeasonTest() {}

    /**
     * @param values oldest first; NaN is not known
     * @param period buckets of the season, above 2, not necessarily whole
     * @return false too where fewer than two seasons were seen
     * @throws IllegalArgumentException if {@code period} is not above 2
     */
    public static boolean shows(double[] values, double period) {
        FourierRegression regression = new FourierRegression(period);
        int known = Histories.knownCount(values);
        if (known < MIN_KNOWN || !FourierRegression.isSeenTwice(values.length, period)) {
            return false;
        }
        double[] standard = StandardSeries.centred(values).values();
        if (Arrays.stream(standard).allMatch(value -> !(Math.abs(value) > 0))) {
            return false;
        }
        FourierRegression.Terms terms = regression.terms(standard, 0);
        return FourierRegression.fit(terms, standard, FourierFit::schwarz).pairs()[0] > 0;
    }
}
