package org.plenish.engine.io.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.generate.HistorySimulation.Misplacement;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DatasetSettings;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenSalesOrder;
import org.plenish.engine.model.OpenTransfer;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;

/**
 * Invents a whole dataset, for load tests and for the sample. Nothing of it is real, but its shape is that of real
 * sales: measured on 385,456 rows of a British gift wholesaler (Daqing Chen, "Online Retail", UCI Machine Learning
 * Repository, 2015, doi 10.24432/C5BW33; 3,805 articles, 14,893 SKU-locations in five warehouses, 374 days):
 *
 * <ul>
 *   <li>the top 20 % of the articles hold 76 % of the units and 78 % of the value, the top 5 % 41 % and 44 %;
 *   <li>median weekly units of an article 7.6, of a SKU-location 1.5, the 90th percentiles 66 and 16;
 *   <li>66 % of a SKU-location's weeks are without demand; by Syntetos and Boylan 44 % of the SKU-locations are
 *       intermittent, 42 % lumpy, 10 % erratic and 3 % smooth; the median demand interval is 4.1 weeks;
 *   <li>a day's row has 5 units in the median, 12 at the third quartile, 48 at the 95th percentile;
 *   <li>prices: median 2.08, quartiles 0.95 and 3.98, 95th percentile 9.95; correlation of the logarithms of price and
 *       units -0.35;
 *   <li>returns are 1.4 % of the rows and 1.3 % of the units;
 *   <li>November sells 2.2 times January, Christmas articles 56 times; closed on Saturdays and from 24 December to
 *       3 January; Thursday is the strongest day (22 %);
 *   <li>46 % of the articles sold in all five warehouses, 24 % in four; the largest had 46 % of the units;
 *   <li>21 % of the articles first sold after the first 90 days, 11 % not in the last 182.
 * </ul>
 */
public final class DatasetGenerator {

    /** The plan's date of every generated dataset, a Monday: no clock is asked. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    private static final int HORIZON_WEEKS = 13;
    private static final double MISPLACED_SHARE = 0.06;
    private static final double TIGHT_SPARE_SPACE = 1.02;
    private static final double LEAST_SPARE_SPACE = 1.12;
    private static final double MOST_SPARE_SPACE = 1.30;
    private static final double CLASS_SPARE_SPACE = 1.25;

    private static final List<String> CITIES = List.of(
            "UTR Utrecht",
            "HAM Hamburg",
            "LYO Lyon",
            "MIL Milano",
            "BCN Barcelona",
            "POZ Poznan",
            "GOT Gothenburg",
            "VIE Vienna",
            "LIS Lisbon",
            "DUB Dublin",
            "BRN Brno",
            "ZRH Zurich",
            "AAR Aarhus",
            "TLL Tallinn",
            "BOL Bologna",
            "NAN Nantes",
            "LEI Leipzig",
            "SEV Seville",
            "KRK Krakow",
            "TUR Turku");

    /**
     * What to make.
     *
     * @param items 1 or more
     * @param warehouses 1 to 20, the first one central
     * @param weeks of history, 13 to 1,040
     */
    public record Settings(int items, int warehouses, int weeks, long seed) {

        private static final int MOST_ITEMS = 1_000_000;

        /** @throws IllegalArgumentException if a number is out of its range */
        public Settings {
            requireWithin("items", items, 1, MOST_ITEMS);
            requireWithin("warehouses", warehouses, 1, CITIES.size());
            requireWithin("weeks", weeks, 13, 1_040);
        }

        private static void requireWithin(String name, int value, int least, int most) {
            if (value < least || value > most) {
                throw new IllegalArgumentException(
                        name + ": " + value + " must be " + least + " or more and " + most + " or less.");
            }
        }

        String command() {
            return "generate --items " + items + " --warehouses " + warehouses + " --weeks " + weeks + " --seed "
                    + seed;
        }
    }

    /** A dataset and the text of its README. */
    public record Result(Dataset dataset, String readme) {}

    private final Settings settings;
    private final long seed;
    private final LocalDate firstDay;
    private final List<WarehouseId> warehouseIds;

    private final SortedMap<SkuLocation, DailySales> sales = new TreeMap<>();
    private final SortedMap<SkuLocation, DailyStock> stockHistory = new TreeMap<>();
    private final SortedMap<SkuLocation, StockPosition> stock = new TreeMap<>();
    private final SortedMap<SkuLocation, Double> expectedWeeklyUnits = new TreeMap<>();
    private final List<SupplyOption> options = new ArrayList<>();
    private final List<OpenPurchaseOrder> purchaseOrders = new ArrayList<>();
    private final List<OpenTransfer> transfers = new ArrayList<>();
    private final List<OpenSalesOrder> salesOrders = new ArrayList<>();
    private final List<PolicyOverride> overrides = new ArrayList<>();

