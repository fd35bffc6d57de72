package org.plenish.engine.policy;

import static java.util.Objects.requireNonNullElse;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.inventory.EconomicOrderQuantity;
import org.plenish.engine.inventory.LeadTimeDemand;
import org.plenish.engine.inventory.OrderLattice;
import org.plenish.engine.inventory.OrderUpToLevel;
import org.plenish.engine.inventory.ReorderPoint;
import org.plenish.engine.inventory.WholeUnits;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.policy.PolicyCalculation.Supply;
import org.plenish.engine.policy.ReplenishmentPolicy.DoNotStock;
import org.plenish.engine.policy.ReplenishmentPolicy.MinMax;
import org.plenish.engine.policy.ReplenishmentPolicy.PeriodicOrderUpTo;
import org.plenish.engine.policy.ReplenishmentPolicy.ReorderPointOrderQuantity;

/**
 * Turns what the rules chose into units: protection interval, safety stock, order quantity, reorder point, order-up-to
 * level, and last what a person overrode. Safe to share between threads.
 */
public final class PolicyCalculator {

    static final double DAYS_PER_YEAR = 365;

    /** Sums of the same forecast differ by no more than this share. */
    private static final double SAME_DEMAND = 1e-9;

    private final Dataset dataset;
    private final PreferredSupply preferredSupply;
    private final PolicyOverrides overrides;
    private final JointOrders jointOrders;

    /** Terms of supply as the formulas need them. */
    private record Terms(Supply supply, OrderLattice lattice, double unitCost, List<PriceBreak> priceBreaks) {}

    /** @param profiles all of the dataset: a purchase order's cost is shared by what is bought together */
    public PolicyCalculator(Dataset dataset, List<SkuLocationProfile> profiles) {
        this.dataset = dataset;
        this.preferredSupply = new PreferredSupply(dataset);
        this.overrides = new PolicyOverrides(
                dataset.policyOverrides(), dataset.settings().asOf());
        this.jointOrders = new JointOrders(dataset);
        for (SkuLocationProfile profile : profiles) {
            preferredSupply
                    .findOption(profile.location())
                    .ifPresent(option -> jointOrders.add(
                            profile.location(), option, profile.demand().forecastUnitsPerDay()));
        }
    }

    /** The quantities in which a supply option can be ordered. */
    public static OrderLattice lattice(SupplyOption option) {
        return new OrderLattice(
                option.minOrderQuantityUnits(), option.orderMultipleUnits(), option.maxOrderQuantityUnits());
    }

    /** @param history of the same SKU-location: what past intervals saw */
    public PolicyCalculation calculate(
            SkuLocationProfile profile, DemandHistory history, Forecast forecast, PolicyChoice choice) {
        Terms terms = terms(profile);
        List<String> steps = new ArrayList<>();
        LeadTimeDemand protection = protection(forecast, choice, terms.supply(), steps);
        int orderQuantityUnits = orderQuantityUnits(profile, choice, terms, steps);
        double safetyStockUnits = new SafetyStockSizing(
                        profile,
                        history,
                        choice,
                        protection,
                        cycleUnits(choice, protection, terms.lattice(), orderQuantityUnits),
                        terms.unitCost() * profile.warehouse().holdingCostRatePerYear(),
                        steps)
                .units();
        double safetyFactor = protection.sdUnits() > 0 ? safetyStockUnits / protection.sdUnits() : 0;
        double keptUnits = safetyStockUnits + lastTimeBuyUnits(profile, forecast, choice, safetyStockUnits, steps);
        PolicyOverride override = overrides.find(profile.location()).orElse(null);
        List<String> overridden = new ArrayList<>();
        ReplenishmentPolicy policy =
                policy(choice, protection, keptUnits, orderQuantityUnits, override, overridden, steps);
        if (override != null && override.serviceLevel() != null) {
            overridden.add("service_level");
        }
        if (override != null && override.stopBuy()) {
            overridden.add("stop_buy");
        }
        return new PolicyCalculation(
                profile.location(),
                policy,
                terms.supply(),
                protection,
                safetyFactor,
                safetyStockUnits,
                overridden,
                steps);
    }

