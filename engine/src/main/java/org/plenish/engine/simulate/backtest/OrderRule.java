package org.plenish.engine.simulate.backtest;

import org.plenish.engine.inventory.OrderLattice;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.engine.policy.ReplenishmentPolicy.DoNotStock;
import org.plenish.engine.policy.ReplenishmentPolicy.PeriodicOrderUpTo;
import org.plenish.engine.policy.ReplenishmentPolicy.ReorderPointOrderQuantity;

/** What a policy orders when it looks at the inventory position. Source: Silver, Pyke & Thomas (2017), §6.3. */
final class OrderRule {

    private OrderRule() {}

    /**
     * Of an (s,Q) policy as many Q as bring the position above s; of the others what brings it up to S.
     *
     * @param positionUnits on hand, less what is owed, plus what is on order
     * @return units that the lattice allows; 0: nothing is ordered
     */
    static int units(ReplenishmentPolicy policy, long positionUnits, OrderLattice lattice) {
        if (policy instanceof DoNotStock) {
            return 0;
        }
        if (policy instanceof ReorderPointOrderQuantity reorder) {
            long missingUnits = reorder.reorderPointUnits() - positionUnits;
            long orderUnits = Math.max(1, reorder.orderQuantityUnits());
            return missingUnits < 0 ? 0 : lattice.roundUp((double) orderUnits * (missingUnits / orderUnits + 1));
        }
        boolean due = policy instanceof PeriodicOrderUpTo || positionUnits <= policy.reorderPointUnits();
        return due ? lattice.roundUp((double) policy.orderUpToLevelUnits() - positionUnits) : 0;
    }
}
