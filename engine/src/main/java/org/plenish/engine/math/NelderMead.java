package org.plenish.engine.math;

import java.util.function.ToDoubleFunction;

/**
 * The downhill simplex of Nelder and Mead for functions of a few parameters that are evaluated in microseconds, such as
 * the squared error of a smoothing method: it allocates nothing while it runs, and hands the function one array that it
 * uses again. Forbidden points are those where the function is infinite or NaN. Same input, same result.
 *
 * <p>Source: Nelder &amp; Mead (1965), doi:10.1093/comjnl/7.4.308, with their coefficients 1, 2, ½, ½.
 */
public final class NelderMead {

    private static final double EXPANSION = 2;
    private static final double CONTRACTION = 0.5;

    private final ToDoubleFunction<double[]> function;
    private final int dimension;

    /** The corners of the simplex, in no order, and the function there. */
    private final double[][] points;

    private final double[] values;
    private final double[] centroid;
    private double[] trial;
    private int evaluations;

    private NelderMead(ToDoubleFunction<double[]> function, int dimension) {
        this.function = function;
        this.dimension = dimension;
        points = new double[dimension + 1][dimension];
        values = new double[dimension + 1];
        centroid = new double[dimension];
        trial = new double[dimension];
    }

    /**
     * The lowest point found from a start.
     *
     * @param function must not keep or change the array it is given
     * @param start not changed
     * @param step how far the first simplex reaches along each axis, not 0
     * @param maxEvaluations of the function, exceeded by a few at most
     * @param relativeTolerance stops when the function differs by less than this share over the simplex
     * @return as long as {@code start}; {@code start} itself if nothing lower was found
     */
    public static double[] minimize(
            ToDoubleFunction<double[]> function,
            double[] start,
            double[] step,
            int maxEvaluations,
            double relativeTolerance) {
        NelderMead simplex = new NelderMead(function, start.length);
        for (int corner = 0; corner <= start.length; corner++) {
            System.arraycopy(start, 0, simplex.points[corner], 0, start.length);
            if (corner > 0) {
                simplex.points[corner][corner - 1] += step[corner - 1];
            }
            simplex.values[corner] = simplex.valueAt(simplex.points[corner]);
        }
        return simplex.run(maxEvaluations, relativeTolerance);
    }

    private double[] run(int maxEvaluations, double relativeTolerance) {
        while (true) {
            int best = 0;
            int worst = 0;
            for (int i = 1; i <= dimension; i++) {
                best = values[i] < values[best] ? i : best;
                worst = values[i] >= values[worst] ? i : worst;
            }
            double spread = values[worst] - values[best];
            if (best == worst
                    || evaluations >= maxEvaluations
                    || spread <= relativeTolerance * Math.abs(values[best])) {
                return points[best];
            }
            double secondWorst = Double.NEGATIVE_INFINITY;
            for (int i = 0; i <= dimension; i++) {
                secondWorst = i == worst ? secondWorst : Math.max(secondWorst, values[i]);
            }
            move(best, worst, secondWorst);
        }
    }

    private void move(int best, int worst, double secondWorst) {
        centre(worst);
        double reflected = tryAlong(worst, -1);
        if (reflected < values[best]) {
            accept(worst, reflected);
            double expanded = tryAlong(worst, EXPANSION);
            if (expanded < reflected) {
                accept(worst, expanded);
            }
        } else if (reflected < secondWorst) {
            accept(worst, reflected);
        } else {
            if (reflected < values[worst]) {
                accept(worst, reflected);
            }
            double contracted = tryAlong(worst, CONTRACTION);
            if (contracted < values[worst]) {
                accept(worst, contracted);
            } else {
                shrinkTowards(best);
            }
        }
    }

    /** The middle of all corners but one. */
    private void centre(int without) {
        for (int axis = 0; axis < dimension; axis++) {
            double sum = 0;
            for (int i = 0; i <= dimension; i++) {
                sum += i == without ? 0 : points[i][axis];
            }
            centroid[axis] = sum / dimension;
        }
    }

    /** The function at {@code factor} times the way from the middle to a corner. */
    private double tryAlong(int corner, double factor) {
        for (int axis = 0; axis < dimension; axis++) {
            trial[axis] = centroid[axis] + factor * (points[corner][axis] - centroid[axis]);
        }
        return valueAt(trial);
    }

    private void accept(int corner, double value) {
        double[] replaced = points[corner];
        points[corner] = trial;
        values[corner] = value;
        trial = replaced;
    }

    private void shrinkTowards(int best) {
        for (int i = 0; i <= dimension; i++) {
            if (i != best) {
                for (int axis = 0; axis < dimension; axis++) {
                    points[i][axis] = (points[i][axis] + points[best][axis]) / 2;
                }
                values[i] = valueAt(points[i]);
            }
        }
    }

    private double valueAt(double[] point) {
        evaluations++;
        double value = function.applyAsDouble(point);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }
}
