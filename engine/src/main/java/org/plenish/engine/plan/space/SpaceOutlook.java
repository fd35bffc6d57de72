package org.plenish.engine.plan.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;

/** Adds up the room that a plan's stock takes. */
public final class SpaceOutlook {

    private SpaceOutlook() {}

    private record Place(WarehouseId warehouse, String storageClass) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byWarehouse = warehouse.compareTo(other.warehouse);
            return byWarehouse != 0 ? byWarehouse : storageClass.compareTo(other.storageClass);
        }
    }

    /** Sums in m³, one entry a bucket. */
    private static final class Flows {
        private final double[] opening;
        private final double[] receipts;
        private final double[] transfersIn;
        private final double[] transfersOut;
        private final double[] closing;
        private final double[] peak;

        Flows(int buckets) {
            opening = new double[buckets];
            receipts = new double[buckets];
            transfersIn = new double[buckets];
            transfersOut = new double[buckets];
            closing = new double[buckets];
            peak = new double[buckets];
        }

        void add(InventoryProjection stock, double volumeM3) {
            for (int t = 0; t < opening.length; t++) {
                opening[t] += volumeM3 * Math.max(0, stock.openingUnits()[t]);
                receipts[t] += volumeM3 * stock.receiptUnits()[t];
                transfersIn[t] += volumeM3 * stock.transferInUnits()[t];
                transfersOut[t] += volumeM3 * stock.transferOutUnits()[t];
                closing[t] += volumeM3 * stock.closingUnits()[t];
                peak[t] += volumeM3 * stock.peakUnits(t);
            }
        }

        SpaceBucket bucket(Place place, int t) {
            double there = opening[t] + receipts[t] + transfersIn[t] - transfersOut[t];
            return new SpaceBucket(
                    place.warehouse(),
                    place.storageClass(),
                    t,
                    opening[t],
                    receipts[t],
                    transfersIn[t],
                    transfersOut[t],
                    there - closing[t],
                    closing[t],
                    peak[t]);
        }
    }

    /** By warehouse, storage class and bucket; only classes of which an article is planned there. */
    public static List<SpaceBucket> of(ReplenishmentPlan plan) {
        int buckets = plan.buckets().count();
        Map<Place, Flows> places = new TreeMap<>();
        for (SkuLocationPlan location : plan.locations()) {
            Item item = location.profile().item();
            places.computeIfAbsent(
                            new Place(location.location().warehouse(), item.storageClass()),
                            place -> new Flows(buckets))
                    .add(location.withProposals(), item.unitVolumeM3());
        }
        List<SpaceBucket> all = new ArrayList<>();
        places.forEach((place, flows) -> {
            for (int t = 0; t < buckets; t++) {
                all.add(flows.bucket(place, t));
            }
        });
        return all;
    }
}
