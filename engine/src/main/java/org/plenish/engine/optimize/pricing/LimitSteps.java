package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;

/**
 * Steps of the prices of space and cash along the excess over each limit. Everything is counted in shares of a limit, so
 * that m³ and money meet on one scale. Keeps the direction of earlier steps; mutable.
 */
final class LimitSteps {

    private static final double MOMENTUM = 0.3;

    private final ExactProblem problem;
    private final double[] limits;
    private final double[] direction;

    LimitSteps(ExactProblem problem) {
        this.problem = problem;
        this.limits = new double[problem.zones() * problem.periods() + problem.cashPeriods()];
        Arrays.setAll(limits, this::limit);
        this.direction = new double[limits.length];
    }

    void forget() {
        Arrays.fill(direction, 0);
    }

    /**
     * The prices after a step that would raise the dual so far if it were linear.
     *
     * @param gain currency units
     * @param most length of the step, counted in what limits are worth, currency units
     */
    LimitPrices step(LimitPrices prices, Use use, double gain, double most) {
        double norm = 0;
        double spent = 0;
        int cells = cells();
        for (int d = 0; d < limits.length; d++) {
            spent = d < cells || !problem.cashCarriesForward() ? 0 : spent;
            spent += d < cells ? 0 : use.paid(d - cells);
            double used = d < cells ? use.spaceM3(d / problem.periods(), d % problem.periods()) : spent;
            double excess = limits[d] == 0 ? 0 : used / limits[d] - 1;
            direction[d] = excess + MOMENTUM * direction[d];
            if (price(prices, d) == 0 && direction[d] < 0) {
                direction[d] = 0;
            }
            norm += direction[d] * direction[d];
        }
        if (norm == 0) {
            return prices;
        }
        double length = Math.min(gain / norm, most / Math.sqrt(norm));
        LimitPrices next = LimitPrices.zero(problem);
        for (int d = 0; d < limits.length; d++) {
            if (limits[d] > 0) {
                double share = Math.max(0, price(prices, d) * limits[d] + length * direction[d]);
                if (d < cells) {
                    next.space()[d / problem.periods()][d % problem.periods()] = share / limits[d];
                } else {
                    next.cashLimit()[d - cells] = share / limits[d];
                }
            }
        }
        return next;
    }

    private int cells() {
        return problem.zones() * problem.periods();
    }

    private double price(LimitPrices prices, int dimension) {
        return dimension < cells()
                ? prices.space()[dimension / problem.periods()][dimension % problem.periods()]
                : prices.cashLimit()[dimension - cells()];
    }

    /** m³ or currency; a limit of 0 counts as one thousandth, an infinite one as 0: it never has a price. */
    private double limit(int dimension) {
        long exact = dimension < cells()
                ? problem.spaceCubicMillimetres(dimension / problem.periods(), dimension % problem.periods())
                : problem.cashMicros(dimension - cells());
        if (exact == FixedPoint.UNLIMITED) {
            return 0;
        }
        return Math.max(1e-3, dimension < cells() ? FixedPoint.cubicMetres(exact) : FixedPoint.currency(exact));
    }
}
