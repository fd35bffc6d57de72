package org.plenish.engine.plan;

import static org.plenish.engine.plan.Wording.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.monitor.ForecastSignals;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.plan.Situation.Names;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.ForecastBias;
import org.plenish.engine.policy.PolicyOverrides;
import org.plenish.engine.policy.SituationKind;
import org.plenish.engine.policy.SituationProfile;
import org.plenish.engine.policy.SituationProfile.Extent;
import org.plenish.engine.policy.SituationProfile.LimitProfile;
import org.plenish.engine.policy.SituationProfile.Remedies;
import org.plenish.engine.policy.SkuLocationProfile;

/** Finds what the plan cannot mend, and what stands out in its facts. Whether it matters is for rules to say. */
final class SituationFinder {

    private final Dataset dataset;
    private final TimeBuckets buckets;
    private final Wording wording;
    private final List<Situation> found = new ArrayList<>();

    SituationFinder(Dataset dataset, TimeBuckets buckets) {
        this.dataset = dataset;
        this.buckets = buckets;
        this.wording = new Wording(buckets);
    }

    /** In no order of weight. */
    List<Situation> find(
            List<SkuLocationPlan> locations,
            List<PurchaseOrder> purchaseOrders,
            List<LimitUse> limits,
            List<Violation> violations) {
        Map<SkuLocation, SkuLocationPlan> byLocation = new TreeMap<>();
        locations.forEach(location -> byLocation.put(location.location(), location));
        Map<SkuLocation, List<OpenPurchaseOrder>> openOrders = new HashMap<>();
        for (OpenPurchaseOrder order : dataset.openPurchaseOrders()) {
            openOrders
                    .computeIfAbsent(order.location(), none -> new ArrayList<>())
                    .add(order);
            if (order.dueDate().isBefore(buckets.start())) {
                addLateOrder(order, byLocation.get(order.location()));
            }
        }
        SpareStock spareStock = new SpareStock(dataset, locations);
        for (SkuLocationPlan location : locations) {
            addNegativeStock(location);
            addShortage(location, openOrders.getOrDefault(location.location(), List.of()), spareStock);
            addObsolescence(location);
            addExpired(location);
            addForecastOutOfControl(location);
        }
        limits.forEach(limit -> addOverLimit(limit, locations));
        SupplierMinimum.notReachedIn(dataset, buckets, locations, purchaseOrders)
                .forEach(this::addSupplierMinimum);
        addOverrides(byLocation);
        violations.stream()
                .filter(violation -> !List.of("space", "storage_class", "cash", "min_order_value")
                        .contains(violation.kind()))
                .forEach(this::addViolation);
        return found;
    }

    private void addShortage(SkuLocationPlan location, List<OpenPurchaseOrder> openOrders, SpareStock spareStock) {
        InventoryProjection stock = location.withProposals();
        int first = stock.firstStockoutBucket();
        if (first < 0) {
            return;
        }
        int last = first;
        int most = 0;
        for (int t = first; t < buckets.count() && stock.backorderUnits()[t] > 0; t++) {
            most = Math.max(most, stock.backorderUnits()[t]);
            last = t;
        }
        SkuLocationProfile profile = location.profile();
        boolean now = profile.stock().netUnits() <= 0;
        boolean lasts = last == buckets.count() - 1;
        String until = lasts ? "beyond the horizon" : "until " + buckets.start(last + 1);
        int daysUntil = daysUntil(buckets.start(first));
        OpenPurchaseOrder nextReceipt = firstDueAfter(first, openOrders);
        SpareStock.Spare spare = spareStock.forWarehouse(location.location());
        Money value = salesValue(profile.item(), most);
        found.add(new Situation(
                SituationProfile.of(
                        now ? SituationKind.STOCKOUT_NOW : SituationKind.COMING_SHORTAGE,
                        extent(
                                location,
                                buckets.start(first),
                                daysUntil(buckets.start(last + 1)) - daysUntil,
                                most,
                                value),
                        new Remedies(
                                profile.supply().canBeBought()
                                        ? daysUntil - profile.supply().leadTimeDays()
                                        : null,
                                nextReceipt != null,
                                spare.units(),
                                (double) spare.units() / most,
                                profile.item().replacedBy() != null),
                        profile,
                        location.choice()),
                buckets.start(first),
                value,
                text(
                        "%s: up to %d units short from %s, %s, even with all that is proposed.",
                        now ? "Out of stock" : "Stock will run out", most, wording.bucket(first), until),
                new Names(location.calculation().supply().supplier(), nextReceipt, spare.sender(), Money.ZERO)));
    }

