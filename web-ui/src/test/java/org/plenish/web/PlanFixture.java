package org.plenish.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.forecast.ForecastAccuracy;
import org.plenish.engine.forecast.clean.Correction;
import org.plenish.engine.forecast.clean.CorrectionKind;
import org.plenish.engine.forecast.monitor.ForecastSignals;
import org.plenish.engine.forecast.monitor.ValueAdded;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.inventory.LeadTimeDemand;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DatasetSettings;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.CostBreakdown;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.plan.Economics;
import org.plenish.engine.plan.Explanation;
import org.plenish.engine.plan.Kpis;
import org.plenish.engine.plan.LimitRaise;
import org.plenish.engine.plan.LimitUse;
import org.plenish.engine.plan.PlanException;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.DemandDistribution;
import org.plenish.engine.policy.Judgement;
import org.plenish.engine.policy.LifecycleAction;
import org.plenish.engine.policy.LifecycleStage;
import org.plenish.engine.policy.MarginClass;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.OrderSizing;
import org.plenish.engine.policy.PolicyCalculation;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.PolicyType;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.engine.policy.RuleReference;
import org.plenish.engine.policy.SafetyStockMethod;
import org.plenish.engine.policy.Severity;
import org.plenish.engine.policy.SituationKind;
import org.plenish.engine.policy.SituationProfile;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.engine.policy.SuggestedAction;
import org.plenish.engine.policy.XyzClass;
import org.plenish.web.run.FileFingerprints;
import org.plenish.web.run.PlanInputs;
import org.plenish.web.run.PlannedDataset;

/**
 * A hand-made plan for the tests of the pages: 48 articles in three warehouses, the first with a name that a careless
 * page would run as a script. Its numbers add up, but no engine made them.
 */
public final class PlanFixture {

    public static final LocalDate PLAN_DATE = LocalDate.of(2026, 11, 23);
    public static final String HOSTILE_NAME = "Mug <script>alert('x')</script> & \"saucer\"";

    private static final int HISTORY = 60;
    private static final int HORIZON = 13;
    private static final TimeBuckets BUCKETS = new TimeBuckets(PLAN_DATE, BucketSize.WEEK, HORIZON);
    private static final List<String> KINDS = List.of(
            "Stoneware mug", "Linen tea towel", "Beeswax candle", "Paper lantern", "Oak serving board", "Tin box");
    private static final List<String> STYLES =
            List.of("blue", "moss green", "cherry", "striped", "large", "small", "winter", "hand-made");

    private static final List<String> STEPS = List.of(
            "Safety stock is 1.64 standard deviations of the demand over lead time and review.",
            "The reorder point is the demand over lead time and review plus safety stock.");

    private final SplittableRandom random = new SplittableRandom(7);
    private final Map<WarehouseId, Warehouse> warehouses = new TreeMap<>();
    private final Map<SupplierId, Supplier> suppliers = new TreeMap<>();
    private final Map<ItemId, Item> items = new TreeMap<>();
    private final List<SkuLocationPlan> locations = new ArrayList<>();
    private final TreeMap<SkuLocation, DailySales> sales = new TreeMap<>();
    private final Map<String, List<PurchaseOrder.Line>> purchaseLines = new LinkedHashMap<>();
    private final Map<String, List<Explanation>> purchaseExplanations = new LinkedHashMap<>();
    private final List<TransferOrder.Line> transferLines = new ArrayList<>();
    private final List<Explanation> transferExplanations = new ArrayList<>();
    private final List<PlanException> exceptions = new ArrayList<>();

    private PlanFixture() {
        warehouse("LEEDS", "Leeds central", 950.0);
        warehouse("BRISTOL", "Bristol", 420.0);
        warehouse("DUBLIN", "Dublin", null);
        supplier("S01", "Harbour Ceramics", 21);
        supplier("S02", "Nordlicht Textil", 42);
        supplier("S03", "Cotswold Woodworks", 7);
        for (int i = 0; i < 48; i++) {
            String name = i == 0
                    ? HOSTILE_NAME
                    : KINDS.get(i % KINDS.size()) + ", " + STYLES.get(i / KINDS.size() % STYLES.size());
            item("ART-" + (1001 + i), name, KINDS.get(i % KINDS.size()).split(" ")[1], 1.2 + (i * 37 % 60) / 4.0);
        }
    }

    public static PlannedDataset planned() {
        return new PlanFixture().build();
    }

