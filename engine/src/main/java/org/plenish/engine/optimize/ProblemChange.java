package org.plenish.engine.optimize;

import java.util.HashMap;
import java.util.Map;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;

/**
 * What a changed problem has in common with the one before, article by article.
 *
 * @param formerSku by SKU, the index of the article with that id before; -1: there was none
 * @param unchanged by SKU: all its data and pinned lines are the same
 */
@SuppressWarnings("ArrayRecordComponent") // by SKU
record ProblemChange(int[] formerSku, boolean[] unchanged) {

    /** Whether prices and plans of the one mean anything in the other: same suppliers, lanes, spaces and periods. */
    static boolean isComparable(ReplenishmentProblem before, ReplenishmentProblem after) {
        return before.periods() == after.periods()
                && before.warehouses().equals(after.warehouses())
                && before.suppliers().equals(after.suppliers())
                && before.lanes().equals(after.lanes())
                && before.cashCarriesForward() == after.cashCarriesForward()
                && before.cash().length == after.cash().length
                && sameZones(before, after);
    }

    private static boolean sameZones(ReplenishmentProblem before, ReplenishmentProblem after) {
        boolean same = before.zones().size() == after.zones().size();
        for (int zone = 0; same && zone < before.zones().size(); zone++) {
            same = before.zones().get(zone).warehouse()
                            == after.zones().get(zone).warehouse()
                    && before.zones()
                            .get(zone)
                            .storageClass()
                            .equals(after.zones().get(zone).storageClass());
        }
        return same;
    }

    static ProblemChange between(ExactProblem before, ExactProblem after) {
        Map<String, Integer> indices = new HashMap<>();
        for (int sku = 0; sku < before.skus(); sku++) {
            indices.put(before.sku(sku).id(), sku);
        }
        int[] formerSku = new int[after.skus()];
        boolean[] unchanged = new boolean[after.skus()];
        for (int sku = 0; sku < formerSku.length; sku++) {
            Sku article = after.sku(sku);
            formerSku[sku] = indices.getOrDefault(article.id(), -1);
            unchanged[sku] = formerSku[sku] >= 0
                    && RecordData.same(before.sku(formerSku[sku]), article)
                    && samePinnedOutflow(before, formerSku[sku], after, sku);
        }
        return new ProblemChange(formerSku, unchanged);
    }

    private static boolean samePinnedOutflow(ExactProblem before, int former, ExactProblem after, int sku) {
        for (int w = 0; w < after.warehouses(); w++) {
            for (int t = 0; t < after.periods(); t++) {
                if (before.pinnedOutflowUnits(former, w, t) != after.pinnedOutflowUnits(sku, w, t)) {
                    return false;
                }
            }
        }
        return true;
    }
}
