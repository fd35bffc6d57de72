package org.plenish.engine.model;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Numbers by bucket, oldest first, immutable. {@code NaN} means "not known", which is not zero. */
public final class Series {

    private final double[] values;

    private Series(double[] values) {
        this.values = values;
    }

    public static Series of(double... values) {
        return new Series(values.clone());
    }

    public static Series constant(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return new Series(values);
    }

    public int length() {
        return values.length;
    }

    public double get(int index) {
        return values[index];
    }

    public boolean isKnown(int index) {
        return !Double.isNaN(values[index]);
    }

    /** The sum of {@code [from, to)}; NaN if a value in it is not known. */
    public double sum(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** A copy. */
    public double[] toArray() {
        return values.clone();
    }

    public DoubleStream stream() {
        return Arrays.stream(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
