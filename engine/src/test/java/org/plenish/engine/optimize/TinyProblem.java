package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/**
 * Seeded problems that a mixed-integer program solves in moments, with every feature of the planning instance in some of
 * them: up to three articles, two warehouses and five periods. Prices and volumes are round, so that fixed-point and
 * floating-point sums agree.
 */
final class TinyProblem {

    private final Random random;
    private final int periods;
    private final int warehouses;
    private final int suppliers;

    private TinyProblem(long seed) {
        this.random = new Random(seed);
        this.periods = 3 + random.nextInt(3);
        this.warehouses = 1 + random.nextInt(2);
        this.suppliers = 1 + random.nextInt(2);
    }

    static ReplenishmentProblem of(long seed) {
        return new TinyProblem(seed).problem();
    }

    private ReplenishmentProblem problem() {
        List<ProblemSupplier> partners = IntStream.range(0, suppliers)
                .mapToObj(s -> new ProblemSupplier(
                        "S" + s, random.nextInt(30), one(2) ? 0 : 20 + random.nextInt(60), random.nextInt(3)))
                .toList();
        List<Sku> skus = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> sku("P" + i))
                .toList();
        double[][] space = new double[warehouses][periods];
        for (double[] warehouse : space) {
            Arrays.fill(warehouse, one(3) ? Double.POSITIVE_INFINITY : 0.5 + 0.1 * random.nextInt(40));
        }
        double[] cash = new double[periods + 2];
        Arrays.fill(cash, one(3) ? Double.POSITIVE_INFINITY : 5 + random.nextInt(80));
        if (one(3)) {
            cash[random.nextInt(periods)] = 0;
        }
        return new ReplenishmentProblem(
                periods,
                IntStream.range(0, warehouses).mapToObj(w -> "W" + w).toList(),
                partners,
                lanes(),
                skus,
                space,
                cash,
                !one(4));
    }

    private List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>();
        for (int from = 0; warehouses == 2 && from < 2; from++) {
            if (!one(4)) {
                lanes.add(new Lane(
                        from,
                        1 - from,
                        random.nextInt(3),
                        0.25 * random.nextInt(4),
                        random.nextInt(3),
                        one(3) ? Double.POSITIVE_INFINITY : 0.25 * (1 + random.nextInt(4)),
                        random.nextInt(10)));
            }
        }
        return lanes;
    }

    private Sku sku(String id) {
        boolean expires = one(3);
        double price = 1 + random.nextInt(8);
        List<Source> sources = new ArrayList<>();
        for (int s = 0; s < suppliers; s++) {
            if (s == 0 || !one(3)) {
                sources.add(source(s, price));
            }
        }
        int[][] demand = new int[warehouses][periods];
        int[][] receipts = new int[warehouses][periods];
        int[] safetyStock = new int[warehouses];
        int[] initial = new int[warehouses];
        boolean[] transferableTo = new boolean[warehouses];
        for (int w = 0; w < warehouses; w++) {
            int rate = 1 + random.nextInt(8);
            for (int t = 0; t < periods; t++) {
                demand[w][t] = one(4) ? 0 : random.nextInt(2 * rate);
                receipts[w][t] = one(6) ? random.nextInt(10) : 0;
            }
            safetyStock[w] = one(3) ? 0 : random.nextInt(6);
            initial[w] = one(5) ? -random.nextInt(5) : random.nextInt(one(3) ? 40 : 10);
            transferableTo[w] = !one(4);
        }
        return new Sku(
                id,
                0.01 * (1 + random.nextInt(20)),
                sources,
                random.nextInt(8),
                each(0.05, 5),
                each(0.5, 8),
                // Dearer than holding and backorder together in some: a unit on hand and owed at once would then pay.
                each(0.25, 12),
                random.nextInt(10),
                each(0.25, 6),
                expires || one(2) ? 1 + random.nextInt(6) : Double.POSITIVE_INFINITY,
                expires ? 1 + random.nextInt(3) : 0,
                1 + random.nextInt(3),
                transferableTo,
                demand,
                safetyStock,
                initial,
                receipts);
    }

    private Source source(int supplier, double price) {
        boolean[] deliversTo = new boolean[warehouses];
        int[] leadTimes = new int[warehouses];
        for (int w = 0; w < warehouses; w++) {
            deliversTo[w] = !one(6);
            leadTimes[w] = random.nextInt(3);
        }
        boolean[] canOrder = new boolean[periods];
        for (int t = 0; t < periods; t++) {
            canOrder[t] = !one(4);
        }
        int pack = 1 + random.nextInt(6);
        int fewest = one(2) ? pack : 1 + random.nextInt(3 * pack); // also between multiples of the pack
        int most = pack * (3 + random.nextInt(6)) + random.nextInt(pack);
        int secondTier = 2 + random.nextInt(12);
        int thirdTier = secondTier + 1 + random.nextInt(12);
        double ownPrice = price + 0.5 * random.nextInt(3);
        return switch (random.nextInt(3)) {
            case 0 ->
                new Source(supplier, deliversTo, leadTimes, canOrder, pack, fewest, most, new int[] {0}, new double[] {
                    ownPrice
                });
            case 1 ->
                new Source(
                        supplier,
                        deliversTo,
                        leadTimes,
                        canOrder,
                        pack,
                        fewest,
                        most,
                        new int[] {0, secondTier},
                        new double[] {ownPrice, ownPrice - 0.25});
            default ->
                new Source(
                        supplier,
                        deliversTo,
                        leadTimes,
                        canOrder,
                        pack,
                        fewest,
                        most,
                        new int[] {0, secondTier, thirdTier},
                        new double[] {ownPrice, ownPrice - 0.25, ownPrice - 0.5});
        };
    }

    private double[] each(double step, int steps) {
        double[] rates = new double[warehouses];
        Arrays.setAll(rates, w -> step * random.nextInt(steps));
        return rates;
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }
}
