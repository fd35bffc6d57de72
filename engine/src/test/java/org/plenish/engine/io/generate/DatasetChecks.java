package org.plenish.engine.io.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;

/** What holds of every dataset that is made here, whatever its numbers. */
final class DatasetChecks {

    private DatasetChecks() {}

    static void isPlausible(Dataset dataset) {
        assertThat(dataset.supplyOptions()).allSatisfy(DatasetChecks::isOrderable);
        assertThat(dataset.openPurchaseOrders())
                .isNotEmpty()
                .allMatch(order -> order.orderDate().isBefore(dataset.settings().asOf())
                        && order.dueDate().isAfter(order.orderDate()));
        openingStockFits(dataset);
        assertThat(coverWeeks(dataset)).isBetween(6.0, 10.0);
    }

    private static void isOrderable(SupplyOption option) {
        assertThat(option.minOrderQuantityUnits() % option.orderMultipleUnits()).isZero();
        assertThat(option.unitCost().toDouble()).isPositive();
        double price = option.unitCost().toDouble();
        for (var step : option.priceBreaks()) {
            assertThat(step.minQuantityUnits()).isGreaterThan(option.minOrderQuantityUnits());
            assertThat(step.unitCost().toDouble()).isLessThanOrEqualTo(price);
            price = step.unitCost().toDouble();
        }
    }

    private static void openingStockFits(Dataset dataset) {
        Map<WarehouseId, Double> usedM3 = new TreeMap<>();
        for (StockPosition position : dataset.stock().values()) {
            Item item = dataset.items().get(position.location().item());
            usedM3.merge(position.location().warehouse(), position.onHandUnits() * item.unitVolumeM3(), Double::sum);
        }
        for (Warehouse warehouse : dataset.warehouses().values()) {
            assertThat(usedM3.getOrDefault(warehouse.id(), 0.0))
                    .as(warehouse.name())
                    .isLessThanOrEqualTo(warehouse.capacityM3());
        }
    }

    /** Stock at cost over the weekly cost of sales of the last 26 weeks. */
    static double coverWeeks(Dataset dataset) {
        double stock = 0;
        for (StockPosition position : dataset.stock().values()) {
            stock += position.onHandUnits() * cost(dataset, position.location());
        }
        double sold = 0;
        int from = Math.toIntExact(dataset.settings().asOf().toEpochDay()) - 13 * 7;
        for (Map.Entry<SkuLocation, DailySales> entry : dataset.sales().entrySet()) {
            sold += SalesSummary.netUnitsFrom(entry.getValue(), from) * cost(dataset, entry.getKey());
        }
        return stock / (sold / 13);
    }

    private static double cost(Dataset dataset, SkuLocation location) {
        return dataset.items().get(location.item()).unitCost().toDouble();
    }
}