    private static LeadTimeDemand protection(
            Forecast forecast, PolicyChoice choice, Supply supply, List<String> steps) {
        int days = supply.leadTimeDays() + choice.reviewDays();
        double buckets = days / forecast.buckets().size().days();
        double demandSdUnits = forecast.sdOver(buckets);
        double soonUnits = forecast.meanOver(buckets);
        steps.add(text(
                "Protection interval: lead time %d + review %d = %d days; expected demand %.2f units.",
                supply.leadTimeDays(), choice.reviewDays(), days, soonUnits));
        double meanUnits = choice.seasonalBuildDays() > 0
                ? seasonalUnits(forecast, days, choice.seasonalBuildDays(), soonUnits, steps)
                : soonUnits;
        LeadTimeDemand protection =
                LeadTimeDemand.withLeadTimeSpread(days, meanUnits, demandSdUnits, supply.leadTimeSdDays());
        steps.add(text(
                "Standard deviation over it: √(%.2f² of the forecast + (%.3f a day · %.2f days)² of the lead time)"
                        + " = %.2f units.",
                demandSdUnits, protection.unitsPerDay(), supply.leadTimeSdDays(), protection.sdUnits()));
        return protection;
    }

    /** The most that an interval of so many days is expected to take, of those that start within the build's days. */
    private static double seasonalUnits(
            Forecast forecast, int days, int buildDays, double soonUnits, List<String> steps) {
        double daysPerBucket = forecast.buckets().size().days();
        double mostUnits = soonUnits;
        int start = 0;
        for (int day = 1; day <= buildDays; day++) {
            double units = forecast.meanBetween(day / daysPerBucket, (day + days) / daysPerBucket);
            if (units > mostUnits * (1 + SAME_DEMAND)) {
                mostUnits = units;
                start = day;
            }
        }
        steps.add(
                start == 0
                        ? text(
                                "Season ahead: no interval of %d days that starts within %d days expects more than %.2f"
                                        + " units.",
                                days, buildDays, soonUnits)
                        : text(
                                "Season ahead: of the intervals of %d days that start within %d days, the one from %s"
                                        + " expects most, %.2f units instead of %.2f.",
                                days, buildDays, forecast.buckets().start().plusDays(start), mostUnits, soonUnits));
        return mostUnits;
    }

    /** What an order cycle brings: Q, or the demand of a review period where the level is filled up every time. */
    private static int cycleUnits(
            PolicyChoice choice, LeadTimeDemand protection, OrderLattice lattice, int orderQuantityUnits) {
        return choice.policyType() == PolicyType.PERIODIC_ORDER_UP_TO
                ? Math.max(lattice.leastUnits(), lattice.roundUp(protection.unitsPerDay() * choice.reviewDays()))
                : orderQuantityUnits;
    }

    /** What sells between the horizon's end and the end of what a last-time buy is to cover. */
    private static double lastTimeBuyUnits(
            SkuLocationProfile profile,
            Forecast forecast,
            PolicyChoice choice,
            double safetyStockUnits,
            List<String> steps) {
        if (choice.lastTimeBuyDays() == 0 || choice.policyType() == PolicyType.DO_NOT_STOCK) {
            return 0;
        }
        long horizonDays = ChronoUnit.DAYS.between(
                forecast.buckets().start(), forecast.buckets().end());
        long daysBeyond = choice.lastTimeBuyDays() - horizonDays;
        if (daysBeyond <= 0) {
            steps.add(text(
                    "Last-time buy: its %d days lie within the horizon of %d, so nothing is kept in addition.",
                    choice.lastTimeBuyDays(), horizonDays));
            return 0;
        }
        double unitsPerDay = profile.demand().forecastUnitsPerDay();
        double units = daysBeyond * unitsPerDay;
        steps.add(text(
                "Last-time buy: of its %d days %d lie beyond the horizon; · %.3f units a day = %.2f units kept in addition:"
                        + " safety stock %.2f + %.2f = %.2f.",
                choice.lastTimeBuyDays(),
                daysBeyond,
                unitsPerDay,
                units,
                safetyStockUnits,
                units,
                safetyStockUnits + units));
        return units;
    }

