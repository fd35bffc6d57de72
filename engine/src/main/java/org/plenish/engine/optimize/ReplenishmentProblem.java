package org.plenish.engine.optimize;

import java.util.List;

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
 * @param spaceM3 {@code [warehouse][period]}, infinite where not limited
 * @param cash {@code [period]} that becomes available; infinite where not limited. Longer than
 *     {@code periods} where payment falls later
 * @param cashCarriesForward false: what is not spent in its period is lost
 */
@SuppressWarnings("ArrayRecordComponent") // a numerical problem; built once, never changed
public record ReplenishmentProblem(
        int periods,
        List<String> warehouses,
        List<ProblemSupplier> suppliers,
        List<Lane> lanes,
        List<Sku> skus,
        double[][] spaceM3,
        double[] cash,
        boolean cashCarriesForward) {

    public ReplenishmentProblem {
        warehouses = List.copyOf(warehouses);
        suppliers = List.copyOf(suppliers);
        lanes = List.copyOf(lanes);
        skus = List.copyOf(skus);
    }

    /**
     * @param headerCost for each warehouse and period with at least one line
     * @param minOrderValue of such a group, where it is ordered at all
     * @param payOffsetPeriods periods after ordering when cash leaves
     */
    public record ProblemSupplier(String id, double headerCost, double minOrderValue, int payOffsetPeriods) {}

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
            double[] tierUnitPrice) {

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
