package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Zone;

/** The limits that plans do not keep: where, when, by how much, what of it no plan could avoid and what would lift it. */
final class Violations {

    private static final int NAMED_SKUS = 3;

    private final ExactProblem index;
    private final ReplenishmentProblem problem;
    private final SharedUse use;
    private final Feasibility feasibility;
    private final List<Violation> found = new ArrayList<>();

    private Violations(SharedUse use) {
        this.index = use.index();
        this.problem = index.problem();
        this.use = use;
        this.feasibility = new Feasibility(index);
    }

    /** Space first, then cash, supplier minimums and transfers, each in the order of its indices. */
    static List<Violation> of(SharedUse use, ItemPlan[] plans) {
        if (use.excess() == 0) {
            return List.of();
        }
        Violations violations = new Violations(use);
        violations.addSpace();
        violations.addCash();
        violations.addMinimums();
        violations.addTransfers(plans);
        return violations.found;
    }

    private void addSpace() {
        for (int z = 0; z < index.zones(); z++) {
            Zone zone = problem.zones().get(z);
            String warehouse = "warehouse " + problem.warehouses().get(zone.warehouse());
            for (int t = 0; t < index.periods(); t++) {
                long over = use.spaceCubicMillimetres(z, t) - index.spaceCubicMillimetres(z, t);
                if (over > 0) {
                    found.add(new Violation(
                            zone.isWhole() ? "space" : "storage_class",
                            zone.isWhole() ? warehouse : warehouse + ", " + zone.storageClass(),
                            t,
                            FixedPoint.cubicMetres(over),
                            "m³",
                            FixedPoint.cubicMetres(feasibility.unavoidableSpace(z, t)),
                            spaceRemedy(z, t, over)));
                }
            }
        }
    }

    private String spaceRemedy(int zone, int period, long over) {
        if (feasibility.unavoidableSpace(zone, period) == 0) {
            return text(
                    "%.3f m³ more in period %d would lift it. That no plan keeps the limit is not proven.",
                    FixedPoint.cubicMetres(over), period);
        }
        int first = feasibility.firstOver(zone, period);
        int last = feasibility.lastOver(zone, period);
        long most = feasibility.mostOver(zone, first, last);
        return text(
                "%s alone is %.3f m³ over; %.3f m³ more in %s%s would lift it.",
                feasibility.isByOpeningStock(zone, period) ? "Opening stock" : "What is there and on order",
                FixedPoint.cubicMetres(feasibility.unavoidableSpace(zone, period)),
                FixedPoint.cubicMetres(most),
                first == last ? "period " + first : "periods " + first + " to " + last,
                clearing(zone, first, most));
    }

    /** Which stock to clear: first what would be left longest, by what no demand of the horizon needs. */
    private String clearing(int zone, int period, long cubicMillimetres) {
        int warehouse = problem.zones().get(zone).warehouse();
        record Stock(int sku, long units, long unneeded) {}
        List<Stock> stocks = new ArrayList<>();
        for (int sku = 0; sku < index.skus(); sku++) {
            Sku article = index.sku(sku);
            long units = Math.min(
                    feasibility.leastPeakUnits(sku, warehouse, period), Math.max(0, article.initialUnits()[warehouse]));
            if (units > 0
                    && index.unitCubicMillimetres(sku) > 0
                    && Arrays.stream(index.zonesOf(sku, warehouse)).anyMatch(z -> z == zone)) {
                long demand = Arrays.stream(article.demandUnits()[warehouse])
                        .asLongStream()
                        .sum();
                stocks.add(new Stock(sku, units, article.initialUnits()[warehouse] - demand));
            }
        }
        stocks.sort(
                Comparator.comparingLong((Stock stock) -> -stock.unneeded() * index.unitCubicMillimetres(stock.sku()))
                        .thenComparingInt(Stock::sku));
        List<String> cleared = new ArrayList<>();
        long left = cubicMillimetres;
        for (Stock stock : stocks) {
            long volume = index.unitCubicMillimetres(stock.sku());
            long units = Math.min(stock.units(), (left + volume - 1) / volume);
            if (units > 0 && left > 0) {
                cleared.add(units + " units of " + index.sku(stock.sku()).id());
                left -= units * volume;
            }
        }
        if (left > 0) {
            return "";
        }
        List<String> named = cleared.subList(0, Math.min(NAMED_SKUS, cleared.size()));
        String others = cleared.size() > NAMED_SKUS ? " and stock of " + (cleared.size() - NAMED_SKUS) + " more" : "";
        return ", or clearing " + String.join(", ", named) + others;
    }