    private static int orderQuantityUnits(
            SkuLocationProfile profile, PolicyChoice choice, Terms terms, List<String> steps) {
        OrderLattice lattice = terms.lattice();
        double unitsPerDay = profile.demand().forecastUnitsPerDay();
        int units = switch (choice.orderSizing()) {
            case ECONOMIC -> {
                EconomicOrderQuantity economic = new EconomicOrderQuantity(
                        unitsPerDay * DAYS_PER_YEAR,
                        terms.supply().lineOrderCost(),
                        profile.warehouse().holdingCostRatePerYear());
                int best = economic.bestUnits(
                        upTo(economic.unitsPerYear(), lattice), terms.unitCost(), terms.priceBreaks());
                steps.add(text(
                        "Order quantity: of the allowed ones up to a year's demand %d costs least (EOQ √(2 · %.2f an"
                                + " order · %.1f a year / (%.2f · %.4f)) = %.1f).",
                        best,
                        economic.orderCost(),
                        economic.unitsPerYear(),
                        economic.holdingCostRatePerYear(),
                        terms.unitCost(),
                        economic.units(terms.unitCost())));
                yield best;
            }
            case DAYS_OF_COVER -> {
                int cover = lattice.roundUp(unitsPerDay * choice.orderCoverDays());
                steps.add(text(
                        "Order quantity: %d days · %.3f units a day, in allowed quantities: %d.",
                        choice.orderCoverDays(), unitsPerDay, cover));
                yield cover;
            }
            case MINIMUM -> {
                steps.add(text("Order quantity: the least that may be ordered, %d.", lattice.leastUnits()));
                yield lattice.leastUnits();
            }
        };
        return Math.max(units, lattice.leastUnits());
    }

    /** The same quantities, but none above a year's demand where a smaller one is allowed: the EOQ may be infinite. */
    static OrderLattice upTo(double unitsPerYear, OrderLattice lattice) {
        int maxUnits = (int) Math.min(lattice.maxUnits(), Math.ceil(unitsPerYear));
        return new OrderLattice(lattice.minUnits(), lattice.multipleUnits(), Math.max(lattice.minUnits(), maxUnits));
    }

    private static ReplenishmentPolicy policy(
            PolicyChoice choice,
            LeadTimeDemand protection,
            double computedSafetyStockUnits,
            int computedOrderQuantityUnits,
            @Nullable PolicyOverride override,
            List<String> overridden,
            List<String> steps) {
        Overriding person = new Overriding(overridden, steps);
        @Nullable Integer givenSafetyStock = override == null ? null : override.safetyStockUnits();
        @Nullable Integer givenReorderPoint = override == null ? null : override.reorderPointUnits();
        @Nullable Integer givenLevel = override == null ? null : override.orderUpToLevelUnits();
        boolean stocked = choice.policyType() != PolicyType.DO_NOT_STOCK;
        if (!stocked && givenSafetyStock == null && givenReorderPoint == null && givenLevel == null) {
            steps.add("Nothing is kept: bought against firm demand only.");
            return new DoNotStock();
        }

        int safetyStockUnits =
                person.or("safety_stock", givenSafetyStock, stocked ? WholeUnits.roundUp(computedSafetyStockUnits) : 0);
        double usedSafetyStockUnits = givenSafetyStock == null && stocked ? computedSafetyStockUnits : safetyStockUnits;
        int neededUnits = ReorderPoint.units(protection, usedSafetyStockUnits);
        boolean periodic = choice.policyType() == PolicyType.PERIODIC_ORDER_UP_TO && givenReorderPoint == null;
        if (periodic) {
            int computedLevelUnits = OrderUpToLevel.periodic(protection, usedSafetyStockUnits);
            steps.add(text(
                    "Order-up-to level: demand %.2f + safety stock %.2f = %d units, every %d days.",
                    protection.meanUnits(), usedSafetyStockUnits, computedLevelUnits, choice.reviewDays()));
            int levelUnits = person.or("order_up_to_level", givenLevel, computedLevelUnits);
            int quantity = limited(computedOrderQuantityUnits, override, person);
            return new PeriodicOrderUpTo(safetyStockUnits, levelUnits, quantity, choice.reviewDays());
        }
        steps.add(text(
                "Reorder point: demand %.2f + safety stock %.2f = %d units.",
                protection.meanUnits(), usedSafetyStockUnits, neededUnits));
        int reorderPointUnits = person.or("reorder_point", givenReorderPoint, neededUnits);
        int levelUnits = Math.max(
                reorderPointUnits,
                person.or(
                        "order_up_to_level",
                        givenLevel,
                        OrderUpToLevel.minMax(
                                reorderPointUnits,
                                Math.min(computedOrderQuantityUnits, Integer.MAX_VALUE - reorderPointUnits))));
        if (givenLevel != null && givenLevel < reorderPointUnits) {
            steps.add(text("The order-up-to level cannot be below the reorder point: it is %d.", reorderPointUnits));
        }
        int quantity = limited(levelUnits - reorderPointUnits, override, person);
        steps.add(text(
                "Order-up-to level: reorder point %d + order quantity %d = %d units.",
                reorderPointUnits, quantity, reorderPointUnits + quantity));
        if (choice.policyType() == PolicyType.REORDER_POINT_ORDER_QUANTITY) {
            return new ReorderPointOrderQuantity(safetyStockUnits, reorderPointUnits, quantity, choice.reviewDays());
        }
        return new MinMax(safetyStockUnits, reorderPointUnits, reorderPointUnits + quantity, choice.reviewDays());
    }

