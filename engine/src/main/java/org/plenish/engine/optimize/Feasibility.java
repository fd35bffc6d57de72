package org.plenish.engine.optimize;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;

/**
 * How far every plan is over its limits, as far as that can be proven without search: what is there and can neither be
 * sold in time, moved nor thrown away; what is already on order or pinned; what pinned orders pay. A limit that is not
 * over here may still be out of reach. Not changed once built.
 */
final class Feasibility {

    private final ExactProblem problem;
    /** {@code [zone][period]}, mm³ */
    private final long[][] leastSpace;

    Feasibility(ExactProblem problem) {
        this.problem = problem;
        this.leastSpace = new long[problem.zones()][problem.periods()];
        for (int sku = 0; sku < problem.skus(); sku++) {
            for (int w = 0; w < problem.warehouses(); w++) {
                for (int t = 0; t < problem.periods(); t++) {
                    for (int zone : problem.zonesOf(sku, w)) {
                        leastSpace[zone][t] += problem.unitCubicMillimetres(sku) * leastPeakUnits(sku, w, t);
                    }
                }
            }
        }
    }

    /**
     * Units at the period's peak in every plan: what arrives whatever is decided and, of the stock without any further
     * receipt, what is left if neither transfers nor scrapping can take it away before.
     */
    long leastPeakUnits(int sku, int warehouse, int period) {
        Sku article = problem.sku(sku);
        int[] receipts = article.receiptUnits()[warehouse];
        if (mayLeave(sku, warehouse) || (period > 0 && mayScrap(article))) {
            // A pinned transfer takes of the stock, which may be gone already.
            return Math.max(0, receipts[period]);
        }
        long stock = article.initialUnits()[warehouse];
        for (int t = 0; t < period; t++) {
            stock += receipts[t] - article.demandUnits()[warehouse][t];
        }
        return Math.max(0, Math.max(stock, 0) + receipts[period]);
    }

    private boolean mayLeave(int sku, int warehouse) {
        for (Lane lane : problem.problem().lanes()) {
            if (lane.from() == warehouse
                    && problem.sku(sku).transferableTo()[lane.to()]
                    && lane.leadTimePeriods() < problem.periods()) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayScrap(Sku article) {
        return article.shelfLifePeriods() > 0 || Double.isFinite(article.scrapCost());
    }

    /** mm³ that every plan is over the zone's space in the period; 0 if not proven. */
    long unavoidableSpace(int zone, int period) {
        return Math.max(0, leastSpace[zone][period] - problem.spaceCubicMillimetres(zone, period));
    }

    /** Millionths of the currency unit that pinned lines alone, or a budget below zero, are over the cash of the period. */
    long unavoidableCash(int period) {
        return Math.max(0, -problem.cashMicros(period));
    }

    /** Units that pinned transfers of the first period take beyond the opening stock. */
    long unavoidableOverdraft(int sku) {
        return IntStream.range(0, problem.warehouses())
                .mapToLong(w -> Math.max(
                        0,
                        problem.pinnedOutflowUnits(sku, w, 0)
                                - Math.max(0, problem.sku(sku).initialUnits()[w])))
                .sum();
    }

    /** The last of the periods from this one on in which the zone is over without a break. */
    int lastOver(int zone, int period) {
        return IntStream.range(period, problem.periods())
                        .filter(t -> unavoidableSpace(zone, t) == 0)
                        .findFirst()
                        .orElse(problem.periods())
                - 1;
    }

    /** The same towards the start. */
    int firstOver(int zone, int period) {
        return IntStream.iterate(period, t -> t >= 0, t -> t - 1)
                        .filter(t -> unavoidableSpace(zone, t) == 0)
                        .findFirst()
                        .orElse(-1)
                + 1;
    }

    /** The most by which the zone is over in these periods, mm³. */
    long mostOver(int zone, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToLong(t -> unavoidableSpace(zone, t))
                .max()
                .orElse(0);
    }

    /** Whether the stock at the horizon's start is over the zone's space by itself. */
    boolean isByOpeningStock(int zone, int period) {
        int warehouse = problem.problem().zones().get(zone).warehouse();
        long opening = 0;
        for (int sku = 0; sku < problem.skus(); sku++) {
            if (Arrays.stream(problem.zonesOf(sku, warehouse)).anyMatch(z -> z == zone)) {
                opening += problem.unitCubicMillimetres(sku)
                        * Math.min(
                                leastPeakUnits(sku, warehouse, period),
                                Math.max(0, problem.sku(sku).initialUnits()[warehouse]));
            }
        }
        return opening > problem.spaceCubicMillimetres(zone, period);
    }
}
