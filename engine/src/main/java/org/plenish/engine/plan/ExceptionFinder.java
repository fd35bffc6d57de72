package org.plenish.engine.plan;

import static org.plenish.engine.plan.Wording.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.monitor.ForecastSignals;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.plan.PlanException.Kind;
import org.plenish.engine.plan.PlanException.Severity;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.LifecycleAction;

/** Finds what a person should look at: what the plan cannot mend, and what stands out in its facts. */
final class ExceptionFinder {

    private final Dataset dataset;
    private final TimeBuckets buckets;
    private final Wording wording;
    private final List<PlanException> found = new ArrayList<>();

    ExceptionFinder(Dataset dataset, TimeBuckets buckets) {
        this.dataset = dataset;
        this.buckets = buckets;
        this.wording = new Wording(buckets);
    }

    /** Gravest first, then by value, then by place. */
    List<PlanException> find(List<SkuLocationPlan> locations, List<LimitUse> limits, List<Violation> violations) {
        Map<SkuLocation, List<OpenPurchaseOrder>> openOrders = new HashMap<>();
        for (OpenPurchaseOrder order : dataset.openPurchaseOrders()) {
            openOrders
                    .computeIfAbsent(order.location(), none -> new ArrayList<>())
                    .add(order);
            if (order.dueDate().isBefore(buckets.start())) {
                addLateOrder(order);
            }
        }
        for (SkuLocationPlan location : locations) {
            addNegativeStock(location);
            addShortage(location, openOrders.getOrDefault(location.location(), List.of()));
            addObsolescence(location);
            addForecastOutOfControl(location);
        }
        limits.forEach(this::addOverLimit);
        StorageClassShortage.in(dataset, locations).forEach(this::addStorageClassShortage);
        violations.stream()
                .filter(violation ->
                        !violation.kind().equals("space") && !violation.kind().equals("cash"))
                .forEach(this::addViolation);
        found.sort(Comparator.comparing(PlanException::severity)
                .thenComparing(PlanException::value, Comparator.reverseOrder())
                .thenComparing(PlanException::kind)
                .thenComparing(exception -> String.valueOf(exception.item()))
                .thenComparing(exception -> String.valueOf(exception.warehouse()))
                .thenComparing(PlanException::date));
        return found;
    }

    private void addShortage(SkuLocationPlan location, List<OpenPurchaseOrder> openOrders) {
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
        boolean now = location.profile().stock().netUnits() <= 0;
        boolean lasts = last == buckets.count() - 1;
        String until = lasts ? "beyond the horizon" : "until " + buckets.start(last + 1);
        String message = text(
                "%s: up to %d units short from %s, %s, even with all that is proposed.",
                now ? "Out of stock" : "Stock will run out", most, wording.bucket(first), until);
        OpenPurchaseOrder nextReceipt = firstDueAfter(first, openOrders);
        String action;
        if (location.choice().stopBuy()) {
            action = "Buying is stopped: offer a substitute, or lift the stop.";
        } else if (nextReceipt != null) {
            action = "Ask " + nextReceipt.supplier() + " to send order " + nextReceipt.order() + " ("
                    + nextReceipt.quantityUnits() + " units, due " + nextReceipt.dueDate() + ") sooner.";
        } else if (!location.profile().supply().canBeBought()) {
            action = "Nobody supplies it here: add a supplier, or stop offering it.";
        } else {
            action = "Ask for express delivery, or tell customers the new date.";
        }
        found.add(new PlanException(
                now || first == 0 ? Severity.CRITICAL : Severity.WARNING,
                now ? Kind.STOCKOUT_NOW : Kind.COMING_SHORTAGE,
                location.location().item(),
                location.location().warehouse(),
                buckets.start(first),
                most,
                salesValue(location.profile().item(), most),
                message,
                action));
    }

    /** What would help if it came sooner: orders due in the bucket or before it are counted on already. */
    private @Nullable OpenPurchaseOrder firstDueAfter(int bucket, List<OpenPurchaseOrder> openOrders) {
        return openOrders.stream()
                .filter(order -> !order.dueDate().isBefore(buckets.start(bucket + 1)))
                .min(Comparator.comparing(OpenPurchaseOrder::dueDate))
                .orElse(null);
    }

    private void addLateOrder(OpenPurchaseOrder order) {
        long days = ChronoUnit.DAYS.between(order.dueDate(), buckets.start());
        found.add(new PlanException(
                Severity.WARNING,
                Kind.LATE_ORDER,
                order.location().item(),
                order.location().warehouse(),
                order.dueDate(),
                order.quantityUnits(),
                dataset.item(order.location().item()).unitCost().times(order.quantityUnits()),
                text(
                        "Order %s of %s is %d days late; the plan expects its %d units today.",
                        order.order(), order.supplier(), days, order.quantityUnits()),
                "Ask " + order.supplier() + " for a date and put it into open_purchase_orders."));
    }

    private void addNegativeStock(SkuLocationPlan location) {
        StockPosition recorded = dataset.stock().get(location.location());
        int onHand = recorded == null ? 0 : recorded.onHandUnits(); // the profile's is never below zero
        if (onHand < 0) {
            add(
                    location,
                    Severity.WARNING,
                    Kind.NEGATIVE_STOCK,
                    -onHand,
                    text("Stock is recorded as %d; the plan takes it as 0.", onHand),
                    "Count it and correct the record.");
        }
    }

