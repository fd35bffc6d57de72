package org.plenish.engine.inventory;

import java.util.Arrays;
import java.util.List;

/**
 * Items bought together from one supplier: an order costs once for the order and once for each item in it. Every {@code T}
 * something is ordered, item i with every {@code mᵢ}-th order.
 *
 * @param orderCost K, of an order whatever is in it (currency units), 0 or more
 * @param items one or more
 */
public record JointReplenishment(double orderCost, List<Item> items) {

    /**
     * An item of the order.
     *
     * @param lineCost k, of the item in an order (currency units), 0 or more
     * @param holdingCost h, of a unit for a unit of time (currency units), above 0
     * @param demandRate λ, units a unit of time, above 0
     */
    public record Item(double lineCost, double holdingCost, double demandRate) {

        /** @throws IllegalArgumentException if a value is outside its range */
        public Item {
            Arguments.requireAtLeastZero(lineCost, "fixed cost of an item");
            Arguments.requirePositive(holdingCost, "holding cost");
            Arguments.requirePositive(demandRate, "demand rate");
        }

        private double holdingOfAllDemand() {
            return holdingCost * demandRate;
        }
    }

    /**
     * When to order what.
     *
     * @param baseCycle T, time between orders
     * @param multiples mᵢ, 1 or more, in the items' order
     * @param quantitiesUnits {@code λᵢ·mᵢ·T}, in the items' order, not rounded
     * @param cost of ordering and holding for a unit of time, without the goods (currency units)
     */
    public record Schedule(double baseCycle, int[] multiples, double[] quantitiesUnits, double cost) {

        public Schedule {
            multiples = multiples.clone();
            quantitiesUnits = quantitiesUnits.clone();
        }

        @Override
        public int[] multiples() {
            return multiples.clone();
        }

        @Override
        public double[] quantitiesUnits() {
            return quantitiesUnits.clone();
        }
    }

    /** @throws IllegalArgumentException if there is no item, the order cost is negative, or nothing costs anything */
    public JointReplenishment {
        items = List.copyOf(items);
        Arguments.requireAtLeastZero(orderCost, "fixed cost of an order");
        if (items.isEmpty()) {
            throw new IllegalArgumentException("joint order of no items: there must be 1 or more.");
        }
        if (orderCost + items.stream().mapToDouble(Item::lineCost).sum() == 0) {
            throw new IllegalArgumentException("fixed costs of a joint order: 0 must be above 0 in sum.");
        }
    }

    /**
     * Silver's heuristic: the item with the least {@code kᵢ/(hᵢ·λᵢ)} is in every order, the others in every {@code mᵢ = √(kᵢ/(hᵢ·λᵢ) ·
     * h₀·λ₀/(K + k₀))}-th, rounded, at least 1; then {@code T = √(2·(K + Σ kᵢ/mᵢ) / Σ hᵢ·λᵢ·mᵢ)}. Not the optimum, but near it.
     * Source: Silver (1976), A simple method of determining order quantities in joint replenishments under deterministic
     * demand, Management Science 22(12); Silver, Pyke & Thomas (2017), chapter on coordinated replenishment. Example: K = 10, k
     * = {1.87, 5.27, 7.94, 8.19, 8.87}, h = 0.2, λ = {1736, 656, 558, 170, 142} gives m = {1, 1, 1, 3, 3} and T = 0.2814 at a
     * cost of 218.69.
     */
    public Schedule silver() {
        int base = 0;
        for (int i = 1; i < items.size(); i++) {
            if (costPerFlow(i) < costPerFlow(base)) {
                base = i;
            }
        }
        double baseFlow = items.get(base).holdingOfAllDemand()
                / (orderCost + items.get(base).lineCost());
        int[] multiples = new int[items.size()];
        for (int i = 0; i < multiples.length; i++) {
            multiples[i] = (int) Math.max(1, Math.round(Math.sqrt(costPerFlow(i) * baseFlow)));
        }
        return schedule(multiples);
    }

    /**
     * The best cycle for given multiples, with its cost {@code √(2·(K + Σ kᵢ/mᵢ)·Σ hᵢ·λᵢ·mᵢ)}. Source: Silver, Pyke & Thomas
     * (2017), chapter on coordinated replenishment.
     *
     * @param multiples in the items' order, 1 or more, the least of them 1
     * @throws IllegalArgumentException if they are not that
     */
    public Schedule schedule(int[] multiples) {
        if (multiples.length != items.size() || Arrays.stream(multiples).min().orElse(0) != 1) {
            throw new IllegalArgumentException("multiples: " + Arrays.toString(multiples) + " must be " + items.size()
                    + " numbers of 1 or more, one of them 1.");
        }
        double fixed = orderCost;
        double holding = 0;
        for (int i = 0; i < multiples.length; i++) {
            fixed += items.get(i).lineCost() / multiples[i];
            holding += items.get(i).holdingOfAllDemand() * multiples[i];
        }
        double cycle = Math.sqrt(2 * fixed / holding);
        double[] quantities = new double[multiples.length];
        for (int i = 0; i < quantities.length; i++) {
            quantities[i] = items.get(i).demandRate() * multiples[i] * cycle;
        }
        return new Schedule(cycle, multiples, quantities, Math.sqrt(2 * fixed * holding));
    }

    private double costPerFlow(int item) {
        return items.get(item).lineCost() / items.get(item).holdingOfAllDemand();
    }
}