    private PlannedDataset build() {
        int index = 0;
        for (Item item : items.values()) {
            for (Warehouse warehouse : warehouses.values()) {
                location(item, warehouse, index++);
            }
        }
        List<PurchaseOrder> orders = new ArrayList<>();
        List<Explanation> explanations = new ArrayList<>();
        purchaseLines.forEach((key, lines) -> {
            String[] parts = key.split("\\|");
            orders.add(new PurchaseOrder(
                    parts[0],
                    new SupplierId(parts[1]),
                    new WarehouseId(parts[2]),
                    LocalDate.parse(parts[3]),
                    lines,
                    parts[0].equals("PO-0001") ? 2.7 : 0));
            explanations.addAll(purchaseExplanations.get(key));
        });
        TransferOrder transfer = new TransferOrder(
                "TR-0001",
                new WarehouseId("LEEDS"),
                new WarehouseId("DUBLIN"),
                PLAN_DATE,
                PLAN_DATE.plusDays(4),
                transferLines);
        explanations.addAll(transferExplanations);
        Dataset dataset = new Dataset(
                settings(),
                items,
                warehouses,
                suppliers,
                supplyOptions(),
                List.of(new TransferLane(
                        new WarehouseId("LEEDS"),
                        new WarehouseId("DUBLIN"),
                        4,
                        UnitPrice.parse("0.15"),
                        UnitPrice.ZERO,
                        Money.ZERO,
                        null,
                        Set.of())),
                Collections.emptySortedMap(),
                PLAN_DATE.minusDays(365),
                sales,
                Collections.emptySortedMap(),
                List.of(),
                List.of(),
                List.of(),
                CashBudget.UNLIMITED,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        exceptions.sort(java.util.Comparator.comparing(PlanException::severity)
                .thenComparing(e -> -e.value().minorUnits()));
        Money now = value(orders, true);
        Money outlook = value(orders, false);
        return new PlannedDataset(
                dataset,
                new ReplenishmentPlan(
                        settings(),
                        BUCKETS,
                        1,
                        locations,
                        orders,
                        List.of(transfer),
                        explanations,
                        exceptions,
                        limits(),
                        raises(),
                        new Kpis(
                                0.962,
                                0.981,
                                Money.of(184_320.55),
                                Money.of(171_004.10),
                                6.4,
                                57.0,
                                Money.of(9_870),
                                Money.of(21_432.70),
                                Money.of(4_935),
                                0.97,
                                0.88,
                                now,
                                outlook),
                        new CostBreakdown(0, 1_240, 2_100, 9_870.4, 3_120.2, 210, 1_480.9, 640, 420, 0, 815.5),
                        18_950.0,
                        List.of(
                                new Violation(
                                        "space",
                                        "BRISTOL",
                                        5,
                                        3.2,
                                        "m³",
                                        1.5,
                                        "Stock on hand and receipts alone take 1.5 m³ too much: moving them out would lift it.")),
                        200_000,
                        false,
                        Map.of()),
                new PlanInputs(
                        FileFingerprints.of(Map.of("items.csv", "item\n".getBytes(StandardCharsets.UTF_8))),
                        "Hand-made",
                        FileFingerprints.of(Map.of("stop-buy.drl", "rule\n".getBytes(StandardCharsets.UTF_8)))),
                new PlannedDataset.Making(dataset, statistical(), PlanFixture::choices, PlanFixture::noExceptions));
    }

    /** What a person has not changed. */
    private SortedMap<SkuLocation, Forecast> statistical() {
        SortedMap<SkuLocation, Forecast> statistical = new TreeMap<>();
        locations.forEach(location -> statistical.put(location.location(), location.forecast()));
        return statistical;
    }

    /** The hand-made choices once more, with the service that a person asks for. */
    private static List<PolicyChoice> choices(List<SkuLocationProfile> profiles) {
        return profiles.stream()
                .map(profile -> {
                    double asked = profile.override().serviceLevel();
                    PolicyChoice choice = choice(profile.location(), 0, profile.demand().annualUnits() / 52, false);
                    return asked > 0 ? choice.withServiceTarget(asked) : choice;
                })
                .toList();
    }

    private static List<Judgement> noExceptions(List<SituationProfile> situations) {
        Conclusion none = new Conclusion(
                "severity", "NONE", new Rule("EXC-000", "EXC-000 nothing", "exceptions.csv", 1, "Nothing."), List.of(0));
        return Collections.nCopies(situations.size(), new Judgement(null, null, none));
    }

    /** Every supplier sells every article, in packs of 12, a tenth cheaper from 240 on. */
    private List<SupplyOption> supplyOptions() {
        List<SupplyOption> options = new ArrayList<>();
        for (Item item : items.values()) {
            for (Supplier supplier : suppliers.values()) {
                options.add(new SupplyOption(
                        item.id(),
                        supplier.id(),
                        null,
                        item.unitCost(),
                        24,
                        12,
                        Integer.MAX_VALUE,
                        supplier.leadTimeDays(),
                        Money.ZERO,
                        1,
                        null,
                        null,
                        List.of(new PriceBreak(
                                240, new UnitPrice(item.unitCost().amount().multiply(new BigDecimal("0.9")))))));
            }
        }
        return options;
    }

    private static DatasetSettings settings() {
        return new DatasetSettings("Hand-made", PLAN_DATE, "GBP", BucketSize.WEEK, HORIZON, "hand-made", "Apache-2.0");
    }

    private static Money value(List<PurchaseOrder> orders, boolean now) {
        return orders.stream()
                .filter(order -> order.isDueForReleaseOn(PLAN_DATE) == now)
                .map(PurchaseOrder::value)
                .reduce(Money.ZERO, Money::plus);
    }

    private void warehouse(String id, String name, Double capacityM3) {
        warehouses.put(new WarehouseId(id), new Warehouse(new WarehouseId(id), name, capacityM3, 0.25, Map.of(), null));
    }

    private void supplier(String id, String name, int leadTimeDays) {
        suppliers.put(
                new SupplierId(id),
                new Supplier(new SupplierId(id), name, leadTimeDays, 2, Money.ZERO, Money.of(60), Set.of(), 30, null));
    }

    private void item(String id, String description, String category, double unitCost) {
        items.put(
                new ItemId(id),
                new Item(
                        new ItemId(id),
                        description,
                        category,
                        UnitPrice.parse(String.valueOf(unitCost)),
                        UnitPrice.parse(String.valueOf(unitCost * 2)),
                        0.004,
                        0.5,
                        null,
                        Lifecycle.ACTIVE,
                        null,
                        "",
                        "piece",
                        null,
                        null));
    }

    private void location(Item item, Warehouse warehouse, int index) {
        SkuLocation location = new SkuLocation(item.id(), warehouse.id());
        double level = index % 17 == 16 ? 0 : 4 + (index * 53 % 90);
        sales.put(location, FixtureSales.of(index, level, item));
        double[] sold = new double[HISTORY];
        double[] inStock = new double[HISTORY];
        double[] demand = new double[HISTORY];
        for (int t = 0; t < HISTORY; t++) {
            boolean out = index % 5 == 1 && t >= 30 && t < 33;
            double season = 1 + 0.5 * Math.sin(2 * Math.PI * (t + index) / 52.0);
            demand[t] = Math.round(level * season * (0.6 + 0.8 * random.nextDouble()));
            inStock[t] = out ? 0.2 : 1;
            sold[t] = out ? Math.round(demand[t] * 0.2) : demand[t];
            demand[t] = out ? Double.NaN : demand[t];
        }
        List<Correction> corrections = new ArrayList<>();
        for (int t = 0; t < HISTORY; t++) {
            if (inStock[t] < 1) {
                corrections.add(new Correction(
                        t,
                        CorrectionKind.OUT_OF_STOCK,
                        sold[t],
                        demand[t],
                        "In stock on 20 % of its days: demand is not known."));
            }
        }
        double[] mean = new double[HORIZON];
        double[] sd = new double[HORIZON];
        double[] cumulative = new double[HORIZON];
        int[] planned = new int[HORIZON];
        int[] safety = new int[HORIZON];
        int safetyStock = (int) Math.round(level * 0.9);
        for (int t = 0; t < HORIZON; t++) {
            mean[t] = level * (1 + 0.5 * Math.sin(2 * Math.PI * (HISTORY + t + index) / 52.0));
            sd[t] = level * 0.25 * Math.sqrt(1 + t * 0.1);
            cumulative[t] = level * 0.3 * Math.sqrt(t + 1);
            planned[t] = (int) Math.round(mean[t]);
            safety[t] = safetyStock;
        }
        SupplierId supplier = new SupplierId("S0" + (1 + index % 3));
        int leadWeeks = suppliers.get(supplier).leadTimeDays() / 7;
        int reorderPoint = (int) Math.round(level * (leadWeeks + 1)) + safetyStock;
        int onHand = index % 11 == 10 ? reorderPoint * 6 + 40 : (int) (reorderPoint * (0.3 + random.nextDouble()));
        int multiple = 12;
        int[] none = new int[HORIZON];
        int[] open = new int[HORIZON];
        if (index % 4 == 0) {
            open[1] = multiple * 3;
        }
        int[] receipts = open.clone();
        int[] transferIn = new int[HORIZON];
        InventoryProjection before =
                InventoryProjection.roll(location, BUCKETS, onHand, open, none, none, planned, safety);
        Forecast forecast = new Forecast(
                location,
                BUCKETS,
                Series.of(mean),
                Series.of(sd),
                Series.of(cumulative),
                "ses",
                "Simple smoothing had the least error on 6 held-out ends of the history.",
                new ForecastAccuracy(
                        6,
                        0.4,
                        level * 0.2,
                        level * 0.26,
                        0.83,
                        new ForecastSignals(26, 0.4, 1.2, 0.2, 1.5, 4, 0.9),
                        new ValueAdded(
                                level * (index % 3 == 0 ? 0.2 : 0.35),
                                level * 0.26,
                                index % 6 == 0 ? 10 : 0,
                                level * 0.34,
                                level * 0.25,
                                level * 0.3)),
                corrections);
        PolicyChoice choice = choice(location, index, level, onHand > reorderPoint * 5);
        SkuLocationProfile profile = profile(location, item, warehouse, level, onHand, open, leadWeeks);
        ReplenishmentPolicy policy = new ReplenishmentPolicy.MinMax(
                safetyStock, reorderPoint, reorderPoint + (int) Math.round(level * 4), 7);
        int release = firstBucketBelowSafetyStock(before) - leadWeeks;
        boolean buys = level > 0 && firstBucketBelowSafetyStock(before) >= 0;
        if (buys) {
            int period = Math.max(0, release);
            int quantity = multiple * (int) Math.ceil((level * 5 + safetyStock) / multiple);
            if (warehouse.id().value().equals("DUBLIN") && index % 2 == 0) {
                transferIn[1] = quantity;
            } else if (period + leadWeeks < HORIZON) {
                receipts[period + leadWeeks] += quantity;
            }
            InventoryProjection after =
                    InventoryProjection.roll(location, BUCKETS, onHand, receipts, transferIn, none, planned, safety);
            propose(
                    item, location, supplier, period, leadWeeks, quantity, multiple, forecast, choice, policy, before,
                    after);
        }
        InventoryProjection after =
                InventoryProjection.roll(location, BUCKETS, onHand, receipts, transferIn, none, planned, safety);
        exceptions(item, location, before, after, choice, onHand);
        locations.add(new SkuLocationPlan(
                new DemandHistory(
                        location,
                        TimeBuckets.endingAt(PLAN_DATE, BucketSize.WEEK, HISTORY),
                        Series.of(sold),
                        Series.of(inStock),
                        Series.of(demand)),
                forecast,
                profile,
                choice,
                new PolicyCalculation(
                        location,
                        policy,
                        new PolicyCalculation.Supply(supplier, null, leadWeeks * 7, 2, multiple, multiple, 5),
                        new LeadTimeDemand(
                                leadWeeks * 7 + 7.0, forecast.meanOver(leadWeeks + 1), forecast.sdOver(leadWeeks + 1)),
                        1.64,
                        safetyStock,
                        List.of(),
                        STEPS),
                before,
                after));
    }

    private void propose(
            Item item,
            SkuLocation location,
            SupplierId supplier,
            int period,
            int leadWeeks,
            int quantity,
            int multiple,
            Forecast forecast,
            PolicyChoice choice,
            ReplenishmentPolicy policy,
            InventoryProjection before,
            InventoryProjection after) {
        boolean moved = after.transferInUnits()[1] > 0;
        String key = null;
        String number;
        int line;
        String reason = "Stock falls below safety stock in the week of "
                + BUCKETS.start(firstBucketBelowSafetyStock(before)) + ".";
        if (moved) {
            number = "TR-0001";
            line = transferLines.size() + 1;
            transferLines.add(new TransferOrder.Line(line, item.id(), quantity, Money.of(quantity * 0.15), reason));
        } else {
            LocalDate orderDate = BUCKETS.start(period);
            String tail = "|" + supplier + "|" + location.warehouse() + "|" + orderDate;
            key = purchaseLines.keySet().stream()
                    .filter(known -> known.endsWith(tail))
                    .findFirst()
                    .orElseGet(() -> String.format("PO-%04d", purchaseLines.size() + 1) + tail);
            List<PurchaseOrder.Line> lines = purchaseLines.computeIfAbsent(key, k -> new ArrayList<>());
            number = key.substring(0, 7);
            line = lines.size() + 1;
            lines.add(new PurchaseOrder.Line(
                    line, item.id(), quantity, multiple, item.unitCost(), BUCKETS.start(period + leadWeeks), reason));
        }
        int net = before.closingUnits()[Math.min(HORIZON - 1, leadWeeks)]
                - before.backorderUnits()[Math.min(HORIZON - 1, leadWeeks)];
        int need = policy.orderUpToLevelUnits() - net;
        Explanation explanation = new Explanation(
                number,
                line,
                location,
                quantity,
                new Explanation.ForecastUsed(
                        forecast.method(),
                        forecast.why(),
                        forecast.meanUnits().get(0),
                        leadWeeks * 7 + 7,
                        forecast.meanOver(leadWeeks + 1),
                        forecast.sdOver(leadWeeks + 1)),
                choice.conclusions(),
                new Explanation.Parameters(
                        choice.serviceTarget(),
                        "normal",
                        1.64,
                        policy.safetyStockUnits(),
                        policy.reorderPointUnits(),
                        policy.orderUpToLevelUnits(),
                        policy.orderQuantityUnits(),
                        leadWeeks * 7,
                        7,
                        multiple,
                        multiple,
                        moved ? null : supplier.value(),
                        moved ? "LEEDS" : null,
                        item.unitCost().toString()),
                STEPS,
                List.of(
                        new Explanation.Step("Order-up-to level", policy.orderUpToLevelUnits(), null),
                        new Explanation.Step("Stock projected for the arrival", -net, BUCKETS.start(leadWeeks)),
                        new Explanation.Step("Rounded to the order multiple of " + multiple, quantity - need, null)),
                before,
                after,
                location.warehouse().value().equals("BRISTOL")
                        ? List.of("Space at Bristol in the week of 2026-12-14: one more m³ would save 1.85.")
                        : List.of(),
                List.of("Demand 12 % lower over the lead time would make this line unnecessary."),
                economics(quantity, multiple));
        if (key == null) {
            transferExplanations.add(explanation);
        } else {
            purchaseExplanations.computeIfAbsent(key, k -> new ArrayList<>()).add(explanation);
        }
    }

    private void exceptions(
            Item item,
            SkuLocation location,
            InventoryProjection before,
            InventoryProjection after,
            PolicyChoice choice,
            int onHand) {
        int stockout = after.firstStockoutBucket();
        if (stockout >= 0) {
            int units = after.backorderUnits()[stockout];
            exceptions.add(new PlanException(
                    stockout == 0 ? Severity.CRITICAL : Severity.WARNING,
                    stockout == 0 ? SituationKind.STOCKOUT_NOW : SituationKind.COMING_SHORTAGE,
                    location.item(),
                    location.warehouse(),
                    BUCKETS.start(stockout),
                    units,
                    item.unitCost().times(units),
                    "Short of " + units + " units in the week of " + BUCKETS.start(stockout)
                            + "; nothing can arrive before.",
                    SuggestedAction.EXPEDITE,
                    "Ask the supplier to send a part sooner, or move stock from another warehouse.",
                    new Conclusion(
                            "severity",
                            stockout == 0 ? "CRITICAL" : "WARNING",
                            new Rule(
                                    "EXC-070",
                                    "EXC-070 what cannot be bought in time is expedited",
                                    "exceptions-shortages.csv",
                                    8,
                                    "It is short sooner than its lead time."),
                            List.of(units))));
        }
        if (choice.obsolescenceStatus() == ObsolescenceStatus.EXCESS) {
            exceptions.add(new PlanException(
                    Severity.NOTICE,
                    SituationKind.EXCESS,
                    location.item(),
                    location.warehouse(),
                    PLAN_DATE,
                    onHand,
                    item.unitCost().times(onHand),
                    onHand + " units on hand last longer than half a year.",
                    SuggestedAction.MARK_DOWN,
                    "Offer it to the other warehouses or mark it down.",
                    new Conclusion(
                            "severity",
                            "NOTICE",
                            new Rule(
                                    "EXC-340",
                                    "EXC-340 excess is marked down",
                                    "exceptions-of-stock.csv",
                                    5,
                                    "It lasts too long."),
                            List.of(onHand))));
        }
    }

    private static PolicyChoice choice(SkuLocation location, int index, double level, boolean excess) {
        AbcClass abc = AbcClass.values()[index % 3];
        DemandClass demandClass = level == 0 ? DemandClass.NO_DEMAND : DemandClass.values()[index % 4];
        ObsolescenceStatus status =
                level == 0 ? ObsolescenceStatus.DEAD : excess ? ObsolescenceStatus.EXCESS : ObsolescenceStatus.HEALTHY;
        double target = abc == AbcClass.A ? 0.98 : abc == AbcClass.B ? 0.95 : 0.9;
        List<Conclusion> conclusions = Stream.of(
                        new String[] {
                            "abcClass", abc.name(), "ABC-010", "the articles with 80 % of the value are class A"
                        },
                        new String[] {
                            "demandClass", demandClass.name(), "DEM-020", "demand in most weeks with even sizes"
                        },
                        new String[] {
                            "serviceTarget",
                            String.valueOf(target),
                            "SVC-010",
                            "class " + abc + " is promised " + target
                        },
                        new String[] {
                            "safetyStockMethod",
                            "CYCLE_SERVICE",
                            "SST-010",
                            "steady demand uses the error of the forecast"
                        },
                        new String[] {
                            "policyType", "MIN_MAX", "POL-020", "articles in multiples are ordered up to a level"
                        },
                        new String[] {
                            "reviewDays", "7", "REV-010", "suppliers that take orders any day are looked at weekly"
                        },
                        new String[] {
                            "obsolescenceStatus",
                            status.name(),
                            "OBS-030",
                            "stock is compared with half a year of demand"
                        })
                .map(c -> new Conclusion(
                        c[0],
                        c[1],
                        new Rule(
                                c[2],
                                c[2] + " " + c[3],
                                "classification.drl",
                                12 + c[2].hashCode() % 7,
                                "Because " + c[3] + "."),
                        List.of(level * 52)))
                .collect(Collectors.toList());
        return new PolicyChoice(
                location,
                abc,
                MarginClass.values()[index % 3],
                XyzClass.values()[index % 3],
                demandClass,
                LifecycleStage.REGULAR,
                status,
                level == 0,
                excess ? LifecycleAction.TRANSFER_OUT : LifecycleAction.NONE,
                level == 0 ? 0.5 : 0,
                0,
                target,
                SafetyStockMethod.CYCLE_SERVICE,
                DemandDistribution.NORMAL,
                14,
                0,
                PolicyType.MIN_MAX,
                7,
                OrderSizing.ECONOMIC,
                28,
                conclusions);
    }

    /** A rule that looked at the demand of a year. */
    private record Rule(String id, String name, String file, int line, String sentence) implements RuleReference {

        @Override
        public List<String> words() {
            return List.of("demand.annualUnits");
        }

        @Override
        public String explain(List<Object> values) {
            return sentence;
        }

        @Override
        public String valueText(int word, Object value) {
            return String.valueOf(value);
        }
    }

    private static SkuLocationProfile profile(
            SkuLocation location, Item item, Warehouse warehouse, double level, int onHand, int[] open, int leadWeeks) {
        double coverDays = level == 0 ? 100_000 : onHand / level * 7;
        return new SkuLocationProfile(
                location,
                item,
                warehouse,
                new SkuLocationProfile.DemandProfile(
                        level * 52,
                        level * 52 * item.unitCost().toDouble(),
                        0.4,
                        level * 52 * item.unitCost().toDouble(),
                        0.4,
                        level == 0 ? Double.POSITIVE_INFINITY : 1.05,
                        0.12,
                        0.35,
                        level == 0 ? 1 : 0.05,
                        level == 0 ? 400 : 2,
                        420,
                        level / 7,
                        1.5,
                        28,
                        0.83,
                        1.2),
                new SkuLocationProfile.StockProfile(
                        onHand,
                        onHand,
                        0,
                        IntStream.of(open).sum(),
                        coverDays,
                        onHand * item.unitCost().toDouble(),
                        0,
                        0,
                        coverDays),
                new SkuLocationProfile.SupplyProfile(
                        true, leadWeeks * 7, 2, 5, 12, 10, 0, 7, SkuLocationProfile.NEVER_DAYS, true, true),
                SkuLocationProfile.SuccessorProfile.NONE,
                SkuLocationProfile.OverrideProfile.NONE,
                SkuLocationProfile.PlanProfile.of(PLAN_DATE));
    }

    private static Economics economics(int quantity, int multiple) {
        Economics.Change more = new Economics.Change(
                multiple,
                1.8,
                List.of(new Economics.Part("holding", 1.8)),
                List.of("space at BRISTOL is used up in the week of 2026-12-14 (0.40 m³ missing)"),
                "would cost 1.80 GBP of holding");
        Economics.Change less = new Economics.Change(
                -multiple,
                14.1,
                List.of(new Economics.Part("shortage", 15.2), new Economics.Part("holding", -1.1)),
                List.of(),
                "would cost 14.10 GBP, mostly of shortage");
        Economics.Change leftOut = new Economics.Change(
                -quantity,
                61.4,
                List.of(new Economics.Part("shortage", 91.4), new Economics.Part("order", -30)),
                List.of(),
                "would cost 61.40 GBP, mostly of shortage");
        String margin = "One pack (" + multiple + ") more would cost 1.80 GBP of holding; one pack less would cost"
                + " 14.10 GBP, mostly of shortage.";
        return new Economics(
                "To cover demand until 2027-01-09: " + margin,
                margin,
                more,
                less,
                leftOut,
                new Economics.OtherWay(
                        "Runner-up: buy " + quantity + " from S03 on 2026-12-14; 12.40 GBP more.",
                        12.4,
                        List.of(new Economics.Part("purchase", 12.4))));
    }

    private static List<LimitRaise> raises() {
        return List.of(
                new LimitRaise(
                        LimitUse.Kind.CASH,
                        "",
                        "",
                        10_000,
                        400,
                        19_896.5,
                        19_581.25,
                        14,
                        Money.of(9_812.4),
                        3,
                        List.of(
                                new LimitRaise.Line("ART-1001", "S01", "LEEDS", PLAN_DATE, 48, Money.of(612)),
                                new LimitRaise.Line(
                                        "ART-1004", "S02", "BRISTOL", PLAN_DATE.plusWeeks(1), 24, Money.of(210.5)))),
                new LimitRaise(
                        LimitUse.Kind.SPACE, "LEEDS", "", 10, 0, 19_896.5, 19_896.5, 0, Money.ZERO, 0, List.of()),
                new LimitRaise(
                        LimitUse.Kind.SPACE,
                        "BRISTOL",
                        "",
                        10,
                        18.5,
                        19_896.5,
                        19_870,
                        2,
                        Money.of(140),
                        1,
                        List.of(new LimitRaise.Line(
                                "ART-1002", "S01", "BRISTOL", PLAN_DATE.plusWeeks(2), 36, Money.of(140)))));
    }

    private static List<LimitUse> limits() {
        List<LimitUse> limits = new ArrayList<>();
        for (int t = 0; t < HORIZON; t++) {
            LocalDate start = BUCKETS.start(t);
            limits.add(new LimitUse(
                    LimitUse.Kind.CASH,
                    "",
                    start,
                    12_000 * (t + 1),
                    Math.min(12_000 * (t + 1), 9_000 + 11_200 * t),
                    t == 2 ? 0.04 : 0));
            limits.add(new LimitUse(LimitUse.Kind.SPACE, "LEEDS", start, 950, 700 + 90 * Math.sin(t / 3.0), 0));
            limits.add(new LimitUse(
                    LimitUse.Kind.SPACE, "BRISTOL", start, 420, Math.min(420, 380 + 25 * t % 70), t == 3 ? 1.85 : 0));
            limits.add(
                    new LimitUse(LimitUse.Kind.STORAGE_CLASS, "BRISTOL", "chilled", start, 60, 48, t == 2 ? 2.1 : 0));
        }
        return limits;
    }

    private static int firstBucketBelowSafetyStock(InventoryProjection projection) {
        for (int t = 0; t < projection.buckets().count(); t++) {
            if (projection.closingUnits()[t] < projection.safetyStockUnits()[t]) {
                return t;
            }
        }
        return -1;
    }
}
