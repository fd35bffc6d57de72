package org.plenish.engine.plan.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;

/** Copies of articles, suppliers and supply options in which one thing is otherwise. */
final class Terms {

    private static final int PRICE_DECIMALS = 6;

    private Terms() {}

    static SupplyOption ofItem(SupplyOption option, ItemId item) {
        return copy(option, item, option.warehouse(), option.unitCost(), option.priceBreaks(), option.leadTimeDays());
    }

    static SupplyOption to(SupplyOption option, @Nullable WarehouseId warehouse) {
        return copy(option, option.item(), warehouse, option.unitCost(), option.priceBreaks(), option.leadTimeDays());
    }

    static SupplyOption withLeadTime(SupplyOption option, int leadTimeDays) {
        return copy(option, option.item(), option.warehouse(), option.unitCost(), option.priceBreaks(), leadTimeDays);
    }

    /** With all its prices, those of price breaks as well, times a factor. */
    static SupplyOption priced(SupplyOption option, double factor) {
        List<PriceBreak> breaks = option.priceBreaks().stream()
                .map(each -> new PriceBreak(each.minQuantityUnits(), times(each.unitCost(), factor)))
                .toList();
        return copy(
                option,
                option.item(),
                option.warehouse(),
                times(option.unitCost(), factor),
                breaks,
                option.leadTimeDays());
    }

    /** The most that may be ordered is raised where it is less than the least. */
    static SupplyOption inQuantities(SupplyOption option, int minOrderQuantityUnits, int orderMultipleUnits) {
        return new SupplyOption(
                option.item(),
                option.supplier(),
                option.warehouse(),
                option.unitCost(),
                minOrderQuantityUnits,
                orderMultipleUnits,
                Math.max(minOrderQuantityUnits, option.maxOrderQuantityUnits()),
                option.leadTimeDays(),
                option.lineCost(),
                option.priority(),
                option.validFrom(),
                option.validTo(),
                option.priceBreaks());
    }

    private static SupplyOption copy(
            SupplyOption option,
            ItemId item,
            @Nullable WarehouseId warehouse,
            UnitPrice unitCost,
            List<PriceBreak> priceBreaks,
            int leadTimeDays) {
        return new SupplyOption(
                item,
                option.supplier(),
                warehouse,
                unitCost,
                option.minOrderQuantityUnits(),
                option.orderMultipleUnits(),
                option.maxOrderQuantityUnits(),
                leadTimeDays,
                option.lineCost(),
                option.priority(),
                option.validFrom(),
                option.validTo(),
                priceBreaks);
    }

    static Supplier withLeadTime(Supplier supplier, int leadTimeDays, double leadTimeSdDays) {
        return new Supplier(
                supplier.id(),
                supplier.name(),
                leadTimeDays,
                leadTimeSdDays,
                supplier.minOrderValue(),
                supplier.orderCost(),
                supplier.orderWeekdays(),
                supplier.paymentTermsDays(),
                supplier.containerVolumeM3(),
                supplier.containerCost(),
                supplier.closures());
    }

    static Item priced(Item item, UnitPrice unitCost, @Nullable UnitPrice unitPrice) {
        return new Item(
                item.id(),
                item.description(),
                item.category(),
                unitCost,
                unitPrice,
                item.unitVolumeM3(),
                item.unitWeightKg(),
                item.shelfLifeDays(),
                item.lifecycle(),
                item.replacedBy(),
                item.storageClass(),
                item.unitOfMeasure(),
                item.introducedOn(),
                item.shortageCostPerUnit(),
                item.likeItem(),
                item.criticality());
    }

    static UnitPrice times(UnitPrice price, double factor) {
        BigDecimal amount = price.amount().multiply(BigDecimal.valueOf(factor));
        return new UnitPrice(
                amount.setScale(PRICE_DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros());
    }
}
