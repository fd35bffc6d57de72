package org.plenish.engine.forecast.method;

import java.util.ArrayList;
import java.util.List;

/**
 * A form of exponential smoothing: how its error, its trend and its season enter. Multiplicative seasons with additive
 * errors are left out, because their states can be divided by next to nothing, and multiplicative trends, because they
 * explode.
 *
 * <p>Source: Hyndman, Koehler, Ord &amp; Snyder (2008), Forecasting with Exponential Smoothing, ch. 2; Hyndman &amp;
 * Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §8.4 to 8.6.
 */
public record EtsForm(Error error, Trend trend, Season season) {

    /** Whether an error's size is in units or a share of the forecast. */
    public enum Error {
        ADDITIVE("A"),
        MULTIPLICATIVE("M");

        private final String letter;

        Error(String letter) {
            this.letter = letter;
        }
    }

    /** None, one that goes on, or one that runs out. */
    public enum Trend {
        NONE("N"),
        ADDITIVE("A"),
        DAMPED("Ad");

        private final String letter;

        Trend(String letter) {
            this.letter = letter;
        }
    }

    /** None, one added to the level, or one that the level is multiplied by. */
    public enum Season {
        NONE("N"),
        ADDITIVE("A"),
        MULTIPLICATIVE("M");

        private final String letter;

        Season(String letter) {
            this.letter = letter;
        }
    }

    /** @throws IllegalArgumentException for an additive error with a multiplicative season */
    public EtsForm {
        if (error == Error.ADDITIVE && season == Season.MULTIPLICATIVE) {
            throw new IllegalArgumentException(
                    "a multiplicative season needs a multiplicative error, but the error is additive.");
        }
    }

    /** All forms that suit a series, simplest first. */
    static List<EtsForm> suiting(boolean seasonal, boolean positive) {
        List<EtsForm> forms = new ArrayList<>();
        for (Season season : Season.values()) {
            for (Trend trend : Trend.values()) {
                for (Error error : Error.values()) {
                    boolean admissible = season != Season.MULTIPLICATIVE || error == Error.MULTIPLICATIVE;
                    if (admissible && (seasonal || season == Season.NONE)) {
                        EtsForm form = new EtsForm(error, trend, season);
                        if (positive || !form.needsPositiveValues()) {
                            forms.add(form);
                        }
                    }
                }
            }
        }
        return forms;
    }

    /** As the literature writes it, such as {@code ETS(M,Ad,M)}. */
    public String notation() {
        return "ETS(" + error.letter + "," + trend.letter + "," + season.letter + ")";
    }

    boolean needsPositiveValues() {
        return error == Error.MULTIPLICATIVE;
    }

    boolean hasTrend() {
        return trend != Trend.NONE;
    }

    boolean isDamped() {
        return trend == Trend.DAMPED;
    }

    boolean hasSeason() {
        return season != Season.NONE;
    }

    boolean hasMultiplicativeError() {
        return error == Error.MULTIPLICATIVE;
    }

    boolean hasMultiplicativeSeason() {
        return season == Season.MULTIPLICATIVE;
    }

    /**
     * Smoothing constants and what the states start from; without the size of the error.
     *
     * @param period buckets in a season; of any value where the form has none
     */
    int parameters(int period) {
        return 2 + (hasTrend() ? 2 : 0) + (isDamped() ? 1 : 0) + (hasSeason() ? period : 0);
    }
}
