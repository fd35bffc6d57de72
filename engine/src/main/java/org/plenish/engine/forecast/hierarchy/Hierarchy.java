package org.plenish.engine.forecast.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which leaves each node adds up. Nodes are numbered: first the sums, grouping by grouping, then the leaves in their order.
 * Groupings may cross (by item and by warehouse). A group of one leaf, or of the same leaves as an earlier group, is left
 * out: it would be counted twice.
 *
 * <p>Source: Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §11.1.
 */
public final class Hierarchy {

    private final int leaves;
    private final List<int[]> sums;

    private Hierarchy(int leaves, List<int[]> sums) {
        this.leaves = leaves;
        this.sums = sums;
    }

    /**
     * @param groupings each tells the group of a leaf; the coarsest first
     * @throws IllegalArgumentException if there is no leaf
     */
    public static <L> Hierarchy of(List<L> leaves, List<Function<L, ?>> groupings) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a hierarchy must have a leaf, but has none.");
        }
        List<int[]> sums = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (Function<L, ?> grouping : groupings) {
            Map<Object, List<Integer>> groups = new LinkedHashMap<>();
            for (int leaf = 0; leaf < leaves.size(); leaf++) {
                groups.computeIfAbsent(grouping.apply(leaves.get(leaf)), key -> new ArrayList<>())
                        .add(leaf);
            }
            for (List<Integer> members : groups.values()) {
                if (members.size() > 1 && seen.add(members)) {
                    sums.add(members.stream().mapToInt(Integer::intValue).toArray());
                }
            }
        }
        return new Hierarchy(leaves.size(), sums);
    }

    public int nodes() {
        return sums.size() + leaves;
    }

    public int sums() {
        return sums.size();
    }

    public int leaves() {
        return leaves;
    }

    /** The leaves that a node adds up, ascending; itself if it is one. */
    public int[] leavesOf(int node) {
        return node < sums.size() ? sums.get(node).clone() : new int[] {node - sums.size()};
    }

    /** S·b: the value of every node from those of the leaves. */
    public double[] addUp(double[] leafValues) {
        require(leafValues, leaves, "leaves");
        double[] values = new double[nodes()];
        for (int s = 0; s < sums.size(); s++) {
            double sum = 0;
            for (int leaf : sums.get(s)) {
                sum += leafValues[leaf];
            }
            values[s] = sum;
        }
        System.arraycopy(leafValues, 0, values, sums.size(), leaves);
        return values;
    }

    /** S'·x: for every leaf, the sum over the nodes that hold it. */
    double[] spread(double[] nodeValues) {
        double[] values = Arrays.copyOfRange(nodeValues, sums.size(), nodes());
        for (int s = 0; s < sums.size(); s++) {
            for (int leaf : sums.get(s)) {
                values[leaf] += nodeValues[s];
            }
        }
        return values;
    }

    /** The values of the leaves among those of all nodes. */
    public double[] leafValues(double[] nodeValues) {
        require(nodeValues, nodes(), "nodes");
        return Arrays.copyOfRange(nodeValues, sums.size(), nodes());
    }

    /** How many leaves each node adds up: the variances of structural scaling. */
    double[] sizes() {
        return IntStream.range(0, nodes())
                .mapToDouble(node -> node < sums.size() ? sums.get(node).length : 1)
                .toArray();
    }

    static void require(double[] values, int length, String what) {
        if (values.length != length) {
            throw new IllegalArgumentException(
                    values.length + " values were given, but there are " + length + " " + what + ".");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a value of the " + what + " is " + value + ", but must be finite.");
            }
        }
    }
}
