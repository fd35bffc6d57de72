package org.plenish.engine.plan;

import static org.plenish.engine.plan.Wording.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.optimize.MarginalAnalysis;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.ProblemBuilder.Mapped;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Zone;
import org.plenish.engine.plan.Explanation.ForecastUsed;
import org.plenish.engine.plan.Explanation.Parameters;
import org.plenish.engine.plan.Explanation.Step;
import org.plenish.engine.plan.PlannedFlows.NetStock;
import org.plenish.engine.policy.PolicyCalculation;
import org.plenish.engine.policy.PolicyCalculator;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.SkuLocationProfile;

/**
 * Tells why a line is proposed, by leaving it out: what stock would do without it, how far it reaches, and how its
 * quantity adds up from demand, safety stock and what is there already.
 */
final class Explainer implements LineExplainer {

    private final Mapped mapped;
    private final PlannedFlows flows;
    private final OptimizationResult result;
    private final Map<SkuLocation, Decided> decided;
    private final TimeBuckets buckets;
    private final Wording wording;
    private final MarginalAnalysis.Economics economics;
    private final EconomicsWording economicsWording;

    /** What was decided for a SKU-location before quantities. */
    record Decided(
            SkuLocationProfile profile,
            DemandHistory history,
            Forecast forecast,
            PolicyChoice choice,
            PolicyCalculation calculation) {}

    Explainer(
            Mapped mapped,
            PlannedFlows flows,
            OptimizationResult result,
            MarginalAnalysis.Economics economics,
            String currency,
            Map<SkuLocation, Decided> decided) {
        this.mapped = mapped;
        this.flows = flows;
        this.result = result;
        this.decided = decided;
        this.buckets = mapped.index().buckets();
        this.wording = new Wording(buckets);
        this.economics = economics;
        this.economicsWording = new EconomicsWording(mapped, currency);
    }

    @Override
    public Explained explain(
            String order, int lineNumber, OrderLine line, SupplyOption option, LocalDate orderDate, LocalDate dueDate) {
        int arrival = flows.arrivalPeriod(line);
        int quantity = line.quantityUnits();
        InventoryProjection before = flows.withoutOrder(line.sku(), line.warehouse(), arrival, quantity);
        InventoryProjection after = flows.withProposals(line.sku(), line.warehouse());
        Arrival in = new Arrival(line.sku(), line.warehouse(), arrival, quantity, dueDate);
        int reach = reach(in);
        Reason reason = new Reason(before, arrival);
        List<String> limits = new ArrayList<>();
        addSpaceLimit(limits, line.sku(), line.warehouse(), arrival);
        addCashLimit(limits, paymentPeriod(line));
        String text = reason.text(wording)
                + (reason.isNeeded() ? coverage(in, reach) : orderedAheadBecause(option, quantity));
        Economics worth = economics
                .find(line)
                .map(of -> economicsWording.of(line.sku(), line.warehouse(), purpose(in, reason, reach), of))
                .orElse(null);
        return new Explained(
                withMargin(text, worth),
                explanation(
                        order,
                        lineNumber,
                        in,
                        parameters(in, option, null),
                        steps(in, reach, roundingOfOrder(option, in, reach)),
                        before,
                        after,
                        limits,
                        changesOfOrder(in, before, after, option, orderDate),
                        worth));
    }