    private DatasetGenerator(Settings settings) {
        this.settings = settings;
        this.seed = settings.seed();
        this.firstDay = AS_OF.minusWeeks(settings.weeks());
        this.warehouseIds = CITIES.stream()
                .limit(settings.warehouses())
                .map(city -> new WarehouseId(city.substring(0, 3)))
                .toList();
    }

    /** The same settings make the same dataset. */
    public static Result generate(Settings settings) {
        DatasetGenerator generator = new DatasetGenerator(settings);
        Dataset dataset = generator.dataset();
        return new Result(dataset, generator.readme(dataset));
    }

    private Dataset dataset() {
        List<GeneratedArticle> articles =
                new AssortmentRules(seed, firstDay, AS_OF, warehouseIds).articles(settings.items());
        SupplyRules supply = SupplyRules.draw(
                seed, articles.size(), warehouseIds.size(), weeklyCost(articles, AS_OF.minusWeeks(26)));
        Map<SupplierId, Supplier> suppliers = supply.suppliers();
        Map<ItemId, Item> items = new TreeMap<>();
        List<Promotion> promotions = new ArrayList<>();
        for (GeneratedArticle article : articles) {
            items.put(article.item().id(), article.item());
            promotions.addAll(article.promotions());
            addHistory(article, supply, suppliers);
            addDecisions(article);
        }
        purchaseOrders.sort(Comparator.comparing(OpenPurchaseOrder::order)
                .thenComparing(OpenPurchaseOrder::location)
                .thenComparing(OpenPurchaseOrder::dueDate));
        return new Dataset(
                new DatasetSettings(
                        "Generated gift wholesaler",
                        AS_OF,
                        "EUR",
                        BucketSize.WEEK,
                        HORIZON_WEEKS,
                        "Invented by: " + settings.command(),
                        "Apache-2.0"),
                items,
                warehouses(items),
                suppliers,
                options,
                NetworkRules.lanes(seed, warehouseIds),
                stock,
                sales.values().stream()
                        .map(days -> days.day(0))
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                sales,
                stockHistory,
                purchaseOrders,
                transfers,
                salesOrders,
                NetworkRules.cash(AS_OF, week -> quarterlyMeanCost(articles, week / HORIZON_WEEKS)),
                promotions,
                List.of(),
                List.of(),
                overrides);
    }

    /** Of what sells in a week around {@code day}, at cost (currency units). */
    private static double weeklyCost(List<GeneratedArticle> articles, LocalDate day) {
        return articles.stream()
                .mapToDouble(article -> article.expectedWeeklyUnits(day, AS_OF)
                        * article.item().unitCost().toDouble())
                .sum();
    }

    /**
     * A budget is granted by the quarter, from what the past and the coming one sell in their mean week: after the
     * season it is still generous, before the next it is not.
     *
     * @param quarter 0 is the one that begins at the plan's date
     */
    private static double quarterlyMeanCost(List<GeneratedArticle> articles, int quarter) {
        LocalDate start = AS_OF.plusWeeks((long) (quarter - 1) * HORIZON_WEEKS);
        return IntStream.range(0, 2 * HORIZON_WEEKS)
                .mapToDouble(week -> weeklyCost(articles, start.plusWeeks(week)))
                .average()
                .orElse(0);
    }

    private void addHistory(GeneratedArticle article, SupplyRules supply, Map<SupplierId, Supplier> suppliers) {
        Item item = article.item();
        double meanWeeklyUnits =
                article.weeklyUnits() / article.shareByWarehouse().size();
        List<SupplyOption> ways = supply.options(item, article.category(), meanWeeklyUnits);
        options.addAll(ways);
        SupplyOption preferred = ways.get(0);
        Supplier supplier = NetworkRules.require(suppliers, preferred.supplier());
        List<WarehouseId> stocking = List.copyOf(article.shareByWarehouse().keySet());
        KeyedRandom random = KeyedRandom.of(seed, "misplaced", item.id().value());
        boolean misplaced = stocking.size() > 1 && random.chance(MISPLACED_SHARE);
        int rich = random.between(0, stocking.size() - 1);
        int poor = (rich + 1) % stocking.size();
        for (int i = 0; i < stocking.size(); i++) {
            Misplacement misplacement = !misplaced
                    ? Misplacement.NONE
                    : i == rich
                            ? Misplacement.RECEIVED_FOR_ALL
                            : i == poor ? Misplacement.WAITS_IN_VAIN : Misplacement.NONE;
            SkuLocation location = new SkuLocation(item.id(), stocking.get(i));
            HistorySimulation history =
                    new HistorySimulation(seed, article, location, preferred, supplier, misplacement, firstDay, AS_OF);
            history.run();
            DailySales sold = history.sales().toDailySales();
            if (sold.days() > 0) {
                sales.put(location, sold);
            }
            stockHistory.put(location, history.stockNotes());
            stock.put(location, history.position());
            double weeklyUnits = article.expectedWeeklyUnits(AS_OF.plusWeeks(4), AS_OF)
                    * NetworkRules.require(article.shareByWarehouse(), stocking.get(i));
            expectedWeeklyUnits.put(location, weeklyUnits);
            history.underWay().forEach(delivery -> purchaseOrders.add(open(delivery, location, preferred)));
            addOpenOrders(article, location, weeklyUnits);
        }
    }

