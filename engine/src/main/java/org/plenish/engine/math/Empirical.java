package org.plenish.engine.math;

import java.util.Arrays;

/**
 * What was seen, each value as likely as every other: the distribution that assumes nothing.
 *
 * <p>Where all values are whole it counts as a discrete distribution on 0, 1, 2, ... ({@link #spacing} 1), else as one of
 * values anywhere ({@code 0}).
 *
 * <p>Example: {@code Empirical.of(4, 0, 6, 0, 10)} has mean 4, median 4, 0.8 quantile 6 and loses (2 + 6) / 5 = 1.6 beyond 4.
 */
public final class Empirical implements Distribution {

    /** What a share of values may be below a probability and still reach it. */
    private static final double ROUNDING = 1e-11;

    private final double[] values;

    /** At {@code i}: the sum of the values from place i on. */
    private final double[] sumFrom;

    private final double sd;
    private final double spacing;

    private Empirical(double[] values) {
        this.values = values;
        sumFrom = new double[values.length + 1];
        for (int i = values.length - 1; i >= 0; i--) {
            sumFrom[i] = sumFrom[i + 1] + values[i];
        }
        double mean = sumFrom[0] / values.length;
        double squares = 0;
        boolean whole = true;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            whole &= value == Math.rint(value);
        }
        sd = Math.sqrt(squares / values.length);
        spacing = whole ? 1 : 0;
    }

    /**
     * @param values in any order, one or more, finite and 0 or more; not changed
     * @throws IllegalArgumentException if there is none or one is negative or not finite
     */
    public static Empirical of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values of an empirical distribution: 0, must be 1 or more.");
        }
        for (double value : values) {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException(
                        "value of an empirical distribution: " + value + " must be a number of 0 or more.");
            }
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Empirical(sorted);
    }

    /** How many values were seen. */
    public int size() {
        return values.length;
    }

    @Override
    public double mean() {
        return sumFrom[0] / values.length;
    }

    /** Of the values themselves, with their number as divisor. */
    @Override
    public double sd() {
        return sd;
    }

    @Override
    public double spacing() {
        return spacing;
    }

    @Override
    public double cumulativeProbability(double x) {
        return (double) firstAbove(x) / values.length;
    }

    @Override
    public double quantile(double probability) {
        double needed = Math.ceil((Probability.requireInside(probability) - ROUNDING) * values.length);
        return values[(int) Math.max(1, needed) - 1];
    }

    @Override
    public double loss(double x) {
        int first = firstAbove(x);
        return Math.max(0, sumFrom[first] - (values.length - first) * x) / values.length;
    }

    @Override
    public double secondLoss(double x) {
        double sum = 0;
        for (int i = firstAbove(onSpacing(x)); i < values.length; i++) {
            double above = values[i] - x;
            sum += above * (above - spacing);
        }
        return sum / (2 * values.length);
    }

    @Override
    public double complementarySecondLoss(double x) {
        double sum = 0;
        int end = firstAbove(onSpacing(x));
        for (int i = 0; i < end; i++) {
            double below = x - values[i];
            sum += below * (below + spacing);
        }
        return sum / (2 * values.length);
    }

    private double onSpacing(double x) {
        if (spacing > 0) {
            Discrete.requireWhole(x);
        }
        return x;
    }

    /** How many values are at most {@code x}. */
    private int firstAbove(double x) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
