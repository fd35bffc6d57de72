package org.plenish.engine.plan.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.plan.CostParts;
import org.plenish.engine.plan.Kpis;
import org.plenish.engine.plan.LimitUse;
import org.plenish.engine.plan.PlanTotals;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;

/**
 * One figure of a plan that is held beside the same of others.
 *
 * @param id such as {@code fill_rate}
 * @param label as a planner calls it
 * @param value NaN where it means nothing, such as the use of space that is not limited
 */
public record Measure(String id, String label, Unit unit, double value) {

    /** What the value counts. */
    public enum Unit {
        CURRENCY,
        PERCENT,
        COUNT
    }

    /** All of a plan, in the order of reports. Those before the use of space are the same for every plan. */
    public static List<Measure> of(ReplenishmentPlan plan) {
        PlanTotals totals = PlanTotals.of(plan);
        Kpis kpis = plan.kpis();
        List<Measure> measures = new ArrayList<>();
        measures.add(money("cost", "Expected cost", plan.cost().total()));
        CostParts.byName()
                .forEach((name, part) ->
                        measures.add(money("cost_" + id(name), "of it " + name, part.applyAsDouble(plan.cost()))));
        measures.add(money("lower_bound", "No plan costs less than", plan.lowerBound()));
        measures.add(percent("gap", "Gap to that", plan.gap()));
        measures.add(percent("service_level", "Expected service level", kpis.expectedServiceLevel()));
        measures.add(percent("fill_rate", "Expected fill rate", kpis.expectedFillRate()));
        measures.add(count("stockouts", "Stockouts (item, warehouse and bucket)", stockouts(plan)));
        measures.add(money("stock_now", "Stock now", kpis.openingStockValue().toDouble()));
        measures.add(
                money("average_stock", "Average stock", kpis.averageStockValue().toDouble()));
        measures.add(
                money("safety_stock", "Safety stock", totals.safetyStockValue().toDouble()));
        measures.add(
                money("purchases_now", "Orders now", totals.ordersNow().value().toDouble()));
        measures.add(money(
                "purchases_later", "Orders later", totals.ordersLater().value().toDouble()));
        measures.add(count(
                "purchase_orders",
                "Purchase orders",
                totals.ordersNow().count() + totals.ordersLater().count()));
        measures.add(count(
                "transfers",
                "Transfers",
                totals.transfersNow().count() + totals.transfersLater().count()));
        measures.add(money(
                "dead_stock", "Dead or expired stock", kpis.deadStockValue().toDouble()));
        measures.add(
                money("excess_stock", "Excess stock", kpis.excessStockValue().toDouble()));
        measures.add(money(
                "obsolescence_provision",
                "Provision for obsolescence",
                kpis.obsolescenceProvision().toDouble()));
        measures.add(count("exceptions", "Exceptions", plan.exceptions().size()));
        measures.add(
                count("limits_not_kept", "Limits not kept", plan.violations().size()));
        measures.add(percent("cash_use", "Cash at its tightest", kpis.cashUseShare()));
        spaceAtItsFullest(plan)
                .forEach((place, share) ->
                        measures.add(percent("space_use_" + id(place), "Space at its fullest, " + place, share)));
        return measures;
    }

    private static int stockouts(ReplenishmentPlan plan) {
        int stockouts = 0;
        for (SkuLocationPlan location : plan.locations()) {
            InventoryProjection stock = location.withProposals();
            for (int t = 0; t < plan.buckets().count(); t++) {
                stockouts += stock.demandUnits()[t] > 0 && stock.backorderUnits()[t] > 0 ? 1 : 0;
            }
        }
        return stockouts;
    }

    private static Map<String, Double> spaceAtItsFullest(ReplenishmentPlan plan) {
        Map<String, Double> shares = new TreeMap<>();
        for (LimitUse use : plan.limits()) {
            if (use.kind() != LimitUse.Kind.CASH && use.limit() > 0) {
                String place = (use.warehouse() + " " + use.storageClass()).strip();
                shares.merge(place, use.used() / use.limit(), Math::max);
            }
        }
        return shares;
    }

    private static Measure money(String id, String label, double value) {
        return new Measure(id, label, Unit.CURRENCY, value);
    }

    private static Measure percent(String id, String label, double share) {
        return new Measure(id, label, Unit.PERCENT, 100 * share);
    }

    private static Measure count(String id, String label, long value) {
        return new Measure(id, label, Unit.COUNT, value);
    }

    private static String id(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
