package org.plenish.engine.plan.supply;

import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.UnitPrice;

/**
 * An article that a supplier can deliver on the plan's date.
 *
 * @param rank from 1, dearest to be without first
 * @param unitCost of its preferred option
 * @param locations SKU-locations that it is usually bought for from this supplier
 * @param alternatives other suppliers that can deliver it
 * @param annualValue demand of a year of those locations, at unit cost (currency units)
 */
public record SupplierItem(
        int rank,
        ItemId item,
        UnitPrice unitCost,
        int minOrderUnits,
        int orderMultipleUnits,
        int leadTimeDays,
        int locations,
        int alternatives,
        double annualValue) {}
