package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of all plans: those that use each setup at least and at most so often, and in which some orders are placed and
 * others are not. An order group is used once or not at all, a lane's period by as many trucks as it takes. Not changed
 * once built.
 *
 * @param least {@code [setup]}
 * @param most {@code [setup]}
 * @param orders by place: how much is ordered there; not in it: undecided
 */
@SuppressWarnings("ArrayRecordComponent") // numerical; indexed as the setups
record Branch(int[] least, int[] most, Map<Place, Units> orders) {

    /** Where an SKU may have an order, see {@link Setups}. */
    record Place(int sku, int slot) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return sku != other.sku ? Integer.compare(sku, other.sku) : Integer.compare(slot, other.slot);
        }
    }

    /**
     * @param least 0: it may be left out
     * @param most 0: it is left out
     */
    record Units(int least, int most) {

        static final Units ANY = new Units(0, Integer.MAX_VALUE);
    }

    /** All plans. */
    static Branch whole(Setups setups) {
        int[] most = new int[setups.count()];
        Arrays.fill(most, Integer.MAX_VALUE);
        return new Branch(new int[setups.count()], most, Map.of());
    }

    boolean isClosed(int setup) {
        return most[setup] == 0;
    }

    /** Whether it is paid for in every plan. */
    boolean isOpen(int setup) {
        return least[setup] > 0;
    }

    Units units(Place place) {
        return orders.isEmpty() ? Units.ANY : orders.getOrDefault(place, Units.ANY);
    }

    Branch atLeast(int setup, int times) {
        int[] changed = least.clone();
        changed[setup] = Math.max(changed[setup], times);
        return new Branch(changed, most, orders);
    }

    Branch atMost(int setup, int times) {
        int[] changed = most.clone();
        changed[setup] = times;
        return new Branch(least, changed, orders);
    }

    Branch withUnits(Place place, Units units) {
        Map<Place, Units> changed = new TreeMap<>(orders);
        changed.put(place, units);
        return new Branch(least, most, changed);
    }
}
