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

/** Seeded problems of any size: a distributor's articles, unevenly stocked, with limits on space and cash. */
public final class SyntheticProblem {

    private SyntheticProblem() {}

    public static ReplenishmentProblem of(int skus, int warehouses, int periods, boolean lanes, long seed) {
        Random random = new Random(seed);
        int suppliers = Math.max(2, Math.min(24, skus / 20));
        List<ProblemSupplier> partners = new ArrayList<>();
        for (int s = 0; s < suppliers; s++) {
            partners.add(
                    new ProblemSupplier("S" + s, 15 + random.nextInt(40), random.nextInt(3) * 150, random.nextInt(7)));
        }
        List<Sku> articles = new ArrayList<>();
        double[] space = new double[warehouses];
        double spending = 0;
        for (int i = 0; i < skus; i++) {
            Sku sku = sku(i, suppliers, warehouses, periods, random);
            articles.add(sku);
            for (int w = 0; w < warehouses; w++) {
                int demand = Arrays.stream(sku.demandUnits()[w]).sum();
                space[w] += sku.volumeM3()
                        * (Math.max(0, sku.initialUnits()[w]) + sku.safetyStockUnits()[w] + 1.5 * demand / periods);
                spending += Math.max(0, demand - sku.initialUnits()[w])
                        * sku.sources().get(0).tierUnitPrice()[0];
            }
        }
        double[][] limits = new double[warehouses][periods];
        for (int w = 0; w < warehouses; w++) {
            Arrays.fill(limits[w], space[w]);
        }
        double[] cash = new double[periods + 6];
        Arrays.fill(cash, spending / periods);
        cash[0] *= 2;
        return new ReplenishmentProblem(
                periods,
                IntStream.range(0, warehouses).mapToObj(w -> "W" + w).toList(),
                partners,
                lanes ? lanes(warehouses) : List.of(),
                articles,
                limits,
                cash,
                true);
    }

    private static List<Lane> lanes(int warehouses) {
        List<Lane> lanes = new ArrayList<>();
        for (int from = 0; from < warehouses; from++) {
            for (int to = 0; to < warehouses; to++) {
                if (from != to) {
                    lanes.add(new Lane(from, to, 1, 0.05, 4, 10, 30));
                }
            }
        }
        return lanes;
    }

    private static Sku sku(int i, int suppliers, int warehouses, int periods, Random random) {
        double price = Math.round(100 * Math.exp(1.5 + random.nextGaussian())) / 100.0 + 0.5;
        double rate = Math.exp(1 + 1.5 * random.nextGaussian());
        int pack = new int[] {1, 2, 6, 12, 24}[random.nextInt(5)];
        int supplier = random.nextInt(suppliers);
        List<Source> sources = new ArrayList<>();
        int count = random.nextInt(4) == 0 ? 2 : 1;
        for (int k = 0; k < count; k++) {
            int[] leadTimes = new int[warehouses];
            Arrays.fill(leadTimes, 1 + (supplier + k) % 8);
            boolean[] everywhere = new boolean[warehouses];
            Arrays.fill(everywhere, true);
            boolean[] canOrder = new boolean[periods];
            for (int t = 0; t < periods; t++) {
                canOrder[t] = supplier % 2 == 0 || t % 2 == 0;
            }
            int step = pack * Math.max(1, (int) (rate * warehouses / pack));
            sources.add(new Source(
                    (supplier + k) % suppliers,
                    everywhere,
                    leadTimes,
                    canOrder,
                    pack,
                    pack * (1 + random.nextInt(2)),
                    pack * 200,
                    new int[] {0, 4 * step},
                    new double[] {price * (1 + 0.03 * k), price * (0.97 + 0.03 * k)}));
        }
        int[][] demand = new int[warehouses][periods];
        int[][] receipts = new int[warehouses][periods];
        int[] safetyStock = new int[warehouses];
        int[] initial = new int[warehouses];
        for (int w = 0; w < warehouses; w++) {
            double local = rate * (0.3 + random.nextDouble());
            for (int t = 0; t < periods; t++) {
                demand[w][t] = (int) Math.round(Math.max(0, local * (1 + 0.5 * random.nextGaussian())));
                receipts[w][t] = t > 0 && t <= sources.get(0).leadTimePeriods()[w] ? (int) Math.round(local) : 0;
            }
            safetyStock[w] = (int) Math.round(2 * local);
            initial[w] = (int) Math.round(local * (random.nextInt(6) == 0 ? 40 : 8) * random.nextDouble());
        }
        double[] obsolescence = fill(warehouses, 0.02 * price);
        return new Sku(
                "P" + i,
                Math.round(1e4 * (0.002 + 0.05 * random.nextDouble())) / 1e4,
                sources,
                4 + random.nextInt(8),
                fill(warehouses, 0.005 * price),
                fill(warehouses, 0.25 * price),
                fill(warehouses, 0.06 * price),
                price,
                obsolescence,
                1.05 * price,
                random.nextInt(15) == 0 ? 6 : 0,
                Math.max(1, pack / 2),
                random.nextInt(3) > 0 ? Fixtures.everywhere(warehouses) : new boolean[warehouses],
                demand,
                safetyStock,
                initial,
                receipts);
    }

    private static double[] fill(int length, double value) {
        double[] filled = new double[length];
        Arrays.fill(filled, value);
        return filled;
    }
}