    @Override
    public Explained explain(String order, int lineNumber, TransferLine line, LocalDate shipDate, LocalDate dueDate) {
        Lane lane = mapped.problem().lanes().get(line.lane());
        TransferLane transferLane = mapped.index().lanes().get(line.lane());
        int arrival = flows.arrivalPeriod(line);
        int quantity = line.quantityUnits();
        InventoryProjection before = flows.withoutTransferIn(line.sku(), lane.to(), arrival, quantity);
        InventoryProjection after = flows.withProposals(line.sku(), lane.to());
        InventoryProjection sender = flows.withProposals(line.sku(), lane.from());
        Arrival in = new Arrival(line.sku(), lane.to(), arrival, quantity, dueDate);
        int reach = reach(in);
        Reason reason = new Reason(before, arrival);
        List<String> limits = new ArrayList<>();
        addSpaceLimit(limits, line.sku(), lane.to(), arrival);
        addSpaceLimit(limits, line.sku(), lane.from(), line.period());
        String text = reason.text(wording) + sendersStock(transferLane, sender, line.period());
        List<String> changes = new ArrayList<>();
        addPostponement(
                changes,
                in,
                before,
                shipDate,
                day -> transferLane.weekdays().isEmpty()
                        || transferLane.weekdays().contains(day.getDayOfWeek()));
        otherOptions(in, shipDate)
                .findFirst()
                .ifPresent(option -> changes.add("Buying instead: " + option.supplier() + " delivers in "
                        + option.leadTimeDays() + " days at " + option.unitCostAt(quantity) + " a unit, at least "
                        + option.minOrderQuantityUnits() + "."));
        Economics worth = economics
                .find(line)
                .map(of -> economicsWording.of(line.sku(), lane.to(), purpose(in, reason, reach), of))
                .orElse(null);
        return new Explained(
                withMargin(text, worth),
                explanation(
                        order,
                        lineNumber,
                        in,
                        parameters(in, null, transferLane),
                        steps(in, reach, "Less or more than that, as " + transferLane.from() + " can spare"),
                        before,
                        after,
                        limits,
                        changes,
                        worth));
    }

    /** A quantity that comes in. */
    private record Arrival(int sku, int warehouse, int period, int quantityUnits, LocalDate dueDate) {}

    private Explanation explanation(
            String order,
            int lineNumber,
            Arrival in,
            Parameters parameters,
            List<Step> steps,
            InventoryProjection before,
            InventoryProjection after,
            List<String> limits,
            List<String> changes,
            @Nullable Economics worth) {
        Decided facts = facts(in);
        PolicyCalculation calculation = facts.calculation();
        ForecastUsed forecastUsed = new ForecastUsed(
                facts.forecast().method(),
                facts.forecast().why(),
                facts.forecast().meanUnits().stream().average().orElse(0),
                calculation.protection().days(),
                calculation.protection().meanUnits(),
                calculation.protection().sdUnits());
        return new Explanation(
                order,
                lineNumber,
                mapped.index().location(in.sku(), in.warehouse()),
                in.quantityUnits(),
                forecastUsed,
                facts.choice().conclusions(),
                parameters,
                calculation.steps(),
                steps,
                before,
                after,
                limits,
                changes,
                worth);
    }

    private Parameters parameters(Arrival in, @Nullable SupplyOption option, @Nullable TransferLane lane) {
        Decided facts = facts(in);
        PolicyCalculation calculation = facts.calculation();
        return new Parameters(
                facts.choice().serviceTarget(),
                facts.choice().safetyStockName(),
                calculation.safetyFactor(),
                calculation.policy().safetyStockUnits(),
                calculation.policy().reorderPointUnits(),
                calculation.policy().orderUpToLevelUnits(),
                calculation.policy().orderQuantityUnits(),
                option != null ? option.leadTimeDays() : lane == null ? 0 : lane.leadTimeDays(),
                calculation.policy().reviewDays(),
                option == null ? 1 : option.orderMultipleUnits(),
                option == null ? 1 : option.minOrderQuantityUnits(),
                option == null ? null : option.supplier().value(),
                lane == null ? null : lane.from().value(),
                option == null
                        ? mapped.index().items().get(in.sku()).unitCost().toString()
                        : option.unitCostAt(in.quantityUnits()).toString());
    }

    private Decided facts(Arrival in) {
        Decided facts = decided.get(mapped.index().location(in.sku(), in.warehouse()));
        if (facts == null) {
            throw new IllegalStateException(
                    mapped.index().location(in.sku(), in.warehouse()) + " has a proposal, but was not planned.");
        }
        return facts;
    }