    private static int limited(int quantityUnits, @Nullable PolicyOverride override, Overriding person) {
        if (override == null) {
            return quantityUnits;
        }
        int limited = quantityUnits;
        if (override.minQuantityUnits() != null && limited < override.minQuantityUnits()) {
            limited = person.or("min_quantity", override.minQuantityUnits(), limited);
        }
        if (override.maxQuantityUnits() != null && limited > override.maxQuantityUnits()) {
            limited = person.or("max_quantity", override.maxQuantityUnits(), limited);
        }
        return limited;
    }

    /** Takes a person's number where there is one, and writes that down. */
    private record Overriding(List<String> overridden, List<String> steps) {

        int or(String field, @Nullable Integer given, int computed) {
            if (given != null) {
                overridden.add(field);
                steps.add(text("Override by a person: %s %d instead of %d.", field, given, computed));
            }
            return requireNonNullElse(given, computed);
        }
    }

    private Terms terms(SkuLocationProfile profile) {
        SkuLocation location = profile.location();
        double unitCost = profile.item().unitCost().toDouble();
        return preferredSupply
                .findOption(location)
                .map(option -> terms(option, profile))
                .orElseGet(() -> preferredSupply
                        .findLaneTo(location.warehouse())
                        .map(lane -> new Terms(fromLane(lane), OrderLattice.ANY, unitCost, List.of()))
                        .orElseGet(() -> new Terms(
                                new Supply(null, null, 0, 0, 1, 1, 0), OrderLattice.ANY, unitCost, List.of())));
    }

    private static Supply fromLane(TransferLane lane) {
        return new Supply(
                null,
                lane.from(),
                lane.leadTimeDays(),
                0,
                1,
                1,
                lane.shipmentCost().toDouble());
    }

    private Terms terms(SupplyOption option, SkuLocationProfile profile) {
        Supplier supplier = dataset.supplier(option.supplier());
        double lineOrderCost = option.lineCost().toDouble()
                + supplier.orderCost().toDouble()
                        * jointOrders.shareOf(
                                profile.location(), option, profile.demand().forecastUnitsPerDay());
        Supply supply = new Supply(
                option.supplier(),
                null,
                option.leadTimeDays(),
                supplier.leadTimeSdDays(),
                option.minOrderQuantityUnits(),
                option.orderMultipleUnits(),
                lineOrderCost);
        UnitPrice unitCost = option.unitCost();
        return new Terms(supply, lattice(option), unitCost.toDouble(), option.priceBreaks());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
