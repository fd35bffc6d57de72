package org.plenish.engine.io.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DatasetSettings;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;

/**
 * Fills in what sales alone do not tell, by rules a distributor finds plausible and draws that depend on the seed and
 * on the name of what they are for. {@link #readme} tells them to whoever opens the dataset.
 */
final class DatasetFilling {

    private static final int HORIZON_WEEKS = 13;
    private static final int CASH_HISTORY_WEEKS = 6;
    private static final int NEW_DAYS = 90;
    private static final int SILENT_DAYS = 182;

    /** Space beyond the peak of what is there and under way; the tight warehouse has next to none. */
    private static final double TIGHT_SPARE_SPACE = 1.02;

    private static final double LEAST_SPARE_SPACE = 1.15;
    private static final double MOST_SPARE_SPACE = 1.40;

    private final long seed;
    private final String name;
    private final String currency;
    private final LocalDate asOf;
    private final boolean pricesAreGiven;

    DatasetFilling(long seed, String name, String currency, LocalDate asOf, boolean pricesAreGiven) {
        this.seed = seed;
        this.name = name;
        this.currency = currency;
        this.asOf = asOf;
        this.pricesAreGiven = pricesAreGiven;
    }

    /** An article on its way into the dataset. */
    private record Article(Item item, ProductCategory category, SalesSummary summary) {

        double weeklyCost() {
            return summary.networkWeeklyUnits() * item.unitCost().toDouble();
        }
    }