    private static String withMargin(String reason, @Nullable Economics worth) {
        return worth == null ? reason : reason + " " + worth.margin();
    }

    private String purpose(Arrival in, Reason reason, int reach) {
        if (!reason.isNeeded()) {
            return "Ahead of need";
        }
        return netUnits(in, reach) + in.quantityUnits() < 0
                ? "To be less short"
                : "To cover demand until " + buckets.start(reach + 1);
    }

    /** Until when demand is covered; where the quantity does not fill up to safety stock at once, what is left to want. */
    private String coverage(Arrival in, int reach) {
        int leftUnits = netUnits(in, reach) + in.quantityUnits();
        if (leftUnits < 0) {
            return " With it, " + -leftUnits + " units are still short at the end of " + wording.bucket(reach) + ".";
        }
        return " It covers demand until " + buckets.start(reach + 1)
                + (leftUnits < safetyStock(in) ? ", but not the whole safety stock." : ".");
    }

    /** What the sender is left with, at the least, from the bucket on in which it sends. */
    private static String sendersStock(TransferLane lane, InventoryProjection sender, int period) {
        int leastUnits = Integer.MAX_VALUE;
        for (int t = period; t < sender.closingUnits().length; t++) {
            leastUnits = Math.min(leastUnits, sender.closingUnits()[t] - sender.backorderUnits()[t]);
        }
        int safetyStock = sender.safetyStockUnits()[period];
        if (leastUnits >= safetyStock) {
            return " " + lane.from() + " can spare it: it keeps at least " + leastUnits + " (safety stock "
                    + safetyStock + ").";
        }
        return " " + lane.from() + " sends it although "
                + (leastUnits < 0
                        ? "it is up to " + -leastUnits + " units short itself later."
                        : "it falls to " + leastUnits + " later, below its safety stock of " + safetyStock + ".");
    }

    /** What else could be bought on that day; nothing where the rules or a person stopped buying. */
    private Stream<SupplyOption> otherOptions(Arrival in, LocalDate orderDate) {
        if (facts(in).choice().stopBuy()) {
            return Stream.empty();
        }
        return mapped.index().options().get(in.sku()).stream()
                .filter(option -> option.delivers(mapped.index().warehouses().get(in.warehouse())))
                .filter(option -> option.isValidOn(orderDate));
    }

    /** The last period, from the arrival on, to whose end the quantity keeps safety stock whole. */
    private int reach(Arrival in) {
        int safetyStock = safetyStock(in);
        int reach = in.period();
        for (int t = in.period(); t < buckets.count(); t++) {
            if (safetyStock - netUnits(in, t) > in.quantityUnits()) {
                break;
            }
            reach = t;
        }
        return reach;
    }

