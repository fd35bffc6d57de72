package org.plenish.engine.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to buy an article: from a supplier, for one warehouse or for all. An order line's quantity is 0, or a
 * multiple of {@code orderMultipleUnits} between {@code minOrderQuantityUnits} and {@code maxOrderQuantityUnits}.
 *
 * @param warehouse null: delivers to all
 * @param maxOrderQuantityUnits {@link Integer#MAX_VALUE} if not limited
 * @param leadTimeDays the option's own, or the supplier's
 * @param lineCost fixed cost of one order line
 * @param priority 1 is preferred
 * @param validFrom first order date, null: any
 * @param validTo last order date, null: any
 * @param priceBreaks ascending by quantity
 */
public record SupplyOption(
        ItemId item,
        SupplierId supplier,
        @Nullable WarehouseId warehouse,
        UnitPrice unitCost,
        int minOrderQuantityUnits,
        int orderMultipleUnits,
        int maxOrderQuantityUnits,
        int leadTimeDays,
        Money lineCost,
        int priority,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<PriceBreak> priceBreaks) {

    public SupplyOption {
        Require.atLeast(1, minOrderQuantityUnits, "minimum order quantity (units)");
        Require.atLeast(1, orderMultipleUnits, "order multiple (units)");
        Require.atLeast(minOrderQuantityUnits, maxOrderQuantityUnits, "maximum order quantity (units)");
        Require.atLeast(0, leadTimeDays, "lead time (days)");
        priceBreaks = priceBreaks.stream()
                .sorted(Comparator.comparingInt(PriceBreak::minQuantityUnits))
                .toList();
    }

    /** Price of every unit of a line of so many units. */
    public UnitPrice unitCostAt(int quantityUnits) {
        UnitPrice price = unitCost;
        for (PriceBreak priceBreak : priceBreaks) {
            if (quantityUnits >= priceBreak.minQuantityUnits()) {
                price = priceBreak.unitCost();
            }
        }
        return price;
    }

    public boolean delivers(WarehouseId to) {
        return warehouse == null || warehouse.equals(to);
    }

    public boolean isValidOn(LocalDate orderDate) {
        return (validFrom == null || !orderDate.isBefore(validFrom))
                && (validTo == null || !orderDate.isAfter(validTo));
    }
}
