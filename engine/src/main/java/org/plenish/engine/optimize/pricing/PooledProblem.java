package org.plenish.engine.optimize.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.CostTerms;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/**
 * The problem as if warehouses that can send each other an SKU were one: every plan with transfers has a pooled plan
 * that costs no more, so a pooled plan's least cost is a bound. Not changed once built.
 *
 * <p>Stock, demand and safety stock add up, a unit in transit counts as stock, and every cost is the least of its
 * warehouses'. A unit in transit costs its lane's rate instead of holding and space, so the rate spread over the
 * periods of transit caps both. A warehouse's own lead time makes a source of its own: pooled stock must not arrive
 * earlier than it does. Price breaks never rise, as a pooled line may be the sum of several.
 */
final class PooledProblem {

    /** Several warehouses of one SKU that lanes connect. */
    @SuppressWarnings("ArrayRecordComponent") // built once, never changed
    private record Pool(
            int sku, List<Integer> warehouses, List<PooledSource> sources, double holding, double transitPerPeriod) {}

    /** What a source delivers with one lead time. */
    private record PooledSource(int source, int leadTimePeriods, List<Integer> warehouses) {}

    private final ExactProblem problem;
    private final List<Pool> pools = new ArrayList<>();
    /** {@code [sku]}: its pools' indices. */
    private final List<List<Integer>> poolsOfSku = new ArrayList<>();

    private final boolean[][] pooled;
    private final @Nullable ExactProblem exact;

    PooledProblem(ExactProblem problem) {
        this.problem = problem;
        this.pooled = new boolean[problem.skus()][problem.warehouses()];
        List<Sku> articles = new ArrayList<>();
        for (int sku = 0; sku < problem.skus(); sku++) {
            List<Integer> own = new ArrayList<>(1);
            for (List<Integer> warehouses : connected(sku)) {
                Pool pool = pool(sku, warehouses);
                own.add(pools.size());
                pools.add(pool);
                articles.add(article(pool));
                warehouses.forEach(w -> pooled[pool.sku()][w] = true);
            }
            poolsOfSku.add(own);
        }
        this.exact = articles.isEmpty() ? null : new ExactProblem(oneWarehouse(articles));
    }

    private ReplenishmentProblem oneWarehouse(List<Sku> articles) {
        double[][] space = new double[1][problem.periods()];
        Arrays.fill(space[0], Double.POSITIVE_INFINITY);
        ReplenishmentProblem whole = problem.problem();
        return new ReplenishmentProblem(
                whole.periods(),
                List.of("all"),
                whole.suppliers(),
                List.of(),
                articles,
                space,
                whole.cash(),
                whole.cashCarriesForward());
    }

    /** Sets of two warehouses or more among which the SKU can move. */
    private List<List<Integer>> connected(int sku) {
        int[] first = new int[problem.warehouses()];
        Arrays.setAll(first, w -> w);
        for (int round = 0; round < first.length; round++) {
            for (Lane lane : problem.problem().lanes()) {
                if (FlowLanes.mayMove(problem, sku, lane)) {
                    int least = Math.min(first[lane.from()], first[lane.to()]);
                    first[lane.from()] = least;
                    first[lane.to()] = least;
                }
            }
        }
        SortedMap<Integer, List<Integer>> sets = new TreeMap<>();
        for (int w = 0; w < first.length; w++) {
            sets.computeIfAbsent(first[w], least -> new ArrayList<>()).add(w);
        }
        sets.values().removeIf(set -> set.size() < 2);
        return List.copyOf(sets.values());
    }

    /** What moving a unit costs at least: its rate and its part of a full truck; currency units. */
    private static double movingCost(Sku sku, Lane lane) {
        return CostTerms.transferUnits(sku, lane, 1) + lane.truckCost() * sku.volumeM3() / lane.truckM3();
    }

    private Pool pool(int sku, List<Integer> warehouses) {
        Sku article = problem.sku(sku);
        double transit = Double.POSITIVE_INFINITY;
        for (Lane lane : problem.problem().lanes()) {
            if (FlowLanes.mayMove(problem, sku, lane) && warehouses.contains(lane.to()) && lane.leadTimePeriods() > 0) {
                transit = Math.min(transit, movingCost(article, lane) / lane.leadTimePeriods());
            }
        }
        List<PooledSource> sources = new ArrayList<>();
        for (int k = 0; k < article.sources().size(); k++) {
            Source source = article.sources().get(k);
            SortedMap<Integer, List<Integer>> byLeadTime = new TreeMap<>();
            for (int w : warehouses) {
                if (source.deliversTo()[w]) {
                    byLeadTime
                            .computeIfAbsent(source.leadTimePeriods()[w], leadTime -> new ArrayList<>())
                            .add(w);
                }
            }
            for (var served : byLeadTime.entrySet()) {
                sources.add(new PooledSource(k, served.getKey(), served.getValue()));
            }
        }
        double holding = Math.min(transit, least(warehouses, w -> article.holding()[w]));
        return new Pool(sku, warehouses, sources, holding, transit);
    }