    private void addCash() {
        for (int period = 0; period < index.cashPeriods(); period++) {
            long over = use.spentMicros(period) - index.cashMicros(period);
            if (over > 0) {
                found.add(new Violation(
                        "cash",
                        "",
                        period,
                        FixedPoint.currency(over),
                        "currency",
                        FixedPoint.currency(feasibility.unavoidableCash(period)),
                        cashRemedy(period, over)));
            }
        }
    }

    private String cashRemedy(int period, long over) {
        double missing = FixedPoint.currency(feasibility.unavoidableCash(period));
        if (missing == 0) {
            return text(
                    "%.2f more until period %d would lift it. That no plan keeps the limit is not proven.",
                    FixedPoint.currency(over), period);
        }
        String postponed = postponed(period, feasibility.unavoidableCash(period));
        return postponed.isEmpty()
                ? text("The budget itself is %.2f below zero until period %d: add %.2f.", missing, period, missing)
                : text(
                        "Pinned orders commit %.2f more than the budget until period %d: postpone %s, or add %.2f.",
                        missing, period, postponed, missing);
    }

    /** Pinned orders paid until then, the latest first, as many as bring in the missing amount; blank if none are. */
    private String postponed(int period, long missingMicros) {
        TreeMap<Integer, Long> valueOfGroup = new TreeMap<>(
                Comparator.comparingInt(index::periodOfGroup).reversed().thenComparingInt(group -> group));
        for (OrderLine line : problem.pinnedOrders()) {
            var source = index.sku(line.sku()).sources().get(line.source());
            int paid = index.paymentPeriod(source, line.period());
            if (index.cashCarriesForward() ? paid <= period : paid == period) {
                valueOfGroup.merge(index.group(line), index.lineValueMicros(source, line.quantityUnits()), Long::sum);
            }
        }
        List<String> orders = new ArrayList<>();
        long left = missingMicros;
        for (var group : valueOfGroup.entrySet()) {
            if (left > 0) {
                orders.add(text(
                        "the order of %.2f from %s for %s in period %d",
                        FixedPoint.currency(group.getValue()),
                        problem.suppliers()
                                .get(index.supplierOfGroup(group.getKey()))
                                .id(),
                        problem.warehouses().get(index.warehouseOfGroup(group.getKey())),
                        index.periodOfGroup(group.getKey())));
                left -= group.getValue();
            }
        }
        return String.join(" and ", orders);
    }

    private void addMinimums() {
        for (int group = 0; group < index.groups(); group++) {
            int supplier = index.supplierOfGroup(group);
            long missing = index.minOrderMicros(supplier) - use.groupValueMicros(group);
            if (use.groupLines(group) > index.pinnedGroupLines(group) && missing > 0) {
                found.add(new Violation(
                        "min_order_value",
                        "supplier " + problem.suppliers().get(supplier).id() + ", warehouse "
                                + problem.warehouses().get(index.warehouseOfGroup(group)),
                        index.periodOfGroup(group),
                        FixedPoint.currency(missing),
                        "currency",
                        0,
                        text("Ordering for %.2f more, or nothing, would lift it.", FixedPoint.currency(missing))));
            }
        }
    }

    private void addTransfers(ItemPlan[] plans) {
        for (ItemPlan plan : plans) {
            if (plan.overdrawnUnits() > 0) {
                found.add(new Violation(
                        "transfer",
                        "SKU " + index.sku(plan.sku()).id(),
                        firstOverdrawn(plan),
                        plan.overdrawnUnits(),
                        "units",
                        feasibility.unavoidableOverdraft(plan.sku()),
                        text("Moving %d units less, or later, would lift it.", plan.overdrawnUnits())));
            }
        }
    }

    private int firstOverdrawn(ItemPlan plan) {
        for (int t = 0; t < index.periods(); t++) {
            for (int w = 0; w < index.warehouses(); w++) {
                int leaving = plan.site(w).outflowUnits(t) + index.pinnedOutflowUnits(plan.sku(), w, t);
                if (leaving > Math.max(0, plan.site(w).openingUnits(t))) {
                    return t;
                }
            }
        }
        throw new IllegalStateException("SKU " + plan.sku() + " is overdrawn in no period.");
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
