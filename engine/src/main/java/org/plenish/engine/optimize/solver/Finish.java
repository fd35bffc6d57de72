package org.plenish.engine.optimize.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.pricing.InParallel;
import org.plenish.engine.optimize.pricing.LimitPrices;
import org.plenish.engine.optimize.trade.Members;

/**
 * Lets OptaPlanner finish a plan in rounds of searches that run side by side. A small problem is searched whole, from
 * different seeds and at different temperatures; a large one in parts, each with its share of what is free. After each
 * wave its outcomes are taken in a fixed order as far as they make the whole plan better, so the plan depends on the
 * seed and the number of moves and not on threads; the warm start is never lost.
 */
public final class Finish {

    /** Of an average order line's and header's cost: the warm start is good already. */
    private static final double TEMPERATURE_SHARE = 0.4;
    /** Side by side: from a quench to a temperature at which whole orders move. */
    private static final double[] TEMPERATURES = {0.1, 0.5, 1, 3};

    private static final int MOST_SKUS_OF_A_SEARCH = 120;
    private static final int SEARCHES_OF_A_WAVE = TEMPERATURES.length;
    private static final int MOST_ROUNDS = 12;
    private static final int FEWEST_MOVES_OF_A_SEARCH = 2_000;
    private static final double FEWEST_SECONDS_OF_A_SEARCH = 0.4;

    private final ExactProblem problem;
    private final LimitPrices prices;
    private final InParallel parallel;
    private final int threads;

    public Finish(ExactProblem problem, LimitPrices prices, InParallel parallel, int threads) {
        this.problem = problem;
        this.prices = prices;
        this.parallel = parallel;
        this.threads = Math.max(1, threads);
    }

    /** @param plans by SKU, never worse than the warm start */
    @SuppressWarnings("ArrayRecordComponent") // by SKU
    public record Outcome(ItemPlan[] plans, long scoreCalculations) {}

    /**
     * @param moves score calculations; null: bounded by the clock
     * @param seconds null: bounded by moves
     */
    public Outcome run(ItemPlan[] start, @Nullable Long moves, @Nullable Double seconds, long seed) {
        ItemPlan[] plans = start.clone();
        if (start.length == 0) {
            return new Outcome(plans, 0);
        }
        long begun = System.nanoTime();
        Random random = new Random(seed);
        SharedUse use = SharedUse.of(problem, plans);
        boolean whole = problem.skus() <= MOST_SKUS_OF_A_SEARCH;
        int searchesOfRound =
                whole ? SEARCHES_OF_A_WAVE : (problem.skus() + MOST_SKUS_OF_A_SEARCH - 1) / MOST_SKUS_OF_A_SEARCH;
        // Where there is little time for each search, one round over all parts comes first.
        double roundsInBudget = moves == null
                ? (seconds == null ? 0 : seconds) * threads / (searchesOfRound * FEWEST_SECONDS_OF_A_SEARCH)
                : (double) moves / ((long) searchesOfRound * FEWEST_MOVES_OF_A_SEARCH);
        int rounds = (int) Math.max(1, Math.min(MOST_ROUNDS, roundsInBudget));
        long calculations = 0;
        for (int round = 0; round < rounds; round++) {
            List<Search> searches = whole ? wholes(random) : parts(random, round);
            for (int from = 0; from < searches.size(); from += SEARCHES_OF_A_WAVE) {
                List<Search> wave = searches.subList(from, Math.min(searches.size(), from + SEARCHES_OF_A_WAVE));
                Search.Budget budget;
                if (moves != null) {
                    budget = new Search.Budget(Math.max(1, moves / ((long) rounds * searches.size())), null);
                } else {
                    double left = (seconds == null ? 0 : seconds) - (System.nanoTime() - begun) / 1e9;
                    double wavesLeft = (double) (rounds - round - 1) * searches.size() + searches.size() - from;
                    double turns = Math.ceil((double) wave.size() / threads);
                    budget = new Search.Budget(null, Math.max(0.001, left * wave.size() / wavesLeft / turns));
                }
                calculations += run(wave, plans, use, whole ? 1 : 1.0 / wave.size(), budget);
            }
        }
        return new Outcome(plans, calculations);
    }

    private long run(List<Search> wave, ItemPlan[] plans, SharedUse use, double shareOfFree, Search.Budget budget) {
        Search.Outcome[] outcomes = new Search.Outcome[wave.size()];
        parallel.forEach(
                wave.size(),
                () -> wave,
                (searches, i) -> outcomes[i] = searches.get(i)
                        .run(sku -> plans[sku], use, shareOfFree, prices, budget, EnvironmentMode.REPRODUCIBLE));
        long calculations = 0;
        for (Search.Outcome outcome : outcomes) {
            takeIfBetter(outcome.plans(), plans, use);
            calculations += outcome.scoreCalculations();
        }
        return calculations;
    }

    private static void takeIfBetter(ItemPlan[] found, ItemPlan[] plans, SharedUse use) {
        long excess = use.excess();
        long cost = use.costMicros();
        for (ItemPlan plan : found) {
            use.replace(plans[plan.sku()], plan);
        }
        boolean better = use.excess() < excess || (use.excess() == excess && use.costMicros() < cost);
        for (ItemPlan plan : found) {
            if (better) {
                plans[plan.sku()] = plan;
            } else {
                use.replace(plan, plans[plan.sku()]);
            }
        }
    }

    private List<Search> wholes(Random random) {
        Members all =
                new Members(problem, IntStream.range(0, problem.skus()).boxed().toList());
        List<Search> searches = new ArrayList<>();
        for (double temperature : TEMPERATURES) {
            searches.add(new Search(all, random.nextLong(), temperatureMicros(temperature)));
        }
        return searches;
    }

    /** In even rounds SKUs of one supplier stay together, in odd ones they are mixed. The first only goes downhill. */
    private List<Search> parts(Random random, int round) {
        List<Integer> skus =
                new ArrayList<>(IntStream.range(0, problem.skus()).boxed().toList());
        Collections.shuffle(skus, random);
        if (round % 2 == 0) {
            skus.sort(Comparator.comparingInt(this::mainSupplier));
        }
        int parts = (skus.size() + MOST_SKUS_OF_A_SEARCH - 1) / MOST_SKUS_OF_A_SEARCH;
        List<Search> searches = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) skus.size() * part / parts);
            int to = (int) ((long) skus.size() * (part + 1) / parts);
            Members members = new Members(problem, skus.subList(from, to));
            searches.add(new Search(
                    members, random.nextLong(), temperatureMicros(round == 0 ? 0 : TEMPERATURES[round % 3])));
        }
        Collections.shuffle(searches, random);
        return searches;
    }

    private int mainSupplier(int sku) {
        return problem.sku(sku).sources().isEmpty()
                ? -1
                : problem.sku(sku).sources().get(0).supplier();
    }

    private long temperatureMicros(double factor) {
        double lineCost = problem.problem().skus().stream()
                .mapToDouble(sku -> sku.lineCost())
                .average()
                .orElse(0);
        return Math.round(factor * TEMPERATURE_SHARE * FixedPoint.micros(lineCost));
    }
}