    private Sku article(Pool pool) {
        Sku article = problem.sku(pool.sku());
        List<Integer> all = pool.warehouses();
        List<Integer> selling = all.stream()
                .filter(w -> article.initialUnits()[w] < 0
                        || Arrays.stream(article.demandUnits()[w]).anyMatch(units -> units > 0))
                .toList();
        List<Integer> guarded =
                all.stream().filter(w -> article.safetyStockUnits()[w] > 0).toList();
        double backorder = least(selling, w -> article.backorder()[w]);
        double belowSafetyStock = least(guarded, w -> article.belowSafetyStock()[w]);
        return new Sku(
                article.id(),
                article.volumeM3(),
                pool.sources().stream().map(source -> source(article, source)).toList(),
                article.lineCost(),
                new double[] {pool.holding()},
                new double[] {backorder},
                // One warehouse's surplus may stand beside another's backlog, which then costs both for each unit.
                new double[] {Math.min(belowSafetyStock, pool.holding() + backorder)},
                article.terminalBacklog(),
                new double[] {least(all, w -> article.terminalObsolescence()[w])},
                article.scrapCost(),
                article.shelfLifePeriods(),
                1,
                new boolean[1],
                new int[][] {sum(all, article.demandUnits())},
                new int[] {
                    all.stream().mapToInt(w -> article.safetyStockUnits()[w]).sum()
                },
                new int[] {all.stream().mapToInt(w -> article.initialUnits()[w]).sum()},
                new int[][] {sum(all, article.receiptUnits())});
    }

    private static Source source(Sku article, PooledSource pooled) {
        Source source = article.sources().get(pooled.source());
        double[] prices = source.tierUnitPrice().clone();
        for (int tier = 1; tier < prices.length; tier++) {
            prices[tier] = Math.min(prices[tier], prices[tier - 1]);
        }
        long most = (long) source.maxOrderQuantityUnits() * pooled.warehouses().size();
        return new Source(
                source.supplier(),
                new boolean[] {true},
                new int[] {pooled.leadTimePeriods()},
                source.canOrder(),
                source.packUnits(),
                source.minOrderQuantityUnits(),
                (int) Math.min(most, Integer.MAX_VALUE / 2),
                source.tierFromUnits(),
                prices);
    }

    /** 0 of none. */
    private static double least(List<Integer> warehouses, IntToDoubleFunction cost) {
        return warehouses.stream().mapToInt(w -> w).mapToDouble(cost).min().orElse(0);
    }

    private static int[] sum(List<Integer> warehouses, int[][] units) {
        int[] sum = new int[units[0].length];
        for (int w : warehouses) {
            for (int t = 0; t < sum.length; t++) {
                sum[t] += units[w][t];
            }
        }
        return sum;
    }

    /** One warehouse, an SKU for each pool; null if nothing can move. */
    @Nullable
    ExactProblem exact() {
        return exact;
    }

    /** Whether the warehouse is in one of the SKU's pools; else it stands alone. */
    boolean isPooled(int sku, int warehouse) {
        return pooled[sku][warehouse];
    }

    /** Indices of the SKU's pools; they do not overlap. */
    List<Integer> poolsOf(int sku) {
        return poolsOfSku.get(sku);
    }

    /** Whether pooling bounds the cost: what may be kept of an SKU that expires depends on where it is. */
    boolean bounds(int pool) {
        return problem.sku(pools.get(pool).sku()).shelfLifePeriods() == 0;
    }

    /** What prices and shares make of a pool's choices: of its warehouses' the least. Premiums and volume have no price. */
    SiteTerms terms(int pool, Multipliers multipliers, Setups setups, double[] paymentPrices) {
        Pool site = pools.get(pool);
        SiteTerms terms = new SiteTerms(site.sources().size(), problem.periods());
        terms.reset();
        for (int t = 0; t < problem.periods(); t++) {
            int period = t;
            double space =
                    least(site.warehouses(), w -> multipliers.limits().peakPrice(problem, site.sku(), w, period));
            terms.peakPrice(t, Math.min(space, site.transitPerPeriod() - site.holding()));
        }
        double[] shares = multipliers.shares()[site.sku()];
        for (int k = 0; k < site.sources().size(); k++) {
            PooledSource pooledSource = site.sources().get(k);
            Source source = problem.sku(site.sku()).sources().get(pooledSource.source());
            for (int t = 0; t < problem.periods(); t++) {
                int period = t;
                terms.paymentPrice(k, t, paymentPrices[problem.paymentPeriod(source, t)]);
                terms.lineExtra(
                        k,
                        t,
                        least(
                                pooledSource.warehouses(),
                                w -> shares[setups.orderSlot(pooledSource.source(), w, period)]));
            }
        }
        return terms;
    }
}
