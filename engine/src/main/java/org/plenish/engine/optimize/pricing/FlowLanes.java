package org.plenish.engine.optimize.pricing;

import java.util.List;
import java.util.stream.IntStream;
import org.plenish.engine.optimize.CostTerms;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;

/** Where an SKU can move and what moving it costs at least. Immutable. */
final class FlowLanes {

    private final ExactProblem problem;
    private final List<Lane> lanes;
    private final boolean[] mayMove;
    private final int[][] from;
    private final int[][] elsewhereUnits;

    /** @param open false: nothing moves */
    FlowLanes(ExactProblem problem, boolean open) {
        this.problem = problem;
        this.lanes = open ? problem.problem().lanes() : List.of();
        this.mayMove = new boolean[problem.skus()];
        this.elsewhereUnits = new int[problem.skus()][];
        this.from = new int[problem.warehouses()][];
        for (int w = 0; w < from.length; w++) {
            int warehouse = w;
            from[w] = IntStream.range(0, lanes.size())
                    .filter(lane -> lanes.get(lane).from() == warehouse)
                    .toArray();
        }
        for (int sku = 0; sku < mayMove.length; sku++) {
            for (int lane = 0; lane < lanes.size(); lane++) {
                mayMove[sku] |= mayMove(sku, lane);
            }
            if (mayMove[sku]) {
                elsewhereUnits[sku] = new int[problem.warehouses()];
                for (int w = 0; w < elsewhereUnits[sku].length; w++) {
                    elsewhereUnits[sku][w] = needAndStock(problem.sku(sku), w);
                }
            }
        }
    }

    int count() {
        return lanes.size();
    }

    boolean any() {
        for (boolean may : mayMove) {
            if (may) {
                return true;
            }
        }
        return false;
    }

    boolean mayMove(int sku) {
        return mayMove[sku];
    }

    boolean mayMove(int sku, int lane) {
        return mayMove(problem, sku, lanes.get(lane));
    }

    static boolean mayMove(ExactProblem problem, int sku, Lane lane) {
        return problem.sku(sku).transferableTo()[lane.to()] && lane.leadTimePeriods() < problem.periods();
    }

    Lane lane(int lane) {
        return lanes.get(lane);
    }

    /** What moving a unit costs, but for trucks; currency units. */
    double movingCost(int sku, int lane) {
        return CostTerms.transferUnits(problem.sku(sku), lanes.get(lane), 1);
    }

    /** Lanes that leave the warehouse. */
    int[] from(int warehouse) {
        return from[warehouse];
    }

    /**
     * Units that may go through this warehouse for others: what they may need beyond what they have, and what they have,
     * as it may have to make room.
     */
    int elsewhereUnits(int sku, int warehouse) {
        long units = 0;
        for (int w = 0; w < elsewhereUnits[sku].length; w++) {
            units += w == warehouse ? 0 : elsewhereUnits[sku][w];
        }
        return (int) Math.min(units, Integer.MAX_VALUE / 4);
    }

    private int needAndStock(Sku sku, int warehouse) {
        int stock = sku.initialUnits()[warehouse];
        int have = Math.max(stock, 0);
        int need = 0;
        for (int t = 0; t < problem.periods(); t++) {
            have += Math.max(sku.receiptUnits()[warehouse][t], 0);
            stock += sku.receiptUnits()[warehouse][t] - sku.demandUnits()[warehouse][t];
            need = Math.max(need, sku.safetyStockUnits()[warehouse] - stock);
        }
        return need + have;
    }
}