    private static OpenPurchaseOrder open(
            HistorySimulation.Delivery delivery, SkuLocation location, SupplyOption option) {
        LocalDate ordered = LocalDate.ofEpochDay(delivery.orderedOn());
        String number = String.format(
                Locale.ROOT,
                "PO-%s-%s-%02d%02d",
                option.supplier(),
                location.warehouse(),
                ordered.getMonthValue(),
                ordered.getDayOfMonth());
        return new OpenPurchaseOrder(
                number,
                option.supplier(),
                location,
                delivery.units(),
                LocalDate.ofEpochDay(delivery.promisedOn()),
                ordered,
                option.unitCostAt(delivery.units()));
    }

    /** A few transfers from the central warehouse on their way, and customers' orders that are not yet delivered. */
    private void addOpenOrders(GeneratedArticle article, SkuLocation location, double weeklyUnits) {
        KeyedRandom random = KeyedRandom.of(
                seed,
                "open orders",
                location.item().value(),
                location.warehouse().value());
        WarehouseId central = warehouseIds.get(0);
        int weekUnits = (int) StrictMath.ceil(weeklyUnits);
        if (!location.warehouse().equals(central) && weekUnits > 1 && random.chance(0.02)) {
            LocalDate due = AS_OF.plusDays(random.between(1, 4));
            String number = "TR-" + central + "-" + location.warehouse() + "-" + due.getDayOfMonth();
            transfers.add(new OpenTransfer(number, central, location.warehouse(), location.item(), weekUnits, due));
        }
        if (weeklyUnits > 0 && random.chance(0.02)) {
            int units = Math.max(1, (int) (article.orderUnits() * random.logNormal(1.5, 0.6)));
            LocalDate due = AS_OF.plusDays(random.between(2, 35));
            String number = "SO-" + random.between(100_000, 999_999);
            salesOrders.add(new OpenSalesOrder(number, location, units, due));
        }
    }

    private void addDecisions(GeneratedArticle article) {
        Item item = article.item();
        KeyedRandom random = KeyedRandom.of(seed, "decision", item.id().value());
        if (item.lifecycle() != Lifecycle.ACTIVE || article.lastDay() != null || !random.chance(0.012)) {
            return;
        }
        WarehouseId central = warehouseIds.get(0);
        int weekUnits = Math.max(1, (int) article.weeklyUnits());
        overrides.add(
                switch (random.between(0, 3)) {
                    case 0 -> override(item, null, null, null, 0.99, false, "Contract promises 99 % from stock");
                    case 1 -> override(item, null, null, null, null, true, "Range ends in spring: sell off");
                    case 2 ->
                        override(item, central, 2 * weekUnits, null, null, false, "Two weeks kept for the web shop");
                    default -> override(item, central, null, 12 * weekUnits, null, false, "Shelf holds no more");
                });
    }

    private static PolicyOverride override(
            Item item,
            @Nullable WarehouseId warehouse,
            @Nullable Integer safetyStockUnits,
            @Nullable Integer orderUpToLevelUnits,
            @Nullable Double serviceLevel,
            boolean stopBuy,
            String reason) {
        return new PolicyOverride(
                item.id(),
                warehouse,
                safetyStockUnits,
                null,
                orderUpToLevelUnits,
                null,
                null,
                serviceLevel,
                stopBuy,
                reason);
    }