    private void addObsolescence(SkuLocationPlan location) {
        int onHand = location.profile().stock().onHandUnits();
        LifecycleAction action = location.choice().lifecycleAction();
        if (onHand <= 0) {
            return;
        }
        switch (location.choice().obsolescenceStatus()) {
            case HEALTHY, SLOW -> {}
            case EXCESS ->
                add(
                        location,
                        Severity.NOTICE,
                        Kind.EXCESS,
                        onHand,
                        text(
                                "%d units on hand last %.0f days.",
                                onHand, location.profile().stock().coverDays()),
                        advice(action));
            case DISCONTINUED ->
                add(
                        location,
                        Severity.WARNING,
                        Kind.DEAD_STOCK,
                        onHand,
                        text("%d units on hand of a discontinued article.", onHand),
                        advice(action));
            case DEAD ->
                add(
                        location,
                        Severity.WARNING,
                        Kind.DEAD_STOCK,
                        onHand,
                        text("%d units on hand of an article that has not sold here for long.", onHand),
                        advice(action));
            case EXPIRING ->
                add(
                        location,
                        Severity.CRITICAL,
                        Kind.EXPIRING,
                        location.profile().stock().expiringUnits(),
                        text(
                                "%d of %d units will expire before they are expected to sell.",
                                location.profile().stock().expiringUnits(), onHand),
                        advice(action));
        }
    }

    private static String advice(LifecycleAction action) {
        return switch (action) {
            case NONE -> "Let it sell; nothing more is bought before it is needed.";
            case STOP_BUY -> "Stop buying until it is sold.";
            case TRANSFER_OUT -> "Move it to a warehouse that sells it.";
            case RETURN_TO_SUPPLIER -> "Offer it back to the supplier.";
            case MARK_DOWN -> "Mark it down.";
            case WRITE_OFF -> "Write it off and clear the space.";
        };
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
        boolean high = signals.cusum() > 0;
        double error = Math.abs(signals.runMeanErrorUnits());
        add(
                location,
                high ? Severity.NOTICE : Severity.WARNING,
                Kind.FORECAST_OUT_OF_CONTROL,
                (int) Math.min(Integer.MAX_VALUE, Math.round(error * buckets.count())),
                text(
                        "For %d %ss the forecast has been too %s, by %.1f units a %s on average: cumulative sum %.1f,"
                                + " beyond ±%.0f standard deviations; smoothed-error signal %.2f.",
                        signals.runBuckets(),
                        wording.unit(),
                        high ? "high" : "low",
                        error,
                        wording.unit(),
                        signals.cusum(),
                        ForecastSignals.CUSUM_LIMIT,
                        signals.smoothedErrorSignal()),
                high
                        ? "Ask whether demand is gone for good; if so, give a lower forecast in forecast.csv."
                        : "Ask whether the new demand will last; if so, give a higher forecast in forecast.csv.");
    }

    private void addOverLimit(LimitUse limit) {
        double excess = limit.used() - limit.limit();
        if (excess <= 1e-6 * Math.max(1, limit.limit())) {
            return;
        }
        boolean space = limit.kind() == LimitUse.Kind.SPACE;
        int bucket = buckets.indexOf(limit.periodStart());
        found.add(new PlanException(
                Severity.CRITICAL,
                space ? Kind.OVER_SPACE : Kind.OVER_CASH,
                null,
                space ? new WarehouseId(limit.warehouse()) : null,
                limit.periodStart(),
                0,
                space ? Money.ZERO : Money.of(excess),
                space
                        ? text(
                                "%s is %.1f m³ over its capacity of %.1f m³ in %s.",
                                limit.warehouse(), excess, limit.limit(), wording.bucket(bucket))
                        : text("Orders exceed the cash available by %.2f in %s.", excess, wording.bucket(bucket)),
                space
                        ? "Rent space, move stock out, or postpone open orders."
                        : "Raise the budget, or reject or postpone some of these orders."));
    }

    private void addStorageClassShortage(StorageClassShortage shortage) {
        found.add(new PlanException(
                Severity.WARNING,
                Kind.OVER_SPACE,
                null,
                shortage.warehouse(),
                buckets.start(shortage.bucket()),
                0,
                Money.ZERO,
                text(
                        "%s needs up to %.1f m³ of %s storage and has %.1f, first in %s; the optimizer does not limit"
                                + " storage classes.",
                        shortage.warehouse(),
                        shortage.mostUsedM3(),
                        shortage.storageClass(),
                        shortage.capacityM3(),
                        wording.bucket(shortage.bucket())),
                "Postpone or reject orders of this class, or find room for it."));
    }

    private void addViolation(Violation violation) {
        found.add(new PlanException(
                Severity.CRITICAL,
                Kind.LIMIT_NOT_KEPT,
                null,
                null,
                buckets.start(),
                0,
                Money.ZERO,
                text("%s is not kept: %s, by %.2f.", violation.kind(), violation.where(), violation.excess()),
                "Relax this limit, or those that force it."));
    }

    private void add(SkuLocationPlan location, Severity severity, Kind kind, int units, String message, String action) {
        LocalDate date = buckets.start();
        found.add(new PlanException(
                severity,
                kind,
                location.location().item(),
                location.location().warehouse(),
                date,
                units,
                location.profile().item().unitCost().times(units),
                message,
                action));
    }

    /** What the units would fetch; at cost where no price is known. */
    private static Money salesValue(Item item, int units) {
        UnitPrice price = item.unitPrice();
        return (price == null ? item.unitCost() : price).times(units);
    }
}
