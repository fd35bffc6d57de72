package org.plenish.engine.optimize;

import java.util.List;
import java.util.stream.IntStream;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;

/**
 * The optimizer's problem, exact and alone: what is to be bought and moved, given demand, safety stock and costs.
 * Same semantics as the planning instance contract. Periods are {@code 0..periods-1}; costs and prices are in
 * currency units, volumes in m³, quantities in whole units; arrays are indexed {@code [warehouse][period]} and must
 * not be changed.
 *
 * <p>In period {@code t} of one SKU and warehouse: (1) transfers leave, at most the opening stock; (2) orders placed
 * at {@code t - leadTime}, transfers shipped at {@code t - leadTime} and receipts already on order arrive; (3) space is
 * measured, at its peak; (4) demand is served and what is short waits; (5) costs are counted on what is left.
 *
 * @param zones first every warehouse's whole space, in the warehouses' order; then what is set aside for storage classes
 * @param cash {@code [period]} that becomes available; infinite where not limited. Longer than
 *     {@code periods} where payment falls later
 * @param cashCarriesForward false: what is not spent in its period is lost
 * @param pinnedOrders decided by a person: they stand in every plan, and cost, even where they break packs, quantities
 *     or the supplier's calendar. Other lines may join their order, but not one of the same SKU and source
 * @param pinnedTransfers likewise; more may be moved beside them
 */
