package org.plenish.engine.simulate.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.SkuLocation;

/** A dataset with everything that is dated on a day or later left out or made different. */
final class LaterData {

    private LaterData() {}

    static Dataset deleted(Dataset dataset, LocalDate day) {
        return with(dataset, day, 0, List.of());
    }

    /** Three times the sales and no stock noted any more, and a promotion of everything. */
    static Dataset changed(Dataset dataset, LocalDate day) {
        List<Promotion> promotions = dataset.items().keySet().stream()
                .map(item -> new Promotion(item, null, day, day.plusDays(20), 5))
                .toList();
        return with(dataset, day, 3, promotions);
    }

    private static Dataset with(Dataset dataset, LocalDate day, int factor, List<Promotion> laterPromotions) {
        SortedMap<SkuLocation, DailySales> sales = new TreeMap<>();
        dataset.sales().forEach((location, all) -> {
            int before = before(all.epochDays(), day);
            int days = factor == 0 ? before : all.days();
            int[] sold = Arrays.copyOf(all.soldUnits(), days);
            int[] returned = Arrays.copyOf(all.returnedUnits(), days);
            for (int i = before; i < days; i++) {
                sold[i] *= factor;
                returned[i] = sold[i] + 40; // more comes back than was sold
            }
            if (days > 0) {
                sales.put(
                        location,
                        new DailySales(
                                Arrays.copyOf(all.epochDays(), days),
                                sold,
                                returned,
                                Arrays.copyOf(all.revenueMinorUnits(), days)));
            }
        });
        SortedMap<SkuLocation, DailyStock> notes = new TreeMap<>();
        dataset.stockHistory().forEach((location, all) -> {
            int before = before(all.epochDays(), day);
            int days = factor == 0 ? before : all.epochDays().length;
            int[] units = Arrays.copyOf(all.onHandUnits(), days);
            Arrays.fill(units, before, days, 0);
            if (days > 0) {
                notes.put(location, new DailyStock(Arrays.copyOf(all.epochDays(), days), units));
            }
        });
        List<Promotion> promotions = new ArrayList<>(laterPromotions);
        dataset.promotions().stream()
                .filter(promotion -> promotion.from().isBefore(day))
                .forEach(promotions::add);
        List<OpenPurchaseOrder> placedBefore = dataset.openPurchaseOrders().stream()
                .filter(order -> order.orderDate() != null && order.orderDate().isBefore(day))
                .toList();
        return new Dataset(
                dataset.settings(),
                dataset.items(),
                dataset.warehouses(),
                dataset.suppliers(),
                dataset.supplyOptions(),
                dataset.lanes(),
                new TreeMap<>(),
                dataset.firstSale(),
                sales,
                notes,
                placedBefore,
                List.of(),
                List.of(),
                dataset.cashBudget(),
                promotions,
                dataset.billOfMaterials(),
                List.of(),
                List.of());
    }

    private static int before(int[] epochDays, LocalDate day) {
        int index = Arrays.binarySearch(epochDays, Math.toIntExact(day.toEpochDay()));
        return index >= 0 ? index : -index - 1;
    }
}