    /**
     * @param sales by SKU-location; one without any sale is stocked there all the same
     * @param descriptions of the articles that have one
     */
    Dataset fill(SortedMap<SkuLocation, DailySales> sales, Map<ItemId, String> descriptions) {
        List<Article> articles = articles(sales, descriptions);
        List<WarehouseId> warehouses = sales.keySet().stream()
                .map(SkuLocation::warehouse)
                .distinct()
                .sorted()
                .toList();
        Map<ItemId, Item> items = new TreeMap<>();
        articles.forEach(article -> items.put(article.item().id(), article.item()));

        double weeklyCost = articles.stream().mapToDouble(Article::weeklyCost).sum();
        SupplyRules supply = SupplyRules.draw(seed, articles.size(), warehouses.size(), weeklyCost);
        Map<SupplierId, Supplier> suppliers = supply.suppliers();
        List<WarehouseId> bySize = bySize(warehouses, articles);
        WarehouseId tight = bySize.get(bySize.size() / 2);
        double recentWeeklyCost = recentWeeklyCost(sales, items);
        double pace = weeklyCost > 0 ? recentWeeklyCost / weeklyCost : 1;
        StockRules stockRules = new StockRules(seed, asOf, pace);

        List<SupplyOption> options = new ArrayList<>();
        SortedMap<SkuLocation, StockPosition> stock = new TreeMap<>();
        SortedMap<SkuLocation, Double> weeklyUnits = new TreeMap<>();
        List<OpenPurchaseOrder> openOrders = new ArrayList<>();
        for (Article article : articles) {
            SalesSummary summary = article.summary();
            List<SupplyOption> ways = supply.options(article.item(), article.category(), summary.meanWeeklyUnits());
            options.addAll(ways);
            SupplyOption preferred = ways.get(0);
            Supplier supplier = NetworkRules.require(suppliers, preferred.supplier());
            boolean bought = article.item().lifecycle() == Lifecycle.ACTIVE
                    || article.item().lifecycle() == Lifecycle.NEW;
            summary.weeklyUnits().forEach((location, units) -> {
                boolean isTight = location.warehouse().equals(tight);
                stock.put(
                        location,
                        stockRules.position(location, article.item(), summary, preferred.leadTimeDays(), isTight));
                weeklyUnits.put(location, units * pace);
                if (bought) {
                    openOrders.addAll(stockRules.openOrders(location, preferred, supplier, units));
                }
            });
        }
        openOrders.sort(Comparator.comparing(OpenPurchaseOrder::order).thenComparing(OpenPurchaseOrder::location));
        Map<WarehouseId, Map<String, Double>> peaks =
                NetworkRules.peakUseM3(items, stock, openOrders, List.of(), weeklyUnits, asOf);
        return new Dataset(
                new DatasetSettings(
                        name,
                        asOf,
                        currency,
                        BucketSize.WEEK,
                        HORIZON_WEEKS,
                        "Sales: given by the sales file. All else: made up, see README.md",
                        "Of the sales: as given with the sales file; add it here. Of the rest: Apache-2.0"),
                items,
                warehouses(bySize, tight, peaks),
                suppliers,
                options,
                NetworkRules.lanes(seed, warehouses),
                stock,
                firstDay(sales),
                withoutEmpty(sales),
                Collections.emptySortedMap(),
                openOrders,
                List.of(),
                List.of(),
                NetworkRules.cash(asOf, week -> recentWeeklyCost),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static LocalDate firstDay(SortedMap<SkuLocation, DailySales> sales) {
        return sales.values().stream()
                .filter(days -> days.days() > 0)
                .map(days -> days.day(0))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private double recentWeeklyCost(SortedMap<SkuLocation, DailySales> sales, Map<ItemId, Item> items) {
        int from = Math.toIntExact(asOf.minusWeeks(CASH_HISTORY_WEEKS).toEpochDay());
        double cost = 0;
        for (Map.Entry<SkuLocation, DailySales> entry : sales.entrySet()) {
            double unitCost = NetworkRules.require(items, entry.getKey().item())
                    .unitCost()
                    .toDouble();
            cost += unitCost * SalesSummary.netUnitsFrom(entry.getValue(), from);
        }
        return Math.max(0, cost) / CASH_HISTORY_WEEKS;
    }

    private static SortedMap<SkuLocation, DailySales> withoutEmpty(SortedMap<SkuLocation, DailySales> sales) {
        SortedMap<SkuLocation, DailySales> sold = new TreeMap<>(sales);
        sold.values().removeIf(days -> days.days() == 0);
        return sold;
    }

    private List<Article> articles(SortedMap<SkuLocation, DailySales> sales, Map<ItemId, String> descriptions) {
        SortedMap<ItemId, SortedMap<SkuLocation, DailySales>> byItem = new TreeMap<>();
        sales.forEach((location, days) ->
                byItem.computeIfAbsent(location.item(), key -> new TreeMap<>()).put(location, days));
        List<Article> articles = new ArrayList<>();
        byItem.forEach((id, own) ->
                articles.add(article(id, descriptions.getOrDefault(id, id.value()), SalesSummary.of(own, asOf))));
        return articles;
    }

    private Article article(ItemId id, String description, SalesSummary summary) {
        ProductCategory category =
                ProductCategory.ofDescription(description, KeyedRandom.of(seed, "category", id.value()));
        KeyedRandom random = KeyedRandom.of(seed, "item", id.value());
        double price = Double.isNaN(summary.medianPrice())
                ? random.logNormal(category.medianPrice(), 0.7)
                : summary.medianPrice();
        ItemRules.Drawn drawn = ItemRules.draw(category, price, random);
        Lifecycle lifecycle = lifecycle(summary, random);
        Item item = new Item(
                id,
                description,
                category.label(),
                SupplyRules.cost(drawn.unitCost()),
                new UnitPrice(BigDecimal.valueOf(SupplyRules.roundTo(2, Math.max(0.01, price)))),
                drawn.unitVolumeM3(),
                drawn.unitWeightKg(),
                category.shelfLifeDays() == 0 ? null : category.shelfLifeDays(),
                lifecycle,
                null,
                "",
                "each",
                lifecycle == Lifecycle.NEW ? summary.firstSale() : null,
                null);
        return new Article(item, category, summary);
    }

    /** Who keeps master data forgets to retire some of what has stopped selling. */
    private Lifecycle lifecycle(SalesSummary summary, KeyedRandom random) {
        if (summary.firstSale().isAfter(asOf.minusDays(NEW_DAYS))) {
            return Lifecycle.NEW;
        }
        if (!summary.lastSale().isBefore(asOf.minusDays(SILENT_DAYS))) {
            return Lifecycle.ACTIVE;
        }
        double draw = random.uniform();
        if (draw < 0.4) {
            return Lifecycle.DISCONTINUED;
        }
        return draw < 0.7 ? Lifecycle.PHASE_OUT : Lifecycle.ACTIVE;
    }

    /** The one that sells most, at cost, first. */
    private static List<WarehouseId> bySize(List<WarehouseId> warehouses, List<Article> articles) {
        Map<WarehouseId, Double> weeklyCost = new TreeMap<>();
        articles.forEach(article -> article.summary()
                .weeklyUnits()
                .forEach((location, units) -> weeklyCost.merge(
                        location.warehouse(), units * article.item().unitCost().toDouble(), Double::sum)));
        return warehouses.stream()
                .sorted(Comparator.<WarehouseId>comparingDouble(warehouse -> -weeklyCost.getOrDefault(warehouse, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Map<WarehouseId, Warehouse> warehouses(
            List<WarehouseId> bySize, WarehouseId tight, Map<WarehouseId, Map<String, Double>> peaks) {
        WarehouseId central = bySize.get(0);
        Map<WarehouseId, Warehouse> warehouses = new TreeMap<>();
        for (WarehouseId id : bySize) {
            KeyedRandom random = KeyedRandom.of(seed, "warehouse", id.value());
            double spare = random.uniform(LEAST_SPARE_SPACE, MOST_SPARE_SPACE);
            double peakM3 = NetworkRules.require(NetworkRules.require(peaks, id), "");
            double capacityM3 = StrictMath.ceil(peakM3 * (id.equals(tight) ? TIGHT_SPARE_SPACE : spare));
            double holdingRate = SupplyRules.roundTo(2, random.uniform(0.20, 0.30));
            warehouses.put(
                    id,
                    new Warehouse(
                            id,
                            displayName(id),
                            Math.max(1, capacityM3),
                            holdingRate,
                            Map.of(),
                            id.equals(central) ? null : central));
        }
        return warehouses;
    }

    private static String displayName(WarehouseId id) {
        String code = id.value();
        return code.substring(0, 1) + code.substring(1).toLowerCase(Locale.ROOT);
    }

    /** What is real, what is made up, and by which rule. */
    String readme(Dataset dataset, boolean descriptionsAreGiven) {
        DatasetReadme text = new DatasetReadme(name);
        text.paragraph("Made by `import --transactions` with seed " + seed + ". **Real are only the sales"
                + (descriptionsAreGiven ? " and the descriptions" : "")
                + ".** Everything else is made up, by the rules below, so that a plan can be calculated: replace it by"
                + " your own figures, file by file, before you act on a plan. The same sales and seed make the same"
                + " dataset; each figure is drawn for its own item, so another item leaves the others as they are.");
        text.paragraph("Licence: that of the sales is not known to the program. Whoever passes this folder on has to"
                + " state it here and in `dataset.yaml` (`source`, `license`).");
        text.paragraph(String.format(
                Locale.ROOT,
                "%,d items, %d warehouses, %,d SKU-locations, sales from %s to %s, %d suppliers.",
                dataset.items().size(),
                dataset.warehouses().size(),
                dataset.stock().size(),
                dataset.firstSale(),
                asOf.minusDays(1),
                dataset.suppliers().size()));
        text.real(
                "sales",
                "date, item, warehouse, quantity",
                "as in the sales file; rows of a day are added up, a" + " negative quantity is a return");
        if (pricesAreGiven) {
            text.real("sales", "unit_price", "revenue by quantity, as in the sales file");
        } else {
            text.madeUp("sales", "unit_price", "empty: the sales file tells neither revenue nor price");
        }
        text.real("items", "item", "the items sold");
        if (descriptionsAreGiven) {
            text.real("items", "description", "as in the items file; the item's code where that has none");
        } else {
            text.madeUp("items", "description", "the item's code");
        }
        text.madeUp("items", "category", "by the first key word in the description; drawn where there is none");
        if (pricesAreGiven) {
            text.real(
                    "items",
                    "unit_price",
                    "median of the days' prices; drawn (log-normal around the category's"
                            + " usual) for an item without one");
        } else {
            text.madeUp("items", "unit_price", "drawn: log-normal around the category's usual");
        }
        text.madeUp("items", "unit_cost", "price less a margin drawn from the category's range (35-70 %)");
        text.madeUp(
                "items",
                "unit_volume_m3, unit_weight_kg",
                "the category's usual, times the square root of the" + " relative price, times a log-normal draw");
        text.madeUp("items", "shelf_life_days", "only for categories that expire");
        text.madeUp(
                "items",
                "lifecycle, introduced_on",
                "new if first sold less than " + NEW_DAYS + " days ago; of"
                        + " those not sold for " + SILENT_DAYS
                        + " days 40 % discontinued, 30 % phase_out, the rest, as all"
                        + " others, active");
        text.real("warehouses", "warehouse, name", "those that sold");
        text.madeUp(
                "warehouses",
                "capacity_m3",
                "15-40 % above the most that stock and open orders take in any week"
                        + " if only half of the usual is sold; 2 % above in the tight warehouse, the middle one by sales");
        text.madeUp("warehouses", "holding_cost_rate, parent", "drawn from 0.20-0.30; the largest feeds the others");
        text.madeUp(
                "suppliers",
                "all",
                "12 to 30, one per 160 items: local (3-7 days), importers (7-14), European"
                        + " (14-28), South Asian (49-70) and Far Eastern (63-84, by container); order cost, least order value"
                        + " and weekdays by region");
        text.madeUp(
                "item_suppliers",
                "all",
                "one supplier by category and draw, for 15 % of the items of far ones a"
                        + " near and dearer second; an order multiple is a carton of about three weeks' demand of one"
                        + " warehouse, less if bulky; the least order is one to six cartons and at most six weeks' demand");
        text.madeUp(
                "price_breaks",
                "all",
                "for 40 % of the items: 2-5 % off from two or three least orders on, for"
                        + " some of them 2-4 % more from about double that");
        text.madeUp("lanes", "all", "between any two warehouses, one to four days, cost rising with them");
        text.madeUp(
                "stock",
                "all",
                "5.5 weeks of demand plus 0.3 for each week of lead time (the mean of 26 weeks, scaled to the pace of the whole house in the last weeks),"
                        + " log-normally spread; 3 % of the SKU-locations hold 30-80 weeks; of 15 % of the items one warehouse"
                        + " has two to three times its share and another almost nothing; half of what has not sold for 26"
                        + " weeks has a rest of 10-60 % of its sales; what expires lies in two lots");
        text.madeUp(
                "open_purchase_orders",
                "all",
                "one every four weeks by supplier and warehouse, as many as fit into"
                        + " the lead time; some are late");
        text.madeUp(
                "cash_budget",
                "all",
                "110 % of the weekly cost of sales of the last " + CASH_HISTORY_WEEKS + " weeks, for "
                        + NetworkRules.CASH_WEEKS + " weeks, more in every fourth");
        text.madeUp(
                "dataset.yaml",
                "horizon, bucket, currency",
                "13 weeks; the currency is the one the sales file's" + " header names, or else EUR");
        return text.toString();
    }
}
