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
 * Seeded problems of any size, shaped like the reference instances: few fast and many slow movers, unevenly stocked,
 * cartons, price breaks, order calendars, terms of payment, a tenth that expires, a few at the end of their life; space
 * and cash bind moderately. Benchmarks use them too.
 */
public final class SyntheticProblem {

    private static final int MOST_SUPPLIERS = 300;
    private static final int SKUS_OF_A_SUPPLIER = 16;
    private static final int LONGEST_TERMS_PERIODS = 6;
    /** Of what demand costs, so that not everything can be bought when it is wanted. */
    private static final double CASH_SHARE = 0.72;
    /** Demand for which there is room beside safety stock. */
    private static final double ROOM_PERIODS = 3.9;

    private final Random random;
    private final int warehouses;
    private final int periods;
    private final List<ProblemSupplier> suppliers = new ArrayList<>();
    private final List<boolean[]> calendars = new ArrayList<>();
    private final List<int[]> leadTimes = new ArrayList<>();

    private SyntheticProblem(int skus, int warehouses, int periods, long seed) {
        this.random = new Random(seed);
        this.warehouses = warehouses;
        this.periods = periods;
        int count = Math.max(2, Math.min(MOST_SUPPLIERS, skus / SKUS_OF_A_SUPPLIER));
        for (int s = 0; s < count; s++) {
            suppliers.add(
                    new ProblemSupplier("S" + s, pick(0, 15, 25, 35, 50), pick(0, 0, 150, 250, 400), pick(0, 2, 4, 6)));
            calendars.add(calendar());
            int leadTime = pick(1, 1, 2, 2, 4);
            leadTimes.add(IntStream.range(0, warehouses)
                    .map(w -> leadTime + (random.nextInt(4) == 0 ? 1 : 0))
                    .toArray());
        }
    }

    /** @param lanes between any two warehouses */
    public static ReplenishmentProblem of(int skus, int warehouses, int periods, boolean lanes, long seed) {
        return new SyntheticProblem(skus, warehouses, periods, seed).draw(skus, lanes);
    }