    /** What would help if it came sooner: orders due in the bucket or before it are counted on already. */
    private @Nullable OpenPurchaseOrder firstDueAfter(int bucket, List<OpenPurchaseOrder> openOrders) {
        return openOrders.stream()
                .filter(order -> !order.dueDate().isBefore(buckets.start(bucket + 1)))
                .min(Comparator.comparing(OpenPurchaseOrder::dueDate))
                .orElse(null);
    }

    private void addLateOrder(OpenPurchaseOrder order, @Nullable SkuLocationPlan location) {
        Item item = dataset.item(order.location().item());
        Money value = item.unitCost().times(order.quantityUnits());
        Extent extent = extent(location, order.dueDate(), 0, order.quantityUnits(), value);
        found.add(new Situation(
                location == null
                        ? SituationProfile.of(
                                SituationKind.LATE_ORDER,
                                extent,
                                null,
                                item,
                                dataset.warehouse(order.location().warehouse()))
                        : SituationProfile.of(
                                SituationKind.LATE_ORDER, extent, Remedies.NONE, location.profile(), location.choice()),
                order.dueDate(),
                value,
                text(
                        "Order %s of %s is %d days late; the plan expects its %d units today.",
                        order.order(), order.supplier(), extent.daysLate(), order.quantityUnits()),
                new Names(order.supplier(), order, null, Money.ZERO)));
    }

    private void addNegativeStock(SkuLocationPlan location) {
        StockPosition recorded = dataset.stock().get(location.location());
        int onHand = recorded == null ? 0 : recorded.onHandUnits(); // the profile's is never below zero
        if (onHand < 0) {
            addToday(
                    location,
                    SituationKind.NEGATIVE_STOCK,
                    -onHand,
                    text("Stock is recorded as %d; the plan takes it as 0.", onHand));
        }
    }

    private void addObsolescence(SkuLocationPlan location) {
        int onHand = location.profile().stock().onHandUnits();
        if (onHand <= 0) {
            return;
        }
        switch (location.choice().obsolescenceStatus()) {
            case HEALTHY, SLOW, EXPIRED -> {}
            case EXCESS ->
                addToday(
                        location,
                        SituationKind.EXCESS,
                        onHand,
                        text(
                                "%d units on hand last %.0f days.",
                                onHand, location.profile().stock().coverDays()));
            case DISCONTINUED ->
                addToday(
                        location,
                        SituationKind.DISCONTINUED_STOCK,
                        onHand,
                        text("%d units on hand of a discontinued article.", onHand));
            case DEAD ->
                addToday(
                        location,
                        SituationKind.DEAD_STOCK,
                        onHand,
                        text("%d units on hand of an article that has not sold here for long.", onHand));
            case EXPIRING ->
                addToday(
                        location,
                        SituationKind.EXPIRING,
                        location.profile().stock().expiringUnits(),
                        text(
                                "%d of %d units will expire before they are expected to sell.",
                                location.profile().stock().expiringUnits(), onHand));
        }
    }

    /** A fact, whatever the rules call the stock: nobody may sell it. */
    private void addExpired(SkuLocationPlan location) {
        int expired = location.profile().stock().expiredUnits();
        if (expired > 0) {
            addToday(
                    location,
                    SituationKind.EXPIRED,
                    expired,
                    text(
                            "%d of %d units have expired; the plan does not count on them.",
                            expired, location.profile().stock().onHandUnits()));
        }
    }

    private void addOverrides(Map<SkuLocation, SkuLocationPlan> locations) {
        PolicyOverrides overrides = new PolicyOverrides(dataset.policyOverrides(), buckets.start());
        for (PolicyOverride override : overrides.expired()) {
            LocalDate lastDay = Objects.requireNonNull(override.expiresOn(), "what has expired has a last day");
            addOverride(
                    override,
                    SituationKind.OVERRIDE_EXPIRED,
                    lastDay,
                    text("What was decided for %s held until %s and is not in force any more.", of(override), lastDay),
                    locations);
        }
        for (PolicyOverride override : overrides.withoutReason()) {
            addOverride(
                    override,
                    SituationKind.OVERRIDE_WITHOUT_REASON,
                    buckets.start(),
                    text("A person decided for %s, and the row gives no reason.", of(override)),
                    locations);
        }
    }

