package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;

/** What relaxed plans use of limits and setups, in whole numbers, so that a sum does not depend on who gathered what. */
final class Use {

    private final long[][] spaceCubicMillimetres;
    private final long[] paidMicros;
    private final long[] groupMicros;
    private final long[] setupCubicMillimetres;

    Use(ExactProblem problem, Setups setups) {
        spaceCubicMillimetres = new long[problem.zones()][problem.periods()];
        paidMicros = new long[problem.paymentPeriods()];
        groupMicros = new long[problem.groups()];
        setupCubicMillimetres = new long[setups.count()];
    }

    void clear() {
        for (long[] row : spaceCubicMillimetres) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(paidMicros, 0);
        Arrays.fill(groupMicros, 0);
        Arrays.fill(setupCubicMillimetres, 0);
    }

    void addSpace(int zone, int period, double cubicMillimetres) {
        spaceCubicMillimetres[zone][period] += Math.round(cubicMillimetres);
    }

    void addOrder(int paymentPeriod, int group, double micros) {
        paidMicros[paymentPeriod] += Math.round(micros);
        groupMicros[group] += Math.round(micros);
    }

    void addVolume(int setup, double cubicMillimetres) {
        setupCubicMillimetres[setup] += Math.round(cubicMillimetres);
    }

    void add(Use other) {
        for (int zone = 0; zone < spaceCubicMillimetres.length; zone++) {
            addTo(spaceCubicMillimetres[zone], other.spaceCubicMillimetres[zone]);
        }
        addTo(paidMicros, other.paidMicros);
        addTo(groupMicros, other.groupMicros);
        addTo(setupCubicMillimetres, other.setupCubicMillimetres);
    }

    private static void addTo(long[] sum, long[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i];
        }
    }

    double spaceM3(int zone, int period) {
        return FixedPoint.cubicMetres(spaceCubicMillimetres[zone][period]);
    }

    /** Currency units that leave in the period alone. */
    double paid(int period) {
        return FixedPoint.currency(paidMicros[period]);
    }

    /** Currency units ordered in the group. */
    double groupValue(int group) {
        return FixedPoint.currency(groupMicros[group]);
    }

    double setupM3(int setup) {
        return FixedPoint.cubicMetres(setupCubicMillimetres[setup]);
    }
}