@SuppressWarnings("ArrayRecordComponent") // a numerical problem; built once, never changed
public record ReplenishmentProblem(
        int periods,
        List<String> warehouses,
        List<ProblemSupplier> suppliers,
        List<Lane> lanes,
        List<Sku> skus,
        List<Zone> zones,
        double[] cash,
        boolean cashCarriesForward,
        List<OrderLine> pinnedOrders,
        List<TransferLine> pinnedTransfers) {

    /**
     * @throws IllegalArgumentException if the first zones are not the warehouses' whole spaces, in their order, or a
     *     pinned line is placed outside the horizon
     */
    public ReplenishmentProblem {
        warehouses = List.copyOf(warehouses);
        suppliers = List.copyOf(suppliers);
        lanes = List.copyOf(lanes);
        skus = List.copyOf(skus);
        zones = List.copyOf(zones);
        pinnedOrders = List.copyOf(pinnedOrders);
        pinnedTransfers = List.copyOf(pinnedTransfers);
        IntStream.concat(
                        pinnedOrders.stream().mapToInt(OrderLine::period),
                        pinnedTransfers.stream().mapToInt(TransferLine::period))
                .filter(period -> period < 0 || period >= periods)
                .findFirst()
                .ifPresent(period -> {
                    throw new IllegalArgumentException(
                            "period " + period + " of a pinned line must be 0 to " + (periods - 1) + ".");
                });
        for (int w = 0; w < warehouses.size(); w++) {
            if (zones.size() <= w
                    || zones.get(w).warehouse() != w
                    || !zones.get(w).isWhole()) {
                throw new IllegalArgumentException("zone " + w + " must be the whole of warehouse " + warehouses.get(w)
                        + ": the first zones are the warehouses.");
            }
        }
    }

    /**
     * Without storage classes.
     *
     * @param spaceM3 {@code [warehouse][period]}, infinite where not limited
     */
    public ReplenishmentProblem(
            int periods,
            List<String> warehouses,
            List<ProblemSupplier> suppliers,
            List<Lane> lanes,
            List<Sku> skus,
            double[][] spaceM3,
            double[] cash,
            boolean cashCarriesForward) {
        this(
                periods,
                warehouses,
                suppliers,
                lanes,
                skus,
                wholes(spaceM3),
                cash,
                cashCarriesForward,
                List.of(),
                List.of());
    }

    /** The same problem with these lines fixed, and no others. */
    public ReplenishmentProblem withPinned(List<OrderLine> orders, List<TransferLine> transfers) {
        return new ReplenishmentProblem(
                periods, warehouses, suppliers, lanes, skus, zones, cash, cashCarriesForward, orders, transfers);
    }

    /** The same suppliers, spaces and cash for other articles, and nothing pinned. */
    public ReplenishmentProblem withSkus(List<Sku> others) {
        return new ReplenishmentProblem(
                periods, warehouses, suppliers, lanes, others, zones, cash, cashCarriesForward, List.of(), List.of());
    }

    private static List<Zone> wholes(double[][] spaceM3) {
        return IntStream.range(0, spaceM3.length)
                .mapToObj(w -> new Zone(w, "", spaceM3[w]))
                .toList();
    }

    /** {@code [warehouse][period]} of the whole warehouses, infinite where not limited. */
    public double[][] spaceM3() {
        return zones.stream().limit(warehouses.size()).map(Zone::spaceM3).toArray(double[][]::new);
    }

    /**
     * Space with a limit of its own, measured at the period's peak.
     *
     * @param storageClass whose SKUs count; blank: all that is in the warehouse
     * @param spaceM3 by period, infinite where not limited
     */
    public record Zone(int warehouse, String storageClass, double[] spaceM3) {

        public boolean isWhole() {
            return storageClass.isEmpty();
        }

        public boolean holds(Sku sku) {
            return isWhole() || storageClass.equals(sku.storageClass());
        }
    }

    /**
     * @param headerCost for each warehouse and period with at least one line
     * @param minOrderValue of such a group, where it is ordered at all
     * @param payOffsetPeriods periods after ordering when cash leaves
     * @param containerM3 what a container holds of such a group; infinite: it ships in none
     * @param containerCost of each started container; a group with a line starts at least one
     */
    public record ProblemSupplier(
            String id,
            double headerCost,
            double minOrderValue,
            int payOffsetPeriods,
            double containerM3,
            double containerCost) {

        /** Without containers. */
        public ProblemSupplier(String id, double headerCost, double minOrderValue, int payOffsetPeriods) {
            this(id, headerCost, minOrderValue, payOffsetPeriods, Double.POSITIVE_INFINITY, 0);
        }
    }

    /**
     * @param from index of the sending warehouse
     * @param to index of the receiving warehouse
     * @param truckM3 infinite if not limited: one truck then takes all
     */
    public record Lane(
            int from,
            int to,
            int leadTimePeriods,
            double unitCost,
            double costPerM3,
            double truckM3,
            double truckCost) {}

    /**
     * @param supplier index
     * @param deliversTo by warehouse
     * @param leadTimePeriods by warehouse
     * @param canOrder by period: the supplier accepts orders and the terms are valid
     * @param tierFromUnits ascending, the first is 0
     * @param tierUnitPrice price of every unit from that quantity on; aligned
     * @param taken {@code [warehouse][period]}: the line is pinned, no second one may be placed; empty: none is
     */
    public record Source(
            int supplier,
            boolean[] deliversTo,
            int[] leadTimePeriods,
            boolean[] canOrder,
            int packUnits,
            int minOrderQuantityUnits,
            int maxOrderQuantityUnits,
            int[] tierFromUnits,
            double[] tierUnitPrice,
            boolean[][] taken) {

        /** Without pinned lines. */
        public Source(
                int supplier,
                boolean[] deliversTo,
                int[] leadTimePeriods,
                boolean[] canOrder,
                int packUnits,
                int minOrderQuantityUnits,
                int maxOrderQuantityUnits,
                int[] tierFromUnits,
                double[] tierUnitPrice) {
            this(
                    supplier,
                    deliversTo,
                    leadTimePeriods,
                    canOrder,
                    packUnits,
                    minOrderQuantityUnits,
                    maxOrderQuantityUnits,
                    tierFromUnits,
                    tierUnitPrice,
                    new boolean[0][]);
        }

        boolean isTaken(int warehouse, int period) {
            return taken.length > 0 && taken[warehouse][period];
        }

        public double unitPriceAt(int quantityUnits) {
            double price = tierUnitPrice[0];
            for (int i = 1; i < tierFromUnits.length && tierFromUnits[i] <= quantityUnits; i++) {
                price = tierUnitPrice[i];
            }
            return price;
        }
    }

    /**
     * One article over all warehouses.
     *
     * @param storageClass blank if it needs no special storage
     * @param lineCost of each order line
     * @param holding of a unit on hand at a period's end, by warehouse
     * @param backorder of a unit short at a period's end, by warehouse
     * @param belowSafetyStock of a unit of safety stock not covered at a period's end, by warehouse
     * @param terminalBacklog of a unit still short at the end
     * @param terminalObsolescence of a unit left at the end, by warehouse
     * @param scrapCost of a unit thrown away; infinite: nothing is
     * @param shelfLifePeriods 0: does not expire. What is left must not exceed the demand of so many next periods
     * @param transferableTo by warehouse: whether it may be moved there
     * @param initialUnits by warehouse; negative: backlog
     * @param receiptUnits already on order
     */
    public record Sku(
            String id,
            double volumeM3,
            String storageClass,
            List<Source> sources,
            double lineCost,
            double[] holding,
            double[] backorder,
            double[] belowSafetyStock,
            double terminalBacklog,
            double[] terminalObsolescence,
            double scrapCost,
            int shelfLifePeriods,
            int transferPackUnits,
            boolean[] transferableTo,
            int[][] demandUnits,
            int[] safetyStockUnits,
            int[] initialUnits,
            int[][] receiptUnits) {

        /** Without special storage. */
        public Sku(
                String id,
                double volumeM3,
                List<Source> sources,
                double lineCost,
                double[] holding,
                double[] backorder,
                double[] belowSafetyStock,
                double terminalBacklog,
                double[] terminalObsolescence,
                double scrapCost,
                int shelfLifePeriods,
                int transferPackUnits,
                boolean[] transferableTo,
                int[][] demandUnits,
                int[] safetyStockUnits,
                int[] initialUnits,
                int[][] receiptUnits) {
            this(
                    id,
                    volumeM3,
                    "",
                    sources,
                    lineCost,
                    holding,
                    backorder,
                    belowSafetyStock,
                    terminalBacklog,
                    terminalObsolescence,
                    scrapCost,
                    shelfLifePeriods,
                    transferPackUnits,
                    transferableTo,
                    demandUnits,
                    safetyStockUnits,
                    initialUnits,
                    receiptUnits);
        }

        /** The same article, bought, asked for and stocked otherwise. */
        public Sku with(List<Source> sources, int[][] demandUnits, int[] initialUnits, int[][] receiptUnits) {
            return new Sku(
                    id,
                    volumeM3,
                    storageClass,
                    sources,
                    lineCost,
                    holding,
                    backorder,
                    belowSafetyStock,
                    terminalBacklog,
                    terminalObsolescence,
                    scrapCost,
                    shelfLifePeriods,
                    transferPackUnits,
                    transferableTo,
                    demandUnits,
                    safetyStockUnits,
                    initialUnits,
                    receiptUnits);
        }

        /** Whether it may be moved at all. */
        public boolean transferable() {
            for (boolean to : transferableTo) {
                if (to) {
                    return true;
                }
            }
            return false;
        }
    }
}
