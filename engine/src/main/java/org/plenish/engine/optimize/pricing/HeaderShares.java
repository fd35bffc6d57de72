package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import java.util.List;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/**
 * How an order header is split among the lines that may stand under it. Any split that adds up to no more than the
 * header keeps the bound valid: who orders pays at most once in all. The split follows how often each line was used so
 * far (fictitious play), so that those who order together share the header. Not changed once built.
 */
final class HeaderShares {

    private final ExactProblem problem;
    /** {@code [sku][(source · warehouses + warehouse) · periods + period]}: use so far, 0..1. */
    private final double[][] use;

    private final double[] groupUse;

    private HeaderShares(ExactProblem problem, double[][] use) {
        this.problem = problem;
        this.use = use;
        this.groupUse = new double[problem.groups()];
        for (int sku = 0; sku < use.length; sku++) {
            for (int line = 0; line < use[sku].length; line++) {
                groupUse[group(sku, line)] += use[sku][line];
            }
        }
    }

    /** Every line that may be placed takes the same share. */
    static HeaderShares even(ExactProblem problem) {
        double[][] use = new double[problem.skus()][];
        for (int sku = 0; sku < use.length; sku++) {
            List<Source> sources = problem.sku(sku).sources();
            use[sku] = new double[sources.size() * problem.warehouses() * problem.periods()];
            for (int line = 0; line < use[sku].length; line++) {
                Source source = sources.get(line / (problem.warehouses() * problem.periods()));
                int warehouse = line / problem.periods() % problem.warehouses();
                use[sku][line] = problem.mayOrder(source, warehouse, line % problem.periods()) ? 1 : 0;
            }
        }
        return new HeaderShares(problem, use);
    }

    /** @param weight of these plans against all before */
    HeaderShares after(ItemPlan[] plans, double weight) {
        double[][] next = new double[use.length][];
        for (int sku = 0; sku < use.length; sku++) {
            next[sku] = Arrays.stream(use[sku]).map(used -> used * (1 - weight)).toArray();
            for (int w = 0; w < problem.warehouses(); w++) {
                for (OrderEntry order : plans[sku].site(w).orders()) {
                    next[sku][line(order.source(), w, order.period())] += weight;
                }
            }
        }
        return new HeaderShares(problem, next);
    }

    private int line(int source, int warehouse, int period) {
        return (source * problem.warehouses() + warehouse) * problem.periods() + period;
    }

    private int group(int sku, int line) {
        int perSource = problem.warehouses() * problem.periods();
        int supplier = problem.sku(sku).sources().get(line / perSource).supplier();
        return problem.group(supplier, line / problem.periods() % problem.warehouses(), line % problem.periods());
    }

    /** The same split for every warehouse of a line: what a plan pays wherever it orders. */
    HeaderShares acrossWarehouses() {
        double[][] even = new double[use.length][];
        for (int sku = 0; sku < use.length; sku++) {
            even[sku] = new double[use[sku].length];
            for (int k = 0; k < problem.sku(sku).sources().size(); k++) {
                for (int t = 0; t < problem.periods(); t++) {
                    spread(even[sku], sku, k, t);
                }
            }
        }
        return new HeaderShares(problem, even);
    }

    private void spread(double[] even, int sku, int source, int period) {
        double used = 0;
        for (int w = 0; w < problem.warehouses(); w++) {
            used += use[sku][line(source, w, period)];
        }
        for (int w = 0; w < problem.warehouses(); w++) {
            if (problem.mayOrder(problem.sku(sku).sources().get(source), w, period)) {
                even[line(source, w, period)] = used / problem.warehouses();
            }
        }
    }

    /** A line's part of the header, currency units. */
    double currency(int sku, int source, int warehouse, int period) {
        double used = use[sku][line(source, warehouse, period)];
        int supplier = problem.sku(sku).sources().get(source).supplier();
        return used > 0
                ? FixedPoint.currency(problem.headerMicros(supplier))
                        * used
                        / groupUse[problem.group(supplier, warehouse, period)]
                : 0;
    }

    void writeTo(SiteTerms terms, int sku, int warehouse) {
        for (int k = 0; k < problem.sku(sku).sources().size(); k++) {
            for (int t = 0; t < problem.periods(); t++) {
                terms.lineExtra(k, t, currency(sku, k, warehouse, t));
            }
        }
    }
}
