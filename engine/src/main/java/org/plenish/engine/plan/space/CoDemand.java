package org.plenish.engine.plan.space;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.plenish.engine.model.Baskets;
import org.plenish.engine.model.WarehouseId;

/**
 * What is sold together at one warehouse: of the articles in most baskets, the pairs that share more baskets than chance
 * would have them share. A pair's support, confidence and lift are as of association rules. Source: Agrawal & Srikant
 * (1994), Fast Algorithms for Mining Association Rules, VLDB; ranked by baskets beyond chance, Piatetsky-Shapiro (1991).
 * Example: of 10 baskets 4 have tea, 5 cups and 3 both; chance has 4 · 5 / 10 = 2, the lift is 3 / 2 = 1.5.
 *
 * @param baskets of the last year, with one article or more
 * @param pairs most baskets beyond chance first
 */
public record CoDemand(WarehouseId warehouse, int baskets, List<ItemPair> pairs) {

    private static final int YEAR_DAYS = 365;
    /** Pairs are counted in a matrix of so many articles: 0.6 MB. */
    private static final int MOST_ITEMS = 400;
    /** One that buys everything says nothing of what belongs together. */
    private static final int LARGEST_BASKET = 100;

    private static final int LEAST_BASKETS = 3;
    private static final int ITEM_BITS = 20;
    private static final int ITEM_MASK = (1 << ITEM_BITS) - 1;

    public CoDemand {
        pairs = List.copyOf(pairs);
    }

    /** @param most pairs of each warehouse; only warehouses of which a basket is known are listed */
    public static List<CoDemand> of(Baskets baskets, LocalDate asOf, int most) {
        List<CoDemand> all = new ArrayList<>();
        for (int warehouse = 0; warehouse < baskets.warehouses().size(); warehouse++) {
            long[] rows = rows(baskets, warehouse, asOf.toEpochDay());
            if (rows.length > 0) {
                all.add(new Count(baskets, rows).pairs(baskets.warehouses().get(warehouse), most));
            }
        }
        all.sort(Comparator.comparing(CoDemand::warehouse));
        return all;
    }

    /** Basket in the high bits and article in the low ones, sorted, each once. */
    private static long[] rows(Baskets baskets, int warehouse, long asOf) {
        long[] sorted = IntStream.range(0, baskets.rows())
                .filter(row -> baskets.warehouseNumbers()[row] == warehouse
                        && baskets.epochDays()[row] >= asOf - YEAR_DAYS
                        && baskets.epochDays()[row] < asOf
                        && baskets.itemNumbers()[row] <= ITEM_MASK)
                .mapToLong(row -> baskets.keys()[row] >>> ITEM_BITS << ITEM_BITS | baskets.itemNumbers()[row])
                .sorted()
                .toArray();
        return Arrays.stream(sorted).distinct().toArray();
    }

    /** The counts of one warehouse. */
    private static final class Count {
        private final Baskets baskets;
        private final long[] rows;
        private final int[] basketsOf;
        private final int[] items;
        private final int[] place;
        private final int[][] together;
        private int total;

        Count(Baskets baskets, long[] rows) {
            this.baskets = baskets;
            this.rows = rows;
            this.basketsOf = new int[baskets.items().size()];
            for (long row : rows) {
                basketsOf[(int) row & ITEM_MASK]++;
            }
            this.items = IntStream.range(0, basketsOf.length)
                    .filter(item -> basketsOf[item] >= LEAST_BASKETS)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(item -> -basketsOf[item])
                            .thenComparing(item -> baskets.items().get(item)))
                    .limit(MOST_ITEMS)
                    .mapToInt(Integer::intValue)
                    .toArray();
            this.place = new int[basketsOf.length];
            Arrays.fill(place, -1);
            for (int i = 0; i < items.length; i++) {
                place[items[i]] = i;
            }
            this.together = new int[items.length][items.length];
            count();
        }

        private void count() {
            int start = 0;
            while (start < rows.length) {
                int end = start + 1;
                while (end < rows.length && rows[end] >>> ITEM_BITS == rows[start] >>> ITEM_BITS) {
                    end++;
                }
                total++;
                if (end - start <= LARGEST_BASKET) {
                    countPairs(start, end);
                }
                start = end;
            }
        }

        private void countPairs(int start, int end) {
            for (int one = start; one < end; one++) {
                int first = place[(int) rows[one] & ITEM_MASK];
                for (int other = one + 1; first >= 0 && other < end; other++) {
                    int second = place[(int) rows[other] & ITEM_MASK];
                    if (second >= 0) {
                        together[Math.min(first, second)][Math.max(first, second)]++;
                    }
                }
            }
        }

        CoDemand pairs(WarehouseId warehouse, int most) {
            List<ItemPair> pairs = new ArrayList<>();
            for (int first = 0; first < items.length; first++) {
                for (int second = first + 1; second < items.length; second++) {
                    if (together[first][second] >= LEAST_BASKETS && lift(first, second) > 1) {
                        pairs.add(pair(0, first, second));
                    }
                }
            }
            pairs.sort(Comparator.<ItemPair>comparingDouble(pair -> -beyondChance(pair))
                    .thenComparing(ItemPair::first)
                    .thenComparing(ItemPair::second));
            List<ItemPair> ranked = new ArrayList<>();
            for (ItemPair pair : pairs.subList(0, Math.min(most, pairs.size()))) {
                ranked.add(new ItemPair(
                        ranked.size() + 1,
                        pair.first(),
                        pair.second(),
                        pair.baskets(),
                        pair.firstBaskets(),
                        pair.secondBaskets(),
                        pair.support(),
                        pair.confidence(),
                        pair.lift()));
            }
            return new CoDemand(warehouse, total, ranked);
        }

        private double lift(int first, int second) {
            return (double) together[first][second] * total / basketsOf[items[first]] / basketsOf[items[second]];
        }

        private double beyondChance(ItemPair pair) {
            return pair.baskets() - (double) pair.firstBaskets() * pair.secondBaskets() / total;
        }

        private ItemPair pair(int rank, int first, int second) {
            int both = together[first][second];
            return new ItemPair(
                    rank,
                    baskets.items().get(items[first]),
                    baskets.items().get(items[second]),
                    both,
                    basketsOf[items[first]],
                    basketsOf[items[second]],
                    (double) both / total,
                    (double) both / basketsOf[items[second]],
                    lift(first, second));
        }
    }
}
