package org.plenish.engine.math;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;

/**
 * Minima of functions that cost little to evaluate and may have several valleys, such as the squared error of a
 * smoothing method by its constant: a small grid finds the valley, Brent's method its bottom. Same input, same result.
 *
 * <p>Source: Brent (1973), Algorithms for Minimization without Derivatives, ch. 5.
 */
public final class Minimizers {

    private static final int GRID_STEPS = 6;
    private static final int MAX_EVALUATIONS = 60;
    private static final double RELATIVE_TOLERANCE = 1e-3;
    private static final double ABSOLUTE_TOLERANCE = 1e-4;
    private static final int ROUNDS = 2;

    private Minimizers() {}

    /**
     * The point in {@code [low, high]} where {@code function} is least, to about three digits; the bounds themselves
     * are tried.
     *
     * @throws IllegalArgumentException unless {@code low < high}
     */
    public static double onInterval(DoubleUnaryOperator function, double low, double high) {
        requireOrdered(low, high);
        double step = (high - low) / GRID_STEPS;
        double best = low;
        double bestValue = function.applyAsDouble(low);
        for (int i = 1; i <= GRID_STEPS; i++) {
            double point = i == GRID_STEPS ? high : low + i * step;
            double value = function.applyAsDouble(point);
            if (value < bestValue) {
                best = point;
                bestValue = value;
            }
        }
        UnivariatePointValuePair refined = new BrentOptimizer(RELATIVE_TOLERANCE, ABSOLUTE_TOLERANCE)
                .optimize(
                        new UnivariateObjectiveFunction(function::applyAsDouble),
                        GoalType.MINIMIZE,
                        new SearchInterval(Math.max(low, best - step), Math.min(high, best + step)),
                        new MaxEval(MAX_EVALUATIONS));
        return refined.getValue() < bestValue ? refined.getPoint() : best;
    }

    /**
     * A point in the box where {@code function} is least along each axis: one axis after the other is minimized by
     * {@link #onInterval}, twice around.
     *
     * @param start first guess, inside the box; not changed
     * @return as long as {@code start}
     */
    public static double[] inBox(ToDoubleFunction<double[]> function, double[] start, double[] low, double[] high) {
        double[] point = start.clone();
        for (int round = 0; round < ROUNDS; round++) {
            for (int axis = 0; axis < point.length; axis++) {
                point[axis] = alongAxis(function, point.clone(), axis, low[axis], high[axis]);
            }
        }
        return point;
    }

    private static double alongAxis(
            ToDoubleFunction<double[]> function, double[] point, int axis, double low, double high) {
        return onInterval(
                value -> {
                    point[axis] = value;
                    return function.applyAsDouble(point);
                },
                low,
                high);
    }

    private static void requireOrdered(double low, double high) {
        if (!(low < high)) {
            throw new IllegalArgumentException("lower bound " + low + " must be below upper bound " + high + ".");
        }
    }
}
