package org.plenish.engine.plan.supply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;

/**
 * One supplier as a plan sees it.
 *
 * @param items that it can deliver on the plan's date, dearest first
 * @param soleItems of them those that nobody else can deliver
 * @param locations SKU-locations that are usually bought from it
 * @param annualValue their demand of a year, at unit cost (currency units)
 * @param soleAnnualValue of that, of the items that nobody else can deliver
 * @param leadTimeStock of the same locations
 */
public record SupplierFigures(
        SupplierId supplier,
        List<SupplierItem> items,
        int soleItems,
        int locations,
        double annualValue,
        double soleAnnualValue,
        LeadTimeStock leadTimeStock) {

    public SupplierFigures {
        items = List.copyOf(items);
    }

    private record Bought(int locations, double annualValue) {
        Bought plus(Bought other) {
            return new Bought(locations + other.locations, annualValue + other.annualValue);
        }
    }

    private record Pair(SupplierId supplier, ItemId item) {}

    /** Of every supplier of the dataset, by its id. */
    public static List<SupplierFigures> of(Dataset dataset, ReplenishmentPlan plan) {
        Map<Pair, Bought> bought = new HashMap<>();
        Map<SupplierId, LeadTimeStock> stock = new HashMap<>();
        for (SkuLocationPlan location : plan.locations()) {
            SupplierId supplier = location.calculation().supply().supplier();
            if (supplier != null) {
                bought.merge(
                        new Pair(supplier, location.location().item()),
                        new Bought(1, location.profile().demand().annualValue()),
                        Bought::plus);
                stock.merge(supplier, LeadTimeStock.of(location), LeadTimeStock::plus);
            }
        }
        Map<ItemId, Set<SupplierId>> suppliersOf = new HashMap<>();
        Map<SupplierId, Map<ItemId, SupplyOption>> options = new HashMap<>();
        for (SupplyOption option : dataset.supplyOptions()) {
            if (option.isValidOn(plan.buckets().start())) {
                suppliersOf
                        .computeIfAbsent(option.item(), item -> new HashSet<>())
                        .add(option.supplier());
                options.computeIfAbsent(option.supplier(), supplier -> new TreeMap<>())
                        .merge(option.item(), option, (one, other) -> other.priority() < one.priority() ? other : one);
            }
        }
        List<SupplierFigures> all = new ArrayList<>();
        for (SupplierId supplier : dataset.suppliers().keySet()) {
            List<SupplierItem> items =
                    items(options.getOrDefault(supplier, Map.of()).values(), suppliersOf, bought);
            all.add(of(supplier, items, stock.getOrDefault(supplier, LeadTimeStock.NONE)));
        }
        return all;
    }

    private static SupplierFigures of(SupplierId supplier, List<SupplierItem> items, LeadTimeStock stock) {
        int sole = 0;
        int locations = 0;
        double value = 0;
        double soleValue = 0;
        for (SupplierItem item : items) {
            locations += item.locations();
            value += item.annualValue();
            if (item.alternatives() == 0) {
                sole++;
                soleValue += item.annualValue();
            }
        }
        return new SupplierFigures(supplier, items, sole, locations, value, soleValue, stock);
    }

    private static List<SupplierItem> items(
            Iterable<SupplyOption> options, Map<ItemId, Set<SupplierId>> suppliersOf, Map<Pair, Bought> bought) {
        List<SupplierItem> items = new ArrayList<>();
        for (SupplyOption option : options) {
            Bought here = bought.getOrDefault(new Pair(option.supplier(), option.item()), new Bought(0, 0));
            items.add(new SupplierItem(
                    0,
                    option.item(),
                    option.unitCost(),
                    option.minOrderQuantityUnits(),
                    option.orderMultipleUnits(),
                    option.leadTimeDays(),
                    here.locations(),
                    suppliersOf.getOrDefault(option.item(), Set.of()).size() - 1,
                    here.annualValue()));
        }
        items.sort(
                Comparator.comparingDouble(SupplierItem::annualValue).reversed().thenComparing(SupplierItem::item));
        List<SupplierItem> ranked = new ArrayList<>(items.size());
        for (SupplierItem item : items) {
            ranked.add(new SupplierItem(
                    ranked.size() + 1,
                    item.item(),
                    item.unitCost(),
                    item.minOrderUnits(),
                    item.orderMultipleUnits(),
                    item.leadTimeDays(),
                    item.locations(),
                    item.alternatives(),
                    item.annualValue()));
        }
        return ranked;
    }
}
