package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.ReplenishmentProblem.Zone;

/** Small problems with round numbers. */
public final class Fixtures {

    private Fixtures() {}

    /** Lead time 0, any period, packs and minimum of 2, at most 10, unit price 4, from 6 units on 3. */
    public static Source source(int supplier, int warehouses, int periods) {
        boolean[] everywhere = new boolean[warehouses];
        Arrays.fill(everywhere, true);
        boolean[] always = new boolean[periods];
        Arrays.fill(always, true);
        return new Source(
                supplier, everywhere, new int[warehouses], always, 2, 2, 10, new int[] {0, 6}, new double[] {4, 3});
    }

    /**
     * 0.5 m³ a unit, line 10, holding 0.1, backorder 2, below safety stock 0.5, terminal backlog 5, obsolescence 0.2,
     * scrap 4, transfers in packs of 1.
     */
    public static Sku sku(List<Source> sources, int[][] demand, int safetyStock, int initial, int shelfLife) {
        int warehouses = demand.length;
        return new Sku(
                "A",
                0.5,
                sources,
                10,
                filled(warehouses, 0.1),
                filled(warehouses, 2),
                filled(warehouses, 0.5),
                5,
                filled(warehouses, 0.2),
                4,
                shelfLife,
                1,
                everywhere(warehouses),
                demand,
                IntStream.range(0, warehouses).map(w -> safetyStock).toArray(),
                IntStream.range(0, warehouses).map(w -> initial).toArray(),
                new int[warehouses][demand[0].length]);
    }

    /** One supplier: header 20, minimum order value 15, pays a period later. Lanes between neighbours if wished. */
    public static ReplenishmentProblem problem(
            List<Sku> skus, int warehouses, int periods, boolean lanes, double spaceM3, double cash) {
        double[][] space = new double[warehouses][];
        for (int w = 0; w < warehouses; w++) {
            space[w] = filled(periods, spaceM3);
        }
        return new ReplenishmentProblem(
                periods,
                IntStream.range(0, warehouses).mapToObj(w -> "W" + w).toList(),
                List.of(new ProblemSupplier("S", 20, 15, 1)),
                lanes ? List.of(new Lane(0, 1, 1, 0.3, 0.4, 2, 7)) : List.of(),
                skus,
                space,
                filled(periods + 1, cash),
                true);
    }

    /** The same article by another name. */
    public static Sku named(String id, Sku sku) {
        return copy(id, sku.storageClass(), sku);
    }

    /** The same article with so much there at the start, by warehouse. */
    public static Sku withInitial(Sku sku, int... initialUnits) {
        return sku.with(sku.sources(), sku.demandUnits(), initialUnits, sku.receiptUnits());
    }

    /** The same article, which needs special storage. */
    public static Sku ofClass(String storageClass, Sku sku) {
        return copy(sku.id(), storageClass, sku);
    }

    /** The same article, which keeps and cannot be thrown away. */
    public static Sku withoutScrap(Sku sku) {
        return new Sku(
                sku.id(),
                sku.volumeM3(),
                sku.sources(),
                sku.lineCost(),
                sku.holding(),
                sku.backorder(),
                sku.belowSafetyStock(),
                sku.terminalBacklog(),
                sku.terminalObsolescence(),
                Double.POSITIVE_INFINITY,
                0,
                sku.transferPackUnits(),
                sku.transferableTo(),
                sku.demandUnits(),
                sku.safetyStockUnits(),
                sku.initialUnits(),
                sku.receiptUnits());
    }

    private static Sku copy(String id, String storageClass, Sku sku) {
        return new Sku(
                id,
                sku.volumeM3(),
                storageClass,
                sku.sources(),
                sku.lineCost(),
                sku.holding(),
                sku.backorder(),
                sku.belowSafetyStock(),
                sku.terminalBacklog(),
                sku.terminalObsolescence(),
                sku.scrapCost(),
                sku.shelfLifePeriods(),
                sku.transferPackUnits(),
                sku.transferableTo(),
                sku.demandUnits(),
                sku.safetyStockUnits(),
                sku.initialUnits(),
                sku.receiptUnits());
    }

    /** The same problem with space set aside for a storage class at the first warehouse. */
    public static ReplenishmentProblem withClassZone(
            ReplenishmentProblem problem, String storageClass, double spaceM3) {
        List<Zone> zones = new ArrayList<>(problem.zones());
        zones.add(new Zone(0, storageClass, filled(problem.periods(), spaceM3)));
        return new ReplenishmentProblem(
                problem.periods(),
                problem.warehouses(),
                problem.suppliers(),
                problem.lanes(),
                problem.skus(),
                zones,
                problem.cash(),
                problem.cashCarriesForward(),
                problem.pinnedOrders(),
                problem.pinnedTransfers());
    }

    /** The same problem with another only supplier. */
    public static ReplenishmentProblem withSupplier(ReplenishmentProblem problem, ProblemSupplier supplier) {
        return new ReplenishmentProblem(
                problem.periods(),
                problem.warehouses(),
                List.of(supplier),
                problem.lanes(),
                problem.skus(),
                problem.spaceM3(),
                problem.cash(),
                problem.cashCarriesForward());
    }

    public static boolean[] everywhere(int warehouses) {
        boolean[] everywhere = new boolean[warehouses];
        Arrays.fill(everywhere, true);
        return everywhere;
    }

    public static double[] filled(int length, double value) {
        double[] filled = new double[length];
        Arrays.fill(filled, value);
        return filled;
    }
}
