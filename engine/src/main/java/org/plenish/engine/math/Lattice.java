package org.plenish.engine.math;

import java.util.Arrays;

/**
 * A distribution on 0, u, 2u, ... up to some highest value, told by the probability of each: counts of any shape, their
 * mixtures and sums. What is sold in packs of six lives on a lattice of unit six.
 *
 * <p>Example: {@code Lattice.of(6, {0.5, 0.25, 0.25})} is 0, 6 or 12; its mean is 4.5, its median 0, its 0.75 quantile 6.
 */
public final class Lattice implements Distribution {

    /** What is less likely at the upper end is left off. */
    private static final double NEGLIGIBLE = 1e-13;

    /** Sums of probabilities are trusted to this. */
    private static final double ROUNDING = 1e-11;

    private final double unit;
    private final double[] mass;
    private final double[] cumulative;
    private final double mean;
    private final double sd;

    private Lattice(double unit, double[] mass) {
        this.unit = unit;
        this.mass = mass;
        cumulative = new double[mass.length];
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int k = 0; k < mass.length; k++) {
            sum += mass[k];
            cumulative[k] = sum;
            first += k * mass[k];
            second += (double) k * k * mass[k];
        }
        mean = unit * first;
        sd = unit * Math.sqrt(Math.max(0, second - first * first));
    }

    /**
     * @param unit distance of two values, above 0
     * @param weights at {@code k}: how likely {@code k·unit} is, 0 or more, in any scale; not changed
     * @throws IllegalArgumentException if the unit is not above 0 or the weights are not finite with a sum above 0
     */
    public static Lattice of(double unit, double[] weights) {
        Probability.requirePositive(unit, "unit of a lattice");
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("weight: " + weight + " must be 0 or more.");
            }
            sum += weight;
        }
        Probability.requirePositive(sum, "sum of a lattice's weights");
        int length = weights.length;
        while (length > 1 && weights[length - 1] <= NEGLIGIBLE * sum) {
            length--;
        }
        double[] mass = Arrays.copyOf(weights, length);
        for (int k = 0; k < length; k++) {
            mass[k] /= sum;
        }
        return new Lattice(unit, mass);
    }

    /** What is always {@code 0}. */
    public static Lattice zero() {
        return new Lattice(1, new double[] {1});
    }

    /** Distance of two neighbouring values. */
    public double unit() {
        return unit;
    }

    /** How many values there are, from 0 on. */
    public int size() {
        return mass.length;
    }

    /** P(X = k·unit). */
    public double mass(int k) {
        return k < mass.length ? mass[k] : 0;
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double sd() {
        return sd;
    }

    @Override
    public double spacing() {
        return unit;
    }

    @Override
    public double cumulativeProbability(double x) {
        if (x < 0) {
            return 0;
        }
        double k = Math.floor(x / unit * (1 + ROUNDING));
        return k >= mass.length - 1 ? 1 : cumulative[(int) k];
    }

    @Override
    public double quantile(double probability) {
        double least = Probability.requireInside(probability) - ROUNDING;
        int low = 0;
        int high = mass.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] >= least) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low * unit;
    }

    @Override
    public double loss(double x) {
        double loss = 0;
        for (int k = mass.length - 1; k >= 0 && k * unit > x; k--) {
            loss += mass[k] * (k * unit - x);
        }
        return loss;
    }

    @Override
    public double complementaryLoss(double x) {
        double loss = 0;
        for (int k = 0; k < mass.length && k * unit < x; k++) {
            loss += mass[k] * (x - k * unit);
        }
        return loss;
    }

    @Override
    public double secondLoss(double x) {
        requireOnLattice(x);
        double loss = 0;
        for (int k = mass.length - 1; k >= 0 && k * unit > x; k--) {
            double above = k * unit - x;
            loss += mass[k] * above * (above - unit);
        }
        return loss / 2;
    }

    @Override
    public double complementarySecondLoss(double x) {
        requireOnLattice(x);
        double loss = 0;
        for (int k = 0; k < mass.length && k * unit < x; k++) {
            double below = x - k * unit;
            loss += mass[k] * below * (below + unit);
        }
        return loss / 2;
    }

    private void requireOnLattice(double x) {
        if (!(Math.abs(x - unit * Math.rint(x / unit)) <= ROUNDING * Math.max(unit, Math.abs(x)))) {
            throw new IllegalArgumentException("x: " + x + " must be a multiple of the lattice's unit, " + unit + ".");
        }
    }

    /**
     * The sum of {@code times} independent draws, by repeated squaring. Beyond {@code maxSize} values the upper end is
     * gathered in the last one.
     *
     * @param times 1 or more
     */
    public Lattice sumOf(int times, int maxSize) {
        if (times < 1) {
            throw new IllegalArgumentException("times: " + times + " must be 1 or more.");
        }
        double[] power = mass;
        double[] sum = {1};
        for (int left = times; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                sum = convolve(sum, power, maxSize);
            }
            if (left > 1) {
                power = convolve(power, power, maxSize);
            }
        }
        return of(unit, sum);
    }

    private static double[] convolve(double[] first, double[] second, int maxSize) {
        double[] sum = new double[Math.min(maxSize, first.length + second.length - 1)];
        int last = sum.length - 1;
        for (int i = 0; i < first.length; i++) {
            double weight = first[i];
            if (weight == 0) {
                continue;
            }
            int within = Math.max(0, Math.min(second.length, last + 1 - i));
            for (int j = 0; j < within; j++) {
                sum[i + j] += weight * second[j];
            }
            for (int j = within; j < second.length; j++) {
                sum[last] += weight * second[j];
            }
        }
        return sum;
    }
}
