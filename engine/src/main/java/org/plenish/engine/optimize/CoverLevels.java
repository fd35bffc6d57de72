package org.plenish.engine.optimize;

import org.plenish.engine.optimize.ReplenishmentProblem.Sku;

/**
 * Levels from the problem's own demand. An order is due where stock would fall below safety stock before the next order
 * could arrive: {@code s = safety stock + demand over lead time and review - 1}. It covers that and some periods more,
 * as many as wished or as the economic order quantity lasts, but no more than can be sold before it expires or the
 * horizon ends.
 *
 * <p>Source: Silver, Pyke & Thomas (2017), §5.2 (economic order quantity as a time supply), §6.5 (periodic review).
 *
 * @param coverPeriods added for every article
 * @param economicShare added: that share of the periods which the article's economic order quantity lasts
 */
public record CoverLevels(ExactProblem problem, int coverPeriods, double economicShare) implements OrderLevels {

    @Override
    public Level at(Review review) {
        Sku sku = problem.sku(review.sku());
        int w = review.warehouse();
        long safetyStock = sku.safetyStockUnits()[w];
        long dueUnits = safetyStock + demandUnits(sku, w, review.period(), review.nextArrivalPeriod());
        int coveredTo = review.nextArrivalPeriod() + coverPeriods + economicPeriods(sku, w);
        long upToUnits = safetyStock + demandUnits(sku, w, review.period(), coveredTo);
        long sellableUnits = demandUnits(sku, w, review.period(), review.arrivalPeriod() + 1)
                + problem.mostKeptUnits(review.sku(), w, review.arrivalPeriod());
        return new Level(clamp(dueUnits - 1), clamp(Math.min(upToUnits, sellableUnits)));
    }

    private int economicPeriods(Sku sku, int warehouse) {
        double meanUnits = (double) demandUnits(sku, warehouse, 0, problem.periods()) / problem.periods();
        double holding = sku.holding()[warehouse];
        if (economicShare == 0 || meanUnits == 0 || holding == 0) {
            return 0;
        }
        double economicUnits = Math.sqrt(2 * sku.lineCost() * meanUnits / holding);
        return (int) Math.min(problem.periods(), Math.round(economicShare * economicUnits / meanUnits));
    }

    private long demandUnits(Sku sku, int warehouse, int from, int to) {
        long units = 0;
        for (int t = from; t < Math.min(to, problem.periods()); t++) {
            units += sku.demandUnits()[warehouse][t];
        }
        return units;
    }

    private static int clamp(long units) {
        return (int) Math.min(units, Integer.MAX_VALUE / 2);
    }
}