    private Map<WarehouseId, Warehouse> warehouses(Map<ItemId, Item> items) {
        Map<WarehouseId, Map<String, Double>> peaks =
                NetworkRules.peakUseM3(items, stock, purchaseOrders, transfers, expectedWeeklyUnits, AS_OF);
        WarehouseId central = warehouseIds.get(0);
        WarehouseId tight = warehouseIds.get(warehouseIds.size() / 2);
        Map<WarehouseId, Warehouse> warehouses = new TreeMap<>();
        for (int i = 0; i < warehouseIds.size(); i++) {
            WarehouseId id = warehouseIds.get(i);
            KeyedRandom random = KeyedRandom.of(seed, "warehouse", id.value());
            double spare = random.uniform(LEAST_SPARE_SPACE, MOST_SPARE_SPACE);
            Map<String, Double> classCapacityM3 = new TreeMap<>();
            peaks.getOrDefault(id, Map.of()).forEach((storageClass, m3) -> {
                if (!storageClass.isEmpty()) {
                    classCapacityM3.put(storageClass, StrictMath.ceil(m3 * CLASS_SPARE_SPACE * 10 + 1) / 10);
                }
            });
            double peakM3 = peaks.getOrDefault(id, Map.of()).getOrDefault("", 0.0);
            warehouses.put(
                    id,
                    new Warehouse(
                            id,
                            CITIES.get(i).substring(4) + (id.equals(central) ? " central" : ""),
                            Math.max(1, StrictMath.ceil(peakM3 * (id.equals(tight) ? TIGHT_SPARE_SPACE : spare))),
                            SupplyRules.roundTo(2, random.uniform(0.20, 0.30)),
                            classCapacityM3,
                            id.equals(central) ? null : central));
        }
        return warehouses;
    }

    private String readme(Dataset dataset) {
        DatasetReadme text = new DatasetReadme(dataset.settings().name());
        text.paragraph(
                "**Generated. Nothing in it is real**: no company, supplier, article or sale. Its shape (share of"
                        + " demand by article, intermittency, season towards Christmas, returns, price levels) follows what was"
                        + " measured on the real sales of a gift wholesaler: Daqing Chen, \"Online Retail\", UCI Machine Learning"
                        + " Repository, 2015, doi 10.24432/C5BW33, CC BY 4.0. No row of them is in here.");
        text.paragraph("Made by\n\n    " + settings.command() + " --out DIR\n\nThe same command makes the same content."
                + " The plan's date is " + AS_OF + "; the seed is " + seed + ".");
        text.paragraph(String.format(
                Locale.ROOT,
                "%,d items, %d warehouses, %,d SKU-locations, %,d days with sales, %d suppliers, %,d open order lines,"
                        + " %,d promotions.",
                dataset.items().size(),
                dataset.warehouses().size(),
                dataset.stock().size(),
                dataset.sales().values().stream().mapToInt(DailySales::days).sum(),
                dataset.suppliers().size(),
                dataset.openPurchaseOrders().size(),
                dataset.promotions().size()));
        text.madeUp(
                "items",
                "all",
                "names from word lists by category; price log-normal around the category's usual;"
                        + " 20 % launched during the history, 12 % ended (three in ten of them still called active), 2.5 %"
                        + " superseded (`phase_out`, `replaced_by`); sweets are chilled and expire, oils are hazardous");
        text.madeUp(
                "warehouses",
                "all",
                "the first is central and feeds the others; room 12-30 % above the most that"
                        + " stock and open orders take if half of the expected sells, 2 % in the tight one");
        text.madeUp(
                "suppliers, item_suppliers, price_breaks",
                "all",
                "12 to 30 suppliers from three days to twelve"
                        + " weeks away; cartons of about three weeks' demand; least orders of one to six cartons");
        text.madeUp(
                "sales",
                "all",
                "customers' orders by chance around a true demand with season, trend and promotions;"
                        + " without stock nothing is sold; of three sales in two hundred a part comes back");
        text.madeUp(
                "stock, stock_history",
                "all",
                "played day by day with a buyer who reviews once a week; noted every"
                        + " four weeks and on each day on which stock ran out or came back. Of 6 % of the items a delivery for"
                        + " all warehouses came to one, and another has too little");
        text.madeUp(
                "open_purchase_orders, open_transfers, open_sales_orders",
                "all",
                "what that play left under way;" + " some is late");
        text.madeUp(
                "promotions, policy_overrides",
                "all",
                "three in ten items are promoted about once a year for a week"
                        + " or two, some in the weeks to come; one in a hundred carries a planner's decision with its reason");
        text.madeUp(
                "cash_budget",
                "all",
                "110 % of the expected cost of sales of the mean week of the past and the coming quarter,"
                        + " more in every fourth week");
        return text.toString();
    }
}