    /** At stake is what sells in a year where it holds, at cost. */
    private void addOverride(
            PolicyOverride override,
            SituationKind kind,
            LocalDate date,
            String message,
            Map<SkuLocation, SkuLocationPlan> locations) {
        double annualValue = 0;
        SkuLocationPlan only = null;
        for (SkuLocationPlan location : locations.values()) {
            boolean holds = location.location().item().equals(override.item())
                    && (override.warehouse() == null
                            || location.location().warehouse().equals(override.warehouse()));
            annualValue += holds ? location.profile().demand().annualValue() : 0;
            only = holds && override.warehouse() != null ? location : only;
        }
        Money value = Money.of(annualValue);
        Extent extent = extent(only, date, 0, 0, value);
        found.add(new Situation(
                only == null
                        ? SituationProfile.of(
                                kind,
                                extent,
                                null,
                                dataset.item(override.item()),
                                override.warehouse() == null ? null : dataset.warehouse(override.warehouse()))
                        : SituationProfile.of(kind, extent, Remedies.NONE, only.profile(), only.choice()),
                date,
                value,
                message,
                Names.NONE));
    }

    private static String of(PolicyOverride override) {
        return override.item() + (override.warehouse() == null ? " everywhere" : " at " + override.warehouse());
    }

    /**
     * Only where demand is regular: single large orders of irregular demand look like a shift. At stake is what the plan
     * would buy too much or too little over its horizon if the forecast went on erring as it did.
     */
    private void addForecastOutOfControl(SkuLocationPlan location) {
        ForecastSignals signals = location.forecast().accuracy().signals();
        boolean regular = location.choice().demandClass() == DemandClass.SMOOTH
                || location.choice().demandClass() == DemandClass.ERRATIC;
        if (!regular || !signals.isOutOfControl()) {
            return;
        }
        ForecastBias bias = signals.cusum() > 0 ? ForecastBias.TOO_HIGH : ForecastBias.TOO_LOW;
        double error = Math.abs(signals.runMeanErrorUnits());
        int units = (int) Math.min(Integer.MAX_VALUE, Math.round(error * buckets.count()));
        Money value = location.profile().item().unitCost().times(units);
        found.add(new Situation(
                SituationProfile.of(
                        SituationKind.FORECAST_OUT_OF_CONTROL,
                        extent(location, buckets.start(), 0, units, value, bias),
                        Remedies.NONE,
                        location.profile(),
                        location.choice()),
                buckets.start(),
                value,
                text(
                        "For %d %ss the forecast has been too %s, by %.1f units a %s on average: cumulative sum %.1f,"
                                + " beyond ±%.0f standard deviations; smoothed-error signal %.2f.",
                        signals.runBuckets(),
                        wording.unit(),
                        bias == ForecastBias.TOO_HIGH ? "high" : "low",
                        error,
                        wording.unit(),
                        signals.cusum(),
                        ForecastSignals.CUSUM_LIMIT,
                        signals.smoothedErrorSignal()),
                Names.NONE));
    }

    private void addOverLimit(LimitUse limit, List<SkuLocationPlan> locations) {
        double excess = limit.used() - limit.limit();
        if (excess <= 1e-6 * Math.max(1, limit.limit())) {
            return;
        }
        int bucket = buckets.indexOf(limit.periodStart());
        boolean cash = limit.kind() == LimitUse.Kind.CASH;
        WarehouseId warehouse = cash ? null : new WarehouseId(limit.warehouse());
        boolean ofStorageClass = limit.kind() == LimitUse.Kind.STORAGE_CLASS;
        Money value = warehouse == null
                ? Money.of(excess)
                : valueWithoutRoom(excess, bucket, locations, warehouse, ofStorageClass ? limit.storageClass() : null);
        addOfNoLocation(
                cash ? SituationKind.OVER_CASH : SituationKind.OVER_SPACE,
                limit.periodStart(),
                0,
                value,
                new LimitProfile(excess / limit.limit(), ofStorageClass),
                warehouse,
                cash
                        ? text("Orders exceed the cash available by %.2f in %s.", excess, wording.bucket(bucket))
                        : text(
                                "%s is %.1f m³ over its capacity of %.1f m³%s in %s.",
                                limit.warehouse(),
                                excess,
                                limit.limit(),
                                ofStorageClass ? " for " + limit.storageClass() + " goods" : "",
                                wording.bucket(bucket)),
                Names.NONE);
    }