    private List<Step> steps(Arrival in, int reach, String rounding) {
        NetStock net = flows.netStock(in.sku(), in.warehouse(), reach, in.period(), in.quantityUnits());
        LocalDate until = buckets.start(reach + 1).minusDays(1);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("Expected demand from " + buckets.start() + " to " + until, net.demandUnits(), until));
        add(steps, "Transfers out by " + in.dueDate(), net.transferOutUnits(), in.dueDate());
        add(steps, "Safety stock to keep", safetyStock(in), until);
        String taken =
                facts(in).profile().stock().expiredUnits() > 0 ? "allocated, owed and expired" : "allocated and owed";
        steps.add(new Step("Less stock on hand, after what is " + taken, -net.initialUnits(), buckets.start()));
        add(steps, "Less orders and transfers already open, due by " + until, -net.openReceiptUnits(), until);
        add(steps, "Less other proposals arriving by " + in.dueDate(), -net.proposedUnits(), in.dueDate());
        int need = safetyStock(in) - net.units();
        add(steps, rounding, in.quantityUnits() - need, null);
        return steps;
    }

    private static void add(List<Step> steps, String text, int units, @Nullable LocalDate date) {
        if (units != 0) {
            steps.add(new Step(text, units, date));
        }
    }

    private String roundingOfOrder(SupplyOption option, Arrival in, int reach) {
        int need = safetyStock(in) - netUnits(in, reach);
        int quantity = in.quantityUnits();
        if (need > quantity) {
            return "Left below safety stock for a while: filling up costs more than it saves, or a limit leaves no"
                    + " room";
        }
        if (quantity == PolicyCalculator.lattice(option).leastUnits()) {
            return "Raised to the minimum order of " + option.minOrderQuantityUnits();
        }
        if (quantity - need < option.orderMultipleUnits()) {
            return "Rounded up to the order multiple of " + option.orderMultipleUnits();
        }
        for (PriceBreak priceBreak : option.priceBreaks()) {
            if (quantity - option.orderMultipleUnits() < priceBreak.minQuantityUnits()
                    && quantity >= priceBreak.minQuantityUnits()) {
                return "Raised to the price break at " + priceBreak.minQuantityUnits();
            }
        }
        return "A part of the next demand, in whole multiples of " + option.orderMultipleUnits();
    }

    static String orderedAheadBecause(SupplyOption option, int quantity) {
        PriceBreak reached = null;
        for (PriceBreak priceBreak : option.priceBreaks()) {
            if (quantity >= priceBreak.minQuantityUnits()) {
                reached = priceBreak;
            }
        }
        return reached == null
                ? " It is bought now because the supplier's order is placed anyway or later limits leave no room."
                : " It is bought now at the price for " + reached.minQuantityUnits() + " and more, "
                        + reached.unitCost() + " instead of " + option.unitCost() + ".";
    }

    private List<String> changesOfOrder(
            Arrival in,
            InventoryProjection before,
            InventoryProjection after,
            SupplyOption option,
            LocalDate orderDate) {
        List<String> changes = new ArrayList<>();
        addPostponement(changes, in, before, orderDate, day -> isOrderDay(option, day));
        addLessDemand(changes, in, before);
        int less = in.quantityUnits() - option.orderMultipleUnits();
        if (less < option.minOrderQuantityUnits()) {
            changes.add("A smaller order is not possible: the minimum is " + option.minOrderQuantityUnits() + ".");
        } else {
            firstTouched(in, after, option.orderMultipleUnits())
                    .ifPresent(t -> changes.add("With " + option.orderMultipleUnits()
                            + " less, safety stock would be touched in " + wording.bucket(t) + "."));
        }
        option.priceBreaks().stream()
                .filter(priceBreak -> priceBreak.minQuantityUnits() > in.quantityUnits()
                        && priceBreak.minQuantityUnits() <= option.maxOrderQuantityUnits())
                .findFirst()
                .ifPresent(priceBreak -> changes.add("From " + priceBreak.minQuantityUnits() + " on a unit costs "
                        + priceBreak.unitCost() + " instead of " + option.unitCostAt(in.quantityUnits())
                        + ": " + (priceBreak.minQuantityUnits() - in.quantityUnits()) + " more would reach it."));
        otherOptions(in, orderDate)
                .filter(other -> !other.supplier().equals(option.supplier()))
                .forEach(other -> changes.add(other.supplier() + " would deliver in " + other.leadTimeDays()
                        + " days at " + other.unitCostAt(in.quantityUnits()) + " a unit, at least "
                        + other.minOrderQuantityUnits() + "."));
        return changes;
    }

    private boolean isOrderDay(SupplyOption option, LocalDate day) {
        Set<DayOfWeek> weekdays = mapped.index().supplier(option.supplier()).orderWeekdays();
        return option.isValidOn(day) && (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()));
    }

    private void addPostponement(
            List<String> changes,
            Arrival in,
            InventoryProjection before,
            LocalDate releaseDate,
            Predicate<LocalDate> canRelease) {
        int next = in.period() + 1;
        if (next >= buckets.count()) {
            return;
        }
        int missing = before.safetyStockUnits()[in.period()]
                - (before.closingUnits()[in.period()] - before.backorderUnits()[in.period()]);
        if (missing > 0) {
            changes.add("One " + wording.unit() + " later, stock would end " + wording.bucket(in.period()) + " "
                    + missing + " below safety stock"
                    + (before.backorderUnits()[in.period()] > 0
                            ? ", " + before.backorderUnits()[in.period()] + " of them owed to customers."
                            : "."));
        } else {
            int wait = new Reason(before, in.period()).firstBucketBelowSafetyStock();
            if (wait < 0) {
                changes.add("It could wait beyond the horizon without touching safety stock.");
                return;
            }
            LocalDate latest = buckets.size().plus(releaseDate, wait - in.period());
            while (latest.isAfter(releaseDate) && !canRelease.test(latest)) {
                latest = latest.minusDays(1);
            }
            if (latest.isAfter(releaseDate)) {
                changes.add("It could be released on " + latest + " without touching safety stock.");
            }
        }
    }

    private void addLessDemand(List<String> changes, Arrival in, InventoryProjection before) {
        int missing = before.safetyStockUnits()[in.period()]
                - (before.closingUnits()[in.period()] - before.backorderUnits()[in.period()]);
        int demand = flows.netStock(in.sku(), in.warehouse(), in.period(), in.period(), in.quantityUnits())
                .demandUnits();
        if (missing > 0 && missing < demand) {
            changes.add("It could wait a " + wording.unit() + " if demand until "
                    + buckets.start(in.period() + 1) + " were " + Math.round(Math.ceil(100.0 * missing / demand))
                    + " % below forecast.");
        }
    }

    /** The first bucket, from the arrival on, in which so many units less would no longer leave safety stock whole. */
    private static OptionalInt firstTouched(Arrival in, InventoryProjection after, int lessUnits) {
        for (int t = in.period(); t < after.closingUnits().length; t++) {
            int spareUnits = after.closingUnits()[t] - after.backorderUnits()[t] - after.safetyStockUnits()[t];
            if (spareUnits >= 0 && spareUnits < lessUnits) {
                return OptionalInt.of(t);
            }
        }
        return OptionalInt.empty();
    }

    private void addSpaceLimit(List<String> limits, int sku, int warehouse, int period) {
        List<Zone> zones = mapped.problem().zones();
        for (int z = 0; z < zones.size(); z++) {
            Zone zone = zones.get(z);
            double price = result.spacePrice()[z][period];
            if (price > 0
                    && zone.warehouse() == warehouse
                    && zone.holds(mapped.problem().skus().get(sku))) {
                limits.add(text(
                        "Space%s at %s is used up in %s: one more m³ would save %.2f.",
                        zone.isWhole() ? "" : " for " + zone.storageClass() + " goods",
                        mapped.index().warehouses().get(warehouse),
                        wording.bucket(period),
                        price));
            }
        }
    }

    private int paymentPeriod(OrderLine line) {
        int supplier = mapped.problem()
                .skus()
                .get(line.sku())
                .sources()
                .get(line.source())
                .supplier();
        return line.period() + mapped.problem().suppliers().get(supplier).payOffsetPeriods();
    }

    private void addCashLimit(List<String> limits, int period) {
        double price = result.cashPrice()[period];
        if (price > 0) {
            limits.add(text(
                    "Cash is short in %s%s: one more unit of currency would save %.2f.",
                    wording.bucket(period),
                    mapped.problem().cashCarriesForward() ? " or after it" : "", // it is kept for later then
                    price));
        }
    }

    private int safetyStock(Arrival in) {
        return mapped.problem().skus().get(in.sku()).safetyStockUnits()[in.warehouse()];
    }

    private int netUnits(Arrival in, int period) {
        return flows.netStock(in.sku(), in.warehouse(), period, in.period(), in.quantityUnits())
                .units();
    }
}
