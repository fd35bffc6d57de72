package org.plenish.engine.policy;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.inventory.EconomicOrderQuantity;
import org.plenish.engine.inventory.LeadTimeDemand;
import org.plenish.engine.inventory.OrderLattice;
import org.plenish.engine.inventory.OrderUpToLevel;
import org.plenish.engine.inventory.ReorderPoint;
import org.plenish.engine.inventory.SafetyStock;
import org.plenish.engine.inventory.WholeUnits;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;
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

    private static final double DAYS_PER_YEAR = 365;

    private final Dataset dataset;
    private final PreferredSupply preferredSupply;
    private final PolicyOverrides overrides;
    private final Map<Family, Double> annualValueByFamily = new HashMap<>();

    /** What one purchase order gathers. */
    private record Family(SupplierId supplier, WarehouseId warehouse) {}

    /** Terms of supply as the formulas need them. */
    private record Terms(Supply supply, OrderLattice lattice, double unitCost, List<PriceBreak> priceBreaks) {}

    /** @param profiles all of the dataset: a purchase order's cost is shared by what is bought together */
    public PolicyCalculator(Dataset dataset, List<SkuLocationProfile> profiles) {
        this.dataset = dataset;
        this.preferredSupply = new PreferredSupply(dataset);
        this.overrides = new PolicyOverrides(dataset.policyOverrides());
        for (SkuLocationProfile profile : profiles) {
            preferredSupply
                    .findOption(profile.location())
                    .ifPresent(option -> annualValueByFamily.merge(
                            family(option, profile.location()), annualValue(profile), Double::sum));
        }
    }

    /** The quantities in which a supply option can be ordered. */
    public static OrderLattice lattice(SupplyOption option) {
        return new OrderLattice(
                option.minOrderQuantityUnits(), option.orderMultipleUnits(), option.maxOrderQuantityUnits());
    }

    public PolicyCalculation calculate(SkuLocationProfile profile, Forecast forecast, PolicyChoice choice) {
        Terms terms = terms(profile);
        List<String> steps = new ArrayList<>();
        LeadTimeDemand protection = protection(forecast, choice, terms.supply(), steps);
        double safetyStockUnits = safetyStockUnits(protection, choice, steps);
        double safetyFactor = protection.sdUnits() > 0 ? safetyStockUnits / protection.sdUnits() : 0;
        int orderQuantityUnits = orderQuantityUnits(profile, choice, terms, steps);
        PolicyOverride override = overrides.find(profile.location()).orElse(null);
        List<String> overridden = new ArrayList<>();
        ReplenishmentPolicy policy =
                policy(choice, protection, safetyStockUnits, orderQuantityUnits, override, overridden, steps);
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
        LeadTimeDemand protection = LeadTimeDemand.withLeadTimeSpread(
                days, forecast.meanOver(buckets), demandSdUnits, supply.leadTimeSdDays());
        steps.add(text(
                "Protection interval: lead time %d + review %d = %d days; expected demand %.2f units.",
                supply.leadTimeDays(), choice.reviewDays(), days, protection.meanUnits()));
        steps.add(text(
                "Standard deviation over it: √(%.2f² of the forecast + (%.3f a day · %.2f days)² of the lead time)"
                        + " = %.2f units.",
                demandSdUnits, protection.unitsPerDay(), supply.leadTimeSdDays(), protection.sdUnits()));
        return protection;
    }

    private static double safetyStockUnits(LeadTimeDemand protection, PolicyChoice choice, List<String> steps) {
        double level = choice.serviceTarget();
        return switch (choice.safetyStockMethod()) {
            case NORMAL_CYCLE_SERVICE -> {
                double units = SafetyStock.normal(protection, level);
                double factor = protection.sdUnits() > 0 ? units / protection.sdUnits() : 0;
                steps.add(text(
                        "Safety stock for service %.4f, normal: z %.4f · %.2f = %.2f units.",
                        level, factor, protection.sdUnits(), units));
                yield units;
            }
            case GAMMA_CYCLE_SERVICE ->
                quantile("gamma", SafetyStock.gamma(protection, level), protection, level, steps);
            case NEGATIVE_BINOMIAL_CYCLE_SERVICE ->
                quantile(
                        "negative binomial", SafetyStock.negativeBinomial(protection, level), protection, level, steps);
            case DAYS_OF_COVER -> {
                double units = SafetyStock.daysOfCover(protection, choice.safetyStockCoverDays());
                steps.add(text(
                        "Safety stock: %d days · %.3f units a day = %.2f units.",
                        choice.safetyStockCoverDays(), protection.unitsPerDay(), units));
                yield units;
            }
            case NONE -> {
                steps.add("Safety stock: none is kept.");
                yield 0;
            }
        };
    }

    private static double quantile(
            String distribution, double units, LeadTimeDemand protection, double level, List<String> steps) {
        steps.add(
                units > 0
                        ? text(
                                "Safety stock for service %.4f, %s demand: quantile %.2f - mean %.2f = %.2f units.",
                                level, distribution, protection.meanUnits() + units, protection.meanUnits(), units)
                        : text(
                                "Safety stock for service %.4f, %s demand: 0 units, as the quantile is not above the mean %.2f.",
                                level, distribution, protection.meanUnits()));
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
        double lineOrderCost =
                option.lineCost().toDouble() + supplier.orderCost().toDouble() * shareOfOrder(option, profile);
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

    /**
     * The share of its purchase orders' yearly value: with it, and without line costs, every article of the supplier has
     * the cycle at which ordering all together costs least, {@code √(2A / (r·ΣDv))} (Silver, Pyke & Thomas 2017, §10.4).
     */
    private double shareOfOrder(SupplyOption option, SkuLocationProfile profile) {
        double familyValue = annualValueByFamily.getOrDefault(family(option, profile.location()), 0.0);
        return familyValue > 0 ? annualValue(profile) / familyValue : 1;
    }

    private static double annualValue(SkuLocationProfile profile) {
        return profile.demand().forecastUnitsPerDay()
                * DAYS_PER_YEAR
                * profile.item().unitCost().toDouble();
    }

    private static Family family(SupplyOption option, SkuLocation location) {
        return new Family(option.supplier(), location.warehouse());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