    private ReplenishmentProblem draw(int count, boolean lanes) {
        List<Sku> skus = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            skus.add(sku(i, lanes));
        }
        return new ReplenishmentProblem(
                periods,
                IntStream.range(0, warehouses).mapToObj(w -> "W" + w).toList(),
                suppliers,
                lanes ? lanes() : List.of(),
                skus,
                space(skus),
                cash(skus),
                true);
    }

    private int pick(int... values) {
        return values[random.nextInt(values.length)];
    }

    private double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    private double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * random.nextGaussian());
    }

    private static double rounded(double value, double steps) {
        return Math.rint(value * steps) / steps;
    }

    /** Every week, every second or every fourth. */
    private boolean[] calendar() {
        int every = pick(1, 1, 1, 2, 2, 4);
        int first = random.nextInt(every);
        boolean[] canOrder = new boolean[periods];
        for (int t = first; t < periods; t += every) {
            canOrder[t] = true;
        }
        return canOrder;
    }

    private List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>();
        for (int from = 0; from < warehouses; from++) {
            for (int to = 0; to < warehouses; to++) {
                if (from != to) {
                    lanes.add(new Lane(from, to, 1, 0.05, 4, 1, 9));
                }
            }
        }
        return lanes;
    }

    private Sku sku(int number, boolean lanes) {
        double price = Math.max(1, rounded(logNormal(10, 0.95), 100));
        double volumeM3 = Math.max(0.001, rounded(Math.min(0.15, logNormal(0.018, 0.8)), 10_000));
        boolean ends = random.nextInt(25) == 0;
        int[][] demand = demand(ends);
        double meanUnits =
                Arrays.stream(demand).mapToInt(row -> Arrays.stream(row).sum()).sum() / (double) periods;
        int pack = pack(meanUnits);
        List<Source> sources = sources(price, meanUnits, pack);
        int[] safetyStock = new int[warehouses];
        int[] initial = new int[warehouses];
        int[][] receipts = new int[warehouses][periods];
        double[] backorder = new double[warehouses];
        double[] belowSafetyStock = new double[warehouses];
        for (int w = 0; w < warehouses; w++) {
            double mean = Arrays.stream(demand[w]).sum() / (double) periods;
            safetyStock[w] = (int) Math.round(mean * between(0.8, 2.6));
            initial[w] = (int) Math.round(mean * Math.max(0, logNormal(4.2, 0.7) - (random.nextInt(8) == 0 ? 6 : 0)));
            if (random.nextInt(10) < 3) {
                receipts[w][random.nextInt(Math.min(4, periods))] = pack * Math.max(1, (int) (3 * mean / pack));
            }
            backorder[w] = rounded(price * between(0.15, 0.42), 10_000);
            belowSafetyStock[w] = rounded(backorder[w] * between(0.13, 0.3), 10_000);
        }
        return new Sku(
                "P" + number,
                volumeM3,
                sources,
                pick(4, 6, 9, 12),
                filled(rounded(0.0048 * price + 0.12 * volumeM3, 100_000)),
                backorder,
                belowSafetyStock,
                price,
                filled(price * (ends ? 0.6 : 0.02)),
                1.05 * price,
                random.nextInt(10) == 0 ? 3 + random.nextInt(4) : 0,
                Math.max(1, Math.min(6, pack / 2)),
                transferable(lanes),
                demand,
                safetyStock,
                initial,
                receipts);
    }

    private boolean[] transferable(boolean lanes) {
        boolean[] to = new boolean[warehouses];
        Arrays.fill(to, lanes && random.nextInt(25) > 0);
        return to;
    }

    /** @param ends nothing is wanted any more after some periods */
    private int[][] demand(boolean ends) {
        double rate = logNormal(4, 1.2);
        double noise = rate > 5 ? between(0.05, 0.25) : between(0.3, 0.9);
        int last = ends ? periods / 2 : periods;
        int[][] demand = new int[warehouses][periods];
        for (int w = 0; w < warehouses; w++) {
            double local = rate * logNormal(0.8, 0.7);
            for (int t = 0; t < last; t++) {
                demand[w][t] = (int) Math.round(Math.max(0, local * (1 + noise * random.nextGaussian())));
            }
        }
        return demand;
    }

    /** A carton of a few days' or weeks' demand. */
    private int pack(double meanUnits) {
        int pack = 1;
        double wished = meanUnits * between(0.1, 1);
        for (int size : new int[] {2, 6, 12, 24, 48}) {
            pack = size <= wished ? size : pack;
        }
        return pack;
    }

    private List<Source> sources(double price, double meanUnits, int pack) {
        List<Source> sources = new ArrayList<>();
        int count = random.nextInt(4) == 0 ? 2 : 1;
        int first = random.nextInt(suppliers.size());
        for (int k = 0; k < count; k++) {
            int supplier = (first + k) % suppliers.size();
            int minimum = pack * pick(1, 1, 2, 3);
            int tierUnits = pack * Math.max(2, (int) Math.round(meanUnits * between(1.5, 4) / pack));
            double dearer = k == 0 ? 1 : between(1.03, 1.1);
            boolean breaks = random.nextInt(10) < 3;
            boolean[] everywhere = new boolean[warehouses];
            Arrays.fill(everywhere, true);
            sources.add(new Source(
                    supplier,
                    everywhere,
                    leadTimes.get(supplier),
                    calendars.get(supplier),
                    pack,
                    minimum,
                    Math.max(minimum, pack * (int) Math.ceil(6.5 * meanUnits / pack)),
                    breaks ? new int[] {0, tierUnits, tierUnits * 2} : new int[] {0},
                    prices(price * dearer, breaks)));
        }
        return sources;
    }

    private static double[] prices(double price, boolean breaks) {
        return breaks
                ? new double[] {rounded(price, 10_000), rounded(0.97 * price, 10_000), rounded(0.945 * price, 10_000)}
                : new double[] {rounded(price, 10_000)};
    }

    private double[] filled(double value) {
        double[] filled = new double[warehouses];
        Arrays.fill(filled, value);
        return filled;
    }

    /** Room for what is there and on its way in any case, and otherwise for safety stock and some weeks' demand. */
    private double[][] space(List<Sku> skus) {
        double[][] space = new double[warehouses][periods];
        for (int w = 0; w < warehouses; w++) {
            double usualM3 = 0;
            double[] peaksM3 = new double[periods];
            for (Sku sku : skus) {
                int units = sku.initialUnits()[w];
                for (int t = 0; t < periods; t++) {
                    usualM3 += sku.volumeM3() * ROOM_PERIODS * sku.demandUnits()[w][t] / periods;
                    units += sku.receiptUnits()[w][t];
                    peaksM3[t] += sku.volumeM3() * units;
                    units = Math.max(0, units - sku.demandUnits()[w][t]);
                }
                usualM3 += sku.volumeM3() * sku.safetyStockUnits()[w];
            }
            double mostM3 = Arrays.stream(peaksM3).max().orElse(0);
            Arrays.fill(space[w], rounded(Math.max(usualM3, 1.05 * mostM3) + 0.01, 100));
        }
        return space;
    }

    private double[] cash(List<Sku> skus) {
        double value = 0;
        for (Sku sku : skus) {
            for (int[] demand : sku.demandUnits()) {
                value += Arrays.stream(demand).sum() * sku.sources().get(0).tierUnitPrice()[0];
            }
        }
        double[] cash = new double[periods + LONGEST_TERMS_PERIODS + 1];
        Arrays.fill(cash, rounded(CASH_SHARE * value / periods, 100));
        cash[0] *= 2;
        return cash;
    }
}
