package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;

/** What is planned for one SKU at all warehouses, with what it costs alone. Immutable; shares what did not change. */
public final class ItemPlan {

    private final int sku;
    private final SitePlan[] sites;
    private final List<TransferEntry> transfers;
    private final long costMicros;
    private final long overdrawnUnits;

    private ItemPlan(ExactProblem index, int sku, SitePlan[] sites, List<TransferEntry> transfers) {
        this.sku = sku;
        this.sites = sites;
        this.transfers = transfers;
        long cost = 0;
        long overdrawn = 0;
        for (SitePlan site : sites) {
            cost += site.costMicros();
            overdrawn += site.overdrawnUnits();
        }
        for (TransferEntry transfer : transfers) {
            cost += FixedPoint.micros(
                    CostTerms.transferUnits(index.sku(sku), index.lane(transfer.lane()), transfer.units()));
        }
        this.costMicros = cost;
        this.overdrawnUnits = overdrawn;
    }

    /** Nothing is ordered and nothing moved. */
    public static ItemPlan empty(ExactProblem index, int sku) {
        SitePlan[] sites = new SitePlan[index.warehouses()];
        int[] none = new int[index.periods()];
        for (int w = 0; w < sites.length; w++) {
            sites[w] = new SitePlan(index, sku, w, List.of(), none, none, none);
        }
        return new ItemPlan(index, sku, sites, List.of());
    }

    public int sku() {
        return sku;
    }

    public SitePlan site(int warehouse) {
        return sites[warehouse];
    }

    /** Sorted by {@link TransferEntry#ORDER}. */
    public List<TransferEntry> transfers() {
        return transfers;
    }

    /** All that concerns this SKU alone; not headers and trucks. */
    public long costMicros() {
        return costMicros;
    }

    /** Units that transfers take beyond the opening stock. */
    public long overdrawnUnits() {
        return overdrawnUnits;
    }

    /** Whether the other plan of the SKU orders, moves and throws away the same. */
    public boolean sameDecisions(ItemPlan other) {
        if (costMicros != other.costMicros || !transfers.equals(other.transfers)) {
            return false;
        }
        for (int w = 0; w < sites.length; w++) {
            if (sites[w] != other.sites[w]
                    && !(sites[w].orders().equals(other.sites[w].orders())
                            && Arrays.equals(sites[w].scrap(), other.sites[w].scrap()))) {
                return false;
            }
        }
        return true;
    }

    /** The same with other orders at one warehouse; what is scrapped stays as far as it is there. */
    public ItemPlan withOrders(ExactProblem index, int warehouse, List<OrderEntry> orders) {
        return withOrders(index, warehouse, orders, sites[warehouse].scrap());
    }

    /** The same with other orders at one warehouse. */
    public ItemPlan withOrders(ExactProblem index, int warehouse, List<OrderEntry> orders, int[] scrapUnits) {
        List<OrderEntry> sorted = new ArrayList<>(orders);
        sorted.sort(OrderEntry.ORDER);
        SitePlan old = sites[warehouse];
        SitePlan[] changed = sites.clone();
        changed[warehouse] = new SitePlan(index, sku, warehouse, sorted, old.inflow(), old.outflow(), scrapUnits);
        return new ItemPlan(index, sku, changed, transfers);
    }

    /** The same with other transfers; orders stay. */
    public ItemPlan withTransfers(ExactProblem index, List<TransferEntry> newTransfers) {
        List<TransferEntry> sorted = new ArrayList<>(newTransfers);
        sorted.sort(TransferEntry.ORDER);
        int[][] inflow = new int[sites.length][index.periods()];
        int[][] outflow = new int[sites.length][index.periods()];
        for (TransferEntry transfer : sorted) {
            Lane lane = index.lane(transfer.lane());
            outflow[lane.from()][transfer.period()] += transfer.units();
            inflow[lane.to()][transfer.period() + lane.leadTimePeriods()] += transfer.units();
        }
        SitePlan[] changed = sites.clone();
        for (int w = 0; w < sites.length; w++) {
            SitePlan old = sites[w];
            if (!Arrays.equals(old.inflow(), inflow[w]) || !Arrays.equals(old.outflow(), outflow[w])) {
                changed[w] = new SitePlan(index, sku, w, old.orders(), inflow[w], outflow[w], old.scrap());
            }
        }
        return new ItemPlan(index, sku, changed, List.copyOf(sorted));
    }
}
