package org.plenish.web.run;

import org.plenish.engine.inventory.InventoryProjection;

/** A projection's ends of buckets as one row of numbers: stock above zero, backorders below. */
final class NetStock {

    private NetStock() {}

    static int[] of(InventoryProjection projection) {
        int[] net = new int[projection.buckets().count()];
        for (int t = 0; t < net.length; t++) {
            net[t] = projection.closingUnits()[t] - projection.backorderUnits()[t];
        }
        return net;
    }
}
