package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lets top-up planning show its best: plans in several styles and keeps the best plan. */
public final class TopUpTuning {

    private static final int[] COVER_PERIODS = {0, 1, 2, 3, 4, 6, 8};
    private static final double[] ECONOMIC_SHARES = {0.5, 0.7, 1, 1.4};

    private TopUpTuning() {}

    /** @param name in words, for a report */
    public record Style(String name, OrderLevels levels, boolean rebalances) {}

    /** A style and the plan that it gives. */
    public record Outcome(Style style, TopUpPlan plan) {}

    /** Covers of some periods and of shares of the economic order quantity. */
    public static List<Style> styles(ExactProblem problem) {
        List<Style> styles = new ArrayList<>();
        for (int periods : COVER_PERIODS) {
            styles.addAll(styles(problem, periods + " periods of cover", new CoverLevels(problem, periods, 0)));
        }
        for (double share : ECONOMIC_SHARES) {
            styles.addAll(styles(problem, share + " of the economic quantity", new CoverLevels(problem, 0, share)));
        }
        return styles;
    }

    /** Those levels without and, where there are lanes, with rebalancing. */
    public static List<Style> styles(ExactProblem problem, String name, OrderLevels levels) {
        Style plain = new Style(name, levels, false);
        return problem.problem().lanes().isEmpty()
                ? List.of(plain)
                : List.of(plain, new Style(name + ", rebalanced", levels, true));
    }

    /**
     * The plan nearest to the limits, and of those the one that costs least.
     *
     * @throws IllegalArgumentException if there is no style
     */
    public static Outcome best(ExactProblem problem, List<Style> styles) {
        return styles.stream()
                .map(style -> new Outcome(style, new TopUpPlanner(problem, style.levels(), style.rebalances()).plan()))
                .min(Comparator.comparingLong(
                                (Outcome outcome) -> outcome.plan().excess())
                        .thenComparingDouble(outcome -> outcome.plan().cost().total()))
                .orElseThrow(() -> new IllegalArgumentException("styles: there must be at least one."));
    }
}