    /** What goods that find no room are worth, at the mean value of a cubic metre there. */
    private static Money valueWithoutRoom(
            double excessM3,
            int bucket,
            List<SkuLocationPlan> locations,
            WarehouseId warehouse,
            @Nullable String storageClass) {
        double usedM3 = 0;
        double value = 0;
        for (SkuLocationPlan location : locations) {
            Item item = location.profile().item();
            if (location.location().warehouse().equals(warehouse)
                    && (storageClass == null || item.storageClass().equals(storageClass))) {
                int units = location.withProposals().peakUnits(bucket);
                usedM3 += units * item.unitVolumeM3();
                value += item.unitVolumeM3() == 0 ? 0 : units * item.unitCost().toDouble();
            }
        }
        return usedM3 == 0 ? Money.ZERO : Money.of(value * Math.min(1, excessM3 / usedM3));
    }

    private void addSupplierMinimum(SupplierMinimum minimum) {
        String worth = text(
                "%d units of %d %s, worth %s", // counted and priced as they would be ordered
                minimum.quantityUnits(),
                minimum.articles(),
                minimum.articles() == 1 ? "article" : "articles",
                minimum.value());
        addOfNoLocation(
                SituationKind.SUPPLIER_MINIMUM_NOT_REACHED,
                minimum.from(),
                minimum.quantityUnits(),
                minimum.missing(),
                new LimitProfile(
                        minimum.missing().toDouble() / minimum.minimum().toDouble(), false),
                minimum.warehouse(),
                minimum.ordered()
                        ? text(
                                "%s takes orders of %s or more, but %s is to order %s.",
                                minimum.supplier(), minimum.minimum(), minimum.warehouse(), worth)
                        : text(
                                "%s takes orders of %s or more; %s needs %s, to keep up safety stock for one lead"
                                        + " time, so nothing is ordered now.",
                                minimum.supplier(), minimum.minimum(), minimum.warehouse(), worth),
                new Names(minimum.supplier(), null, null, Money.ZERO));
    }

    private void addViolation(Violation violation) {
        addOfNoLocation(
                SituationKind.LIMIT_NOT_KEPT,
                buckets.start(violation.period()),
                0,
                Money.ZERO,
                new LimitProfile(Double.NaN, false),
                null,
                text(
                        "%s is not kept: %s in %s, by %.2f %s.",
                        violation.kind(),
                        violation.where(),
                        wording.bucket(violation.period()),
                        violation.excess(),
                        violation.unit()),
                Names.NONE);
    }

    private void addOfNoLocation(
            SituationKind kind,
            LocalDate date,
            int units,
            Money value,
            LimitProfile limit,
            @Nullable WarehouseId warehouse,
            String message,
            Names names) {
        found.add(new Situation(
                SituationProfile.of(
                        kind,
                        extent(null, date, 0, units, value),
                        limit,
                        null,
                        warehouse == null ? null : dataset.warehouse(warehouse)),
                date,
                value,
                message,
                names));
    }

    private void addToday(SkuLocationPlan location, SituationKind kind, int units, String message) {
        Money value = location.profile().item().unitCost().times(units);
        found.add(new Situation(
                SituationProfile.of(
                        kind,
                        extent(location, buckets.start(), 0, units, value),
                        Remedies.NONE,
                        location.profile(),
                        location.choice()),
                buckets.start(),
                value,
                message,
                new Names(
                        location.calculation().supply().supplier(),
                        null,
                        null,
                        Money.of(value.toDouble() * location.choice().provisionRate()))));
    }

    private Extent extent(@Nullable SkuLocationPlan location, LocalDate date, int lastsDays, int units, Money value) {
        return extent(location, date, lastsDays, units, value, null);
    }

    private Extent extent(
            @Nullable SkuLocationPlan location,
            LocalDate date,
            int lastsDays,
            int units,
            Money value,
            @Nullable ForecastBias bias) {
        int daysUntil = daysUntil(date);
        return new Extent(
                daysUntil,
                Math.max(0, -daysUntil),
                lastsDays,
                units,
                value.toDouble(),
                location == null
                        ? Double.NaN
                        : share(units, location.profile().stock().onHandUnits()),
                location == null
                        ? Double.NaN
                        : share(units, location.profile().demand().annualUnits()),
                bias);
    }

    private static double share(int units, double whole) {
        return whole > 0 ? units / whole : Double.NaN;
    }

    private int daysUntil(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(buckets.start(), date));
    }

    /** What the units would fetch; at cost where no price is known. */
    private static Money salesValue(Item item, int units) {
        UnitPrice price = item.unitPrice();
        return (price == null ? item.unitCost() : price).times(units);
    }
}
