package org.plenish.engine.forecast.hierarchy;

import java.util.Arrays;

/**
 * One forecast of all, shared out to the leaves.
 *
 * <p>Source: Gross &amp; Sohl (1990), doi:10.1002/for.3980090304 (historical proportions); Athanasopoulos, Ahmed &amp;
 * Hyndman (2009), doi:10.1016/j.ijforecast.2008.07.004 (forecast proportions).
 */
public final class TopDown {

    private TopDown() {}

    /**
     * By each leaf's share of the history's total.
     *
     * @param leafHistories of each leaf; NaN is not known and adds nothing
     * @return shares that add up to 1; equal ones where nothing was demanded
     */
    public static double[] historicalShares(double[][] leafHistories) {
        return shares(Arrays.stream(leafHistories)
                .mapToDouble(history -> Arrays.stream(history)
                        .filter(value -> !Double.isNaN(value))
                        .sum())
                .toArray());
    }

    /**
     * By the base forecasts on the way down: at each level, a node gets of what its parent got its base forecast's share
     * of those of its siblings.
     *
     * @param levels the nodes of each level from the top down to the leaves; every level holds each leaf once, and every
     *     node lies within one of the level above
     * @param base forecast of every node, 0 or more
     */
    public static double[] forecastShares(Hierarchy hierarchy, int[][] levels, double[] base) {
        Hierarchy.require(base, hierarchy.nodes(), "nodes");
        double[] shares = new double[hierarchy.leaves()];
        Arrays.fill(shares, 1);
        for (int level = 1; level < levels.length; level++) {
            int[] parentOfLeaf = new int[hierarchy.leaves()];
            for (int parent : levels[level - 1]) {
                for (int leaf : hierarchy.leavesOf(parent)) {
                    parentOfLeaf[leaf] = parent;
                }
            }
            double[] baseOfSiblings = new double[hierarchy.nodes()];
            int[] siblings = new int[hierarchy.nodes()];
            for (int node : levels[level]) {
                int parent = parentOfLeaf[hierarchy.leavesOf(node)[0]];
                baseOfSiblings[parent] += base[node];
                siblings[parent]++;
            }
            for (int node : levels[level]) {
                int parent = parentOfLeaf[hierarchy.leavesOf(node)[0]];
                double share =
                        baseOfSiblings[parent] > 0 ? base[node] / baseOfSiblings[parent] : 1.0 / siblings[parent];
                for (int leaf : hierarchy.leavesOf(node)) {
                    shares[leaf] *= share;
                }
            }
        }
        return shares;
    }

    /** @return the values of all nodes */
    public static double[] reconcile(Hierarchy hierarchy, double total, double[] leafShares) {
        return hierarchy.addUp(
                Arrays.stream(leafShares).map(share -> share * total).toArray());
    }

    private static double[] shares(double[] totals) {
        double sum = Arrays.stream(totals).sum();
        return Arrays.stream(totals)
                .map(total -> sum > 0 ? total / sum : 1.0 / totals.length)
                .toArray();
    }
}
