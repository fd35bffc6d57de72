package org.plenish.engine.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.policy.PolicyCalculation;

/**
 * A supplier's least order value that is not reached: by orders that are proposed, or by what would have to be ordered
 * now and is not, because it is worth less.
 *
 * @param ordered false: nothing is proposed
 * @param from the first day of the bucket in which it is, or would be, ordered
 * @param articles ordered or needed
 * @param quantityUnits of all of them
 * @param value of that, at the supplier's price
 * @param minimum of the supplier
 */
record SupplierMinimum(
        SupplierId supplier,
        WarehouseId warehouse,
        boolean ordered,
        LocalDate from,
        int articles,
        int quantityUnits,
        Money value,
        Money minimum) {

    Money missing() {
        return minimum.minus(value);
    }

    /** Those not reached: the proposed orders first, each by supplier, warehouse and date. */
    static List<SupplierMinimum> notReachedIn(
            Dataset dataset, TimeBuckets buckets, List<SkuLocationPlan> locations, List<PurchaseOrder> orders) {
        Map<Group, List<Need>> ordered = ordered(buckets, orders);
        Map<Group, List<Need>> needed = new TreeMap<>(Group.ORDER);
        needs(dataset, buckets, locations).forEach((group, needs) -> {
            if (!ordered.containsKey(group)) {
                needed.put(group, needs);
            }
        });
        List<SupplierMinimum> found = new ArrayList<>();
        addBelow(found, dataset, buckets, ordered, true);
        addBelow(found, dataset, buckets, needed, false);
        return found;
    }

    private static void addBelow(
            List<SupplierMinimum> found,
            Dataset dataset,
            TimeBuckets buckets,
            Map<Group, List<Need>> groups,
            boolean ordered) {
        groups.forEach((group, needs) -> {
            Money minimum = dataset.supplier(group.supplier()).minOrderValue();
            Money value = needs.stream().map(Need::value).reduce(Money.ZERO, Money::plus);
            if (value.compareTo(minimum) < 0) {
                found.add(new SupplierMinimum(
                        group.supplier(),
                        group.warehouse(),
                        ordered,
                        buckets.start(group.bucket()),
                        (int) needs.stream().map(Need::item).distinct().count(),
                        needs.stream().mapToInt(Need::quantityUnits).sum(),
                        value,
                        minimum));
            }
        });
    }

    private static Map<Group, List<Need>> ordered(TimeBuckets buckets, List<PurchaseOrder> orders) {
        Map<Group, List<Need>> groups = new TreeMap<>(Group.ORDER);
        for (PurchaseOrder order : orders) {
            Group group = new Group(order.supplier(), order.warehouse(), buckets.indexOf(order.orderDate()));
            for (PurchaseOrder.Line line : order.lines()) {
                groups.computeIfAbsent(group, none -> new ArrayList<>())
                        .add(new Need(line.item(), line.quantityUnits(), line.value()));
            }
        }
        return groups;
    }

    /** What would have to be ordered in the first bucket so that stock keeps up its safety stock for one lead time. */
    private static Map<Group, List<Need>> needs(Dataset dataset, TimeBuckets buckets, List<SkuLocationPlan> locations) {
        Map<ItemId, List<SupplyOption>> options = dataset.supplyOptionsByItem();
        Map<Group, List<Need>> groups = new TreeMap<>(Group.ORDER);
        for (SkuLocationPlan location : locations) {
            PolicyCalculation.Supply supply = location.calculation().supply();
            if (supply.supplier() == null || location.choice().stopBuy()) {
                continue;
            }
            Supplier supplier = dataset.supplier(supply.supplier());
            int missing = missingUnits(location, buckets, supply.leadTimeDays());
            if (missing > 0 && supplier.minOrderValue().compareTo(Money.ZERO) > 0) {
                int quantity = orderQuantity(missing, supply);
                WarehouseId warehouse = location.location().warehouse();
                Money value = options.getOrDefault(location.location().item(), List.of()).stream()
                        .filter(option -> option.supplier().equals(supplier.id())
                                && option.delivers(warehouse)
                                && option.isValidOn(buckets.start()))
                        .findFirst()
                        .map(option -> option.unitCostAt(quantity).times(quantity))
                        .orElseThrow(() -> new IllegalStateException(location.location() + " is bought from "
                                + supplier.id() + ", but no supply option says so."));
                groups.computeIfAbsent(new Group(supplier.id(), warehouse, 0), none -> new ArrayList<>())
                        .add(new Need(location.location().item(), quantity, value));
            }
        }
        return groups;
    }

    /** The most that is missing to safety stock at the end of a bucket, up to that in which an order of today arrives. */
    private static int missingUnits(SkuLocationPlan location, TimeBuckets buckets, int leadTimeDays) {
        int arrival =
                Math.min(buckets.count() - 1, buckets.indexOf(buckets.start().plusDays(leadTimeDays)));
        int missing = 0;
        for (int t = 0; t <= arrival; t++) {
            missing = Math.max(
                    missing,
                    location.withProposals().safetyStockUnits()[t]
                            - location.withProposals().closingUnits()[t]
                            + location.withProposals().backorderUnits()[t]);
        }
        return missing;
    }

    private static int orderQuantity(int missingUnits, PolicyCalculation.Supply supply) {
        int multiple = Math.max(1, supply.orderMultipleUnits());
        int least = Math.max(missingUnits, supply.minOrderQuantityUnits());
        return Math.toIntExact(((long) least + multiple - 1) / multiple * multiple);
    }

    private record Need(ItemId item, int quantityUnits, Money value) {}

    private record Group(SupplierId supplier, WarehouseId warehouse, int bucket) {
        static final Comparator<Group> ORDER = Comparator.comparing(Group::supplier)
                .thenComparing(Group::warehouse)
                .thenComparingInt(Group::bucket);
    }
}
